/** What each event means for the case. A new event that nobody handles does not compile. */
import type { Answer, Case, ConcernRecord, Decision, OpenCase, Submission } from './case';
import type { CaseEvent, EventOf } from './event';
import { evolveRecord, plainRecord, type RecordEvent } from '../record/caseRecord';

export const noCase: Case = { status: 'none', rev: 0 };

export function replay(events: readonly CaseEvent[], from: Case = noCase): Case {
  return events.reduce(evolve, from);
}

export function evolve(state: Case, event: CaseEvent): Case {
  if (event.type === 'CaseOpened') return opened(event);
  if (state.status === 'none') return state;
  // The entry is the one for this event's type, which the compiler cannot follow through the index.
  const next = (meanings[event.type] as Meaning<typeof event.type>)(state, event);
  return {
    ...next,
    rev: state.rev + 1,
    touchedAt: later(event.at, state.touchedAt),
    activeAt: event.by === state.worker ? later(event.at, next.activeAt) : next.activeAt,
    acts: event.by === state.worker ? state.acts + 1 : state.acts,
    presses: event.press === undefined ? state.presses : new Set(state.presses).add(event.press),
  };
}

const later = (one: string, other: string): string => (one > other ? one : other);

function opened(event: Extract<CaseEvent, { type: 'CaseOpened' }>): OpenCase {
  return {
    status: 'open',
    ref: event.ref,
    framework: event.framework,
    mode: event.mode,
    name: event.name,
    ...(event.yearOfBirth === undefined ? {} : { yearOfBirth: event.yearOfBirth }),
    worker: event.by,
    workerName: event.workerName,
    openedAt: event.at,
    answers: new Map(),
    skipped: new Map(),
    parked: new Set(),
    observations: [],
    trail: [],
    notes: [],
    concerns: new Map(),
    raisedMentions: new Set(),
    declined: new Map(),
    searches: [],
    edits: [],
    confirmedWords: new Set(),
    submissions: [],
    lessons: [],
    reviews: [],
    record: plainRecord,
    presses: new Set(event.press === undefined ? [] : [event.press]),
    touchedAt: event.at,
    activeAt: event.at,
    acts: 1,
    openings: [],
    handovers: [],
    reminded: new Map(),
    safetyNotices: [],
    rev: 1,
  };
}

type Later = Exclude<CaseEvent, { type: 'CaseOpened' }>;
type Meaning<Type extends Later['type']> = (state: OpenCase, event: EventOf<Type>) => OpenCase;

const onRecord = (state: OpenCase, event: RecordEvent): OpenCase => ({ ...state, record: evolveRecord(state.record, event) });

/** One entry an event: an event without one does not compile. */
const meanings: { readonly [Type in Later['type']]: Meaning<Type> } = {
  ReferralRecorded: (state, event) => ({ ...state, referral: { words: event.words, at: event.at } }),
  PersonCorrected: (state, event) => {
    const { yearOfBirth: _before, ...rest } = state;
    return { ...rest, name: event.name, ...(event.yearOfBirth === undefined ? {} : { yearOfBirth: event.yearOfBirth }) };
  },
  ModeChanged: (state, event) => ({ ...state, mode: event.mode }),
  PromptAnswered: (state, event) => answered(state, event),
  ObservationRecorded: (state, event) => ({ ...state, observations: [...state.observations, { words: event.words, at: event.at, ...(event.prompt === undefined ? {} : { prompt: event.prompt }) }] }),
  PromptSkipped: (state, event) => ({ ...state, trail: along(state.trail, event.prompt), skipped: new Map(state.skipped).set(event.prompt, event.why), position: { kind: 'left', prompt: event.prompt } }),
  PromptParked: (state, event) => ({ ...state, trail: along(state.trail, event.prompt), parked: new Set(state.parked).add(event.prompt), position: { kind: 'left', prompt: event.prompt } }),
  PromptOpened: (state, event) => ({ ...state, trail: along(state.trail, event.prompt), position: { kind: 'opened', prompt: event.prompt, ...(event.part === undefined ? {} : { part: event.part }) } }),
  NotePasted: (state, event) => ({ ...state, notes: [...state.notes, { id: event.note, text: event.text, at: event.at, filed: [] }] }),
  SentenceFiled: (state, event) => filed(state, event.note, { start: event.start, end: event.end, prompt: event.prompt }),
  SentenceDiscarded: (state, event) => filed(state, event.note, { start: event.start, end: event.end }),
  ConcernRaised: (state, event) => concern(state, event.concern, { raised: { code: event.code, urgency: event.urgency, words: event.words, at: event.at, by: event.by } }),
  MentionsRaised: (state, event) => ({ ...notSetAside(state, event.concern), raisedMentions: new Set([...state.raisedMentions, ...event.about]) }),
  ConcernOwned: (state, event) => concern(state, event.concern, { owned: { owner: event.owner, action: event.action, route: event.route, at: event.at, ...aboutOf(event), ...(event.when === undefined ? {} : { when: event.when }) } }),
  ConcernAnswered: (state, event) => concern(state, event.concern, { answered: { from: event.from, reply: event.reply, at: event.at, ...aboutOf(event), ...(event.role === undefined ? {} : { role: event.role }) } }),
  ConcernSetAside: (state, event) => concern(state, event.concern, { setAside: { reason: event.reason, at: event.at, ...aboutOf(event), ...(event.kind === undefined ? {} : { kind: event.kind }) } }),
  RestrictedNoteRecorded: (state, event) => concern(state, event.concern, { notes: [...(state.concerns.get(event.concern)?.notes ?? []), event.words] }),
  EscalationRecorded: (state, { type: _type, by: _by, press: _press, concern: id, ...kept }) => concern(state, id, { escalations: [...(state.concerns.get(id)?.escalations ?? []), kept] }),
  TierChanged: (state, event) => ({ ...state, tierChange: { tier: event.tier, reason: event.reason, at: event.at } }),
  ActivitiesSearched: (state, event) => searched(state, event),
  OptionChosen: (state, event) => ({ ...state, chosen: { activity: event.activity, name: event.name, catalogue: event.catalogue } }),
  OptionDeclined: (state, event) => ({ ...withoutChoiceOf(state, event.activity), declined: new Map(state.declined).set(event.activity, event.reason) }),
  NothingFitted: (state, event) => ({ ...state, nothingFitted: { want: event.want, ...(event.barrier === undefined ? {} : { barrier: event.barrier }) } }),
  PlanEdited: (state, event) => ({ ...state, edits: [...state.edits, ...event.edits.map((edit) => ({ ...edit, at: event.at, by: event.by }))] }),
  PlanWordsConfirmed: (state, event) => ({ ...state, confirmedWords: new Set([...state.confirmedWords, ...event.words]) }),
  PlanSubmitted: (state, event) => ({ ...state, submissions: [...state.submissions, { plan: event.plan, place: event.place, at: event.at, by: event.by, copies: [], decisions: [], delivered: [], givenUp: [] }] }),
  PlanPosted: (state, event) => submission(state, event.version, (sent) => posted(sent, event)),
  PostFailed: (state, event) => submission(state, event.version, (sent) => ({ ...sent, failed: event.reason, ...(event.final ? { stuck: true } : {}) })),
  PlanAgreed: (state, event) => decided(state, event.version, { kind: 'agreed', reviewer: event.reviewer, at: event.at }),
  ChangeAsked: (state, event) => decided(state, event.version, { kind: 'change', reviewer: event.reviewer, at: event.at, line: event.line, words: event.words }),
  TakenToSupervision: (state, event) => decided(state, event.version, { kind: 'supervision', reviewer: event.reviewer, at: event.at, ...(event.words === undefined ? {} : { words: event.words }) }),
  PlanOpenedByReviewer: (state) => state,
  DecisionDelivered: (state, event) => submission(state, event.version, (sent) => ({ ...sent, delivered: [...sent.delivered, `${event.to}:${event.decision}`] })),
  DeliveryGivenUp: (state, event) => submission(state, event.version, (sent) => ({ ...sent, givenUp: [...sent.givenUp, `${event.to}:${event.decision}`] })),
  WorkerReminded: (state, event) => ({ ...state, reminded: new Map(state.reminded).set(event.reminder, event.at) }),
  SafetyNoticePosted: ({ safetyUntold: _untold, ...state }, event) => ({ ...state, safetyNotices: [...state.safetyNotices, { place: event.place, message: event.message, says: event.says, at: event.at }] }),
  SafetyNoticeChanged: (state, event) => ({ ...state, safetyNotices: state.safetyNotices.map((notice) => (notice.message === event.message ? { ...notice, says: event.says, ...(event.reason === undefined ? {} : { gone: true }) } : notice)) }),
  SafetyNoticeUntold: (state, event) => ({ ...state, safetyUntold: { says: event.says, reason: event.reason, at: event.at, ...(event.place === undefined ? {} : { place: event.place }) } }),
  ActivityRung: (state) => state,
  IntroductionAnswered: (state) => state,
  FirstVisitRecorded: (state, event) => ({ ...state, firstVisit: { went: event.went, at: event.at, ...(event.lies === undefined ? {} : { lies: event.lies }), ...(event.words === undefined ? {} : { words: event.words }) } }),
  LessonOwed: (state, { lesson }) => ({ ...state, lessons: [...state.lessons, { owed: state.rev + 1, lesson }] }),
  LessonKept: (state, event) => ({ ...state, lessons: state.lessons.filter(({ owed }) => owed !== event.owed) }),
  ReviewHeld: (state, event) => ({ ...state, reviews: [...state.reviews, { words: event.words, next: event.next, at: event.at, ...(event.progress === undefined ? {} : { progress: event.progress }) }] }),
  CaseOpenedBySupervisor: (state, { by, name, reason, at }) => ({ ...state, openings: [...state.openings, { by, name, at, acts: state.acts, ...(reason === undefined ? {} : { reason }) }] }),
  CaseHandedOver: (state, event) => handedOver(state, event),
  CasePaused: (state, event) => ({ ...state, paused: { at: event.at, ...(event.until === undefined ? {} : { until: event.until }) } }),
  CaseResumed: (state) => {
    const { paused: _paused, ...active } = state;
    return active;
  },
  CaseClosed: (state, event) => {
    const { paused: _paused, ...active } = state;
    return { ...active, turned: { name: `closed-${event.at}`, at: event.at }, closed: { exit: event.exit, reason: event.reason, at: event.at, ...(event.told === undefined ? {} : { told: event.told }), ...(event.offered === undefined ? {} : { offered: event.offered }) } };
  },
  CaseRestricted: onRecord,
  RestrictionLifted: onRecord,
  HoldPlaced: onRecord,
  HoldLifted: onRecord,
  StatementAdded: onRecord,
  RetentionWarned: onRecord,
  RetentionAnnounced: onRecord,
  ErasureBegun: onRecord,
  CaseReopened: (state, { at }) => {
    const { closed: _closed, ...active } = state;
    return { ...active, turned: { name: `reopened-${at}`, at } };
  },
};

function answered(state: OpenCase, event: Extract<CaseEvent, { type: 'PromptAnswered' }>): OpenCase {
  const skipped = new Map(state.skipped);
  skipped.delete(event.prompt);
  const parked = new Set(state.parked);
  parked.delete(event.prompt);
  const answer: Answer = { choices: event.choices, at: event.at, ...(event.words === undefined ? {} : { words: event.words }) };
  const position = { kind: 'answered' as const, prompt: event.prompt, ...(event.part === undefined ? {} : { part: event.part }) };
  const moved = event.how === 'note' || event.how === 'kept' ? {} : { position, trail: along(state.trail, event.prompt) };
  const answers = new Map(state.answers).set(event.prompt, answer);
  if (answer.choices.length === 0 && answer.words === undefined) answers.delete(event.prompt);
  return { ...state, answers, skipped, parked, ...moved };
}

/** Where the talk has been, each prompt once, so that Back never goes round in a circle. */
const along = (trail: readonly string[], prompt: string): readonly string[] => (trail.includes(prompt) ? trail : [...trail, prompt]);

function filed(state: OpenCase, note: string, sentence: { start: number; end: number; prompt?: string }): OpenCase {
  const others = (kept: OpenCase['notes'][number]) => kept.filed.filter(({ start, end }) => start !== sentence.start || end !== sentence.end);
  return { ...state, notes: state.notes.map((kept) => (kept.id === note ? { ...kept, filed: [...others(kept), sentence] } : kept)) };
}

const aboutOf = ({ about }: { readonly about?: readonly string[] | undefined }): { readonly about?: readonly string[] } => (about === undefined ? {} : { about });

function concern(state: OpenCase, id: string, change: Partial<ConcernRecord>): OpenCase {
  const before: ConcernRecord = state.concerns.get(id) ?? { id, notes: [], escalations: [] };
  return { ...state, concerns: new Map(state.concerns).set(id, { ...before, ...change }) };
}

/** What was set aside and is raised again is as it was before. */
function notSetAside(state: OpenCase, id: string): OpenCase {
  const { setAside, ...before } = state.concerns.get(id) ?? {};
  return setAside === undefined ? state : { ...state, concerns: new Map(state.concerns).set(id, before as ConcernRecord) };
}

/** It comes to the front of the new worker's list. */
function handedOver(state: OpenCase, { to, toName, name, reason, at }: EventOf<'CaseHandedOver'>): OpenCase {
  const handover = { from: state.worker, fromName: state.workerName, to, toName, name, reason, at };
  return { ...state, worker: to, workerName: toName, activeAt: later(at, state.activeAt), handovers: [...state.handovers, handover] };
}

/** Another page of the same search is the same search. */
function searched(state: OpenCase, { words, from, at }: EventOf<'ActivitiesSearched'>): OpenCase {
  const last = state.searches.at(-1);
  return { ...state, searches: last?.words === words ? [...state.searches.slice(0, -1), { ...last, from }] : [...state.searches, { words, from, at }] };
}

function withoutChoiceOf(state: OpenCase, activity: string): OpenCase {
  if (state.chosen?.activity !== activity) return state;
  const { chosen: _chosen, ...rest } = state;
  return rest;
}

function submission(state: OpenCase, version: number, change: (sent: Submission) => Submission): OpenCase {
  return { ...state, submissions: state.submissions.map((sent) => (sent.plan.version === version ? change(sent) : sent)) };
}

function posted({ failed: _failed, stuck: _stuck, ...sent }: Submission, { message, at }: EventOf<'PlanPosted'>): Submission {
  return sent.message === undefined ? { ...sent, message, postedAt: at } : { ...sent, copies: [...sent.copies, message] };
}

const decided = (state: OpenCase, version: number, decision: Decision): OpenCase =>
  submission(state, version, (sent) => ({ ...sent, decisions: [...sent.decisions, decision] }));
