/**
 * What is turned down is never offered: a service that speaks of it anywhere, in its name or its text, is left out.
 *
 * It speaks of it by a concept, by a part of that concept ("no games" leaves out bingo), or by the same word.
 */
import type { TurnedDown, Wish } from './readWish';
import { postingAt, type Posting, type ServiceIndex } from './serviceIndex';

/** What speaks against a service: the concept or the stem of a word that was turned down, and the service's words for it. */
export type Against = { readonly turnedDown: TurnedDown | string; readonly offered: string };

/** Every service that is left out, by its place in the index, with the first thing that speaks against it. Refuses nothing. */
export function leftOutBy(wish: Wish, index: ServiceIndex): ReadonlyMap<number, Against> {
  const out = new Map<number, Against>();
  for (const { turnedDown, postings, spares } of waysOut(wish, index)) {
    for (const { service, words } of postings) if (!out.has(service) && !spares(service)) out.set(service, { turnedDown, offered: words });
  }
  return out;
}

type WayOut = Pick<Against, 'turnedDown'> & { readonly postings: readonly Posting[]; readonly spares: (service: number) => boolean };

function waysOut({ wanted, turnedDown, turnedDownStems }: Wish, { byConcept, byStem, concepts }: ServiceIndex): readonly WayOut[] {
  const liked = new Set(wanted.map(({ concept }) => concept.id));
  const postingsOf = (id: string): readonly Posting[] => byConcept.get(id) ?? [];
  const familyOf = ({ concept }: TurnedDown): readonly string[] => concepts.holds.get(concept.id) ?? [];
  // "No sport, but likes bowls": bowls named as such are no sport for them.
  const likedParts = turnedDown.flatMap((down) => familyOf(down).filter((id) => id !== down.concept.id && liked.has(id))).map(postingsOf);
  const isLikedPart = (service: number): boolean => likedParts.some((postings) => postingAt(postings, service)?.inTitle === true);
  const byConcepts = turnedDown.flatMap((down) => {
    const unless = down.concept.unless === undefined ? [] : postingsOf(down.concept.unless);
    const spares = (service: number): boolean => isLikedPart(service) || postingAt(unless, service) !== undefined;
    return familyOf(down).filter((id) => !liked.has(id)).map((id): WayOut => ({ turnedDown: down, postings: postingsOf(id), spares }));
  });
  return [...byConcepts, ...turnedDownStems.map((stem): WayOut => ({ turnedDown: stem, postings: byStem.get(stem) ?? [], spares: isLikedPart }))];
}
