/** Many patterns looked for at once: each by the least common of the words that it cannot do without, and only where the next of them stands near. */
import { Anchors, wordsOfAnchor, type Anchor } from './anchors';
import { matchPattern } from './matchPattern';
import { firstsOf, keysOf, type Pattern } from './patterns';
import type { Token } from './tokens';

export type Span = { readonly first: number; readonly last: number };
export type Found<Item> = Span & { readonly item: Item };

/** A pattern spans no more. */
const near = 30;
/** What stands in nearly every sentence anyway is not looked for first. */
const tooCommon = 500;
const { max, min } = Math;

/**
 * Under each word, for each item that has its anchor there, these numbers in a row: which item, how far before the word
 * it can begin (least and most), the number of the words that it needs besides, and how far from the word one of them
 * can stand. Rows of numbers lie side by side in memory, and nearly all items are given up by looking at them alone.
 */
type Rows = number[];
const rowLength = 6;
const noneBesides = -1;
/** Words whose beginnings are kept ready. */
const mostWords = 5000;

export class PatternIndex<Item extends { readonly pattern: Pattern }> {
  readonly #items: readonly Item[];
  readonly #byAnchor = new Map<string, Rows>();
  /** The numbers of the words that are needed besides. */
  readonly #numbersOf = new Map<string, number[]>();
  #numbers = 0;
  /** The items that can begin with a word. */
  readonly #begins = new Map<string, number[]>();
  readonly #bits = new Map<string, Uint32Array>();
  readonly #noBits: Uint32Array;

  constructor(items: Iterable<Item>) {
    this.#items = [...items];
    this.#noBits = this.#bitsOf([]);
    const anchors = new Anchors();
    this.#items.forEach(({ pattern }, item) => {
      const anchor = anchors.of(pattern.node);
      const row = [item, anchor.from, anchor.to, ...this.#besides(anchor, anchors.besides(pattern.node, anchor))];
      for (const word of wordsOfAnchor(anchor)) rowsOf(this.#byAnchor, word).push(...row);
      for (const word of firstsOf(pattern)) rowsOf(this.#begins, word).push(item);
    });
  }

  #besides(anchor: Anchor, other: Anchor | undefined): readonly number[] {
    if (!other || other.weight > tooCommon) return [noneBesides, 0, 0];
    const number = this.#numbers++;
    for (const word of wordsOfAnchor(other)) rowsOf(this.#numbersOf, word).push(number);
    return [number, other.from - anchor.to, other.to - anchor.from];
  }

  /** Where items stand in each of the spans, at their longest, in the order of their anchors. Linear in the number of tokens. */
  foundIn(tokens: readonly Token[], spans: readonly Span[]): readonly Found<Item>[] {
    const found: Found<Item>[] = [];
    const laid = new Laid(this.#numbers);
    for (const span of spans) {
      const begin: Uint32Array[] = [];
      let ahead = span.first;
      for (let at = span.first; at <= span.last; at++) {
        for (const end = min(span.last, at + near); ahead <= end; ahead++) {
          const token = tokens[ahead]!;
          begin.push(this.#beginningWith(token));
          for (const key of keysOf(token)) for (const number of this.#numbersOf.get(key) ?? none) laid.put(number, ahead);
        }
        for (const key of keysOf(tokens[at]!)) this.#standing(this.#byAnchor.get(key) ?? none, at, span, { tokens, begin, laid, found });
      }
    }
    return found;
  }

  #standing(rows: readonly number[], at: number, span: Span, { tokens, begin, laid, found }: Looking<Item>): void {
    for (let row = 0; row < rows.length; row += rowLength) {
      const besides = rows[row + 3]!;
      if (besides !== noneBesides && !laid.holds(besides, max(span.first, at + rows[row + 4]!), at + rows[row + 5]!)) continue;
      const item = rows[row]!;
      const [word, bit] = [item >> 5, 1 << (item & 31)];
      for (let first = max(span.first, at - rows[row + 2]!), end = at - rows[row + 1]!; first <= end; first++) {
        if ((begin[first - span.first]![word]! & bit) === 0) continue;
        const taken = matchPattern(this.#items[item]!.pattern, tokens, first, span.last);
        if (taken !== undefined) found.push({ item: this.#items[item]!, first, last: first + taken - 1 });
      }
    }
  }

  /** A bit for each item that can begin with this token; `begin` in what is looked at counts from the first token of the span. */
  #beginningWith(token: Token): Uint32Array {
    const key = token.number ? `${token.plain}#` : token.plain;
    const known = this.#bits.get(key);
    if (known) return known;
    const items = keysOf(token).flatMap((word) => this.#begins.get(word) ?? none);
    const bits = items.length === 0 ? this.#noBits : this.#bitsOf(items);
    if (this.#bits.size > mostWords) this.#bits.clear();
    this.#bits.set(key, bits);
    return bits;
  }

  #bitsOf(items: readonly number[]): Uint32Array {
    const bits = new Uint32Array((this.#items.length >> 5) + 1);
    for (const item of items) bits[item >> 5]! |= 1 << (item & 31);
    return bits;
  }
}

type Looking<Item> = { readonly tokens: readonly Token[]; readonly begin: readonly Uint32Array[]; readonly laid: Laid; readonly found: Found<Item>[] };

const none: readonly number[] = [];

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

  /** From one place to another, both included. */
  holds(number: number, from: number, to: number): boolean {
    for (let entry = this.#last[number]!; entry >= 0 && this.#places[entry]! >= from; entry = this.#before[entry]!) if (this.#places[entry]! <= to) return true;
    return false;
  }
}

function rowsOf(map: Map<string, number[]>, key: string): number[] {
  const rows = map.get(key) ?? [];
  if (rows.length === 0) map.set(key, rows);
  return rows;
}
