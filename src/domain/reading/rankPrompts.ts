/** Which prompts a stretch of words answers, the best first, each with the words that say so. */
import type { PromptId } from '../framework/framework';
import type { FilingRule, FilingRules } from './filingWords';
import { keysOf, matchPattern } from './patterns';
import type { Token } from './tokens';

/** `first` and `last` are the tokens that say so. */
export type Ranked = { readonly prompt: PromptId; readonly weight: number; readonly first: number; readonly last: number };

type Hit = { readonly rule: FilingRule; readonly first: number; readonly last: number; readonly weight: number };
export const T = { tell: 3, hint: 1, word: 0.5, inside: 0.35, more: 0.5, overlap: 0.15 };

/** Bounded work for each token, so linear in their number. Ties keep the order of the lexicon. */
export function rankPrompts(tokens: readonly Token[], first: number, last: number, rules: FilingRules): readonly Ranked[] {
  const hits = explained(hitsIn(tokens, first, last, rules));
  const byPrompt = new Map<PromptId, Hit[]>();
  for (const hit of hits) {
    const own = byPrompt.get(hit.rule.prompt);
    if (own) own.push(hit);
    else byPrompt.set(hit.rule.prompt, [hit]);
  }
  return [...byPrompt.values()].map((own) => ({ ...rankOf(own), order: own[0]!.rule.order })).sort((a, b) => b.weight - a.weight || a.order - b.order);
}

function hitsIn(tokens: readonly Token[], from: number, to: number, rules: FilingRules): readonly Hit[] {
  const best = new Map<FilingRule, Hit>();
  for (let at = from; at <= to; at++) {
    for (const key of keysOf(tokens[at]!)) {
      for (const { rule, ...anchor } of rules.get(key) ?? []) {
        for (let first = Math.max(from, at - anchor.to); first <= at - anchor.from; first++) {
          const taken = matchPattern(rule.pattern, tokens, first, to);
          if (taken === undefined) continue;
          const hit = { rule, first, last: first + taken - 1, weight: (rule.tells ? T.tell : T.hint) + T.word * Math.min(taken - 1, 4) };
          if (hit.weight > (best.get(rule)?.weight ?? 0)) best.set(rule, hit);
        }
      }
    }
  }
  return [...best.values()];
}

/** Words inside a longer phrase of another prompt say little of their own: a bus driver is not asked about the bus. */
function explained(hits: readonly Hit[]): readonly Hit[] {
  const telling = hits.filter(({ rule }) => rule.tells);
  return hits.map((hit) => {
    const inside = telling.some((other) => other.rule.prompt !== hit.rule.prompt && other.first <= hit.first && other.last >= hit.last && other.last - other.first > hit.last - hit.first);
    return inside ? { ...hit, weight: hit.weight * T.inside } : hit;
  });
}

function rankOf(hits: readonly Hit[]): Ranked {
  const [best, ...rest] = [...hits].sort((a, b) => b.weight - a.weight || a.first - b.first) as [Hit, ...Hit[]];
  const taken: Hit[] = [best];
  let weight = best.weight;
  for (const hit of rest) {
    const overlaps = taken.some((one) => hit.first <= one.last && hit.last >= one.first);
    weight += hit.weight * (overlaps ? T.overlap : T.more);
    taken.push(hit);
  }
  return { prompt: best.rule.prompt, weight, first: best.first, last: best.last };
}
