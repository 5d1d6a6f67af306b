/**
 * What somebody flagged, feared or ticked, and was looked into and found not to be so: "Referral says homeless. Not so."
 * It is denied whatever words say it, unless the text goes on to say that it is so after all.
 */
import type { Cue } from '../cues/cue';
import { edgeAt, type Around } from '../cues/findCues';
import { cueAt, type ToldHit } from '../cues/told';
import type { Token } from '../words/tokens';

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
  const alleged = shortest(told[at]!.filter(({ kind }) => kind === 'alleged')) ?? queriedIn(heard[at]!);
  for (let next = at; next <= Math.min(at + reach, heard.length - 1); next++) {
    if (told[next]!.some(({ kind }) => kind === 'confirmed')) return undefined;
    const isOwn = next === at;
    if (!isOwn && isAsked(heard[next]!)) continue;
    const short = next === at + 1 ? shortNo(heard[at]!, heard[next]!, alleged !== undefined) : undefined;
    if (short) return { ...short, kind: 'refuted' };
    const cleared = alleged && told[next]!.find(({ kind, first }) => kind === 'cleared' && (!isOwn || first > alleged.last) && !isOpenAgain(told, next, first));
    if (cleared && turnedOutSo(heard[next]!, cleared)) return undefined;
    if (cleared) return cleared;
    const instead = !isOwn && alleged ? explainedIn(heard, told, next) : undefined;
    if (instead) return instead;
    const hit = told[next]!.find((each) => !turnedOutSo(heard[next]!, each) && !isTheirWord(heard[next]!, each, isOwn && alleged ? alleged.last + 1 : heard[next]!.from) && (isOwn ? alleged !== undefined && refutesWithin(heard[at]!, each, alleged) : refutesBefore(heard[next]!, each, alleged !== undefined, next - at)));
    if (hit) return hit;
  }
  return undefined;
}

/** "It was the television, officers left smiling": what it was instead, and that it is well. */
function explainedIn(heard: readonly Around[], told: readonly (readonly ToldHit[])[], at: number): ToldHit | undefined {
  const { from, to, word } = heard[at]!;
  if (!its.has(word(from)) || !wases.has(word(from + 1)) || says.has(word(from + 2))) return undefined;
  for (let next = from + 2; next <= to; next++) if (turns.has(word(next))) return undefined;
  const isWell = [at, at + 1].some((each) => told[each]?.some(({ kind }) => kind === 'benign'));
  const isOpen = [at, at + 1].some((each) => told[each]?.some(({ kind }) => kind === 'backAgain' || kind === 'confirmed'));
  return isWell && !isOpen ? { kind: 'cleared', first: from, last: from + 1 } : undefined;
}
const its = new Set(['it', 'that', 'this', 'they', 'those', 'these']);
const wases = new Set(['was', 'were', 'is', 'are']);
const says = new Set(['worse', 'true', 'right', 'so', 'every', 'not', 'only', 'all', 'still', 'him', 'her', 'his', 'he', 'she']);

/** "Closed on my side?" is not said to be so. */
const isAsked = ({ to, tokens }: Around): boolean => tokens[to + 1]?.before.trimStart().startsWith('?') ?? false;

/** Of the phrases that begin what was alleged, the one that ends first. */
const shortest = (hits: readonly ToldHit[]): ToldHit | undefined => hits.reduce<ToldHit | undefined>((one, hit) => (one && one.last <= hit.last ? one : hit), undefined);

/** "?suicidal": a mark before the word that is in doubt. */
function queriedIn({ from, to, tokens }: Around): ToldHit | undefined {
  for (let at = from; at < to; at++) if (tokens[at]!.before.endsWith('?') && /(?:^|[\s(])\?$/.test(tokens[at]!.before)) return { kind: 'alleged', first: at, last: at };
  return undefined;
}

/** "Turned out he has had nothing for days": it turned out so. */
function turnedOutSo({ to, word }: Around, { first, last }: ToldHit): boolean {
  let turned = last;
  while (turned > first && word(turned) !== 'out') turned--;
  if (word(turned) !== 'out' || !['turned', 'turns', 'turning'].includes(word(turned - 1))) return false;
  for (let at = turned + 1; at <= Math.min(to, turned + 5); at++) if (bad.has(word(at))) return word(at - 1) !== 'be';
  return false;
}
const bad = new Set(['nothing', 'not', 'none', 'never', 'worse', 'true', 'right', 'nobody', 'so']);

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

/** "Sister rang thinking he had stopped his tablets. He had not, …", "Bailiffs? There were none.": a verb that is only denied takes back what was asked, feared or told, unless it goes on. */
function shortNo(before: Around, { from, to, word, tokens }: Around, isAlleged: boolean): { first: number; last: number } | undefined {
  if (!(isAlleged || isInDoubt(before)) || !(pronouns.has(word(from)) || verbs.has(word(from)))) return undefined;
  const at = verbs.has(word(from)) ? from : from + 1;
  const last = word(at) === 'never' ? at + 1 : word(at + 1) === 'not' && ['any', 'one'].includes(word(at + 2)) ? at + 2 : at + 1;
  const isNo = (verbs.has(word(at)) && noes.has(word(at + 1))) || (word(at) === 'never' && verbs.has(word(at + 1)));
  const isAlone = last === to || /^["\u201d\u2019']*[,;:.!\u2013\u2014]/.test(tokens[last + 1]?.before.trim() ?? '');
  if (!isNo || last > to || !isAlone) return undefined;
  for (let next = last + 1; next <= to; next++) if (turns.has(word(next))) return undefined;
  return { first: from, last };
}
const pronouns = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'there', 'that', 'you']);
const verbs = new Set(['is', 'are', 'am', 'was', 'were', 'has', 'have', 'had', 'do', 'does', 'did', 'would', 'will']);
const noes = new Set(['not', 'none', 'never']);
const turns = new Set(['but', 'yet', 'though', 'although', 'except', 'until', 'again', 'any', 'anymore', 'now', 'well', 'sure']);

/** Asked, feared, believed or told by somebody, and not itself said with a "not". */
function isInDoubt(around: Around): boolean {
  const { from, to, is, word, tokens } = around;
  let isDoubted = tokens[to + 1]?.before.includes('?') ?? false;
  for (let at = from; at <= to; at++) {
    if (['not', 'no', 'never', 'nothing', 'nobody'].includes(word(at))) return false;
    if (is('believing', at) || asks.has(word(at))) isDoubted = true;
  }
  return isDoubted;
}
const asks = new Set(['asked', 'asking', 'asks', 'wondered', 'wondering', 'queried', 'thinking', 'thought', 'feared', 'fearing', 'worried', 'convinced', 'suspected', 'assumed', 'rumour', 'rang', 'heard', 'reckoned', 'claimed', 'claiming', 'alleged', 'flap', 'panic']);

/** What is told of these last days keeps it open. */
const isOpenAgain = (told: readonly (readonly ToldHit[])[], at: number, but: number): boolean => told.slice(at, at + 3).some((hits) => hits.some(({ kind, first }) => kind === 'backAgain' && first !== but));

/** "He is not, …", "Wrong: …", not "She is not sleeping" nor "the wrong side". */
const isWhole = (around: Around, { last }: ToldHit): boolean => !['not', 'wrong'].includes(around.word(last)) || last === around.to || edgeAt(around, last + 1) !== 'none';

/** "Her husband says it was a misunderstanding": said by somebody, not found out. What was alleged was said too. */
function isTheirWord(around: Around, { first }: ToldHit, from: number): boolean {
  for (let at = from; at < first; at++) if (around.is('reporting', at) || around.is('believing', at)) return !['rang', 'found', 'saw', 'called', 'confirmed', 'confirms'].includes(around.word(at));
  return false;
}
