/**
 * Which services of a catalogue meet what was said, the best first, each with the words of both sides.
 *
 * Words meet in concepts; a rarer concept tells more, as in BM25. The words themselves break ties and stand in where no
 * concept knows them. What is turned down is left out, whatever else speaks for it. The same text gives the same order.
 */
import { leftOutBy, type LeftOut } from './leftOut';
import { readWish, type Wanted, type Wish } from './readWish';
import { postingAt, type Posting, type Service, type ServiceIndex } from './serviceIndex';

/** Why a service stands there: what they said, what the service says, and what both mean. `near`: it is close to what they said. `tells` is how much, up to about 1; `wanted` the wish behind it. */
export type Reason = { readonly concept: string; readonly label: string; readonly said: string; readonly offered: string; readonly near: boolean; readonly tells: number; readonly wanted: Wanted };
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
export function rankWish(wish: Wish, index: ServiceIndex, { most = 10, out = leftOutBy(wish, index) }: HowToRank = {}): readonly RankedService[] {
  return new Ranking(wish, index).best(most, out);
}

/** Why a service would stand there, of all that was asked for: what tells most first. `service` is its place in the index. */
export const reasonsFor = (wish: Wish, index: ServiceIndex, service: number): readonly Reason[] => reasonsOf(askedIn(wish, index).flat(), index, service);

function reasonsOf(asked: readonly Asked[], { byConcept, concepts }: ServiceIndex, service: number): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const { id, weight, by, near } of asked) {
    const posting = postingAt(byConcept.get(id), service);
    if (posting) reasons.push({ concept: id, label: concepts.byId.get(id)!.label, said: by.words, offered: posting.words, near, tells: weight * posting.share, wanted: by });
  }
  return reasons.sort((a, b) => b.tells - a.tells || compare(a.concept, b.concept));
}

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

class Ranking {
  readonly #best: Float64Array;
  readonly #total: Float64Array;
  readonly #words: Float64Array;
  readonly #met: Float64Array;
  readonly #asked: readonly Asked[];
  readonly #named: ReadonlySet<string>;

  constructor(
    private readonly wish: Wish,
    private readonly index: ServiceIndex,
  ) {
    ({ best: this.#best, total: this.#total, words: this.#words, met: this.#met } = emptySums(index));
    const asked = askedIn(wish, index);
    for (const ways of asked) this.#addWish(ways);
    for (const stem of wish.stems) this.#addWord(index.byStem.get(stem) ?? []);
    this.#asked = asked.flat();
    this.#named = new Set(this.#asked.map(({ id }) => id));
  }

  #telling(postings: readonly Posting[]): number {
    const { length } = this.index.services;
    return Math.log(1 + (length - postings.length + 0.5) / (postings.length + 0.5)) / Math.log(1 + (length + 0.5) / 1.5);
  }

  /** A wish is met by the best of the ways that meet it: many things that are near do not make it nearer. */
  #addWish(ways: readonly Asked[]): void {
    const met = this.#met;
    const touched: number[] = [];
    for (const { id, weight } of ways) {
      const postings = this.index.byConcept.get(id) ?? [];
      const tells = weight * (leastTelling + (1 - leastTelling) * this.#telling(postings));
      for (const { service, share } of postings) {
        if (met[service] === 0) touched.push(service);
        if (tells * share > met[service]!) met[service] = tells * share;
      }
    }
    for (const service of touched) {
      const adds = met[service]!;
      met[service] = 0;
      this.#total[service]! += adds;
      if (adds > this.#best[service]!) this.#best[service] = adds;
    }
  }

  #addWord(postings: readonly Posting[]): void {
    const tells = this.#telling(postings);
    for (const { service, share } of postings) this.#words[service]! += tells * share;
  }

  best(most: number, out: LeftOut): readonly RankedService[] {
    const places = placesAsked(this.wish, this.index);
    const weights = this.#met;
    let many = 0;
    for (let at = 0; at < weights.length; at++) {
      const meets = this.#best[at]! + shareOfMore * (this.#total[at]! - this.#best[at]!) + shareOfWords * this.#words[at]!;
      if (meets < leastWeight || out.has(at)) continue;
      weights[at] = meets * this.#shareFor(at, places);
      many++;
    }
    const { services } = this.index;
    const ranked = heaviest(weights, many, most).sort((a, b) => weights[b]! - weights[a]! || compare(services[a]!.id, services[b]!.id));
    return ranked.slice(0, most).map((at) => ({ service: services[at]!, weight: weights[at]!, ...this.#why(at) }));
  }

  #shareFor(at: number, places: ReadonlySet<number> | undefined): number {
    const { days, times } = this.index;
    const only = this.index.onlyFor[at]!;
    const forOthers = only.length > 0 && !only.some((id) => this.#named.has(id)) ? shareForOthers : 1;
    return forOthers * shareOf(this.wish.days, days[at]!) * shareOf(this.wish.times, times[at]!) * (places === undefined || places.has(at) ? 1 : shareOtherwise);
  }

  #why(at: number): Pick<RankedService, 'reasons' | 'words'> {
    return { reasons: reasonsOf(this.#asked, this.index, at), words: this.wish.stems.flatMap((stem) => postingAt(this.index.byStem.get(stem), at)?.words ?? []) };
  }
}

/** Where the heaviest `most` of `many` stand, and all that weigh the same as the last of them; only these need to be put in order. */
function heaviest(weights: Float64Array, many: number, most: number): number[] {
  const least = many <= most ? 0 : weights.filter((weight) => weight > 0).sort()[many - most]!;
  const found: number[] = [];
  for (let at = 0; at < weights.length; at++) if (weights[at]! > 0 && weights[at]! >= least) found.push(at);
  return found;
}

/** Plain order of letters, the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const askedFor = new WeakMap<Wish, { readonly concepts: ServiceIndex['concepts']; readonly asked: readonly (readonly Asked[])[] }>();

/** For each thing that is wanted the ways that meet it, worked out once for each wish. */
function askedIn(wish: Wish, index: ServiceIndex): readonly (readonly Asked[])[] {
  const known = askedFor.get(wish);
  if (known?.concepts === index.concepts) return known.asked;
  const asked = wish.wanted.map((wanted) => askedBy(wanted, wish, index));
  askedFor.set(wish, { concepts: index.concepts, asked });
  return asked;
}

/** What they named, its parts, the whole of it and what is near, each by the strongest way. A part for some people only has to be named itself. */
function askedBy(by: Wanted, { turnedDown }: Wish, { concepts }: ServiceIndex): readonly Asked[] {
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
