/** The words by which the sentences of a note find their prompts, as practitioners write them, and what they are made into. */
import { z } from 'zod';
import { PromptId } from '../framework/framework';
import { anchorOf } from './anchors';
import { readPattern, type Pattern, type PatternSets } from './patterns';

const phrases = z.array(z.string().min(1));

/** In the language of `patterns.ts`. A phrase that tells is enough by itself; a hint only counts where nothing tells, or beside it. */
export const FilingWords = z
  .object({
    sets: z.record(z.string(), phrases),
    prompts: z.record(PromptId, z.object({ tells: phrases, hints: phrases }).strict()),
  })
  .strict();
export type FilingWords = z.infer<typeof FilingWords>;

export type FilingRule = { readonly prompt: PromptId; readonly order: number; readonly pattern: Pattern; readonly tells: boolean };
/** Found by a word that stands `from` to `to` words after its first. */
export type PlacedRule = { readonly rule: FilingRule; readonly from: number; readonly to: number };
export type FilingRules = ReadonlyMap<string, readonly PlacedRule[]>;

const kept = new WeakMap<FilingWords, FilingRules>();

/** The rules by the words under which they are looked up; made once. Throws a sentence for a phrase that cannot be read. */
export function filingRulesOf(words: FilingWords): FilingRules {
  const known = kept.get(words);
  if (known) return known;
  const rules = new Map<string, PlacedRule[]>();
  for (const placed of Object.entries(words.prompts).flatMap(([prompt, { tells, hints }], order) => [...placedIn(tells, words.sets, { prompt, order, tells: true }), ...placedIn(hints, words.sets, { prompt, order, tells: false })])) {
    for (const word of placed.words) {
      const there = rules.get(word);
      if (there) there.push(placed);
      else rules.set(word, [placed]);
    }
  }
  kept.set(words, rules);
  return rules;
}

const placedIn = (sources: readonly string[], sets: PatternSets, rule: Omit<FilingRule, 'pattern'>) =>
  sources.map((source) => {
    const pattern = readPattern(source, sets);
    const { words, from, to } = anchorOf(pattern.node);
    return { rule: { ...rule, pattern }, words, from, to };
  });
