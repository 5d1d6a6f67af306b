/** Many patterns looked for at once: each by the least common of the words that it cannot do without, and only where the next of them stands near. */
import { Anchors, wordsOfAnchor, type Anchor } from './anchors';
import { matchPattern } from './matchPattern';
import { keysOf, type Pattern } from './patterns';
import type { Token } from './tokens';

export type Span = { readonly first: number; readonly last: number };
export type Found<Item> = Span & { readonly item: Item };

/** Found by a word that stands `from` to `to` words after its first, when the words that it needs besides stand where they can. */
type Placed<Item> = { readonly item: Item; readonly pattern: Pattern; readonly from: number; readonly to: number; readonly besides: Besides | undefined };
/** The number of some words, and how far from the anchor one of them can stand. */
type Besides = { readonly number: number; readonly from: number; readonly to: number };

/** A pattern spans no more. */
const near = 30;
/** What stands in every other sentence anyway is not looked for first. */
const tooCommon = 200;
const { max, min } = Math;

export class PatternIndex<Item extends { readonly pattern: Pattern }> {
  readonly #byAnchor = new Map<string, Placed<Item>[]>();
  /** The numbers of the words that are needed besides. */
  readonly #numbersOf = new Map<string, number[]>();
  #numbers = 0;

  constructor(items: Iterable<Item>) {
    const anchors = new Anchors();
    for (const item of items) {
      const { pattern } = item;
      const anchor = anchors.of(pattern.node);
      const { from, to } = anchor;
      const placed = { item, pattern, from, to, besides: this.#numbered(anchor, anchors.besides(pattern.node, anchor)) };
      for (const word of wordsOfAnchor(anchor)) pushTo(this.#byAnchor, word, placed);
    }
  }

  #numbered(anchor: Anchor, other: Anchor | undefined): Besides | undefined {
    if (!other || other.weight > tooCommon) return undefined;
    const number = this.#numbers++;
    for (const word of wordsOfAnchor(other)) pushTo(this.#numbersOf, word, number);
    return { number, from: other.from - anchor.to, to: other.to - anchor.from };
  }

  /** Where items stand in each of the spans, at their longest, in the order of their anchors. Linear in the number of tokens. */
  foundIn(tokens: readonly Token[], spans: readonly Span[]): readonly Found<Item>[] {
    const found: Found<Item>[] = [];
    const laid = new Laid(this.#numbers);
    for (const span of spans) {
      let ahead = span.first;
      for (let at = span.first; at <= span.last; at++) {
        for (const end = min(span.last, at + near); ahead <= end; ahead++) for (const key of keysOf(tokens[ahead]!)) for (const number of this.#numbersOf.get(key) ?? none) laid.put(number, ahead);
        for (const key of keysOf(tokens[at]!)) for (const placed of this.#byAnchor.get(key) ?? none) if (laid.holds(placed.besides, at, span.first)) standing(placed, tokens, at, span, found);
      }
    }
    return found;
  }
}

const none: readonly never[] = [];

/** Where the words that are needed besides stand, as far as it was looked; for each number the last place leads to those before. */
class Laid {
  readonly #last: Int32Array;
  readonly #places: number[] = [];
  readonly #before: number[] = [];

  constructor(numbers: number) {
    this.#last = new Int32Array(numbers).fill(-1);
  }

  put(number: number, at: number): void {
    this.#before.push(this.#last[number]!);
    this.#last[number] = this.#places.push(at) - 1;
  }

  holds(besides: Besides | undefined, at: number, first: number): boolean {
    if (!besides) return true;
    const [from, to] = [max(first, at + besides.from), at + besides.to];
    for (let entry = this.#last[besides.number]!; entry >= 0 && this.#places[entry]! >= from; entry = this.#before[entry]!) if (this.#places[entry]! <= to) return true;
    return false;
  }
}

function standing<Item>({ item, pattern, from, to }: Placed<Item>, tokens: readonly Token[], at: number, span: Span, found: Found<Item>[]): void {
  for (let first = max(span.first, at - to); first <= at - from; first++) {
    const taken = matchPattern(pattern, tokens, first, span.last);
    if (taken !== undefined) found.push({ item, first, last: first + taken - 1 });
  }
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
