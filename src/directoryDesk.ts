/** The directory as administrators see to it in the chat: its sources, and one of them brought in again while everybody works on. */
import type { DirectoryDesk } from './app/ports';
import type { DirectoryRun, DirectorySource } from './domain/activities/directorySource';
import { bringIn, type BroughtIn } from './directory/bringIn';
import { loadTagRules } from './content/loadTagRules';
import { loadDirectory, loadEntries } from './directory/catalogueFile';
import { lookAtAddress } from './directory/publicAddress';
import { isAddress } from './directory/readSource';
import { usualLimits, type SourceLimits } from './directory/sourceLimits';
import { freshFrom } from './domain/activities/environmentOccupation';
import { proposeTags } from './domain/activities/proposeTags';
import { openFieldsOf, settleTags, type Correction } from './domain/activities/tags';
import type { ListedService, TaggedService } from './domain/activities/tagsToCheck';

const mostProblems = 5;

/**
 * Only what was brought in from a terminal before can be brought in again, from where it came: no address is ever taken
 * from a chat. `listed` is what is on offer, `limits` says which addresses may be asked.
 */
export function directoryDesk(file: string, listed: () => readonly ListedService[], limits: SourceLimits = { ...usualLimits, look: lookAtAddress }): DirectoryDesk {
  const runs = new Map<string, DirectoryRun>();
  return {
    listed,
    tagged: (id, settled) => taggedIn(file, id, settled),
    sources: async (today) => {
      const kept = await loadDirectory(file);
      if (kept.kind === 'refused') return [];
      const { imports, entries } = kept.directory;
      return imports.map(({ source, from, day }): DirectorySource => {
        const its = entries.filter(({ listing }) => listing.source === source);
        const there = its.filter(({ withdrawn }) => withdrawn === undefined);
        const run = runs.get(source);
        return { name: source, day, services: there.length, withdrawn: its.length - there.length, unchecked: there.filter(({ listing }) => (listing.assuredDate ?? listing.lastModified ?? '') < freshFrom(today)).length, isRefreshable: isAddress(from), ...(run ? { run } : {}) };
      });
    },
    refresh: async (name, day) => {
      if ([...runs.values()].some(({ state }) => state === 'going-on')) return 'going-on';
      const kept = await loadDirectory(file);
      const source = kept.kind === 'refused' ? undefined : kept.directory.imports.find((one) => one.source === name);
      if (source === undefined || !isAddress(source.from)) return 'no-such-source';
      runs.set(name, { state: 'going-on', rows: 0 });
      void bringIn({ source: source.from, name, file, day, write: true, again: true, limits, onProgress: ({ rows, of }) => runs.set(name, { state: 'going-on', rows, ...(of === undefined ? {} : { of }) }) })
        .then((result) => runs.set(name, ended(result)))
        .catch(() => runs.set(name, { state: 'ended', isDone: false, said: ['It broke off. Nothing was changed. Try again later, or from a terminal.'] }));
      return 'begun';
    },
  };
}

async function taggedIn(file: string, id: string, settled: readonly Correction[]): Promise<TaggedService | undefined> {
  const kept = await loadEntries(file, new Set([id]));
  const entry = kept.kind === 'refused' ? undefined : kept.directory.entries.find(({ listing, withdrawn }) => listing.id === id && withdrawn === undefined);
  if (entry === undefined) return undefined;
  const { listing, corrections } = entry;
  const rules = loadTagRules();
  const proposed = proposeTags(listing, rules);
  const tags = settleTags(id, proposed, [...corrections, ...settled]);
  const groups = new Map([...rules.madeFor].map(([concept, { whom }]) => [concept, whom]));
  return { id, name: listing.name, description: listing.description, ...(listing.organisation === undefined ? {} : { organisation: listing.organisation }), tags: [...tags.values()], open: openFieldsOf(proposed, tags), groups };
}

function ended(result: BroughtIn): DirectoryRun {
  const problems = result.problems.slice(0, mostProblems).map(({ row, problem }) => `${row}: ${problem}`);
  const more = result.problems.length > mostProblems ? [`And ${result.problems.length - mostProblems} more that could not be read.`] : [];
  if (result.kind === 'refused') return { state: 'ended', isDone: false, said: [result.problem, ...problems, ...more] };
  const { fresh, changed, withdrawn, returned, unchanged } = result.merged;
  return { state: 'ended', isDone: true, said: [`New: ${fresh.length}. Changed: ${changed.length}. The same: ${unchanged}. Withdrawn: ${withdrawn.length}. Back again: ${returned.length}. Not readable: ${result.problems.length}.`, ...result.sourceNotes, ...problems, ...more] };
}
