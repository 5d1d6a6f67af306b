/** Where one sentence speaks of what another one says: "flagged as", "mystery solved", "that was in 1979". */
import type { Cue } from './cue';
import { preparedCues, type Cues, type ToldKind } from './cues';
import type { Span } from './findCues';
import type { Token } from '../words/tokens';

export type { ToldKind };
export type ToldHit = Span & { readonly kind: ToldKind };
/** For each sentence what it says of others. Linear in the number of tokens. */
export function toldIn(tokens: readonly Token[], parts: readonly Span[], cues: Cues): readonly (readonly ToldHit[])[] {
  const told = parts.map((): ToldHit[] => []);
  let at = 0;
  for (const { item, first, last } of preparedCues(cues).told.foundIn(tokens, parts)) {
    while (first > parts[at]!.last) at++;
    told[at]!.push({ kind: item.kind, first, last });
  }
  return told;
}

export const cueAt = (tokens: readonly Token[], { first, last }: Span, id: string, why: string): Cue => ({ id, why, start: tokens[first]!.start, end: tokens[last]!.end });
