/**
 * When people in England are at work: Monday to Friday without the bank holidays of England and Wales (gov.uk/bank-holidays;
 * the lasting ones, not those proclaimed for one year). Days are ISO days.
 */
import { addDays } from './decideAnswer';
import { londonTime } from './londonTime';

/** The core hours of general practice in England: 8am to 6.30pm, Monday to Friday, as the GMS and PMS contracts define them. */
export const [workBegins, workEnds] = ['08:00', '18:30'] as const;

/** True during the core hours of a working day in London. */
export function isAtWork(at: string): boolean {
  const { day, time } = londonTime(at);
  return time >= workBegins && time < workEnds && isWorkingDay(day);
}

/** The instant at which the clocks of London show this time on this day. No time of a working day is there twice or not at all. */
export function instantInLondon(day: string, time: string): string {
  const winter = new Date(`${day}T${time}:00.000Z`);
  return londonTime(winter.toISOString()).time === time ? winter.toISOString() : new Date(winter.getTime() - 3_600_000).toISOString();
}

/** This instant when people are at work then; otherwise when they next begin. */
export function firstAtWork(at: string): string {
  if (isAtWork(at)) return new Date(at).toISOString();
  const { day, time } = londonTime(at);
  return instantInLondon(isWorkingDay(day) && time < workBegins ? day : addWorkingDays(day, 1), workBegins);
}

export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday >= monday && weekday <= friday && !bankHolidays(Number(day.slice(0, 4))).has(day);
}

/** The day that lies so many working days after this one. */
export function addWorkingDays(day: string, days: number): string {
  let left = days;
  let on = day.slice(0, 10);
  while (left > 0) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
}

const [sunday, monday, friday, saturday] = [0, 1, 5, 6] as const;
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

function bankHolidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const christmas = nextFree(`${year}-12-25`, new Set());
  return new Set([
    nextFree(`${year}-01-01`, new Set()),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-25`),
    christmas,
    nextFree(`${year}-12-26`, new Set([christmas])),
  ]);
}

/** A holiday on a weekend is given on the next weekday that is not one already. */
function nextFree(day: string, taken: ReadonlySet<string>): string {
  const isOff = [sunday, saturday].some((weekday) => weekday === weekdayOf(day)) || taken.has(day);
  return isOff ? nextFree(addDays(day, 1), taken) : day;
}

const mondayFrom = (day: string): string => (weekdayOf(day) === monday ? day : mondayFrom(addDays(day, 1)));

/** Gauss's rule in the form of Meeus, Jones and Butcher (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
