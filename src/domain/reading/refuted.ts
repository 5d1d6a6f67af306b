/**
 * What somebody flagged, feared or ticked, and was looked into and found not to be so: "Referral says homeless. Not so."
 * It is denied whatever words say it, unless the text goes on to say that it is so after all.
 */
import type { Cue } from './context';
import type { Span } from './findCues';
import { cueAt, type ToldHit } from './told';
import type { Token } from './tokens';

/** Sentences after what was alleged within which it is refuted. */
const reach = 2;
/** Words of a sentence within which it begins by refuting. */
const opening = 4;

/** For each sentence the words that refute it, or undefined. */
export function refutedIn(tokens: readonly Token[], parts: readonly Span[], told: readonly (readonly ToldHit[])[]): readonly (Cue | undefined)[] {
  return parts.map((_, at) => {
    const hit = refutationOf(tokens, parts, told, at);
    return hit && cueAt(tokens, hit, 'refuted', 'looked into, and not so');
  });
}

function refutationOf(tokens: readonly Token[], parts: readonly Span[], told: readonly (readonly ToldHit[])[], at: number): ToldHit | undefined {
  const alleged = told[at]!.find(({ kind }) => kind === 'alleged');
  for (let next = at; next <= Math.min(at + reach, parts.length - 1); next++) {
    if (told[next]!.some(({ kind }) => kind === 'confirmed')) return undefined;
    const isOwn = next === at;
    const hit = told[next]!.find((each) => (isOwn ? alleged !== undefined && refutes(each) && each.first > alleged.last : refutesBefore(tokens, parts[next]!, each, alleged !== undefined, next - at)));
    if (hit) return hit;
  }
  return undefined;
}

const refutes = ({ kind }: ToldHit): boolean => kind === 'refuted' || kind === 'untrue';

/** "Mystery solved" says it of the sentence before, "not so" only of what was alleged. */
function refutesBefore(tokens: readonly Token[], part: Span, hit: ToldHit, isAlleged: boolean, back: number): boolean {
  if (hit.kind === 'untrue') return isAlleged || back === 1;
  return hit.kind === 'refuted' && isAlleged && hit.first - part.first < opening && isWhole(tokens, part, hit);
}

/** "He is not, …", "Not so.": not "She is not sleeping". */
const isWhole = (tokens: readonly Token[], part: Span, { last }: ToldHit): boolean => tokens[last]!.plain !== 'not' || last === part.last || /[,;:.\u2013\u2014]|\s-/.test(tokens[last + 1]!.before);
