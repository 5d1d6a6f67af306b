/** What the audit trail says of what happened to a case: who, when and what kind of thing; no event's words. */
import type { CaseEvent } from '../domain/case/event';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { AuditEntry, AuditVerb } from '../domain/record/auditEntry';
import { byTheBot } from '../domain/case/owed';
import type { AuditTrail, Parts } from './ports';
import type { Turn } from './turn';

const verbs: Readonly<Partial<Record<CaseEvent['type'], AuditVerb>>> = {
  PlanPosted: 'post',
  SafetyNoticePosted: 'post',
  SafetyNoticeChanged: 'post',
  DecisionDelivered: 'post',
  WorkerReminded: 'post',
  PlanAgreed: 'decide',
  ChangeAsked: 'decide',
  TakenToSupervision: 'decide',
  PlanOpenedByReviewer: 'open',
  CaseRestricted: 'restrict',
  RestrictionLifted: 'lift',
  HoldPlaced: 'hold',
  HoldLifted: 'lift',
  StatementAdded: 'correct',
  PersonCorrected: 'correct',
  RetentionWarned: 'warn',
  RetentionAnnounced: 'warn',
  ErasureBegun: 'erase',
};
/** Recorded where they are asked for, with whether they were refused; and what goes with something else that is recorded. */
const recordedElsewhere: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>(['CaseOpenedBySupervisor', 'CaseHandedOver', 'LessonOwed', 'LessonKept']);
/** Must not happen without a trace, so they are not only noted. */
const mustStand: ReadonlySet<AuditVerb> = new Set<AuditVerb>(['open', 'decide', 'restrict', 'lift', 'hold', 'erase']);

/** Ids come from the platform and the bot. One that does not look like it, as a forged card may hold, is written so that it holds no words and stops nothing. */
export const idForAudit = (id: string): string => (/^\S{1,300}$/.test(id) ? id : id.slice(0, 300).replace(/[^\w.:@-]/gu, '_') || 'nobody');

/** One entry for each kind of thing that one act did. */
export async function auditHappened({ audit }: Pick<Parts, 'audit'>, { caseId, state }: Pick<CaseReading, 'caseId' | 'state'>, events: readonly CaseEvent[]): Promise<void> {
  const types = [...new Set(events.map(({ type }) => type))].filter((type) => !recordedElsewhere.has(type));
  const entries = types.map((type): AuditEntry => {
    const event = events.find((one) => one.type === type)!;
    return { at: event.at, by: idForAudit(event.by), verb: verbs[type] ?? 'change', caseId: idForAudit(caseId), what: type, ...placeOf(event, state), outcome: 'done' };
  });
  const standing = entries.filter(({ verb, by }) => mustStand.has(verb) && by !== byTheBot);
  for (const entry of entries) if (!standing.includes(entry)) audit.note(entry);
  if (standing.length > 0) await audit.record(standing).catch((trouble: unknown) => keepForLater(audit, standing, trouble));
}

/** It stands in the case by now, and cannot be taken back: the trail gets it with the next flush. What was only to be looked at is not shown. */
function keepForLater(audit: AuditTrail, entries: readonly AuditEntry[], trouble: unknown): void {
  for (const entry of entries) audit.note(entry);
  if (entries.some(({ verb }) => verb === 'open')) throw trouble;
}

/** Of what is done by now and cannot be taken back: the trail gets it with the next flush when it does not take it at once. */
export async function auditDone({ audit }: Pick<Parts, 'audit'>, entries: readonly AuditEntry[]): Promise<void> {
  await audit.record(entries).catch(() => {
    for (const entry of entries) audit.note(entry);
  });
}

/** Where it was done, or where it went, as far as the event tells. */
function placeOf(event: CaseEvent, { submissions }: CaseReading['state']): Pick<AuditEntry, 'place'> {
  if ('place' in event && typeof event.place === 'object') return { place: event.place.kind };
  if (event.type === 'WorkerReminded' || event.type === 'RetentionWarned' || event.type === 'RetentionAnnounced' || (event.type === 'DecisionDelivered' && event.to === 'worker')) return { place: 'personal' };
  const submission = 'version' in event ? submissions.find(({ plan }) => plan.version === event.version) : undefined;
  return submission ? { place: submission.place.kind } : {};
}

/** Somebody looked at a case of their own; `refused`: it is somebody else's, or there is none. */
export function auditView({ audit }: Pick<Parts, 'audit'>, { at, by, where }: Turn, caseId: string, outcome: 'done' | 'refused' = 'done'): void {
  audit.note({ at, by: idForAudit(by.id), verb: 'view', caseId: idForAudit(caseId), place: where.kind, outcome });
}
