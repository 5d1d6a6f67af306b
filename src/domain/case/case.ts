/** One person's case: what its events add up to. */
import type { PromptId, Urgency } from '../framework/framework';
import type { Lesson } from '../learnt/learnt';
import type { FrozenPlan } from '../plan/frozenPlan';
import type { CaseRecord } from '../record/caseRecord';
import type { Escalation, ExitCode, Mode, Place, PlanEdit, ReplyFrom, SetAsideKind } from './event';

export type Answer = { readonly choices: readonly string[]; readonly words?: string; readonly at: string };
/**
 * More letters than a box of a card can hold: Teams refuses cards over about 100 KB, at two bytes a letter. Longer words
 * are kept whole, are not drawn in a box, and are added to instead of replaced.
 */
export const mostInABox = 12_000;

export type Answers = ReadonlyMap<PromptId, Answer>;

export type Position =
  | { readonly kind: 'opened'; readonly prompt: PromptId; readonly part?: string }
  | { readonly kind: 'answered'; readonly prompt: PromptId; readonly part?: string }
  | { readonly kind: 'left'; readonly prompt: PromptId };

export type Note = { readonly id: string; readonly text: string; readonly at: string; readonly filed: readonly FiledSentence[] };
export type FiledSentence = { readonly start: number; readonly end: number; /** Absent: discarded. */ readonly prompt?: PromptId };

/** What the concern rested on by then; absent: all of it, whatever came later. */
type SeenTo = { readonly about?: readonly string[] };

/** What became of a concern. Concerns that answers raise are derived (analysis/concerns); only what people did is kept here. */
export type ConcernRecord = {
  readonly id: string;
  /** Present for a concern that the worker raised. */
  readonly raised?: { readonly code: string; readonly urgency: Urgency; readonly words: string; readonly at: string; readonly by: string };
  readonly owned?: { readonly owner: string; readonly action: string; readonly route: string; readonly when?: string; readonly at: string } & SeenTo;
  readonly answered?: { readonly from: string; readonly reply: string; readonly role?: ReplyFrom; readonly at: string } & SeenTo;
  readonly setAside?: { readonly reason: string; readonly kind?: SetAsideKind; readonly at: string } & SeenTo;
  readonly notes: readonly string[];
  /** What was written down of it, each time; a field that is written again stands as it was written last. Worker's own chat only. */
  readonly escalations: readonly ({ readonly at: string } & Escalation)[];
};

export type Decision = { readonly kind: 'agreed' | 'change' | 'supervision'; readonly reviewer: string; readonly at: string; readonly line?: string; readonly words?: string };
export type Submission = {
  readonly plan: FrozenPlan;
  readonly place: Place;
  readonly at: string;
  readonly by: string;
  /** Set once the platform confirmed it; until then the post is owed. */
  readonly message?: string;
  readonly postedAt?: string;
  /** Further messages with the same plan: a post that seemed lost had arrived after all. */
  readonly copies: readonly string[];
  readonly failed?: string;
  /** It cannot be posted there, however often it is tried. */
  readonly stuck?: true;
  readonly decisions: readonly Decision[];
  /** Keys `worker:agreed`, `card:change`... of what was delivered, and of what cannot be. */
  readonly delivered: readonly string[];
  readonly givenUp: readonly string[];
};

/** One message where others read. `gone`: it cannot be reached any more. */
export type SafetyNotice = { readonly place: Place; readonly message: string; readonly says: string; readonly at: string; readonly gone?: true };

/** Somebody else than its worker read the case. `acts`: how often the worker had done something by then. */
export type Opening = { readonly by: string; readonly name: string; readonly reason?: string; readonly at: string; readonly acts: number };
export type Handover = { readonly from: string; readonly fromName: string; readonly to: string; readonly toName: string; /** Who handed it over. */ readonly name: string; readonly reason: string; readonly at: string };

/** Learnt in the case, and not kept where the service keeps it yet. `owed` is how many events the case had with the promise. */
export type LessonToKeep = { readonly owed: number; readonly lesson: Lesson };

export type OpenCase = {
  readonly status: 'open';
  readonly ref: string;
  readonly framework: string;
  readonly mode: Mode;
  readonly name: string;
  readonly yearOfBirth?: number;
  readonly worker: string;
  readonly workerName: string;
  readonly openedAt: string;
  readonly referral?: { readonly words: string; readonly at: string };
  readonly answers: Answers;
  readonly skipped: ReadonlyMap<PromptId, 'not-today' | 'rather-not-say'>;
  readonly parked: ReadonlySet<PromptId>;
  readonly observations: readonly { readonly prompt?: PromptId; readonly words: string; readonly at: string }[];
  /** Where the talk is: a prompt that was opened (`at` a part), answered (`after` a part), or left. What comes next is derived. */
  readonly position?: Position;
  readonly trail: readonly PromptId[];
  readonly notes: readonly Note[];
  readonly concerns: ReadonlyMap<string, ConcernRecord>;
  /** Keys of mentions that were only noted until somebody raised them. */
  readonly raisedMentions: ReadonlySet<string>;
  readonly tierChange?: { readonly tier: number; readonly reason: string; readonly at: string };
  readonly chosen?: { readonly activity: string; readonly name: string; readonly catalogue: string };
  readonly declined: ReadonlyMap<string, string | undefined>;
  /** Each search once, as it was last looked through. */
  readonly searches: readonly { readonly words: string; readonly from: number; readonly at: string }[];
  readonly nothingFitted?: { readonly want: string; readonly barrier?: string };
  readonly edits: readonly (PlanEdit & { readonly at: string; readonly by: string })[];
  readonly confirmedWords: ReadonlySet<string>;
  readonly submissions: readonly Submission[];
  readonly firstVisit?: { readonly went: boolean; readonly lies?: 'person' | 'environment' | 'occupation'; readonly words?: string; readonly at: string };
  readonly lessons: readonly LessonToKeep[];
  readonly reviews: readonly { readonly words: string; readonly progress?: number; readonly next: 'keep' | 'change' | 'stop'; readonly at: string }[];
  readonly paused?: { readonly at: string; readonly until?: string };
  /** When it was last closed or opened again, under a name of its own. */
  readonly turned?: { readonly name: string; readonly at: string };
  readonly closed?: { readonly exit: ExitCode; readonly reason: string; readonly told?: string; readonly offered?: string; readonly at: string };
  readonly record: CaseRecord;
  /** Presses that were already taken. */
  readonly presses: ReadonlySet<string>;
  readonly touchedAt: string;
  /** The last time that its worker did something: what others do to a case does not bring it to the front. */
  readonly activeAt: string;
  /** How often its worker has done something. */
  readonly acts: number;
  readonly openings: readonly Opening[];
  readonly handovers: readonly Handover[];
  /** When which reminder was given, by its key. */
  readonly reminded: ReadonlyMap<string, string>;
  /** Where others were told of a safety action; the last one is the one that counts. */
  readonly safetyNotices: readonly SafetyNotice[];
  readonly safetyUntold?: { readonly says: string; readonly place?: string; readonly reason: string; readonly at: string };
  readonly rev: number;
};

export type Case = { readonly status: 'none'; readonly rev: 0 } | OpenCase;
