/** Whether words that bear on many mentions stand near a place. In each sentence they are looked for once. */
import { matchPattern } from './matchPattern';
import type { Span } from './patternIndex';
import type { Pattern } from './patterns';
import type { Token } from './tokens';

const { max, min } = Math;

export class StandsNear {
  /** For each pattern, and each token where it begins, the last that it takes. */
  readonly #ends = new Map<Pattern, Map<number, number>>();
  readonly #looked = new Map<Pattern, Set<Span>>();

  constructor(private readonly tokens: readonly Token[]) {}

  /** Within so many words of the place, in the same sentence. */
  within(reach: number, pattern: Pattern, place: Span, sentence: Span): boolean {
    const ends = this.#endsIn(pattern, sentence);
    if (ends.size === 0) return false;
    const [from, to] = [max(sentence.first, place.first - reach), min(sentence.last, place.last + reach)];
    for (let at = from; at <= to; at++) if ((ends.get(at) ?? sentence.last + 1) <= to) return true;
    return false;
  }

  #endsIn(pattern: Pattern, sentence: Span): ReadonlyMap<number, number> {
    const [ends, looked] = [this.#ends.get(pattern) ?? new Map<number, number>(), this.#looked.get(pattern) ?? new Set<Span>()];
    if (looked.has(sentence)) return ends;
    this.#ends.set(pattern, ends);
    this.#looked.set(pattern, looked.add(sentence));
    for (let at = sentence.first; at <= sentence.last; at++) {
      const taken = matchPattern(pattern, this.tokens, at, sentence.last);
      if (taken !== undefined) ends.set(at, at + taken - 1);
    }
    return ends;
  }
}
