/** Every word that a rule names, in all its forms: those for which a slip may be mended. */
import type { LexiconFile } from './lexicon';
import { readPattern, type PatternSets } from './patterns';

export const wordsOfRules = (files: readonly LexiconFile[], sets: PatternSets): ReadonlySet<string> =>
  new Set(files.flatMap(({ entries }) => entries.flatMap(({ says }) => says.flatMap((source) => [...readPattern(source, sets).words]))));
