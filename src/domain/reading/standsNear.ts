/** Whether words that bear on many mentions stand near a place. In each sentence they are looked for once. */
import type { PatternBook } from './patternBook';
import type { Span } from './patternIndex';
import type { Token } from './tokens';

const { max, min } = Math;

const tells = new Set(['told', 'tells', 'telling', 'confided', 'disclosed', 'texted', 'whispered', 'admitted']);
const says = new Set(['says', 'said', 'saying']);
const hearers = new Set(['me', 'us']);
const goesOn = new Set(['and', 'then', 'but']);
const persons = new Set(['he', 'she', 'they']);
/** Verbs with which a new thought about the person begins: "volunteers at the food bank and has no food". */
const news = new Set(['says', 'said', 'has', 'feels', 'admitted', 'admits', 'disclosed', 'told']);

/** "At the training Maria told me he …": what is told to us after the training was named is no part of it. */
function isToldAnew(tokens: readonly Token[], from: number, to: number): boolean {
  const word = (at: number): string => (at < to ? tokens[at]!.plain : '');
  for (let at = from; at < to; at++) {
    if (tells.has(word(at)) && hearers.has(word(at + 1)) && !['about', 'of', 'how'].includes(word(at + 2))) return true;
    if (says.has(word(at)) && word(at + 1) === 'to' && hearers.has(word(at + 2))) return true;
    if (goesOn.has(word(at)) && (news.has(word(at + 1)) || news.has(word(at + 2)) && (persons.has(word(at + 1)) || goesOn.has(word(at + 1))) || (goesOn.has(word(at + 1)) && persons.has(word(at + 2)) && news.has(word(at + 3))))) return true;
  }
  return false;
}

/** What is looked for before a place takes no more words. */
const mostWords = 8;

export class StandsNear {
  /** For each pattern, and each token where it begins, the last that it takes. */
  readonly #ends = new Map<number, Map<number, number>>();
  readonly #looked = new Map<number, Set<Span>>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly book: PatternBook,
  ) {}

  /** Within so many words of the place, in the same sentence. */
  within(reach: number, pattern: number, place: Span, sentence: Span): boolean {
    const ends = this.#endsIn(pattern, sentence);
    if (ends.size === 0) return false;
    const [from, to] = [max(sentence.first, place.first - reach), min(sentence.last, place.last + reach)];
    for (let at = from; at <= to; at++) {
      const end = ends.get(at) ?? sentence.last + 1;
      if (end <= to && !isToldAnew(this.tokens, end + 1, place.first)) return true;
    }
    return false;
  }

  /** The place together with the nearest words of the pattern that stand within so many words of it, before or after, in the same sentence; undefined where none do. */
  joined(reach: number, pattern: number, place: Span, sentence: Span): Span | undefined {
    const ends = this.#endsIn(pattern, sentence);
    if (ends.size === 0) return undefined;
    for (let far = 1; far <= reach; far++) {
      const [before, after] = [this.#endingAt(place.first - far, ends, sentence), ends.get(place.last + far)];
      if (after !== undefined && after <= sentence.last) return { first: place.first, last: after };
      if (before !== undefined) return { first: before, last: place.last };
    }
    return undefined;
  }

  #endingAt(last: number, ends: ReadonlyMap<number, number>, sentence: Span): number | undefined {
    for (let first = max(sentence.first, last - mostWords); first <= last; first++) if (ends.get(first) === last) return first;
    return undefined;
  }

  #endsIn(pattern: number, sentence: Span): ReadonlyMap<number, number> {
    const [ends, looked] = [this.#ends.get(pattern) ?? new Map<number, number>(), this.#looked.get(pattern) ?? new Set<Span>()];
    if (looked.has(sentence)) return ends;
    this.#ends.set(pattern, ends);
    this.#looked.set(pattern, looked.add(sentence));
    const text = this.book.numbered(this.tokens);
    const next = (from: number): number => this.book.nextPlace(pattern, text, from, sentence.last, sentence.last);
    for (let at = next(sentence.first); at >= 0; at = next(at + 1)) ends.set(at, at + this.book.taken(pattern, text, at, sentence.last) - 1);
    return ends;
  }
}
