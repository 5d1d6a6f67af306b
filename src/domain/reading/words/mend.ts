/**
 * Slips of the finger: a word that is no ordinary word is read as the word of the rules that is one slip away (a letter
 * too many, too few, another one, two swapped), two for long words whose beginning or end is right. One slip spares how a
 * word begins or how it ends, so only those are compared that begin or end alike.
 */
import { hiddenWord, isHidden } from './hidden';
import { partedWord } from './parted';
import type { Mend } from './tokens';

const shortest = 4;
const longWord = 9;
const longest = 24;

type ByEnds = ReadonlyMap<string, readonly string[]>;
/** How common a word is: 0 for the commonest. */
type Ranks = ReadonlyMap<string, number>;

/** Of the words, the commonest come first. `ordinary` words are left as they are, though they look like one of the rules' words. */
export function mendOf(words: ReadonlySet<string>, ordinary: readonly string[]): Mend {
  let left: ReadonlySet<string> | undefined;
  let byEnds: ByEnds | undefined;
  let ranks: Ranks | undefined;
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (written.length < shortest - 1 || written.length > longest || words.has(written) || (left ??= new Set(ordinary)).has(written)) return undefined;
    if (isHidden(written)) return hiddenWord(written, words);
    if (/\d/.test(written)) return undefined;
    if (written.endsWith('in') && words.has(`${written}g`)) return `${written}g`;
    const drawnOut = withoutDrawl(written, words);
    if (drawnOut !== undefined) return drawnOut;
    if (!known.has(written)) {
      if (known.size > mostKnown) known.clear();
      ranks ??= new Map([...words].map((word, at) => [word, at]));
      known.set(written, meantBy(written, (byEnds ??= endsIn(words)), ranks));
    }
    return known.get(written);
  };
}

/** "helllp", "pleeease": a letter that is written three times or more stands there once or twice. */
function withoutDrawl(written: string, words: ReadonlySet<string>): string | undefined {
  if (!drawl.test(written)) return undefined;
  return ['$1$1', '$1'].map((letters) => written.replace(new RegExp(drawl, 'g'), letters)).find((word) => words.has(word));
}
const drawl = /([a-z])\1{2,}/;

function endsIn(words: ReadonlySet<string>): ByEnds {
  const byEnds = new Map<string, string[]>();
  for (const word of words) if (word.length >= shortest && !/\d/.test(word)) for (const key of endsOf(word, word.length)) pushTo(byEnds, key, word);
  return byEnds;
}

/** Words looked up before: notes of one service say the same words again and again. */
const mostKnown = 5000;

function meantBy(written: string, byEnds: ByEnds, ranks: Ranks): string | undefined {
  const word = nearest(written, byEnds, ranks);
  if (word !== undefined && oddityOf(written, word) === 0) return word;
  return partedWord(written, ranks) ?? word;
}

/** The likeliest slip; of those the commonest word. */
function nearest(written: string, byEnds: ByEnds, ranks: Ranks): string | undefined {
  const { length } = written;
  const alike = [length - 1, length, length + 1].flatMap((other) => endsOf(written, other).flatMap((key) => byEnds.get(key) ?? []));
  const one = alike.filter((word) => !isShortened(written, word) && isOneSlip(written, word));
  const long = [length - 2, length - 1, length, length + 1, length + 2].filter((other) => other >= longWord);
  return likeliest(written, one, ranks) ?? likeliest(written, long.flatMap((other) => endsOf(written, other).flatMap((key) => byEnds.get(key) ?? [])).filter((word) => isHalfRight(written, word) && slipsBetween(written, word) <= 2), ranks);
}

function likeliest(written: string, words: readonly string[], ranks: Ranks): string | undefined {
  let best: string | undefined;
  for (const word of words) if (best === undefined || isLikelier(written, word, best, ranks)) best = word;
  return best;
}

function isLikelier(written: string, word: string, than: string, ranks: Ranks): boolean {
  const by = oddityOf(written, word) - oddityOf(written, than);
  return by < 0 || (by === 0 && (ranks.get(word) ?? 0) < (ranks.get(than) ?? 0));
}

/** Notes are full of words cut short ("abt", "grp", "resp"), which are no slips of a short word: they lack their end or a vowel. */
function isShortened(written: string, word: string): boolean {
  if (word.length > 5 || written.length >= word.length) return false;
  const { word: left, before, isWithin } = whereTheyDiffer(written, word);
  const lacksVowel = /[aeiou]/.test(left) && left !== before;
  return !isWithin || (lacksVowel && (written.length < shortest || !/[aeiouy]/.test(written)));
}

const isHalfRight = (written: string, word: string): boolean => written.slice(0, 5) === word.slice(0, 5) || written.slice(-5) === word.slice(-5);

/** Under what a word of this length is looked up: how it begins and how it ends; two slips need more of it to be right. */
function endsOf(word: string, length: number): readonly string[] {
  const right = length < longWord ? 2 : 4;
  const ends = [`${length}${word.slice(0, right)}-`, `${length}-${word.slice(-right)}`];
  return length > shortest + 1 ? ends : [...ends, `${length}${word[0]}-${word.at(-1)}`];
}

/** What is left when how both begin and how both end is taken away: one letter, or two that are swapped. */
function isOneSlip(a: string, b: string): boolean {
  const { written: left, word: right } = whereTheyDiffer(a, b);
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

type Difference = { readonly written: string; readonly word: string; /** The letter before it. */ readonly before: string; /** Neither at the beginning nor at the end. */ readonly isWithin: boolean };

/** What is left of both between how they begin and how they end. */
function whereTheyDiffer(written: string, word: string): Difference {
  const shorter = Math.min(written.length, word.length);
  let begins = 0;
  while (begins < shorter && written[begins] === word[begins]) begins++;
  let ends = 0;
  while (ends < shorter - begins && written[written.length - 1 - ends] === word[word.length - 1 - ends]) ends++;
  return { written: written.slice(begins, written.length - ends), word: word.slice(begins, word.length - ends), before: written[begins - 1] ?? '', isWithin: begins > 0 && ends > 0 };
}

function pushTo(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words) words.push(word);
  else map.set(key, [word]);
}

/** How odd a slip is: letters swapped, doubled or not doubled happen most, then one left out, one too many, or the key beside it. */
export function oddityOf(written: string, word: string): number {
  const { written: extra, word: left, before } = whereTheyDiffer(written, word);
  if (extra.length === 2 && left.length === 2) return 0;
  if (extra === '' || left === '') return (extra + left) === before ? 0 : 1;
  return isBeside(extra, left) ? 1 : 2;
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const isBeside = (one: string, other: string): boolean => rows.some((row) => row.includes(one) && row.includes(other) && Math.abs(row.indexOf(one) - row.indexOf(other)) === 1);

/** Optimal string alignment distance: letters added, left out, changed, or swapped with the next. */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(isSwap ? Math.min(least, before[j - 2]! + 1) : least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
