/** Every word that a rule names, in all its forms: those for which a slip may be mended. */
import type { LexiconFile } from './lexicon';
import { collectWords, readPattern, type PatternSets } from './patterns/patterns';

export function wordsOfRules(files: readonly LexiconFile[], sets: PatternSets): ReadonlySet<string> {
  const words = new Set<string>();
  collectWords(files.flatMap(({ entries }) => entries.flatMap(({ says }) => says.map((source) => readPattern(source, sets)))), words);
  return words;
}
