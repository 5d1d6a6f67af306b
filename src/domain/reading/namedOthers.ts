/**
 * Somebody else who was named: "her sister Pat", "his mate Gaz". From then on the name is theirs: "Pat hears voices". Never
 * what they do to the person, or bring news of, nor a partner's, a carer's or a child's trouble.
 */
import type { Around, PersonHit, Span } from './findCues';
import { whoseClass } from './whoseClass';
import { cueAt } from './told';
import type { Token } from './tokens';
import { untilTurn } from './turns';
import type { World } from './worlds';

const titles = new Set(['mr', 'mrs', 'miss', 'ms', 'dr']);
const capital = /\p{Lu}/u;
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
  const isName = (at: number): boolean => tokens[at] !== undefined && capital.test(text[tokens[at].start]!) && tokens[at].before === ' ';
  return parts.map((part, at) => {
    const worlds = theirs.size > 0 ? worldsOf(text, tokens, part, theirs) : [];
    for (const hit of heard[at]!.people) {
      const last = titles.has(tokens[hit.last + 1]?.plain ?? '') ? hit.last + 2 : hit.last + 1;
      if (last <= part.last && isName(last) && !tokens[last]!.possessive && isNobodyNear(heard[at]!, hit) && !seen.has(tokens[last]!.plain)) theirs.set(tokens[last]!.plain, { first: hit.first, last });
    }
    for (let word = part.first; word <= part.last; word++) if (isName(word) || word === part.first) seen.add(tokens[word]!.plain);
    return worlds;
  });
}

const isNobodyNear = (around: Around, hit: PersonHit): boolean => hit.person.are !== 'many' && !around.tokens[hit.last]!.possessive && ['relative', 'somebody'].includes(whoseClass(around, hit));

function worldsOf(text: string, tokens: readonly Token[], part: Span, theirs: ReadonlyMap<string, Span>): readonly World[] {
  const worlds: World[] = [];
  for (let at = part.first; at < part.last; at++) {
    const { plain, start, possessive } = tokens[at]!;
    const named = theirs.get(plain);
    if (!named || possessive || !capital.test(text[start]!) || !isSubject(tokens, part, at)) continue;
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
