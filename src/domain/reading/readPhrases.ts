/** Where a text says one of some phrases, and how each is read: for conditions of the framework that rest on words. */
import type { Lexicon } from './lexicon';
import type { Grade, Mention } from './mention';
import { keysOf, matchPattern, readPattern, type Pattern } from './patterns';
import { partsOf, readAs, type Part } from './readAs';
import { tokensOf, type Token } from './tokens';

export type SaidPhrase = Pick<Mention, 'start' | 'end' | 'words' | 'sentence' | 'status' | 'grade' | 'whose' | 'cue'>;

/** Phrases are plain words, in the language of the rules if need be. In the order of the text; a negation inside a phrase is part of it. */
export function readPhrases(text: string, phrases: readonly string[], lexicon: Pick<Lexicon, 'cues' | 'mend'>): readonly SaidPhrase[] {
  const tokens = tokensOf(text, lexicon.mend);
  const patterns = patternsOf(phrases);
  return partsOf(text, tokens).flatMap((part) => tokens.slice(part.first, part.last + 1).flatMap((token, at) => startingAt(token, part.first + at, part).map(said)));

  function startingAt(token: Token, first: number, part: Part) {
    return keysOf(token).flatMap((key) =>
      (patterns.get(key) ?? []).flatMap(({ pattern, negationIsPart }) => {
        const taken = matchPattern(pattern, tokens, first, part.last);
        return taken === undefined ? [] : [{ first, last: first + taken - 1, part, negationIsPart }];
      }),
    );
  }

  function said({ negationIsPart, ...place }: { first: number; last: number; part: Part; negationIsPart: boolean }): SaidPhrase {
    const [start, end] = [tokens[place.first]!.start, tokens[place.last]!.end];
    const read = readAs(text, tokens, place, lexicon.cues, { negationIsPart, whoseIsSaid: false, event: false });
    return { start, end, words: text.slice(start, end), sentence: place.part.sentence, grade: gradeOf(read.status), ...read };
  }
}

const gradeOf = (status: Mention['status']): Grade => (status === 'present' ? 'prompt' : status === 'denied' ? 'denied' : 'noted');

type Kept = { readonly pattern: Pattern; readonly negationIsPart: boolean };
const kept = new WeakMap<readonly string[], ReadonlyMap<string, readonly Kept[]>>();
const negations = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without']);

function patternsOf(phrases: readonly string[]): ReadonlyMap<string, readonly Kept[]> {
  const known = kept.get(phrases);
  if (known) return known;
  const byFirst = new Map<string, Kept[]>();
  for (const pattern of phrases.map((phrase) => readPattern(phrase))) {
    const each = { pattern, negationIsPart: [...pattern.words].some((word) => negations.has(word)) };
    for (const first of pattern.firsts) byFirst.set(first, [...(byFirst.get(first) ?? []), each]);
  }
  kept.set(phrases, byFirst);
  return byFirst;
}
