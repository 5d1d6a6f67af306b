/** Each event as a line that the person whom it is about can read. An event without an entry does not compile. */
import type { CaseReading } from '../analysis/caseReading';
import { choiceInWords } from '../analysis/choiceInWords';
import { escalationFields, type CaseEvent, type EventOf } from '../case/event';
import { promptOf } from '../framework/framework';
import { dayAndYear } from '../plan/days';
import { entriesOf, type PlanEntry } from '../plan/entries';
import { dayOr, escalationWords, foundWords, heardWords, liesWords, lineInWords, modeWords, nextWords, replyWords } from './recordWords';

export type Told = {
  readonly part: 'said' | 'written' | 'concern' | 'plan' | 'course' | 'record';
  /** What it is: "Safety of the conversation", "Concern", "Plan, version 2: Step 1". */
  readonly what: string;
  /** Verbatim where somebody wrote them. */
  readonly words: string;
  /** What of it somebody wrote: the rest are choices and names of ours, which tell of nobody. */
  readonly written: string;
};

type Tell<Type extends CaseEvent['type']> = (event: EventOf<Type>, reading: CaseReading) => readonly Told[];
type Words = readonly (string | undefined)[];
const joined = (words: Words): string => words.filter((text): text is string => text !== undefined && text.trim() !== '').join('; ');
const told = (part: Told['part'], what: string, ...words: Words): readonly Told[] => [{ part, what, words: joined(words), written: joined(words) }];
/** First what is chosen from words of ours, then what somebody wrote. */
const chosen = (part: Told['part'], what: string, ours: Words, ...written: Words): readonly Told[] => [{ part, what, words: joined([...ours, ...written]), written: joined(written) }];
const nothing = (): readonly Told[] => [];

const topic = ({ content }: CaseReading, prompt: string | undefined): string => (prompt === undefined ? '' : (promptOf(content.framework, prompt)?.topic ?? prompt));
const about = (what: string, prompt: string): string => (prompt === '' ? what : `${what}: ${prompt}`);
const sentenceOf = ({ state }: CaseReading, note: string, start: number, end: number): string => state.notes.find(({ id }) => id === note)?.text.slice(start, end) ?? '';

const tells: { readonly [Type in CaseEvent['type']]: Tell<Type> } = {
  CaseOpened: ({ name, yearOfBirth, mode, workerName }) => told('course', 'A case was opened', name, yearOfBirth === undefined ? undefined : `born ${yearOfBirth}`, modeWords[mode], `link worker ${workerName}`),
  ReferralRecorded: ({ words }) => told('written', 'What the referral said', words),
  PersonCorrected: ({ name, yearOfBirth }) => told('course', 'Name and year were put right', name, yearOfBirth === undefined ? undefined : `born ${yearOfBirth}`),
  ModeChanged: ({ mode }) => told('course', 'The way of talking changed', modeWords[mode]),
  PromptAnswered: ({ prompt, choices, words, how }, reading) => chosen('said', topic(reading, prompt), choices.map((choice) => labelled(reading, prompt, choice)), words, how === 'note' ? 'from a note' : undefined),
  ObservationRecorded: ({ prompt, words }, reading) => told('written', about('What the link worker noted', topic(reading, prompt)), words),
  PromptSkipped: ({ prompt, why }, reading) => told('said', topic(reading, prompt), why === 'not-today' ? '(left for another day)' : 'rather not say'),
  PromptParked: nothing,
  PromptOpened: nothing,
  NotePasted: ({ text }) => told('written', 'A note of the link worker', text),
  SentenceFiled: ({ note, start, end, prompt }, reading) => told('written', about('A sentence of a note was put to', topic(reading, prompt)), sentenceOf(reading, note, start, end)),
  SentenceDiscarded: ({ note, start, end }, reading) => told('written', 'A sentence of a note was left out', sentenceOf(reading, note, start, end)),
  ConcernRaised: ({ words }) => told('concern', 'The link worker was worried', words),
  MentionsRaised: () => told('concern', 'Words were taken as a concern'),
  ConcernOwned: ({ owner, action, route, when }) => told('concern', 'Somebody took a concern on', owner, action, route === 'not recorded' ? undefined : `told ${route}`, when),
  ConcernAnswered: ({ from, reply }) => told('concern', 'Somebody replied about a concern', from, reply),
  ConcernSetAside: ({ reason }) => told('concern', 'A concern was set aside', reason),
  RestrictedNoteRecorded: ({ words }) => told('concern', 'A restricted note', words),
  EscalationRecorded: (fields) => told('concern', 'What was done about a concern', ...escalationFields.map((name) => (fields[name] === undefined ? undefined : `${escalationWords[name]}: ${fields[name]}`))),
  TierChanged: ({ tier, reason }) => told('written', 'Who leads was changed', `level ${tier} of the process`, reason),
  ActivitiesSearched: ({ words }) => told('written', 'The link worker looked for an activity', words),
  OptionChosen: ({ name }) => chosen('plan', 'An activity was chosen', [name]),
  OptionDeclined: ({ activity, reason }, reading) => chosen('plan', 'An activity was not wanted', [nameOf(activity, reading)], reason),
  NothingFitted: ({ want, barrier }) => told('plan', 'Nothing fitted', want, barrier),
  PlanEdited: ({ edits }) => edits.flatMap(({ target, text }) => told('plan', `The plan was changed: ${lineInWords(target)}`, dayOr(text ?? 'left out'))),
  PlanWordsConfirmed: ({ words }) => told('plan', 'Words of the plan were looked at before it was shown to others', ...words),
  PlanSubmitted: ({ place, plan }) => [...chosen('plan', `Plan, version ${plan.version}, went to review`, [place.name]), ...entriesOf(plan.body).flatMap((entry) => planLine(`Plan, version ${plan.version}: ${entry.label}`, entry))],
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
  ActivityRung: ({ activity, heard }, reading) => chosen('plan', 'The link worker rang an activity', [nameOf(activity, reading), heardWords[heard]]),
  IntroductionAnswered: ({ activity, reply }, reading) => chosen('plan', 'An activity answered the introduction', [nameOf(activity, reading), replyWords[reply]]),
  FirstVisitRecorded: ({ went, lies, found, words }) => chosen('said', 'The first visit', [went ? 'they went' : 'they did not go', lies && liesWords[lies], found && foundWords[found]], words),
  LessonOwed: nothing,
  LessonKept: nothing,
  ReviewHeld: ({ words, progress, next }) => chosen('said', 'A review together', [nextWords[next], progress === undefined ? undefined : `${progress} out of 10`], words),
  CasePaused: ({ until }) => told('course', 'Paused', until === undefined ? undefined : `until ${dayOr(until)}`),
  CaseResumed: () => told('course', 'Taken up again'),
  CaseClosed: ({ reason, told: wasTold, offered }) => told('course', 'The case was closed', reason, wasTold, offered),
  CaseReopened: () => told('course', 'The case was opened again'),
  CaseRestricted: ({ reason }) => told('record', 'The record was set aside', reason),
  RestrictionLifted: ({ reason }) => told('record', 'The record is used again', reason),
  HoldPlaced: ({ reason }) => told('record', 'The record must be kept for now', reason),
  HoldLifted: ({ reason }) => told('record', 'The record need not be kept any longer', reason),
  StatementAdded: ({ prompt, words }, reading) => told('said', about('What you say is not right', topic(reading, prompt)), words),
  RetentionWarned: ({ eraseOn, reason }) => told('record', 'It was said that the record will be erased', dayOr(eraseOn), reason),
  RetentionAnnounced: nothing,
  ErasureBegun: ({ reason }) => told('record', 'Erasing began', reason),
};

const nameOf = (activity: string, { catalogue }: CaseReading): string => catalogue.activities.find(({ id }) => id === activity)?.name ?? activity;

export const tellOf = (event: CaseEvent, reading: CaseReading): readonly Told[] =>
  // The entry is the one for this event's type, which the compiler cannot follow through the index.
  (tells[event.type] as Tell<typeof event.type>)(event, reading);

function labelled(reading: CaseReading, id: string, choice: string): string {
  const prompt = promptOf(reading.content.framework, id);
  return dayAndYear(prompt ? choiceInWords(reading, prompt, choice) : choice);
}

/** A line that was put together from choices and the list of activities has no words of anybody in it. */
const planLine = (what: string, { text, from }: PlanEntry): readonly Told[] => (from.length > 0 && from.every(({ kind }) => kind === 'choice' || kind === 'activity') ? chosen('plan', what, [text]) : told('plan', what, text));
