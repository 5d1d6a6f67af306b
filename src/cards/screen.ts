/** What can be shown. A screen is asked for by a turn; the card is drawn from it and from the case as it reads now. */
import type { Mention } from '../domain/reading/mention';
import type { SearchReading } from '../domain/activities/searchActivities';
import type { CaseHead } from '../domain/case/head';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { PlanSafety } from '../domain/analysis/safetyAction';
import type { Mode, Place } from '../domain/case/event';
import type { Submission } from '../domain/case/case';
import type { Audience } from '../domain/plan/audience';
import type { Content } from '../domain/framework/content';
import type { ActionOf } from './actions';
import type { Readers } from './readersCard';

/** What somebody may do beside their own cases: what is offered to them. */
export type Roles = { readonly supervises: boolean; readonly administers: boolean; readonly manages: boolean };

/** Screens that stand without a case. */
export type HomeScreen =
  | { readonly kind: 'welcome'; readonly cases: number; /** There are cases of theirs that were closed. */ readonly hasClosed?: boolean; readonly local: boolean; readonly roles?: Roles; /** Text that was typed while no case was open; it is offered as a note. */ readonly typed?: string; /** What of it cannot wait for a case. */ readonly urgent?: Mention; /** Something was asked for that only a case has. */ readonly needsCase?: boolean }
  | { readonly kind: 'help'; readonly roles?: Roles }
  | { readonly kind: 'new-case'; readonly mode: Mode; readonly form: string; readonly name?: string; readonly year?: string; readonly referral?: string; readonly note?: string; readonly problem?: string }
  /** The list of activities, searched without a case. */
  | { readonly kind: 'find'; readonly search?: SearchReading; /** The box was empty when it was asked for. */ readonly isEmpty?: boolean; readonly typed?: string; /** ISO day. */ readonly today: string }
  | { readonly kind: 'cases'; readonly heads: readonly CaseHead[]; readonly active?: string; readonly page?: number }
  /** Something could not be done: what, and what to do next; what was typed is shown to be kept. */
  | { readonly kind: 'notice'; readonly title: string; readonly text: string; readonly typed?: string; readonly caseId?: string; readonly rev?: number; /** Others can read it: no button leads to a case from here. */ readonly shared?: boolean; /** What may be decided about this place. */ readonly offers?: 'safety-here' | 'stop-safety' };

/** Words that were kept for a prompt may have been a mistyped command: which one, and what it shows. */
export type Meant = { readonly prompt: string; readonly typed: string; readonly word: string; readonly then: ActionOf<'take-back'>['then'] };

/** Screens of one case in its worker's own chat. `problem` is a refusal in plain words; `typed` fills the box again. */
export type CaseScreen = (
  /** `choices` is what was tapped or ticked when it could not be taken: it comes back as it was. */
  | { readonly kind: 'talk'; readonly choices?: readonly string[]; readonly meant?: Meant }
  /** `about` is the section that stands open. */
  | { readonly kind: 'sections'; readonly about?: string }
  | { readonly kind: 'observe'; readonly prompt?: string }
  | { readonly kind: 'summary' }
  | { readonly kind: 'process' }
  /** Where a finding, a fit or a line of the plan comes from. */
  | { readonly kind: 'why'; readonly about: string }
  | { readonly kind: 'options' }
  | { readonly kind: 'search' }
  | { readonly kind: 'plan' }
  /** `place` is where the plan is about to be posted, when the line is reworded on the way there. */
  | { readonly kind: 'edit-line'; readonly about: string; readonly place?: string }
  | { readonly kind: 'gate' }
  | { readonly kind: 'place'; readonly places: readonly Place[] }
  | { readonly kind: 'preview'; readonly place: Place; readonly details: readonly { readonly line: string; readonly text: string; readonly found: readonly string[] }[]; /** Said before the first post there. */ readonly audience?: Audience }
  | { readonly kind: 'posted' }
  | { readonly kind: 'worried' }
  | { readonly kind: 'concern'; readonly about: string }
  /** `about` goes on with one group: its name and where, as in `noted@2`. */
  | { readonly kind: 'concerns'; readonly about?: string }
  /** `about` is a sentence that goes somewhere else: its note, where it starts, and the section that stands open: `NOTE:START@SECTION`. */
  | { readonly kind: 'notes'; readonly about?: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'exits' }
  | { readonly kind: 'exit'; readonly about: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'versions'; readonly about?: string }
  | { readonly kind: 'first-visit' }
  /** `about` is an activity that nobody has checked for long; empty where none is chosen. */
  | { readonly kind: 'ring-first'; readonly about: string }
  | { readonly kind: 'reply' }
  /** The person's own copy of the plan, to be copied from here. */
  | { readonly kind: 'copy' }
  | { readonly kind: 'hold-review' }
  | { readonly kind: 'person' }
  | { readonly kind: 'tier' }
  | { readonly kind: 'readers'; readonly readers: Readers }
  /** An older card was pressed: what it held is offered again. `rev` is the revision that it was drawn at. */
  | { readonly kind: 'stale'; readonly rev: number; readonly prompt?: string; readonly part?: string; readonly choices: readonly string[]; readonly words?: string }
) & { readonly problem?: string; readonly typed?: string; /** What the other boxes of a form held. */ readonly fields?: Readonly<Record<string, string>>; /** A quiet line at the top: "Kept: ...". */ readonly said?: string };

/** Screens of a plan in the place where it is reviewed. They are drawn from the frozen plan alone, so nothing else can be in them. */
export type ReviewScreen =
  | { readonly kind: 'posted-plan' }
  | { readonly kind: 'change-form'; readonly problem?: string; readonly typed?: string }
  /** One to one, after a check of rights; still without restricted detail. */
  | { readonly kind: 'full-plan' }
  | { readonly kind: 'cannot'; readonly text: string };

export type ReviewDesk = {
  /** The record is set aside, or being erased: nothing of the plan is shown. */
  readonly setAside?: 'restricted' | 'withdrawn' | 'consent';
  readonly caseId: string;
  readonly ref: string;
  readonly workerName: string;
  readonly submission: Submission;
  readonly previous?: Submission;
  readonly latest: number;
  /** As it is now, whatever the frozen plan says: that one is open, and whose. */
  readonly safety: PlanSafety;
  /** Whom the frozen plan says may see it, and to whom they have said no since: for whoever reads it in full. */
  readonly takenBack: readonly string[];
  readonly selfReview: boolean;
  /** The ISO day on which its case was closed. */
  readonly closedOn?: string;
};

export type HomeDesk = { readonly content: Content };

export type { CaseReading };
