/** The rules by which words are read as concerns: as a Clinical Safety Officer reads them, and as texts are read by them. */
import { z } from 'zod';
import { ConcernCode, Urgency } from '../framework/framework';
import type { Cues } from './cues/cues';
import type { PatternBook } from './patterns/patternBook';
import { kinds, type NotPeople } from './notMeant/notPeople';
import type { PatternSearch } from './patterns/patternIndex';
import type { People } from './people/people';
import type { SaidTogether } from './saidTogether';
import type { Mend } from './words/tokens';

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
    /** Said: the phrase itself says who does what to whom, so that a relative who is named nearby does not make it theirs. Home: what befalls those of the person's home is a concern as well. */
    whose: z.enum(['said', 'home']).optional(),
    /** A thing done, which stands until it is clearly long ago. */
    time: z.literal('event').optional(),
    /** Everyday words that are shown at once when one of these categories or rules is read in the same text. */
    with: phrases.optional(),
    /** Everyday words that are not even noted where nothing of `with` stands in the text. */
    alone: z.literal('nothing').optional(),
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
    /** One person's word that it was a joke takes nothing back from strong words of these categories: whoever does harm says so too. */
    takenBack: z.object({ of: z.array(ConcernCode).min(1), says: phrases.min(1) }).strict().optional(),
    /** The harmless thing that it was: said in the same sentence, or first thing in the next one ("Trout.", "It's the church choir"). */
    explained: phrases.optional(),
    /** Fixed phrases of the language: words inside one, or hard by, are a figure of speech ("hit the road", "a shot in the dark"). */
    idioms: phrases.optional(),
    /** What stands near is read so, by the rules that name the list. */
    asides: z.record(z.string(), z.object({ status: z.enum(['past', 'figure', 'hypothetical', 'other']), says: phrases.min(1) }).strict()),
    /** Somebody was called at once: then words that only may mean something urgent are shown at once. */
    acts: phrases,
    /** Beside these, words of `acts` tell of no call: "police told residents", a card that says to ring 999 if. */
    notActs: phrases.optional(),
    /** Nouns for what is no person, each in the singular: what is said of one of these is nobody's news. */
    notPeople: z.partialRecord(z.enum(kinds), phrases).optional(),
  })
  .strict();
export type Beside = z.infer<typeof Beside>;

/** `pattern` is where it begins in the code of the lexicon's book, as wherever a rule names a pattern. */
export type Aside = { readonly status: 'past' | 'figure' | 'hypothetical' | 'other'; readonly pattern: number };

export type Rule = {
  readonly id: string;
  readonly code: string;
  readonly urgency: Urgency;
  readonly strength: LexiconEntry['strength'];
  /** 0 for what has to be seen to first. */
  readonly soonest: number;
  /** Of two rules of a category that share words, the lower comes first. */
  readonly order: number;
  readonly negationIsPart: boolean;
  readonly whoseIsSaid: boolean;
  readonly isOfTheHome: boolean;
  readonly isEvent: boolean;
  readonly why: string;
  readonly with: ReadonlySet<string>;
  /** Without anything of `with` in the text these words are passed over. */
  readonly isNothingAlone: boolean;
  readonly pairsItself: boolean;
  /** One of these must stand near. */
  readonly near?: number;
  /** Near one of these it is not meant; near one of those it is a figure of speech. */
  readonly unless?: number;
  readonly figure?: number;
  readonly asides: readonly Aside[];
};

export type TakenBack = { readonly of: readonly string[]; readonly pattern: number };

/** Phrases are found as the rule that they are of; `acts` say that somebody was called at once. */
export type Lexicon = { readonly book: PatternBook; readonly phrases: PatternSearch<Rule>; readonly mend: Mend; readonly cues: Cues; readonly people: People; readonly figures?: number; readonly takenBack?: TakenBack; readonly explained?: number; readonly idioms?: number; readonly notPeople: NotPeople; readonly together: SaidTogether; readonly acts: PatternSearch<number>; readonly notActs?: number };
