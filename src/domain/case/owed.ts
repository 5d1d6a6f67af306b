/** What was promised and is not yet confirmed. Derived from the events, never a second truth. */
import type { Decision, OpenCase, Submission } from './case';

export type Owed =
  | { readonly kind: 'post'; readonly submission: Submission }
  | { readonly kind: 'tell-worker'; readonly submission: Submission; readonly key: string; readonly decision: Decision }
  /** The message in the channel shows an older state than the case. */
  | { readonly kind: 'redraw'; readonly submission: Submission; readonly key: string };

export function owedOf({ submissions }: OpenCase): readonly Owed[] {
  const latest = submissions.at(-1)?.plan.version;
  return submissions.flatMap((submission): Owed[] => {
    if (submission.message === undefined) return submission.plan.version === latest ? [{ kind: 'post', submission }] : [];
    const decisions = submission.decisions.flatMap((decision, index): Owed[] => {
      const key = `${decision.kind}-${index + 1}`;
      const told: Owed[] = submission.delivered.includes(`worker:${key}`) ? [] : [{ kind: 'tell-worker', submission, key, decision }];
      const drawn: Owed[] = submission.delivered.includes(`card:${key}`) ? [] : [{ kind: 'redraw', submission, key }];
      return [...told, ...drawn];
    });
    const superseded = submission.plan.version !== latest && !submission.delivered.includes('card:superseded') ? [{ kind: 'redraw' as const, submission, key: 'superseded' }] : [];
    return [...decisions, ...superseded];
  });
}
