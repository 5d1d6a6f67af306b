/** Whether words that bear on many mentions stand near a place. In each sentence they are looked for once. */
import type { PatternBook } from '../patterns/patternBook';
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';
import { beginsAnew, saysOnlyWhen } from './whereabouts';

const tells = new Set(['told', 'tells', 'telling', 'confided', 'disclosed', 'texted', 'whispered', 'admitted']);
const says = new Set(['says', 'said', 'saying']);
const hearers = new Set(['me', 'us']);
const goesOn = new Set(['and', 'then', 'but']);
const persons = new Set(['he', 'she', 'they']);
/** Verbs with which a new thought about the person begins: "volunteers at the food bank and has no food". */
const news = new Set(['says', 'said', 'has', 'feels', 'admitted', 'admits', 'disclosed', 'told']);

/** "At the training Maria told me he …": what is told to us after the training was named is no part of it. */
export function isToldAnew(tokens: readonly Token[], from: number, to: number): boolean {
  const word = (at: number): string => (at < to ? tokens[at]!.plain : '');
  for (let at = from; at < to; at++) {
    if (tells.has(word(at)) && hearers.has(word(at + 1)) && !['about', 'of', 'how'].includes(word(at + 2))) return true;
    if (says.has(word(at)) && word(at + 1) === 'to' && hearers.has(word(at + 2))) return true;
    if (goesOn.has(word(at)) && (news.has(word(at + 1)) || news.has(word(at + 2)) && (persons.has(word(at + 1)) || goesOn.has(word(at + 1))) || (goesOn.has(word(at + 1)) && persons.has(word(at + 2)) && news.has(word(at + 3))))) return true;
  }
  return false;
}

/** "If you're asking, yes, I …"; "Like the woman on the news, she said, he …": what follows is their own. */
export function isOwned(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { plain, before } = tokens[at]!;
    if (owns.has(plain) && before.includes(',')) return true;
    if (says.has(plain) && persons.has(tokens[at - 1]?.plain ?? '') && tokens[at - 1]!.before.includes(',') && tokens[at + 1]!.before.includes(',')) return true;
  }
  return false;
}
const owns = new Set(['yes', 'aye', 'yeah', 'yep']);

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

  /** Within so many words of the place, in the same sentence. */
  within(reach: number, pattern: number, place: Span, sentence: Span): boolean {
    const { firsts, lasts } = this.#placesIn(pattern, sentence);
    const [from, to] = [place.first - reach, place.last + reach];
    return firsts.some((first, at) => first >= from && first <= to && lasts[at]! <= to && !this.#isOfAnotherThought({ first, last: lasts[at]! }, place, sentence));
  }

  #isOfAnotherThought(found: Span, place: Span, sentence: Span): boolean {
    const { tokens } = this;
    return isToldAnew(tokens, found.last + 1, place.first) || isOwned(tokens, found.last + 1, place.first) || saysOnlyWhen(tokens, found, sentence.first) || beginsAnew(tokens, place.last + 1, found.first);
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
