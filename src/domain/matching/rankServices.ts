/**
 * Which services of a catalogue meet what was said, the best first, each with the words of both sides.
 *
 * Words meet in concepts; a rarer concept tells more, as in BM25. The words themselves break ties and stand in where no
 * concept knows them. What is turned down is left out, whatever else speaks for it. The same text gives the same order.
 */
import { kthSmallest } from './kthSmallest';
import { leftOutBy, type LeftOut } from './leftOut';
import { rowOf, type Postings } from './postings';
import { readWish, type Wanted, type Wish } from './readWish';
import type { Service, ServiceIndex } from './serviceIndex';

/** Why a service stands there: what they said, what the service says, and what both mean. `near`: it is close to what they said. `tells` is how much, up to about 1; `wanted` the wish behind it. `inTitle`: its name says it. */
export type Reason = { readonly concept: string; readonly label: string; readonly said: string; readonly offered: string; readonly inTitle: boolean; readonly near: boolean; readonly tells: number; readonly wanted: Wanted };
export type RankedService = { readonly service: Service; readonly weight: number; readonly reasons: readonly Reason[]; /** Words that both sides use. */ readonly words: readonly string[] };

/** What further concepts add to the best, and what the words add. */
const shareOfMore = 0.5;
const shareOfWords = 0.35;
/** A part of what they named does nearly as well as all of it; all of it does less for who named a part. */
const shareOfPart = 0.8;
const shareOfWhole = 0.5;
/** For somebody else only; on another day or in another place than they asked for; not known when or where. */
const shareForOthers = 0.35;
const shareOtherwise = 0.3;
const shareUnknown = 0.75;
/** What a concept tells that nearly every service speaks of, beside one that only one does. */
const leastTelling = 0.5;
/** Weaker matches than this are no match: nothing is better than something that does not fit. */
const leastWeight = 0.15;

/** At most `most` services. Empty when nothing meets it. Refuses nothing. */
export function rankServices(text: string, index: ServiceIndex, { most = 10 }: { readonly most?: number } = {}): readonly RankedService[] {
  return rankWish(readWish(text, index.concepts), index, { most });
}

type HowToRank = { readonly most?: number; /** What `leftOutBy` says of this wish, where it is known already. */ readonly out?: LeftOut };

/** The same of a wish that was read before, or put together from several texts. */
export function rankWish(wish: Wish, index: ServiceIndex, how: HowToRank = {}): readonly RankedService[] {
  const asked = askedIn(wish, index).flat();
  const { best, weights } = ranked(wish, index, how);
  return best.map((at) => ({ service: index.services[at]!, weight: weights[at]!, reasons: reasonsOf(asked, index, at), words: wordsShared(wish, index, at) }));
}

/** The places in the index of the services that meet a wish, the best first, without the reasons. */
export const placesMeeting = (wish: Wish, index: ServiceIndex, how: HowToRank = {}): readonly number[] => ranked(wish, index, how).best;

const ranked = (wish: Wish, index: ServiceIndex, { most = 10, out = leftOutBy(wish, index) }: HowToRank): Ranked => new Ranking(wish, index).best(most, out);

/** Why a service stands there, of what was named itself, and not of what is only near to it: what tells most first. `service` is its place in the index. */
export const namedReasonsFor = (wish: Wish, index: ServiceIndex, service: number): readonly Reason[] => reasonsOf(namedIn(wish, index), index, service);

function reasonsOf(asked: readonly Asked[], { byConcept, concepts }: ServiceIndex, service: number): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const { id, weight, by, near } of asked) {
    const postings = byConcept.get(id);
    const row = rowOf(postings, service);
    if (postings === undefined || row < 0) continue;
    const { shares, words, inTitle } = postings.rows;
    reasons.push({ concept: id, label: concepts.byId.get(id)!.label, said: by.words, offered: words[row]!, inTitle: inTitle[row] === 1, near, tells: weight * shares[row]!, wanted: by });
  }
  return reasons.length < 2 ? reasons : reasons.sort((a, b) => b.tells - a.tells || compare(a.concept, b.concept));
}

const wordsShared = ({ stems }: Wish, { byStem }: ServiceIndex, service: number): readonly string[] =>
  stems.flatMap((stem) => {
    const postings = byStem.get(stem);
    const row = rowOf(postings, service);
    return postings === undefined || row < 0 ? [] : [postings.rows.words[row]!];
  });

/** A concept as one wish asks for it. */
type Asked = { readonly id: string; readonly weight: number; readonly by: Wanted; readonly near: boolean };

/** What is added up for each service. `met` is how far one wish is met; nothing between wishes. */
type Sums = { readonly best: Float64Array; readonly total: Float64Array; readonly words: Float64Array; readonly met: Float64Array };
const sums = new WeakMap<ServiceIndex, Sums>();

/** All nothing. The same for each ranking of an index, as one is over before the next begins. */
function emptySums(index: ServiceIndex): Sums {
  const { length } = index.services;
  const known = sums.get(index) ?? { best: new Float64Array(length), total: new Float64Array(length), words: new Float64Array(length), met: new Float64Array(length) };
  sums.set(index, known);
  for (const sum of Object.values(known)) sum.fill(0);
  return known;
}

/** `weights` by the place in the index; they stand until the next ranking. */
type Ranked = { readonly best: readonly number[]; readonly weights: Float64Array };

class Ranking {
  readonly #sums: Sums;
  readonly #named: ReadonlySet<string>;
  /** Those of which something was added up. */
  readonly #touched: number[] = [];

  constructor(
    private readonly wish: Wish,
    private readonly index: ServiceIndex,
  ) {
    this.#sums = emptySums(index);
    const asked = askedIn(wish, index);
    for (const ways of asked) this.#addWish(ways);
    for (const stem of wish.stems) this.#addWord(index.byStem.get(stem));
    this.#named = new Set(asked.flat().map(({ id }) => id));
  }

  #telling(many: number): number {
    const { length } = this.index.services;
    return Math.log(1 + (length - many + 0.5) / (many + 0.5)) / Math.log(1 + (length + 0.5) / 1.5);
  }

  /** A wish is met by the best of the ways that meet it: many things that are near do not make it nearer. */
  #addWish(ways: readonly Asked[]): void {
    const { met, total, best, words } = this.#sums;
    const touched: number[] = [];
    for (const { id, weight } of ways) {
      const postings = this.index.byConcept.get(id);
      if (postings === undefined) continue;
      const { services, shares } = postings.rows;
      const tells = weight * (leastTelling + (1 - leastTelling) * this.#telling(postings.to - postings.from));
      for (let row = postings.from; row < postings.to; row++) {
        const service = services[row]!;
        const adds = tells * shares[row]!;
        if (adds <= met[service]!) continue;
        if (met[service] === 0) touched.push(service);
        met[service] = adds;
      }
    }
    for (const service of touched) {
      const adds = met[service]!;
      met[service] = 0;
      if (total[service] === 0 && words[service] === 0) this.#touched.push(service);
      total[service]! += adds;
      if (adds > best[service]!) best[service] = adds;
    }
  }

  #addWord(postings: Postings | undefined): void {
    if (postings === undefined) return;
    const { total, words } = this.#sums;
    const { services, shares } = postings.rows;
    const tells = this.#telling(postings.to - postings.from);
    for (let row = postings.from; row < postings.to; row++) {
      const service = services[row]!;
      if (total[service] === 0 && words[service] === 0) this.#touched.push(service);
      words[service]! += tells * shares[row]!;
    }
  }

  best(most: number, out: LeftOut): Ranked {
    const { best, total, words, met: weights } = this.#sums;
    const places = placesAsked(this.wish, this.index);
    const meeting: number[] = [];
    for (const at of this.#touched) {
      const meets = best[at]! + shareOfMore * (total[at]! - best[at]!) + shareOfWords * words[at]!;
      if (meets < leastWeight || out.has(at)) continue;
      weights[at] = meets * this.#shareFor(at, places);
      meeting.push(at);
    }
    const { services } = this.index;
    const order = heaviest(weights, meeting, most).sort((a, b) => weights[b]! - weights[a]! || compare(services[a]!.id, services[b]!.id));
    return { best: order.slice(0, most), weights };
  }

  #shareFor(at: number, places: ReadonlySet<number> | undefined): number {
    const { days, times } = this.index;
    const only = this.index.onlyFor[at]!;
    const forOthers = only.length > 0 && !only.some((id) => this.#named.has(id)) ? shareForOthers : 1;
    return forOthers * shareOf(this.wish.days, days[at]!) * shareOf(this.wish.times, times[at]!) * (places === undefined || places.has(at) ? 1 : shareOtherwise);
  }
}

/** The heaviest `most` of these places, and all that weigh the same as the last of them; only these need to be put in order. */
function heaviest(weights: Float64Array, places: readonly number[], most: number): number[] {
  if (places.length <= most) return [...places];
  const own = new Float64Array(places.length);
  for (let at = 0; at < own.length; at++) own[at] = weights[places[at]!]!;
  const least = kthSmallest(own, own.length - most);
  return places.filter((at) => weights[at]! >= least);
}

/** Plain order of letters, the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type AskedFor = { readonly concepts: ServiceIndex['concepts']; readonly asked: readonly (readonly Asked[])[]; readonly named: readonly Asked[] };
const askedFor = new WeakMap<Wish, AskedFor>();

/** For each thing that is wanted the ways that meet it, worked out once for each wish. */
const askedIn = (wish: Wish, index: ServiceIndex): AskedFor['asked'] => askedForIn(wish, index).asked;
/** Of those, the things themselves. */
const namedIn = (wish: Wish, index: ServiceIndex): AskedFor['named'] => askedForIn(wish, index).named;

function askedForIn(wish: Wish, { concepts }: ServiceIndex): AskedFor {
  const known = askedFor.get(wish);
  if (known?.concepts === concepts) return known;
  const asked = wish.wanted.map((wanted) => askedBy(wanted, wish, concepts));
  const made = { concepts, asked, named: asked.flat().filter(({ near }) => !near) };
  askedFor.set(wish, made);
  return made;
}

/** What they named, its parts, the whole of it and what is near, each by the strongest way. A part for some people only has to be named itself. */
function askedBy(by: Wanted, { turnedDown }: Wish, concepts: ServiceIndex['concepts']): readonly Asked[] {
  const { concept, weight } = by;
  const asked = new Map<string, Asked>();
  const ask = (id: string, share: number): void => {
    if (weight * share > (asked.get(id)?.weight ?? 0)) asked.set(id, { id, weight: weight * share, by, near: id !== concept.id });
  };
  ask(concept.id, 1);
  for (const part of concepts.holds.get(concept.id) ?? []) if (!concepts.byId.get(part)!.only) ask(part, shareOfPart);
  if (concept.within !== undefined) ask(concept.within, shareOfWhole);
  for (const [id, share] of Object.entries(concept.near)) ask(id, share);
  for (const down of turnedDown) if (down.concept !== concept) asked.delete(down.concept.id);
  return [...asked.values()];
}

const shareOf = (asked: readonly string[], given: readonly string[]): number => (asked.length === 0 ? 1 : given.length === 0 ? shareUnknown : given.some((one) => asked.includes(one)) ? 1 : shareOtherwise);

/** Services at a place of theirs that was named; undefined when none was. */
function placesAsked({ places }: Wish, { byPlace }: ServiceIndex): ReadonlySet<number> | undefined {
  const asked = places.flatMap((place) => [...(byPlace.get(place) ?? [])]);
  return asked.length === 0 ? undefined : new Set(asked);
}
