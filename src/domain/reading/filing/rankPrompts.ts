/** Which prompts a stretch of words answers, the best first, each with the words that say so. */
import type { PromptId } from '../../framework/framework';
import type { FilingRule, FilingRules } from './filingWords';
import type { Mood } from './moods';
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';

/** `words` are the tokens that say most, by this phrase; `tells` is false when there were only hints. */
export type Ranked = { readonly prompt: PromptId; readonly weight: number; readonly tells: boolean; readonly phrase: string; readonly words: Span };
/** The words of a note with how each is spoken of. */
export type Heard = { readonly tokens: readonly Token[]; readonly moods: readonly Mood[] };

export type Hit = Span & { readonly rule: FilingRule; readonly prompt: PromptId; readonly weight: number };

/** What a phrase weighs, and each further word of it up to a few: a longer phrase says more. */
const weights = { tells: 3, hints: 1, word: 0.5, mostWords: 4 } as const;
/** Words inside a longer phrase of another prompt say little of their own: a bus driver is not asked about the bus. */
const shareInside = 0.35;
/** What more phrases of the same prompt add: less when they are the same words again. */
const shareMore = 0.5;
const shareAgain = 0.15;

/** Every place where a phrase stands, at its longest there, in the order of the text. */
export const hitsIn = (heard: Heard, span: Span, rules: FilingRules): readonly Hit[] =>
  rules.phrases.foundIn(heard.tokens, [span]).flatMap(({ item: rule, first, last }) => {
    const prompt = promptFor(rule, heard, { first, last }, rules);
    return prompt === undefined ? [] : [{ first, last, rule, prompt, weight: (rule.tells ? weights.tells : weights.hints) + weights.word * Math.min(last - first, weights.mostWords) }];
  });

/** Those that stand wholly within each of the spans, which follow each other. */
export function hitsWithin(hits: readonly Hit[], spans: readonly Span[]): readonly (readonly Hit[])[] {
  const start = spans[0]?.first ?? 0;
  const spanAt = spans.flatMap(({ first, last }, index) => Array.from({ length: last - first + 1 }, () => index));
  const own: Hit[][] = spans.map(() => []);
  for (const hit of hits) {
    const index = spanAt[hit.first - start]!;
    if (hit.last <= spans[index]!.last) own[index]!.push(hit);
  }
  return own;
}

/** The prompts that these phrases speak for. Each phrase counts once; ties keep the order of the lexicon. */
export function rankPrompts(hits: readonly Hit[], rules: FilingRules): readonly Ranked[] {
  const best = new Map<FilingRule, Hit>();
  for (const hit of hits) if (hit.weight > (best.get(hit.rule)?.weight ?? 0)) best.set(hit.rule, hit);
  const byPrompt = new Map<PromptId, Hit[]>();
  for (const hit of weighed([...best.values()])) {
    const own = byPrompt.get(hit.prompt);
    if (own) own.push(hit);
    else byPrompt.set(hit.prompt, [hit]);
  }
  const order = (prompt: PromptId): number => rules.order.get(prompt) ?? 0;
  return [...byPrompt.values()].map(rankOf).sort((a, b) => b.weight - a.weight || order(a.prompt) - order(b.prompt));
}

/** What is turned down belongs where things to avoid are kept; what somebody else likes is no interest of theirs, and what is not wanted no wish. */
function promptFor({ prompt }: FilingRule, { moods }: Heard, { first, last }: Span, { wants }: FilingRules): PromptId | undefined {
  const own = moods.slice(first, last + 1);
  const isAny = (...of: readonly Mood[]): boolean => own.some((mood) => of.includes(mood));
  if (wants.wished.includes(prompt)) return isAny('refused', 'disliked', 'doubted', 'past') ? undefined : prompt;
  if (prompt !== wants.liked) return prompt;
  if (isAny('disliked')) return wants.disliked;
  return isAny('somebody-else', 'refused', 'doubted') ? undefined : prompt;
}

function weighed(hits: readonly Hit[]): readonly Hit[] {
  const telling = hits.filter(({ rule }) => rule.tells);
  const isInside = (hit: Hit, other: Hit): boolean => other.prompt !== hit.prompt && other.first <= hit.first && other.last >= hit.last && other.last - other.first > hit.last - hit.first;
  return hits.map((hit) => (telling.some((other) => isInside(hit, other)) ? { ...hit, weight: hit.weight * shareInside } : hit));
}

function rankOf(hits: readonly Hit[]): Ranked {
  const sorted = [...hits].sort((a, b) => b.weight - a.weight || a.first - b.first);
  const [best] = sorted as [Hit];
  const weight = sorted.reduce((sum, hit, at) => sum + hit.weight * (at === 0 ? 1 : sorted.slice(0, at).some((other) => hit.first <= other.last && hit.last >= other.first) ? shareAgain : shareMore), 0);
  return { prompt: best.prompt, weight, tells: hits.some(({ rule }) => rule.tells), phrase: best.rule.says, words: { first: best.first, last: best.last } };
}
