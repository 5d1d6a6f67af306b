/** The end of an erasure: what others can read was replaced, and now the case itself goes. */
import { presentHome } from '../cards/present';
import type { CaseDesk } from './caseDesk';
import { idForAudit } from './auditOf';
import type { Parts } from './ports';
import type { Delivered } from './delivered';

const endings = {
  asked: 'It was asked for. Whoever manages records in your service can say more.',
  retention: 'It had been closed for as long as your service keeps records.',
  mistake: 'It was not meant to be there.',
} as const;

/** That it happened is kept first, then nothing of the case. Its worker is told by its reference, as far as they can be reached. */
export async function finishErasure(parts: Parts, { caseId, state }: CaseDesk, at: string): Promise<Delivered> {
  const { erasing } = state.record;
  if (!erasing) throw new Error(`Case ${caseId} is not being erased`);
  await parts.audit.record([{ at, by: idForAudit(erasing.by), verb: 'erase', caseId: idForAudit(caseId), what: `erased-${erasing.why}`, outcome: 'done' }]);
  await parts.cases.erase(caseId);
  const text = `Nothing of it is left with me. ${endings[erasing.why]} Cards of it that stand in this chat are not mine to remove: please delete them.`;
  await parts.messenger.tell(state.worker, presentHome({ kind: 'notice', title: `${state.ref} was erased`, text }, { content: parts.content(state.framework) })).catch(() => undefined);
  return { sent: { kind: 'sent', message: 'erased' }, record: [] };
}
