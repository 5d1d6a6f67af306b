/** What the core asks of the outside. Every port has a real in-memory version for tests and the console. */
import type { Catalogue } from '../domain/activities/activity';
import type { CaseEvent, Place } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import type { Content } from '../domain/framework/content';
import type { Shown } from './turn';

export type Appended = { readonly kind: 'appended' } | { readonly kind: 'somebody-was-first' };

export interface CaseStore {
  /** All events in order; empty when there is no such case. */
  load(caseId: string): Promise<readonly CaseEvent[]>;
  /** Events and head in one atomic step, only when exactly `expectedRev` events are stored. */
  append(caseId: string, expectedRev: number, events: readonly CaseEvent[], head: CaseHead): Promise<Appended>;
  headsOf(worker: string): Promise<readonly CaseHead[]>;
  headsThatOwe(): Promise<readonly CaseHead[]>;
  refsTaken(refs: readonly string[]): Promise<readonly string[]>;
  /** Every case, a head at a time, for export. Cases that begin or end meanwhile may be missing or there. */
  all(): AsyncIterable<CaseHead>;
  /** Leaves nothing of the case. */
  erase(caseId: string): Promise<void>;
  close(): Promise<void>;
}

/** A conversation that the bot is in. `address` is whatever the host needs to reach it. */
export type KnownPlace = Place & { readonly team?: string; readonly address: string; readonly person?: string };

export interface PlaceStore {
  remember(place: KnownPlace): Promise<void>;
  forget(id: string): Promise<void>;
  all(): Promise<readonly KnownPlace[]>;
}

export type Sent = { readonly kind: 'sent'; readonly message: string } | { readonly kind: 'failed'; readonly reason: string; readonly final: boolean };

export interface Messenger {
  /** Channels and chats that the bot is in and that this person belongs to. */
  placesOf(personId: string): Promise<readonly Place[]>;
  post(place: Place, shown: Shown): Promise<Sent>;
  /** Replaces a message that was posted earlier. */
  update(place: Place, message: string, shown: Shown): Promise<Sent>;
  tell(personId: string, shown: Shown): Promise<Sent>;
}

export type Settings = {
  /** Ids of the people who may review; empty: any member of the place but the author. */
  readonly supervisors: readonly string[];
  /** Only in the local playground, which has one person at the screen: they may review their own plan, and it says so. */
  readonly selfReview: boolean;
};

export type Parts = {
  readonly cases: CaseStore;
  readonly messenger: Messenger;
  readonly content: (version?: string) => Content;
  readonly catalogue: () => Catalogue;
  readonly settings: Settings;
};

