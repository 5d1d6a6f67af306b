/** A catalogue made ready to be searched: which service speaks of which concept, and of which words, and how much. Made once. */
import { stemOf } from '../reading/stems';
import { tokensOf, type Token } from '../reading/tokens';
import type { Found } from '../reading/patternIndex';
import type { ConceptPhrase, Concepts } from './concept';
import { timesIn, type DayTime, type WeekDay } from './days';
import { isPlainWord } from './plainWords';

/** What is searched of a service. Days and place are read from the text when they are not given. */
export type Service = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly place?: string;
  readonly days?: readonly WeekDay[];
  readonly times?: readonly DayTime[];
};

/**
 * Which services speak of something, in their order, from one row of the columns up to another. Of ten thousand services
 * there are hundreds of thousands of rows, which as objects would take three times the room.
 */
export type Postings = { readonly rows: Rows; readonly from: number; readonly to: number };
/** `shares`: how much a service is about it, up to 1. `words`: its words for it. */
export type Rows = { readonly services: Int32Array; readonly shares: Float64Array; readonly words: readonly string[]; readonly inTitle: Uint8Array };

export type ServiceIndex = {
  readonly concepts: Concepts;
  readonly services: readonly Service[];
  readonly byConcept: ReadonlyMap<string, Postings>;
  readonly byStem: ReadonlyMap<string, Postings>;
  /** For each service those for whom, or for which occasion, it is only. */
  readonly onlyFor: readonly (readonly string[])[];
  readonly days: readonly (readonly WeekDay[])[];
  readonly times: readonly (readonly DayTime[])[];
  /** Stems of the words of each place, with the services there. */
  readonly byPlace: ReadonlyMap<string, ReadonlySet<number>>;
};

const weightOf = { title: 4, early: 1.6, later: 0.7 } as const;
const earlyWords = 30;
/** More of the same adds ever less (BM25's k1), and less in a text that speaks of much (BM25's b). */
const saturation = 1.4;
const lengthShare = 0.6;

/** Returns the index. Services keep their order; nothing is refused. */
export function indexServices(services: readonly Service[], concepts: Concepts): ServiceIndex {
  const making = indexingServices(services, concepts);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

const atOnce = 20;

/** The same in slices, for thousands of services: whoever makes it may do something else between two of them. */
export function* indexingServices(services: readonly Service[], concepts: Concepts): Generator<undefined, ServiceIndex> {
  const read: Read[] = [];
  for (const [at, service] of services.entries()) {
    if (at % atOnce === 0) yield;
    read.push(readService(service, concepts));
  }
  const usual = mean(read.map(({ about }) => sum(about))) || 1;
  const usualWords = mean(read.map(({ stems }) => sum(stems))) || 1;
  const byConcept = postingsOf(read.map(({ about }) => about), usual);
  yield;
  const byStem = postingsOf(read.map(({ stems }) => stems), usualWords);
  yield;
  return {
    concepts,
    services,
    byConcept,
    byStem,
    onlyFor: read.map(({ about }) => onlyForIn(about, concepts)),
    days: read.map(({ days }) => days),
    times: read.map(({ times }) => times),
    byPlace: placesOf(services),
  };
}

type Weight = { weight: number; hits: number; inTitle: boolean; early: boolean; readonly words: string };
type Read = { readonly about: ReadonlyMap<string, Weight>; readonly stems: ReadonlyMap<string, Weight>; readonly days: readonly WeekDay[]; readonly times: readonly DayTime[] };

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
function onlyForIn(about: ReadonlyMap<string, Weight>, { byId, holds }: Concepts): readonly string[] {
  const only = [...about].filter(([id, { weight, inTitle, early, hits }]) => byId.get(id)?.only && (inTitle || (early && hits > 1 && weight >= weightOf.early + weightOf.later))).map(([id]) => id);
  return only.filter((id) => !only.some((other) => other !== id && holds.get(id)!.includes(other)));
}

const sum = (weights: ReadonlyMap<string, Weight>): number => [...weights.values()].reduce((total, { weight }) => total + weight, 0);
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length);

function postingsOf(read: readonly ReadonlyMap<string, Weight>[], usual: number): ReadonlyMap<string, Postings> {
  const many = new Map<string, number>();
  for (const weights of read) for (const key of weights.keys()) many.set(key, (many.get(key) ?? 0) + 1);
  const length = [...many.values()].reduce((total, one) => total + one, 0);
  const words = Array.from({ length }, () => '');
  const rows = { services: new Int32Array(length), shares: new Float64Array(length), words, inTitle: new Uint8Array(length) };
  const postings = new Map<string, { readonly rows: Rows; readonly from: number; to: number }>();
  let from = 0;
  for (const [key, one] of many) {
    postings.set(key, { rows, from, to: from });
    from += one;
  }
  read.forEach((weights, service) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * sum(weights)) / usual);
    for (const [key, { weight, words: own, inTitle }] of weights) {
      const row = postings.get(key)!.to++;
      rows.services[row] = service;
      rows.shares[row] = weight / (weight + norm);
      words[row] = own;
      rows.inTitle[row] = inTitle ? 1 : 0;
    }
  });
  return postings;
}

function placesOf(services: readonly Service[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  services.forEach(({ place }, at) => {
    for (const { plain } of place === undefined ? [] : tokensOf(place)) if (!isPlainWord(plain)) (places.get(plain) ?? places.set(plain, new Set()).get(plain)!).add(at);
  });
  return places;
}

/** The row of one service; -1 when it does not speak of it. */
export function rowOf(postings: Postings | undefined, service: number): number {
  if (postings === undefined) return -1;
  const { services } = postings.rows;
  let [low, high] = [postings.from, postings.to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (services[middle]! < service) low = middle + 1;
    else high = middle;
  }
  return low < postings.to && services[low] === service ? low : -1;
}
