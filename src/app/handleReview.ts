/** A press on a posted plan, in the place where it is reviewed. Drawn from the frozen plan alone. */
import type { ActionOf, CardAction } from '../cards/actions';
import { presentReview } from '../cards/presentReview';
import { refusalText } from '../cards/refusals';
import type { ReviewDesk } from '../cards/screen';
import type { Rights } from '../domain/case/decideReview';
import type { Command } from '../domain/case/decide';
import type { Refusal } from '../domain/case/decision';
import { planSafetyOf } from '../domain/analysis/safetyAction';
import { isReviewRefused, takenBackSince } from '../domain/plan/draftSharing';
import { auditView } from './auditOf';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import { dayInLondon } from '../domain/case/londonTime';
import { byTheBot } from '../domain/case/owed';
import { owedBy } from '../domain/case/owedSafety';
import { home } from './homeCards';
import { authorityNow } from './organisationNow';
import { claimMessage } from './ownMessage';
import type { Parts } from './ports';
import type { Outcome, Turn } from './turn';
import { typedWith } from './typedWith';

const reviewVerbs = ['agree', 'show-change-form', 'ask-change', 'to-supervision', 'open-full-plan', 'show-posted'] as const;
export type ReviewAction = ActionOf<(typeof reviewVerbs)[number]>;
export const isReviewAction = (action: CardAction): action is ReviewAction => (reviewVerbs as readonly string[]).includes(action.verb);

export async function handleReview(parts: Parts, turn: Turn, action: ReviewAction): Promise<Outcome> {
  const found = await loadDesk(parts, action.caseId, turn.at);
  const posted = found && reviewDeskOf(parts, found, action.version);
  const rights = found && posted && (await rightsOf(parts, turn, found, posted));
  if (!found || !posted || !rights?.isMember || isElsewhere(turn, posted)) {
    auditView(parts, turn, action.caseId, 'refused');
    return { shown: home(parts, { kind: 'notice', title: 'I cannot open that plan here', text: 'It was not posted in this conversation, or you are not in it any more. Nothing was changed.' }), ...wordsBack(parts, action) };
  }
  const desk = await learnMessage(parts, turn, found, posted);
  const command = commandOf(action, rights);
  if (!command) return { shown: presentReview(action.verb === 'show-change-form' ? { kind: 'change-form' } : { kind: 'posted-plan' }, reviewDeskOf(parts, desk, action.version) ?? posted) };
  const press = turn.message === undefined ? {} : { press: `${action.verb}.${turn.message}` };
  const done = await act(parts, desk, { at: turn.at, by: turn.by.id, ...press }, () => command);
  const review = reviewDeskOf(parts, done.desk, action.version) ?? posted;
  if (done.kind === 'refused') return refused(parts, turn, action, { reason: done.reason, review });
  const shown = presentReview({ kind: 'posted-plan' }, review);
  if (action.verb === 'open-full-plan') return { shown, ownChat: presentReview({ kind: 'full-plan' }, review) };
  return { shown, ...(isItsOwn(turn, review) ? { everyone: shown } : {}), ...(owedBy(done.desk.reading).length > 0 ? { owes: done.desk.caseId } : {}) };
}

function refused(parts: Parts, turn: Turn, action: ReviewAction, { reason, review }: { readonly reason: Refusal; readonly review: ReviewDesk }): Outcome {
  // A second press on the same button is the same act: it shows the plan as it was decided.
  if (reason === 'already-decided' && hasDecidedSo(review, turn, action)) return { shown: presentReview({ kind: 'posted-plan' }, review) };
  const text = refusalText(reason);
  const needsWords = action.verb === 'ask-change' && reason === 'words-missing';
  return { shown: presentReview(needsWords ? { kind: 'change-form', problem: text } : { kind: 'cannot', text }, review), ...wordsBack(parts, action) };
}

/** A plan is decided on where it was posted, or one to one: nobody brings it to where others read. */
const isElsewhere = ({ where }: Turn, { submission }: ReviewDesk): boolean => where.kind !== 'personal' && where.place !== submission.place.id;

/** What a reviewer wrote comes back one to one: the card in the channel has no box for it any more. */
function wordsBack(parts: Parts, action: ReviewAction): Pick<Outcome, 'ownChat'> {
  const typed = typedWith(action);
  return typed === '' ? {} : { ownChat: home(parts, { kind: 'notice', title: 'What you wrote about a plan was not kept', text: 'It could not be taken where you wrote it, so nobody has read it.', typed }) };
}

/** More than any bad day leaves behind. */
const mostCopies = 5;

/**
 * A post whose answer was lost may have arrived all the same: then a press is how its message becomes known. It is not
 * posted again, and is drawn again like any other. What another plan or notice is known to show is not taken for it.
 */
async function learnMessage(parts: Parts, { at, on, where }: Turn, desk: CaseDesk, { submission }: ReviewDesk): Promise<CaseDesk> {
  const isThere = on !== undefined && where.kind !== 'personal' && where.place === submission.place.id;
  if (!isThere || isMessageOf(submission, on) || submission.copies.length >= mostCopies) return desk;
  if (!(await claimMessage(parts, on, at))) return desk;
  return (await act(parts, desk, { at, by: byTheBot }, () => ({ type: 'RecordPosted', version: submission.plan.version, message: on }))).desk;
}

const isMessageOf = ({ message, copies }: ReviewDesk['submission'], on: string): boolean => message === on || copies.includes(on);

/** Only then is what it shows replaced for everybody. */
const isItsOwn = ({ on }: Turn, { submission }: ReviewDesk): boolean => on !== undefined && isMessageOf(submission, on);

const decisionOf = { agree: 'agreed', 'ask-change': 'change', 'to-supervision': 'supervision' } as const;

/** Other words are another act: they were not kept. */
function hasDecidedSo({ submission }: ReviewDesk, { by }: Turn, action: ReviewAction): boolean {
  const last = submission.decisions.at(-1);
  const isTheSame = last !== undefined && last.reviewer === by.name && action.verb in decisionOf && decisionOf[action.verb as keyof typeof decisionOf] === last.kind;
  return isTheSame && typedWith(action).trim() === (last.words ?? '').trim();
}

export function reviewDeskOf(parts: Pick<Parts, 'settings'>, { caseId, state, reading }: CaseDesk, version: number): ReviewDesk | undefined {
  const submission = state.submissions.find(({ plan }) => plan.version === version);
  const previous = state.submissions.filter(({ plan }) => plan.version < version).at(-1);
  const latest = state.submissions.at(-1)?.plan.version ?? version;
  return submission && { caseId, ref: state.ref, workerName: state.workerName, submission, latest, safety: planSafetyOf(reading), takenBack: takenBackSince(submission.plan.body.sharing, reading.conversation), selfReview: parts.settings.selfReview, ...(previous ? { previous } : {}), ...(state.closed ? { closedOn: dayInLondon(state.closed.at) } : {}), ...setAsideOf(reading) };
}

function setAsideOf({ state: { record }, conversation }: CaseDesk['reading']): Pick<ReviewDesk, 'setAside'> {
  if (record.erasing) return { setAside: 'withdrawn' };
  if (record.restricted) return { setAside: 'restricted' };
  return isReviewRefused(conversation) ? { setAside: 'consent' } : {};
}

async function rightsOf(parts: Parts, turn: Turn, { state }: CaseDesk, { submission }: ReviewDesk): Promise<Rights> {
  const { mayWork, mayReview } = await authorityNow(parts, turn.by.id, state.worker);
  return {
    // What stays in the channel stays theirs to read there; the plan in full goes with the case.
    isMember: turn.by.id === state.worker ? mayWork : (await parts.messenger.isIn(turn.by.id, submission.place.id)) === true,
    isSupervisor: mayReview,
    mayReviewOwn: parts.settings.selfReview,
    name: turn.by.name,
  };
}

function commandOf(action: ReviewAction, rights: Rights): Command | undefined {
  const { version } = action;
  switch (action.verb) {
    case 'agree':
      return { type: 'Agree', version, rights };
    case 'ask-change':
      return { type: 'AskChange', version, line: action.line, words: action.words, rights };
    case 'to-supervision':
      return { type: 'TakeToSupervision', version, words: action.words, rights };
    case 'open-full-plan':
      return { type: 'OpenFullPlan', version, rights };
    case 'show-change-form':
    case 'show-posted':
      return undefined;
  }
}
