import fc from 'fast-check';
import { fromOrukV3 } from '../../src/directory/fromOrukV3';
import type { Listing } from '../../src/directory/listing';
import { type Entry, type Incoming, mergeListings } from '../../src/directory/mergeListings';
import { v3Service } from './feeds';

function listing(id: string, more: Record<string, unknown> = {}): Listing {
  const read = fromOrukV3(v3Service({ id, name: `Service ${id}`, ...more }), { source: 'brookside', at: 1 });
  if (read.kind === 'problem') throw new Error(read.problem);
  return read.listing;
}

const came = (day: string, listings: readonly Listing[], more: Partial<Incoming> = {}): Incoming => ({ source: 'brookside', day, listings, unread: new Set(), complete: true, ...more });
const day1 = mergeListings([], came('2026-10-01', [listing('a'), listing('b')])).entries;
const namesOf = (named: readonly { name: string }[]): string[] => named.map(({ name }) => name);

it('a service that was not there is new, with its day', () => {
  const { entries, fresh } = mergeListings(day1, came('2026-11-01', [listing('a'), listing('b'), listing('c')]));
  expect(namesOf(fresh)).toEqual(['Service c']);
  expect(entries.map(({ firstSeen, lastSeen }) => [firstSeen, lastSeen])).toEqual([['2026-10-01', '2026-11-01'], ['2026-10-01', '2026-11-01'], ['2026-11-01', '2026-11-01']]);
});

it('what changed is dated and named; a new day of change alone is no change', () => {
  const { entries, changed, unchanged } = mergeListings(day1, came('2026-11-01', [listing('a', { fees_description: '£4', alert: undefined }), listing('b', { last_modified: '2026-10-20' })]));
  expect(changed).toEqual([{ id: 'brookside-a', name: 'Service a', fields: ['alert', 'fees'] }]);
  expect(unchanged).toBe(1);
  expect(entries.map(({ changes }) => changes)).toEqual([[{ day: '2026-11-01', fields: ['alert', 'fees'] }], []]);
  expect(entries[1]?.listing.lastModified).toBe('2026-10-20');
});

it('a service that is missing is withdrawn, not deleted, and comes back as it was', () => {
  const gone = mergeListings(day1, came('2026-11-01', [listing('a')]));
  expect(namesOf(gone.withdrawn)).toEqual(['Service b']);
  expect(gone.entries[1]).toMatchObject({ withdrawn: '2026-11-01', lastSeen: '2026-10-01' });
  const again = mergeListings(gone.entries, came('2026-12-01', [listing('a')]));
  expect(again.withdrawn).toEqual([]);
  const back = mergeListings(again.entries, came('2027-01-01', [listing('a'), listing('b')]));
  expect(namesOf(back.returned)).toEqual(['Service b']);
  expect(back.entries[1]).not.toHaveProperty('withdrawn');
});

it('nothing is withdrawn that came but could not be read, nor when not all came, nor of another source', () => {
  const unread = mergeListings(day1, came('2026-11-01', [listing('a')], { unread: new Set(['brookside-b']) }));
  expect([unread.withdrawn, namesOf(unread.kept), unread.entries[1]]).toEqual([[], ['Service b'], day1[1]]);
  expect(mergeListings(day1, came('2026-11-01', [listing('a')], { complete: false })).withdrawn).toEqual([]);
  const other = mergeListings(day1, came('2026-11-01', [], { source: 'elsewhere' }));
  expect([other.withdrawn, other.entries]).toEqual([[], day1]);
});

it('what a person settled survives a change, a withdrawal and a return', () => {
  const corrections = [{ listing: 'brookside-a', field: 'company' as const, values: ['small'], by: 'service lead', on: '2026-10-05' }];
  let entries: readonly Entry[] = day1.map((entry) => ({ ...entry, corrections }));
  for (const listings of [[listing('a', { description: 'New words' }), listing('b')], [listing('b')], [listing('a'), listing('b')]]) entries = mergeListings(entries, came('2026-11-01', listings)).entries;
  expect(entries.map((entry) => entry.corrections)).toEqual([corrections, corrections]);
});

it('the same import twice changes nothing, whatever came before', () => {
  const feeds = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(feeds, (imports) => {
      let entries: readonly Entry[] = [];
      for (const ids of imports) entries = mergeListings(entries, came('2026-11-01', ids.map((id) => listing(id)))).entries;
      const last = (imports.at(-1) ?? []).map((id) => listing(id));
      const again = mergeListings(entries, came('2026-11-01', last));
      expect(again.entries).toEqual(entries);
      expect([again.fresh, again.changed, again.withdrawn, again.returned]).toEqual([[], [], [], []]);
      // What stands open is what came last, no more and no less.
      expect(again.entries.filter(({ withdrawn }) => withdrawn === undefined).map((entry) => entry.listing.id).sort()).toEqual(last.map(({ id }) => id).sort());
    }),
  );
});
