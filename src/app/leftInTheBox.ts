/** Words that stood in the box of a card while another button was pressed. They are kept, and never put over newer ones. */
import { boxPressOf, recordPressOf, type ActionOf, type CardAction } from '../cards/actions';
import { cleanText } from '../cards/escape';
import type { Command } from '../domain/case/decide';
import { replay } from '../domain/case/evolve';
import { act, type CaseDesk } from './caseDesk';
import { searchOf } from './findActivities';
import type { Parts } from './ports';
import type { Turn } from './turn';

type LeavesABox = ActionOf<'show' | 'skip' | 'park' | 'next' | 'back' | 'open-prompt' | 'take-back'>;
const leavesABox = (action: CardAction): action is LeavesABox => ['show', 'skip', 'park', 'next', 'back', 'open-prompt', 'take-back'].includes(action.verb);

/** By which presses they are kept: the same words on the same card are the same, whichever button it was. */
export function pressesOfBoxes(action: CardAction): readonly string[] {
  const words = leavesABox(action) && action.words?.trim() ? [boxPressOf(action)] : [];
  const record = leavesARecord(action) ? [recordPressOf(action)] : [];
  const looked = leavesASearch(action) ? [pressOfSearch(action)] : [];
  return [...words, ...record, ...looked, ...('left' in action && action.left !== undefined ? [pressOfForm(action.rev, action.left)] : [])];
}

/** The fields of this press of which what stood in them is kept already, whatever becomes of the press. */
export function fieldsKept(action: CardAction, { state: { presses } }: Pick<CaseDesk, 'state'>): ReadonlySet<string> {
  const isKept = (press: string): boolean => presses.has(press);
  return new Set([
    ...(leavesABox(action) && isKept(boxPressOf(action)) ? ['words'] : []),
    ...(leavesARecord(action) && isKept(recordPressOf(action)) ? ['record'] : []),
    ...(leavesASearch(action) && isKept(pressOfSearch(action)) ? ['find'] : []),
    ...('left' in action && action.left !== undefined && isKept(pressOfForm(action.rev, action.left)) ? ['left'] : []),
  ]);
}

const pressOfForm = (rev: number, words: string): string => boxPressOf({ rev, box: 'form', words });

/** What was written of a concern goes with the press that is about it; any other press leaves it to be kept. */
const leavesARecord = (action: CardAction): action is Extract<CardAction, { rev: number }> => 'of' in action && action.of !== undefined && action.record !== undefined && !('concern' in action);

/** Words to look for go with their own button; with any other they are kept as what was looked for. */
const leavesASearch = (action: CardAction): action is Extract<CardAction, { rev: number }> & { readonly find: string } => 'rev' in action && action.verb !== 'search' && action.find !== undefined && action.find.trim() !== '';

const pressOfSearch = ({ rev, find }: { readonly rev: number; readonly find: string }): string => boxPressOf({ rev, box: 'find', words: find });

/** Words for a prompt are kept as its words, the worker's own as an observation. */
export async function keepWhatWasLeft(parts: Parts, { at, by }: Turn, action: CardAction, found: CaseDesk): Promise<CaseDesk> {
  const observe = async (desk: CaseDesk, press: string, words: string, prompt?: string): Promise<CaseDesk> =>
    (await act(parts, desk, { at, by: by.id, press }, () => ({ type: 'Observe', words, ...(prompt === undefined ? {} : { prompt }) }))).desk;
  const written = leavesARecord(action) ? (await act(parts, found, { at, by: by.id, press: recordPressOf(action) }, () => ({ type: 'RecordEscalation', concern: action.of!, record: action.record! }))).desk : found;
  const looked = leavesASearch(action) ? (await act(parts, written, { at, by: by.id, press: pressOfSearch(action) }, ({ state }) => searchOf({ find: action.find, from: state.searches.at(-1)?.from ?? 0 }, { state }))).desk : written;
  const desk = 'left' in action && action.left !== undefined ? await observe(looked, pressOfForm(action.rev, action.left), action.left) : looked;
  if (!leavesABox(action) || !action.words?.trim()) return desk;
  const { from, words, box, rev } = action;
  const press = boxPressOf(action);
  if (from === undefined) return box === 'observation' ? observe(desk, press, words) : desk;
  const kept = await act(parts, desk, { at, by: by.id, press }, (current) => wordsLeft(from, words, rev, current));
  // The prompt may not be shown any more: what was typed for it stays with the worker's own notes.
  return kept.kind === 'refused' && kept.reason === 'prompt-not-open' ? observe(kept.desk, press, words, from) : kept.desk;
}

/** An older card still holds what was said then: that asks for nothing. What was typed into it is added to what was said since. */
function wordsLeft(prompt: string, words: string, rev: number, { events, state }: CaseDesk): Command | undefined {
  const before = wordsAt(events, rev, prompt);
  const now = state.answers.get(prompt)?.words;
  if (words === now || isAsItWas(words, before)) return undefined;
  return { type: 'KeepWords', prompt, words, ...(before === now ? {} : { adds: true }) };
}

/** A closed case takes nothing up: words that stood in a box of an older card are to be given back. Concerns are written down all the same. */
export function wasNotKept(action: CardAction, { events, state }: CaseDesk): boolean {
  if (state.closed === undefined) return false;
  const unkept = pressesOfBoxes(action).filter((press) => !state.presses.has(press));
  return unkept.length > (holdsWhatWasSaid(action, events) ? 1 : 0);
}

const holdsWhatWasSaid = (action: CardAction, events: CaseDesk['events']): boolean =>
  leavesABox(action) && action.from !== undefined && Boolean(action.words?.trim()) && isAsItWas(action.words, wordsAt(events, action.rev, action.from));

const wordsAt = (events: CaseDesk['events'], rev: number, prompt: string): string | undefined => {
  const then = replay(events.slice(0, rev));
  return then.status === 'none' ? undefined : then.answers.get(prompt)?.words;
};

/** Nothing was typed: the box holds what it was drawn with. */
export const isAsItWas = (words: string | undefined, before: string | undefined): boolean => words === undefined || words === before || (before !== undefined && words === cleanText(before));
