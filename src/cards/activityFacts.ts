/** The facts of an activity as one line, the same on every card. */
import type { Activity } from '../domain/activities/activity';
import { outsideItsDates } from '../domain/activities/environmentOccupation';
import { comesToThem } from '../domain/activities/journey';
import { daysBetween } from '../domain/activities/dates';
import { dayAndYear, dayInWords } from '../domain/plan/days';
import { dot, escapeText, shorten } from './escape';

const kindWords: Readonly<Record<NonNullable<Activity['kind']>, string>> = { group: 'group', 'one-to-one': 'one to one', class: 'class', 'drop-in': 'drop-in', volunteering: 'volunteering', advice: 'advice', home: 'at home', phone: 'by phone', online: 'online' };

/** When, where, how many, what it costs, how long the wait is, its news, when that was last checked, and whom to ring. What is not known is said, with what to do about it. */
export function factsOf(activity: Activity, today: string): string {
  const { heard, when, groupSize, kind, pounds, place, checked, sample, waitWeeks, status, contact, inItsWords } = activity;
  const wait = status === 'closed' ? 'closed' : status === 'full' ? 'full just now' : waitWeeks !== undefined && waitWeeks > 0 ? `about ${waitWeeks} ${waitWeeks === 1 ? 'week' : 'weeks'} to wait` : '';
  const isSaid = place !== undefined && kind !== undefined && saysHow[kind]?.test(place) === true;
  const facts = [when?.text ?? 'ask when it is', datesWords(activity, today), place ?? (comesToThem(activity) ? '' : 'ask where it is'), isSaid ? '' : sizeWords(kind, groupSize), costWords(pounds), wait, newsWords(inItsWords), checkedWords(checked, today), ...heardWords(heard), contact === undefined ? '' : `contact: ${contact}`, sample ? 'invented sample' : ''];
  return facts.filter((fact) => fact !== '').map((fact) => escapeText(shorten(fact, 80))).join(dot);
}

const newsWords = (said: Activity['inItsWords']): string => (said?.news === undefined ? '' : `news: “${said.news}”`);

/** A last day that lies far off tells nobody anything. */
const SOON_DAYS = 90;

function datesWords(activity: Activity, today: string): string {
  const { from = '', until = '' } = activity.when ?? {};
  const outside = outsideItsDates(activity, today);
  if (outside !== undefined) return outside === 'over' ? `its last day was ${dayAndYear(until)}` : `begins on ${dayAndYear(from)}`;
  return until < today || daysBetween(today, until) > SOON_DAYS ? '' : `until ${dayInWords(until)}`;
}

/** Some lists write how it is done where it is done: then that is said once. */
const saysHow: { readonly [Kind in NonNullable<Activity['kind']>]?: RegExp } = { phone: /phone/i, online: /online/i, home: /\bhome\b/i };

function sizeWords(kind: Activity['kind'], groupSize: number | undefined): string {
  const name = kind === undefined ? '' : kindWords[kind];
  if (groupSize === undefined || groupSize < 2 || kind === 'one-to-one' || kind === 'phone' || kind === 'home') return name;
  return name === '' || name === 'group' || name === 'class' ? `${name || 'group'} of about ${groupSize}` : `${name}, about ${groupSize} people`;
}

/** What link workers heard of it, with how often and when: people weigh one visit otherwise than ten. */
function heardWords(heard: Activity['heard']): readonly string[] {
  if (!heard) return [];
  const { well, lastWell, trouble, accepted, declined, silent, days } = heard;
  const replies = accepted + declined + silent;
  return [
    ...(trouble ? [`${troubleWords[trouble.what]} on ${dayInWords(trouble.day)}: ring first`] : []),
    ...(well === 0 ? [] : [`went well ${timesWords(well)}, last in ${monthOf(lastWell)}`]),
    ...(replies === 0 ? [] : [`said yes to ${accepted} of ${replies} ${replies === 1 ? 'introduction' : 'introductions'}${days.length === 0 ? '' : `, mostly within ${dayCount(middleOf(days))}`}`]),
  ];
}

const troubleWords = { closed: 'said to be closed', full: 'said to be full', 'not-as-described': 'said to be other than listed', changed: 'said to have changed' } as const;
const timesWords = (times: number): string => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);
const monthOf = (day = ''): string => dayInWords(day).split(' ').at(-1) ?? '';
const dayCount = (days: number): string => (days <= 1 ? 'a day' : `${days} days`);
const middleOf = (days: readonly number[]): number => days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0;

const costWords = (pounds: number | undefined): string => (pounds === undefined ? 'ask what it costs' : pounds === 0 ? 'free' : `\u00a3${Number.isInteger(pounds) ? pounds : pounds.toFixed(2)}`);

function checkedWords(checked: string | undefined, today: string): string {
  if (checked === undefined) return 'not known when it was checked: ring first';
  const days = Math.floor((Date.parse(today) - Date.parse(checked)) / 86_400_000);
  if (!Number.isFinite(days) || days < 0) return `checked ${dayInWords(checked)}`;
  if (days < 14) return days < 2 ? 'checked just now' : `checked ${days} days ago`;
  if (days < 90) return `checked ${Math.round(days / 7)} weeks ago`;
  return `checked ${Math.round(days / 30)} months ago: ring first`;
}
