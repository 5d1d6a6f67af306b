/** What the core asks of the outside. Every port has a real in-memory version for tests and the console. */
import type { Catalogue } from '../domain/activities/activity';
import type { DirectorySource } from '../domain/activities/directorySource';
import type { Correction } from '../domain/activities/tags';
import type { ListedService, TaggedService } from '../domain/activities/tagsToCheck';
import type { CaseEvent, Place } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import type { Audience } from '../domain/plan/audience';
import type { Content } from '../domain/framework/content';
import type { Learnt } from '../domain/learnt/learnt';
import type { OrganisationEvent } from '../domain/organisation/event';
import type { AuditEntry } from '../domain/record/auditEntry';
import type { Shown } from './turn';

/** `events` is the whole case as it now stands. */
export type Appended = { readonly kind: 'appended'; readonly events: readonly CaseEvent[] } | { readonly kind: 'somebody-was-first' };

export interface CaseStore {
  /**
   * All events in order; empty when there is no such case. As long as nothing happens to a case, an instance that has
   * not forgotten it gives the same list again, also the one that its own `append` gave; what is derived from a list
   * may be kept beside it. Nobody may change it.
   */
  load(caseId: string): Promise<readonly CaseEvent[]>;
  /** Events and head in one atomic step, only when exactly `expectedRev` events are stored. */
  append(caseId: string, expectedRev: number, events: readonly CaseEvent[], head: CaseHead): Promise<Appended>;
  headsOf(worker: string): Promise<readonly CaseHead[]>;
  /** Cases with something to deliver; with an ISO instant also those in which somebody is to be reminded by then. */
  headsThatOwe(at?: string): Promise<readonly CaseHead[]>;
  refsTaken(refs: readonly string[]): Promise<readonly string[]>;
  /** The case with exactly this reference, whoever's it is; should two have it, the first by its id. */
  headOfRef(ref: string): Promise<CaseHead | undefined>;
  /** Every case, a head at a time, for export. Cases that begin or end meanwhile may be missing or there. */
  all(): AsyncIterable<CaseHead>;
  /** Leaves nothing of the case. */
  erase(caseId: string): Promise<void>;
  /** Resolves when the store answers; asks as little of it as can be asked. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** What a store can do that keeps cases somewhere: the work of operators, not of turns. */
export interface SealedCases extends CaseStore {
  /** Writes what is not sealed under the key that seals now anew under it. Returns how many items of the case that were. */
  reseal(caseId: string): Promise<number>;
}

/** After so many failed tries in a row, nothing is sent there before this ISO instant. */
export type Wait = { readonly attempts: number; readonly notBefore: string };
/** By where it goes. */
export type Waits = Readonly<Record<string, Wait>>;

export type LeaseAsked = {
  readonly caseId: string;
  /** ISO instants: now, and when the lease ends by itself if it is not given back. */
  readonly at: string;
  readonly until: string;
  /** Something was only just promised, so that the quiet time after earlier failures does not count. */
  readonly urgent: boolean;
};
/** `token` is different each time that it is taken. */
export type Lease = { readonly token: string; readonly waits: Waits };

/**
 * Who is delivering for a case at this moment, and how long to wait after failures. It says nothing of what is owed:
 * that is in the events, and if all of this were lost, nothing owed would be.
 */
export interface Leases {
  /** Undefined while somebody else has it or, unless urgent, before `quietUntil`. One that has ended is anybody's. */
  take(asked: LeaseAsked): Promise<Lease | undefined>;
  /** Does nothing when somebody else took it meanwhile. Without waits nothing is kept. */
  giveBack(done: { readonly caseId: string; readonly token: string; readonly waits: Waits; readonly quietUntil?: string }): Promise<void>;
}

/** A conversation that the bot is in. `address` is whatever the host needs to reach it. */
export type KnownPlace = Place & {
  /** The name of its team, and its id: teams may have the same name, and other names later. */
  readonly team?: string;
  readonly teamId?: string;
  readonly address: string;
  readonly person?: string;
  /** Other teams and organisations may be in it too. */
  readonly shared?: true;
  /** Who saw who can read it and posted all the same, and when. */
  readonly audienceAgreed?: { readonly by: string; /** ISO instant. */ readonly at: string };
};

/** Asked before the first post into a place, and once only. */
export interface Audiences {
  /** Undefined when somebody agreed to it already. */
  toShow(place: Place): Promise<Audience | undefined>;
  agree(place: Place, agreed: { readonly by: string; readonly at: string }): Promise<void>;
}

/** A place in which open safety actions are shown, and who decided that. */
export type SafetyPlace = Place & { readonly by: string; /** ISO instant. */ readonly at: string };

/** Kept apart from the addresses of places, which the platform changes: what people decided is not lost with them. */
export interface SafetyPlaces {
  mark(place: SafetyPlace): Promise<void>;
  unmark(id: string): Promise<void>;
  marked(): Promise<readonly SafetyPlace[]>;
}

export interface PlaceStore extends SafetyPlaces {
  remember(place: KnownPlace): Promise<void>;
  forget(id: string): Promise<void>;
  all(): Promise<readonly KnownPlace[]>;
}

/**
 * Who did what with which record. Only ever added to; what is erased elsewhere stays known here as having been there.
 * An entry that holds anything but ids and names of the code is refused.
 */
export interface AuditTrail {
  /**
   * Kept soon, at the latest with the next `flush`: for what a worker does with a case of their own. The same view again
   * before that is one entry. Asks nothing of the store by itself, so it costs a turn nothing.
   */
  note(entry: AuditEntry): void;
  /** Kept when this resolves: for what must not happen without a trace. Do it before it is shown or done. */
  record(entries: readonly AuditEntry[]): Promise<void>;
  flush(): Promise<void>;
  /** The oldest first, with all that was noted. */
  ofCase(caseId: string): Promise<readonly AuditEntry[]>;
  /** ISO instants, `from` included and `until` not; the oldest first. */
  between(from: string, until: string): AsyncIterable<AuditEntry>;
}

/** `events` is all of them, as far as what was appended. */
export type OrganisationAppended = { readonly kind: 'appended'; readonly events: readonly OrganisationEvent[] } | { readonly kind: 'somebody-was-first' };

/** Who may do what, and what the service looks after for itself: one short list of events, asked for on each turn. */
export interface OrganisationStore {
  /**
   * All events in order, the same list as long as there are no more of them. An instance may be a few seconds behind
   * another, so that a turn costs nothing; with `fresh`, for whatever shows or changes what is somebody else's, it is not.
   */
  load(asked?: { readonly fresh?: boolean }): Promise<readonly OrganisationEvent[]>;
  /** Only when exactly `expectedRev` events are stored. */
  append(expectedRev: number, events: readonly OrganisationEvent[]): Promise<OrganisationAppended>;
}

/** What was learnt of activities and of unmet needs, apart from every case: nothing in it leads back to one. Only ever added to. */
export interface LearntStore {
  /**
   * In no order; the same list as long as nothing is added. Without `fresh` an instance may be a minute behind another,
   * and what it cannot read is not there; with `fresh`, for whoever counts or changes what was learnt, that throws, save
   * for kinds of things that this version does not know.
   */
  load(asked?: { readonly fresh?: boolean }): Promise<readonly Learnt[]>;
  /**
   * Throws for anything but what `Learnt` names. With a `promise` it is kept once, however often it is kept under the same
   * one; of the promise nothing is kept but a digest, which tells nobody what it says.
   */
  keep(learnt: Learnt, promise?: string): Promise<void>;
}

/** The directory behind the catalogue, for administrators. */
export interface DirectoryDesk {
  /** None while it cannot be read. */
  sources(today: string): Promise<readonly DirectorySource[]>;
  /** Begins to bring a source in again from where it came before, and does not wait for it. One at a time. */
  refresh(name: string, day: string): Promise<'begun' | 'going-on' | 'no-such-source'>;
  /** What is on offer now. */
  listed(): readonly ListedService[];
  /** One of them with its tags, `settled` in the chat among them. Undefined when it is not on offer any more, or cannot be read. */
  tagged(id: string, settled: readonly Correction[]): Promise<TaggedService | undefined>;
}

export type Sent =
  | { readonly kind: 'sent'; readonly message: string }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      /** Trying again is no use. */
      readonly final: boolean;
      /** It may have arrived: nobody knows. */
      readonly perhaps?: true;
      /** Seconds that the platform asked to wait. */
      readonly retryAfter?: number;
    };

export interface Messenger {
  /** Channels and chats that the bot is in and that this person belongs to. */
  placesOf(personId: string): Promise<readonly Place[]>;
  /** Whether this person belongs to a place; not to one that the bot is not in. Undefined when the platform does not say. */
  isIn(personId: string, place: string): Promise<boolean | undefined>;
  post(place: Place, shown: Shown): Promise<Sent>;
  /** Replaces a message that was posted earlier. */
  update(place: Place, message: string, shown: Shown): Promise<Sent>;
  tell(personId: string, shown: Shown): Promise<Sent>;
}

export type Settings = {
  /** Ids of the people who may review; empty: any member of the place but the author. */
  readonly supervisors: readonly string[];
  /** Ids of the people who manage roles from the first day. With one of them nobody reviews merely because they are there. */
  readonly administrators: readonly string[];
  /** Only in the local playground, which has one person at the screen: they may review their own plan, and it says so. */
  readonly selfReview: boolean;
};

export type Parts = {
  readonly cases: CaseStore;
  readonly leases: Leases;
  readonly messenger: Messenger;
  /** Absent where nobody else can read. */
  readonly audiences?: Audiences;
  readonly safetyPlaces: SafetyPlaces;
  readonly audit: AuditTrail;
  readonly organisation: OrganisationStore;
  readonly learnt: LearntStore;
  readonly content: (version?: string) => Content;
  readonly catalogue: () => Catalogue;
  /** Absent where the activities are the invented sample. */
  readonly directory?: DirectoryDesk;
  readonly settings: Settings;
};

