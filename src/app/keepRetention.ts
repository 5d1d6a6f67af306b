/** Once a day: who is to be told that a closed case will be erased, and which have come to their end. */
import { presentHome } from '../cards/present';
import type { CaseHead } from '../domain/case/head';
import { byTheBot } from '../domain/case/owed';
import { dayInLondon } from '../domain/case/londonTime';
import { isAdministrator } from '../domain/organisation/authority';
import { dayAndYear } from '../domain/plan/days';
import { retentionOf, type Retention, type RetentionRule } from '../domain/record/retention';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import { deliverDue, type Now } from './deliverDue';
import { organisationNow } from './organisationNow';
import type { Parts, Sent } from './ports';

/** A name that no case has. Whoever takes it does the day's work; it ends by itself before the next day's. */
const leaseOf = 'retention';
const leaseHours = 23;
const oneHour = 3_600_000;
const bot = { mayManageRecords: true };

export type Seen = { readonly warned: number; readonly erased: number };
export type Kept = { readonly caseId: string; readonly ref: string; readonly retention: Retention };

type Near = Kept & { readonly desk: CaseDesk };

/** Every closed case that is near its end, past it or held beyond it: what the day's work would do. Changes nothing. */
export async function* retentionNow(parts: Parts, rule: RetentionRule, today: string): AsyncIterable<Near> {
  for await (const head of closedLongAgo(parts, rule, today)) {
    const near = await nearItsEnd(parts, head, rule, today);
    if (near) yield near;
  }
}

/** By what the list of cases says, without reading any. */
async function* closedLongAgo({ cases }: Parts, rule: RetentionRule, today: string): AsyncIterable<CaseHead> {
  for await (const head of cases.all()) if (head.state === 'closed' && (head.closedAt === undefined || isNear(head.closedAt, rule, today))) yield head;
}

async function nearItsEnd(parts: Parts, { caseId, ref }: CaseHead, rule: RetentionRule, today: string): Promise<Near | undefined> {
  const desk = await loadDesk(parts, caseId, today);
  const retention = desk && retentionOf(desk.reading, rule, today);
  return desk && retention && retention.kind !== 'kept' && retention.kind !== 'open' ? { caseId, ref, retention, desk } : undefined;
}

const isNear = (closedAt: string, { days, warnDays }: RetentionRule, today: string): boolean => Date.parse(today) - Date.parse(dayInLondon(closedAt)) >= (days - warnDays) * 86_400_000;

/** Undefined when somebody else does it, or did it today. One case that fails does not stop the others; what failed is thrown at the end. */
export function keepRetention(parts: Parts, rule: RetentionRule): (now: Now, mayGoOn?: () => boolean) => Promise<Seen | undefined> {
  // Rounds come every few seconds, and the lease is in the store: it is not asked for each time.
  let notBefore = 0;
  return async (now, mayGoOn = () => true) => {
    const at = now();
    if (Date.parse(at) < notBefore) return undefined;
    notBefore = Date.parse(at) + oneHour;
    return seeTo(parts, rule, now, mayGoOn);
  };
}

async function seeTo(parts: Parts, rule: RetentionRule, now: Now, mayGoOn: () => boolean): Promise<Seen | undefined> {
  const at = now();
  const lease = await parts.leases.take({ caseId: leaseOf, at, until: hoursLater(at), urgent: false });
  if (!lease) return undefined;
  let isDone = false;
  try {
    const { troubles, warned, erased, untold } = await seeToEach(parts, rule, now, mayGoOn);
    const all = [...troubles, ...(untold.length > 0 ? await announce(parts, untold, now) : [])];
    if (all.length > 0) throw new AggregateError(all, `${all.length} closed cases could not be seen to`);
    isDone = mayGoOn();
    return { warned, erased };
  } finally {
    // Whoever comes next begins again: what was done is not due any more.
    if (!isDone) await parts.leases.giveBack({ caseId: leaseOf, token: lease.token, waits: {} });
  }
}

/** `untold`: of whose end the administrators do not know yet. */
type Untold = { readonly desk: CaseDesk; readonly eraseOn: string };
type Done = Seen & { readonly untold: readonly Untold[]; readonly troubles: readonly unknown[] };

async function seeToEach(parts: Parts, rule: RetentionRule, now: Now, mayGoOn: () => boolean): Promise<Done> {
  const untold: Untold[] = [];
  const troubles: unknown[] = [];
  let [warned, erased] = [0, 0];
  const today = dayInLondon(now());
  for await (const head of closedLongAgo(parts, rule, today)) {
    if (!mayGoOn()) break;
    try {
      const near = await nearItsEnd(parts, head, rule, today);
      const told = near?.retention.kind === 'warn' ? await warnWorker(parts, near.desk, near.retention.eraseOn, now()) : undefined;
      if (told) warned += 1;
      if (told) untold.push(told);
      if (near?.retention.kind === 'announce') untold.push({ desk: near.desk, eraseOn: near.retention.eraseOn });
      if (near?.retention.kind === 'over' && (await erase(parts, near.desk, rule, now))) erased += 1;
    } catch (error) {
      troubles.push(error);
    }
  }
  return { warned, erased, untold, troubles };
}

async function warnWorker(parts: Parts, desk: CaseDesk, eraseOn: string, at: string): Promise<Untold | undefined> {
  const { ref, closed, worker, framework } = desk.state;
  const text = `It was closed on ${dayAndYear(dayInLondon(closed!.at))}, and your service keeps closed cases no longer than it must. Nothing of it will be left. If it has to be kept, tell whoever manages records in your service before then.`;
  const shown = presentHome({ kind: 'notice', title: `${ref} will be erased on ${dayAndYear(eraseOn)}`, text }, { content: parts.content(framework) });
  const sent = await parts.messenger.tell(worker, shown);
  if (sent.kind === 'failed' && !sent.final) return undefined;
  const reason = sent.kind === 'failed' ? { reason: sent.reason } : {};
  const done = await act(parts, desk, { at, by: byTheBot }, () => ({ type: 'RecordRetentionWarned', eraseOn, ...reason, rights: bot }));
  return done.kind === 'done' ? { desk: done.desk, eraseOn } : undefined;
}

/** It may have been opened again, or put on hold, a moment ago: whether its time is over is asked of the case as it is written to. */
async function erase(parts: Parts, desk: CaseDesk, rule: RetentionRule, now: Now): Promise<boolean> {
  const isOver = ({ reading }: CaseDesk): boolean => retentionOf(reading, rule, dayInLondon(now())).kind === 'over';
  const command = { type: 'EraseCase', why: 'retention', reason: 'The time for which closed cases are kept is over', rights: bot } as const;
  const done = await act(parts, desk, { at: now(), by: byTheBot }, (current) => (isOver(current) ? command : undefined));
  if (done.kind === 'refused' || done.before === done.desk) return false;
  await deliverDue(parts)(desk.caseId, now);
  return true;
}

/** What is not announced is not erased. One administrator who was told is enough; while none could be, it is tried again. Returns what went wrong when it was written down. */
async function announce(parts: Parts, untold: readonly Untold[], now: Now): Promise<readonly unknown[]> {
  const all = await tellAdministrators(parts, untold.map(({ desk, eraseOn }) => `${desk.state.ref} on ${dayAndYear(eraseOn)}`));
  const isTold = all.length === 0 || all.some(({ kind }) => kind === 'sent');
  const [failed] = all.flatMap((sent) => (sent.kind === 'failed' ? [sent] : []));
  if (!isTold && all.some((sent) => sent.kind === 'failed' && !sent.final)) return [];
  const reason = isTold || !failed ? {} : { reason: failed.reason };
  const troubles: unknown[] = [];
  for (const { desk } of untold) await act(parts, desk, { at: now(), by: byTheBot }, () => ({ type: 'RecordRetentionAnnounced', ...reason, rights: bot })).catch((error: unknown) => troubles.push(error));
  return troubles;
}

/** By their references alone, in their own chat. One who cannot be told keeps it from nobody else. */
async function tellAdministrators(parts: Parts, ends: readonly string[]): Promise<readonly Sent[]> {
  const organisation = await organisationNow(parts);
  const people = new Set([...parts.settings.administrators, ...organisation.members.keys()].filter((id) => isAdministrator(organisation, parts.settings, id)));
  const title = ends.length === 1 ? 'A closed case will be erased soon' : `${ends.length} closed cases will be erased soon`;
  const text = `${ends.join(', ')}. ${ends.length === 1 ? 'Its link worker was' : 'Their link workers were'} told. To keep one for a complaint, a claim or an inquiry, type records.`;
  const shown = presentHome({ kind: 'notice', title, text }, { content: parts.content() });
  const all: Sent[] = [];
  for (const person of people) all.push(await parts.messenger.tell(person, shown).catch(() => notAnswered));
  return all;
}

const notAnswered: Sent = { kind: 'failed', reason: 'the platform did not answer', final: false };

const hoursLater = (at: string): string => new Date(Date.parse(at) + leaseHours * 3_600_000).toISOString();
