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
    /** Two different phrases of this entry bear each other out. */
    pairs: z.literal('own').optional(),
    /** The words count only where one of these stands near them, before or after, in the same sentence. */
    near: phrases.optional(),
    /** Near one of these the words mean something else. */
    unless: phrases.optional(),
    /** Near one of these they are a figure of speech. */
    figure: phrases.optional(),
    /** Near words of these lists they are said of something else: a game, a story, a lesson, a job. */
    aside: phrases.optional(),
    why: z.string().min(1).max(60),
    example: z.string().min(1),
    counter: z.string().min(1),
  })
  .strict();
export type LexiconEntry = z.infer<typeof LexiconEntry>;

export const LexiconFile = z.object({ code: ConcernCode, entries: z.array(LexiconEntry) }).strict();
export type LexiconFile = z.infer<typeof LexiconFile>;

/** What bears on words of any rule that stand beside it. */
export const Beside = z
  .object({
    /** What stands near is a figure of speech. */
    figures: phrases,
    /** What stands near is read so, by the rules that name the list. */
    asides: z.record(z.string(), z.object({ status: z.enum(['past', 'figure', 'hypothetical', 'other']), says: phrases.min(1) }).strict()),
    /** Somebody was called at once: then words that only may mean something urgent are shown at once. */
    acts: phrases,
  })
  .strict();
export type Beside = z.infer<typeof Beside>;

export type Aside = { readonly status: 'past' | 'figure' | 'hypothetical' | 'other'; readonly pattern: Pattern };

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
  readonly pairsItself: boolean;
  /** One of these must stand near. */
  readonly near?: Pattern;
  /** Near one of these it is not meant; near one of those it is a figure of speech. */
  readonly unless?: Pattern;
  readonly figure?: Pattern;
  readonly asides: readonly Aside[];
};

/** One of the phrases of a rule. */
export type Phrase = { readonly rule: Rule; readonly pattern: Pattern };
export type Lexicon = { readonly phrases: PatternIndex<Phrase>; readonly mend: Mend; readonly cues: Cues; readonly figures?: Pattern; readonly acts: PatternIndex<Act> };

export type Act = { readonly pattern: Pattern };

/** What is written is kept as it is; `lookAlikes` are ordinary words that are one slip away from a word of the rules. */
export type LexiconText = { readonly files: readonly LexiconFile[]; readonly sets: PatternSets; readonly cues: Cues; readonly lookAlikes: readonly string[]; readonly beside: Beside };

/** Throws a sentence for the first pattern that cannot be read. */
export function makeLexicon({ files, sets, cues, lookAlikes, beside }: LexiconText): Lexicon {
  const asides = new Map(Object.entries(beside.asides).map(([name, { status, says }]) => [name, { status, pattern: anyOf(readAll(says, sets)) }]));
  const phrases = files.flatMap(({ code, entries }) => entries.flatMap((entry) => phrasesOf(ruleOf(code, entry, sets, asides), entry, sets)));
  const words = new Set<string>();
  collectWords(phrases.flatMap(({ pattern, rule }) => (rule.near ? [pattern, rule.near] : [pattern])), words);
  return { phrases: new PatternIndex(phrases), cues, mend: mendOf(words, lookAlikes), ...anyWay('figures', beside.figures, sets), acts: new PatternIndex(readAll(beside.acts, sets).map((pattern) => ({ pattern }))) };
}

const readAll = (sources: readonly string[], sets: PatternSets): readonly Pattern[] => sources.map((source) => readPattern(source, sets));
const phrasesOf = (rule: Rule, { says }: LexiconEntry, sets: PatternSets): readonly Phrase[] => readAll(says, sets).map((pattern) => ({ rule, pattern }));

const anyWay = <Name extends string>(name: Name, sources: readonly string[] | undefined, sets: PatternSets): { readonly [name in Name]?: Pattern } =>
  sources === undefined || sources.length === 0 ? {} : ({ [name]: anyOf(readAll(sources, sets)) } as { readonly [name in Name]?: Pattern });

function ruleOf(code: string, entry: LexiconEntry, sets: PatternSets, asides: ReadonlyMap<string, Aside>): Rule {
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
    pairsItself: entry.pairs === 'own',
    ...anyWay('near', entry.near, sets),
    ...anyWay('unless', entry.unless, sets),
    ...anyWay('figure', entry.figure, sets),
    asides: (entry.aside ?? []).flatMap((name) => asides.get(name) ?? []),
  };
}
