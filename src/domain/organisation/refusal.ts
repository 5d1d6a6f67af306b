import type { OrganisationEvent } from './event';

/** Why nothing changed in the organisation. Values, because somebody may always ask for what is not theirs to give. */
export type OrganisationRefusal =
  | 'not-an-administrator' | 'not-by-yourself' | 'not-your-team' | 'named-in-the-settings' | 'last-administrator' | 'no-such-person' | 'has-left' | 'no-such-team' | 'team-missing'
  | 'id-unreadable' | 'name-missing' | 'name-too-long' | 'name-taken' | 'no-such-contact' | 'national-number' | 'number-unreadable' | 'number-for-drama'
  | 'day-missing' | 'day-in-the-past' | 'day-too-far' | 'reason-missing' | 'nothing-changed';

export type OrganisationDecision = { readonly kind: 'accepted'; readonly events: readonly OrganisationEvent[] } | { readonly kind: 'refused'; readonly reason: OrganisationRefusal };

export const accept = (...events: OrganisationEvent[]): OrganisationDecision => ({ kind: 'accepted', events });
export const refuse = (reason: OrganisationRefusal): OrganisationDecision => ({ kind: 'refused', reason });
