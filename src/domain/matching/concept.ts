/**
 * What services offer and people speak of, as a closed list: the words of both sides meet in a concept.
 *
 * A practitioner reads and changes the list; nothing is learnt from people. Words are written in the pattern language of
 * `reading/patterns.ts`.
 */
import { z } from 'zod';
import type { PatternSearch } from '../reading/patterns/patternIndex';
import type { Mend } from '../reading/words/tokens';
import { TurningFile, type Turning } from './turning';

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
export type ConceptPhrase = { readonly concept: Concept; readonly as: 'names' | 'says' | 'hints' | 'against' };
export type Concepts = {
  readonly all: readonly Concept[];
  readonly byId: ReadonlyMap<string, Concept>;
  readonly ofPeople: PatternSearch<ConceptPhrase>;
  readonly ofServices: PatternSearch<ConceptPhrase>;
  readonly turning: Turning;
  readonly letDown: PatternSearch<number>;
  /** Slips of the finger in the names of things are read as what was meant. */
  readonly mend: Mend;
  /** Each with everything that it takes in, itself first. */
  readonly holds: ReadonlyMap<string, readonly string[]>;
};
