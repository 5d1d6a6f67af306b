/** The words by which the sentences of a note find their prompts, as practitioners write them, and what they are made into. */
import { z } from 'zod';
import { PromptId } from '../../framework/framework';
import { PatternBook } from '../patterns/patternBook';
import { PatternCoder, type PatternCode } from '../patterns/patternCode';
import { PatternIndexer, PatternSearch, type IndexedPatterns } from '../patterns/patternIndex';
import { readPattern } from '../patterns/patterns';

const phrases = z.array(z.string().min(1));

/** In the language of `patterns.ts`. A phrase that tells is enough by itself; a hint only says that it may be. */
export const FilingWords = z
  .object({
    sets: z.record(z.string(), phrases),
    /** Where interests are kept, where what to avoid is kept, and where wishes are. */
    wants: z.object({ liked: PromptId, disliked: PromptId, wished: z.array(PromptId) }).strict(),
    prompts: z.record(PromptId, z.object({ tells: phrases, hints: phrases }).strict()),
  })
  .strict();
export type FilingWords = z.infer<typeof FilingWords>;

/** `says` is the phrase as it is written. */
export type FilingRule = { readonly prompt: PromptId; readonly says: string; readonly tells: boolean };
export type FilingRules = { readonly phrases: PatternSearch<FilingRule>; readonly order: ReadonlyMap<PromptId, number>; readonly wants: FilingWords['wants'] };

/** Plain data: the phrases as numbers, in the order of the file. */
export type MadeFiling = { readonly code: PatternCode; readonly phrases: IndexedPatterns };

const kept = new WeakMap<FilingWords, FilingRules>();

/** The rules, ready to be looked up; made once. Throws an error with a line for each phrase that cannot be read. */
export const filingRulesOf = (words: FilingWords): FilingRules => kept.get(words) ?? keepFiling(words, makeFiling(words));

/** Throws an error with a line for each phrase that cannot be read. */
export function makeFiling(words: FilingWords): MadeFiling {
  const problems: string[] = [];
  const coder = new PatternCoder();
  const phrases = new PatternIndexer(coder);
  for (const { prompt, says } of rulesIn(words)) {
    try {
      phrases.add(readPattern(says, words.sets));
    } catch (error) {
      problems.push(`${prompt}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { code: coder.made(), phrases: phrases.made() };
}

/** From now on these words are looked up by what was made of them first. */
export function keepFiling(words: FilingWords, { code, phrases }: MadeFiling): FilingRules {
  const before = kept.get(words);
  if (before) return before;
  const rules = { phrases: new PatternSearch(rulesIn(words), new PatternBook(code), phrases), order: new Map(Object.keys(words.prompts).map((prompt, at) => [prompt, at])), wants: words.wants };
  kept.set(words, rules);
  return rules;
}

const rulesIn = ({ prompts }: FilingWords): readonly FilingRule[] =>
  Object.entries(prompts).flatMap(([prompt, { tells, hints }]) => [...tells.map((says) => ({ prompt, says, tells: true })), ...hints.map((says) => ({ prompt, says, tells: false }))]);
