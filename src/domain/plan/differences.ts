import { entriesOf } from './entries';
import type { PlanBody } from './frozenPlan';

/** `line` is the target; `was` is missing for what is new, `now` for what is gone. */
export type Difference = { readonly line: string; readonly label: string; readonly was?: string; readonly now?: string };

/** What a reader would see change between two versions, in the order of the plan. A line that only moved is no difference. */
export function differences(before: PlanBody, after: PlanBody): Difference[] {
  const old = new Map(entriesOf(before).map((entry) => [entry.target, entry]));
  const current = entriesOf(after);
  const kept = new Set(current.map(({ target }) => target));
  const changed = current.flatMap(({ target, label, text }): Difference[] => {
    const was = old.get(target)?.text;
    return was === text ? [] : [{ line: target, label, ...(was === undefined ? {} : { was }), now: text }];
  });
  const gone = [...old.values()].filter(({ target }) => !kept.has(target)).map(({ target, label, text }): Difference => ({ line: target, label, was: text }));
  return [...changed, ...gone];
}
