/** What is reminded of, and when: derived from the case, once each. All but `next-in-line` is for the worker's own chat. */
import type { CaseReading } from '../analysis/caseReading';
import { isReviewRefused } from '../plan/draftSharing';
import type { OpenCase } from './case';
import { safetyKey, safetyRemindersOf } from './safetyReminders';
import { addDays } from './decideAnswer';
import { dayInLondon } from './londonTime';
import { addWorkingDays, firstAtWork, instantInLondon, workBegins } from './workingDays';

export type Reminder = {
  readonly kind: 'handed-over' | 'pause-over' | 'review-day' | 'no-answer' | 'concern-waits' | 'next-in-line';
  /** The same for the same reason, so that nobody is reminded of it twice. */
  readonly key: string;
  /** The ISO day that it is about. */
  readonly on: string;
  /** The ISO instant from which it may be given. */
  readonly at: string;
  /** Not only when people are at work. */
  readonly anyHour: boolean;
};

/** Working days that a posted plan may wait for an answer before its worker is told. */
const patienceWithReviewers = 3;

/** All that are still to be given, the earliest first; whether their time has come is for whoever asks. */
export function remindersOf({ state, concerns, content, conversation }: Pick<CaseReading, 'state' | 'concerns' | 'content' | 'conversation'>): readonly Reminder[] {
  if (state.closed || state.record.erasing) return [];
  const given = handedOver(state);
  const course = state.record.restricted ? [] : state.paused ? pauseOver(state.paused.until) : [...reviewDay(state), ...(isReviewRefused(conversation) ? [] : noAnswer(state))];
  const safety = safetyRemindersOf(state, concerns, content.safety).map((reminder): Reminder => {
    const { to, at, anyHour } = reminder;
    return { kind: to === 'worker' ? 'concern-waits' : 'next-in-line', key: safetyKey(reminder), on: dayInLondon(at), at, anyHour };
  });
  return [...given, ...course.map(fromItsDayOn), ...safety].filter(({ key }) => !state.reminded.has(key)).sort((a, b) => a.at.localeCompare(b.at));
}

/** The new worker is told at once, until they have done something in the case. */
function handedOver({ handovers, activeAt }: OpenCase): readonly Reminder[] {
  const last = handovers.at(-1);
  if (last === undefined || activeAt > last.at) return [];
  return [{ kind: 'handed-over', key: `handed-${last.at}`, on: dayInLondon(last.at), at: last.at, anyHour: true }];
}

type OnADay = Pick<Reminder, 'kind' | 'key' | 'on'>;
const fromItsDayOn = (reminder: OnADay): Reminder => ({ ...reminder, at: firstAtWork(instantInLondon(reminder.on.slice(0, 10), workBegins)), anyHour: false });

const pauseOver = (until: string | undefined): readonly OnADay[] => (until === undefined ? [] : [{ kind: 'pause-over', key: `pause-${until}`, on: until }]);

/** The day that stands in the plan as it was agreed, or to which it was moved since, until somebody has held the review. */
function reviewDay({ submissions, reviews, edits }: OpenCase): readonly OnADay[] {
  const last = submissions.at(-1);
  const moved = edits.findLast(({ target, at }) => target === 'review' && last !== undefined && at > last.at);
  const on = moved ? moved.text : last?.plan.body.review?.on;
  const isAgreed = last?.decisions.at(-1)?.kind === 'agreed';
  if (!last || typeof on !== 'string' || !isAgreed || reviews.some((review) => review.at > (moved ?? last).at && !isEarly(review, on))) return [];
  return [{ kind: 'review-day', key: `review-${last.plan.version}-${on}`, on }];
}

/** Held more than a week before its day by those who keep going: the day stands. */
const isEarly = ({ at, next }: OpenCase['reviews'][number], on: string): boolean => next === 'keep' && on > addDays(dayInLondon(at), 7);

function noAnswer({ submissions }: OpenCase): readonly OnADay[] {
  const last = submissions.at(-1);
  if (last?.postedAt === undefined || last.decisions.length > 0) return [];
  return [{ kind: 'no-answer', key: `no-answer-${last.plan.version}`, on: addWorkingDays(dayInLondon(last.postedAt), patienceWithReviewers) }];
}
