/** The facts of an activity as one line, the same on every card. */
import type { Activity } from '../domain/activities/activity';
import { comesToThem } from '../domain/activities/journey';
import { dayInWords } from '../domain/plan/days';
import { escapeText, shorten } from './escape';

const kindWords: Readonly<Record<NonNullable<Activity['kind']>, string>> = { group: 'group', 'one-to-one': 'one to one', class: 'class', 'drop-in': 'drop in', volunteering: 'volunteering', advice: 'advice', home: 'at home', phone: 'by phone', online: 'online' };

/** When, where, how many, what it costs, how long the wait is, and when that was last checked. What is not known is said, with what to do about it. */
export function factsOf(activity: Activity, today: string): string {
  const { when, groupSize, kind, pounds, place, checked, sample, waitWeeks, status } = activity;
  const wait = status === 'closed' ? 'closed' : status === 'full' ? 'full just now' : waitWeeks !== undefined && waitWeeks > 0 ? `about ${waitWeeks} ${waitWeeks === 1 ? 'week' : 'weeks'} to wait` : '';
  const facts = [when?.text ?? 'ask when it is', place ?? (comesToThem(activity) ? '' : 'ask where it is'), sizeWords(kind, groupSize), costWords(pounds), wait, checkedWords(checked, today), sample ? 'invented sample' : ''];
  return facts.filter((fact) => fact !== '').map((fact) => escapeText(shorten(fact, 80))).join(' \u00b7 ');
}

function sizeWords(kind: Activity['kind'], groupSize: number | undefined): string {
  const name = kind === undefined ? '' : kindWords[kind];
  if (groupSize === undefined || groupSize < 2 || kind === 'one-to-one' || kind === 'phone' || kind === 'home') return name;
  return `${name || 'group'} of about ${groupSize}`;
}

const costWords = (pounds: number | undefined): string => (pounds === undefined ? 'ask what it costs' : pounds === 0 ? 'free' : `\u00a3${Number.isInteger(pounds) ? pounds : pounds.toFixed(2)}`);

function checkedWords(checked: string | undefined, today: string): string {
  if (checked === undefined) return 'not known when it was checked: ring first';
  const days = Math.floor((Date.parse(today) - Date.parse(checked)) / 86_400_000);
  if (!Number.isFinite(days) || days < 0) return `checked ${dayInWords(checked)}`;
  if (days < 14) return days < 2 ? 'checked just now' : `checked ${days} days ago`;
  if (days < 90) return `checked ${Math.round(days / 7)} weeks ago`;
  return `checked ${Math.round(days / 30)} months ago: ring first`;
}
