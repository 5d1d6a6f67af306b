/** Which card follows. The case leads: what is due comes first, unless the worker asked to see something else. */
import { refusalText } from '../cards/refusals';
import type { CaseScreen } from '../cards/screen';
import { holdsThePlan } from '../domain/analysis/concerns';
import { isReady, outsideItsDates } from '../domain/activities/environmentOccupation';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Command } from '../domain/case/decide';
import type { Refusal } from '../domain/case/decision';
import type { CaseDesk, Done } from './caseDesk';

/** Where the case stands, when nobody asked for anything else. */
export function screenNow(reading: CaseReading): CaseScreen {
  const { state, step } = reading;
  if (state.closed) return { kind: 'closed' };
  if (state.paused) return { kind: 'paused' };
  if (noteWaits(reading)) return { kind: 'notes' };
  if (step) return step.parts[0]?.kind === 'activity' ? { kind: 'options' } : { kind: 'talk' };
  const last = state.submissions.at(-1);
  if (!last || last.decisions.at(-1)?.kind === 'change') return { kind: 'plan' };
  return { kind: 'posted' };
}

/** A note leads while something in it has a place, until the worker would rather talk first. What has none stays in the note. */
function noteWaits({ proposals, state }: CaseReading): boolean {
  if (state.mode !== 'notes' || !proposals.some(({ first }) => first !== undefined)) return false;
  const { position, answers, notes } = state;
  if (position?.kind !== 'answered') return position === undefined;
  return (answers.get(position.prompt)?.at ?? '') < (notes.at(-1)?.at ?? '');
}

/** The first card of a case: the note that waits to be filed, or that is still to be pasted. */
export function screenOpened(reading: CaseReading): CaseScreen {
  const { mode, notes } = reading.state;
  return reading.proposals.length > 0 || (mode === 'notes' && notes.length === 0) ? { kind: 'notes' } : screenNow(reading);
}

export function screenAfter(command: Command, done: Extract<Done, { kind: 'done' }>): CaseScreen {
  const { before } = done;
  const { reading } = done.desk;
  const urgent = newlyUrgent(done);
  if (urgent !== undefined) return { kind: 'concern', about: urgent, said: 'Kept.' };
  switch (command.type) {
    case 'DeclineOption':
      return { kind: 'options' };
    case 'ChooseOption':
      return isToBeRung(command.activity, reading) ? { kind: 'ring-first', about: command.activity } : screenNow(reading);
    case 'RecordRung':
      return command.heard === 'closed' ? { kind: 'options', said: 'Kept, for everybody. Is there something else?' } : { ...screenNow(reading), said: 'Kept, for everybody who looks at it.' };
    case 'NothingFits':
      return { ...screenNow(reading), said: 'Kept as a local need that nothing meets yet.' };
    case 'SearchActivities':
      return { kind: 'search' };
    case 'EditPlan':
    case 'NotNow':
      return reading.step && command.type === 'NotNow' ? screenNow(reading) : { kind: 'plan' };
    case 'SubmitPlan':
      return { kind: 'posted' };
    case 'ChangeTier':
    case 'RecordFirstVisit':
    case 'RecordReply':
      return { kind: 'summary', said: 'Kept.' };
    case 'HoldReview':
      return command.next === 'keep' ? { kind: 'edit-line', about: 'review', said: 'Kept.' } : { kind: command.next === 'change' ? 'plan' : 'summary', said: 'Kept.' };
    case 'PasteNote':
    case 'FileSentence':
    case 'DiscardSentence':
    case 'FileRest':
      return reading.proposals.length > 0 ? { kind: 'notes' } : afterNotes(reading);
    case 'RaiseMentions':
      return { kind: 'concerns', said: 'Raised. It is among what is open now.' };
    case 'RecordEscalation':
      return { kind: 'concern', about: command.concern, said: 'Written down.' };
    case 'RaiseConcern':
      return command.owner?.trim()
        ? { ...screenNow(reading), said: 'Your worry is recorded. The plan waits until it is answered.' }
        : { kind: 'concern', about: command.id, said: 'Your worry is recorded. Now say who takes it on.' };
    case 'OwnConcern':
      return { ...nextUrgent(reading), said: `${command.owner.trim()} has taken it on. It is recorded.` };
    case 'AnswerConcern':
    case 'SetAsideConcern':
      return before.reading.noted.some(({ id }) => id === command.concern) ? { kind: 'concerns', said: 'Recorded.' } : { ...nextUrgent(reading), said: 'Recorded.' };
    case 'Observe':
      return { ...screenNow(reading), said: 'Your note is kept, apart from their words.' };
    case 'AnswerPrompt':
      return afterAnswer(reading);
    default:
      return screenNow(reading);
  }
}

/** Where no prompt follows, the plan or where it was posted says that the answer is kept, and what it told. */
function afterAnswer(reading: CaseReading): CaseScreen {
  const next = screenNow(reading);
  return next.kind === 'plan' || next.kind === 'posted' ? { ...next, said: ['Kept.', reading.noticed ?? ''].join(' ').trim() } : next;
}

/** Nobody sits there when notes are written up: what the note left open is said to be just that. */
function afterNotes(reading: CaseReading): CaseScreen {
  const next = screenNow(reading);
  return next.kind === 'talk' && reading.state.mode === 'notes' ? { ...next, said: 'The note is filed. Now the gaps: answer what you know, skip what you would have to ask.' } : next;
}

/** Nobody has looked for half a year, or somebody heard that it is otherwise: chosen all the same, and rung first. */
function isToBeRung(id: string, reading: CaseReading): boolean {
  const activity = reading.standingOf(id)?.option.activity;
  return activity !== undefined && activity.status !== 'full' && outsideItsDates(activity, reading.today) !== 'not-begun' && !isReady(activity, reading.today);
}

/** A concern that must be taken on at once, and rests on something that was not there before: also when it was open already. */
export function newlyUrgent({ desk, before }: { readonly desk: CaseDesk; readonly before?: CaseDesk }): string | undefined {
  const known = new Map(before?.reading.concerns.filter(holdsThePlan).map(({ id, keys }) => [id, new Set(keys)]));
  return desk.reading.concerns.find((concern) => holdsThePlan(concern) && concern.by !== 'worker' && concern.keys.some((key) => !known.get(concern.id)?.has(key)))?.id;
}

/** Several may have come up at once: each is shown, until every one has a name. */
function nextUrgent(reading: CaseReading): CaseScreen {
  const waits = reading.concerns.find((concern) => holdsThePlan(concern) && concern.owner === undefined);
  return waits ? { kind: 'concern', about: waits.id } : screenNow(reading);
}

/** The same card again with the refusal in plain words and everything that was typed still in its box. */
export function screenRefused(command: Command, reason: Refusal, reading: CaseReading): CaseScreen {
  const problem = refusalText(reason);
  switch (command.type) {
    case 'AnswerPrompt': {
      const now = screenNow(reading);
      const given = { problem, ...typed(command.words) };
      return now.kind === 'talk' && command.choices.length > 0 ? { ...now, ...given, choices: command.choices } : { ...now, ...given };
    }
    case 'PasteNote':
      return { kind: 'notes', problem };
    case 'SearchActivities':
      return { kind: 'search', problem, typed: command.words };
    case 'Observe':
      return { kind: 'observe', problem, typed: command.words, ...(command.prompt === undefined ? {} : { prompt: command.prompt }) };
    case 'RaiseConcern':
      return { kind: 'worried', problem, typed: command.words, fields: fieldsOf(command) };
    case 'OwnConcern':
      return { kind: 'concern', about: command.concern, problem, fields: fieldsOf(command) };
    case 'AnswerConcern':
      return { kind: 'concern', about: command.concern, problem, fields: fieldsOf(command) };
    case 'SetAsideConcern':
      return { kind: 'concern', about: command.concern, problem, ...typed(command.reason), fields: fieldsOf(command) };
    case 'RaiseMentions':
    case 'RecordEscalation':
      return { kind: 'concern', about: command.concern, problem };
    case 'ChangeTier':
      return { kind: 'tier', problem, ...typed(command.reason) };
    case 'EditPlan':
      return { kind: 'edit-line', about: command.target, problem, ...typed(command.text ?? ''), fields: fieldsOf(command) };
    case 'SubmitPlan':
      return reason === 'already-posted' ? { kind: 'posted', problem } : { kind: 'gate', problem };
    case 'Pause':
      return reason === 'nothing-changed' ? { ...screenNow(reading), problem } : { kind: 'pause', problem };
    case 'CloseCase':
      return { kind: 'exit', about: command.exit, problem, ...typed(command.reason), fields: fieldsOf(command) };
    case 'CorrectPerson':
      return { kind: 'person', problem, typed: command.name };
    case 'HoldReview':
      return { kind: 'hold-review', problem, typed: command.words };
    case 'DeclineOption':
    case 'ChooseOption':
      return { kind: 'options', problem };
    default:
      return { ...screenNow(reading), problem };
  }
}

/** Everything of a form that was typed, by the names of its boxes. */
const fieldsOf = (command: Command): Record<string, string> =>
  Object.fromEntries([...Object.entries(command), ...('record' in command ? Object.entries(command.record ?? {}) : [])].filter((field): field is [string, string] => typeof field[1] === 'string' && field[0] !== 'type'));

const typed = (text: string | undefined): { typed?: string } => (text === undefined || text === '' ? {} : { typed: text });
