/** Compares a text with patterns. A pattern spans at most 30 words, so each comparison is bounded work, and all of a text is read in linear time. */
import { negators, noSet, part, type PatternCode } from './patternCode';
import type { Token } from '../words/tokens';
import type { Numbered } from './wordMasks';

const mostWords = 30;
const { clz32, min } = Math;

/** Sets of so few words are gone through; in the others a word is looked up by halves. */
const fewWords = 8;

export class PatternBook {
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #code: Int32Array;
  readonly #sets: Int32Array;
  readonly #setStarts: Int32Array;
  /** Of the words with which patterns begin that are looked for all over a sentence: a bit for each word. */
  readonly #begins = new Map<number, Int32Array>();
  readonly #read = new WeakMap<readonly Token[], Numbered>();
  #latest: { readonly tokens: readonly Token[]; readonly text: Numbered } | undefined;
  #words: Int32Array = new Int32Array(0);
  #text: Numbered = { words: this.#words, capitals: new Uint8Array(0), numbers: new Uint8Array(0) };
  #first = 0;
  #last = 0;

  constructor({ words, code, sets, setStarts }: PatternCode) {
    this.#numberOf = new Map(words.split('\n').map((word, at) => [word, at + 1]));
    [this.#code, this.#sets, this.#setStarts] = [code, sets, setStarts];
  }

  /** How many words the patterns name. */
  get size(): number {
    return this.#numberOf.size;
  }

  numberOf(word: string): number {
    return this.#numberOf.get(word) ?? 0;
  }

  wordsOf(set: number): Int32Array {
    return this.#sets.subarray(this.#setStarts[set], this.#setStarts[set + 1]);
  }

  /** Of the same tokens it is found out once. */
  numbered(tokens: readonly Token[]): Numbered {
    if (this.#latest?.tokens === tokens) return this.#latest.text;
    const text = this.#read.get(tokens) ?? this.#numbersOf(tokens);
    this.#read.set(tokens, text);
    this.#latest = { tokens, text };
    return text;
  }

  #numbersOf(tokens: readonly Token[]): Numbered {
    const text = { words: new Int32Array(tokens.length), capitals: new Uint8Array(tokens.length), numbers: new Uint8Array(tokens.length) };
    for (let at = 0; at < tokens.length; at++) {
      const { plain, capitals, number, entry } = tokens[at]!;
      if (entry.book !== this) [entry.book, entry.number] = [this, this.#numberOf.get(plain) ?? 0];
      text.words[at] = entry.number;
      if (capitals) text.capitals[at] = 1;
      if (number) text.numbers[at] = 1;
    }
    return text;
  }

  /** How many words from `first` the pattern at this place in the code takes, at most; 0 when it does not stand there. `last` is the last word that it may take. */
  taken(pattern: number, text: Numbered, first: number, last: number): number {
    this.#text = text;
    this.#words = text.words;
    this.#first = first;
    this.#last = min(last, first + mostWords - 1);
    const reached = this.#step(pattern, 1);
    return reached === 0 ? 0 : 31 - clz32(reached);
  }

  /** The first place from one to another, both included, where a pattern that was added with its beginnings stands; -1 for nowhere. It may take nothing after `last`. */
  nextPlace(pattern: number, text: Numbered, from: number, to: number, last: number): number {
    const [firsts, inner, words] = [this.#code[pattern + 1]!, this.#code[pattern + 2]!, text.words];
    const begins = firsts === noSet ? undefined : (this.#begins.get(firsts) ?? this.#beginsOf(firsts));
    for (let at = from; at <= to; at++) {
      const word = words[at]!;
      if ((begins === undefined || (begins[word >> 5]! & (1 << (word & 31))) !== 0) && this.taken(inner, text, at, last) > 0) return at;
    }
    return -1;
  }

  #beginsOf(set: number): Int32Array {
    const bits = new Int32Array((this.size >> 5) + 1);
    for (const word of this.wordsOf(set)) bits[word >> 5]! |= 1 << (word & 31);
    this.#begins.set(set, bits);
    return bits;
  }

  /** Bit n of `from` means that n words are taken so far; the same of what is returned. */
  #step(at: number, from: number): number {
    const code = this.#code;
    switch (code[at]) {
      case part.word:
        return this.#word(code[at + 1]!, from);
      case part.set:
        return this.#set(code[at + 1]!, from);
      case part.all: {
        let reached = from;
        for (let each = at + 2, end = each + code[at + 1]!; each < end && reached !== 0; each++) reached = this.#step(code[each]!, reached);
        return reached;
      }
      case part.perhaps:
        return from | this.#step(code[at + 1]!, from);
      case part.gap:
        return this.#gap(code[at + 1]!, from);
      case part.one:
        return this.#one(at, from);
      case part.begun:
        return this.#step(code[at + 2]!, from);
      case part.number:
        return this.#marked(this.#text.numbers, from);
      default:
        return this.#marked(this.#text.capitals, from) & this.#set(code[at + 1]!, from);
    }
  }

  #word(number: number, from: number): number {
    let reached = 0;
    for (let rest = from; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const place = this.#first + 31 - clz32(bit);
      if (place <= this.#last && this.#words[place] === number) reached |= bit << 1;
    }
    return reached;
  }

  #set(set: number, from: number): number {
    let reached = 0;
    for (let rest = from; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const place = this.#first + 31 - clz32(bit);
      if (place <= this.#last && this.holds(set, this.#words[place]!)) reached |= bit << 1;
    }
    return reached;
  }

  #marked(marks: Uint8Array, from: number): number {
    let reached = 0;
    for (let rest = from; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const place = this.#first + 31 - clz32(bit);
      if (place <= this.#last && marks[place] === 1) reached |= bit << 1;
    }
    return reached;
  }

  /** A choice: those of several words are tried only where they can begin. */
  #one(at: number, from: number): number {
    const code = this.#code;
    const [single, words, open] = [code[at + 1]!, code[at + 2]!, code[at + 3]!];
    let reached = single === noSet ? 0 : this.#set(single, from);
    const [first, ways] = [at + 4 + open, at + 4 + open + 2 * words];
    for (let rest = words === 0 ? 0 : from; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const place = this.#first + 31 - clz32(bit);
      if (place > this.#last) break;
      const own = placeIn(code, this.#words[place]!, first, first + words);
      if (own < 0) continue;
      for (let each = own === first ? 0 : code[own + words - 1]!, end = code[own + words]!; each < end; each++) reached |= this.#step(code[ways + each]!, bit);
    }
    for (let each = at + 4; each < first; each++) reached |= this.#step(code[each]!, from);
    return reached;
  }

  #gap(most: number, from: number): number {
    let reached = from;
    for (let rest = from; rest !== 0; rest &= rest - 1) {
      const taken = 31 - clz32(rest & -rest);
      for (let more = 0; more < most && this.#first + taken + more <= this.#last && !isNegator(this.#words[this.#first + taken + more]!); more++) reached |= 2 << (taken + more);
    }
    return reached;
  }

  /** Whether a word is of a set. */
  holds(set: number, word: number): boolean {
    return word !== 0 && placeIn(this.#sets, word, this.#setStarts[set]!, this.#setStarts[set + 1]!) >= 0;
  }
}

/** Where a number stands among those from `start` to before `end`, which are in order; -1 when it does not. */
function placeIn(numbers: Int32Array, wanted: number, start: number, end: number): number {
  while (end - start > fewWords) {
    const middle = (start + end) >> 1;
    if (numbers[middle]! <= wanted) start = middle;
    else end = middle;
  }
  for (let at = start; at < end; at++) if (numbers[at] === wanted) return at;
  return -1;
}

const isNegator = (word: number): boolean => word !== 0 && word <= negators.length;
