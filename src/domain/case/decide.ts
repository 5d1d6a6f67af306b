/** What may happen next. Refusals are values: "that card is old" is normal conversation. */
import { dayInLondon } from './londonTime';
import { holdsThePlan } from '../analysis/concerns';
import type { CaseReading } from '../analysis/caseReading';
import type { Authority } from '../organisation/authority';
import { refusalOf, type EditRefusal } from '../plan/applyEdits';
import { isReviewRefused } from '../plan/draftSharing';
import { entryAt } from '../plan/entries';
import type { FrozenPlan } from '../plan/frozenPlan';
import type { Case, OpenCase, Submission } from './case';
import { decideAnswer, decideNote, keepWords, type AnswerCommand, type KeepWordsCommand, type NoteCommand } from './decideAnswer';
import { decideConcern, isOnConcern, type ConcernCommand } from './decideConcern';
import { decideCourse, type CourseCommand } from './decideCourse';
import { decideOption, type OptionCommand } from './decideOption';
import { barredBy, decideRecord, isOnRecord, type RecordCommand } from './decideRecord';
import { decideReview, type ReviewCommand } from './decideReview';
import { decideSafety, type SafetyCommand } from './decideSafety';
import { decideSupervision, isSupervision, type SupervisionCommand } from './decideSupervision';
import { accept, refuse, type Decision, type Envelope, type Refusal } from './decision';
import { optionalText } from './optionalText';
import type { CaseEvent, Mode, Place } from './event';
import { nextPrompt, previousPrompt, stepNow } from './steps';
import { takeBackWords, type TakeBackCommand } from './takeBackWords';

export type Command =
  | { type: 'OpenCase'; ref: string; framework: string; mode: Mode; name: string; yearOfBirth?: number; referral?: string; note?: { id: string; text: string }; workerName: string }
  | { type: 'CorrectPerson'; name: string; yearOfBirth?: number }
  | { type: 'RecordReferral'; words: string }
  | { type: 'ChangeMode'; mode: Mode }
  | AnswerCommand
  | KeepWordsCommand
  | TakeBackCommand
  | NoteCommand
  | { type: 'SkipPrompt'; prompt: string; why: 'not-today' | 'rather-not-say' }
  | { type: 'ParkPrompt'; prompt: string }
  | { type: 'OpenPrompt'; prompt: string; part?: string }
  | { type: 'GoNext' }
  | { type: 'GoBack' }
  | { type: 'Observe'; prompt?: string; words: string }
  | ConcernCommand
  | { type: 'ChangeTier'; tier: number; reason: string }
  | OptionCommand
  /** `who` and `when` are said of a step that is new. */
  | { type: 'EditPlan'; target: string; text: string | null; who?: 'me' | 'link-worker'; when?: string }
  | { type: 'ConfirmWords'; words: readonly string[] }
  | { type: 'SubmitPlan'; place: Place; plan: FrozenPlan; unconfirmed: number }
  | ReviewCommand
  | SafetyCommand
  | CourseCommand
  | SupervisionCommand
  | RecordCommand
  | BroughtCommand;

/** What the bot records of what it brought out, and no message of a review or a safety action. */
type BroughtCommand =
  /** The worker was reminded; with a reason: could not be. */
  | { type: 'RecordReminded'; reminder: string; reason?: string }
  /** What was learnt is kept for everybody. */
  | { type: 'RecordLessonKept'; owed: number };

const reviewTypes: ReadonlySet<string> = new Set<ReviewCommand['type']>(['Agree', 'AskChange', 'TakeToSupervision', 'OpenFullPlan', 'RecordPosted', 'RecordPostFailed', 'RecordDelivered', 'RecordGivenUp']);
const isReview = (command: Command): command is ReviewCommand => reviewTypes.has(command.type);
const isBrought = (command: Command): command is BroughtCommand => command.type === 'RecordReminded' || command.type === 'RecordLessonKept';
const safetyTypes: ReadonlySet<string> = new Set<SafetyCommand['type']>(['RecordSafetyTold', 'RecordSafetyShown', 'RecordSafetyUntold']);
const isSafety = (command: Command): command is SafetyCommand => safetyTypes.has(command.type);

/**
 * `reading` is the case as it reads now; it is absent only while there is no case. Returns the events that follow, or
 * why not. Nobody but its worker may change a case; reviewers may decide on a posted plan, never their own.
 * `authority` is what the organisation says of whoever acts, as regards this case.
 */
export function decide(command: Command, envelope: Envelope, state: Case, reading: CaseReading | undefined, authority: Authority): Decision {
  if (command.type === 'OpenCase') return authority.mayOpenCases ? openCase(command, envelope, state) : refuse(authority.mayWork ? 'not-in-a-team' : 'no-access');
  if (state.status === 'none' || !reading) return refuse('no-such-case');
  if (isOnRecord(command)) return decideRecord(command, envelope, state, reading);
  const barred = barredBy(command, state);
  if (barred) return refuse(barred);
  if (isReview(command)) return decideReview(command, envelope, state, reading);
  if (isSafety(command)) return decideSafety(command, envelope, state);
  if (isBrought(command)) return recordBrought(command, envelope, state);
  if (isSupervision(command)) return decideSupervision(command, envelope, state, authority);
  if (state.worker !== envelope.by) return refuse('not-your-case');
  if (!authority.mayWork) return refuse('no-access');
  // What was said does not wait for the case to be opened again.
  if (state.closed && command.type !== 'ReopenCase' && !isOnConcern(command)) return refuse('case-is-closed');
  if (command.type === 'SubmitPlan' && authority.reviewPlaces?.includes(command.place.id) === false) return refuse('not-the-review-channel');
  return decideForWorker(command, envelope, state, reading);
}

function openCase(command: Extract<Command, { type: 'OpenCase' }>, envelope: Envelope, state: Case): Decision {
  if (state.status !== 'none') return refuse('case-already-open');
  const name = command.name.trim();
  if (name === '') return refuse('name-missing');
  if (name.length > mostLettersOfAName) return refuse('name-too-long');
  if (!isPlausibleYear(command.yearOfBirth, envelope.at)) return refuse('year-impossible');
  const opened: CaseEvent = { type: 'CaseOpened', ...envelope, ref: command.ref, framework: command.framework, mode: command.mode, name, workerName: command.workerName, ...(command.yearOfBirth === undefined ? {} : { yearOfBirth: command.yearOfBirth }) };
  const referral: CaseEvent[] = command.referral?.trim() ? [{ type: 'ReferralRecorded', ...envelope, words: command.referral }] : [];
  const note: CaseEvent[] = command.note?.text.trim() ? [{ type: 'NotePasted', ...envelope, note: command.note.id, text: command.note.text }] : [];
  return accept(opened, ...referral, ...note);
}

/** A name stands on every card. */
const mostLettersOfAName = 120;

function isPlausibleYear(year: number | undefined, at: string): boolean {
  const now = Number(at.slice(0, 4));
  return year === undefined || (year >= now - 120 && year <= now);
}

function recordBrought(command: BroughtCommand, envelope: Envelope, { reminded, lessons }: OpenCase): Decision {
  if (command.type === 'RecordLessonKept') return lessons.some(({ owed }) => owed === command.owed) ? accept({ type: 'LessonKept', ...envelope, owed: command.owed }) : refuse('nothing-changed');
  const { reminder, reason } = command;
  return reminded.has(reminder) ? refuse('nothing-changed') : accept({ type: 'WorkerReminded', ...envelope, reminder, ...optionalText('reason', reason) });
}

function decidePerson(command: Extract<Command, { type: 'CorrectPerson' | 'RecordReferral' | 'ChangeMode' }>, envelope: Envelope, state: OpenCase): Decision {
  switch (command.type) {
    case 'CorrectPerson': {
      if (command.name.trim() === '') return refuse('name-missing');
      if (command.name.trim().length > mostLettersOfAName) return refuse('name-too-long');
      if (!isPlausibleYear(command.yearOfBirth, envelope.at)) return refuse('year-impossible');
      if (command.name.trim() === state.name && command.yearOfBirth === state.yearOfBirth) return refuse('nothing-changed');
      return accept({ type: 'PersonCorrected', ...envelope, name: command.name.trim(), ...(command.yearOfBirth === undefined ? {} : { yearOfBirth: command.yearOfBirth }) });
    }
    case 'RecordReferral':
      return command.words.trim() === '' ? refuse('words-missing') : accept({ type: 'ReferralRecorded', ...envelope, words: command.words });
    case 'ChangeMode':
      return command.mode === state.mode ? refuse('nothing-changed') : accept({ type: 'ModeChanged', ...envelope, mode: command.mode });
  }
}

function changeTier(command: Extract<Command, { type: 'ChangeTier' }>, envelope: Envelope, state: OpenCase, { tier }: CaseReading): Decision {
  if (command.reason.trim() === '') return refuse('reason-missing');
  const isInForce = tier.changedFrom !== undefined || tier.is === 5;
  if (isInForce && state.tierChange?.tier === command.tier && state.tierChange.reason === command.reason) return refuse('nothing-changed');
  return accept({ type: 'TierChanged', ...envelope, tier: command.tier, reason: command.reason });
}

function decideForWorker(command: Exclude<Command, { type: 'OpenCase' } | BroughtCommand | ReviewCommand | SafetyCommand | SupervisionCommand | RecordCommand>, envelope: Envelope, state: OpenCase, reading: CaseReading): Decision {
  switch (command.type) {
    case 'CorrectPerson':
    case 'RecordReferral':
    case 'ChangeMode':
      return decidePerson(command, envelope, state);
    case 'AnswerPrompt':
      return decideAnswer(command, envelope, state, reading);
    case 'KeepWords':
      return keepWords(command, envelope, state, reading);
    case 'TakeBackWords':
      return takeBackWords(command, envelope, state, reading);
    case 'PasteNote':
    case 'FileSentence':
    case 'DiscardSentence':
    case 'FileRest':
      return decideNote(command, envelope, state, reading);
    case 'SkipPrompt':
    case 'ParkPrompt':
    case 'OpenPrompt':
    case 'GoNext':
    case 'GoBack':
      return decideWay(command, envelope, state, reading);
    case 'Observe':
      if (command.words.trim() === '') return refuse('words-missing');
      return accept({ type: 'ObservationRecorded', ...envelope, words: command.words, ...(reading.content.framework.prompts.some(({ id }) => id === command.prompt) ? { prompt: command.prompt! } : {}) });
    case 'RaiseConcern':
    case 'RaiseMentions':
    case 'OwnConcern':
    case 'AnswerConcern':
    case 'SetAsideConcern':
    case 'RecordEscalation':
      return decideConcern(command, envelope, reading);
    case 'ChangeTier':
      return changeTier(command, envelope, state, reading);
    case 'SearchActivities':
    case 'ChooseOption':
    case 'DeclineOption':
    case 'NothingFits':
    case 'RecordRung':
    case 'RecordReply':
    case 'NotNow':
      return decideOption(command, envelope, state, reading);
    case 'EditPlan':
      return editPlan(command, envelope, reading);
    case 'ConfirmWords':
      return command.words.length === 0 ? refuse('nothing-changed') : accept({ type: 'PlanWordsConfirmed', ...envelope, words: [...command.words] });
    case 'SubmitPlan':
      return submitPlan(command, envelope, state, reading);
    case 'Pause':
    case 'Resume':
    case 'CloseCase':
    case 'ReopenCase':
    case 'RecordFirstVisit':
    case 'HoldReview':
      return decideCourse(command, envelope, state);
  }
}

type WayCommand = Extract<Command, { type: 'SkipPrompt' | 'ParkPrompt' | 'OpenPrompt' | 'GoNext' | 'GoBack' }>;

function decideWay(command: WayCommand, envelope: Envelope, state: OpenCase, { conversation, content }: CaseReading): Decision {
  if (command.type === 'GoBack') {
    const previous = previousPrompt(state, conversation);
    return previous ? accept({ type: 'PromptOpened', ...envelope, prompt: previous.id }) : refuse('nothing-before');
  }
  if (command.type === 'GoNext') {
    const here = stepNow(state, conversation)?.prompt.id;
    const next = here === undefined ? undefined : nextPrompt({ ...state, position: { kind: 'left', prompt: here }, parked: new Set([...state.parked, here]) }, conversation);
    if (here === undefined || !next) return refuse('nothing-next');
    // A prompt that was only looked at joins the trail, so that Back returns to it.
    const passed: CaseEvent[] = state.trail.includes(here) ? [] : [{ type: 'PromptOpened', ...envelope, prompt: here }];
    return accept(...passed, { type: 'PromptOpened', ...envelope, prompt: next.id });
  }
  const prompt = conversation.open.find(({ id }) => id === command.prompt);
  if (!prompt) return refuse(content.framework.prompts.some(({ id, restricted }) => id === command.prompt && restricted) ? 'ask-in-private' : 'prompt-not-open');
  if (command.type === 'OpenPrompt') return accept({ type: 'PromptOpened', ...envelope, prompt: prompt.id, ...(command.part === undefined ? {} : { part: command.part }) });
  if (command.type === 'ParkPrompt') return accept({ type: 'PromptParked', ...envelope, prompt: prompt.id });
  return accept({ type: 'PromptSkipped', ...envelope, prompt: prompt.id, why: command.why });
}

const editRefusals: Readonly<Record<EditRefusal, Refusal>> = {
  'no-such-line': 'no-such-line',
  'answered-elsewhere': 'no-such-line',
  'answer-is-newer': 'no-such-line',
  empty: 'words-missing',
  'no-such-day': 'day-unreadable',
  'cannot-be-empty': 'words-missing',
};

/** Words that stand there already are no edit: the line stays whose it was. */
function editPlan({ target, text, who, when = '' }: Extract<Command, { type: 'EditPlan' }>, envelope: Envelope, { plan, conversation }: CaseReading): Decision {
  if (text !== null && text.trim() === '') return refuse('words-missing');
  const body = plan();
  const why = refusalOf(body, { target, text, at: envelope.at, by: envelope.by }, conversation);
  if (why) return refuse(editRefusals[why]);
  if (target === 'review' && text !== null && text.trim() < dayInLondon(envelope.at)) return refuse('day-in-the-past');
  if (text !== null && entryAt(body, target)?.text === text.trim()) return accept();
  const said = target === 'new-step' ? [...(who === undefined ? [] : [{ target: `${target}.who`, text: who }]), ...(when.trim() === '' ? [] : [{ target: `${target}.when`, text: when.trim() }])] : [];
  return accept({ type: 'PlanEdited', ...envelope, edits: [{ target, text }, ...said] });
}

function submitPlan(command: Extract<Command, { type: 'SubmitPlan' }>, envelope: Envelope, state: OpenCase, { concerns, conversation, plan }: CaseReading): Decision {
  const held = heldBack({ concerns, conversation, plan });
  if (held) return refuse(held);
  if (command.unconfirmed > 0) return refuse('words-unconfirmed');
  if (!isWorthPosting(state.submissions.at(-1), command.plan)) return refuse('already-posted');
  return accept({ type: 'PlanSubmitted', ...envelope, place: command.place, plan: command.plan });
}

/** Why a plan may not be posted at all, whatever else it lacks. */
export function heldBack({ concerns, conversation, plan }: Pick<CaseReading, 'concerns' | 'conversation' | 'plan'>): 'concern-open' | 'no-consent' | 'goal-missing' | undefined {
  if (concerns.some(holdsThePlan)) return 'concern-open';
  if (isReviewRefused(conversation)) return 'no-consent';
  const { goals, steps } = plan();
  return goals.length === 0 && steps.length === 0 ? 'goal-missing' : undefined;
}

/** A plan that waits for its reviewer unchanged is not posted a second time; one that could not be posted is. */
function isWorthPosting(last: Submission | undefined, plan: FrozenPlan): boolean {
  return !last || last.stuck === true || JSON.stringify(last.plan.body) !== JSON.stringify(plan.body) || last.decisions.length > 0;
}
