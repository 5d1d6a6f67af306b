/** A catalogue made ready to be searched: which service speaks of which concept, and of which words, and how much. Made once. */
import { stemOf } from '../reading/words/stems';
import { tokensOf, type Token } from '../reading/words/tokens';
import type { Found } from '../reading/patterns/patternIndex';
import type { ConceptPhrase, Concepts } from './concept';
import { timesIn, type DayTime, type WeekDay } from './days';
import { lastOf } from './lastOf';
import { isPlainWord } from './plainWords';
import { makingPostings, sumOf, type AllPostings, type SpokenOf, type Weight } from './postings';

/** What is searched of a service. Days and place are read from the text when they are not given. */
export type Service = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly place?: string;
  readonly days?: readonly WeekDay[];
  readonly times?: readonly DayTime[];
};

export type ServiceIndex = {
  readonly concepts: Concepts;
  readonly services: readonly Service[];
  readonly byConcept: AllPostings;
  readonly byStem: AllPostings;
  /** How much each service says in all: in concepts and in words. */
  readonly sums: { readonly about: Float64Array; readonly stems: Float64Array };
  /** For each service those for whom, or for which occasion, it is only. */
  readonly onlyFor: readonly (readonly string[])[];
  readonly days: readonly (readonly WeekDay[])[];
  readonly times: readonly (readonly DayTime[])[];
  /** Stems of the words of each place, with the services there. */
  readonly byPlace: ReadonlyMap<string, ReadonlySet<number>>;
};

const weightOf = { title: 4, early: 1.6, later: 0.7 } as const;
const earlyWords = 30;

/** Returns the index. Services keep their order; nothing is refused. */
export function indexServices(services: readonly Service[], concepts: Concepts, before?: ServiceIndex): ServiceIndex {
  return lastOf(indexingServices(services, concepts, before));
}

const atOnce = 20;

/**
 * The same in slices, for thousands of services: whoever makes it may do something else between two of them. Of what was
 * in the index before and says the same now nothing is read again.
 */
export function* indexingServices(services: readonly Service[], concepts: Concepts, before?: ServiceIndex): Generator<undefined, ServiceIndex> {
  const old = before?.concepts === concepts ? before : indexOfNothing(concepts);
  const { placeNow, placeBefore } = keptPlaces(services, old.services);
  const fresh = yield* readingServices(services, concepts, placeBefore);
  const ofEach = <Value>(ofFresh: (read: Read) => Value, ofOld: (place: number) => Value): Value[] => services.map((_, at) => (placeBefore[at]! < 0 ? ofFresh(fresh.get(at)!) : ofOld(placeBefore[at]!)));
  const sums = { about: Float64Array.from(ofEach(({ about }) => sumOf(about), (at) => old.sums.about[at]!)), stems: Float64Array.from(ofEach(({ stems }) => sumOf(stems), (at) => old.sums.stems[at]!)) };
  yield;
  const byConcept = yield* makingPostings(sums.about, mapped(fresh, ({ about }) => about), { postings: old.byConcept, placeNow });
  yield;
  const byStem = yield* makingPostings(sums.stems, mapped(fresh, ({ stems }) => stems), { postings: old.byStem, placeNow });
  yield;
  return {
    concepts,
    services,
    byConcept,
    byStem,
    sums,
    onlyFor: ofEach(({ about }) => onlyForIn(about, concepts), (at) => old.onlyFor[at]!),
    days: ofEach(({ days }) => days, (at) => old.days[at]!),
    times: ofEach(({ times }) => times, (at) => old.times[at]!),
    byPlace: yield* makingPlaces(services),
  };
}

const indexOfNothing = (concepts: Concepts): ServiceIndex => ({ concepts, services: [], byConcept: new Map(), byStem: new Map(), sums: { about: new Float64Array(), stems: new Float64Array() }, onlyFor: [], days: [], times: [], byPlace: new Map() });

/** Where each service of before stands now, and where each of now stood before; -1 where it is not there, says something else, or stands before one that it came after. */
function keptPlaces(services: readonly Service[], before: readonly Service[]): { readonly placeNow: Int32Array; readonly placeBefore: Int32Array } {
  const [placeNow, placeBefore] = [new Int32Array(before.length).fill(-1), new Int32Array(services.length).fill(-1)];
  const places = new Map(services.map(({ id }, at) => [id, at]));
  let last = -1;
  before.forEach((service, at) => {
    const now = places.get(service.id) ?? -1;
    if (now <= last || !isSame(service, services[now]!)) return;
    [placeNow[at], placeBefore[now], last] = [now, at, now];
  });
  return { placeNow, placeBefore };
}

const isSame = (a: Service, b: Service): boolean => a === b || (a.title === b.title && a.text === b.text && a.place === b.place && String(a.days) === String(b.days) && String(a.times) === String(b.times));

function* readingServices(services: readonly Service[], concepts: Concepts, placeBefore: Int32Array): Generator<undefined, ReadonlyMap<number, Read>> {
  const read = new Map<number, Read>();
  for (const [at, service] of services.entries()) {
    if (placeBefore[at]! >= 0) continue;
    if (read.size % atOnce === 0) yield;
    read.set(at, readService(service, concepts));
  }
  return read;
}

const mapped = <From, To>(map: ReadonlyMap<number, From>, to: (from: From) => To): ReadonlyMap<number, To> => new Map([...map].map(([key, value]) => [key, to(value)]));

type Read = { readonly about: SpokenOf; readonly stems: SpokenOf; readonly days: readonly WeekDay[]; readonly times: readonly DayTime[] };

function readService({ title, text, days, times }: Service, concepts: Concepts): Read {
  const about = new Map<string, Weight>();
  const stems = new Map<string, Weight>();
  const titleTokens = tokensOf(title);
  const textTokens = tokensOf(text);
  const add = (into: Map<string, Weight>, key: string, weight: number, inTitle: boolean, early: boolean, words: string): void => {
    const known = into.get(key);
    if (known) Object.assign(known, { weight: known.weight + weight, hits: known.hits + (weight > 0 ? 1 : 0), inTitle: known.inTitle || inTitle, early: known.early || early });
    else into.set(key, { weight, hits: 1, inTitle, early, words });
  };
  for (const [tokens, source, inTitle] of [[titleTokens, title, true], [textTokens, text, false]] as const) {
    for (const { item, first, last, inner } of foundOnce(tokens, concepts)) {
      const early = inTitle || first < earlyWords;
      add(about, item.concept.id, inner ? 0 : inTitle ? weightOf.title : early ? weightOf.early : weightOf.later, inTitle && !inner, early && !inner, source.slice(tokens[first]!.start, tokens[last]!.end));
    }
    tokens.forEach(({ plain }, at) => {
      if (!isPlainWord(plain)) add(stems, stemOf(plain), inTitle ? weightOf.title : 1, inTitle, inTitle || at < earlyWords, plain);
    });
  }
  const said = timesIn([...titleTokens, ...textTokens]);
  return { about, stems, days: days ?? said.days, times: times ?? said.times };
}

type Named = Found<ConceptPhrase> & { readonly inner: boolean };

/** Each concept once at each place. `inner` stands within a longer phrase and adds nothing: a "bowls club" is about bowls, but who wants no club is not offered it. */
function foundOnce(tokens: readonly Token[], { ofServices }: Concepts): readonly Named[] {
  if (tokens.length === 0) return [];
  const found = ofServices.foundIn(tokens, [{ first: 0, last: tokens.length - 1 }]);
  const isInner = (hit: Found<ConceptPhrase>): boolean => found.some((other) => other !== hit && other.first <= hit.first && other.last >= hit.last && other.last - other.first > hit.last - hit.first);
  const seen = new Set<string>();
  return found
    .map((hit): Named => ({ ...hit, inner: isInner(hit) }))
    .filter(({ item, first, inner }) => {
      const key = `${item.concept.id} ${first} ${inner}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Said in the name, or more than once and early; of wider and narrower the narrower. */
function onlyForIn(about: SpokenOf, { byId, holds }: Concepts): readonly string[] {
  const only = [...about].filter(([id, { weight, inTitle, early, hits }]) => byId.get(id)?.only && (inTitle || (early && hits > 1 && weight >= weightOf.early + weightOf.later))).map(([id]) => id);
  return only.filter((id) => !only.some((other) => other !== id && holds.get(id)!.includes(other)));
}

const placesAtOnce = 500;

function* makingPlaces(services: readonly Service[]): Generator<undefined, ServiceIndex['byPlace']> {
  const places = new Map<string, Set<number>>();
  for (const [at, { place }] of services.entries()) {
    if (at % placesAtOnce === 0) yield;
    for (const { plain } of place === undefined ? [] : tokensOf(place)) if (!isPlainWord(plain)) (places.get(plain) ?? places.set(plain, new Set()).get(plain)!).add(at);
  }
  return places;
}
