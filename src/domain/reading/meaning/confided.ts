/** "The poster was up, then she whispered that she …": told to the one who writes, whatever was read or taught before. */
import type { Span } from '../cues/findCues';
import type { Token } from '../words/tokens';

/** Words between the telling and what is told: "told me quietly that she". */
const mostBetween = 4;
const tellings = new Set(['said', 'told', 'whispered', 'disclosed', 'admitted', 'confided', 'cried', 'sobbed', 'mumbled', 'blurted', 'confessed']);
const tellers = new Set(['she', 'he', 'they', 'i', 'then', 'and', 'but']);
const between = new Set(['me', 'us', 'that', 'she', 'he', 'they', 'i', 'her', 'his', 'my', 'out', 'quietly', 'is', 'was', 'has', 'had', 'how']);

/** Does somebody of the note tell it in so many words? */
export function isConfided(tokens: readonly Token[], first: number, part: Span): boolean {
  for (let at = first; at > part.first && first - at <= mostBetween; at--) {
    const { plain } = tokens[at]!;
    if (tellings.has(plain)) return tellers.has(tokens[at - 1]!.plain) && between.has(tokens[at + 1]?.plain ?? '');
    if (at < first && !between.has(plain)) return false;
  }
  return false;
}
