/** Days and times of day, as people and services write them. */
import type { Token } from '../reading/words/tokens';

const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekDay = (typeof weekDays)[number];
const dayTimes = ['morning', 'afternoon', 'evening'] as const;
export type DayTime = (typeof dayTimes)[number];

export type Times = { readonly days: readonly WeekDay[]; readonly times: readonly DayTime[] };

const fullNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const shortNames: readonly (readonly string[])[] = [['mon'], ['tue', 'tues'], ['wed', 'weds'], ['thu', 'thur', 'thurs'], ['fri'], [], []];

const dayOf: ReadonlyMap<string, WeekDay> = new Map(weekDays.flatMap((day, at) => [fullNames[at]!, `${fullNames[at]}s`, ...shortNames[at]!].map((word): [string, WeekDay] => [word, day])));
const timeOf: ReadonlyMap<string, DayTime> = new Map([
  ...dayTimes.flatMap((time): [string, DayTime][] => [[time, time], [`${time}s`, time]]),
  ['lunchtime', 'afternoon'], ['lunchtimes', 'afternoon'], ['night', 'evening'], ['nights', 'evening'], ['tonight', 'evening'], ['teatime', 'evening'], ['teatimes', 'evening'],
]);
const runsOn = new Set(['to', 'till', 'until', 'through']);

/** Every day and time of day that is named, each once; "Monday to Friday" is five days. */
export function timesIn(tokens: readonly Token[]): Times {
  const days = new Set<WeekDay>();
  const times = new Set<DayTime>();
  let last: { readonly day: WeekDay; readonly at: number } | undefined;
  tokens.forEach(({ plain, before }, at) => {
    const day = dayOf.get(plain);
    if (day) {
      const joins = last && ((last.at === at - 1 && /[-\u2013]/.test(before)) || (last.at === at - 2 && runsOn.has(tokens[at - 1]!.plain)));
      for (const one of joins && last ? between(last.day, day) : [day]) days.add(one);
      last = { day, at };
    }
    if (plain === 'weekend' || plain === 'weekends') ['sat', 'sun'].forEach((one) => days.add(one as WeekDay));
    if (plain === 'weekday' || plain === 'weekdays') weekDays.slice(0, 5).forEach((one) => days.add(one));
    const time = timeOf.get(plain);
    if (time) times.add(time);
  });
  return { days: [...days], times: [...times] };
}

function between(from: WeekDay, to: WeekDay): readonly WeekDay[] {
  const [first, last] = [weekDays.indexOf(from), weekDays.indexOf(to)];
  return first <= last ? weekDays.slice(first, last + 1) : [from, to];
}
