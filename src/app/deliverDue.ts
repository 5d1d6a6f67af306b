/**
 * What is owed and not yet done: derived from the events, delivered by any instance under a lease, recorded once the
 * platform confirmed it. A delivery lasts, so it asks for the time instead of being told it.
 */
import type { CaseHead } from '../domain/case/head';
import { secondsToWait } from '../domain/case/waiting';
import type { Command } from '../domain/case/decide';
import { byTheBot } from '../domain/case/owed';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import { deliver, dueOf, keyOf, whereTo, type Due } from './due';
import { partsInForce } from './inForce';
import type { Parts, Sent, Wait, Waits } from './ports';

export type Now = () => string;

/** Longer than all of one delivery can take: whatever it still owes then is for the next. */
const leaseSeconds = 300;
const mostSends = 10;
const triesToRecord = 4;
/** Something may be promised while the last of it is being delivered. */
const mostRounds = 3;
const atOnce = 4;

/** Brings out what the case owes now. Returns how much is still owed; at least 1 while somebody else is at it. */
export const deliverDue = (parts: Parts) => async (caseId: string, now: Now): Promise<number> => deliverFor(await partsInForce(parts), caseId, now, true);

/**
 * Everything that any case owes, the longest waiting first, a few at once. One that fails does not stop the others:
 * it throws at the end, with all that went wrong. Begins no further case when it may not go on.
 */
export const deliverAllDue = (given: Parts) => async (now: Now, mayGoOn: () => boolean = () => true): Promise<number> => {
  const parts = await partsInForce(given);
  const heads = [...(await parts.cases.headsThatOwe(now()))].sort((a, b) => a.touchedAt.localeCompare(b.touchedAt));
  const troubles: unknown[] = [];
  let still = 0;
  const lane = async (): Promise<void> => {
    for (let head = heads.shift(); head && mayGoOn(); head = heads.shift()) {
      await deliverInRound(parts, head, now).then(
        (owed) => void (still += owed),
        (trouble: unknown) => void troubles.push(trouble),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (troubles.length > 0) throw new AggregateError(troubles, `${troubles.length} cases could not be delivered for`);
  return still;
};

/** What goes to one place does not wait until another is tried again: least of all that nobody has a safety action. */
async function deliverInRound(parts: Parts, head: CaseHead, now: Now): Promise<number> {
  const reminds = await isReminderDue(parts, head, now);
  return head.owes || reminds ? deliverFor(parts, head.caseId, now, reminds) : 0;
}

/** Most reminders whose time came too late in the day wait for people to be at work: all night that costs no lease. */
async function isReminderDue(parts: Parts, { caseId, remindOn }: CaseHead, now: Now): Promise<boolean> {
  if (remindOn === undefined || remindOn > now()) return false;
  const desk = await deskNow(parts, caseId, now);
  return desk !== undefined && dueOf(desk.reading, now()).some(({ kind }) => kind === 'remind');
}

/** Again when something was promised while the rest was being delivered: whoever promised it found the lease taken. */
async function deliverFor(parts: Parts, caseId: string, now: Now, urgent: boolean): Promise<number> {
  let left: Left = { owed: 0, due: 0 };
  for (let round = 0; round < mostRounds; round++) {
    left = await deliverOnce(parts, caseId, now, urgent || round > 0);
    if (left.due === 0) break;
  }
  return left.owed;
}

/** `due` is what could be tried at once. */
type Left = { readonly owed: number; readonly due: number };

async function deliverOnce(parts: Parts, caseId: string, now: Now, urgent: boolean): Promise<Left> {
  const at = now();
  const lease = await parts.leases.take({ caseId, at, until: later(at, leaseSeconds), urgent });
  if (!lease) return { owed: 1, due: 0 };
  let { waits } = lease;
  try {
    await workThrough(parts, caseId, now, waits, (learnt) => void (waits = learnt));
  } finally {
    await parts.leases.giveBack({ caseId, token: lease.token, waits, ...quietUntil(waits) });
  }
  const desk = await deskNow(parts, caseId, now);
  const due = desk ? dueOf(desk.reading, now()) : [];
  return { owed: due.length, due: due.filter((one) => !mustWait(waits, one, now())).length };
}

/**
 * Tries each thing once; after a failure nothing else goes to the same place. `learn` is told how long each place has
 * to wait, before a try as if it failed: what breaks off in the middle must not be sent again at once.
 */
async function workThrough(parts: Parts, caseId: string, now: Now, before: Waits, learn: (waits: Waits) => void): Promise<void> {
  let desk = await deskNow(parts, caseId, now);
  let waits = before;
  const tried = new Set<string>();
  while (desk && tried.size < mostSends) {
    const next: Due | undefined = dueOf(desk.reading, now()).find((one) => !tried.has(keyOf(one)) && !mustWait(waits, one, now()));
    if (!next) break;
    tried.add(keyOf(next));
    const after = (sent: Sent): Waits => waitsAfter(waits, { caseId, where: whereTo(next), at: now() }, sent);
    learn(after(brokenOff));
    const { sent, record } = await deliver(parts, desk, next, now());
    for (const command of record) desk = await recorded(parts, desk, command, now);
    waits = after(sent);
    learn(waits);
  }
  learn(desk ? stillNeeded(waits, dueOf(desk.reading, now())) : {});
}

/** What was sent and is not recorded is sent again, so a store that fails once, or is very busy, is asked again at once. */
async function recorded(parts: Parts, desk: CaseDesk, command: Command, now: Now): Promise<CaseDesk> {
  for (let tries = 1; ; tries++) {
    try {
      return (await act(parts, desk, { at: now(), by: byTheBot }, () => command)).desk;
    } catch (error) {
      if (tries === triesToRecord) throw error;
    }
  }
}

const brokenOff: Sent = { kind: 'failed', reason: '', final: false, perhaps: true };

const deskNow = (parts: Parts, caseId: string, now: Now): Promise<CaseDesk | undefined> => loadDesk(parts, caseId, now());

const mustWait = (waits: Waits, due: Due, at: string): boolean => (waits[whereTo(due)]?.notBefore ?? '') > at;

function waitsAfter(waits: Waits, { caseId, where, at }: { caseId: string; where: string; at: string }, sent: Sent): Waits {
  const { [where]: before, ...others } = waits;
  if (sent.kind === 'sent' || sent.final) return others;
  const attempts = (before?.attempts ?? 0) + 1;
  const wait: Wait = { attempts, notBefore: later(at, secondsToWait(caseId, attempts, sent)) };
  return { ...others, [where]: wait };
}

const stillNeeded = (waits: Waits, due: readonly Due[]): Waits => Object.fromEntries(Object.entries(waits).filter(([where]) => due.some((one) => whereTo(one) === where)));

function quietUntil(waits: Waits): { quietUntil?: string } {
  const [soonest] = Object.values(waits).map(({ notBefore }) => notBefore).sort();
  return soonest === undefined ? {} : { quietUntil: soonest };
}

const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
