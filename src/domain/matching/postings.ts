/** Which services speak of what, and how much: made of what was read of each, and of the postings before where nothing changed. */

/** What one service says of one thing: how much, how often, where, and its words for it. */
export type Weight = { weight: number; hits: number; inTitle: boolean; early: boolean; readonly words: string };
/** What one service speaks of. */
export type SpokenOf = ReadonlyMap<string, Weight>;

/**
 * Which services speak of something, in their order, from one row of the columns up to another. Of ten thousand services
 * there are hundreds of thousands of rows, which as objects would take three times the room.
 */
export type Postings = { readonly rows: Rows; readonly from: number; readonly to: number };
export type AllPostings = ReadonlyMap<string, Postings>;
/** `weights`: how much a service says of it. `shares`: how much it is about it, up to 1. `words`: its words for it. */
export type Rows = { readonly services: Int32Array; readonly weights: Float64Array; readonly shares: Float64Array; readonly words: readonly string[]; readonly inTitle: Uint8Array };

/** `placeNow`: by the place that a service had, the place that it has; -1 where it is gone or says something else. They keep their order. */
export type Before = { readonly postings: AllPostings; readonly placeNow: Int32Array };

/** More of the same adds ever less (BM25's k1), and less in a text that speaks of much (BM25's b). */
const saturation = 1.4;
const lengthShare = 0.6;
const rowsAtOnce = 20_000;

export const sumOf = (spoken: SpokenOf): number => [...spoken.values()].reduce((total, { weight }) => total + weight, 0);

/**
 * Returns the postings of all services, the same as if each were read anew, in slices. `sums` is how much each says in
 * all, by its place; `fresh` what was read anew, by place and in that order.
 */
export function* makingPostings(sums: Float64Array, fresh: ReadonlyMap<number, SpokenOf>, before: Before): Generator<undefined, AllPostings> {
  const norms = normsOf(sums);
  const freshPlaces = yield* makingPlaces(fresh);
  const many = countsOf(freshPlaces, before);
  const length = [...many.values()].reduce((total, one) => total + one, 0);
  const words = new Array<string>(length).fill('');
  const rows = { services: new Int32Array(length), weights: new Float64Array(length), shares: new Float64Array(length), words, inTitle: new Uint8Array(length) };
  const postings = new Map<string, Postings>();
  let [to, sliced] = [0, 0];
  const add = (service: number, weight: number, own: string, inTitle: number): void => {
    const norm = norms[service]!;
    rows.services[to] = service;
    rows.weights[to] = weight;
    rows.shares[to] = weight / (weight + norm);
    words[to] = own;
    rows.inTitle[to++] = inTitle;
  };
  for (const key of many.keys()) {
    const from = to;
    const places = freshPlaces.get(key) ?? [];
    let next = 0;
    const addFreshBefore = (place: number): void => {
      for (; next < places.length && places[next]! < place; next++) {
        const { weight, words: own, inTitle } = fresh.get(places[next]!)!.get(key)!;
        add(places[next]!, weight, own, inTitle ? 1 : 0);
      }
    };
    for (const [row, place] of keptOf(before.postings.get(key), before.placeNow)) {
      addFreshBefore(place);
      const { rows: old } = before.postings.get(key)!;
      add(place, old.weights[row]!, old.words[row]!, old.inTitle[row]!);
    }
    addFreshBefore(Infinity);
    postings.set(key, { rows, from, to });
    if (to - sliced > rowsAtOnce) {
      sliced = to;
      yield;
    }
  }
  return postings;
}

function normsOf(sums: Float64Array): Float64Array {
  const usual = (sums.length === 0 ? 0 : sums.reduce((total, one) => total + one, 0) / sums.length) || 1;
  return sums.map((sum) => saturation * (1 - lengthShare + (lengthShare * sum) / usual));
}

/** By what they speak of, the places of those that were read anew. */
function* makingPlaces(fresh: ReadonlyMap<number, SpokenOf>): Generator<undefined, ReadonlyMap<string, readonly number[]>> {
  const places = new Map<string, number[]>();
  let rows = 0;
  for (const [place, spoken] of fresh) {
    for (const key of spoken.keys()) places.get(key)?.push(place) ?? places.set(key, [place]);
    rows += spoken.size;
    if (rows > rowsAtOnce) {
      rows = 0;
      yield;
    }
  }
  return places;
}

function countsOf(fresh: ReadonlyMap<string, readonly number[]>, { postings, placeNow }: Before): ReadonlyMap<string, number> {
  const many = new Map<string, number>();
  for (const [key, { rows, from, to }] of postings) {
    let kept = 0;
    for (let row = from; row < to; row++) if (placeNow[rows.services[row]!]! >= 0) kept++;
    if (kept > 0) many.set(key, kept);
  }
  for (const [key, { length }] of fresh) many.set(key, (many.get(key) ?? 0) + length);
  return many;
}

function* keptOf(postings: Postings | undefined, placeNow: Int32Array): Generator<readonly [row: number, place: number]> {
  if (postings === undefined) return;
  for (let row = postings.from; row < postings.to; row++) {
    const place = placeNow[postings.rows.services[row]!]!;
    if (place >= 0) yield [row, place];
  }
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
