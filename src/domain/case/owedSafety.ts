/** What others are still to be shown of a safety action: that it is open, whose it is, and that it is closed. */
import type { Concern } from '../analysis/finding';
import { planSafetyOf, safetyActionOf, saysOf, saysOfPlan } from '../analysis/safetyAction';
import { isReviewRefused } from '../plan/draftSharing';
import type { Conversation } from './conversation';
import type { LessonToKeep, OpenCase, SafetyNotice, Submission } from './case';
import { owedOf, type Owed } from './owed';

export type SafetyOwed =
  /** Nobody where others read was told yet. */
  | { readonly kind: 'tell-safety'; readonly says: string }
  /** A message shows an older state; one that was told again further down says only that. */
  | { readonly kind: 'redraw-safety'; readonly notice: SafetyNotice; readonly says: string };

/** What the case taught of activities, to be kept for everybody. */
export type LessonOwed = LessonToKeep & { readonly kind: 'lesson' };

/** Everything that others could read was replaced: the case itself is still to go. */
export type ErasureOwed = { readonly kind: 'erase' };

type Read = { readonly state: OpenCase; readonly concerns: readonly Concern[]; readonly conversation: Conversation };

/** Everything that is owed: posts, notices, what others are to see of a safety action, and what was learnt. A record that is set aside teaches nothing. */
export function owedBy(read: Read): readonly (Owed | SafetyOwed | ErasureOwed | LessonOwed)[] {
  const { record, lessons } = read.state;
  if (record.erasing) return erasureOwed(read);
  const used = record.restricted ? [] : [...planSafetyOwed(read), ...consentOwed(read), ...lessons.map((lesson) => ({ kind: 'lesson' as const, ...lesson }))];
  // What waits to be posted waits on while they say no to it.
  const isHeld = isReviewRefused(read.conversation);
  return [...owedOf(read.state).filter(({ kind }) => !(kind === 'post' && isHeld)), ...used, ...safetyOwed(read)];
}

function erasureOwed({ state }: Read): readonly (Owed | SafetyOwed | ErasureOwed)[] {
  const shown = state.safetyNotices.filter(({ gone, says }) => !gone && says !== withdrawn).map((notice) => redraw(notice, withdrawn));
  const open = [...owedOf(state), ...shown];
  return open.length > 0 ? open : [{ kind: 'erase' }];
}

/** The one message that counts, while it can be reached and is not done with. */
export function standingNotice({ safetyNotices }: OpenCase): SafetyNotice | undefined {
  const last = safetyNotices.at(-1);
  return last === undefined || last.gone || hasEnded(last) ? undefined : last;
}

const done = 'closed';
const hasEnded = ({ says }: SafetyNotice): boolean => says === done || says === 'left';
export const movedOn = 'moved';
export const withdrawn = 'withdrawn';

function safetyOwed({ state, concerns }: Pick<Read, 'state' | 'concerns'>): readonly SafetyOwed[] {
  const action = safetyActionOf({ state, concerns });
  const standing = standingNotice(state);
  const isOpenAgain = action.kind === 'open' && action.owner === undefined && standing?.says !== saysOf(action);
  const moved = state.safetyNotices.filter((notice) => notice !== state.safetyNotices.at(-1) && !notice.gone && notice.says !== movedOn && !hasEnded(notice));
  // Nobody hears of a message that only changes: what opens again is told anew.
  return [...(standing && !isOpenAgain ? shownNow(standing, action.kind === 'none' ? done : saysOf(action)) : untold(state, action.kind === 'open' ? saysOf(action) : undefined)), ...moved.map((notice) => redraw(notice, movedOn))];
}

const redraw = (notice: SafetyNotice, says: string): SafetyOwed => ({ kind: 'redraw-safety', notice, says });
const shownNow = (notice: SafetyNotice, says: string): readonly SafetyOwed[] => (notice.says === says ? [] : [redraw(notice, says)]);
const untold = ({ safetyUntold }: OpenCase, says: string | undefined): readonly SafetyOwed[] => (says === undefined || safetyUntold?.says === says ? [] : [{ kind: 'tell-safety', says }]);

/** The newest posted plan says of the safety action how it is now; all else on it stays as it was posted. */
function planSafetyOwed({ state, concerns }: Read): readonly Owed[] {
  const submission = state.submissions.at(-1);
  if (submission?.message === undefined) return [];
  const says = saysOfPlan(planSafetyOf({ state, concerns }));
  const shown = lastShown(submission, 'safety');
  if ((shown?.says ?? saysOfPlan(submission.plan.safety, state.name)) === says) return [];
  return [{ kind: 'redraw', submission, key: `safety-${(shown?.times ?? 0) + 1}:${says}` }];
}

/** A plan stands where others read for as long as the person lets their supervisor read it; it comes back when they do so again. */
function consentOwed({ state: { submissions }, conversation }: Read): readonly Owed[] {
  const says = isReviewRefused(conversation) ? 'withheld' : 'shown';
  return submissions.flatMap((submission): readonly Owed[] => {
    const shown = lastShown(submission, 'consent');
    if (submission.message === undefined || (shown?.says ?? 'shown') === says) return [];
    return [{ kind: 'redraw', submission, key: `consent-${(shown?.times ?? 0) + 1}:${says}` }];
  });
}

/** Each time has a number, because the same may be shown again later. */
function lastShown({ delivered, givenUp }: Submission, what: 'safety' | 'consent'): { readonly times: number; readonly says: string } | undefined {
  const pattern = { safety: /^card:safety-(\d+):(.*)$/s, consent: /^card:consent-(\d+):(.*)$/s }[what];
  const shown = [...delivered, ...givenUp].flatMap((key) => {
    const [, times, says] = pattern.exec(key) ?? [];
    return times === undefined || says === undefined ? [] : [{ times: Number(times), says }];
  });
  return shown.sort((a, b) => a.times - b.times).at(-1);
}
