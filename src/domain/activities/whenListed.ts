/** When a listing says that it runs: which days, how often, at what time, and between which days of the calendar. */
import { timesIn } from '../matching/days';
import { dayAndYear } from '../plan/days';
import { tokensOf } from '../reading/words/tokens';
import type { ListedSchedule, WeekDay } from './listing';
import { listed } from './trial';

/** Days on which nobody is there are no times. */
export const isOpen = ({ closed }: ListedSchedule): boolean => closed !== true;

const dayNames: Readonly<Record<WeekDay, string>> = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };
const weekDays = Object.keys(dayNames) as WeekDay[];

export const isDayOfWeek = (value: string): value is WeekDay => value in dayNames;
export const inWeekOrder = (days: readonly WeekDay[]): WeekDay[] => days.toSorted((a, b) => weekDays.indexOf(a) - weekDays.indexOf(b));
/** "Tuesdays, Thursdays". */
export const daysInWords = (days: readonly WeekDay[]): string => days.map((day) => `${dayNames[day]}s`).join(', ');

/** Each schedule in words. Where one of several ends before the others, its last day stands beside it. */
export function schedulesInWords(schedules: readonly ListedSchedule[]): string {
  const sameEnd = new Set(schedules.map(({ until }) => until)).size < 2;
  const lines = schedules.map((schedule) => {
    const text = scheduleInWords(schedule);
    return text === '' || sameEnd || schedule.until === undefined ? text : `${text}, until ${dayAndYear(schedule.until)}`;
  });
  return lines.filter((text) => text !== '').join('; ');
}

/** The first and the last day, where the listing names one for every schedule. */
export function datesOf(schedules: readonly ListedSchedule[]): { readonly from?: string; readonly until?: string } {
  const froms = schedules.flatMap(({ from }) => from ?? []).toSorted();
  const untils = schedules.flatMap(({ until }) => until ?? []).toSorted();
  const every = (days: readonly string[]): boolean => days.length > 0 && days.length === schedules.length;
  return { ...(every(froms) && { from: froms[0]! }), ...(every(untils) && { until: untils.at(-1)! }) };
}

/** "First Thursday of the month", "term time only": not every week. */
const saysHowOften = /\b(?:month(?:ly)?|fortnight(?:ly)?|bi-?weekly|(?:bi-?)?monthly|alternate|every (?:other|second|third|[2-9]|two|three|four)|twice a|term(?:[- ]time)?|(?:1st|2nd|3rd|[45]th|first|second|third|fourth|fifth|last) (?:mon|tue|wed|thu|fri|sat|sun|week))/i;
const saysTime = /\d\s*(?:am|pm)\b|\d[:.]\d\d|\d\s*[-\u2013]\s*\d|\bnoon\b/i;
const LONGEST_WORDS = 90;

function scheduleInWords(schedule: ListedSchedule): string {
  const { days, text } = schedule;
  const hours = hoursInWords(schedule);
  const own = text !== undefined && text.length <= LONGEST_WORDS ? text.replaceAll('\n', ', ') : undefined;
  const withHours = (words: string): string => (hours === '' || saysTime.test(words) ? words : `${words}, ${hours}`);
  if (days.length === 0 && own !== undefined) return withHours(own);
  if (days.length === 0 && hours === '' && schedule.rule === undefined) return text ?? '';
  const often = own !== undefined && saysHowOften.test(own) ? own : undefined;
  if (often !== undefined && timesIn(tokensOf(often)).days.length > 0) return withHours(often);
  const { on, again } = byRule(schedule.rule);
  return [on ?? daysInWords(days), often === undefined ? (again ?? '') : often.charAt(0).toLowerCase() + often.slice(1), hours].filter((part) => part !== '').join(', ');
}

const ordinals: Readonly<Record<string, string>> = { '1': '1st', '2': '2nd', '3': '3rd', '4': '4th', '5': '5th', '-1': 'last', '-2': 'last but one' };
const spans: Readonly<Record<string, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

/** What a rule of repetition says beyond every week: the days as they are named in a month, or how often it comes again. */
function byRule(rule: string | undefined): { readonly on?: string; readonly again?: string } {
  const parts = new Map((rule ?? '').split(';').map((part) => part.split('=') as [string, string | undefined]));
  const span = spans[parts.get('FREQ')?.toUpperCase() ?? ''];
  if (span === undefined) return {};
  const times = Number(parts.get('INTERVAL') ?? '1');
  const again = times > 1 ? `every ${times} ${span}s` : span === 'month' ? 'once a month' : span === 'year' ? 'once a year' : undefined;
  const on = span === 'month' ? (daysOfMonth(parts.get('BYDAY')) ?? dateOfMonth(parts.get('BYMONTHDAY'))) : undefined;
  return { ...(on !== undefined && { on }), ...(again !== undefined && !(on !== undefined && times <= 1) && { again }) };
}

/** "4TH" is the fourth Thursday. */
function daysOfMonth(byDay: string | undefined): string | undefined {
  const found = (byDay ?? '').split(',').map((part) => /^\+?(-?\d)?\s*(mo|tu|we|th|fr|sa|su)$/i.exec(part.trim()));
  if (!found.some((day) => day?.[1] !== undefined)) return undefined;
  const named = found.map((day) => [ordinals[day?.[1] ?? ''], nameOf(day?.[2])].filter((part) => part !== undefined).join(' '));
  return named.includes('') ? undefined : `${listed(named)} of the month`;
}

const nameOf = (letters = ''): string | undefined => Object.values(dayNames).find((name) => letters !== '' && name.toLowerCase().startsWith(letters.toLowerCase()));
const dateOfMonth = (day: string | undefined): string | undefined => (day !== undefined && /^\d{1,2}$/.test(day) ? `day ${Number(day)} of the month` : undefined);

function hoursInWords({ opens, closes }: ListedSchedule): string {
  if (opens === undefined) return '';
  return closes === undefined ? `from ${clockInWords(opens)}` : `${clockInWords(opens)} to ${clockInWords(closes)}`;
}

function clockInWords(clock: string): string {
  const [hour, minute] = [Number(clock.slice(0, 2)), clock.slice(3, 5)];
  if (hour === 12 && minute === '00') return '12 noon';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${minute === '00' ? '' : `.${minute}`} ${hour < 12 || hour === 24 ? 'am' : 'pm'}`;
}
