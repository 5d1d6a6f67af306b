/** The catalogue of activities: the directory that was brought in, or the invented sample; read again when another import was put in its place. */
import { stat } from 'node:fs/promises';
import { setImmediate as others } from 'node:timers/promises';
import type { Config } from './config';
import { loadActivities } from './content/loadActivities';
import { loadConcepts } from './content/loadConcepts';
import { loadTagRules } from './content/loadTagRules';
import { loadDirectory } from './directory/catalogueFile';
import type { Entry } from './directory/mergeListings';
import type { Activity, Catalogue } from './domain/activities/activity';
import { proposeTags } from './domain/activities/proposeTags';
import { makingServicesIndex } from './domain/activities/servicesIndex';
import { settleTags } from './domain/activities/tags';
import { toActivity, type Area } from './domain/activities/toActivity';

export type OpenedCatalogue = {
  readonly kind: 'opened';
  readonly catalogue: () => Catalogue;
  /** Looks whether there is a newer directory, and never throws. What cannot be read leaves the one that was read before; the sentence says so, once. */
  readonly refresh: () => Promise<string | undefined>;
  /** Makes the list ready to be searched by meaning, so that nobody waits for it later; others are answered meanwhile. */
  readonly makeReady: () => Promise<void>;
  readonly remarks: readonly string[];
};

const nothing: Catalogue = { version: 'none', activities: [] };

/** Invented activities are never suggested to real people: with a directory there is no sample. Refused when the file is there and cannot be read. */
export async function openCatalogue({ directoryFile, sampleData, middle }: Pick<Config, 'directoryFile' | 'sampleData' | 'middle'>): Promise<OpenedCatalogue | { readonly kind: 'refused'; readonly problem: string }> {
  if (directoryFile === undefined) {
    const catalogue = sampleData ? loadActivities() : nothing;
    return { kind: 'opened', catalogue: () => catalogue, refresh: async () => undefined, makeReady: () => makeReady(catalogue), remarks: [] };
  }
  const area = middle === undefined ? {} : { middle };
  const first = await read(directoryFile, area);
  if (first.kind === 'refused') return first;
  let current = first;
  let looked = first.stamp;
  const refresh = async (): Promise<string | undefined> => {
    const stamp = await stampOf(directoryFile);
    if (stamp === looked) return undefined;
    looked = stamp;
    const next = await read(directoryFile, area);
    if (next.kind === 'refused') return next.problem;
    await makeReady(next.catalogue);
    current = next;
    return undefined;
  };
  const { length } = first.catalogue.activities;
  const remarks = length === 0 ? ['The directory holds no services yet, so no activity is offered. Bring one in: npm run directory -- import SOURCE'] : [`${length} services of the directory can be offered.`];
  return { kind: 'opened', catalogue: () => current.catalogue, refresh, makeReady: () => makeReady(current.catalogue), remarks };
}

type Read = { readonly kind: 'read'; readonly catalogue: Catalogue; readonly stamp: string };

async function read(file: string, area: Area): Promise<Read | { readonly kind: 'refused'; readonly problem: string }> {
  const stamp = await stampOf(file);
  const kept = await loadDirectory(file).catch(() => ({ kind: 'refused' as const, problem: `${file} cannot be read. Let the bot read it, or name another file in DIRECTORY_FILE.` }));
  if (kept.kind === 'refused') return kept;
  const newest = kept.directory.imports.map(({ day }) => day).sort().at(-1) ?? 'none';
  return { kind: 'read', stamp, catalogue: { version: `directory ${newest}`, activities: await activitiesOf(kept.directory.entries, area) } };
}

const atOnce = 20;

/** Those that were withdrawn are no more offered. Reading thousands of listings takes a while, and presses are answered between them. */
async function activitiesOf(entries: readonly Entry[], area: Area): Promise<readonly Activity[]> {
  const rules = loadTagRules();
  const activities: Activity[] = [];
  for (const [at, { listing, corrections, withdrawn }] of entries.entries()) {
    if (at % atOnce === 0) await others();
    if (withdrawn === undefined) activities.push(toActivity(listing, settleTags(listing.id, proposeTags(listing, rules), corrections), rules, area));
  }
  return activities;
}

async function makeReady({ activities }: Catalogue): Promise<void> {
  const making = makingServicesIndex(activities, loadConcepts());
  while (making.next().done !== true) await others();
}

/** An import puts another file in the place of the one before. */
const stampOf = async (file: string): Promise<string> =>
  stat(file).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => 'none',
  );
