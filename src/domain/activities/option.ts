/** What the checks say about one activity for one person. Never a number; *not known yet* is an answer too. */
import type { PromptId, Side } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import type { Activity } from './activity';

export const fitNames = ['po', 'pe', 'eo'] as const;
/** Person and occupation; person and environment; environment and occupation. */
export type FitName = (typeof fitNames)[number];
export type FitState = 'works-now' | 'with-changes' | 'not-yet' | 'not-known';

export type CheckId =
  | 'meaningful' | 'experience' | 'level' | 'identity' | 'day'
  | 'reachable' | 'affordable' | 'adjustments' | 'safe-welcoming' | 'someone-to-start'
  | 'open-now' | 'setting';

export type Change = { readonly side: Side; readonly text: string };

export type CheckResult = {
  readonly check: CheckId;
  readonly fit: FitName;
  readonly outcome: 'yes' | 'no' | 'not-known';
  /** "because you said ..." in plain words. */
  readonly because: string;
  readonly from: readonly Source[];
  /** A no always says what could change, and on which side. */
  readonly change?: Change;
  /** What else has to change for this check: several things may stand in the way of one. */
  readonly more?: readonly Change[];
  /** A not-known names the prompt that would settle it, when there is one. */
  readonly settledBy?: PromptId;
  /** The directory does not say: the people who run it can. */
  readonly askThem?: true;
};

export type Fit = { readonly state: FitState; readonly reason: string; readonly checks: readonly CheckResult[] };
export type Fits = Readonly<Record<FitName, Fit>>;

export type ActivityOption = {
  readonly activity: Activity;
  readonly fits: Fits;
  readonly reasons: readonly string[];
  readonly changes: readonly string[];
  readonly unknowns: readonly { readonly text: string; readonly prompt?: PromptId; readonly askThem?: true }[];
};

/** Why an activity is not offered at all. */
export type GateFailure = { readonly activity: Activity; readonly gate: 'closed' | 'eligibility' | 'clinical-check' | 'disliked' | 'declined' | 'safety' | 'consent'; readonly because: string };

/** How one activity stands, whether or not it is offered. */
export type Standing = { readonly option: ActivityOption; /** Why it may not be chosen. */ readonly gate?: GateFailure };

export type OptionsReading = {
  readonly options: readonly ActivityOption[];
  /** Near misses: not offered among the three, with the failing check and the smallest change. */
  readonly nearly: readonly { readonly activity: Activity; readonly because: string; readonly change?: string }[];
  readonly notOffered: readonly GateFailure[];
  readonly nothingFits: boolean;
  /** Activities are held back as a whole, and why (another service leads, no consent). */
  readonly heldBack?: string;
};
