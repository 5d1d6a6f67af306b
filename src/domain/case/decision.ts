/** What a decision is: the events that follow, or why not. Refusals are values: "that card is old" is normal conversation. */
import type { CaseEvent } from './event';

/** Who asks, when, and by which press. The core never looks at a clock. */
export type Envelope = { readonly at: string; readonly by: string; readonly press?: string };

export const refusals = [
  'no-such-case', 'not-your-case', 'case-already-open', 'case-is-closed', 'name-missing', 'name-too-long', 'year-impossible',
  'prompt-not-open', 'ask-in-private', 'choice-not-offered', 'choices-clash', 'too-many-choices', 'nothing-said', 'day-in-the-past', 'day-unreadable',
  'nothing-next', 'nothing-before', 'words-missing', 'owner-missing', 'no-such-concern', 'reply-missing', 'reply-of-another', 'reason-missing', 'no-such-note', 'no-such-sentence',
  'activity-not-offered', 'no-such-line', 'goal-missing', 'concern-open', 'no-consent', 'words-unconfirmed', 'already-posted', 'nothing-changed',
  'no-access', 'not-in-a-team', 'not-in-the-channel', 'no-such-worker', 'not-the-review-channel',
  'case-is-restricted', 'case-is-being-erased', 'case-is-on-hold', 'concern-open-still', 'set-aside-still',
  'own-plan', 'not-a-reviewer', 'not-a-member', 'old-version', 'already-decided', 'gate-not-passed', 'came-up-since', 'consent-withdrawn', 'not-posted',
] as const;
export type Refusal = (typeof refusals)[number];

export type Decision = { readonly kind: 'accepted'; readonly events: readonly CaseEvent[] } | { readonly kind: 'refused'; readonly reason: Refusal };

export const accept = (...events: CaseEvent[]): Decision => ({ kind: 'accepted', events });
export const refuse = (reason: Refusal): Decision => ({ kind: 'refused', reason });
