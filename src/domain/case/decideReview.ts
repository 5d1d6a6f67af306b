/** Decisions on a posted plan, and what the platform confirmed about it. Nobody reviews their own plan. */
import type { CaseReading } from '../analysis/caseReading';
import { holdsThePlan } from '../analysis/concerns';
import type { Concern } from '../analysis/finding';
import { needsProfessional } from '../analysis/tier';
import { isReviewRefused } from '../plan/draftSharing';
import type { OpenCase, Submission } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';

/** What the host knows of the person who acts: signed by the platform, looked up in the roster, never from a card. */
export type Rights = { readonly isMember: boolean; readonly isSupervisor: boolean; readonly mayReviewOwn: boolean; readonly name: string };

export type ReviewCommand =
  | { type: 'Agree'; version: number; rights: Rights }
  | { type: 'AskChange'; version: number; line: string; words: string; rights: Rights }
  | { type: 'TakeToSupervision'; version: number; words?: string; rights: Rights }
  | { type: 'OpenFullPlan'; version: number; rights: Rights }
  | { type: 'RecordPosted'; version: number; message: string }
  | { type: 'RecordPostFailed'; version: number; reason: string; final: boolean }
  | { type: 'RecordDelivered'; version: number; to: 'worker' | 'card'; decision: string }
  | { type: 'RecordGivenUp'; version: number; to: 'worker' | 'card'; decision: string; reason: string };

type Now = Pick<CaseReading, 'concerns' | 'conversation'>;

/** The case as it reads now: a plan that passed when it was posted is not agreed over something that came up since, nor read and decided on when the person has said no to that. */
export function decideReview(command: ReviewCommand, envelope: Envelope, state: OpenCase, reading: Now): Decision {
  const sent = state.submissions.find(({ plan }) => plan.version === command.version);
  if (!sent) return refuse('not-posted');
  switch (command.type) {
    case 'RecordPosted':
      if (sent.message === command.message || sent.copies.includes(command.message)) return refuse('already-posted');
      return accept({ type: 'PlanPosted', ...envelope, version: command.version, message: command.message });
    case 'RecordPostFailed':
      return recordPostFailed(command, envelope, sent);
    case 'RecordDelivered':
      if (isSettled(sent, command)) return refuse('nothing-changed');
      return accept({ type: 'DecisionDelivered', ...envelope, version: command.version, to: command.to, decision: command.decision });
    case 'RecordGivenUp':
      if (isSettled(sent, command)) return refuse('nothing-changed');
      return accept({ type: 'DeliveryGivenUp', ...envelope, version: command.version, to: command.to, decision: command.decision, reason: command.reason });
    case 'OpenFullPlan':
      return mayRead(command.rights, envelope.by, state) ?? withheld(envelope.by, state, reading) ?? accept({ type: 'PlanOpenedByReviewer', ...envelope, version: command.version, reviewer: command.rights.name });
    case 'Agree':
    case 'AskChange':
    case 'TakeToSupervision':
      return decideOn(command, envelope, state, reading);
  }
}

const isSettled = ({ delivered, givenUp }: Submission, { to, decision }: { to: string; decision: string }): boolean => [...delivered, ...givenUp].includes(`${to}:${decision}`);

/** One event for each change of the reason, however often it is tried. */
function recordPostFailed({ version, reason, final }: Extract<ReviewCommand, { type: 'RecordPostFailed' }>, envelope: Envelope, sent: Submission): Decision {
  if (sent.message !== undefined) return refuse('already-posted');
  if (sent.failed === reason && (sent.stuck ?? false) === final) return refuse('nothing-changed');
  return accept({ type: 'PostFailed', ...envelope, version, reason, ...(final ? { final: true } : {}) });
}

function decideOn(command: Extract<ReviewCommand, { type: 'Agree' | 'AskChange' | 'TakeToSupervision' }>, envelope: Envelope, state: OpenCase, { concerns, conversation }: Now): Decision {
  const barred = mayReview(command.rights, envelope.by, state, command.version);
  if (barred) return barred;
  const latest = state.submissions.at(-1)!;
  if (latest.plan.version !== command.version) return refuse('old-version');
  const last = latest.decisions.at(-1);
  if (last && last.kind !== 'supervision') return refuse('already-decided');
  if (isReviewRefused(conversation)) return refuse('consent-withdrawn');
  const reviewer = command.rights.name;
  switch (command.type) {
    case 'Agree':
      if (!latest.plan.gate.every(({ ok }) => ok)) return refuse('gate-not-passed');
      return concerns.some(mustBeOwnedFirst) ? refuse('came-up-since') : accept({ type: 'PlanAgreed', ...envelope, version: command.version, reviewer });
    case 'AskChange':
      return command.words.trim() === '' ? refuse('words-missing') : accept({ type: 'ChangeAsked', ...envelope, version: command.version, reviewer, line: command.line, words: command.words });
    case 'TakeToSupervision':
      if (last) return refuse('already-decided');
      return accept({ type: 'TakenToSupervision', ...envelope, version: command.version, reviewer, ...(command.words?.trim() ? { words: command.words } : {}) });
  }
}

/** What must be taken on today, and a need that a professional has to own (tier 3). */
const mustBeOwnedFirst = (concern: Concern): boolean => holdsThePlan(concern) || (needsProfessional(concern) && !concern.owner?.trim());

function mayRead({ isMember, isSupervisor }: Rights, by: string, state: OpenCase): Decision | undefined {
  if (by === state.worker) return undefined;
  if (!isMember) return refuse('not-a-member');
  return isSupervisor ? undefined : refuse('not-a-reviewer');
}

/** Its worker knows it as it is. */
const withheld = (by: string, { worker }: OpenCase, { conversation }: Now): Decision | undefined => (by !== worker && isReviewRefused(conversation) ? refuse('consent-withdrawn') : undefined);

/** Whoever posted it does not decide on it either, should the case have gone to another link worker since. */
function mayReview(rights: Rights, by: string, state: OpenCase, version: number): Decision | undefined {
  const isTheirs = by === state.worker || state.submissions.some((sent) => sent.plan.version === version && sent.by === by);
  if (isTheirs) return rights.mayReviewOwn ? undefined : refuse('own-plan');
  return mayRead(rights, by, state);
}
