/** What a press on a worker's card asks of the case. Buttons that only look at something ask nothing. */
import type { ActionOf, CardAction } from '../cards/actions';
import type { Command } from '../domain/case/decide';
import { recordSoFar } from '../domain/case/decideConcern';
import { freezePlan } from '../domain/plan/freezePlan';
import { unconfirmedIn } from '../domain/plan/unconfirmed';
import type { Place } from '../domain/case/event';
import { partOffering } from '../domain/framework/choices';
import { promptOf } from '../domain/framework/framework';
import type { CaseDesk } from './caseDesk';
import type { LeaveAction } from './handleLeave';
import type { OfficeAction } from './handleOffice';
import type { TagAction } from './handleTags';
import type { TeamAction } from './handleTeam';
import { searchOf } from './findActivities';

type Asked = { readonly desk: CaseDesk; readonly freshId: string; readonly at: string; readonly place?: Place };

/** These look at something, or have a door of their own; they ask nothing of the case. */
type Asking = Exclude<CardAction, { verb: 'home' | 'help' | 'cases' | 'find' | 'unmet-needs' | 'safety-here' | 'stop-safety' | 'start' | 'open-case' | 'show' | 'agree' | 'show-change-form' | 'ask-change' | 'to-supervision' | 'open-full-plan' | 'show-posted' | OfficeAction['verb'] | TagAction['verb'] | TeamAction['verb'] | LeaveAction['verb'] }>;
type Asks<Verb extends Asking['verb']> = (action: ActionOf<Verb>, asked: Asked) => Command | undefined;

/** One entry a verb: a verb without one does not compile. */
const commands: { readonly [Verb in Asking['verb']]: Asks<Verb> } = {
  resume: () => ({ type: 'Resume' }),
  answer: (action, { desk }) => answerOf(action, desk),
  skip: (action) => ({ type: 'SkipPrompt', prompt: action.prompt, why: action.why }),
  park: (action) => ({ type: 'ParkPrompt', prompt: action.prompt }),
  next: () => ({ type: 'GoNext' }),
  back: () => ({ type: 'GoBack' }),
  'open-prompt': (action) => ({ type: 'OpenPrompt', prompt: action.prompt, ...defined('part', action.part) }),
  'take-back': (action) => ({ type: 'TakeBackWords', prompt: action.prompt, words: action.typed }),
  observe: (action) => ({ type: 'Observe', words: action.words, ...defined('prompt', action.prompt) }),
  'correct-person': (action) => ({ type: 'CorrectPerson', name: action.name, ...readYear(action.year) }),
  'change-mode': (action) => ({ type: 'ChangeMode', mode: action.mode }),
  'raise-concern': (action, { freshId }) => ({ type: 'RaiseConcern', id: `worker-${freshId}`, code: action.code, urgency: 'TODAY', words: action.words, owner: action.owner, action: action.action, route: action.route }),
  'own-concern': (action) => ({ type: 'OwnConcern', concern: action.concern, owner: action.owner, action: action.action, route: action.route, detail: action.detail, ...defined('record', action.record) }),
  'raise-mentions': (action) => ({ type: 'RaiseMentions', concern: action.concern }),
  'answer-concern': (action, { desk }) => heardFromOthers(action, desk) ?? { type: 'AnswerConcern', concern: action.concern, from: action.from, reply: action.reply, ...defined('role', action.role), ...defined('record', action.record) },
  'set-aside-concern': (action) => ({ type: 'SetAsideConcern', concern: action.concern, reason: action.reason, ...defined('kind', action.kind), ...defined('record', action.record) }),
  'record-escalation': (action) => ({ type: 'RecordEscalation', concern: action.concern, record: action.record ?? {} }),
  'paste-note': (action, { freshId }) => ({ type: 'PasteNote', id: `note-${freshId}`, text: action.note }),
  'file-sentence': (action) => ({ type: 'FileSentence', note: action.note, start: action.start, end: action.end, prompt: action.prompt }),
  'discard-sentence': (action) => ({ type: 'DiscardSentence', note: action.note, start: action.start, end: action.end }),
  'file-rest': (action) => ({ type: 'FileRest', note: action.note }),
  'change-tier': (action) => ({ type: 'ChangeTier', tier: action.tier, reason: action.reason }),
  search: (action, { desk }) => searchOf(action, desk),
  'choose-option': (action, { desk }) => chooseOf(action.activity, desk),
  'decline-option': (action) => ({ type: 'DeclineOption', activity: action.activity, reason: action.reason }),
  'nothing-fits': (action, { desk }) => ({ type: 'NothingFits', ...unmetNeedOf(desk, action.about) }),
  'not-now': () => ({ type: 'NotNow' }),
  'edit-line': (action) => ({ type: 'EditPlan', target: action.target, text: action.text, ...defined('who', action.who), ...defined('when', action.when) }),
  'drop-line': (action) => ({ type: 'EditPlan', target: action.target, text: null }),
  'confirm-words': (_action, { desk: { reading } }) => ({ type: 'ConfirmWords', words: unconfirmedIn(reading).map(({ text }) => text) }),
  'post-plan': (_action, { desk: { reading }, place }) => place && { type: 'SubmitPlan', place, plan: freezePlan(reading), unconfirmed: unconfirmedIn(reading).length },
  pause: (action) => ({ type: 'Pause', ...defined('until', action.until) }),
  'close-case': (action) => ({ type: 'CloseCase', exit: action.exit, reason: action.reason, told: action.told, offered: action.offered }),
  reopen: () => ({ type: 'ReopenCase' }),
  'first-visit': (action) => ({ type: 'RecordFirstVisit', went: action.went === 'yes', words: action.words, ...defined('lies', action.lies), ...defined('found', action.found) }),
  rung: (action) => ({ type: 'RecordRung', activity: action.activity, heard: action.heard }),
  replied: (action) => ({ type: 'RecordReply', reply: action.reply }),
  'hold-review': (action) => ({ type: 'HoldReview', words: action.words, next: action.then, ...defined('progress', action.progress) }),
};

/** Undefined when the press asks nothing, or when the place that it names is not there any more. */
export function commandOf(action: CardAction, asked: Asked): Command | undefined {
  // The entry is the one for this verb, which the compiler cannot follow through the index.
  const ask = Object.hasOwn(commands, action.verb) ? (commands[action.verb as Asking['verb']] as (action: CardAction, asked: Asked) => Command | undefined) : undefined;
  return ask?.(action, asked);
}

/** What somebody else says of the worker's own worry is written down with it, and closes nothing. */
function heardFromOthers({ concern: about, from, reply, role, record }: Extract<CardAction, { verb: 'answer-concern' }>, { reading, state }: CaseDesk): Command | undefined {
  const concern = reading.concerns.find(({ id }) => id === about);
  if (role !== 'other' || concern?.by !== 'worker' || from.trim() === '' || reply.trim() === '') return undefined;
  const before = recordSoFar(state.concerns.get(about)).reply;
  return { type: 'RecordEscalation', concern: about, record: { ...record, reply: [...(before === undefined ? [] : [before]), `${from.trim()}: ${reply.trim()}`].join('; ') } };
}

/** A tile comes with what the lists of its card hold; it wins over the lists of its own part. */
function answerOf(action: Extract<CardAction, { verb: 'answer' }>, { reading }: CaseDesk): Command {
  const asksForDay = action.choice?.startsWith('in:') ?? false;
  const tile = action.choice === undefined || asksForDay ? [] : action.choice.split(',');
  const prompt = promptOf(reading.content.framework, action.prompt);
  const own = prompt && tile[0] !== undefined ? partOffering(prompt, tile[0])?.id : undefined;
  const listed = action.choices.filter((choice) => own === undefined || !prompt || partOffering(prompt, choice)?.id !== own);
  const day = asksForDay ? action.choice : action.day;
  return { type: 'AnswerPrompt', prompt: action.prompt, part: action.part, choices: [...tile, ...listed], how: 'card', ...defined('words', action.words), ...defined('day', day) };
}

export function chooseOf(activity: string, { reading }: CaseDesk): Command {
  const name = reading.standingOf(activity)?.option.activity.name ?? activity;
  return { type: 'ChooseOption', activity, name, catalogue: reading.catalogue.version };
}

/** What was wanted and what stood in the way: no name, no reference. */
export function unmetNeedOf({ reading }: CaseDesk, about?: 'search'): { want: string; barrier?: string } {
  const looked = about === 'search' ? reading.search()?.want : undefined;
  if (looked) return { want: looked.join(', ') || 'something the list has no word for' };
  const wants = [...reading.meanings.keys()].filter((meaning) => meaning.startsWith('interest:') || meaning.startsWith('wants:'));
  const barrier = reading.findings.find(({ kind }) => kind === 'barrier')?.what;
  return { want: wants.join(', ') || 'not said', ...defined('barrier', barrier) };
}

export function readYear(text: string): { yearOfBirth?: number } {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  return { yearOfBirth: /^\d{4}$/.test(trimmed) ? Number(trimmed) : 0 };
}

const defined = <Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } => (value === undefined || value === '' ? {} : ({ [name]: value } as { [key in Name]: Value }));
