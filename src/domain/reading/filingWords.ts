/** The words by which the sentences of a note find their prompts, as practitioners write them, and what they are made into. */
import { z } from 'zod';
import { PromptId } from '../framework/framework';
import { PatternIndex } from './patternIndex';
import { readPattern, type Pattern } from './patterns';

const phrases = z.array(z.string().min(1));

/** In the language of `patterns.ts`. A phrase that tells is enough by itself; a hint only says that it may be. */
export const FilingWords = z
  .object({
    sets: z.record(z.string(), phrases),
    /** Where interests are kept, and where what to avoid is kept. */
    wants: z.object({ liked: PromptId, disliked: PromptId }).strict(),
    prompts: z.record(PromptId, z.object({ tells: phrases, hints: phrases }).strict()),
  })
  .strict();
export type FilingWords = z.infer<typeof FilingWords>;

export type FilingRule = { readonly prompt: PromptId; readonly pattern: Pattern; readonly tells: boolean };
export type FilingRules = { readonly phrases: PatternIndex<FilingRule>; readonly order: ReadonlyMap<PromptId, number>; readonly wants: FilingWords['wants'] };

const kept = new WeakMap<FilingWords, FilingRules>();

/** The rules, ready to be looked up; made once. Throws an error with a line for each phrase that cannot be read. */
export function filingRulesOf(words: FilingWords): FilingRules {
  const known = kept.get(words);
  if (known) return known;
  const rules = { phrases: new PatternIndex(rulesIn(words)), order: new Map(Object.keys(words.prompts).map((prompt, at) => [prompt, at])), wants: words.wants };
  kept.set(words, rules);
  return rules;
}

function rulesIn({ sets, prompts }: FilingWords): readonly FilingRule[] {
  const problems: string[] = [];
  const read = (sources: readonly string[], rule: Omit<FilingRule, 'pattern'>): FilingRule[] =>
    sources.flatMap((source) => {
      try {
        return [{ ...rule, pattern: readPattern(source, sets) }];
      } catch (error) {
        problems.push(`${rule.prompt}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });
  const rules = Object.entries(prompts).flatMap(([prompt, { tells, hints }]) => [...read(tells, { prompt, tells: true }), ...read(hints, { prompt, tells: false })]);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return rules;
}
