/** Each event as a line that the person whom it is about can read. An event without an entry does not compile. */
import type { CaseReading } from '../analysis/caseReading';
import type { CaseEvent, EventOf } from '../case/event';
import { labelOfChoice } from '../framework/choices';
import { promptOf } from '../framework/framework';
import { entriesOf } from '../plan/entries';

export type Told = {
  readonly part: 'said' | 'written' | 'concern' | 'plan' | 'course' | 'record';
  /** What it is: "Safety of the conversation", "Concern", "Plan, version 2: Step 1". */
  readonly what: string;
  /** Verbatim where somebody wrote them. */
  readonly words: string;
};

type Tell<Type extends CaseEvent['type']> = (event: EventOf<Type>, reading: CaseReading) => readonly Told[];
const told = (part: Told['part'], what: string, ...words: readonly (string | undefined)[]): readonly Told[] => [{ part, what, words: words.filter((text): text is string => text !== undefined && text.trim() !== '').join('; ') }];
const nothing = (): readonly Told[] => [];

const topic = ({ content }: CaseReading, prompt: string | undefined): string => (prompt === undefined ? '' : (promptOf(content.framework, prompt)?.topic ?? prompt));
const about = (what: string, prompt: string): string => (prompt === '' ? what : `${what}: ${prompt}`);
const sentenceOf = ({ state }: CaseReading, note: string, start: number, end: number): string => state.notes.find(({ id }) => id === note)?.text.slice(start, end) ?? '';

const tells: { readonly [Type in CaseEvent['type']]: Tell<Type> } = {
  CaseOpened: ({ name, yearOfBirth, mode, workerName }) => told('course', 'A case was opened', name, yearOfBirth === undefined ? undefined : `born ${yearOfBirth}`, `talking ${mode}`, `link worker ${workerName}`),
  ReferralRecorded: ({ words }) => told('written', 'What the referral said', words),
  PersonCorrected: ({ name, yearOfBirth }) => told('course', 'Name and year were put right', name, yearOfBirth === undefined ? undefined : `born ${yearOfBirth}`),
  ModeChanged: ({ mode }) => told('course', 'The way of talking changed', mode),
  PromptAnswered: ({ prompt, choices, words, how }, reading) => told('said', topic(reading, prompt), ...choices.map((choice) => labelled(reading, prompt, choice)), words, how === 'note' ? 'from a note' : undefined),
  ObservationRecorded: ({ prompt, words }, reading) => told('written', about('What the link worker noted', topic(reading, prompt)), words),
  PromptSkipped: ({ prompt, why }, reading) => told('said', topic(reading, prompt), why === 'not-today' ? 'not today' : 'rather not say'),
  PromptParked: nothing,
  PromptOpened: nothing,
  NotePasted: ({ text }) => told('written', 'A note of the link worker', text),
  SentenceFiled: ({ note, start, end, prompt }, reading) => told('written', about('A sentence of a note was put to', topic(reading, prompt)), sentenceOf(reading, note, start, end)),
  SentenceDiscarded: ({ note, start, end }, reading) => told('written', 'A sentence of a note was left out', sentenceOf(reading, note, start, end)),
  ConcernRaised: ({ words }) => told('concern', 'The link worker was worried', words),
  MentionsRaised: () => told('concern', 'Words were taken as a concern'),
  ConcernOwned: ({ owner, action, route, when }) => told('concern', 'Somebody took a concern on', owner, action, route, when),
  ConcernAnswered: ({ from, reply }) => told('concern', 'Somebody replied about a concern', from, reply),
  ConcernSetAside: ({ reason }) => told('concern', 'A concern was set aside', reason),
  RestrictedNoteRecorded: ({ words }) => told('concern', 'A restricted note', words),
  EscalationRecorded: ({ type: _type, at: _at, by: _by, press: _press, concern: _concern, ...fields }) => told('concern', 'What was done about a concern', ...Object.entries(fields).map(([name, text]) => `${name}: ${text}`)),
  TierChanged: ({ tier, reason }) => told('written', 'Who leads was changed', `level ${tier} of the process`, reason),
  ActivitiesSearched: ({ words }) => told('written', 'The link worker looked for an activity', words),
  OptionChosen: ({ name }) => told('plan', 'An activity was chosen', name),
  OptionDeclined: ({ activity, reason }, reading) => told('plan', 'An activity was not wanted', nameOf(activity, reading), reason),
  NothingFitted: ({ want, barrier }) => told('plan', 'Nothing fitted', want, barrier),
  PlanEdited: ({ edits }) => edits.flatMap(({ target, text }) => told('plan', `The plan was changed: ${target}`, text ?? 'left out')),
  PlanWordsConfirmed: ({ words }) => told('plan', 'Words of the plan were looked at before it was shown to others', ...words),
  PlanSubmitted: ({ place, plan }) => [...told('plan', `Plan, version ${plan.version}, went to review`, place.name), ...entriesOf(plan.body).flatMap(({ label, text }) => told('plan', `Plan, version ${plan.version}: ${label}`, text))],
  PlanPosted: ({ version }) => told('plan', `Plan, version ${version}, was posted for review`),
  PostFailed: ({ version, reason }) => told('plan', `Plan, version ${version}, could not be posted`, reason),
  PlanAgreed: ({ version, reviewer }) => told('plan', `Plan, version ${version}, was agreed`, reviewer),
  ChangeAsked: ({ version, reviewer, words }) => told('plan', `A change was asked for in version ${version}`, reviewer, words),
  TakenToSupervision: ({ version, reviewer, words }) => told('plan', `Version ${version} is talked about in supervision`, reviewer, words),
  PlanOpenedByReviewer: ({ version, reviewer }) => told('record', `Version ${version} was opened in full`, reviewer),
  CaseOpenedBySupervisor: ({ name, reason }) => told('record', 'The supervisor of the team read the case', name, reason),
  CaseHandedOver: ({ toName, name, reason }) => told('record', 'The case went to another link worker', toName, `handed over by ${name}`, reason),
  DecisionDelivered: nothing,
  DeliveryGivenUp: ({ reason }) => told('course', 'A message could not be brought', reason),
  WorkerReminded: ({ reason }) => told('course', 'The link worker was reminded', reason),
  SafetyNoticePosted: ({ place }) => told('concern', 'Others were told that a safety action is open, and not what it is about', place.name),
  SafetyNoticeChanged: nothing,
  SafetyNoticeUntold: ({ reason }) => told('concern', 'Others could not be told that a safety action is open', reason),
  ActivityRung: ({ activity, heard }, reading) => told('plan', 'The link worker rang an activity', nameOf(activity, reading), heard),
  IntroductionAnswered: ({ activity, reply }, reading) => told('plan', 'An activity answered the introduction', nameOf(activity, reading), reply),
  FirstVisitRecorded: ({ went, lies, found, words }) => told('said', 'The first visit', went ? 'went' : 'did not go', lies, found, words),
  LessonOwed: nothing,
  LessonKept: nothing,
  ReviewHeld: ({ words, progress, next }) => told('said', 'A review together', words, progress === undefined ? undefined : `${progress} out of 10`, next),
  CasePaused: ({ until }) => told('course', 'Paused', until),
  CaseResumed: () => told('course', 'Taken up again'),
  CaseClosed: ({ reason, told: wasTold, offered }) => told('course', 'The case was closed', reason, wasTold, offered),
  CaseReopened: () => told('course', 'The case was opened again'),
  CaseRestricted: ({ reason }) => told('record', 'The record was set aside', reason),
  RestrictionLifted: ({ reason }) => told('record', 'The record is used again', reason),
  HoldPlaced: ({ reason }) => told('record', 'The record must be kept for now', reason),
  HoldLifted: ({ reason }) => told('record', 'The record need not be kept any longer', reason),
  StatementAdded: ({ prompt, words }, reading) => told('said', about('What you say is not right', topic(reading, prompt)), words),
  RetentionWarned: ({ eraseOn, reason }) => told('record', 'It was said that the record will be erased', eraseOn, reason),
  RetentionAnnounced: nothing,
  ErasureBegun: ({ reason }) => told('record', 'Erasing began', reason),
};

const nameOf = (activity: string, { catalogue }: CaseReading): string => catalogue.activities.find(({ id }) => id === activity)?.name ?? activity;

export const tellOf = (event: CaseEvent, reading: CaseReading): readonly Told[] =>
  // The entry is the one for this event's type, which the compiler cannot follow through the index.
  (tells[event.type] as Tell<typeof event.type>)(event, reading);

function labelled({ content }: CaseReading, id: string, choice: string): string {
  const prompt = promptOf(content.framework, id);
  return prompt ? labelOfChoice(prompt, choice) : choice;
}
