/** Where cues and people stand around a mention, and how the words of its sentence hang together. */
import type { CueRule, PeopleRule, Placed, PreparedCues, WordList } from './cues';
import type { Token } from '../words/tokens';

const { max, min } = Math;

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

type Found = { readonly taken: number; readonly placed: readonly Placed[] };
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
  for (const { item, first, last } of spans.length > 0 ? prepared.around.foundIn(tokens, spans) : none) if (first <= to) found[first] = longer(found[first], item, last - first + 1);
  return found;
}

const none: readonly never[] = [];

function longer(known: Found | undefined, item: Placed, taken: number): Found {
  if (!known || taken > known.taken) return { taken, placed: [item] };
  return taken === known.taken && !known.placed.includes(item) ? { taken, placed: [...known.placed, item] } : known;
}

/** "a chap who collapsed": the "who" of the mention says that the chap did. */
const isWho = (token: Token | undefined): boolean => token?.plain === 'who' || token?.plain === 'whose';

function isEdge(tokens: readonly Token[], from: number, at: number): boolean {
  const edge = edgeAt({ tokens, from }, at);
  return edge === 'comma' || edge === 'colon' || edge === 'stop';
}

/** Where what begins here ends at the latest. */
function pieceEnd(tokens: readonly Token[], from: number, at: number, most: number): number {
  let end = at;
  while (end < most && end - at < mostCueWords && !isEdge(tokens, from, end + 1)) end++;
  return end;
}

/** At each place the longest cue counts and takes its words; words of the mention itself are never a cue. */
export function lookAround(tokens: readonly Token[], span: Span, prepared: PreparedCues, sentence: Span = { first: 0, last: tokens.length - 1 }): Around {
  const from = max(sentence.first, span.first - before);
  const to = min(sentence.last, span.last + after);
  const found = lookedAt(tokens, prepared, from, to, sentence.last);
  const cues: CueHit[] = [];
  const people: PersonHit[] = [];
  const lastBefore = isWho(tokens[span.first]) ? span.first : span.first - 1;
  for (let at = from; at <= to; ) {
    if (at >= span.first && at <= span.last) at = span.last + 1;
    if (at > to) break;
    const whole = found[at] ?? nothing;
    const limit = at < span.first ? lastBefore : sentence.last;
    // A mention may cut it short.
    const { placed, taken } = whole.taken === 0 || at + whole.taken - 1 <= limit ? whole : longestAt(tokens, prepared, from, at, limit);
    for (const { cue, person } of placed) {
      if (cue) cues.push({ cue, first: at, last: at + taken - 1 });
      if (person) people.push({ person, first: at, last: at + taken - 1 });
    }
    at += max(1, taken);
  }
  return new Looked(tokens, span, from, to, cues, people, prepared, found);
}

class Looked implements Around {
  readonly #numbers: Int32Array;
  #within: readonly CueHit[] | undefined;

  constructor(
    readonly tokens: readonly Token[],
    readonly span: Span,
    readonly from: number,
    readonly to: number,
    readonly cues: readonly CueHit[],
    readonly people: readonly PersonHit[],
    private readonly prepared: PreparedCues,
    private readonly found: readonly (Found | undefined)[],
  ) {
    this.#numbers = prepared.book.numbered(tokens).words;
  }

  readonly word = (at: number): string => (at < this.from || at > this.to ? '' : this.tokens[at]!.plain);

  readonly is = (list: WordList, at: number): boolean => {
    if (at < this.from || at > this.to) return false;
    const { bits, bit } = this.prepared.lists.get(list)!;
    return (bits[this.#numbers[at]!]! & bit) !== 0;
  };

  readonly has = (list: WordList, plain: string): boolean => {
    const { bits, bit } = this.prepared.lists.get(list)!;
    return (bits[this.prepared.book.numberOf(plain)]! & bit) !== 0;
  };

  get within(): readonly CueHit[] {
    return (this.#within ??= this.#pastWithin());
  }

  #pastWithin(): readonly CueHit[] {
    const hits: CueHit[] = [];
    const last = min(this.span.last, this.to);
    for (let at = max(this.from, this.span.first - mostCutInto); at < this.span.first; at++) for (const { cue } of cutInto(this.found[at], at, this.span)) hits.push({ cue, first: at, last: at + this.found[at]!.taken - 1 });
    for (let at = this.span.first; at <= last; at++) {
      if (!this.found[at]) continue;
      const { taken, placed } = longestAt(this.tokens, this.prepared, this.from, at, last);
      for (const { cue } of placed) if (cue?.means === 'past' && (cue.over === 'clause' || cue.over === 'dated') && !cue.isCeased) hits.push({ cue, first: at, last: at + taken - 1 });
    }
    return hits;
  }
}

/** Words of a time before the mention that takes its last ones: "when her {husband was alive he hit her}". */
const mostCutInto = 4;
const cutInto = (found: Found | undefined, at: number, { first, last }: Span): readonly { readonly cue: CueRule }[] => (!found || at + found.taken <= first || at + found.taken - 1 > last ? none : found.placed.flatMap(({ cue }) => (cue?.means === 'past' && cue.over === 'dated' ? [{ cue }] : [])));

/** The longest of what stands at a place, taking nothing after `most`. */
function longestAt(tokens: readonly Token[], { around }: PreparedCues, from: number, at: number, most: number): Found {
  if (!around.mayBegin(tokens, at)) return nothing;
  let found = nothing;
  for (const { item, taken } of around.standingAt(tokens, at, pieceEnd(tokens, from, at, most))) {
    if (taken > found.taken) found = { taken, placed: [item] };
    else if (taken === found.taken) found = { taken, placed: [...found.placed, item] };
  }
  return found;
}

/** What stands between a token and the one before it. */
export type Edge = 'none' | 'comma' | 'colon' | 'slash' | 'quote' | 'stop';

export function edgeAt({ tokens, from }: Pick<Around, 'tokens' | 'from'>, at: number): Edge {
  const before = at <= from || at >= tokens.length ? '' : tokens[at]!.before;
  if (before === ' ' || before === '') return 'none';
  if (before === ', ') return 'comma';
  return edgeOf(before);
}

function edgeOf(before: string): Edge {
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
