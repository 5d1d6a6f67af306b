/**
 * Everything that can happen to a case, in the past tense. The list of events is the case and its audit at once.
 *
 * Restricted detail has event types of its own, so that a reader who may not see it can leave whole types out.
 */
import { z } from 'zod';
import { ConcernCode, PromptId, Urgency } from '../framework/framework';
import { Found, Heard, Lesson, Reply } from '../learnt/learnt';
import { FrozenPlan } from '../plan/frozenPlan';

export const Mode = z.enum(['together', 'phone', 'notes']);
export type Mode = z.infer<typeof Mode>;

export const ExitCode = z.enum(['D1', 'D2', 'I', 'U', 'S', 'N', 'C', 'P', 'W', 'M', 'E']);
export type ExitCode = z.infer<typeof ExitCode>;

/** Who did it, when, and by which press: the press makes the same button twice one act. */
const By = { at: z.string(), by: z.string(), press: z.string().optional() };
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) => z.object({ type: z.literal(type), ...By, ...shape }).strict();

/** A change that the worker made to the drafted plan; `target` names a line of it (see domain/plan). */
export const PlanEdit = z.object({ target: z.string().min(1), text: z.string().nullable() }).strict();
export type PlanEdit = z.infer<typeof PlanEdit>;

/** Keys of what a concern rested on when somebody saw to it; in older events absent, which means all of it. What comes later opens the concern again. */
const About = z.array(z.string());

/** Who replied. The worker's own worry closes with a reply of the supervisor or the named GP, and of nobody else (domain guide 3.2, F28). */
export const ReplyFrom = z.enum(['supervisor', 'gp', 'other']);
export type ReplyFrom = z.infer<typeof ReplyFrom>;

/** Why words were no concern. A figure of speech gives its words back to the plan; what is true of somebody else, or was true once, does not. */
export const SetAsideKind = z.enum(['somebody-else', 'past', 'figure', 'other']);
export type SetAsideKind = z.infer<typeof SetAsideKind>;

/** The escalation record (domain guide 3.2): the person's words and what the worker saw stand apart. */
const escalationShape = {
  said: z.string().optional(),
  seen: z.string().optional(),
  /** Where the person is, in case help has to be sent. */
  where: z.string().optional(),
  wants: z.string().optional(),
  /** Whether they agree to others being told, or why that was done without it. */
  consent: z.string().optional(),
  /** When they were told, as it was written. */
  time: z.string().optional(),
  reply: z.string().optional(),
  after: z.string().optional(),
  closer: z.string().optional(),
} as const;
export const Escalation = z.object(escalationShape).strict();
export type Escalation = z.infer<typeof Escalation>;
export const escalationFields = Object.keys(escalationShape) as readonly (keyof Escalation)[];

export const Place = z.object({ id: z.string(), name: z.string(), kind: z.enum(['channel', 'group', 'personal']) }).strict();
export type Place = z.infer<typeof Place>;

export const CaseEvent = z.discriminatedUnion('type', [
  event('CaseOpened', { ref: z.string(), framework: z.string(), mode: Mode, name: z.string(), yearOfBirth: z.number().int().optional(), workerName: z.string() }),
  event('ReferralRecorded', { words: z.string() }),
  event('PersonCorrected', { name: z.string(), yearOfBirth: z.number().int().optional() }),
  event('ModeChanged', { mode: Mode }),

  /** The whole answer as it now stands; `part` is the last part that this press answered. */
  event('PromptAnswered', { prompt: PromptId, choices: z.array(z.string()), words: z.string().optional(), part: z.string().optional(), how: z.enum(['card', 'chat', 'note', 'kept']) }),
  /** What the worker saw or thinks, kept apart from the person's words. */
  event('ObservationRecorded', { prompt: PromptId.optional(), words: z.string() }),
  event('PromptSkipped', { prompt: PromptId, why: z.enum(['not-today', 'rather-not-say']) }),
  event('PromptParked', { prompt: PromptId }),
  event('PromptOpened', { prompt: PromptId, part: z.string().optional() }),

  event('NotePasted', { note: z.string(), text: z.string() }),
  /** `start` and `end` are offsets in the note, so that the sentence stays the note's own text. `proposed` is what its words spoke for, when the worker chose otherwise. */
  event('SentenceFiled', { note: z.string(), start: z.number().int(), end: z.number().int(), prompt: PromptId, proposed: PromptId.optional() }),
  event('SentenceDiscarded', { note: z.string(), start: z.number().int(), end: z.number().int() }),

  event('ConcernRaised', { concern: z.string(), code: ConcernCode, urgency: Urgency, words: z.string() }),
  /** Words that were only noted, or read as denied, are a concern from now on. */
  event('MentionsRaised', { concern: z.string(), about: About }),
  /** Somebody named has taken it on. Closes a prompt's own concern; the worker's own worry waits for a reply as well. */
  event('ConcernOwned', { concern: z.string(), owner: z.string(), action: z.string(), route: z.string(), when: z.string().optional(), about: About.optional() }),
  event('ConcernAnswered', { concern: z.string(), from: z.string(), reply: z.string(), role: ReplyFrom.optional(), about: About.optional() }),
  event('ConcernSetAside', { concern: z.string(), reason: z.string(), kind: SetAsideKind.optional(), about: About.optional() }),
  /** The detail of a restricted concern: worker's own chat only. */
  event('RestrictedNoteRecorded', { concern: z.string(), words: z.string() }),
  /** What was written down of a concern, whatever its kind: worker's own chat only. */
  event('EscalationRecorded', { concern: z.string(), ...escalationShape }),

  event('TierChanged', { tier: z.number().int().min(0).max(5), reason: z.string() }),
  /** What the worker looked for in the list of activities, and how far down; words of theirs, kept like all that is typed. */
  event('ActivitiesSearched', { words: z.string(), from: z.number().int().nonnegative() }),
  event('OptionChosen', { activity: z.string(), name: z.string(), catalogue: z.string() }),
  event('OptionDeclined', { activity: z.string(), reason: z.string().optional() }),
  event('NothingFitted', { want: z.string(), barrier: z.string().optional() }),

  event('PlanEdited', { edits: z.array(PlanEdit).min(1) }),
  event('PlanWordsConfirmed', { words: z.array(z.string()).min(1) }),
  event('PlanSubmitted', { place: Place, plan: FrozenPlan }),
  event('PlanPosted', { version: z.number().int(), message: z.string() }),
  /** `final`: trying again is no use, somebody has to choose another place. */
  event('PostFailed', { version: z.number().int(), reason: z.string(), final: z.literal(true).optional() }),
  event('PlanAgreed', { version: z.number().int(), reviewer: z.string() }),
  event('ChangeAsked', { version: z.number().int(), reviewer: z.string(), line: z.string(), words: z.string() }),
  event('TakenToSupervision', { version: z.number().int(), reviewer: z.string(), words: z.string().optional() }),
  event('PlanOpenedByReviewer', { version: z.number().int(), reviewer: z.string() }),
  /** The worker was told of the decision, or the posted card shows it: owed until it is here. */
  event('DecisionDelivered', { version: z.number().int(), to: z.enum(['worker', 'card']), decision: z.string() }),
  /** It could not be delivered and is not tried any more: the message or the chat is gone. */
  event('DeliveryGivenUp', { version: z.number().int(), to: z.enum(['worker', 'card']), decision: z.string(), reason: z.string() }),
  /** The worker was reminded, or could not be reached (`reason`). Either way not again of the same. */
  event('WorkerReminded', { reminder: z.string(), reason: z.string().optional() }),

  /** A message where others read says that a safety action is open, and whose it is. `says` is what it says, in short. */
  event('SafetyNoticePosted', { place: Place, message: z.string(), says: z.string() }),
  /** The message says something else now, or cannot be reached any more (`reason`). */
  event('SafetyNoticeChanged', { message: z.string(), says: z.string(), reason: z.string().optional() }),
  /** There is nowhere to say it, or the place does not take it. */
  event('SafetyNoticeUntold', { says: z.string(), place: z.string().optional(), reason: z.string() }),

  /** What the link worker heard who rang those who run it; what they made of the introduction. Kept apart from the case as well, without it. */
  event('ActivityRung', { activity: z.string(), heard: Heard }),
  event('IntroductionAnswered', { activity: z.string(), reply: Reply }),
  /** `found`: what it says of the activity, when it says anything. */
  event('FirstVisitRecorded', { went: z.boolean(), found: Found.optional(), lies: z.enum(['person', 'environment', 'occupation']).optional(), words: z.string().optional() }),
  /** What one of these teaches is owed to the service until it is kept there; `owed` is how many events the case had with the promise. */
  event('LessonOwed', { lesson: Lesson }),
  event('LessonKept', { owed: z.number().int().positive() }),
  event('ReviewHeld', { words: z.string(), progress: z.number().int().min(0).max(10).optional(), next: z.enum(['keep', 'change', 'stop']) }),

  /** The supervisor of the team read it, one to one. Its owner is shown who, and why if it was said. */
  event('CaseOpenedBySupervisor', { name: z.string(), reason: z.string().optional() }),
  /** From now on it is another link worker's. `name` is who handed it over. */
  event('CaseHandedOver', { to: z.string(), toName: z.string(), name: z.string(), reason: z.string() }),

  event('CasePaused', { until: z.string().optional() }),
  event('CaseResumed', {}),
  event('CaseClosed', { exit: ExitCode, reason: z.string(), told: z.string().optional(), offered: z.string().optional() }),
  event('CaseReopened', {}),

  /** Of the record itself: set aside (kept, not used), kept on whatever its age, stated to be wrong, about to be erased. */
  event('CaseRestricted', { reason: z.string() }),
  event('RestrictionLifted', { reason: z.string() }),
  event('HoldPlaced', { reason: z.string() }),
  event('HoldLifted', { reason: z.string() }),
  event('StatementAdded', { prompt: PromptId.optional(), words: z.string() }),
  /** `eraseOn` is an ISO day; with a reason: its worker could not be told. */
  event('RetentionWarned', { eraseOn: z.string(), reason: z.string().optional() }),
  /** The administrators were told of it; with a reason: none of them could be. */
  event('RetentionAnnounced', { reason: z.string().optional() }),
  event('ErasureBegun', { why: z.enum(['asked', 'retention', 'mistake']), reason: z.string() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type EventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;
