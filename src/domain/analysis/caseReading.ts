/** A case as it is read between two turns: the one object from which every card is drawn. */
import type { Catalogue } from '../activities/activity';
import type { ActivityOption, Fits, OptionsReading, Standing } from '../activities/option';
import type { SearchReading } from '../activities/searchActivities';
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Step } from '../case/steps';
import type { Content, ProcessStage } from '../framework/content';
import type { RefusedEdit } from '../plan/applyEdits';
import type { GateItem, PlanBody } from '../plan/frozenPlan';
import type { AreaCoverage, Concern, Finding, Suggestion, Tier } from './finding';
import type { Meanings } from './meanings';
import type { Proposal } from '../reading/filing/fileNote';

export type ProcessReading = { readonly here: ProcessStage['id']; /** As `here`; for a closed case the stage in which it ended. */ readonly reached: ProcessStage['id']; readonly done: readonly ProcessStage['id'][]; readonly decision: string };

/** All but the conversation, its step and the concerns is read when it is asked for, once. */
export type CaseReading = {
  readonly caseId: string;
  readonly state: OpenCase;
  readonly content: Content;
  readonly catalogue: Catalogue;
  /** ISO day of the turn. */
  readonly today: string;
  readonly conversation: Conversation;
  /** The card of the conversation that is due now; undefined when nothing waits. */
  readonly step: Step | undefined;
  readonly meanings: Meanings;
  readonly findings: readonly Finding[];
  /** What is raised: by answers, by words, by the worker. */
  readonly concerns: readonly Concern[];
  /** What words only note, or record as denied. It holds nothing back and stays off every plan until somebody raises it. */
  readonly noted: readonly Concern[];
  readonly coverage: readonly AreaCoverage[];
  /** One to three prompts that would tell most next, and why. */
  readonly suggestions: readonly Suggestion[];
  readonly tier: Tier;
  /** What the last answer told, in one line for the foot of the next card. */
  readonly noticed: string | undefined;
  readonly process: ProcessReading;
  readonly proposals: readonly Proposal[];
  readonly options: () => OptionsReading;
  /** Why activities wait as a whole; undefined when they do not. */
  readonly heldBack: () => string | undefined;
  /** What the last search finds now; undefined when nothing was searched for. */
  readonly search: () => SearchReading | undefined;
  /** One activity of the list read against the answers, offered or not; undefined when the list has none of this id. */
  readonly standingOf: (activity: string) => Standing | undefined;
  /** The option that was chosen, read against the answers as they stand. */
  readonly chosen: () => ActivityOption | undefined;
  /** The name of the activity that was chosen, while the list does not have it any more: its step cannot be drafted. */
  readonly chosenButGone: () => string | undefined;
  /** The three fits of the chosen activity; of what the person wants while none is chosen. */
  readonly fits: () => Fits;
  readonly plan: () => PlanBody;
  /** Changes of the worker's that no longer stand, because the answer behind them is newer or gone: shown again, never dropped. */
  readonly editsLeftOut: () => readonly RefusedEdit[];
  readonly gate: () => readonly GateItem[];
};
