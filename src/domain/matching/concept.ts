/**
 * What services offer and people speak of, as a closed list: the words of both sides meet in a concept.
 *
 * A practitioner reads and changes the list; nothing is learnt from people. Words are written in the pattern language of
 * `reading/patterns.ts`.
 */
import { z } from 'zod';
import { indexingPatterns, PatternIndex, type PatternSearch } from '../reading/patterns/patternIndex';
import { mendOf } from '../reading/words/mend';
import { collectWords, readPattern, type Pattern } from '../reading/patterns/patterns';
import type { Mend } from '../reading/words/tokens';
import { prepareTurning, TurningFile, type Turning } from './turning';

const phrases = z.array(z.string().min(1)).default([]);
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const Concept = z
  .object({
    id: Slug,
    label: z.string().min(1).max(60),
    /** `need`: a trouble or a situation. `habit`: a need that is over when it is given up. `company`: how, not what. */
    kind: z.enum(['interest', 'need', 'habit', 'company']),
    /** A service about this is for those only who speak of it: carers, toddlers, an evening's show. */
    only: z.boolean().default(false),
    /** The thing itself, as both sides call it: what can be wanted or turned down. */
    names: phrases,
    /** The trouble or the people, as both sides call it. */
    about: phrases,
    /** What only a person says, or a worker of them: past jobs, troubles, how it shows. */
    said: phrases,
    /** What a person says that may mean it: half as much. */
    hints: phrases,
    /** What turns it down by itself: "not a joiner", "not religious". */
    against: phrases,
    /** What only a service says. */
    offered: phrases,
    /** The wider concept of which this is a part: who turns that down turns this down. */
    within: Slug.optional(),
    /** A service that speaks of that other concept as well is none of this: a group that also sees people one to one. */
    unless: Slug.optional(),
    /** What else may do, with its share of the weight. */
    near: z.record(Slug, z.number().positive().max(1)).default({}),
  })
  .strict();
export type Concept = z.infer<typeof Concept>;

export const ConceptsFile = z
  .object({
    version: z.string().min(1),
    sets: z.record(z.string(), z.array(z.string().min(1))).default({}),
    /** How things are turned down. */
    turning: TurningFile.default({ ahead: [], fear: [], company: [], around: [], behind: [], takenBack: [] }),
    /** By these a sentence tells how somebody was let down: what it names is no wish, unless a word of liking says so. */
    letDown: phrases,
    concepts: z.array(Concept).min(1),
  })
  .strict();
export type ConceptsFile = z.infer<typeof ConceptsFile>;

/** `names`: the phrase names the thing itself. `hints`: it only may mean it. `against`: it turns it down. */
export type ConceptPhrase = { readonly concept: Concept; readonly pattern: Pattern; readonly as: 'names' | 'says' | 'hints' | 'against' };
export type Concepts = {
  readonly all: readonly Concept[];
  readonly byId: ReadonlyMap<string, Concept>;
  readonly ofPeople: PatternSearch<ConceptPhrase>;
  readonly ofServices: PatternSearch<ConceptPhrase>;
  readonly turning: Turning;
  readonly letDown: PatternIndex<{ readonly pattern: Pattern }>;
  /** Slips of the finger in the names of things are read as what was meant. */
  readonly mend: Mend;
  /** Each with everything that it takes in, itself first. */
  readonly holds: ReadonlyMap<string, readonly string[]>;
};

const conceptsAtOnce = 5;

/**
 * Returns the concepts ready to be looked up, made in slices, as there are thousands of phrases; `lookAlikes` are ordinary
 * words that are no slip. Throws one error with a line for every problem: phrases that cannot be read, ids used twice or not there.
 */
export function* preparingConcepts({ sets, turning, letDown, concepts }: ConceptsFile, lookAlikes: readonly string[]): Generator<undefined, Concepts> {
  const problems = problemsOfIds(concepts);
  const read = (concept: Concept, sources: readonly string[], as: ConceptPhrase['as']): ConceptPhrase[] =>
    sources.flatMap((source) => {
      try {
        return [{ concept, as, pattern: readPattern(source, sets) }];
      } catch (error) {
        problems.push(`${concept.id}: ${error instanceof Error ? error.message : String(error)}.`);
        return [];
      }
    });
  const [ofPeople, ofServices]: [ConceptPhrase[], ConceptPhrase[]] = [[], []];
  for (const [at, concept] of concepts.entries()) {
    if (at % conceptsAtOnce === 0) yield;
    ofPeople.push(...read(concept, concept.names, 'names'), ...read(concept, [...concept.about, ...concept.said], 'says'), ...read(concept, concept.hints, 'hints'), ...read(concept, concept.against, 'against'));
    ofServices.push(...read(concept, concept.names, 'names'), ...read(concept, [...concept.about, ...concept.offered], 'says'));
  }
  const cues = attempt('turning', () => prepareTurning(turning, sets), problems);
  const letDowns = attempt('letDown', () => new PatternIndex(letDown.map((source) => ({ pattern: readPattern(source, sets) }))), problems);
  if (problems.length > 0 || cues === undefined || letDowns === undefined) throw new Error([...new Set(problems)].join('\n'));
  yield;
  const others = new Set(lookAlikes);
  collectWords(ofPeople.map(({ pattern }) => pattern), others);
  const mend = mendOf(wordsToMend(ofPeople), [...others]);
  return { all: concepts, byId: new Map(concepts.map((concept) => [concept.id, concept])), turning: cues, letDown: letDowns, mend, ofPeople: yield* indexingPatterns(ofPeople), ofServices: yield* indexingPatterns(ofServices), holds: new Map(concepts.map(({ id }) => [id, heldBy(id, concepts)])) };
}

function problemsOfIds(concepts: readonly Concept[]): string[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const twice = concepts.filter((concept) => byId.get(concept.id) !== concept).map(({ id }) => `${id} stands there twice. Keep one.`);
  const nowhere = concepts.flatMap(({ id, near, within, unless }) => [...Object.keys(near), within, unless].filter((other) => other !== undefined && !byId.has(other)).map((other) => `${id} points to “${other}”, which is not there.`));
  return [...twice, ...nowhere];
}

function attempt<Made>(what: string, make: () => Made, problems: string[]): Made | undefined {
  try {
    return make();
  } catch (error) {
    problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

/** Short words have too many neighbours. */
const shortestToMend = 6;

/** The words by which things are named: a slip in these is worth mending. */
export function wordsToMend(phrases: readonly Pick<ConceptPhrase, 'pattern' | 'as'>[]): ReadonlySet<string> {
  const words = new Set<string>();
  collectWords(phrases.filter(({ as }) => as === 'names').map(({ pattern }) => pattern), words);
  return new Set([...words].filter(({ length }) => length >= shortestToMend));
}

function heldBy(id: string, concepts: readonly Concept[], above: readonly string[] = []): readonly string[] {
  if (above.includes(id)) return [];
  return [id, ...concepts.filter(({ within }) => within === id).flatMap((part) => heldBy(part.id, concepts, [...above, id]))];
}
