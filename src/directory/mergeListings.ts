/** What a directory said before, and what it says now: what is new, changed, gone or back. Pure, and repeatable: twice the same changes nothing. */
import type { Correction } from '../domain/activities/tags';
import type { Listing } from './listing';

export type Entry = {
  readonly listing: Listing;
  /** ISO days. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Newest last; at most `mostChanges`. */
  readonly changes: readonly { readonly day: string; readonly fields: readonly string[] }[];
  /** Retired, not deleted: people may be going there, and plans name it. */
  readonly withdrawn?: string;
  /** What a person settled: it stands over what any rule reads from the text, at every import. */
  readonly corrections: readonly Correction[];
};

export type Incoming = {
  readonly source: string;
  readonly day: string;
  readonly listings: readonly Listing[];
  /** Rows that came but could not be read: what was there before stays. */
  readonly unread: ReadonlySet<string>;
  /** False when not all of the source came: then nothing is withdrawn. */
  readonly complete: boolean;
};

export type Changed = { readonly id: string; readonly name: string; readonly fields: readonly string[] };
export type Named = { readonly id: string; readonly name: string };
export type Merged = {
  readonly entries: readonly Entry[];
  readonly fresh: readonly Named[];
  readonly changed: readonly Changed[];
  readonly unchanged: number;
  readonly withdrawn: readonly Named[];
  readonly returned: readonly Named[];
  /** Could not be read this time, and stay as they were. */
  readonly kept: readonly Named[];
};

const mostChanges = 20;
/** The day of a change is no change by itself. */
const notAChange = new Set(['lastModified']);

/** Returns every entry, those of other sources untouched, in a stable order, and what happened to those of this source. */
export function mergeListings(before: readonly Entry[], incoming: Incoming): Merged {
  const known = new Map(before.map((entry) => [entry.listing.id, entry]));
  const came = new Set(incoming.listings.map(({ id }) => id));
  const merged: { fresh: Named[]; changed: Changed[]; unchanged: number; withdrawn: Named[]; returned: Named[]; kept: Named[] } = { fresh: [], changed: [], unchanged: 0, withdrawn: [], returned: [], kept: [] };
  const updated = new Map<string, Entry>();
  for (const listing of incoming.listings) {
    const old = known.get(listing.id);
    const name = named(listing);
    const fields = old ? fieldsThatDiffer(old.listing, listing) : [];
    if (!old) merged.fresh.push(name);
    else if (old.withdrawn !== undefined) merged.returned.push(name);
    else if (fields.length > 0) merged.changed.push({ ...name, fields });
    else merged.unchanged += 1;
    updated.set(listing.id, old ? carriedOn(old, listing, fields, incoming.day) : { listing, firstSeen: incoming.day, lastSeen: incoming.day, changes: [], corrections: [] });
  }
  const stays = before.map((entry): Entry => {
    const { listing, withdrawn } = entry;
    if (listing.source !== incoming.source || came.has(listing.id)) return updated.get(listing.id) ?? entry;
    if (incoming.unread.has(listing.id)) merged.kept.push(named(listing));
    if (withdrawn !== undefined || !incoming.complete || incoming.unread.has(listing.id)) return entry;
    merged.withdrawn.push(named(listing));
    return { ...entry, withdrawn: incoming.day };
  });
  const entries = [...stays, ...incoming.listings.filter(({ id }) => !known.has(id)).flatMap(({ id }) => updated.get(id) ?? [])];
  return { entries, ...merged };
}

const named = ({ id, name }: Listing): Named => ({ id, name });

function carriedOn(old: Entry, listing: Listing, fields: readonly string[], day: string): Entry {
  const { withdrawn: _, ...rest } = old;
  return { ...rest, listing, lastSeen: day, changes: fields.length === 0 ? old.changes : [...old.changes, { day, fields }].slice(-mostChanges) };
}

function fieldsThatDiffer(before: Listing, now: Listing): string[] {
  const [old, fresh]: Record<string, unknown>[] = [before, now];
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => !notAChange.has(name) && !isSame(old?.[name], fresh?.[name])).sort();
}

/** The order of keys in a record says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [first, second] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return first.length === second.size && Array.isArray(one) === Array.isArray(other) && first.every(([key, value]) => second.has(key) && isSame(value, second.get(key)));
}
