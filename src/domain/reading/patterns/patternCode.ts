/**
 * Patterns as rows of numbers: what is kept beside the built code, so that nobody waits until ten thousand patterns are
 * read, and what a text is compared with. Equal parts of different patterns stand there once.
 */
import { firstsOfNode, type Node, type Pattern, type Word } from './patterns';

/** With what a part begins; what follows it stands in `PatternCode.code`. */
export const part = {
  /** One word: its number. */
  word: 0,
  /** One word of a set: the number of the set. */
  set: 1,
  /** The same, written in capitals. */
  capitals: 2,
  number: 3,
  /** A gap: the most words between. */
  gap: 4,
  /** Where the part begins that may be missing. */
  perhaps: 5,
  /** One after the other: how many, and where each begins. */
  all: 6,
  /** One of several: the set of those that are one word; with how many words others can begin; how many others begin with any; where these begin; the words, in order; after which each word's own ways end; and where all of those begin. */
  one: 7,
  /** Begins with a word of a set (-1 when any number will do): the set, and where the part begins. */
  begun: 8,
} as const;

export const noSet = -1;

/** Over these no gap passes: "took no tablets" is not "took .. tablets". They have the first numbers of all words. */
export const negators = ['no', 'not', 'nil', 'never', 'without', 'neither', 'nor', 'denies', 'denied', 'denying', 'nobody', 'none'] as const;

export type PatternCode = {
  /** One a line. The number of a word is its place, counted from 1. */
  readonly words: string;
  /** The words of each set one after the other, and where each set begins. */
  readonly sets: Int32Array;
  readonly setStarts: Int32Array;
  readonly code: Int32Array;
};

/** Turns patterns into numbers, many into one code, so that they share their words and their parts. */
export class PatternCoder {
  readonly #words = new Map<string, number>(negators.map((word, at) => [word, at + 1]));
  readonly #sets: number[] = [];
  readonly #setStarts: number[] = [0];
  readonly #setOf = new Map<string, number>();
  readonly #code: number[] = [];
  readonly #addressOf = new Map<Node, number>();
  readonly #known = new Map<string, number>();
  readonly #begins = new Map<Node, readonly number[] | undefined>();

  /** Where the pattern begins in the code. */
  add({ node }: Pattern): number {
    return this.#address(node);
  }

  /** The same, for patterns that are tried at every word: the words with which it can begin stand before it. */
  addBegun(pattern: Pattern): number {
    const words = this.#beginsWith(pattern.node);
    return this.#written([part.begun, words === undefined ? noSet : this.#setOfNumbers(words), this.add(pattern)]);
  }

  /** The words with which a part can begin; undefined when any number will do. */
  #beginsWith(node: Node): readonly number[] | undefined {
    if (this.#begins.has(node)) return this.#begins.get(node);
    const [first] = node.kind === 'all' ? node.parts : [];
    const words = first?.begins === 'word' ? undefined : firstsOfNode(node);
    const begins = words === undefined ? this.#beginsWith(first!) : words.has('#') ? undefined : [...words].map((word) => this.numberOf(word));
    this.#begins.set(node, begins);
    return begins;
  }

  numberOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#words.size + 1);
    return this.#words.size;
  }

  /** How many words there are so far. */
  get size(): number {
    return this.#words.size;
  }

  made(): PatternCode {
    return { words: [...this.#words.keys()].join('\n'), sets: Int32Array.from(this.#sets), setStarts: Int32Array.from(this.#setStarts), code: Int32Array.from(this.#code) };
  }

  #address(node: Node): number {
    const known = this.#addressOf.get(node);
    if (known !== undefined) return known;
    const made = this.#written(this.#row(node));
    this.#addressOf.set(node, made);
    return made;
  }

  #written(row: readonly number[]): number {
    const key = row.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const address = this.#code.length;
    for (const each of row) this.#code.push(each);
    this.#known.set(key, address);
    return address;
  }

  #row(node: Node): readonly number[] {
    switch (node.kind) {
      case 'word':
        return this.#wordRow(node);
      case 'number':
        return [part.number];
      case 'gap':
        return [part.gap, node.most];
      case 'perhaps':
        return [part.perhaps, this.#address(node.part)];
      case 'all':
        return [part.all, node.parts.length, ...node.parts.map((each) => this.#address(each))];
      case 'one':
        return this.#choiceRow(node.of);
    }
  }

  #wordRow({ forms, capitals }: Word): readonly number[] {
    if (capitals) return [part.capitals, this.setOf(forms)];
    return forms.length === 1 ? [part.word, this.numberOf(forms[0]!)] : [part.set, this.setOf(forms)];
  }

  #choiceRow(of: readonly Node[]): readonly number[] {
    const single: string[] = [];
    const others: Node[] = [];
    for (const way of of) {
      if (way.kind === 'word' && !way.capitals) single.push(...way.forms);
      else others.push(way);
    }
    const words = single.length === 0 ? noSet : this.setOf(single);
    if (others.length === 0) return [part.set, words];
    const byWord = new Map<number, number[]>();
    const open: number[] = [];
    for (const way of others) {
      const [address, begins] = [this.#address(way), way.begins === 'word' ? this.#beginsWith(way) : undefined];
      if (begins === undefined) open.push(address);
      for (const word of new Set(begins)) byWord.get(word)?.push(address) ?? byWord.set(word, [address]);
    }
    const ways = [...byWord].sort(([a], [b]) => a - b);
    let end = 0;
    return [part.one, words, ways.length, open.length, ...open, ...ways.map(([word]) => word), ...ways.map(([, own]) => (end += own.length)), ...ways.flatMap(([, own]) => own)];
  }

  /** The number of the set of these words. */
  setOf(words: readonly string[]): number {
    return this.#setOfNumbers(words.map((word) => this.numberOf(word)));
  }

  #setOfNumbers(words: readonly number[]): number {
    const numbers = [...new Set(words)].sort((a, b) => a - b);
    const key = numbers.join(' ');
    const known = this.#setOf.get(key);
    if (known !== undefined) return known;
    for (const each of numbers) this.#sets.push(each);
    this.#setOf.set(key, this.#setStarts.push(this.#sets.length) - 2);
    return this.#setStarts.length - 2;
  }
}
