/** Where words that are nobody's news end, since somebody of the note comes in. */
import type { Span } from '../cues/findCues';
import type { Token } from '../words/tokens';

/** Somebody of the note. A text may say "I" and "my" too ("Crisis card: I feel like …"). */
export const others = new Set(['he', 'she', 'him', 'himself', 'herself', 'pt', 'client', 'cl', 'we', 'us']);
export const persons = new Set([...others, 'i', 'me', 'my']);
export const turns = new Set(['but', 'because', 'although', 'though', 'afterwards', 'except', 'yes']);

export function untilTurn(tokens: readonly Token[], { first, last }: Span): Span | undefined {
  for (let at = first; at <= last; at++) {
    const { plain, before } = tokens[at]!;
    const isTurn = turns.has(plain) || (at > first && ((['and', 'then'].includes(plain) && persons.has(tokens[at + 1]?.plain ?? '')) || (persons.has(plain) && /[,;\u2013\u2014-]/.test(before))));
    if (isTurn) return at > first ? { first, last: at - 1 } : undefined;
  }
  return first <= last ? { first, last } : undefined;
}
