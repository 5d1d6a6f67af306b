/**
 * What a message shows is known from posting it. A press says on which message it stood and, on its card, of which case
 * it is: anybody can send the one with the other, so neither is believed of the other.
 */
import type { Parts } from './ports';

/** A name that no case has. */
const nameOf = (message: string): string => `message ${message}`;
/** Nobody reads a message of so long ago. */
const longAfter = (at: string): string => `${Number(at.slice(0, 4)) + 20}${at.slice(4)}`;

type Asked = Pick<Parts, 'leases'>;

/** From now on this message is that of one case for good. False when it is known already, of whatever case. */
export const claimMessage = async ({ leases }: Asked, message: string, at: string): Promise<boolean> =>
  (await leases.take({ caseId: nameOf(message), at, until: longAfter(at), urgent: false })) !== undefined;

const triesToClaim = 4;

/** The same of a message that was posted just now, when it may not fail any more: what is not recorded as posted is posted again. */
export async function claimPosted(parts: Asked, message: string, at: string): Promise<void> {
  for (let tries = 1; tries <= triesToClaim; tries++) {
    const isAnswered = await claimMessage(parts, message, at).then(() => true, () => false);
    if (isAnswered) return;
  }
}

/** True when a case has this message. */
export async function isClaimed({ leases }: Asked, message: string, at: string): Promise<boolean> {
  const lease = await leases.take({ caseId: nameOf(message), at, until: at, urgent: false });
  if (lease) await leases.giveBack({ caseId: nameOf(message), token: lease.token, waits: {} });
  return lease === undefined;
}
