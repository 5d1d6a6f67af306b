/** The concepts in which the words of people and of services meet. */
import { ConceptsFile, prepareConcepts, type Concepts } from '../domain/matching/concept';
import { inWords } from '../domain/framework/readFramework';
import { bannedWordsIn } from './bannedWords';
import lookAlikes from './v1/conceptLookAlikes.json';
import own from './v1/concepts.json';

let loaded: Concepts | undefined;

/** Returns the concepts, read once. Throws one error that lists every problem. */
export function loadConcepts(): Concepts {
  return (loaded ??= readConcepts(own));
}

/** Labels are ours to word; the phrases are how people and services speak. */
export function readConcepts(file: unknown): Concepts {
  const parsed = ConceptsFile.safeParse(file);
  if (!parsed.success) throw refusal(parsed.error.issues.map((issue) => inWords(issue, file)));
  const wording = parsed.data.concepts.flatMap(({ id, label }) => bannedWordsIn(label).map(({ word, instead }) => `${id}: “${word}” is not for us to say. Instead: ${instead}.`));
  if (wording.length > 0) throw refusal(wording);
  try {
    return prepareConcepts(parsed.data, lookAlikes);
  } catch (error) {
    throw refusal((error instanceof Error ? error.message : String(error)).split('\n'));
  }
}

const refusal = (problems: readonly string[]): Error => new Error(`The concepts do not make sense yet:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
