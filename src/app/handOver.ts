/** A case goes to another link worker: by a supervisor of the team or an administrator, with the reason, on the record. */
import type { CaseHead } from '../domain/case/head';
import type { Refusal } from '../domain/case/decision';
import { isAdministrator, type Appointed } from '../domain/organisation/authority';
import { memberOf, membersByName, nameOfMember, teamOfWorker, type Member, type Organisation } from '../domain/organisation/organisation';
import { idForAudit } from './auditOf';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import type { Parts } from './ports';
import type { Turn } from './turn';

export const openHeadsOf = async ({ cases }: Parts, worker: string): Promise<readonly CaseHead[]> => (await cases.headsOf(worker)).filter(({ state }) => state !== 'closed');

/** Link workers to whom this person may give a case of `from`: of any team as an administrator, of their own teams as a supervisor. */
export function workersToGiveTo(organisation: Organisation, appointed: Appointed, by: string, from: string): readonly Member[] {
  const { supervises } = memberOf(organisation, by);
  const team = teamOfWorker(organisation, from);
  const mayGive = (worksIn: string): boolean => isAdministrator(organisation, appointed, by) || (supervises.has(worksIn) && team !== undefined && supervises.has(team));
  return membersByName(organisation).filter(({ id, worksIn, leftAt }) => id !== from && leftAt === undefined && worksIn !== undefined && mayGive(worksIn));
}

type Given = { readonly kind: 'done'; readonly desk: CaseDesk } | { readonly kind: 'refused'; readonly reason: Refusal };

export async function handOver(parts: Parts, { at, by }: Turn, organisation: Organisation, { caseId, to, reason }: { readonly caseId: string; readonly to: string; readonly reason: string }): Promise<Given> {
  const found = await loadDesk(parts, caseId, at.slice(0, 10));
  if (!found) return { kind: 'refused', reason: 'no-such-case' };
  const mayTakeOn = workersToGiveTo(organisation, parts.settings, by.id, found.state.worker).some(({ id }) => id === to);
  const done = await act(parts, found, { at, by: by.id }, () => ({ type: 'HandOver', to, toName: nameOfMember(memberOf(organisation, to)), mayTakeOn, name: by.name, reason }));
  await parts.audit.record([{ at, by: idForAudit(by.id), verb: 'hand-over', caseId: idForAudit(caseId), place: 'personal', outcome: done.kind === 'done' ? 'done' : 'refused' }]);
  return done.kind === 'done' ? { kind: 'done', desk: done.desk } : { kind: 'refused', reason: done.reason };
}
