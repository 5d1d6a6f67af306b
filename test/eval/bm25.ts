/** Plain BM25 (Robertson and Zaragoza 2009) over the words of title and text as they are written: what a search box would find. */
import type { Service } from '../../src/domain/matching/serviceIndex';

const k1 = 1.2;
const b = 0.75;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export class Bm25 {
  readonly #postings = new Map<string, { readonly at: number; readonly count: number }[]>();
  readonly #lengths: readonly number[];
  readonly #usual: number;

  constructor(private readonly services: readonly Service[]) {
    const texts = services.map(({ title, text }) => wordsOf(`${title} ${text}`));
    this.#lengths = texts.map(({ length }) => length);
    this.#usual = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
    texts.forEach((words, at) => {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) (this.#postings.get(word) ?? this.#postings.set(word, []).get(word)!).push({ at, count });
    });
  }

  /** Ids of the best, none that shares no word. Ties keep the order of the catalogue. */
  best(text: string, most: number): readonly string[] {
    const weights = new Float64Array(this.services.length);
    for (const word of new Set(wordsOf(text))) {
      const postings = this.#postings.get(word) ?? [];
      const tells = Math.log(1 + (this.services.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const { at, count } of postings) weights[at]! += (tells * count * (k1 + 1)) / (count + k1 * (1 - b + (b * this.#lengths[at]!) / this.#usual));
    }
    const order = [...weights.keys()].filter((at) => weights[at]! > 0).sort((one, other) => weights[other]! - weights[one]! || one - other);
    return order.slice(0, most).map((at) => this.services[at]!.id);
  }
}
