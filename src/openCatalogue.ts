/** The catalogue of activities: the directory that was brought in, or the invented sample; read again when another import was put in its place. */
import { stat } from 'node:fs/promises';
import { setImmediate as others } from 'node:timers/promises';
import type { Config } from './config';
import { loadActivities } from './content/loadActivities';
import { loadConcepts, makingConcepts } from './content/loadConcepts';
import { loadTagRules } from './content/loadTagRules';
import { loadDirectory, loadEntries } from './directory/catalogueFile';
import type { Entry } from './directory/mergeListings';
import type { Activity, Catalogue } from './domain/activities/activity';
import type { Area } from './domain/activities/placesListed';
import { proposeTags } from './domain/activities/proposeTags';
import { makingServicesIndex } from './domain/activities/servicesIndex';
import { settleTags, type Correction } from './domain/activities/tags';
import { doubtsIn, type ListedService } from './domain/activities/tagsToCheck';
import { toActivity } from './domain/activities/toActivity';

export type OpenedCatalogue = {
  readonly kind: 'opened';
  readonly catalogue: () => Catalogue;
  /** What of the directory is on offer, for whoever checks what is said of it. */
  readonly listed: () => readonly ListedService[];
  /**
   * Looks whether there is a newer directory, or a newer word of a person on it, and never throws. What cannot be read
   * leaves the one that was read before, and is tried again at the next look; the sentence says so, once.
   */
  readonly refresh: (settled?: Settled) => Promise<string | undefined>;
  /** Makes the list ready to be searched by meaning, so that nobody waits for it later; others are answered meanwhile. */
  readonly makeReady: () => Promise<void>;
  readonly remarks: readonly string[];
};

/** What was settled in the chat, by the id of the listing: it is kept apart from the file, so that every instance has it. */
export type Settled = ReadonlyMap<string, readonly Correction[]>;

const nothing: Catalogue = { version: 'none', activities: [] };

/** How the file is read. */
type Files = { readonly loadDirectory: typeof loadDirectory; readonly loadEntries: typeof loadEntries };

/** Invented activities are never suggested to real people: with a directory there is no sample. Refused when the file is there and cannot be read. */
export async function openCatalogue({ directoryFile, sampleData, middle }: Pick<Config, 'directoryFile' | 'sampleData' | 'middle'>, files: Files = { loadDirectory, loadEntries }): Promise<OpenedCatalogue | { readonly kind: 'refused'; readonly problem: string }> {
  if (directoryFile === undefined) {
    const catalogue = sampleData ? loadActivities() : nothing;
    return { kind: 'opened', catalogue: () => catalogue, listed: () => [], refresh: async () => undefined, makeReady: () => makeReady(catalogue), remarks: [] };
  }
  const area = middle === undefined ? {} : { middle };
  const first = await read(files, directoryFile, area, new Map());
  if (first.kind === 'refused') return first;
  let current = first;
  let looked = first.stamp;
  let asked = first.settled;
  let said: string | undefined;
  let isMadeReady = false;
  /** What is in the way is said once, and tried again at each look: it may be over by then, and the file the same. */
  const troubled = (problem: string): string | undefined => {
    const isNews = problem !== said;
    said = problem;
    return isNews ? problem : undefined;
  };
  const refresh = async (settled: Settled = current.settled): Promise<string | undefined> => {
    const stamp = await stampOf(directoryFile);
    if (stamp === looked && settled === asked) return (said = undefined);
    if (stamp === notThere && looked !== notThere) return troubled(gone(directoryFile));
    const next = stamp === looked ? await readAgain(files, directoryFile, area, current, settled) : await read(files, directoryFile, area, settled);
    if (next.kind === 'refused') return troubled(next.problem);
    if (stamp !== notThere && next.isEmpty && !current.isEmpty) return troubled(gone(directoryFile));
    [looked, asked, said] = [stamp, settled, undefined];
    // Before anybody was to be spared the wait, nobody waits here either.
    if (isMadeReady && next.catalogue !== current.catalogue) await makeReady(next.catalogue, current.catalogue);
    current = next;
    return undefined;
  };
  const { length } = first.catalogue.activities;
  const remarks = length === 0 ? ['The directory holds no services yet, so no activity is offered. Bring one in: npm run directory -- import SOURCE'] : [`${length} services of the directory can be offered.`];
  const makeAllReady = (): Promise<void> => {
    isMadeReady = true;
    return makeReady(current.catalogue);
  };
  return { kind: 'opened', catalogue: () => current.catalogue, listed: () => current.listed, refresh, makeReady: makeAllReady, remarks };
}

const gone = (file: string): string => `${file} is not there any more. Put it back, or import again.`;

/** `isEmpty`: nothing was ever brought in, or there is no file. */
type Read = Made & { readonly kind: 'read'; readonly isEmpty: boolean; readonly catalogue: Catalogue; readonly stamp: string; readonly settled: Settled };

async function read(files: Files, file: string, area: Area, settled: Settled): Promise<Read | { readonly kind: 'refused'; readonly problem: string }> {
  const stamp = await stampOf(file);
  const kept = await files.loadDirectory(file).catch(() => notReadable(file));
  if (kept.kind === 'refused') return kept;
  const newest = kept.directory.imports.map(({ day }) => day).sort().at(-1) ?? 'none';
  const made = await activitiesOf(kept.directory.entries, area, settled);
  return { kind: 'read', isEmpty: kept.directory.imports.length === 0, stamp, settled, ...made, catalogue: { version: `directory ${newest}`, activities: made.activities } };
}

const notReadable = (file: string): { readonly kind: 'refused'; readonly problem: string } => ({ kind: 'refused', problem: `${file} cannot be read. Let the bot read it, or name another file in DIRECTORY_FILE.` });

/** Only what somebody settled since is made anew. What was confirmed as it was read is the same activity, and then nothing that was made of the list is made again. */
async function readAgain(files: Files, file: string, area: Area, before: Read, settled: Settled): Promise<Read | { readonly kind: 'refused'; readonly problem: string }> {
  const isNews = (id: string): boolean => JSON.stringify(settled.get(id)) !== JSON.stringify(before.settled.get(id));
  const ids = new Set([...settled.keys(), ...before.settled.keys()].filter(isNews));
  if (ids.size === 0) return { ...before, settled };
  const kept = await files.loadEntries(file, ids).catch(() => notReadable(file));
  if (kept.kind === 'refused') return kept;
  const made = await activitiesOf(kept.directory.entries, area, settled);
  const fresh = new Map(made.activities.map((activity, at) => [activity.id, { activity, listed: made.listed[at]! }]));
  const listed = before.listed.map((service) => fresh.get(service.id)?.listed ?? service);
  const isOtherwise = (activity: Activity): boolean => fresh.has(activity.id) && JSON.stringify(fresh.get(activity.id)?.activity) !== JSON.stringify(activity);
  if (!before.activities.some(isOtherwise)) return { ...before, settled, listed };
  const activities = before.activities.map((activity) => fresh.get(activity.id)?.activity ?? activity);
  return { ...before, settled, activities, listed, catalogue: { ...before.catalogue, activities } };
}

/** Each at the same place in both. */
type Made = { readonly activities: readonly Activity[]; readonly listed: readonly ListedService[] };

const atOnce = 20;

/** Those that were withdrawn are no more offered. Reading thousands of listings takes a while, and presses are answered between them. */
async function activitiesOf(entries: readonly Entry[], area: Area, settled: Settled): Promise<Made> {
  const rules = loadTagRules();
  const activities: Activity[] = [];
  const listed: ListedService[] = [];
  for (const [at, { listing, corrections, withdrawn, changes }] of entries.entries()) {
    if (at % atOnce === 0) await others();
    if (withdrawn !== undefined) continue;
    const { id, name } = listing;
    const proposed = proposeTags(listing, rules);
    const tags = settleTags(id, proposed, [...corrections, ...(settled.get(id) ?? [])]);
    const changedOn = changes.at(-1)?.day;
    activities.push(toActivity(listing, tags, rules, area));
    listed.push({ id, name, doubts: doubtsIn(proposed, tags), ...(changedOn === undefined ? {} : { changedOn }) });
  }
  return { activities, listed };
}

/** Of what was made ready before, nothing is read again. */
async function makeReady({ activities }: Catalogue, before?: Catalogue): Promise<void> {
  const making = makingConcepts();
  while (making.next().done !== true) await others();
  const indexing = makingServicesIndex(activities, loadConcepts(), before?.activities);
  while (indexing.next().done !== true) await others();
}

const notThere = 'none';

/** An import puts another file in the place of the one before. */
const stampOf = async (file: string): Promise<string> =>
  stat(file).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => notThere,
  );
