/** Looking through the whole list of activities: in a case as a command of it, without one as a card that says nothing about anybody. */
import { dayInLondon } from '../domain/case/londonTime';
import { mostOnAPage, saysWhenOrWhere, searchActivities } from '../domain/activities/searchActivities';
import type { Command } from '../domain/case/decide';
import { byTheBot } from '../domain/case/owed';
import { asksForActivity } from '../domain/case/steps';
import type { CaseDesk } from './caseDesk';
import { home, welcome } from './homeCards';
import type { Parts } from './ports';
import type { Shown, Turn } from './turn';
import { urgentIn } from './urgentWords';

function findAtHome(parts: Parts, { at }: Pick<Turn, 'at'>, words: string, from = 0, was?: string): Shown {
  const today = dayInLondon(at);
  // A page belongs to the words that it is a page of: other words begin at the first, an empty box asks for the same again.
  const asked = words.trim() === '' ? (was ?? '') : words;
  if (asked.trim() === '') return home(parts, { kind: 'find', today, ...(was === undefined ? {} : { isEmpty: true }) });
  const { activities, heard } = parts.catalogue();
  return home(parts, { kind: 'find', today, search: searchActivities({ words: asked, from: was !== undefined && asked.trim() !== was.trim() ? 0 : from, activities, ...(heard ? { heard } : {}), concepts: parts.content().concepts(), today }) });
}

/** Words that cannot wait are looked at before anything is looked for. */
export async function lookAtHome(parts: Parts, turn: Turn, words: string, from = 0, was?: string): Promise<Shown> {
  return urgentIn(words, parts.content()) ? welcome(parts, turn, { typed: words }) : findAtHome(parts, turn, words, from, was);
}

type Search = Extract<Command, { type: 'SearchActivities' }>;

/** A page belongs to the words that it is a page of: other words begin at the first. An empty box asks for the same again. */
export function searchOf({ find, from }: { readonly find?: string | undefined; readonly from: number }, { state }: Pick<CaseDesk, 'state'>): Search {
  const last = state.searches.at(-1);
  const words = find?.trim() ? find.trim() : (last?.words ?? '');
  return { type: 'SearchActivities', words, from: words === last?.words ? from : 0 };
}

/** "More" is the next page as long as a search is what was done last; anything else it may mean is for others to say. */
export function nextPageOf({ events, state, reading }: CaseDesk): Search | undefined {
  const last = state.searches.at(-1);
  const lookedLast = events.findLast(({ by }) => by !== byTheBot)?.type === 'ActivitiesSearched';
  if (!last || !lookedLast) return undefined;
  const next = last.from + mostOnAPage;
  return { type: 'SearchActivities', words: last.words, from: next < (reading.search()?.many ?? 0) ? next : last.from };
}

/** "Find something to do" may be what the person said: while a prompt takes words, it is a search only when it says where or when. */
export function isSearch({ words, sure }: { readonly words: string; readonly sure: boolean }, { reading }: CaseDesk): boolean {
  const { step, catalogue, content } = reading;
  if (sure || step === undefined || asksForActivity(step)) return true;
  return saysWhenOrWhere(words, catalogue.activities, content.concepts());
}
