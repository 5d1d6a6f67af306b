/** What is different between two versions, line by line: what it was and what it is now. */
import { z } from 'zod';
import { differences } from '../domain/plan/differences';
import type { FrozenPlan } from '../domain/plan/frozenPlan';
import { escapeText, shorten } from './escape';

export const Change = z.object({ line: z.string().min(1), before: z.string(), after: z.string() }).strict();
export type Change = z.infer<typeof Change>;

const mostShown = 8;

export function changesSince(before: FrozenPlan, after: FrozenPlan): Change[] {
  const all = differences(before.body, after.body);
  const rest = all.length - mostShown;
  const shown = all.slice(0, mostShown).map(({ label, was, now }) => ({
    line: escapeText(shorten(`${label}${was === undefined ? ' (new)' : now === undefined ? ' (taken out)' : ''}`, 80)),
    before: was === undefined ? '' : escapeText(shorten(was, 180)),
    after: now === undefined ? '' : escapeText(shorten(now, 180)),
  }));
  return rest > 0 ? [...shown, { line: `and ${rest} more ${rest === 1 ? 'line' : 'lines'}`, before: '', after: '' }] : shown;
}
