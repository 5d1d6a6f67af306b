/** Many patterns looked for at once: each by the least common of the words that it cannot do without, and only where the next of them stands near. */
import { Anchors, wordsOfAnchor, type Anchor } from './anchors';
import { matchPattern } from './matchPattern';
import { keysOf, type Pattern } from './patterns';
import type { Token } from './tokens';

export type Span = { readonly first: number; readonly last: number };
export type Found<Item> = Span & { readonly item: Item };

/** Found by a word that stands `from` to `to` words after its first. `needs` is the number of the words of which one stands near. */
type Placed<Item> = { readonly item: Item; readonly pattern: Pattern; readonly from: number; readonly to: number; readonly needs: number };

/** A pattern spans no more. */
const near = 30;
/** What stands in every other sentence anyway is not looked for first. */
const tooCommon = 200;
const nothing = 0;
const { max, min } = Math;

export class PatternIndex<Item extends { readonly pattern: Pattern }> {
  readonly #byAnchor = new Map<string, Placed<Item>[]>();
  /** The numbers for which a word tells that it is there. */
  readonly #tells = new Map<string, number[]>();
  #numbers = nothing;

  constructor(items: Iterable<Item>) {
    const anchors = new Anchors();
    for (const item of items) {
      const { pattern } = item;
      const anchor = anchors.of(pattern.node);
      const { from, to } = anchor;
      const placed = { item, pattern, from, to, needs: this.#numbered(anchors.besides(pattern.node, anchor)) };
      for (const word of wordsOfAnchor(anchor)) pushTo(this.#byAnchor, word, placed);
    }
  }

  #numbered(other: Anchor | undefined): number {
    if (!other || other.weight > tooCommon) return nothing;
    this.#numbers += 1;
    for (const word of wordsOfAnchor(other)) pushTo(this.#tells, word, this.#numbers);
    return this.#numbers;
  }

  /** Where items stand in each of the spans, at their longest, in the order of their anchors. Linear in the number of tokens. */
  foundIn(tokens: readonly Token[], spans: readonly Span[]): readonly Found<Item>[] {
    const found: Found<Item>[] = [];
    const told = new Int32Array(this.#numbers + 1).fill(-1);
    for (const span of spans) {
      let ahead = span.first;
      for (let at = span.first; at <= span.last; at++) {
        for (const end = min(span.last, at + near); ahead <= end; ahead++) this.#lay(told, tokens[ahead]!, ahead);
        told[nothing] = at;
        for (const key of keysOf(tokens[at]!)) for (const placed of this.#byAnchor.get(key) ?? none) if (told[placed.needs]! >= max(span.first, at - near)) standing(placed, tokens, at, span, found);
      }
    }
    return found;
  }

  #lay(told: Int32Array, token: Token, at: number): void {
    for (const key of keysOf(token)) for (const number of this.#tells.get(key) ?? none) told[number] = at;
  }
}

const none: readonly never[] = [];

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
