/** Where cues and people stand around a mention, and how the words of its sentence hang together. */
import type { CueRule, PeopleRule, Placed, PreparedCues, WordList } from './cues';
import { matchPattern } from './matchPattern';
import { keysOf } from './patterns';
import type { Token } from './tokens';

export type Span = { readonly first: number; readonly last: number };
export type CueHit = Span & { readonly cue: CueRule };
export type PersonHit = Span & { readonly person: PeopleRule };

/** Everything that reading one mention looks at: at most `before` and `after` tokens, however long the sentence is. */
export type Around = {
  readonly tokens: readonly Token[];
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  readonly cues: readonly CueHit[];
  readonly people: readonly PersonHit[];
  /** Cues of the past among the mention's own words: "used to hit us". */
  readonly within: readonly CueHit[];
  /** Is the word at this place one of a list? False outside the sentence. */
  readonly is: (list: WordList, at: number) => boolean;
  readonly word: (at: number) => string;
  readonly has: (list: WordList, word: string) => boolean;
};

const before = 60;
const after = 30;
const mostCueWords = 12;

type Found = { readonly taken: number; readonly placed: Placed[] };
const nothing: Found = { taken: 0, placed: [] };
type Kept = { readonly at: (Found | undefined)[]; /** Where the sentence ended for which a place was looked at. */ readonly ends: number[] };

const kept = new WeakMap<PreparedCues, WeakMap<readonly Token[], Kept>>();

function keptOf(tokens: readonly Token[], prepared: PreparedCues): Kept {
  const texts = kept.get(prepared) ?? new WeakMap<readonly Token[], Kept>();
  kept.set(prepared, texts);
  const found = texts.get(tokens) ?? { at: [], ends: [] };
  texts.set(tokens, found);
  return found;
}

/** Looks once at each place for all mentions of a text. A cue does not span a comma: "food in, daughter visits". */
function lookedAt(tokens: readonly Token[], prepared: PreparedCues, from: number, to: number, end: number): readonly (Found | undefined)[] {
  const { at: found, ends } = keptOf(tokens, prepared);
  const spans: Span[] = [];
  for (let at = from; at <= to; at++) {
    if (ends[at] === end) continue;
    const first = at;
    for (; at <= to && ends[at] !== end && (at === first || !isEdge(tokens, from, at)); at++) [ends[at], found[at]] = [end, undefined];
    const last = at - 1;
    at = last;
    spans.push({ first, last: pieceEnd(tokens, from, last, end) });
  }
  for (const { item, first, last } of spans.length > 0 ? prepared.index.foundIn(tokens, spans) : []) if (first <= to) found[first] = longer(found[first], item, last - first + 1);
  return found;
}

function longer(known: Found | undefined, item: Placed, taken: number): Found {
  if (!known || taken > known.taken) return { taken, placed: [item] };
  if (taken === known.taken && !known.placed.includes(item)) known.placed.push(item);
  return known;
}

/** "a chap who collapsed": the "who" of the mention says that the chap did. */
const isWho = (token: Token | undefined): boolean => token?.plain === 'who' || token?.plain === 'whose';

const isEdge = (tokens: readonly Token[], from: number, at: number): boolean => ['comma', 'colon', 'stop'].includes(edgeAt({ tokens, from }, at));

/** Where what begins here ends at the latest. */
function pieceEnd(tokens: readonly Token[], from: number, at: number, most: number): number {
  let end = at;
  while (end < most && end - at < mostCueWords && !isEdge(tokens, from, end + 1)) end++;
  return end;
}

/** At each place the longest cue counts and takes its words; words of the mention itself are never a cue. */
export function lookAround(tokens: readonly Token[], span: Span, prepared: PreparedCues, sentence: Span = { first: 0, last: tokens.length - 1 }): Around {
  const { byFirst, lists } = prepared;
  const from = Math.max(sentence.first, span.first - before);
  const to = Math.min(sentence.last, span.last + after);
  const found = lookedAt(tokens, prepared, from, to, sentence.last);
  const cues: CueHit[] = [];
  const people: PersonHit[] = [];
  const lastBefore = isWho(tokens[span.first]) ? span.first : span.first - 1;
  for (let at = from; at <= to; ) {
    if (at >= span.first && at <= span.last) at = span.last + 1;
    if (at > to) break;
    const { placed, taken } = cuesAt(at, at < span.first ? lastBefore : sentence.last);
    for (const { cue, person } of placed) {
      if (cue) cues.push({ cue, first: at, last: at + taken - 1 });
      if (person) people.push({ person, first: at, last: at + taken - 1 });
    }
    at += Math.max(1, taken);
  }
  const word = (at: number): string => (at < from || at > to ? '' : tokens[at]!.plain);
  const has = (list: WordList, plain: string): boolean => lists.get(list)?.has(plain) === true;
  return { tokens, span, from, to, cues, people, within: pastWithin(), word, has, is: (list, at) => has(list, word(at)) };

  function pastWithin(): readonly CueHit[] {
    const hits: CueHit[] = [];
    for (let at = span.first; at <= Math.min(span.last, to); at++) {
      const { taken, placed } = longestAt(at, Math.min(span.last, to));
      for (const { cue } of placed) if (cue?.means === 'past' && (cue.over === 'clause' || cue.over === 'dated') && !cue.isCeased) hits.push({ cue, first: at, last: at + taken - 1 });
    }
    return hits;
  }

  /** What stands at a place, unless a mention cuts it short. */
  function cuesAt(at: number, limit: number): Found {
    const whole = found[at] ?? nothing;
    return at + whole.taken - 1 <= limit ? whole : longestAt(at, limit);
  }

  function longestAt(at: number, most: number): Found {
    let found = nothing;
    let limit = -1;
    for (const key of keysOf(tokens[at]!)) {
      for (const each of byFirst.get(key) ?? []) {
        if (limit < 0) limit = pieceEnd(tokens, from, at, most);
        const taken = matchPattern(each.pattern, tokens, at, limit) ?? 0;
        if (taken > found.taken) found = { taken, placed: [each] };
        else if (taken === found.taken && taken > 0) found.placed.push(each);
      }
    }
    return found;
  }
}

/** What stands between a token and the one before it. */
export type Edge = 'none' | 'comma' | 'colon' | 'slash' | 'quote' | 'stop';

export function edgeAt({ tokens, from }: Pick<Around, 'tokens' | 'from'>, at: number): Edge {
  const before = at <= from || at >= tokens.length ? '' : tokens[at]!.before;
  if (before === ' ' || before === '') return 'none';
  if (before === ', ') return 'comma';
  if (/^[\u2013-]$/.test(before)) return 'none';
  const marks = before.trim();
  if (marks === '') return /[\n\r]/.test(before) ? 'stop' : 'none';
  if (/[;()[\]\u2022\u2192.!?\u2026\u2013\u2014]|[-=]>/.test(marks) || / -+ /.test(before)) return 'stop';
  if (marks.includes(':')) return 'colon';
  if (marks.includes(',')) return 'comma';
  if (/[/&+]/.test(marks)) return 'slash';
  return /["'\u201c\u201d\u2018\u2019]/.test(marks) ? 'quote' : 'none';
}

export const hasCue = ({ cues }: Around, at: number, means: CueRule['means']): boolean => cues.some((hit) => hit.cue.means === means && hit.first <= at && at <= hit.last);

/** "he" in "and he drinks" begins a clause; in "denies that he drinks", "feels he drinks" it does not. */
export function beginsClause(around: Around, at: number): boolean {
  if (!around.is('subjects', at)) return false;
  const told = around.is('objects', at - 1) && around.is('thinking', at - 2);
  return !((told || around.is('thinking', at - 1)) && edgeAt(around, at) === 'none');
}
