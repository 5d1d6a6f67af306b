/** What the worker looks at before a plan is posted: each line in which something personal may stand. */
import type { CaseReading } from '../analysis/caseReading';
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import { answersFeeding } from './fedAnswers';
import { findPersonalDetails } from './findPersonalDetails';
import { freezePlan } from './freezePlan';
import { capitalised, everyday, givenNames, streets } from './personalWords';
import { postedPlan, type PostedPlan } from './postedPlan';

/** `line` is a target of the plan, `text` all that stands there, `found` what in it may be personal. */
export type Unconfirmed = { readonly line: string; readonly label: string; readonly text: string; readonly found: readonly string[] };

/**
 * The lines of a posted plan that must be confirmed or reworded first. `confirmed` holds texts of lines as they were
 * confirmed: a line that is worded anew is asked about anew.
 */
export function unconfirmedDetails(posted: PostedPlan, confirmed: ReadonlySet<string>, known: readonly string[], allowed: readonly string[]): Unconfirmed[] {
  return linesOf(posted)
    .filter(({ text }) => !confirmed.has(text))
    .map((line) => ({ ...line, found: [...new Set(findPersonalDetails(line.text, { known, allowed }).map(({ text }) => text))] }))
    .filter(({ found }) => found.length > 0);
}

export function unconfirmedIn(reading: CaseReading): Unconfirmed[] {
  const posted = postedPlan(freezePlan(reading), { ref: reading.state.ref });
  return unconfirmedDetails(posted, reading.state.confirmedWords, namesOf(reading), allowedNames(reading));
}

/** Everything in the post that people wrote or that came from a directory. */
function linesOf(posted: PostedPlan): Omit<Unconfirmed, 'found'>[] {
  const numbered = (label: string, lines: readonly { readonly id: string; readonly text: string }[]) => lines.map(({ id, text }, index) => ({ line: id, label: lines.length > 1 ? `${label} ${index + 1}` : label, text }));
  return [
    ...numbered('Goal', posted.goals),
    ...posted.steps.flatMap(({ id, text, when, firstTime }, index) => [
      { line: id, label: `Step ${index + 1}`, text },
      ...(when ? [{ line: `${id}.when`, label: `Step ${index + 1}: when`, text: when }] : []),
      ...(firstTime ? [{ line: `${id}.first-time`, label: `Step ${index + 1}: the first time`, text: firstTime }] : []),
    ]),
    ...numbered('If it goes wrong', posted.ifThen),
    ...numbered('Others who help', posted.others),
    ...numbered('Why this fits', posted.why),
  ];
}

/** The person's own name, and the people they named as being around. */
export function namesOf({ state, conversation }: { readonly state: Pick<OpenCase, 'name'>; readonly conversation: Conversation }): string[] {
  const around = answersFeeding(conversation, 'people-around').flatMap(({ answer }) => (answer.words === undefined ? [] : findPersonalDetails(answer.words, { known: [] })));
  return [state.name, ...around.filter(({ kind }) => kind === 'name').map(({ text }) => text)];
}

/** The name, the provider and the place of the activity that the plan is about, and the link worker, whose name stands on the post anyway. */
function allowedNames({ chosen, state }: Pick<CaseReading, 'chosen' | 'state'>): string[] {
  const activity = chosen()?.activity;
  const named = activity ? [activity.name, activity.provider ?? '', ...(activity.place ?? '').split(',')] : [];
  return [...new Set([...named.map((text) => text.trim()).filter((text) => text !== '' && !isOnlyAName(text)), state.workerName])];
}

/** A group that is called "Doreen", or "Doreen Hale", would hide a person of that name; "Florence House" hides nobody. */
function isOnlyAName(text: string): boolean {
  const [first = '', second, third] = text.toLowerCase().split(/\s+/);
  return third === undefined && givenNames.has(first) && (second === undefined || ![everyday, capitalised, streets].some((words) => words.has(second)));
}
