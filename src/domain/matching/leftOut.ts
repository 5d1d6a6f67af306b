/**
 * What is turned down is never offered: a service that speaks of it anywhere, in its name or its text, is left out.
 *
 * It speaks of it by a concept, by a part of that concept ("no games" leaves out bingo), or by the same word.
 */
import type { TurnedDown, Wish } from './readWish';
import { rowOf, type Postings } from './postings';
import type { ServiceIndex } from './serviceIndex';

/** What speaks against a service: the concept or the stem of a word that was turned down, and the service's words for it. */
export type Against = { readonly turnedDown: TurnedDown | string; readonly offered: string };

/** Services by their places in the index. */
export type LeftOut = { readonly has: (service: number) => boolean; readonly get: (service: number) => Against | undefined; readonly all: () => readonly number[] };

/** Every service that is left out, with the first thing that speaks against it. Refuses nothing. */
export function leftOutBy(wish: Wish, index: ServiceIndex): LeftOut {
  const ways = waysOut(wish, index);
  if (ways.length === 0) return nothing;
  // For each service the number of the first way that leaves it out; nothing for what stays. Thousands may be left out.
  const by = new Uint16Array(index.services.length);
  ways.forEach(({ postings: { rows, from, to }, spares }, at) => {
    for (let row = from; row < to; row++) {
      const service = rows.services[row]!;
      if (by[service] === 0 && !spares(service)) by[service] = at + 1;
    }
  });
  const wayOf = (service: number): WayOut | undefined => ways[(by[service] ?? 0) - 1];
  return {
    has: (service) => wayOf(service) !== undefined,
    get: (service) => {
      const way = wayOf(service);
      return way && { turnedDown: way.turnedDown, offered: way.postings.rows.words[rowOf(way.postings, service)]! };
    },
    all: () => index.services.flatMap((_, service) => (wayOf(service) === undefined ? [] : [service])),
  };
}

const nothing: LeftOut = { has: () => false, get: () => undefined, all: () => [] };

type WayOut = Pick<Against, 'turnedDown'> & { readonly postings: Postings; readonly spares: (service: number) => boolean };

function waysOut({ wanted, turnedDown, turnedDownStems }: Wish, { byConcept, byStem, concepts }: ServiceIndex): readonly WayOut[] {
  const liked = new Set(wanted.map(({ concept }) => concept.id));
  const familyOf = ({ concept }: TurnedDown): readonly string[] => concepts.holds.get(concept.id) ?? [];
  // "No sport, but likes bowls": bowls named as such are no sport for them.
  const likedParts = turnedDown.flatMap((down) => familyOf(down).filter((id) => id !== down.concept.id && liked.has(id))).map((id) => byConcept.get(id));
  const isLikedPart = (service: number): boolean => likedParts.some((postings) => postings?.rows.inTitle[rowOf(postings, service)] === 1);
  const byConcepts = turnedDown.flatMap((down) => {
    const unless = down.concept.unless === undefined ? undefined : byConcept.get(down.concept.unless);
    const spares = (service: number): boolean => isLikedPart(service) || rowOf(unless, service) >= 0;
    return familyOf(down).filter((id) => !liked.has(id)).flatMap((id) => wayOut(down, byConcept.get(id), spares));
  });
  return [...byConcepts, ...turnedDownStems.flatMap((stem) => wayOut(stem, byStem.get(stem), isLikedPart))];
}

const wayOut = (turnedDown: Against['turnedDown'], postings: Postings | undefined, spares: WayOut['spares']): WayOut[] => (postings === undefined ? [] : [{ turnedDown, postings, spares }]);
