/** What is owed and not yet done: derived from the events, delivered by whoever comes first, recorded once confirmed. */
import { presentHome } from '../cards/present';
import { presentReview } from '../cards/presentReview';
import type { Command } from '../domain/case/decide';
import { owedOf, type Owed } from '../domain/case/owed';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import { reviewDeskOf } from './handleReview';
import type { Parts, Sent } from './ports';
import type { Shown } from './turn';

/** Returns how many things are still owed. Nothing is recorded as done before the platform confirmed it. */
export const deliverDue = (parts: Parts) => async (caseId: string, at: string): Promise<number> => {
  let desk = await loadDesk(parts, caseId, at.slice(0, 10));
  if (!desk) return 0;
  for (const owed of owedOf(desk.state)) {
    const sent = await deliver(parts, desk, owed);
    const command = recordOf(owed, sent);
    if (command) desk = (await act(parts, desk, { at, by: 'threefold' }, () => command)).desk;
  }
  return owedOf(desk.state).length;
};

/** Everything that any case owes, for start-up and for the clock. */
export const deliverAllDue = (parts: Parts) => async (at: string): Promise<number> => {
  let still = 0;
  for (const { caseId } of await parts.cases.headsThatOwe()) still += await deliverDue(parts)(caseId, at);
  return still;
};

async function deliver(parts: Parts, desk: CaseDesk, owed: Owed): Promise<Sent> {
  const { submission } = owed;
  const review = reviewDeskOf(parts, desk, submission.plan.version)!;
  switch (owed.kind) {
    case 'post':
      return parts.messenger.post(submission.place, presentReview({ kind: 'posted-plan' }, review));
    case 'redraw':
      return parts.messenger.update(submission.place, submission.message!, presentReview({ kind: 'posted-plan' }, review));
    case 'tell-worker':
      return parts.messenger.tell(desk.state.worker, noticeOf(parts, desk, owed));
  }
}

function noticeOf(parts: Parts, { caseId, state }: CaseDesk, { decision, submission }: Extract<Owed, { kind: 'tell-worker' }>): Shown {
  const what = { agreed: 'agreed the plan', change: 'asked for a change', supervision: 'would like to talk about the plan in supervision' }[decision.kind];
  const next = { agreed: 'Next: the introduction and the first visit.', change: 'Open the plan to see what was asked.', supervision: 'The plan stays open until then.' }[decision.kind];
  const words = decision.words === undefined ? '' : ` They wrote: ${decision.words}`;
  return presentHome({ kind: 'notice', title: `${state.ref}: ${decision.reviewer} ${what}`, text: `Version ${submission.plan.version}. ${next}${words}`, caseId, rev: state.rev }, { content: parts.content(state.framework) });
}

function recordOf(owed: Owed, sent: Sent): Command | undefined {
  const { version } = owed.submission.plan;
  if (sent.kind === 'failed') return owed.kind === 'post' ? { type: 'RecordPostFailed', version, reason: sent.reason } : undefined;
  switch (owed.kind) {
    case 'post':
      return { type: 'RecordPosted', version, message: sent.message };
    case 'redraw':
      return { type: 'RecordDelivered', version, to: 'card', decision: owed.key };
    case 'tell-worker':
      return { type: 'RecordDelivered', version, to: 'worker', decision: owed.key };
  }
}
