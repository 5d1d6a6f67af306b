/** How long to wait after a failed try. No two cases wait the same time, so that they do not all come back at once. */

const firstSeconds = 15;
const mostSeconds = 3600;
/** Nobody knows whether it arrived: a second copy is worth waiting a little longer for. */
const leastSecondsWhenUnsure = 60;
/** Whatever a server asks for, it is tried again within a day. */
const mostSecondsAsked = 86_400;

export type Failure = { readonly perhaps?: true; readonly retryAfter?: number };

/**
 * Seconds until the next try after so many failures in a row (1 is the first): doubling from 15 s to an hour, less up
 * to a quarter of it. What the server asked for is never cut short; up to a quarter is added to it.
 */
export function secondsToWait(caseId: string, attempts: number, { perhaps, retryAfter = 0 }: Failure): number {
  const part = share(`${caseId} ${attempts}`);
  const doubled = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(attempts - 1, 20));
  const own = Math.max(doubled * (1 - part / 4), perhaps ? leastSecondsWhenUnsure : 0);
  const asked = Math.min(retryAfter, mostSecondsAsked);
  return Math.ceil(Math.max(own, asked * (1 + part / 4)));
}

/** A number from 0 up to 1 that looks like chance and is the same for the same text (FNV-1a, 32 bits). */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
