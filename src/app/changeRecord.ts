/**
 * What administrators and operators do with a record as a whole: set it aside, keep it on, add what the person says is
 * wrong, erase it, give it out. Who may is said by whoever calls, from the signed identity or the terminal; it is
 * recorded before anything is given out.
 */
import type { CaseHead } from '../domain/case/head';
import type { Refusal } from '../domain/case/decision';
import type { RecordCommand, RecordRights } from '../domain/case/decideRecord';
import type { AuditEntry } from '../domain/record/auditEntry';
import { owedBy } from '../domain/case/owedSafety';
import { plainRef } from '../domain/case/ref';
import { readPersonRecord, type PersonRecord } from '../domain/record/personRecord';
import { idForAudit } from './auditOf';
import { act, loadDesk } from './caseDesk';
import type { Parts } from './ports';

export type RecordKeeper = { readonly at: string; readonly by: string; readonly rights: RecordRights; readonly place: 'personal' | 'terminal' };
export type RecordChange = RecordCommand extends infer Each ? (Each extends RecordCommand ? Omit<Each, 'rights'> : never) : never;
export type RecordChanged = { readonly kind: 'done'; /** Something is still to be replaced where others read. */ readonly isOwed: boolean } | { readonly kind: 'refused'; readonly reason: Refusal };

const verbs: Readonly<Record<RecordChange['type'], AuditEntry['verb']>> = { RestrictCase: 'restrict', LiftRestriction: 'lift', HoldCase: 'hold', LiftHold: 'lift', AddStatement: 'correct', RecordRetentionWarned: 'warn', RecordRetentionAnnounced: 'warn', EraseCase: 'erase' };

/** A refusal is recorded too. What it owes then is brought out by `deliverDue`, which also ends an erasure. */
export const changeRecord = (parts: Parts) => async (caseId: string, keeper: RecordKeeper, change: RecordChange): Promise<RecordChanged> => {
  const { at, by, rights } = keeper;
  const refused = async (reason: Refusal): Promise<RecordChanged> => {
    await parts.audit.record([{ ...entryOf(caseId, keeper), verb: verbs[change.type], what: reason, outcome: 'refused' }]);
    return { kind: 'refused', reason };
  };
  const desk = await loadDesk(parts, caseId, at);
  if (!desk) return refused('no-such-case');
  const done = await act(parts, desk, { at, by }, () => ({ ...change, rights }));
  if (done.kind === 'refused') return refused(done.reason);
  return { kind: 'done', isOwed: owedBy(done.desk.reading).length > 0 };
};

/** Everything about one person, for the person (UK GDPR, article 15). */
export const exportRecord = (parts: Parts) => async (caseId: string, keeper: RecordKeeper): Promise<PersonRecord | { readonly kind: 'refused'; readonly reason: Refusal }> => {
  const desk = keeper.rights.mayManageRecords ? await loadDesk(parts, caseId, keeper.at) : undefined;
  await parts.audit.record([{ ...entryOf(caseId, keeper), verb: 'export', outcome: desk ? 'done' : 'refused' }]);
  if (!desk) return { kind: 'refused', reason: keeper.rights.mayManageRecords ? 'no-such-case' : 'not-your-case' };
  return readPersonRecord({ reading: desk.reading, events: desk.events, trail: await parts.audit.ofCase(idForAudit(caseId)), at: keeper.at });
};

/** Who saw or did what with a case: for its owner and for administrators. */
export const trailOf = (parts: Pick<Parts, 'audit'>, caseId: string): Promise<readonly AuditEntry[]> => parts.audit.ofCase(idForAudit(caseId));

/** A case by its reference, whoever's it is: for whoever manages records. */
export const headOfRef = ({ cases }: Pick<Parts, 'cases'>, ref: string): Promise<CaseHead | undefined> => cases.headOfRef(plainRef(ref));

const entryOf = (caseId: string, { at, by, place }: RecordKeeper): Omit<AuditEntry, 'verb' | 'outcome'> => ({ at, by: idForAudit(by), caseId: idForAudit(caseId), place });
