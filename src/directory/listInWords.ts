/** What is kept, for whoever looks after the directory: the sources, and the services that hold the words asked for. */
import type { KeptDirectory } from './catalogueFile';
import type { Entry } from './mergeListings';

const SHOWN = 50;

export function listInWords({ imports, entries }: KeptDirectory, words: string, all: boolean): string {
  if (entries.length === 0) return 'No service is kept yet. Bring some in: npm run directory -- import SOURCE';
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = entries.filter((entry) => holdsAll(entry, wanted));
  const shown = all ? found : found.slice(0, SHOWN);
  return [
    ...imports.map(({ source, from, day, services }) => `${source}: ${services.toLocaleString('en-GB')} services, imported on ${day} from ${from}`),
    '',
    ...shown.map(lineOf),
    ...(found.length > shown.length ? [`… and ${found.length - shown.length} more. Add words to find, or --all.`] : []),
    `${found.length.toLocaleString('en-GB')} of ${entries.length.toLocaleString('en-GB')} services.`,
  ].join('\n');
}

/** True when every word stands in the name, the description or the organisation. */
export function holdsAll({ listing: { name, description, organisation = '' } }: Entry, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = `${name} ${description} ${organisation}`.toLowerCase();
  return wanted.every((word) => text.includes(word));
}

function lineOf({ listing, withdrawn, changes, corrections }: Entry): string {
  const facts = [
    listing.organisation,
    listing.locations.find(({ postcode }) => postcode !== undefined)?.postcode,
    withdrawn === undefined ? listing.status : `withdrawn on ${withdrawn}`,
    listing.assuredDate === undefined ? 'not known when it was last checked' : `last checked on ${listing.assuredDate}`,
    changes.length === 0 ? undefined : `changed on ${changes.at(-1)?.day}`,
    corrections.length === 0 ? undefined : `${corrections.length} tags settled by a person`,
  ].filter((fact) => fact !== undefined);
  return `${listing.id}  ${listing.name} (${facts.join('; ')})`;
}
