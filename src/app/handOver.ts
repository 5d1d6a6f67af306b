/** A case goes to another link worker: by a supervisor of the team or an administrator, with the reason, on the record. */
import type { CaseHead } from '../domain/case/head';
import type { Refusal } from '../domain/case/decision';
import { memberOf, nameOfMember, type Organisation } from '../domain/organisation/organisation';
import { auditDone, idForAudit } from './auditOf';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import type { Parts } from './ports';
import type { Turn } from './turn';

export const openHeadsOf = async ({ cases }: Parts, worker: string): Promise<readonly CaseHead[]> => (await cases.headsOf(worker)).filter(({ state }) => state !== 'closed');

type Given = { readonly kind: 'done'; readonly desk: CaseDesk } | { readonly kind: 'refused'; readonly reason: Refusal };
type Asked = { readonly to: string; readonly reason: string };

/** Whether they may give it to this person is decided on the organisation as it is when the case is written to. */
export async function handOver(parts: Parts, { at, by }: Turn, organisation: Organisation, { caseId, to, reason }: Asked & { readonly caseId: string }): Promise<Given> {
  const found = await loadDesk(parts, caseId, at);
  if (!found) return { kind: 'refused', reason: 'no-such-case' };
  const done = await act(parts, found, { at, by: by.id }, () => ({ type: 'HandOver', to, toName: nameOfMember(memberOf(organisation, to)), name: by.name, reason }));
  const entry = { at, by: idForAudit(by.id), verb: 'hand-over', caseId: idForAudit(caseId), place: 'personal' } as const;
  if (done.kind === 'refused') {
    await parts.audit.record([{ ...entry, outcome: 'refused' }]);
    return { kind: 'refused', reason: done.reason };
  }
  await auditDone(parts, [{ ...entry, outcome: 'done' }]);
  return { kind: 'done', desk: done.desk };
}

/** About one case alone, and none of the others: it is on its way out, or somebody else was first. */
const ofThisCase: ReadonlySet<Refusal> = new Set<Refusal>(['case-is-being-erased', 'no-such-case', 'nothing-changed', 'not-your-case']);

export type AllGiven = { /** Ids of the cases. */ readonly given: readonly string[]; /** How many stay where they are, each for a reason of its own. */ readonly stay: number; /** Why no further one was tried: it holds for all. */ readonly refused?: Refusal };

/** All open cases of somebody, one event a case. What was handed over when it breaks off is: the same again does the rest. */
export async function handOverAll(parts: Parts, turn: Turn, organisation: Organisation, { from, ...asked }: Asked & { readonly from: string }): Promise<AllGiven> {
  const given: string[] = [];
  let stay = 0;
  for (const { caseId } of await openHeadsOf(parts, from)) {
    const done = await handOver(parts, turn, organisation, { caseId, ...asked });
    if (done.kind === 'done') given.push(caseId);
    else if (ofThisCase.has(done.reason)) stay += 1;
    else return { given, stay, refused: done.reason };
  }
  return { given, stay };
}
