/** What a press on a worker's card asks of the case. Buttons that only look at something ask nothing. */
import type { CardAction } from '../cards/actions';
import type { Command } from '../domain/case/decide';
import { freezePlan } from '../domain/plan/freezePlan';
import { unconfirmedIn } from '../domain/plan/unconfirmed';
import type { Place } from '../domain/case/event';
import { partOffering } from '../domain/framework/choices';
import { promptOf } from '../domain/framework/framework';
import type { CaseDesk } from './caseDesk';

type Asked = { readonly desk: CaseDesk; readonly freshId: string; readonly at: string; readonly place?: Place };

export function commandOf(action: CardAction, { desk, freshId, place }: Asked): Command | undefined {
  const { reading } = desk;
  switch (action.verb) {
    case 'home':
    case 'help':
    case 'cases':
    case 'start':
    case 'open-case':
    case 'show':
    case 'agree':
    case 'show-change-form':
    case 'ask-change':
    case 'to-supervision':
    case 'open-full-plan':
    case 'show-posted':
      return undefined;
    case 'resume':
      return { type: 'Resume' };
    case 'answer':
      return answerOf(action, desk);
    case 'skip':
      return { type: 'SkipPrompt', prompt: action.prompt, why: action.why };
    case 'park':
      return { type: 'ParkPrompt', prompt: action.prompt };
    case 'next':
      return { type: 'GoNext' };
    case 'back':
      return { type: 'GoBack' };
    case 'open-prompt':
      return { type: 'OpenPrompt', prompt: action.prompt, ...defined('part', action.part) };
    case 'observe':
      return { type: 'Observe', words: action.words, ...defined('prompt', action.prompt) };
    case 'correct-person':
      return { type: 'CorrectPerson', name: action.name, ...readYear(action.year) };
    case 'change-mode':
      return { type: 'ChangeMode', mode: action.mode };
    case 'raise-concern':
      return { type: 'RaiseConcern', id: `worker-${freshId}`, code: action.code, urgency: 'TODAY', words: action.words, owner: action.owner, action: action.action, route: action.route };
    case 'own-concern':
      return { type: 'OwnConcern', concern: action.concern, owner: action.owner, action: action.action, route: action.route, detail: action.detail };
    case 'answer-concern':
      return { type: 'AnswerConcern', concern: action.concern, from: action.from, reply: action.reply };
    case 'set-aside-concern':
      return { type: 'SetAsideConcern', concern: action.concern, reason: action.reason };
    case 'paste-note':
      return { type: 'PasteNote', id: `note-${freshId}`, text: action.note };
    case 'file-sentence':
      return { type: 'FileSentence', note: action.note, start: action.start, end: action.end, prompt: action.prompt };
    case 'discard-sentence':
      return { type: 'DiscardSentence', note: action.note, start: action.start, end: action.end };
    case 'file-rest':
      return { type: 'FileRest', note: action.note };
    case 'change-tier':
      return { type: 'ChangeTier', tier: action.tier, reason: action.reason };
    case 'choose-option':
      return chooseOf(action.activity, desk);
    case 'decline-option':
      return { type: 'DeclineOption', activity: action.activity, reason: action.reason };
    case 'nothing-fits':
      return { type: 'NothingFits', ...unmetNeedOf(desk) };
    case 'not-now':
      return { type: 'NotNow' };
    case 'edit-line':
      return { type: 'EditPlan', target: action.target, text: action.text };
    case 'drop-line':
      return { type: 'EditPlan', target: action.target, text: null };
    case 'confirm-words':
      return { type: 'ConfirmWords', words: unconfirmedIn(reading).map(({ text }) => text) };
    case 'post-plan':
      return place && { type: 'SubmitPlan', place, plan: freezePlan(reading), unconfirmed: unconfirmedIn(reading).length };
    case 'pause':
      return { type: 'Pause', ...defined('until', action.until) };
    case 'close-case':
      return { type: 'CloseCase', exit: action.exit, reason: action.reason, told: action.told, offered: action.offered };
    case 'reopen':
      return { type: 'ReopenCase' };
    case 'first-visit':
      return { type: 'RecordFirstVisit', went: action.went === 'yes', words: action.words, ...defined('lies', action.lies) };
    case 'hold-review':
      return { type: 'HoldReview', words: action.words, next: action.then, ...defined('progress', action.progress) };
  }
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

function chooseOf(activity: string, { reading }: CaseDesk): Command {
  const name = reading.options().options.find((option) => option.activity.id === activity)?.activity.name ?? activity;
  return { type: 'ChooseOption', activity, name, catalogue: reading.catalogue.version };
}

/** What was wanted and what stood in the way: no name, no reference. */
function unmetNeedOf({ reading }: CaseDesk): { want: string; barrier?: string } {
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
