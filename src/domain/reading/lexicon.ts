/** The rules by which words are read as concerns: what a Clinical Safety Officer reads, and what it is made into. */
import { z } from 'zod';
import { ConcernCode, Urgency } from '../framework/framework';
import type { Cues } from './cues';
import { mendOf } from './mend';
import { anchorOf, neededIn, wordsOfAnchor } from './anchors';
import { collectWords, firstsOfPart, readPattern, type Node, type Pattern, type PatternSets } from './patterns';
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
  readonly unless: readonly Pattern[];
  readonly figure: readonly Pattern[];
};

/** A part by its number in `Lexicon.begins`, and how many words after the pattern's first it can begin. */
export type NeededPart = { readonly part: number; readonly from: number; readonly to: number };

/** Found by a word that stands `from` to `to` words after its first. */
export type Placed = { readonly rule: Rule; readonly pattern: Pattern; readonly from: number; readonly to: number; readonly needed: readonly NeededPart[] };
export type Lexicon = { readonly byAnchor: ReadonlyMap<string, readonly Placed[]>; /** The parts of patterns that can begin with a word. */ readonly begins: ReadonlyMap<string, ReadonlySet<number>>; readonly mend: Mend; readonly cues: Cues; /** Words that make what stands beside them a figure of speech, whatever the rule. */ readonly figures: readonly Pattern[] };

/** What is written is kept as it is; `lookAlikes` are ordinary words that are one slip away from a word of the rules. */
export type LexiconText = { readonly files: readonly LexiconFile[]; readonly sets: PatternSets; readonly cues: Cues; readonly lookAlikes: readonly string[]; readonly figures: readonly string[] };

/** Throws a sentence for the first pattern that cannot be read. */
export function makeLexicon({ files, sets, cues, lookAlikes, figures }: LexiconText): Lexicon {
  const byAnchor = new Map<string, Placed[]>();
  const parts = new Parts();
  const all: Pattern[] = [];
  for (const { code, entries } of files) {
    for (const entry of entries) {
      const rule = ruleOf(code, entry, sets);
      for (const pattern of entry.says.map((source) => readPattern(source, sets))) {
        all.push(pattern);
        const anchor = anchorOf(pattern.node);
        const placed = { rule, pattern, from: anchor.from, to: anchor.to, needed: neededIn(pattern.node).flatMap(({ node, from, to }) => parts.numbered(node, from, to)) };
        for (const word of wordsOfAnchor(anchor)) pushTo(byAnchor, word, placed);
      }
    }
  }
  const words = new Set<string>();
  collectWords(all, words);
  return { byAnchor, begins: parts.begins, cues, mend: mendOf(words, lookAlikes), figures: figures.map((source) => readPattern(source, sets)) };
}

/** Numbers the parts that patterns cannot do without, so that most patterns are given up by looking at numbers. */
class Parts {
  readonly begins = new Map<string, Set<number>>();
  readonly #numbers = new Map<Node, number>();

  numbered(node: Node, from: number, to: number): readonly NeededPart[] {
    const firsts = firstsOfPart(node);
    if (!firsts) return [];
    const part = this.#numbers.get(node) ?? this.#numbers.size;
    if (!this.#numbers.has(node)) for (const word of firsts) this.begins.set(word, (this.begins.get(word) ?? new Set()).add(part));
    this.#numbers.set(node, part);
    return [{ part, from, to }];
  }
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function ruleOf(code: string, entry: LexiconEntry, sets: PatternSets): Rule {
  const patterns = (sources: readonly string[] = []): Pattern[] => sources.map((source) => readPattern(source, sets));
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
    unless: patterns(entry.unless),
    figure: patterns(entry.figure),
  };
}
