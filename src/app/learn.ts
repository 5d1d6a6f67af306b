/** What a case teaches about activities, and about what nobody offers: promised with what taught it, and kept apart from it, without anything that leads back. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { dayInLondon } from '../domain/case/londonTime';
import { CaseEvent, type EventOf } from '../domain/case/event';
import { byTheBot } from '../domain/case/owed';
import type { LessonOwed } from '../domain/case/owedSafety';
import type { Lesson } from '../domain/learnt/learnt';
import { unmetNeed } from '../domain/learnt/unmetNeed';
import type { Parts } from './ports';
import type { Delivered } from './delivered';

type Before = { readonly events: readonly CaseEvent[]; readonly reading: CaseReading };

/** Of events that follow in the case on `before`, to be stored with them. A need that it told before is one need. */
export const lessonsFrom = (before: Before, events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.flatMap((event) => lessonsOf(event, before).map((lesson) => ({ type: 'LessonOwed' as const, at: event.at, by: byTheBot, lesson })));

/** A store that fails is asked again later. What was kept, and is not known to be, is the same again by the case as it was: only who can read the case can tell which it is. */
export async function keepLesson({ learnt }: Pick<Parts, 'learnt'>, { events }: { readonly events: readonly CaseEvent[] }, { owed, lesson }: LessonOwed): Promise<Delivered> {
  const promise = JSON.stringify(events.slice(0, owed).map((event) => CaseEvent.parse(event)));
  try {
    await learnt.keep(lesson, promise);
  } catch {
    return { sent: { kind: 'failed', reason: 'what was learnt could not be kept', final: false }, record: [] };
  }
  return { sent: { kind: 'sent', message: '' }, record: [{ type: 'RecordLessonKept', owed }] };
}

function lessonsOf(event: CaseEvent, { events, reading }: Before): readonly Lesson[] {
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
