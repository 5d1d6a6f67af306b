/** How the bot stands at this moment, for whoever runs it: counts, days and versions. No name, no case, no word of anybody. */
import type { CaseHead } from '../domain/case/head';
import type { Catalogue } from '../domain/activities/activity';
import type { CaseStore } from '../app/ports';

export type Standing = {
  /** ISO instant. */
  readonly at: string;
  readonly since: string;
  readonly versions: { readonly app: string; readonly content: string; readonly node: string };
  readonly store: { readonly kind: string; readonly answers: boolean };
  /** What was promised and is not done yet; `oldest` is the ISO instant since which something waits. Absent while the store does not answer. */
  readonly owed?: { readonly cases: number; readonly reminders: number; readonly oldest?: string };
  /** By this instance since it started. */
  readonly sends: Sends;
  /** Numbers of the service that are past their day, or soon will be. */
  readonly contacts: readonly string[];
  readonly directory: { readonly version: string; readonly services: number };
};

export type Sends = { readonly sent: number; readonly failedForNow: number; readonly failedForGood: number };

export type StandingParts = {
  readonly cases: Pick<CaseStore, 'ready' | 'headsThatOwe'>;
  readonly store: string;
  readonly versions: Standing['versions'];
  readonly since: string;
  readonly sends: () => Sends;
  /** Sentences about contacts on this ISO instant. */
  readonly contacts: (at: string) => Promise<readonly string[]>;
  readonly catalogue: () => Catalogue;
};

/** Asks as little as can be asked. Never throws: that the store does not answer is what somebody wants to see here. */
export async function readStanding({ cases, store, versions, since, sends, contacts, catalogue }: StandingParts, at: string): Promise<Standing> {
  const answers = await cases.ready().then(
    () => true,
    () => false,
  );
  const heads = answers ? await cases.headsThatOwe(at).catch(() => undefined) : undefined;
  const { version, activities } = catalogue();
  return {
    at,
    since,
    versions,
    store: { kind: store, answers: heads !== undefined },
    ...(heads === undefined ? {} : { owed: owedIn(heads, at) }),
    sends: sends(),
    // With the store away nobody knows what was changed in the chat.
    contacts: await contacts(at).catch(() => []),
    directory: { version, services: activities.length },
  };
}

/** Returns how many cases have something to deliver, since when the oldest, and how many reminders have come due. */
export function owedIn(heads: readonly CaseHead[], at: string): NonNullable<Standing['owed']> {
  const owing = heads.filter(({ owes }) => owes);
  const [oldest] = owing.map(({ touchedAt }) => touchedAt).sort();
  const reminders = heads.filter(({ remindOn }) => remindOn !== undefined && remindOn <= at).length;
  return { cases: owing.length, reminders, ...(oldest === undefined ? {} : { oldest }) };
}
