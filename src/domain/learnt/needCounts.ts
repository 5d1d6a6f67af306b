/**
 * Unmet needs as numbers for those who decide what is paid for, with small numbers hidden.
 *
 * The rule is that of NHS England Digital for Hospital Episode Statistics below national level (2018): 1 to 7 is not
 * shown, all else is rounded to the nearest 5, totals too. Beyond that rule, what is hidden never stands alone: with it
 * goes the next smallest, so that whole and parts do not tell it. Only months that have ended are counted, so that nobody
 * sees a number move on the day.
 */
import { capital } from './capital';
import type { Learnt, LearntOf } from './learnt';

export const smallestShown = 8;
const roundedTo = 5;

export type NeedLine = { readonly about: string; readonly count: number };
export type NeedTable = { readonly by: 'want' | 'area' | 'when' | 'barrier' | 'month'; readonly lines: readonly NeedLine[]; /** Some were too few to be shown. */ readonly hidden: boolean };
/** `many` is rounded; undefined when there are too few to be counted at all. */
export type NeedCounts = { readonly until: string; readonly many?: number; readonly tables: readonly NeedTable[] };

export const rounded = (count: number): number => Math.round(count / roundedTo) * roundedTo;

/** Returns the twelve months that ended before `today` (ISO day), in one table for each of five questions; no cells of two questions at once. */
export function countNeeds(learnt: readonly Learnt[], today: string): NeedCounts {
  const until = monthBefore(today.slice(0, 7), 1);
  const from = monthBefore(today.slice(0, 7), 12);
  const needs = learnt.filter((one): one is LearntOf<'NeedUnmet'> => one.type === 'NeedUnmet' && one.month >= from && one.month <= until);
  if (needs.length < smallestShown) return { until, tables: [] };
  return {
    until,
    many: rounded(needs.length),
    tables: [
      tableOf('want', needs.map(({ want }) => want)),
      tableOf('area', needs.map(({ area }) => [area ?? 'Not said'])),
      tableOf('when', needs.map(({ when }) => (when.length === 0 ? ['Not said'] : when))),
      tableOf('barrier', needs.map(({ barrier }) => [barrier === undefined ? 'None was ticked' : capital(barrier)])),
      tableOf('month', needs.map(({ month }) => [month])),
    ],
  };
}

function tableOf(by: NeedTable['by'], asked: readonly (readonly string[])[]): NeedTable {
  const counts = new Map<string, number>();
  for (const words of asked) for (const about of new Set(words)) counts.set(about, (counts.get(about) ?? 0) + 1);
  const falling = [...counts].map(([about, count]) => ({ about, count })).sort((a, b) => b.count - a.count || a.about.localeCompare(b.about));
  const lines = falling.slice(0, shownOf(falling.map(({ count }) => count))).map(({ about, count }) => ({ about, count: rounded(count) }));
  return { by, lines: lines.toSorted((a, b) => (by === 'month' ? 0 : b.count - a.count) || a.about.localeCompare(b.about)), hidden: lines.length < counts.size };
}

/** How many of these falling counts are shown. */
function shownOf(counts: readonly number[]): number {
  let shown = counts.filter((count) => count >= smallestShown).length;
  const isTold = (): boolean => counts.length - shown === 1 || counts.slice(shown).reduce((sum, count) => sum + count, 0) < smallestShown;
  while (shown > 0 && shown < counts.length && isTold()) shown -= 1;
  return shown;
}

/** "2026-01", 1 -> "2025-12". */
function monthBefore(month: string, many: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - many;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
