/**
 * When somebody is told that a safety action has nobody yet: the link worker, then the next in line, then both again
 * each working day. Derived from what was said and from who was told when.
 */
import type { Concern } from '../analysis/finding';
import { withNobody } from '../analysis/safetyAction';
import type { Patience, SafetyTimes } from '../framework/safetyTimes';
import type { OpenCase } from './case';
import { dayInLondon } from './londonTime';
import { addWorkingDays, firstAtWork, instantInLondon, workBegins } from './workingDays';

export type SafetyReminder = { readonly to: 'worker' | 'next'; /** ISO instant. */ readonly at: string; readonly anyHour: boolean };

/** At most one for each of the two: what comes due soon after is told with it. */
export function safetyRemindersOf(state: OpenCase, concerns: readonly Concern[], times: SafetyTimes): readonly SafetyReminder[] {
  const waiting = withNobody(concerns);
  return (['worker', 'next'] as const).flatMap((to) => {
    const told = toldAt(state, to);
    const all = waiting.map((concern) => ({ to, ...dueFor(concern.since, told, times[concern.urgency === 'NOW' ? 'NOW' : 'TODAY'][to]) }));
    return all.sort((a, b) => a.at.localeCompare(b.at)).slice(0, 1);
  });
}

/** Instants at which they were told, whatever it was about: what they open then shows everything. */
const toldAt = ({ reminded, safetyNotices }: OpenCase, to: 'worker' | 'next'): readonly string[] => [
  ...[...reminded].filter(([key]) => key.startsWith(keysBegin[to])).map(([, at]) => at),
  ...(to === 'next' ? safetyNotices.map(({ at }) => at) : []),
];

/** Reminders of before were all for the worker, under `concern-` and a day. */
const keysBegin = { worker: 'concern-', next: 'next-' } as const;
export const safetyKey = ({ to, at }: SafetyReminder): string => `${keysBegin[to]}${at}`;

/** Being told counts once half of the wait is over: so three things that are said in one talk bring one reminder. */
function dueFor(said: string, told: readonly string[], patience: Patience): { at: string; anyHour: boolean } {
  const first = firstFor(said, patience);
  const half = new Date((Date.parse(said) + Date.parse(first)) / 2).toISOString();
  const last = told.filter((at) => at >= half).sort().at(-1);
  if (last === undefined) return { at: first, anyHour: patience.at === 'any-hour' };
  return { at: instantInLondon(addWorkingDays(dayInLondon(last), 1), workBegins), anyHour: false };
}

function firstFor(said: string, { after, by, atLeast, at }: Patience): string {
  const soonest = minutesAfter(said, atLeast);
  const candidates = [minutesAfter(said, after), ...by.map((time) => instantInLondon(dayInLondon(said), time)).filter((instant) => instant >= soonest)].sort();
  return at === 'any-hour' ? candidates[0]! : firstAtWork(candidates[0]!);
}

const minutesAfter = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
