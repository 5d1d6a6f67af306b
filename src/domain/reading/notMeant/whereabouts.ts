/** Everyday words that only say where something was: they explain nothing away. */
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';

const prepositions = new Set(['by', 'near', 'outside', 'behind', 'beside', 'opposite', 'past', 'across', 'along']);
const mostBetween = 1;

const times = new Set(['when', 'while', 'whenever', 'whilst']);
const areOn = new Set(['is', 'are', 'was', 'were', 'comes', 'starts', 'finishes']);

/** "When the football is on": it says at what time, for any words but a story's. */
export function saysOnlyWhen(tokens: readonly Token[], { first, last }: Span, from: number): boolean {
  if (!areOn.has(tokens[last + 1]?.plain ?? '')) return false;
  for (let at = first - 1; at >= from && at >= first - 1 - mostBetween; at--) if (times.has(tokens[at]!.plain)) return true;
  return false;
}

const joins = new Set(['and', 'then', 'plus', 'also']);
const subjects = new Set(['he', 'she', 'they', 'i', 'we']);

const articles = new Set(['the', 'his', 'her', 'their']);

/** "… and she loves her book club", "… and the neighbours heard": a new subject begins another thought; a "but" may explain. */
export function beginsAnew(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - 2 >= from && articles.has(tokens[to - 1]!.plain) && joins.has(tokens[to - 2]!.plain)) return true;
  for (let at = from; at < to - 1; at++) if (joins.has(tokens[at]!.plain) && subjects.has(tokens[at + 1]!.plain)) return true;
  return false;
}

/** One word after a preposition of place: "by the hens", "outside her school". Never before the word `from`. */
export function saysOnlyWhere(tokens: readonly Token[], { first, last }: Span, from: number): boolean {
  if (first !== last) return false;
  for (let at = first - 1; at >= from && at >= first - 1 - mostBetween; at--) if (prepositions.has(tokens[at]!.plain)) return true;
  return false;
}
