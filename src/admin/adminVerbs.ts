/** What npm run admin does, once stores and words are open. */
import { addDays } from '../domain/case/decideAnswer';
import { dayInLondon } from '../domain/case/londonTime';
import { instantInLondon } from '../domain/case/workingDays';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AdminWish } from './adminArguments';
import { comeBack, goOnLeave, people } from './adminPeople';
import { done, refused, type AdminSaid } from './adminSaid';
import { loadDesk } from '../app/caseDesk';
import { changeRecord, exportRecord, headOfRef, trailOf, type RecordChange, type RecordKeeper } from '../app/changeRecord';
import { deliverDue } from '../app/deliverDue';
import { retentionNow } from '../app/keepRetention';
import type { Messenger, Parts, SealedCases } from '../app/ports';
import { refusalText } from '../cards/refusals';
import { personRecordPage } from '../documents/personRecordPage';
import { owedBy } from '../domain/case/owedSafety';
import type { AuditEntry } from '../domain/record/auditEntry';
import { needsReview } from '../domain/record/personRecord';
import type { Retention, RetentionRule } from '../domain/record/retention';

export type AdminDesk = { readonly parts: Parts; readonly sealed: SealedCases; readonly firstKey?: string; readonly rule: RetentionRule; readonly now: () => string };

/** The terminal is in no channel and no chat: what is owed there is for the bot. */
export const noMessenger: Messenger = {
  placesOf: async () => [],
  isIn: async () => undefined,
  post: async () => ({ kind: 'failed', reason: 'the terminal reaches nobody', final: false }),
  update: async () => ({ kind: 'failed', reason: 'the terminal reaches nobody', final: false }),
  tell: async () => ({ kind: 'failed', reason: 'the terminal reaches nobody', final: false }),
};

export const newKey = (name: string): string => `${name}:${randomBytes(32).toString('base64')}`;

/** Whoever may run this with the bot's settings may do all of it; it is written down under the name that they gave. */
export async function administer(desk: AdminDesk, wish: AdminWish): Promise<AdminSaid> {
  const keeper: RecordKeeper = { at: desk.now(), by: `terminal:${wish.by ?? ''}`, rights: { mayManageRecords: true }, place: 'terminal' };
  switch (wish.verb) {
    case 'new-key':
      return done(newKey(wish.about ?? ''));
    case 'audit':
      return audit(desk, wish, keeper);
    case 'retention':
      return retention(desk);
    case 'owed':
      return owed(desk);
    case 'reseal':
      return reseal(desk, keeper);
    case 'people':
      return people({ parts: desk.parts, at: keeper.at });
    case 'leave':
      return goOnLeave({ ...keeper, parts: desk.parts }, wish.about ?? '', wish.until);
    case 'back':
      return comeBack({ ...keeper, parts: desk.parts }, wish.about ?? '');
    default:
      return ofOne(desk, wish, keeper);
  }
}

async function ofOne(desk: AdminDesk, wish: AdminWish, keeper: RecordKeeper): Promise<AdminSaid> {
  const head = await headOfRef(desk.parts, wish.about ?? '');
  if (!head) return refused(`There is no case ${wish.about}.`);
  if (wish.verb === 'export') return exportTo(desk, { caseId: head.caseId, folder: wish.to ?? '' }, keeper);
  const change = changeOf(wish);
  const changed = await changeRecord(desk.parts)(head.caseId, keeper, change);
  if (changed.kind === 'refused') return refused(`${head.ref}: ${refusalText(changed.reason)}`);
  if (change.type === 'EraseCase') return finishIfPossible(desk, head);
  return done(`${head.ref}: ${saidOf[change.type] ?? 'done.'}${changed.isOwed ? ' What others can read of it is changed by the bot, within a minute while it runs.' : ''}`);
}

function changeOf({ verb, reason = '', words = '', prompt, why, hold }: AdminWish): RecordChange {
  switch (verb) {
    case 'restrict':
      return { type: 'RestrictCase', reason };
    case 'hold':
      return { type: 'HoldCase', reason };
    case 'lift':
      return { type: hold ? 'LiftHold' : 'LiftRestriction', reason };
    case 'state':
      return { type: 'AddStatement', words, ...(prompt === undefined ? {} : { prompt }) };
    default:
      return { type: 'EraseCase', why: why === 'mistake' ? 'mistake' : 'asked', reason };
  }
}

const saidOf: Readonly<Partial<Record<RecordChange['type'], string>>> = {
  RestrictCase: 'it is set aside: kept, and not used or shown.',
  LiftRestriction: 'it is used again.',
  HoldCase: 'it is kept, whatever its age.',
  LiftHold: 'it ends when others do.',
  AddStatement: 'the statement is kept with it.',
};

/** Where nothing is left to replace, the terminal can end it; else only the bot reaches the messages. */
async function finishIfPossible({ parts, now }: AdminDesk, { caseId, ref }: { readonly caseId: string; readonly ref: string }): Promise<AdminSaid> {
  const found = await loadDesk(parts, caseId, now());
  const open = found ? owedBy(found.reading).filter(({ kind }) => kind !== 'erase').length : 0;
  if (open > 0) return done(`${ref}: erasing has begun. The bot first replaces ${open === 1 ? 'one message' : `${open} messages`} that others can read, then nothing of it is left. It does so within a minute while it runs; until then it stands in: npm run admin -- owed`);
  await deliverDue(parts)(caseId, now);
  return done(`${ref}: nothing of it is left but an entry in the audit trail. Backups made before still hold it: see docs/records.md. Its link worker was not told by this command.`);
}

async function exportTo({ parts }: AdminDesk, { caseId, folder }: { readonly caseId: string; readonly folder: string }, keeper: RecordKeeper): Promise<AdminSaid> {
  const record = await exportRecord(parts)(caseId, keeper);
  if (record.kind === 'refused') return refused(refusalText(record.reason));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = [`${record.ref}.html`, `${record.ref}.json`].map((name) => path.join(folder, name));
  // For nobody but who asked, and never over what is there.
  writeFileSync(files[0]!, personRecordPage(record), { flag: 'wx', mode: 0o600 });
  writeFileSync(files[1]!, `${JSON.stringify(record, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  const marked = needsReview(record);
  return done(`${files.join(' and ')} were written. ${marked === 0 ? 'Nothing is marked.' : `${marked} lines are marked: look at each before anything is given out.`}`);
}

async function audit({ parts, now }: AdminDesk, { about, from, until, json }: AdminWish, keeper: RecordKeeper): Promise<AdminSaid> {
  const head = about === undefined ? undefined : await headOfRef(parts, about);
  // A case that was erased has no reference any more, and is found by its id.
  const caseId = head?.caseId ?? about;
  const entries: AuditEntry[] = [];
  if (caseId !== undefined) entries.push(...(await trailOf(parts, caseId)));
  else for await (const entry of parts.audit.between(...spanOf(dayInLondon(now()), from, until))) entries.push(entry);
  await parts.audit.record([{ at: keeper.at, by: keeper.by, verb: 'audit', place: 'terminal', outcome: 'done', ...(head ? { caseId: head.caseId } : {}) }]);
  if (json) return done(entries.map((entry) => JSON.stringify(entry)).join('\n'));
  return done(entries.length === 0 ? 'Nothing is in the trail of that.' : entries.map(({ at, by, verb, what = '', place = '', outcome, caseId: of = '' }) => [at, by, verb, what, place, outcome, of].join('\t')).join('\n'));
}

/** Days of London, the last one whole. A store may be asked for each of them, so it ends with today. */
function spanOf(today: string, from = addDays(today, -30), until = today): readonly [from: string, until: string] {
  const last = until < today ? until : today;
  return [instantInLondon(from, '00:00'), instantInLondon(addDays(last, 1), '00:00')];
}

async function owed({ parts, now }: AdminDesk): Promise<AdminSaid> {
  const heads = [...(await parts.cases.headsThatOwe(now()))].sort((a, b) => a.touchedAt.localeCompare(b.touchedAt));
  return done(heads.length === 0 ? 'Nothing is owed.' : heads.map(({ ref, touchedAt, owes, remindOn = '' }) => [ref, owes ? 'to bring out' : 'to remind', `since ${owes ? touchedAt : remindOn}`].join('\t')).join('\n'));
}

async function retention({ parts, rule, now }: AdminDesk): Promise<AdminSaid> {
  const today = dayInLondon(now());
  const lines: string[] = [];
  for await (const { ref, retention: stands } of retentionNow(parts, rule, today)) lines.push(`${ref}\t${retentionWords(stands)}`);
  const before = new Date(Date.parse(today) - rule.days * 86_400_000).toISOString();
  for await (const { ref, state, touchedAt } of parts.cases.all()) if (state !== 'closed' && touchedAt < before) lines.push(`${ref}\tnever closed, and untouched since ${dayInLondon(touchedAt)}: somebody has to decide`);
  return done([`Closed cases are kept for ${rule.days} days.`, ...(lines.length === 0 ? ['None is near its end.'] : lines)].join('\n'));
}

function retentionWords(retention: Retention): string {
  switch (retention.kind) {
    case 'open':
      return 'open';
    case 'kept':
      return `kept until ${retention.eraseOn}`;
    case 'warn':
      return `its link worker will be told today; erased on ${retention.eraseOn}`;
    case 'announce':
      return `its link worker was told, the administrators will be today; erased on ${retention.eraseOn}`;
    case 'warned':
      return `its link worker and the administrators were told; erased on ${retention.eraseOn}`;
    case 'over':
      return 'its time is over: erased with the next round of the day';
    case 'held':
      return `kept on, because ${{ 'concern-open': 'a safety action has nobody', restricted: 'it is set aside', 'on-hold': 'it is on hold' }[retention.why]}`;
  }
}

/** One case that cannot be opened does not stop the others. */
async function reseal({ sealed, parts, firstKey }: AdminDesk, { at, by }: RecordKeeper): Promise<AdminSaid> {
  if (firstKey === undefined) return refused('SEAL_KEYS is not set, so there is nothing to seal with.');
  const counts = { cases: 0, items: 0 };
  const problems: string[] = [];
  for await (const { caseId } of sealed.all()) {
    counts.cases += 1;
    await sealed.reseal(caseId).then(
      (items) => void (counts.items += items),
      (error: unknown) => void problems.push(error instanceof Error ? error.message : String(error)),
    );
  }
  await parts.audit.record([{ at, by, verb: 'reseal', place: 'terminal', what: firstKey, outcome: problems.length === 0 ? 'done' : 'failed' }]);
  const text = `${counts.items} items of ${counts.cases} cases were sealed anew under the key ${firstKey}.`;
  return problems.length === 0 ? done(`${text} No other key is needed for them any more; older backups still need theirs.`) : refused([text, `${problems.length} cases could not be sealed:`, ...new Set(problems)].join('\n'));
}
