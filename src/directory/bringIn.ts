/** One import from its source to the kept directory: read, merge, look whether it can be meant so, write. */
import { type KeptDirectory, loadDirectory, saveDirectory } from './catalogueFile';
import { fromCsv } from './fromCsv';
import { fromOrukV1 } from './fromOrukV1';
import { fromOrukV3 } from './fromOrukV3';
import type { Listing, RowPlace, RowRead } from './listing';
import { isSame, type Merged, mergeListings } from './mergeListings';
import { readSource, sourceName } from './readSource';
import { takeTurn } from './takeTurn';
import type { Format, Progress, SourceLimits } from './sourceLimits';

export type BringIn = {
  readonly source: string;
  /** Under which name it is kept; the same at every import of this source. */
  readonly name?: string;
  /** Where the directory is kept. */
  readonly file: string;
  /** ISO day of the import. */
  readonly day: string;
  /** False: everything is read and compared, and nothing written. */
  readonly write: boolean;
  /** True: it was brought in before. Where nothing is kept of it now the file is away, and another would be put in the place of all that was in it. */
  readonly again?: true;
  /** True: somebody looked, and so many services did end. */
  readonly withdrawMany?: boolean;
  readonly limits?: SourceLimits;
  readonly onProgress?: (progress: Progress) => void;
};

export type RowProblem = { readonly row: string; readonly problem: string };
export type RowNotes = { readonly row: string; readonly notes: readonly string[] };
export type BroughtIn =
  | { readonly kind: 'done'; readonly name: string; readonly rows: number; readonly merged: Merged; readonly problems: readonly RowProblem[]; readonly notes: readonly RowNotes[]; readonly sourceNotes: readonly string[]; readonly written: boolean }
  | { readonly kind: 'refused'; readonly problem: string; readonly problems: readonly RowProblem[] };

const readers: Readonly<Record<Format, (raw: unknown, place: RowPlace) => RowRead>> = { 'oruk-v1': fromOrukV1, 'oruk-v3': fromOrukV3, csv: fromCsv };

/** Returns what came in and what did not, row by row. Refuses, with nothing changed, what cannot be read to its end or is unlikely to be meant. */
export async function bringIn(wish: BringIn): Promise<BroughtIn> {
  if (!wish.write) return readAndMerge(wish);
  const turn = await takeTurn(wish.file);
  if (turn.kind === 'refused') return { ...turn, problems: [] };
  try {
    return await readAndMerge(wish);
  } finally {
    await turn.release();
  }
}

async function readAndMerge(wish: BringIn): Promise<BroughtIn> {
  const kept = await loadDirectory(wish.file);
  if (kept.kind === 'refused') return { ...kept, problems: [] };
  const name = wish.name ?? sourceName(wish.source);
  if (wish.again && !kept.directory.imports.some((mark) => mark.source === name)) return { kind: 'refused', problem: `What was kept of ${name} is not there at this moment. Nothing was changed. Try again later.`, problems: [] };
  const rows = new RowsRead({ name, day: wish.day }, new Map(kept.directory.entries.map(({ listing }) => [listing.id, listing])));
  const read = await readSource(wish.source, ({ raw, format }) => rows.take(raw, readers[format]), { ...(wish.limits ? { limits: wish.limits } : {}), ...(wish.onProgress ? { onProgress: wish.onProgress } : {}) });
  if (read.kind === 'refused') return { ...read, problems: [] };
  const listings = [...rows.listings.values()];
  if (listings.length === 0) return { kind: 'refused', problem: `No service in ${wish.source} could come in, so nothing was changed.`, problems: rows.problems };
  const before = kept.directory;
  const merged = mergeListings(before.entries, { source: name, day: wish.day, listings, unread: rows.unread, complete: read.complete && !rows.anyUnnamed });
  const unlikely = unlikelyBecause(merged, before, wish, name, listings);
  if (unlikely !== undefined) return { kind: 'refused', problem: unlikely, problems: rows.problems };
  if (wish.write) await saveDirectory(wish.file, { entries: merged.entries, imports: [...before.imports.filter(({ source }) => source !== name), { source: name, from: wish.source, day: wish.day, services: listings.length }] });
  const held = rows.anyUnnamed ? ['Some rows have no id, so it is not known which services they are: nothing is taken as withdrawn this time.'] : [];
  return { kind: 'done', name, rows: read.rows, merged, problems: rows.problems, notes: rows.notes, sourceNotes: [...read.notes, ...held], written: wish.write };
}

/** More than this share at once is more likely a broken feed than so many endings. */
const MANY = 0.5;
const FEW = 10;

function unlikelyBecause({ withdrawn }: Merged, before: KeptDirectory, { withdrawMany, name: given }: BringIn, name: string, listings: readonly Listing[]): string | undefined {
  const there = before.entries.filter((entry) => entry.listing.source === name && entry.withdrawn === undefined).length;
  if (withdrawMany !== true && withdrawn.length >= FEW && withdrawn.length > there * MANY) {
    return `${withdrawn.length} of ${there} services of ${name} are missing this time. That is more likely a broken feed than so many endings, so nothing was changed. If they did end, add --withdraw-many.`;
  }
  if (given !== undefined || before.imports.some(({ source }) => source === name)) return undefined;
  const ids = new Set(listings.map(({ sourceId }) => sourceId));
  const double = before.imports.find(({ source }) => before.entries.filter(({ listing }) => listing.source === source && ids.has(listing.sourceId)).length > ids.size * MANY);
  return double && `Most of these services are in the directory already, under the name ${double.source}. If it is the same source, add --name ${double.source}; if not, give it a name of its own with --name. Nothing was changed.`;
}

/** Takes rows one after the other, each id once. */
class RowsRead {
  readonly listings = new Map<string, Listing>();
  readonly problems: RowProblem[] = [];
  readonly notes: RowNotes[] = [];
  readonly unread = new Set<string>();
  /** A row came of which nobody knows which service it is. */
  anyUnnamed = false;
  private at = 0;

  constructor(
    private readonly source: { readonly name: string; readonly day: string },
    private readonly known: ReadonlyMap<string, Listing>,
  ) {}

  take(raw: unknown, read: (raw: unknown, place: RowPlace) => RowRead): void {
    this.at += 1;
    const row = typeof raw === 'string' ? brokenRow(this.at) : withoutDaysToCome(read(raw, { source: this.source.name, at: this.at }), this.source.day);
    if (row.kind === 'problem') {
      this.problems.push({ row: row.row, problem: row.problem });
      if (row.id === undefined) this.anyUnnamed = true;
      else this.unread.add(row.id);
      return;
    }
    const twin = this.listings.get(row.listing.id);
    if (twin) this.problems.push({ row: row.row, problem: `Its id “${row.listing.sourceId}” stands at “${twin.name}” already. The first one is kept; give each service an id of its own.` });
    else this.listings.set(row.listing.id, this.asKnown(row.listing));
    if (!twin && row.notes.length > 0) this.notes.push({ row: row.row, notes: row.notes });
  }

  /** Most services are as they were: held once, an import takes half the room. */
  private asKnown(listing: Listing): Listing {
    const known = this.known.get(listing.id);
    return known && isSame(known, listing) ? known : listing;
  }
}

/** Nobody looked on a day that is still to come: with it a listing would count as fresh for ever, and as newer than what a worker heard. */
function withoutDaysToCome(row: RowRead, today: string): RowRead {
  if (row.kind === 'problem') return row;
  const { assuredDate = '', lastModified = '', ...rest } = row.listing;
  if (assuredDate.slice(0, 10) <= today && lastModified.slice(0, 10) <= today) return row;
  const isPast = (day: string): boolean => day !== '' && day.slice(0, 10) <= today;
  const notes = [
    ...(assuredDate.slice(0, 10) > today ? [`It says that it was last checked on ${assuredDate}, a day still to come: left out.`] : []),
    ...(lastModified.slice(0, 10) > today ? [`It says that it was last changed on ${lastModified}, a day still to come: left out.`] : []),
  ];
  return { ...row, listing: { ...rest, ...(isPast(assuredDate) ? { assuredDate } : {}), ...(isPast(lastModified) ? { lastModified } : {}) }, notes: [...row.notes, ...notes] };
}

const brokenRow = (at: number): RowRead => ({ kind: 'problem', row: `row ${at}`, problem: 'It is not JSON: a comma, a quotation mark or a brace is missing or too many. Export it again.' });
