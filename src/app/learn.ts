/** What a case teaches about activities, and about what nobody offers: kept apart from it, without anything that leads back. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { dayInLondon } from '../domain/case/londonTime';
import type { CaseEvent, EventOf } from '../domain/case/event';
import type { Learnt } from '../domain/learnt/learnt';
import { unmetNeed } from '../domain/learnt/unmetNeed';
import type { Parts } from './ports';

type Before = { readonly events: readonly CaseEvent[]; readonly reading: CaseReading };

/** Of events that were only just appended to the case on `before`. A need that it told before is one need. */
export async function learnFrom({ learnt }: Pick<Parts, 'learnt'>, before: Before, events: readonly CaseEvent[]): Promise<void> {
  for (const one of events.flatMap((event) => lessonsOf(event, before))) await learnt.keep(one);
}

function lessonsOf(event: CaseEvent, { events, reading }: Before): readonly Learnt[] {
  const day = dayInLondon(event.at);
  switch (event.type) {
    case 'NothingFitted':
      return events.some((earlier) => earlier.type === 'NothingFitted' && earlier.want === event.want) ? [] : [unmetNeed(event, reading)];
    case 'ActivityRung':
      return [{ type: 'ActivityChecked', activity: event.activity, day, heard: event.heard }];
    case 'IntroductionAnswered':
      return [{ type: 'IntroductionAnswered', activity: event.activity, day, reply: event.reply, ...waited(event, events) }];
    case 'FirstVisitRecorded': {
      const visited = reading.state.chosen?.activity;
      return event.found === undefined || visited === undefined ? [] : [{ type: 'ActivityTried', activity: visited, day, found: event.found }];
    }
    default:
      return [];
  }
}

/** Whole days since it was chosen, which is when the introduction was promised. */
function waited({ activity, at, reply }: EventOf<'IntroductionAnswered'>, events: readonly CaseEvent[]): { days?: number } {
  const chosen = events.findLast((event) => event.type === 'OptionChosen' && event.activity === activity);
  return chosen === undefined || reply === 'no-reply' ? {} : { days: Math.max(0, Math.floor((Date.parse(at) - Date.parse(chosen.at)) / 86_400_000)) };
}
