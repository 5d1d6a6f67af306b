/** What is different between two versions, line by line: what it was and what it is now. */
import { z } from 'zod';
import { differences } from '../domain/plan/differences';
import { dayInWords } from '../domain/plan/days';
import type { FrozenPlan } from '../domain/plan/frozenPlan';
import { postedPlan, type PostedPlan } from '../domain/plan/postedPlan';
import { escapeText, shorten } from './escape';

export const Change = z.object({ line: z.string().min(1), before: z.string(), after: z.string() }).strict();
export type Change = z.infer<typeof Change>;
type Changed = { readonly line: string; readonly label: string; readonly was?: string; readonly now?: string };

/** For the link worker, and for a reviewer who opened the full plan. */
export const changesSince = (before: FrozenPlan, after: FrozenPlan): Change[] => shown(differences(before.body, after.body));

/** For a channel: only what stood on the one card and stands on the other. */
export function postedChanges(before: FrozenPlan, after: FrozenPlan): Change[] {
  const [old, current] = [postedLines(postedPlan(before, { ref: '' })), postedLines(postedPlan(after, { ref: '' }))];
  const changed = [...current].flatMap(([target, { label, text }]): Changed[] => {
    const was = old.get(target)?.text;
    return was === text ? [] : [{ line: target, label, ...(was === undefined ? {} : { was }), now: text }];
  });
  const gone = [...old].flatMap(([target, { label, text }]): Changed[] => (current.has(target) ? [] : [{ line: target, label, was: text }]));
  return shown([...changed, ...gone]);
}

/** Every line of a posted card under its own name: a line that only moved is no change. */
function postedLines({ goals, steps, why, ifThen, others, reviewOn }: PostedPlan): Map<string, { label: string; text: string }> {
  const lines = new Map<string, { label: string; text: string }>();
  const add = (target: string, label: string, text: string | undefined): void => {
    if (text !== undefined) lines.set(target, { label, text });
  };
  const outOfTen = (number: number | undefined): string | undefined => (number === undefined ? undefined : `${number} of 10`);
  for (const [index, goal] of goals.entries()) {
    add(goal.id, `Goal ${index + 1}`, goal.text);
    add(`${goal.id}.importance`, `Goal ${index + 1}: how much it matters`, outOfTen(goal.importance));
  }
  for (const [index, step] of steps.entries()) {
    add(step.id, `Step ${index + 1}`, step.text);
    add(`${step.id}.who`, `Step ${index + 1}: who`, step.who);
    add(`${step.id}.when`, `Step ${index + 1}: when`, step.when);
    add(`${step.id}.first`, `Step ${index + 1}: the first time`, step.firstTime);
    add(`${step.id}.sure`, `Step ${index + 1}: how sure`, outOfTen(step.confidence));
  }
  for (const { id, text } of why) add(id, 'Why this fits', text);
  for (const { id, text } of ifThen) add(id, 'If it does not go to plan', text);
  for (const { id, text } of others) add(id, 'Others who help', text);
  add('review', 'Review', reviewOn === undefined ? undefined : dayInWords(reviewOn));
  return lines;
}

const mostShown = 6;

function shown(all: readonly Changed[]): Change[] {
  const whole = gathered(all);
  const rest = whole.length - mostShown;
  const first = whole.slice(0, mostShown).map(({ label, was, now }) => ({
    line: escapeText(shorten(`${label}${was === undefined ? ' (new)' : now === undefined ? ' (taken out)' : ''}`, 80)),
    before: was === undefined ? '' : escapeText(shorten(was, 110)),
    after: now === undefined ? '' : escapeText(shorten(now, 110)),
  }));
  return rest > 0 ? [...first, { line: `and ${rest} more ${rest === 1 ? 'line' : 'lines'}`, before: '', after: '' }] : first;
}

/** A line that is new or gone is one change, with all that is said of it: who, when and the rest. */
function gathered(all: readonly Changed[]): Changed[] {
  const added = new Set(all.filter(({ was, line }) => was === undefined && !line.includes('.')).map(({ line }) => line));
  const gone = new Set(all.filter(({ now, line }) => now === undefined && !line.includes('.')).map(({ line }) => line));
  const ownerOf = ({ line }: Changed): string => line.split('.')[0]!;
  const join = (owner: string, of: (change: Changed) => string | undefined): string => all.filter((change) => ownerOf(change) === owner).flatMap((change) => of(change) ?? []).join(' \u00b7 ');
  return all
    .filter((change) => !change.line.includes('.') || !(added.has(ownerOf(change)) || gone.has(ownerOf(change))))
    .map((change) => (added.has(change.line) ? { ...change, now: join(change.line, ({ now }) => now) } : gone.has(change.line) ? { ...change, was: join(change.line, ({ was }) => was) } : change));
}
