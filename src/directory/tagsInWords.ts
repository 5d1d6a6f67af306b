/** The tags of services, each with the words that led to it or with whoever settled it. */
import { proposeTags } from '../domain/activities/proposeTags';
import type { TagRules } from '../domain/activities/tagRules';
import { settleTags, type Tag } from '../domain/activities/tags';
import type { KeptDirectory } from './catalogueFile';
import { holdsAll } from './listInWords';

const SHOWN = 10;

export function tagsInWords({ entries }: KeptDirectory, words: string, rules: TagRules, all: boolean): string {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = entries.filter((entry) => entry.withdrawn === undefined && (entry.listing.id === words || holdsAll(entry, wanted)));
  const shown = all ? found : found.slice(0, SHOWN);
  const blocks = shown.map(({ listing, corrections }) => {
    const tags = [...settleTags(listing.id, proposeTags(listing, rules), corrections).values()];
    return [`${listing.id}  ${listing.name}`, ...(tags.length === 0 ? ['  nothing proposed: the directory says too little'] : tags.map(tagLine))].join('\n');
  });
  const more = found.length > shown.length ? [`… and ${found.length - shown.length} more. Add words to find, or --all.`] : [];
  return [...blocks, ...more, `${found.length.toLocaleString('en-GB')} services.`].join('\n');
}

function tagLine(tag: Tag): string {
  const values = tag.values.join(', ') || 'not so, or not known';
  if (tag.stands === 'confirmed') return `  ${tag.field}: ${values} (confirmed by ${tag.from.by} on ${tag.from.on})`;
  return `  ${tag.field}: ${values} (proposed: ${[...new Set(tag.from.map(({ words, part }) => `“${words}” in ${part}`))].slice(0, 4).join('; ')})`;
}
