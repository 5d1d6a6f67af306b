/** Where one sentence speaks of what another one says: "flagged as", "mystery solved", "that was in 1979". */
import type { Cue } from './context';
import { toldKinds, type Cues, type ToldKind } from './cues';
import type { Span } from './findCues';
import { PatternIndex } from './patternIndex';
import { readPattern, type Pattern } from './patterns';
import type { Token } from './tokens';

export type ToldHit = Span & { readonly kind: ToldKind };
type Item = { readonly pattern: Pattern; readonly kind: ToldKind };

const made = new WeakMap<Cues, PatternIndex<Item>>();

function indexOf(cues: Cues): PatternIndex<Item> {
  const known = made.get(cues);
  if (known) return known;
  const index = new PatternIndex(toldKinds.flatMap((kind) => cues.told[kind].map((source): Item => ({ kind, pattern: readPattern(source, cues.sets) }))));
  made.set(cues, index);
  return index;
}

/** For each sentence what it says of others. Linear in the number of tokens. */
export function toldIn(tokens: readonly Token[], parts: readonly Span[], cues: Cues): readonly (readonly ToldHit[])[] {
  const told = parts.map((): ToldHit[] => []);
  let at = 0;
  for (const { item, first, last } of indexOf(cues).foundIn(tokens, parts)) {
    while (first > parts[at]!.last) at++;
    told[at]!.push({ kind: item.kind, first, last });
  }
  return told;
}

export const cueAt = (tokens: readonly Token[], { first, last }: Span, id: string, why: string): Cue => ({ id, why, start: tokens[first]!.start, end: tokens[last]!.end });
