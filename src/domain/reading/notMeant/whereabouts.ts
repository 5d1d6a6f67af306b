/** Everyday words that only say where something was: they explain nothing away. */
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';

const prepositions = new Set(['by', 'near', 'outside', 'behind', 'beside', 'opposite', 'past', 'across', 'along']);
const mostBetween = 1;

/** One word after a preposition of place: "by the hens", "outside her school". Never before the word `from`. */
export function saysOnlyWhere(tokens: readonly Token[], { first, last }: Span, from: number): boolean {
  if (first !== last) return false;
  for (let at = first - 1; at >= from && at >= first - 1 - mostBetween; at--) if (prepositions.has(tokens[at]!.plain)) return true;
  return false;
}
