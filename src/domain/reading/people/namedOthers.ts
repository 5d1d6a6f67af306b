/**
 * Somebody else who was named: "her sister Pat", "his mate Gaz". From then on the name is theirs: "Pat hears voices". Never
 * what they do to the person, or bring news of, nor a partner's, a carer's or a child's trouble.
 */
import type { Around, PersonHit, Span } from '../cues/findCues';
import { whoseClass } from './whoseClass';
import { cueAt } from '../cues/told';
import type { Token } from '../words/tokens';
import { untilTurn } from './turns';
import type { World } from '../cues/cue';

const titles = new Set(['mr', 'mrs', 'miss', 'ms', 'dr']);
const ours = new Set(['me', 'us', 'my', 'our', 'i', 'we', 'him', 'her', 'his', 'them', 'their', 'pt', 'client']);
const opens = new Set(['and', 'but', 'as', 'because', 'since', 'when', 'that', 'says', 'said', 'while', 'so']);
const reports = new Set(['says', 'said', 'told', 'tells', 'rang', 'rings', 'phoned', 'texted', 'emailed', 'called', 'found', 'finds', 'saw', 'sees', 'noticed', 'thinks', 'thought', 'worried', 'worries', 'worry', 'concerned', 'reports', 'reported', 'asks', 'asked', 'mentioned', 'mentions', 'reckons', 'believes', 'brings', 'brought', 'visits', 'visited', 'heard', 'confirmed', 'adds', 'feels', 'knows', 'explained', 'agrees', 'agreed', 'described']);
/** Words of a sentence after the name within which it is said that they bring news. */
const newsWithin = 4;

/** For each sentence the stretches in it that are of somebody who was named before. Linear in the text's length. */
export function namedOthersIn(text: string, tokens: readonly Token[], parts: readonly Span[], heard: readonly Around[]): readonly (readonly World[])[] {
  const theirs = new Map<string, Span>();
  /** The person of the note may be called so too. */
  const seen = new Set<string>();
  let seenTo = 0;
  const isSeen = (name: string, until: number): boolean => {
    for (; seenTo < until; seenTo++) if (isCapital(text, tokens[seenTo]!)) seen.add(tokens[seenTo]!.plain);
    return seen.has(name);
  };
  const isName = (at: number): boolean => tokens[at] !== undefined && tokens[at].before === ' ' && isCapital(text, tokens[at]) && !tokens[at].capitals && !noNames.has(tokens[at].plain);
  return parts.map((part, at) => {
    const worlds = theirs.size > 0 ? worldsOf(text, tokens, part, theirs) : [];
    for (const hit of heard[at]!.people) {
      const last = titles.has(tokens[hit.last + 1]?.plain ?? '') ? hit.last + 2 : hit.last + 1;
      if (last <= part.last && isName(last) && !tokens[last]!.possessive && isNobodyNear(heard[at]!, hit) && !isSeen(tokens[last]!.plain, part.first)) theirs.set(tokens[last]!.plain, { first: hit.first, last });
    }
    return worlds;
  });
}

const noNames = new Set(['i', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tues', 'weds', 'thurs', 'fri', 'sat', 'sun', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'christmas', 'easter']);

const isCapital = (text: string, { start }: Token): boolean => text.charCodeAt(start) >= 65 && text.charCodeAt(start) <= 90;

const isNobodyNear = (around: Around, hit: PersonHit): boolean => hit.person.are !== 'many' && !around.tokens[hit.last]!.possessive && ['relative', 'somebody'].includes(whoseClass(around, hit));

function worldsOf(text: string, tokens: readonly Token[], part: Span, theirs: ReadonlyMap<string, Span>): readonly World[] {
  const worlds: World[] = [];
  for (let at = part.first; at < part.last; at++) {
    const { plain, possessive } = tokens[at]!;
    const named = theirs.get(plain);
    if (!named || possessive || !isCapital(text, tokens[at]!) || !isSubject(tokens, part, at)) continue;
    const span = untilTurn(tokens, { first: at, last: part.last });
    if (span && isOnlyTheirs(tokens, span)) worlds.push({ ...span, apart: { ...cueAt(tokens, named, 'named-other', 'about somebody else, who was named before'), as: 'other' } });
  }
  return worlds;
}

function isSubject(tokens: readonly Token[], { first }: Span, at: number): boolean {
  const begin = titles.has(tokens[at - 1]?.plain ?? '') ? at - 1 : at;
  return begin <= first || opens.has(tokens[begin - 1]!.plain) || tokens[begin]!.before.startsWith(',');
}

function isOnlyTheirs(tokens: readonly Token[], { first, last }: Span): boolean {
  for (let at = first + 1; at <= last; at++) if (ours.has(tokens[at]!.plain) || (at - first <= newsWithin && reports.has(tokens[at]!.plain))) return false;
  return true;
}
