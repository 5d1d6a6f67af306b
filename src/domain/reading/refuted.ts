/**
 * What somebody flagged, feared or ticked, and was looked into and found not to be so: "Referral says homeless. Not so."
 * It is denied whatever words say it, unless the text goes on to say that it is so after all.
 */
import type { Cue } from './context';
import { edgeAt, type Around } from './findCues';
import { cueAt, type ToldHit } from './told';
import type { Token } from './tokens';

/** Sentences after what was alleged within which it is refuted. */
const reach = 2;
/** Words of a sentence within which it begins by refuting. */
const opening = 4;

/** For each sentence the words that refute it, or undefined; they bear on what stands before them. */
export function refutedIn(tokens: readonly Token[], heard: readonly Around[], told: readonly (readonly ToldHit[])[]): readonly (Cue | undefined)[] {
  return heard.map((_, at) => {
    const hit = refutationOf(heard, told, at);
    return hit && cueAt(tokens, hit, 'refuted', 'looked into, and not so');
  });
}

function refutationOf(heard: readonly Around[], told: readonly (readonly ToldHit[])[], at: number): ToldHit | undefined {
  const alleged = told[at]!.find(({ kind }) => kind === 'alleged');
  for (let next = at; next <= Math.min(at + reach, heard.length - 1); next++) {
    if (told[next]!.some(({ kind }) => kind === 'confirmed')) return undefined;
    const isOwn = next === at;
    const hit = told[next]!.find((each) => !isTheirWord(heard[next]!, each) && (isOwn ? alleged !== undefined && refutesWithin(heard[at]!, each, alleged) : refutesBefore(heard[next]!, each, alleged !== undefined, next - at)));
    if (hit) return hit;
  }
  return undefined;
}

const refutes = ({ kind }: ToldHit): boolean => kind === 'refuted' || kind === 'untrue' || kind === 'solved';

/** "…, but that was a mix-up": where a clause begins. */
const refutesWithin = (around: Around, hit: ToldHit, alleged: ToldHit): boolean => refutes(hit) && hit.first > alleged.last && isWhole(around, hit) && (edgeAt(around, hit.first) !== 'none' || (hit.kind === 'untrue' && isPredicate(around, hit)) || around.is('turning', hit.first - 1) || around.word(hit.first) === 'by');

/** "No fixed abode on the form was an error." */
const isPredicate = (around: Around, { first }: ToldHit): boolean => ['was', 'were', 'is', 'are'].includes(around.word(first));

/** "Mystery solved" says it of the sentence before, "not so" only of what was alleged. */
function refutesBefore(around: Around, hit: ToldHit, isAlleged: boolean, back: number): boolean {
  if (hit.kind === 'solved') return isAlleged || back === 1;
  if (!isAlleged || !isWhole(around, hit)) return false;
  return hit.kind === 'untrue' || (hit.kind === 'refuted' && hit.first - around.from < opening);
}

/** "He is not, …", "Wrong: …", not "She is not sleeping" nor "the wrong side". */
const isWhole = (around: Around, { last }: ToldHit): boolean => !['not', 'wrong'].includes(around.word(last)) || last === around.to || edgeAt(around, last + 1) !== 'none';

/** "Her husband says it was a misunderstanding": said by somebody, not found out. */
function isTheirWord(around: Around, { first }: ToldHit): boolean {
  for (let at = around.from; at < first; at++) if (around.is('reporting', at) || around.is('believing', at)) return !['rang', 'found', 'saw', 'called', 'confirmed', 'confirms'].includes(around.word(at));
  return false;
}
