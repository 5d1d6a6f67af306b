/**
 * Slips of the finger: a word that is no ordinary word is read as the word of the rules that is one slip away (a letter
 * too many, too few, another one, two swapped), two for long words whose beginning or end is right. Deletions are kept
 * ready, as in SymSpell (Garbe, 2012), so that a word costs the same however many rules there are.
 */
import type { Mend } from './tokens';

const shortest = 4;
const longWord = 9;
const longest = 24;

/** `ordinary` words are left as they are, though they look like one of the rules' words. */
export function mendOf(words: ReadonlySet<string>, ordinary: readonly string[]): Mend {
  const left = new Set(ordinary);
  const meant = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortest || /\d/.test(word)) continue;
    for (const key of keysOf(word)) pushTo(meant, key, word);
  }
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (written.length < shortest - 1 || written.length > longest || words.has(written) || left.has(written) || /\d/.test(written)) return undefined;
    if (!known.has(written)) {
      if (known.size > mostKnown) known.clear();
      known.set(written, nearest(written, meant));
    }
    return known.get(written);
  };
}

/** Words looked up before: notes of one service say the same words again and again. */
const mostKnown = 5000;

function nearest(written: string, meant: ReadonlyMap<string, readonly string[]>): string | undefined {
  const candidates = new Set([...keysOf(written)].flatMap((key) => meant.get(key) ?? []));
  const alike = [...candidates].filter((word) => Math.abs(word.length - written.length) <= slipsAllowed(word) && !isShortened(written, word));
  const near = alike.map((word) => ({ word, slips: slipsBetween(written, word) })).filter(({ word, slips }) => slips <= slipsAllowed(word));
  return near.sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))[0]?.word;
}

/** Notes are full of words cut short ("incl"), which are no slips of a short word. */
const isShortened = (written: string, word: string): boolean => word.length <= 5 && written.length < word.length;
const slipsAllowed = (word: string): number => (word.length >= longWord ? 2 : 1);

const end = 5;

/** The word itself, and without each of its letters; of a long word how it begins and how it ends. */
function keysOf(word: string): ReadonlySet<string> {
  const cuts = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return new Set(word.length >= longWord - 2 ? [word, ...cuts, `${word.slice(0, end)}-`, `-${word.slice(-end)}`] : [word, ...cuts]);
}

function pushTo(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key);
  if (words) words.push(word);
  else map.set(key, [word]);
}

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
