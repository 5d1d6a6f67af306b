/** A day as people type it: "next Tuesday", "15 February", "end of March". Read by the day that it is in London. */
import { isDay } from '../plan/days';
import { addDays } from './decideAnswer';

/** Stands for a day that the calendar has not, such as 31/02. */
export const noSuchDay = 'no-such-day';

/** An ISO day, which may have gone; `noSuchDay`; or undefined for what names no one day ("next week", "when the bus runs"). */
export function spokenDay(text: string, today: string): string | undefined {
  if (text.length > mostLetters) return undefined;
  const said = plainly(text);
  for (const read of readers) {
    const found = read(said, today);
    if (found !== undefined) return found;
  }
  return undefined;
}

const mostLetters = 60;
const plainly = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'").replaceAll(',', ' ').replace(/\s+/g, ' ').replace(/[.!]+$/, '').trim().replace(/^(?:(?:let's say|say|on|by|for|at) )+/, '');

type Read = (said: string, today: string) => string | undefined;

const near: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1, 'the day after tomorrow': 2, 'day after tomorrow': 2 };
const readNear: Read = (said, today) => (Object.hasOwn(near, said) ? addDays(today, near[said]!) : undefined);

const numbers = new Map(Object.entries({ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 }));
const readAhead: Read = (said, today) => {
  const [, many, unit] = /^(?:in )?(\d{1,3}|[a-z]+) (day|week|fortnight|month)s?(?:'? time| from now| from today)?$/.exec(said) ?? [];
  const count = many === undefined ? undefined : (numbers.get(many) ?? (/^\d+$/.test(many) ? Number(many) : undefined));
  if (count === undefined) return undefined;
  return unit === 'month' ? monthsAhead(today, count) : addDays(today, count * (unit === 'day' ? 1 : unit === 'week' ? 7 : 14));
};

/** The same day of a later month, or its last one. */
function monthsAhead(today: string, count: number): string {
  const [year, month, day] = partsOf(today);
  const first = iso(year + Math.floor((month - 1 + count) / 12), ((month - 1 + count) % 12) + 1, 1);
  const last = lastOfMonth(first);
  return day > partsOf(last)[2] ? last : addDays(first, day - 1);
}

const weekdays = ['mon(?:day)?', 'tue(?:s|sday)?', 'wed(?:nesday)?', 'thu(?:r|rs|rsday)?', 'fri(?:day)?', 'sat(?:urday)?', 'sun(?:day)?'].map((name) => new RegExp(`^${name}$`));
const weekdayNamed = (name: string): number | undefined => { const at = weekdays.findIndex((day) => day.test(name)); return at < 0 ? undefined : at; };
/** Monday is the first. */
const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

/** "Next" is the one of next week, as weeks begin on Monday. */
const readWeekday: Read = (said, today) => {
  const [, which = '', name = '', week] = /^(?:(this|this coming|coming|next|last) )?([a-z]+)( week| next week)?$/.exec(said) ?? [];
  const wanted = weekdayNamed(name);
  if (wanted === undefined) return undefined;
  const monday = addDays(today, -weekdayOf(today));
  const coming = addDays(today, ((wanted - weekdayOf(today) + 6) % 7) + 1);
  if (which === 'last') return addDays(coming, -7);
  if (which === 'next' || week === ' next week') return addDays(monday, 7 + wanted);
  return week === undefined ? coming : addDays(coming, 7);
};

const months = ['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'].map((name) => new RegExp(`^${name}$`));
const monthNamed = (name: string): number | undefined => { const at = months.findIndex((month) => month.test(name)); return at < 0 ? undefined : at + 1; };

const readEnd: Read = (said, today) => {
  const [, name = ''] = /^(?:the )?end of (?:the )?(next month|month|[a-z]+)$/.exec(said) ?? [];
  const [year, month] = partsOf(today);
  if (name === 'month') return lastOfMonth(iso(year, month, 1));
  if (name === 'next month') return lastOfMonth(monthsAhead(iso(year, month, 1), 1));
  const named = monthNamed(name);
  return named === undefined ? undefined : nextOf(today, (of) => lastOfMonth(iso(of, named, 1)));
};

/** "15 February", "Feb 15th 2027", "Monday 15 February", "15/2/27", "2027-02-15". */
const readDate: Read = (said, today) => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return isDay(said) ? said : noSuchDay;
  const [first = '', ...others] = said.split(' ');
  const weekday = weekdayNamed(first);
  const rest = (weekday === undefined ? said : others.join(' ')).replace(/^the /, '').replace(/(\d)(?:st|nd|rd|th)\b/, '$1').replace(/^(\d{1,2}) of /, '$1 ');
  const date = datePartsOf(rest);
  if (!date) return undefined;
  const found = dayOf(date, today);
  return found === undefined || (weekday !== undefined && weekdayOf(found) !== weekday) ? noSuchDay : found;
};

type DateParts = { readonly day: number; readonly month: number; readonly year?: number };

function datePartsOf(text: string): DateParts | undefined {
  const numbersOnly = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(text);
  if (numbersOnly) return { day: Number(numbersOnly[1]), month: Number(numbersOnly[2]), ...yearOf(numbersOnly[3]) };
  const [, a, b, year] = /^(\d{1,2}|[a-z]+) (\d{1,2}|[a-z]+)(?: (\d{4}))?$/.exec(text) ?? [];
  const month = monthNamed(a ?? '') ?? monthNamed(b ?? '');
  const day = [a, b].find((word) => word !== undefined && /^\d+$/.test(word));
  return month === undefined || day === undefined ? undefined : { day: Number(day), month, ...yearOf(year) };
}

const yearOf = (text: string | undefined): { year?: number } => (text === undefined ? {} : { year: Number(text) < 100 ? 2000 + Number(text) : Number(text) });

function dayOf({ day, month, year }: DateParts, today: string): string | undefined {
  return year === undefined ? nextOf(today, (of) => iso(of, month, day)) : existing(iso(year, month, day));
}

/** Without a year the next such day is meant; one that has only just gone is not taken for one in a year. */
function nextOf(today: string, inYear: (year: number) => string): string | undefined {
  const [year] = partsOf(today);
  return [year - 1, year, year + 1].map((of) => existing(inYear(of))).find((day) => day !== undefined && addDays(day, mostDaysGone) >= today);
}

const mostDaysGone = 92;
const existing = (day: string): string | undefined => (isDay(day) ? day : undefined);
const iso = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const partsOf = (day: string): readonly [year: number, month: number, day: number] => { const [year, month, date] = day.split('-').map(Number); return [year!, month!, date!]; };
const lastOfMonth = (day: string): string => { const [year, month] = partsOf(day); return addDays(iso(year + Math.floor(month / 12), (month % 12) + 1, 1), -1); };

const readers: readonly Read[] = [readNear, readAhead, readWeekday, readEnd, readDate];
