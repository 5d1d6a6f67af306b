/** The concepts in which the words of people and of services meet. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConceptsFile, type Concepts } from '../domain/matching/concept';
import { lastOf } from '../domain/matching/lastOf';
import { openingConcepts, writingConcepts, type MadeConcepts } from '../domain/matching/makeConcepts';
import { inWords } from '../domain/framework/readFramework';
import { bannedWordsIn } from './bannedWords';
import { Kept } from './kept';

const textOf = (name: string): string => readFileSync(path.join(__dirname, 'v1', `${name}.json`), 'utf8');
const own = (): unknown => JSON.parse(textOf('concepts'));
const lookAlikes = (): readonly string[] => JSON.parse(textOf('conceptLookAlikes')) as string[];

export const keptConcepts = new Kept<MadeConcepts>({ name: 'concepts.kept', texts: () => ['concepts', 'conceptLookAlikes'].map(textOf), code: ['content', 'domain/framework', 'domain/matching', 'domain/reading'] });

let begun: Generator<undefined, Concepts> | undefined;
let loaded: Concepts | undefined;

/** Returns the concepts, read once. Throws one error that lists every problem. */
export function loadConcepts(): Concepts {
  return loaded ?? lastOf(makingConcepts());
}

/** The same in slices, so that others are answered between two of them. Who needs the concepts before all is done makes the rest at once. */
export function* makingConcepts(): Generator<undefined, Concepts> {
  while (loaded === undefined) {
    begun ??= openingKept();
    const { done, value } = nextOf(begun);
    if (done) loaded = value;
    else yield;
  }
  return loaded;
}

/** One that threw is over: whoever asks again is told the same again. */
function nextOf(making: Generator<undefined, Concepts>): IteratorResult<undefined, Concepts> {
  try {
    return making.next();
  } catch (error) {
    begun = undefined;
    throw error;
  }
}

function* openingKept(): Generator<undefined, Concepts> {
  return yield* openingConcepts(keptConcepts.made() ?? (yield* readingConcepts(own())));
}

/** Keeps in a folder what is made of the concepts; nothing when they do not make sense yet, which a start says. */
export function keepMadeConcepts(folder: string): void {
  keptConcepts.keepIn(folder, () => {
    try {
      return lastOf(readingConcepts(own()));
    } catch {
      return undefined;
    }
  });
}

/** Returns the concepts of a file. Throws one error that lists every problem. */
export const readConcepts = (file: unknown): Concepts => lastOf(openingConcepts(lastOf(readingConcepts(file))));

/** Labels are ours to word; the phrases are how people and services speak. */
function* readingConcepts(file: unknown): Generator<undefined, MadeConcepts> {
  const parsed = ConceptsFile.safeParse(file);
  if (!parsed.success) throw refusal(parsed.error.issues.map((issue) => inWords(issue, file)));
  const wording = parsed.data.concepts.flatMap(({ id, label }) => bannedWordsIn(label).map(({ word, instead }) => `${id}: “${word}” is not for us to say. Instead: ${instead}.`));
  if (wording.length > 0) throw refusal(wording);
  try {
    return yield* writingConcepts(parsed.data, lookAlikes());
  } catch (error) {
    throw refusal((error instanceof Error ? error.message : String(error)).split('\n'));
  }
}

const refusal = (problems: readonly string[]): Error => new Error(`The concepts do not make sense yet:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
