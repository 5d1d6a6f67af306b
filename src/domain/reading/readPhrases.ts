/** Where a text says one of some phrases, and how each is read: for conditions of the framework that rest on words. */
import type { Lexicon } from './lexicon';
import type { Grade, Mention } from './mention';
import { PatternIndex } from './patterns/patternIndex';
import { collectWords, readPattern, type Pattern } from './patterns/patterns';
import { cutText, readAs, type Part } from './readAs';
import type { Token } from './words/tokens';

export type SaidPhrase = Pick<Mention, 'start' | 'end' | 'words' | 'sentence' | 'status' | 'grade' | 'whose' | 'cue'>;

/** Phrases are plain words, in the language of the rules if need be. In the order of the text; a negation inside a phrase is part of it. */
export function readPhrases(text: string, phrases: readonly string[], lexicon: Pick<Lexicon, 'cues' | 'mend' | 'people'>): readonly SaidPhrase[] {
  const { tokens, parts } = cutText(text, lexicon);
  const index = indexOf(phrases);
  const said: SaidPhrase[] = [];
  for (const part of parts) {
    for (let first = part.first; first <= part.last; first++) {
      for (const { item, taken } of index.standingAt(tokens, first, part.last)) said.push(saidAt({ text, tokens, lexicon, negationIsPart: item.negationIsPart }, { first, last: first + taken - 1, part }));
    }
  }
  return said;
}

type Given = { readonly text: string; readonly tokens: readonly Token[]; readonly lexicon: Pick<Lexicon, 'cues'>; readonly negationIsPart: boolean };

function saidAt({ text, tokens, lexicon, negationIsPart }: Given, place: { readonly first: number; readonly last: number; readonly part: Part }): SaidPhrase {
  const [start, end] = [tokens[place.first]!.start, tokens[place.last]!.end];
  const read = readAs(text, tokens, place, lexicon.cues, { negationIsPart, whoseIsSaid: false, event: false });
  return { start, end, words: text.slice(start, end), sentence: place.part.sentence, grade: gradeOf(read.status), ...read };
}

const gradeOf = (status: Mention['status']): Grade => (status === 'present' ? 'prompt' : status === 'denied' ? 'denied' : 'noted');

type Kept = { readonly pattern: Pattern; readonly negationIsPart: boolean };
const kept = new WeakMap<readonly string[], PatternIndex<Kept>>();
const negations = ['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without'];

function indexOf(phrases: readonly string[]): PatternIndex<Kept> {
  const known = kept.get(phrases) ?? new PatternIndex(phrases.map(keptOf));
  kept.set(phrases, known);
  return known;
}

function keptOf(phrase: string): Kept {
  const pattern = readPattern(phrase);
  const words = new Set<string>();
  collectWords([pattern], words);
  return { pattern, negationIsPart: negations.some((word) => words.has(word)) };
}
