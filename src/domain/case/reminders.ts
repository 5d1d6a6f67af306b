/** What the worker is reminded of, and on which day: derived from the case, once each, in their own chat only. */
import type { CaseReading } from '../analysis/caseReading';
import { holdsThePlan } from '../analysis/concerns';
import type { Concern } from '../analysis/finding';
import type { OpenCase } from './case';
import { addWorkingDays, dayInLondon } from './workingDays';

export type Reminder = {
  readonly kind: 'pause-over' | 'review-day' | 'no-answer' | 'concern-waits';
  /** The same for the same reason, so that nobody is reminded of it twice. */
  readonly key: string;
  /** The first ISO day on which it may be given. */
  readonly on: string;
};

/** Working days that a posted plan may wait for an answer before its worker is told. */
const patienceWithReviewers = 3;

/** All that are still to be given, the earliest first; whether their day has come is for whoever asks. */
export function remindersOf({ state, concerns }: Pick<CaseReading, 'state' | 'concerns'>): readonly Reminder[] {
  if (state.closed) return [];
  const course = state.paused ? pauseOver(state.paused.until) : [...reviewDay(state), ...noAnswer(state)];
  return [...course, ...concernsWait(concerns, state)].filter(({ key }) => !state.reminded.has(key)).sort((a, b) => a.on.localeCompare(b.on));
}

const pauseOver = (until: string | undefined): readonly Reminder[] => (until === undefined ? [] : [{ kind: 'pause-over', key: `pause-${until}`, on: until }]);

/** The day that stands in the plan as it was agreed, until somebody has held the review. */
function reviewDay({ submissions, reviews }: OpenCase): readonly Reminder[] {
  const last = submissions.at(-1);
  const on = last?.plan.body.review?.on;
  const isAgreed = last?.decisions.at(-1)?.kind === 'agreed';
  if (!last || on === undefined || !isAgreed || reviews.some(({ at }) => at > last.at)) return [];
  return [{ kind: 'review-day', key: `review-${last.plan.version}-${on}`, on }];
}

function noAnswer({ submissions }: OpenCase): readonly Reminder[] {
  const last = submissions.at(-1);
  if (last?.postedAt === undefined || last.decisions.length > 0) return [];
  return [{ kind: 'no-answer', key: `no-answer-${last.plan.version}`, on: addWorkingDays(dayInLondon(last.postedAt), patienceWithReviewers) }];
}

/** What holds the plan back and has no named person, the working day after it was said. One notice for all of one day. */
function concernsWait(concerns: readonly Concern[], state: OpenCase): readonly Reminder[] {
  const days = concerns.filter((concern) => holdsThePlan(concern) && concern.owner === undefined).map((concern) => addWorkingDays(dayInLondon(saidAt(concern, state)), 1));
  return [...new Set(days)].map((on) => ({ kind: 'concern-waits', key: `concern-${on}`, on }));
}

/** When the newest answer behind it was given, or when the worker raised it. */
function saidAt({ id, from }: Concern, { concerns, answers, openedAt }: OpenCase): string {
  const raised = concerns.get(id)?.raised?.at;
  const told = from.flatMap((source) => (source.kind === 'words' || source.kind === 'choice' ? [answers.get(source.prompt)?.at ?? openedAt] : []));
  return raised ?? [...told].sort().at(-1) ?? openedAt;
}
