/**
 * Where the words of many sets stand in a stretch of a text: of each set a number with a bit for each place, so that to look
 * for one of its words is one step for all places at once. The bits are worked out as a text is gone through, a few blocks
 * at a time: a page without a full stop takes no more room than a line.
 */

/** The words of a text as the patterns' numbers for them; 0 for a word that no pattern names. */
export type Numbered = { readonly words: Int32Array; readonly capitals: Uint8Array; readonly numbers: Uint8Array };

/** Lists of numbers one after the other, and where each begins. */
export type Lists = { readonly starts: Int32Array; readonly of: Int32Array };

/** Places of a block, and how many blocks are kept. One more stays empty: what stands after the end. */
const block = 32;
const blocks = 4;
/** As many places as can be looked at at once. */
export const widest = 31;
const { min } = Math;

export class WordMasks {
  readonly #setsOf: Lists;
  readonly #sets: number;
  readonly #bits: Int32Array;
  readonly #kept = new Int32Array(blocks).fill(-1);
  #text: Numbered | undefined;

  /** `sets` are lists of words; none of them is 0 nor more than `words`. */
  constructor(sets: Lists, words: number) {
    this.#sets = sets.starts.length - 1;
    this.#setsOf = setsByWord(sets, words + 1);
    this.#bits = new Int32Array(this.#sets * (blocks + 1));
  }

  /** The places from `from` to `to`, both included, where a word of the set stands: bit n is the word n places after `from`. At most 31 are looked at. */
  placesOf(set: number, text: Numbered, from: number, to: number): number {
    if (to < from) return 0;
    if (text !== this.#text) this.#begin(text);
    const [at, shift] = [from >> 5, from & 31];
    const one = this.#bits[this.#blockAt(text, at) * this.#sets + set]! >>> shift;
    const isInOne = shift + to - from < block;
    const both = isInOne ? one : one | ((this.#bits[this.#blockAt(text, at + 1) * this.#sets + set]! << 1) << (31 - shift));
    return both & firstPlaces(to - from + 1);
  }

  /** From now on `anyIn` may be asked of these places, not more than 64 of them. */
  lookAround(text: Numbered, from: number, to: number): void {
    if (text !== this.#text) this.#begin(text);
    for (let at = from >> 5, end = to >> 5; at <= end; at++) this.#blockAt(text, at);
  }

  /** Whether a word of the set stands from one place to another, both included: what is asked most often of all. */
  anyIn(set: number, text: Numbered, from: number, to: number): boolean {
    const at = from >> 5;
    return at === to >> 5 ? (this.#bits[(at & (blocks - 1)) * this.#sets + set]! & (((2 << (to - from)) - 1) << (from & 31))) !== 0 : this.#anyAcross(set, text, from, to);
  }

  #anyAcross(set: number, text: Numbered, from: number, to: number): boolean {
    for (let base = from; base <= to; base += widest) if (this.placesOf(set, text, base, to) !== 0) return true;
    return false;
  }

  #begin(text: Numbered): void {
    this.#text = text;
    this.#kept.fill(-1);
  }

  #blockAt(text: Numbered, at: number): number {
    const kept = at & (blocks - 1);
    if (this.#kept[kept] === at) return kept;
    if (at * block >= text.words.length) return blocks;
    this.#fill(text.words, at, kept);
    return kept;
  }

  #fill(words: Int32Array, at: number, kept: number): void {
    const bits = this.#bits;
    const { starts, of } = this.#setsOf;
    const [from, row] = [at * block, kept * this.#sets];
    bits.fill(0, row, row + this.#sets);
    for (let place = from, end = min(words.length, from + block); place < end; place++) {
      const [bit, word] = [1 << (place - from), words[place]!];
      for (let each = starts[word]!, last = starts[word + 1]!; each < last; each++) bits[row + of[each]!]! |= bit;
    }
    this.#kept[kept] = at;
  }
}

/** The bits of so many places. */
export const firstPlaces = (many: number): number => (many >= widest ? 0x7fffffff : (1 << many) - 1);

/** For each word the sets that hold it. */
function setsByWord({ starts, of }: Lists, words: number): Lists {
  const begins = new Int32Array(words + 1);
  for (const word of of) begins[word + 1]!++;
  for (let word = 1; word <= words; word++) begins[word]! += begins[word - 1]!;
  const [next, setsOf] = [begins.slice(), new Int32Array(of.length)];
  for (let set = 0; set < starts.length - 1; set++) for (let each = starts[set]!; each < starts[set + 1]!; each++) setsOf[next[of[each]!]!++] = set;
  return { starts: begins, of: setsOf };
}
