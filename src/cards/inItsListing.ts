/** What the directory says of an activity in its own words, and whom to ring: for the link worker, never for a posted plan. */
import type { Activity } from '../domain/activities/activity';
import type { InItsWords } from '../domain/activities/inItsWords';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Source } from '../domain/plan/frozenPlan';

const labels = { news: 'News', times: 'Times', whoFor: 'Who it is for', howToJoin: 'How to join', cost: 'Cost', wait: 'Wait', languages: 'Languages', alsoAt: 'Also at', area: 'Area', access: 'Access' } as const satisfies Record<keyof InItsWords, string>;

/** One line for each thing that it says. */
export function listingLines({ contact, inItsWords = {} }: Activity): string[] {
  const said = (Object.keys(labels) as (keyof InItsWords)[]).flatMap((name) => (inItsWords[name] === undefined ? [] : [`${labels[name]}: ${inItsWords[name]}`]));
  return [...(contact === undefined ? [] : [`Contact: ${contact}`]), ...said];
}

/** The activities of the list that a line of the plan rests on, each once. */
export const listingsBehind = (from: readonly Source[], reading: CaseReading): readonly Activity[] =>
  [...new Set(from.flatMap((source) => (source.kind === 'activity' ? [source.activity] : [])))].flatMap((id) => reading.standingOf(id)?.option.activity ?? []);
