/** Many patterns looked for at once: each by the least common of the words that it cannot do without, and only where the next of them stands near. */
import { Anchors, wordsOfAnchor, type Anchor } from './anchors';
import { PatternBook } from './patternBook';
import { noSet, PatternCoder } from './patternCode';
import { firstsOf, type Pattern } from './patterns';
import type { Token } from '../words/tokens';
import { firstPlaces, widest, WordMasks, type Lists, type Numbered } from './wordMasks';

export type Span = { readonly first: number; readonly last: number };
export type Found<Item> = Span & { readonly item: Item };

const { clz32, max, min } = Math;

/**
 * For each pattern these numbers in a row: where it begins in the code, the words with which it begins, and how far before
 * its anchor it can begin (least and most). `needs` are the words of which it needs one besides, each with how far from the
 * anchor that stands, from and to. `sets` are all of these words, as lists. `byAnchor` and `byFirst` say under each word which patterns have their
 * anchor there and which can begin with it; the last word of all is "a number".
 */
export type IndexedPatterns = { readonly rows: Int32Array; readonly needs: Lists; readonly sets: Lists; readonly byAnchor: Lists; readonly byFirst: Lists };

const rowLength = 4;
const needLength = 3;
const candidateLength = 1 + needLength;
/** A pattern spans no more words than this: nothing that it needs stands further from its anchor. */
const furthest = 30;

/** A pattern that begins at most so many words before the first word of another, or after its last. */
export type Beside = { readonly pattern: Pattern; readonly before: number; readonly after: number };

/** Makes what is needed to look for patterns. `made` may be asked for when the coder has met all of its words. */
export class PatternIndexer {
  readonly #anchors = new Anchors();
  readonly #rows: number[] = [];
  readonly #needs: number[][] = [];
  readonly #byAnchor: number[][] = [];
  readonly #byFirst: number[][] = [];
  readonly #setOf = new Map<Anchor['at'], number>();
  readonly #sets: number[][] = [];
  readonly #setOfWords = new Map<string, number>();

  constructor(private readonly coder: PatternCoder) {}

  /** `beside`: it counts only where this other pattern begins near it, so it is not looked for where none of the other's words stands. */
  add(pattern: Pattern, beside?: Beside): void {
    const item = this.#rows.length / rowLength;
    const anchor = this.#anchors.of(pattern.node);
    this.#rows.push(this.coder.add(pattern), this.#setFor(firstsOf(pattern)), anchor.from, anchor.to);
    const own = this.#anchors.besides(pattern.node, anchor).flatMap((other) => this.#needed(anchor, other));
    this.#needs.push(beside ? [...own, ...this.#neededBeside(pattern, anchor, beside)] : own);
    for (const word of wordsOfAnchor(anchor)) listOf(this.#byAnchor, this.#key(word)).push(item);
    for (const word of firstsOf(pattern)) listOf(this.#byFirst, this.#key(word)).push(item);
  }

  made(): IndexedPatterns {
    const size = this.coder.size + 1;
    return { rows: Int32Array.from(this.#rows), needs: listsOf(this.#needs), sets: listsOf(this.#sets), byAnchor: joined(this.#byAnchor, size), byFirst: joined(this.#byFirst, size) };
  }

  /** 0 until it is known how many words there are: no word has it. */
  #key(word: string): number {
    return word === '#' ? 0 : this.coder.numberOf(word);
  }

  #needed(anchor: Anchor, other: Anchor): readonly number[] {
    const set = this.#setOf.get(other.at) ?? this.#setFor(wordsOfAnchor(other));
    this.#setOf.set(other.at, set);
    return set === noSet ? [] : [set, other.from - anchor.to, other.to - anchor.from];
  }

  #neededBeside({ node }: Pattern, anchor: Anchor, { pattern, before, after }: Beside): readonly number[] {
    const other = this.#anchors.of(pattern.node);
    const [from, to] = [-anchor.to - before, node.most - 1 - anchor.from + after + other.to];
    const set = from < -furthest || to > furthest ? noSet : this.#setFor(wordsOfAnchor(other));
    return set === noSet ? [] : [set, from, to];
  }

  /** No set when any number will do. */
  #setFor(words: ReadonlySet<string>): number {
    if (words.has('#')) return noSet;
    const numbers = [...words].map((word) => this.coder.numberOf(word)).sort((a, b) => a - b);
    const key = numbers.join(' ');
    const set = this.#setOfWords.get(key) ?? this.#sets.push(numbers) - 1;
    this.#setOfWords.set(key, set);
    return set;
  }
}

function listOf(lists: number[][], key: number): number[] {
  return (lists[key] ??= []);
}

/** The list of "a number" comes last, that of words nobody names is empty. */
const joined = (lists: readonly (readonly number[] | undefined)[], size: number): Lists => listsOf(Array.from({ length: size + 1 }, (_, key) => (key === 0 ? undefined : key === size ? lists[0] : lists[key])));

function listsOf(lists: readonly (readonly number[] | undefined)[]): Lists {
  const [starts, of] = [new Int32Array(lists.length + 1), [] as number[]];
  lists.forEach((list, at) => {
    for (const each of list ?? []) of.push(each);
    starts[at + 1] = of.length;
  });
  return { starts, of: Int32Array.from(of) };
}

function candidatesIn({ byAnchor, needs }: IndexedPatterns): Int32Array {
  const candidates = new Int32Array(byAnchor.of.length * candidateLength).fill(noSet);
  for (let at = 0; at < byAnchor.of.length; at++) {
    const item = byAnchor.of[at]!;
    candidates[at * candidateLength] = item;
    const first = needs.starts[item]!;
    for (let each = 0; each < needLength && first < needs.starts[item + 1]!; each++) candidates[at * candidateLength + 1 + each] = needs.of[first + each]!;
  }
  return candidates;
}

/** Looks for the patterns of a book in texts; each is found as one of the items. */
export class PatternSearch<Item> {
  /** The word that stands for any number. */
  readonly #anyNumber: number;
  /** Under each word, side by side what is looked at of nearly all: each pattern with the first that it needs. */
  readonly #candidates: Int32Array;
  #madeMasks: WordMasks | undefined;

  constructor(
    private readonly items: readonly Item[],
    private readonly book: PatternBook,
    private readonly indexed: IndexedPatterns,
  ) {
    this.#anyNumber = indexed.byAnchor.starts.length - 2;
    this.#candidates = candidatesIn(indexed);
  }

  get #masks(): WordMasks {
    return (this.#madeMasks ??= new WordMasks(this.indexed.sets, this.#anyNumber));
  }

  /** Each pattern is found as its number. */
  static ofNumbers(book: PatternBook, indexed: IndexedPatterns): PatternSearch<number> {
    return new PatternSearch(Array.from({ length: indexed.rows.length / rowLength }, (_, item) => item), book, indexed);
  }

  /** Where items stand in each of the spans, at their longest, in the order of their anchors. Linear in the number of tokens. */
  foundIn(tokens: readonly Token[], spans: readonly Span[]): readonly Found<Item>[] {
    const found: Found<Item>[] = [];
    const text = this.book.numbered(tokens);
    for (const span of spans) {
      for (let at = span.first; at <= span.last; at++) {
        this.#standing(text.words[at]!, at, span, text, found);
        if (text.numbers[at] === 1) this.#standing(this.#anyNumber, at, span, text, found);
      }
    }
    return found;
  }

  /** Nearly all are given up by looking at one or two words. */
  #standing(key: number, at: number, span: Span, text: Numbered, found: Found<Item>[]): void {
    const { starts } = this.indexed.byAnchor;
    const [begin, end] = [starts[key]! * candidateLength, starts[key + 1]! * candidateLength];
    if (begin === end) return;
    const [first, last] = [max(span.first, at - furthest), min(span.last, at + furthest)];
    const [candidates, masks] = [this.#candidates, this.#masks];
    masks.lookAround(text, first, last);
    for (let each = begin; each < end; each += candidateLength) {
      const set = candidates[each + 1]!;
      const from = max(first, at + candidates[each + 2]!);
      const to = min(last, at + candidates[each + 3]!);
      if (set === noSet || (from <= to && masks.anyIn(set, text, from, to))) this.#tryAt(candidates[each]!, at, span, text, found);
    }
  }

  #tryAt(item: number, at: number, span: Span, text: Numbered, found: Found<Item>[]): void {
    const rows = this.indexed.rows;
    const row = item * rowLength;
    if (!this.#hasOtherNeeds(item, at, span, text)) return;
    const from = max(span.first, at - rows[row + 3]!);
    const to = at - rows[row + 2]!;
    for (let base = from; base <= to; base += widest) {
      for (let rest = this.#placesOf(rows[row + 1]!, text, base, to); rest !== 0; rest &= rest - 1) {
        const first = base + 31 - clz32(rest & -rest);
        const taken = this.book.taken(rows[row]!, text, first, span.last);
        if (taken > 0) found.push({ item: this.items[item]!, first, last: first + taken - 1 });
      }
    }
  }

  /** Whether one of the words stands there that the three numbers name: their set, from where and to where; no set is no need. */
  #hasNeed(needs: Int32Array, each: number, at: number, span: Span, text: Numbered): boolean {
    if (needs[each] === noSet) return true;
    const [from, to] = [max(span.first, at + needs[each + 1]!), min(span.last, at + needs[each + 2]!)];
    return from <= to && this.#masks.anyIn(needs[each]!, text, from, to);
  }

  #hasOtherNeeds(item: number, at: number, span: Span, text: Numbered): boolean {
    const { starts, of } = this.indexed.needs;
    for (let each = starts[item]! + needLength, end = starts[item + 1]!; each < end; each += needLength) if (!this.#hasNeed(of, each, at, span, text)) return false;
    return true;
  }

  #placesOf(set: number, text: Numbered, from: number, to: number): number {
    return set === noSet ? firstPlaces(to - from + 1) : this.#masks.placesOf(set, text, from, to);
  }

  /** Those that stand at this place, each at its longest, taking nothing after `last`; in the order of the items. */
  standingAt(tokens: readonly Token[], at: number, last: number): readonly Standing<Item>[] {
    const text = this.book.numbered(tokens);
    const standing = this.#beginningWith(text.words[at]!, text, at, last, none);
    return text.numbers[at] === 1 ? this.#beginningWith(this.#anyNumber, text, at, last, standing) : standing;
  }

  /** Whether any of them can begin with the word at this place. */
  mayBegin(tokens: readonly Token[], at: number): boolean {
    const text = this.book.numbered(tokens);
    const { starts } = this.indexed.byFirst;
    const word = text.words[at]!;
    return starts[word]! < starts[word + 1]! || text.numbers[at] === 1;
  }

  #beginningWith(key: number, text: Numbered, at: number, last: number, before: readonly Standing<Item>[]): readonly Standing<Item>[] {
    const { starts, of } = this.indexed.byFirst;
    let standing = before;
    for (let each = starts[key]!, end = starts[key + 1]!; each < end; each++) {
      const taken = this.book.taken(this.indexed.rows[of[each]! * rowLength]!, text, at, last);
      if (taken > 0) standing = [...standing, { item: this.items[of[each]!]!, taken }];
    }
    return standing;
  }
}

/** An item and how many words it takes. */
export type Standing<Item> = { readonly item: Item; readonly taken: number };
const none: readonly never[] = [];

/** The same, made of the patterns themselves. */
export class PatternIndex<Item extends { readonly pattern: Pattern }> extends PatternSearch<Item> {
  constructor(given: Iterable<Item>) {
    const items = [...given];
    const coder = new PatternCoder();
    const indexer = new PatternIndexer(coder);
    for (const { pattern } of items) indexer.add(pattern);
    super(items, new PatternBook(coder.made()), indexer.made());
  }
}
