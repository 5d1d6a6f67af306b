/**
 * Which words of a text are turned down: hated, refused, put off by, done with.
 *
 * A cue turns down what comes after it ("cannot stand bingo") or the clause before it ("bingo is not for him") as far as
 * the clause goes. What is turned down is a gate: nothing that speaks of it is offered. So in doubt a cue counts.
 */
import { z } from 'zod';
import type { Found, PatternSearch } from '../reading/patterns/patternIndex';
import type { Token } from '../reading/words/tokens';
import { wordSet } from '../reading/words/wordSet';

const phrases = z.array(z.string().min(1)).default([]);
export const TurningFile = z
  .object({
    /** What comes after is turned down. */
    ahead: phrases,
    /** What comes after is, unless it helps with a trouble: "scared of dogs", but "nervous of interviews". */
    fear: phrases,
    /** What comes after is, if it is company: "panics in groups" turns down groups, "anxious about money" no money advice. */
    company: phrases,
    /** What stands inside is turned down: "finds bingo boring". */
    around: phrases,
    /** The clause before is turned down. */
    behind: phrases,
    /** Sounds like turning down and is not: "hates missing", "would not say no to". */
    takenBack: phrases,
  })
  .strict();
export type TurningFile = z.infer<typeof TurningFile>;

type Way = keyof TurningFile;
export type Cue = { readonly as: Way };
export type Turning = PatternSearch<Cue>;

const ways: readonly Way[] = ['ahead', 'fear', 'company', 'around', 'behind', 'takenBack'];

/** As they are written, in the order in which they are indexed. */
export const cuesOf = (file: TurningFile): readonly (Cue & { readonly source: string })[] => ways.flatMap((as) => file[as].map((source) => ({ as, source })));

/** By which cue a word is turned down. By `company` only company is, by `fear` no help with a trouble. */
export type TurnedWord = 'ahead' | 'behind' | 'fear' | 'company' | undefined;
type Stretch = { readonly first: number; readonly last: number };

/** One for each token. `sentences` are stretches of tokens, in order, that take in all of them. Linear but for the few cues. */
export function turnedWords(tokens: readonly Token[], sentences: readonly Stretch[], turning: Turning): readonly TurnedWord[] {
  const turned: TurnedWord[] = tokens.map(() => undefined);
  const fill = ({ first, last }: Stretch, as: TurnedWord): void => {
    for (let at = first; at <= last; at++) if (turned[at] === undefined || turned[at] === 'company' || turned[at] === 'fear') turned[at] = as;
  };
  sentences.forEach((sentence, index) => {
    for (const { item, first, last } of cuesIn(tokens, sentence, turning)) {
      if (item.as === 'around') fill({ first: first + 1, last: last - 1 }, 'ahead');
      else if (item.as === 'behind') fill(clauseBefore(tokens, first, sentence, sentences[index - 1]), 'behind');
      else if (item.as !== 'takenBack') fill(clauseAfter(tokens, last + 1, sentence), item.as);
    }
  });
  return turned;
}

/** The longest where several stand; what stands behind must end its clause. */
function cuesIn(tokens: readonly Token[], sentence: Stretch, turning: Turning): readonly Found<Cue>[] {
  const found = turning.foundIn(tokens, [sentence]).filter(({ item, last }) => item.as !== 'behind' || endsClause(tokens, last, sentence));
  return found.filter((cue) => !found.some((other) => other !== cue && other.first <= cue.last && cue.first <= other.last && outweighs(other, cue)));
}

/** The longer cue says more exactly what is meant; of the same length the one that is first in this list. */
const order: readonly Way[] = ['takenBack', 'ahead', 'around', 'behind', 'fear', 'company'];
function outweighs(one: Found<Cue>, other: Found<Cue>): boolean {
  const longer = one.last - one.first - (other.last - other.first);
  return longer > 0 || (longer === 0 && order.indexOf(one.item.as) < order.indexOf(other.item.as));
}

const turns = wordSet('but although though however except because cos cause instead yet unless whereas while whilst since so');
/** Here somebody begins to tell of something else. */
const openers = wordSet('would was is has had used could might will does did do plays played knows good loves love likes like enjoys enjoy prefers prefer wants want fancies fancy adores happy happiest keen misses miss he she they i we needs need just only maybe perhaps will would worked works rather lives lost feels very happier lonely asks reads sings walks goes mends makes especially esp particularly mainly');
/** A list of what is turned down goes on with one or two words each. */
const longestInList = 2;
const joins = wordSet('and or nor');

const breaks = /[;:()\u2013\u2014\u2026/]|\s-\s|\n/;
const isBroken = ({ before }: Token): boolean => breaks.test(before);
const hasComma = ({ before }: Token): boolean => before.includes(',');

function clauseAfter(tokens: readonly Token[], from: number, { last }: Stretch): Stretch {
  let at = from;
  while (at <= last && !(at > from && endsBefore(tokens, at, last))) at++;
  return { first: from, last: at - 1 };
}

function endsBefore(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at]!;
  if (isBroken(token) || turns.has(token.plain)) return true;
  const next = joins.has(token.plain) ? tokens[at + 1] : token;
  const opens = next !== undefined && openers.has(next.plain);
  if (hasComma(token)) return opens || !isListed(tokens, at, last);
  return opens && (next !== token || likings.has(token.plain));
}
const likings = wordSet('loves likes enjoys prefers wants fancies adores misses loved would happier');

/** "Hates bingo, cards and dancing": few words up to the next comma, and none that begins anew. */
function isListed(tokens: readonly Token[], from: number, last: number): boolean {
  let at = from;
  const first = joins.has(tokens[from]!.plain) ? from + 1 : from;
  while (at <= last && !(at > from && (hasComma(tokens[at]!) || isBroken(tokens[at]!) || joins.has(tokens[at]!.plain) || turns.has(tokens[at]!.plain)))) at++;
  return at - first <= longestInList;
}

function endsClause(tokens: readonly Token[], last: number, sentence: Stretch): boolean {
  const next = last < sentence.last ? tokens[last + 1]! : undefined;
  return next === undefined || hasComma(next) || isBroken(next) || turns.has(next.plain) || afterwards.has(next.plain) || openers.has(next.plain);
}
const afterwards = wordSet('after as when at any anymore either now these and or says said anyway really much too by if in with one last before until no not all for of this that there');

const subjects = wordSet('he she they it i we is was are were be been and but though really just would will that which this those them as who so very all him her both either a bit says said');

/** From the break before the cue. Of a cue that opens its clause, or its sentence, the clause before is meant. */
function clauseBefore(tokens: readonly Token[], cue: number, sentence: Stretch, before: Stretch | undefined): Stretch {
  let last = cue - 1;
  while (last >= sentence.first && !opensClause(tokens, last + 1) && subjects.has(tokens[last]!.plain)) last--;
  if (last < sentence.first) return before === undefined ? { first: 0, last: -1 } : lastClause(tokens, before, before.last);
  return lastClause(tokens, sentence, last);
}

const opensClause = (tokens: readonly Token[], at: number): boolean => hasComma(tokens[at]!) || isBroken(tokens[at]!);

function lastClause(tokens: readonly Token[], { first }: Stretch, last: number): Stretch {
  let at = last;
  while (at > first && !opensClause(tokens, at) && !(turns.has(tokens[at]!.plain) && at < last)) at--;
  return { first: at, last };
}
