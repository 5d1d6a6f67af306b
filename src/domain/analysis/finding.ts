/** What the answers tell. Every finding names its rule and quotes its evidence. */
import type { PromptId, Side, Urgency } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import type { Grade } from '../reading/mention';
import type { CaseMention } from './mentions';

export type Finding = {
  readonly rule: string;
  readonly kind: 'barrier' | 'enabler';
  readonly side: Side;
  /** A few plain words: "a fall in the past year". */
  readonly what: string;
  readonly from: readonly Source[];
};

/** Something that may need somebody else. Quoted, never decided. */
export type Concern = {
  /** Stable: category and urgency ("F10-SOON") for answers and words, "F10-SOON~noted" for what is only noted, or the id of the worker's own. */
  readonly id: string;
  readonly code: string;
  readonly urgency: Urgency;
  /** What is noted, or recorded as denied, holds nothing back until somebody raises it. */
  readonly grade: Grade;
  readonly words: string;
  /** Answers that it rests on. */
  readonly from: readonly Source[];
  /** Words that it rests on, wherever they were written, with the rule and how they were read. */
  readonly mentions: readonly CaseMention[];
  /** Names of all that it rests on; what was seen to is told from what came later by them. */
  readonly keys: readonly string[];
  readonly why: string;
  readonly restricted: boolean;
  /** Answers whose words, and changes of the plan which, stay out of every plan because of it. */
  readonly withheld: readonly PromptId[];
  readonly withheldEdits: readonly number[];
  /** `words`: nothing but what was written tells of it. */
  readonly by: 'answer' | 'words' | 'worker';
  /** Open until somebody named has taken it on (and, for the worker's own worry, replied). */
  readonly state: 'open' | 'owned' | 'answered' | 'set-aside';
  /** ISO instant of the earliest of what nobody has seen to yet; once all is seen to, of the earliest of all. */
  readonly since: string;
  readonly owner?: string;
  readonly action?: string;
};

export type AreaCoverage = { readonly area: string; readonly label: string; readonly side: Side; readonly state: 'explored' | 'touched' | 'not-yet' };
export type Suggestion = { readonly prompt: PromptId; readonly topic: string; readonly why: string };
export type Tier = { readonly is: 0 | 1 | 2 | 3 | 4 | 5; readonly why: readonly string[]; /** The reading's own tier, when the worker changed it. */ readonly changedFrom?: number };
