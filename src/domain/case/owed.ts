/** What was promised and is not yet confirmed. Derived from the events, never a second truth. */
import type { Decision, OpenCase, Submission } from './case';

export type Owed =
  | { readonly kind: 'post'; readonly submission: Submission }
  | { readonly kind: 'tell-worker'; readonly submission: Submission; readonly key: string; readonly decision: Decision }
  /** The plan cannot be posted where the worker wanted it: only they can choose another place. */
  | { readonly kind: 'tell-stuck'; readonly submission: Submission; readonly key: string; readonly reason: string }
  /** The messages in the channel show an older state than the case. */
  | { readonly kind: 'redraw'; readonly submission: Submission; readonly key: string };

/** Who acts when nobody pressed anything: what the bot records of its own deliveries is by this id. */
export const byTheBot = 'threefold';

export function owedOf(state: OpenCase): readonly Owed[] {
  const { record } = state;
  // Of what is set aside or being erased, nothing is brought out but that.
  if (record.erasing || record.restricted) return redrawsOf(state);
  return [...submittedOf(state), ...turnedOf(state), ...redrawsOf(state)];
}

/** Messages from before the record was set aside, taken up again or withdrawn. */
function redrawsOf({ record: { redrawn }, submissions }: OpenCase): readonly Owed[] {
  if (redrawn === undefined) return [];
  return submissions.filter(({ message, at }) => message !== undefined && at <= redrawn.at).flatMap((submission) => redraws(submission, redrawn.name));
}

/** Nobody decided on it yet: they read that the case was closed meanwhile, or is open again. */
function turnedOf({ submissions, turned, closed }: OpenCase): readonly Owed[] {
  const sent = submissions.at(-1);
  if (turned === undefined || sent?.message === undefined || !isUndecided(sent)) return [];
  return closed || (sent.postedAt ?? sent.at) <= turned.at ? redraws(sent, turned.name) : [];
}

/** Talking about it in supervision leaves it open. */
export const isUndecided = ({ decisions }: Submission): boolean => decisions.at(-1) === undefined || decisions.at(-1)?.kind === 'supervision';

function submittedOf({ submissions, closed }: OpenCase): readonly Owed[] {
  const latest = submissions.at(-1)?.plan.version;
  return submissions.flatMap((submission): readonly Owed[] => {
    const isLatest = submission.plan.version === latest;
    if (submission.message !== undefined) return [...decisionsOf(submission), ...drawingsOf(submission, isLatest)];
    // A plan of a case that is closed is nothing to look at; it goes out once the case is open again.
    if (!isLatest || closed) return [];
    if (submission.stuck) return unsettled(submission, 'worker', 'stuck').map((key) => ({ kind: 'tell-stuck', submission, key, reason: submission.failed ?? '' }));
    return [{ kind: 'post', submission }];
  });
}

function decisionsOf(submission: Submission): readonly Owed[] {
  return submission.decisions.flatMap((decision, index): readonly Owed[] => {
    const name = `${decision.kind}-${index + 1}`;
    const told = unsettled(submission, 'worker', name).map((key) => ({ kind: 'tell-worker' as const, submission, key, decision }));
    return [...told, ...redraws(submission, name)];
  });
}

/** A message that was posted twice, and a version that is not the newest any more. */
function drawingsOf(submission: Submission, isLatest: boolean): readonly Owed[] {
  return [...submission.copies.flatMap((_, index) => redraws(submission, `copy-${index + 1}`)), ...(isLatest ? [] : redraws(submission, 'superseded'))];
}

const redraws = (submission: Submission, name: string): readonly Owed[] => unsettled(submission, 'card', name).map((key) => ({ kind: 'redraw', submission, key }));

/** The key again while it is neither delivered nor given up. */
function unsettled({ delivered, givenUp }: Submission, to: 'worker' | 'card', key: string): readonly string[] {
  return [...delivered, ...givenUp].includes(`${to}:${key}`) ? [] : [key];
}
