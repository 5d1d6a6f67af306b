/** Every word that a rule names, in all its forms: those for which a slip may be mended. */
import type { LexiconFile } from './lexicon';
import { collectWords, readPattern, type Pattern, type PatternSets } from './patterns/patterns';

export function wordsOfRules(files: readonly LexiconFile[], sets: PatternSets): ReadonlySet<string> {
  const words = new WordCount();
  for (const { entries } of files) for (const { says, near = [] } of entries) words.add([...says, ...near].map((source) => readPattern(source, sets)));
  return new Set(words.commonestFirst());
}

/** How many rules name a word says how common it is in notes. */
export class WordCount {
  readonly #rules = new Map<string, number>();

  /** The phrases of one rule. */
  add(patterns: readonly Pattern[]): void {
    const words = new Set<string>();
    collectWords(patterns, words);
    for (const word of words) this.#rules.set(word, (this.#rules.get(word) ?? 0) + 1);
  }

  /** Those that are named as often come in the order in which they were met. */
  commonestFirst(): readonly string[] {
    return [...this.#rules].sort(([, a], [, b]) => b - a).map(([word]) => word);
  }
}
