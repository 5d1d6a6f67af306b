/** The concepts made of what is written, in two steps: the first takes long, and what comes of it can be kept; the second does not. Both in slices. */
import { PatternBook } from '../reading/patterns/patternBook';
import { PatternCoder, type PatternCode } from '../reading/patterns/patternCode';
import { PatternIndexer, PatternSearch, type IndexedPatterns } from '../reading/patterns/patternIndex';
import { collectWords, readPattern, type Pattern, type PatternSets } from '../reading/patterns/patterns';
import { mendOf } from '../reading/words/mend';
import type { Concept, ConceptPhrase, Concepts, ConceptsFile } from './concept';
import { cuesOf, type Cue } from './turning';

/** Plain data: strings, numbers and rows of numbers. Words are parted by spaces. */
export type MadeConcepts = {
  readonly concepts: readonly Concept[];
  readonly code: PatternCode;
  readonly ofPeople: IndexedPatterns;
  readonly ofServices: IndexedPatterns;
  readonly turning: IndexedPatterns;
  readonly cues: readonly Cue[];
  readonly letDown: IndexedPatterns;
  /** The words for which a slip may be mended, and those that are no slip. */
  readonly words: string;
  readonly ordinary: string;
};

type Written = ConceptPhrase & { readonly source: string };

const written = (concept: Concept, as: ConceptPhrase['as'], sources: readonly string[]): Written[] => sources.map((source) => ({ concept, as, source }));
/** In the order in which they are indexed. */
const ofPeople = (concept: Concept): readonly Written[] => [...written(concept, 'names', concept.names), ...written(concept, 'says', [...concept.about, ...concept.said]), ...written(concept, 'hints', concept.hints), ...written(concept, 'against', concept.against)];
const ofServices = (concept: Concept): readonly Written[] => [...written(concept, 'names', concept.names), ...written(concept, 'says', [...concept.about, ...concept.offered])];

const conceptsAtOnce = 2;

/**
 * The first step; `lookAlikes` are ordinary words that are no slip. Throws one error with a line for every problem: phrases
 * that cannot be read, ids used twice or not there.
 */
export function* writingConcepts({ sets, turning, letDown, concepts }: ConceptsFile, lookAlikes: readonly string[]): Generator<undefined, MadeConcepts> {
  const problems = problemsOfIds(concepts);
  const read = patternsRead(sets, problems);
  const coder = new PatternCoder();
  const [people, services, turns, letDowns] = [new PatternIndexer(coder), new PatternIndexer(coder), new PatternIndexer(coder), new PatternIndexer(coder)];
  const [words, ordinary] = [new Set<string>(), new Set(lookAlikes)];
  for (const [at, concept] of concepts.entries()) {
    if (at % conceptsAtOnce === 0) yield;
    const phrases = ofPeople(concept).flatMap(({ as, source }) => read(concept.id, source).map((pattern) => ({ as, pattern })));
    for (const { pattern } of phrases) people.add(pattern);
    for (const { source } of ofServices(concept)) for (const pattern of read(concept.id, source)) services.add(pattern);
    collectWords(phrases.map(({ pattern }) => pattern), ordinary);
    for (const word of wordsToMend(phrases)) words.add(word);
  }
  yield;
  for (const { source } of cuesOf(turning)) for (const pattern of read('turning', source)) turns.add(pattern);
  for (const source of letDown) for (const pattern of read('letDown', source)) letDowns.add(pattern);
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
  yield;
  const [code, ofPeopleMade] = [coder.made(), people.made()];
  yield;
  return { concepts, code, ofPeople: ofPeopleMade, ofServices: services.made(), turning: turns.made(), cues: cuesOf(turning).map(({ as }) => ({ as })), letDown: letDowns.made(), words: [...words].join(' '), ordinary: [...ordinary].join(' ') };
}

/** Each is read once, though both sides say it; none when it cannot be read, and then that is a problem. */
function patternsRead(sets: PatternSets, problems: string[]): (where: string, source: string) => readonly Pattern[] {
  const known = new Map<string, Pattern>();
  return (where, source) => {
    try {
      const pattern = known.get(source) ?? readPattern(source, sets);
      known.set(source, pattern);
      return [pattern];
    } catch (error) {
      problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}.`);
      return [];
    }
  };
}

/** The second step. */
export function* openingConcepts(made: MadeConcepts): Generator<undefined, Concepts> {
  const { concepts, cues } = made;
  const book = new PatternBook(made.code);
  yield;
  const people = new PatternSearch(concepts.flatMap(ofPeople).map(withoutSource), book, made.ofPeople);
  yield;
  const services = new PatternSearch(concepts.flatMap(ofServices).map(withoutSource), book, made.ofServices);
  yield;
  return {
    all: concepts,
    byId: new Map(concepts.map((concept) => [concept.id, concept])),
    turning: new PatternSearch(cues, book, made.turning),
    letDown: PatternSearch.ofNumbers(book, made.letDown),
    mend: mendOf(new Set(made.words.split(' ')), made.ordinary.split(' ')),
    ofPeople: people,
    ofServices: services,
    holds: new Map(concepts.map(({ id }) => [id, heldBy(id, concepts)])),
  };
}

const withoutSource = ({ concept, as }: Written): ConceptPhrase => ({ concept, as });

function problemsOfIds(concepts: readonly Concept[]): string[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const twice = concepts.filter((concept) => byId.get(concept.id) !== concept).map(({ id }) => `${id} stands there twice. Keep one.`);
  const nowhere = concepts.flatMap(({ id, near, within, unless }) => [...Object.keys(near), within, unless].filter((other) => other !== undefined && !byId.has(other)).map((other) => `${id} points to “${other}”, which is not there.`));
  return [...twice, ...nowhere];
}

/** Short words have too many neighbours. */
const shortestToMend = 6;

/** The words by which things are named: a slip in these is worth mending. */
export function wordsToMend(phrases: readonly { readonly as: ConceptPhrase['as']; readonly pattern: Pattern }[]): ReadonlySet<string> {
  const words = new Set<string>();
  collectWords(phrases.filter(({ as }) => as === 'names').map(({ pattern }) => pattern), words);
  return new Set([...words].filter(({ length }) => length >= shortestToMend));
}

function heldBy(id: string, concepts: readonly Concept[], above: readonly string[] = []): readonly string[] {
  if (above.includes(id)) return [];
  return [id, ...concepts.filter(({ within }) => within === id).flatMap((part) => heldBy(part.id, concepts, [...above, id]))];
}
