/**
 * The worker's changes on top of the draft, in the order in which they were made.
 *
 * Targets: every target of `entriesOf` whose change is `edit`; `review` with an ISO day; `new-goal`, `new-step`,
 * `new-strength`, `new-if-then`, `new-other`, `new-harder` and `new-adjustment`, which add `goal-new-1` and so on;
 * `new-step.when` and its like, which speak of the step added last; and `nothing-raised`. Text null takes a line out.
 */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { PlanFeed } from '../framework/framework';
import { isDay } from './days';
import { safetyLine } from './draftOthers';
import { isStepField, type StepField } from './entries';
import { promptFeeding } from './fedAnswers';
import type { Line, PlanBody, Source, Step } from './frozenPlan';

export type DatedEdit = OpenCase['edits'][number];
export type EditRefusal = 'no-such-line' | 'answered-elsewhere' | 'answer-is-newer' | 'empty' | 'no-such-day' | 'cannot-be-empty';
type Refused = { readonly edit: DatedEdit; readonly why: EditRefusal };
/** `private`: its words tell of a restricted concern, which stays off every plan. */
export type RefusedEdit = { readonly edit: DatedEdit; readonly why: EditRefusal | 'private' };
type Edited = PlanBody | EditRefusal;

/**
 * Returns the edited plan and, as values, the edits that could not stand: their line is gone, belongs to a prompt, or
 * rests on an answer that was given after the edit. They are not lost: the case keeps them, and the worker is shown them.
 */
export function applyEdits(body: PlanBody, edits: readonly DatedEdit[], conversation: Pick<Conversation, 'open' | 'answers'>): { readonly body: PlanBody; readonly refused: readonly Refused[] } {
  const refused: Refused[] = [];
  const added = new Map<string, number>();
  let edited = body;
  for (const edit of edits) {
    const result = applyOne(edited, edit, conversation, added);
    if (typeof result === 'string') refused.push({ edit, why: result });
    else edited = result;
  }
  return { body: edited, refused };
}

/** Whether this edit would stand on the plan as it is now: what to ask before it is accepted. */
export function refusalOf(body: PlanBody, edit: DatedEdit, conversation: Pick<Conversation, 'open' | 'answers'>): EditRefusal | undefined {
  return applyEdits(body, [edit], conversation).refused[0]?.why;
}

function applyOne(body: PlanBody, edit: DatedEdit, conversation: Pick<Conversation, 'open' | 'answers'>, added: Map<string, number>): Edited {
  const target = edit.target.replace(/^new-step(?=\.)/, () => lastNewStep(body)?.id ?? 'new-step');
  if (edit.text !== null && edit.text.trim() === '') return 'empty';
  if (target === 'review') return editReview(body, edit);
  if (target === 'nothing-raised') return editNothingRaised(body, edit);
  if (target.startsWith('new-') && !target.includes('.')) return addLine(body, target, edit, added);
  const [id, field] = target.split('.');
  const line = allLines(body).find((candidate) => candidate.id === id);
  if (target.startsWith('share-') || target === safetyLine.id || field === 'importance' || field === 'confidence') return 'answered-elsewhere';
  if (!line) return 'no-such-line';
  if (field === undefined) {
    if (isOlderThanItsAnswer(line, undefined, edit, conversation)) return 'answer-is-newer';
    return changeLines(body, line.id, (found) => (edit.text === null ? undefined : reworded(found, edit)));
  }
  if (!isStepField(field) || !('who' in line)) return 'no-such-line';
  return isOlderThanItsAnswer(line, field, edit, conversation) ? 'answer-is-newer' : editField(body, line.id, field, edit);
}

const sourceOf = ({ by, at }: DatedEdit): Source => ({ kind: 'edit', by, at });

/** The same words again are no edit: the line stays a quotation if it was one. */
function reworded<Kind extends Line>(line: Kind, edit: DatedEdit): Kind {
  const text = edit.text!.trim();
  return text === line.text ? line : { ...line, text, from: [...line.from, sourceOf(edit)], quoted: false };
}

function editReview(body: PlanBody, edit: DatedEdit): Edited {
  const { review, ...rest } = body;
  if (edit.text === null) return rest;
  const on = edit.text.trim();
  return isDay(on) ? { ...rest, review: { on, from: [...(review?.from ?? []), sourceOf(edit)] } } : 'no-such-day';
}

function editNothingRaised(body: PlanBody, edit: DatedEdit): PlanBody {
  const { nothingRaised: _before, ...rest } = body;
  return edit.text === null ? rest : { ...rest, nothingRaised: { id: 'nothing-raised', text: edit.text.trim(), from: [sourceOf(edit)], quoted: false } };
}

const newLines: Readonly<Record<string, { readonly id: string; readonly add: (body: PlanBody, line: Line) => PlanBody }>> = {
  'new-goal': { id: 'goal-new', add: (body, line) => ({ ...body, goals: [...body.goals, line] }) },
  'new-step': { id: 'step-new', add: (body, line) => ({ ...body, steps: [...body.steps, { ...line, who: 'me' }] }) },
  'new-strength': { id: 'strength-new', add: (body, line) => ({ ...body, strengths: [...body.strengths, line] }) },
  'new-if-then': { id: 'if-then-new', add: (body, line) => ({ ...body, ifThen: [...body.ifThen, line] }) },
  'new-other': { id: 'other-new', add: (body, line) => ({ ...body, others: [...body.others, line] }) },
  'new-harder': { id: 'harder-new', add: (body, line) => ({ ...body, ifHarder: [...body.ifHarder, line] }) },
  'new-adjustment': { id: 'adjustment-new', add: (body, line) => ({ ...body, adjustments: [...body.adjustments, line] }) },
};

function addLine(body: PlanBody, target: string, edit: DatedEdit, added: Map<string, number>): Edited {
  const kind = newLines[target];
  if (!kind) return 'no-such-line';
  if (edit.text === null) return 'empty';
  const number = (added.get(target) ?? 0) + 1;
  added.set(target, number);
  return kind.add(body, { id: `${kind.id}-${number}`, text: edit.text.trim(), from: [sourceOf(edit)], quoted: false });
}

const lastNewStep = ({ steps }: PlanBody): Step | undefined => steps.findLast(({ id }) => id.startsWith('step-new-'));

function editField(body: PlanBody, id: string, field: StepField, edit: DatedEdit): Edited {
  if (field === 'who' && edit.text === null) return 'cannot-be-empty';
  return {
    ...body,
    steps: body.steps.map((step) => (step.id === id ? { ...withField(step, field, edit.text?.trim()), from: [...step.from, sourceOf(edit)] } : step)),
  };
}

function withField(step: Step, field: StepField, text: string | undefined): Step {
  switch (field) {
    case 'who':
      return withWho(step, text ?? '');
    case 'when':
      return { ...step, when: text };
    case 'where':
      return { ...step, where: text };
    case 'getting-there':
      return { ...step, gettingThere: text };
    case 'first-time':
      return { ...step, firstTime: text };
  }
}

/** "me" and "link worker" are roles; anything else is the name of somebody else. */
function withWho({ whoName: _before, ...step }: Step, text: string): Step {
  const role = text.toLowerCase().replace(/[\s-]+/g, '-');
  if (role === 'me' || role === 'link-worker' || role === 'other') return { ...step, who: role };
  return { ...step, who: 'other', whoName: text };
}

const fieldFeeds: Readonly<Record<StepField, PlanFeed | undefined>> = { who: 'first-time-who', when: 'first-time-day', where: undefined, 'getting-there': 'getting-there', 'first-time': 'first-time' };

/** A newer answer is a newer word on the matter: an edit of what the person said before gives way to it. */
function isOlderThanItsAnswer(line: Line, field: StepField | undefined, { at }: DatedEdit, { open, answers }: Pick<Conversation, 'open' | 'answers'>): boolean {
  const feed = field === undefined ? undefined : fieldFeeds[field];
  const first = line.from[0];
  const prompt = field === undefined ? (first?.kind === 'words' ? first.prompt : undefined) : feed && promptFeeding({ open }, feed)?.id;
  const rests = prompt !== undefined && line.from.some((source) => (source.kind === 'words' || source.kind === 'choice') && source.prompt === prompt);
  return rests && (answers.get(prompt)?.at ?? '') > at;
}

function allLines(body: PlanBody): (Line | Step)[] {
  const { person, environment, occupation } = body.workedOut;
  return [body.whatMatters, body.strengths, body.whyNow, person, environment, occupation, body.goals, body.steps, body.why, body.ifThen, body.others, body.ifHarder, body.copy, body.adjustments].flat();
}

function changeLines(body: PlanBody, id: string, change: <Kind extends Line>(line: Kind) => Kind | undefined): PlanBody {
  const of = <Kind extends Line>(lines: readonly Kind[]): Kind[] => lines.flatMap((line) => (line.id === id ? (change(line) ?? []) : line));
  const { person, environment, occupation } = body.workedOut;
  return {
    ...body,
    whatMatters: of(body.whatMatters),
    strengths: of(body.strengths),
    whyNow: of(body.whyNow),
    workedOut: { person: of(person), environment: of(environment), occupation: of(occupation) },
    goals: of(body.goals),
    steps: of(body.steps),
    why: of(body.why),
    ifThen: of(body.ifThen),
    others: of(body.others),
    ifHarder: of(body.ifHarder),
    copy: of(body.copy),
    adjustments: of(body.adjustments),
  };
}
