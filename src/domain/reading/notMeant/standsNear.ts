/** Whether words that bear on many mentions stand near a place. In each sentence they are looked for once. */
import type { PatternBook } from '../patterns/patternBook';
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';
import { isOfAnotherThought, isOwned } from './anotherThought';

/** Words within which two words of one rule belong together. */
const sameThought = 12;
/** What is looked for before a place takes no more words. */
const mostWords = 8;
/** How far from a place what is joined with it can begin. */
export const joinedWithin = { before: sameThought + mostWords, after: sameThought + 1 };

/** Where a pattern stands in a sentence: where it begins, in order, and the last word that it takes each time. */
type Places = { readonly firsts: readonly number[]; readonly lasts: readonly number[] };
const nowhere: Places = { firsts: [], lasts: [] };

export class StandsNear {
  /** For each sentence, of each pattern that was looked for in it. */
  readonly #places = new Map<Span, Map<number, Places>>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly book: PatternBook,
  ) {}

  /** Within so many words of the place, in the same sentence, and not passed over. */
  within(reach: number, pattern: number, place: Span, sentence: Span, isPassedOver?: (found: Span) => boolean): boolean {
    const { firsts, lasts } = this.#placesIn(pattern, sentence);
    const [from, to] = [place.first - reach, place.last + reach];
    return firsts.some((first, at) => {
      const found = { first, last: lasts[at]! };
      return first >= from && first <= to && found.last <= to && !this.#isElsewhere(found, place, sentence) && isPassedOver?.(found) !== true;
    });
  }

  #isElsewhere(found: Span, place: Span, sentence: Span): boolean {
    return isOfAnotherThought(this.tokens, found, place, sentence) || isOwned(this.tokens, found, place);
  }

  /** The place together with the nearest words of the pattern that belong to one thought with it, before or after, in the same sentence; undefined where none do. */
  joined(pattern: number, place: Span, sentence: Span): Span | undefined {
    const { firsts, lasts } = this.#placesIn(pattern, sentence);
    let [far, joined]: [number, Span | undefined] = [sameThought + 1, undefined];
    firsts.forEach((first, at) => {
      const last = lasts[at]!;
      const after = first - place.last;
      const before = place.first - last;
      if (after > 0 && after <= far && (after < far || joined?.last === place.last)) [far, joined] = [after, { first: place.first, last }];
      if (before > 0 && before < far && last - first <= mostWords) [far, joined] = [before, { first, last: place.last }];
    });
    return joined;
  }

  #placesIn(pattern: number, sentence: Span): Places {
    const inSentence = this.#places.get(sentence) ?? new Map<number, Places>();
    if (inSentence.size === 0) this.#places.set(sentence, inSentence);
    const known = inSentence.get(pattern);
    if (known) return known;
    const found = this.#lookFor(pattern, sentence);
    inSentence.set(pattern, found);
    return found;
  }

  #lookFor(pattern: number, { first, last }: Span): Places {
    const text = this.book.numbered(this.tokens);
    const next = (from: number): number => this.book.nextPlace(pattern, text, from, last, last);
    let at = next(first);
    if (at < 0) return nowhere;
    const [firsts, lasts]: [number[], number[]] = [[], []];
    for (; at >= 0; at = next(at + 1)) {
      firsts.push(at);
      lasts.push(at + this.book.taken(pattern, text, at, last) - 1);
    }
    return { firsts, lasts };
  }
}
