import type { Audience } from '../domain/plan/audience';
import { escapeText, shorten } from './escape';

const named = (names: readonly string[]): string => names.map((name) => escapeText(shorten(name, 40))).join(', ');

/** Who can read the place, in words, for whoever is about to post there for the first time. `place` is escaped already. */
export function audienceWords(audience: Audience, place: string): string {
  const shared = audience.shared ? ' It is shared: other teams and organisations may be in it.' : '';
  if (audience.kind === 'unseen') return `I could not see who can read ${place} just now.${shared} Please look at its members in Teams before you post.`;
  const { people, more, guests, names, owners } = audience;
  const count = people === 1 ? `1 person can read ${place}.` : `${people}${more ? ' people or more' : ' people'} can read ${place}.`;
  const outside = guests === 0 ? '' : guests === 1 ? ' 1 of them is from outside your organisation.' : ` ${guests} of them are from outside your organisation.`;
  const who = owners.length > 0 ? ` Owners: ${named(owners)}.` : names.length > 0 ? ` ${names.length < people ? 'Some of them: ' : ''}${named(names)}.` : '';
  return `${count}${outside}${who}${shared} Post only if all of them may read plans. I ask this once for each place.`;
}
