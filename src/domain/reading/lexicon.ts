/** The rules by which words are read as concerns: what a Clinical Safety Officer reads, and what it is made into. */
import { z } from 'zod';
import { ConcernCode, Urgency } from '../framework/framework';
import type { Cues } from './cues';
import { mendOf } from './mend';
import { PatternIndex } from './patternIndex';
import { anyOf, collectWords, readPattern, type Pattern, type PatternSets } from './patterns';
import type { Mend } from './tokens';

const phrases = z.array(z.string().min(1));

export const LexiconEntry = z
  .object({
    id: z.string().regex(/^F\d\d-[a-z0-9-]+$/),
    says: phrases.min(1),
    urgency: Urgency,
    /** Soft: words that only may mean it, shown at once when others of the kind stand near. Hint: too common to be shown by themselves. */
    strength: z.enum(['strong', 'soft', 'hint']),
    /** A "not" is part of the phrase, so that a negation around it takes nothing back. */
    negation: z.literal('part').optional(),
    /** The phrase itself says who does what to whom: a relative who is named nearby does not make it theirs. */
    whose: z.literal('said').optional(),
    /** A thing done, which stands until it is clearly long ago. */
    time: z.literal('event').optional(),
    /** Everyday words that are shown at once when one of these categories or rules is read in the same text. */
    with: phrases.optional(),
    /** Near one of these the words mean something else. */
    unless: phrases.optional(),
    /** Near one of these they are a figure of speech. */
    figure: phrases.optional(),
    why: z.string().min(1).max(60),
    example: z.string().min(1),
    counter: z.string().min(1),
  })
  .strict();
export type LexiconEntry = z.infer<typeof LexiconEntry>;

export const LexiconFile = z.object({ code: ConcernCode, entries: z.array(LexiconEntry) }).strict();
export type LexiconFile = z.infer<typeof LexiconFile>;

export type Rule = {
  readonly id: string;
  readonly code: string;
  readonly urgency: Urgency;
  readonly strength: LexiconEntry['strength'];
  readonly negationIsPart: boolean;
  readonly whoseIsSaid: boolean;
  readonly isEvent: boolean;
  readonly why: string;
  readonly with: ReadonlySet<string>;
  /** Near one of these it is not meant; near one of those it is a figure of speech. */
  readonly unless?: Pattern;
  readonly figure?: Pattern;
};

/** One of the phrases of a rule. */
export type Phrase = { readonly rule: Rule; readonly pattern: Pattern };
export type Lexicon = { readonly phrases: PatternIndex<Phrase>; readonly mend: Mend; readonly cues: Cues; /** Words that make what stands beside them a figure of speech, whatever the rule. */ readonly figures?: Pattern };

/** What is written is kept as it is; `lookAlikes` are ordinary words that are one slip away from a word of the rules. */
export type LexiconText = { readonly files: readonly LexiconFile[]; readonly sets: PatternSets; readonly cues: Cues; readonly lookAlikes: readonly string[]; readonly figures: readonly string[] };

/** Throws a sentence for the first pattern that cannot be read. */
export function makeLexicon({ files, sets, cues, lookAlikes, figures }: LexiconText): Lexicon {
  const phrases = files.flatMap(({ code, entries }) => entries.flatMap((entry) => phrasesOf(ruleOf(code, entry, sets), entry, sets)));
  const words = new Set<string>();
  collectWords(phrases.map(({ pattern }) => pattern), words);
  return { phrases: new PatternIndex(phrases), cues, mend: mendOf(words, lookAlikes), ...anyWay('figures', figures, sets) };
}

const phrasesOf = (rule: Rule, { says }: LexiconEntry, sets: PatternSets): readonly Phrase[] => says.map((source) => ({ rule, pattern: readPattern(source, sets) }));

const anyWay = <Name extends string>(name: Name, sources: readonly string[] | undefined, sets: PatternSets): { readonly [name in Name]?: Pattern } =>
  sources === undefined || sources.length === 0 ? {} : ({ [name]: anyOf(sources.map((source) => readPattern(source, sets))) } as { readonly [name in Name]?: Pattern });

function ruleOf(code: string, entry: LexiconEntry, sets: PatternSets): Rule {
  return {
    id: entry.id,
    code,
    urgency: entry.urgency,
    strength: entry.strength,
    negationIsPart: entry.negation === 'part',
    whoseIsSaid: entry.whose === 'said',
    isEvent: entry.time === 'event',
    why: entry.why,
    with: new Set(entry.with),
    ...anyWay('unless', entry.unless, sets),
    ...anyWay('figure', entry.figure, sets),
  };
}
