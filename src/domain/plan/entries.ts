/**
 * A plan as a list of the things in it that can be shown, edited, pinned or compared, each under its target.
 *
 * A target is the id of a line (`goal-1`, `step-potting-group`, `harder-1`), a field of a step (`step-first-call.when`),
 * `review` or `share-<recipient>`. Ids belong to what a line is made of, never to its place, so that a target means
 * the same line in every draft and every version.
 */
import { dayInWords } from './days';
import { safetyLine } from './draftOthers';
import type { Line, Other, PlanBody, Source, Step } from './frozenPlan';

export const blocks = ['whatMatters', 'strengths', 'whyNow', 'workedOut', 'goals', 'steps', 'why', 'ifThen', 'others', 'ifHarder', 'sharing', 'copy', 'adjustments', 'nothingRaised', 'review'] as const;
export type Block = (typeof blocks)[number];

/** `answered` entries change at the prompt where they were answered: consent, confidence and importance are the person's to give. */
export type PlanEntry = { readonly target: string; readonly block: Block; readonly label: string; readonly text: string; readonly from: readonly Source[]; readonly quoted: boolean; readonly change: 'edit' | 'answered' };

export const stepFields = ['who', 'when', 'where', 'getting-there', 'first-time'] as const;
export type StepField = (typeof stepFields)[number];
export const isStepField = (field: string): field is StepField => stepFields.some((name) => name === field);

export const whoWords: Readonly<Record<Step['who'], string>> = { me: 'me', 'link-worker': 'link worker', other: 'somebody else' };
export const answerWords = { yes: 'yes', no: 'no', ask: 'ask me each time' } as const;

export function entriesOf(body: PlanBody): PlanEntry[] {
  const { workedOut } = body;
  return [
    ...lines('whatMatters', 'What matters', body.whatMatters),
    ...lines('strengths', 'Strength', body.strengths),
    ...lines('whyNow', 'Why now', body.whyNow),
    ...lines('workedOut', 'Me', workedOut.person),
    ...lines('workedOut', 'Around me', workedOut.environment),
    ...lines('workedOut', 'What I do', workedOut.occupation),
    ...body.goals.flatMap((goal, index) => [
      entry('goals', `Goal ${index + 1}`, goal),
      ...(goal.importance === undefined ? [] : [{ ...entry('goals', `Goal ${index + 1}: how much it matters`, goal, 'importance', `${goal.importance} out of 10`), change: 'answered' as const }]),
    ]),
    ...body.steps.flatMap((step, index) => stepEntries(step, `Step ${index + 1}`)),
    ...lines('why', 'Why this fits', body.why),
    ...lines('ifThen', 'If it goes wrong', body.ifThen),
    ...body.others.map(otherEntry),
    ...lines('ifHarder', 'If things get harder', body.ifHarder),
    ...body.sharing.map(({ id, who, answer, from }): PlanEntry => ({ target: `share-${id}`, block: 'sharing', label: `Sharing: ${who}`, text: answerWords[answer], from, quoted: false, change: 'answered' })),
    ...lines('copy', 'My copy', body.copy),
    ...lines('adjustments', 'What makes it easier', body.adjustments),
    ...lines('nothingRaised', 'What was raised', body.nothingRaised ? [body.nothingRaised] : []),
    ...(body.review ? [{ target: 'review', block: 'review' as const, label: 'Review', text: dayInWords(body.review.on), from: body.review.from, quoted: false, change: 'edit' as const }] : []),
  ];
}

/** The safety line is fixed: it says as much as may be said, and an edit could only say more. */
function otherEntry(other: Other): PlanEntry {
  const text = [other.text, other.owner, other.when].filter((part) => part).join(' · ');
  return { ...entry('others', 'Others who help', other, undefined, text), change: other.id === safetyLine.id ? 'answered' : 'edit' };
}

/** The entry behind a target, or undefined when the plan has none by that name. */
export function entryAt(body: PlanBody, target: string): PlanEntry | undefined {
  return entriesOf(body).find((found) => found.target === target);
}

const lines = (block: Block, label: string, of: readonly Line[]): PlanEntry[] => of.map((line) => entry(block, of.length > 1 && block !== 'workedOut' ? `${label} ${of.indexOf(line) + 1}` : label, line));

function entry(block: Block, label: string, line: Line, field?: string, text = line.text): PlanEntry {
  return { target: field === undefined ? line.id : `${line.id}.${field}`, block, label, text, from: line.from, quoted: field === undefined && line.quoted, change: 'edit' };
}

function stepEntries(step: Step, label: string): PlanEntry[] {
  const fields: readonly (readonly [StepField, string, string | undefined])[] = [
    ['who', 'who', step.who === 'other' ? (step.whoName ?? whoWords.other) : whoWords[step.who]],
    ['when', 'when', step.when],
    ['where', 'where', step.where],
    ['getting-there', 'getting there', step.gettingThere],
    ['first-time', 'the first time', step.firstTime],
  ];
  const shown = fields.flatMap(([field, name, text]) => (text === undefined ? [] : [entry('steps', `${label}: ${name}`, step, field, text)]));
  const sure: PlanEntry[] = step.confidence === undefined ? [] : [{ ...entry('steps', `${label}: how sure`, step, 'confidence', `${step.confidence} out of 10`), change: 'answered' }];
  return [entry('steps', label, step), ...shown, ...sure];
}
