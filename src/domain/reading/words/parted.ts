/** Words that run together ("intoher", "doesn'teat"), as a slip of the thumb or a copied page leaves them. */

/** Of so few letters only these are a word of their own here. */
const short = new Set('am an as at be by do go he in is it me my no of on or so to up us we'.split(' '));
/** Of one letter only the first can be: "agirl", "ihave". */
const single = new Set(['a', 'i']);
const shortest = 5;
/** One of the two is among so many of the commonest, or most long words would part. */
const common = 1000;

type Ranks = ReadonlyMap<string, number>;

/** The two words that were meant, the likeliest; undefined when the word is not two known words. `ranks` is 0 for the commonest. */
export function partedWord(written: string, ranks: Ranks): string | undefined {
  if (written.length < shortest) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (let at = 1; at < written.length - 1; at++) {
    const [first, second] = [rankOf(written.slice(0, at), ranks), rankOf(written.slice(at), ranks)];
    const rarer = Math.max(first, second);
    if (rarer >= least || Math.min(first, second) >= common) continue;
    [best, least] = [`${written.slice(0, at)} ${written.slice(at)}`, rarer];
  }
  return best;
}

const rankOf = (part: string, ranks: Ranks): number => (part.length > 2 ? (ranks.get(part) ?? Infinity) : short.has(part) || single.has(part) ? 0 : Infinity);

const contracted = /^([a-z]{2,}(?:n't|'(?:s|d|ll|ve|re))|i'(?:d|ll|ve|m))([a-z]{2,})$/;
/** "doesn'teat", "throat'sclosing", "i'mgoing": the contraction and what runs on from it. Names ("o'malley") have none. */
export function partedAfterContraction(straight: string): readonly [contraction: string, rest: string] | undefined {
  const [, contraction, rest] = contracted.exec(straight) ?? [];
  return contraction === undefined || rest === undefined ? undefined : [contraction, rest];
}

/** With these a sentence begins, and a name hardly ever. */
const openers = new Set('a i he she it they we my his her the not had been has was is'.split(' '));
/** "Hewants", "Myhead"; never "Goodman". */
export const opensSentence = (meant: string): boolean => openers.has(meant.slice(0, meant.indexOf(' ')));
