/** Decisions on a posted plan, and what the platform confirmed about it. Nobody reviews their own plan. */
import type { OpenCase } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';

/** What the host knows of the person who acts: signed by the platform, looked up in the roster, never from a card. */
export type Rights = { readonly isMember: boolean; readonly isSupervisor: boolean; readonly mayReviewOwn: boolean; readonly name: string };

export type ReviewCommand =
  | { type: 'Agree'; version: number; rights: Rights }
  | { type: 'AskChange'; version: number; line: string; words: string; rights: Rights }
  | { type: 'TakeToSupervision'; version: number; words?: string; rights: Rights }
  | { type: 'OpenFullPlan'; version: number; rights: Rights }
  | { type: 'RecordPosted'; version: number; message: string }
  | { type: 'RecordPostFailed'; version: number; reason: string }
  | { type: 'RecordDelivered'; version: number; to: 'worker' | 'card'; decision: string };

export function decideReview(command: ReviewCommand, envelope: Envelope, state: OpenCase): Decision {
  const sent = state.submissions.find(({ plan }) => plan.version === command.version);
  if (!sent) return refuse('not-posted');
  switch (command.type) {
    case 'RecordPosted':
      return sent.message === undefined ? accept({ type: 'PlanPosted', ...envelope, version: command.version, message: command.message }) : refuse('already-posted');
    case 'RecordPostFailed':
      return sent.failed === command.reason ? refuse('nothing-changed') : accept({ type: 'PostFailed', ...envelope, version: command.version, reason: command.reason });
    case 'RecordDelivered':
      if (sent.delivered.includes(`${command.to}:${command.decision}`)) return refuse('nothing-changed');
      return accept({ type: 'DecisionDelivered', ...envelope, version: command.version, to: command.to, decision: command.decision });
    case 'OpenFullPlan':
      return mayRead(command.rights, envelope.by, state) ?? accept({ type: 'PlanOpenedByReviewer', ...envelope, version: command.version, reviewer: command.rights.name });
    case 'Agree':
    case 'AskChange':
    case 'TakeToSupervision':
      return decideOn(command, envelope, state);
  }
}

function decideOn(command: Extract<ReviewCommand, { type: 'Agree' | 'AskChange' | 'TakeToSupervision' }>, envelope: Envelope, state: OpenCase): Decision {
  const barred = mayReview(command.rights, envelope.by, state);
  if (barred) return barred;
  const latest = state.submissions.at(-1)!;
  if (latest.plan.version !== command.version) return refuse('old-version');
  const last = latest.decisions.at(-1);
  if (last && last.kind !== 'supervision') return refuse('already-decided');
  const reviewer = command.rights.name;
  switch (command.type) {
    case 'Agree':
      return latest.plan.gate.every(({ ok }) => ok) ? accept({ type: 'PlanAgreed', ...envelope, version: command.version, reviewer }) : refuse('gate-not-passed');
    case 'AskChange':
      return command.words.trim() === '' ? refuse('words-missing') : accept({ type: 'ChangeAsked', ...envelope, version: command.version, reviewer, line: command.line, words: command.words });
    case 'TakeToSupervision':
      if (last) return refuse('already-decided');
      return accept({ type: 'TakenToSupervision', ...envelope, version: command.version, reviewer, ...(command.words?.trim() ? { words: command.words } : {}) });
  }
}

function mayRead({ isMember, isSupervisor }: Rights, by: string, state: OpenCase): Decision | undefined {
  if (by === state.worker) return undefined;
  if (!isMember) return refuse('not-a-member');
  return isSupervisor ? undefined : refuse('not-a-reviewer');
}

function mayReview(rights: Rights, by: string, state: OpenCase): Decision | undefined {
  if (by === state.worker) return rights.mayReviewOwn ? undefined : refuse('own-plan');
  return mayRead(rights, by, state);
}
