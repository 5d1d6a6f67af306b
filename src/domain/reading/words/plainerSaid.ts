/**
 * Sentences as they would be said with fewer words: without those that only weigh or are said of somebody in passing, and in the wording that the rules name.
 * Rules read a sentence as it is written and once more like this; nothing else is done with it.
 */
import { asideAt } from './asides';
import { mayOnlyWeigh, wordsThatOnlyWeigh } from './makeweights';
import { namedObject } from './namedObject';
import { namedSubject } from './namedSubject';
import { mayBeReworded, rewordedAt, type Reworded } from './rewordings';
import { isSomebody, isTitle, opensNaming } from './somebodyNamed';
import type { Entry, Token } from './token';

type Span = { readonly first: number; readonly last: number };
/** What is left of sentences that could be said so, and where in the text what is left stands. */
export type PlainerSaid = {
  readonly tokens: readonly Token[];
  readonly parts: readonly (Span & { /** The number of the sentence. */ readonly of: number })[];
  readonly placeOf: readonly Span[];
  /** Whether anything between two of its words is said otherwise than it is written. */
  readonly isChanged: (first: number, last: number) => boolean;
};

type Made = { readonly tokens: Token[]; readonly parts: (Span & { of: number })[]; readonly placeOf: Span[]; readonly reworded: boolean[] };

/** Undefined where every sentence is said so already; `isWord` is of the words that rules name. Linear time. */
export function plainerSaid(text: string, tokens: readonly Token[], parts: readonly Span[], isWord: (plain: string) => boolean): PlainerSaid | undefined {
  const made: Made = { tokens: [], parts: [], placeOf: [], reworded: [] };
  for (const [of, part] of parts.entries()) {
    const first = made.tokens.length;
    if (addPlainer({ ...part, text, tokens, isWord }, made)) made.parts.push({ first, last: made.tokens.length - 1, of });
  }
  if (made.parts.length === 0) return undefined;
  const isChanged = (first: number, last: number): boolean => made.placeOf[last]!.last - made.placeOf[first]!.first > last - first || made.reworded.slice(first, last + 1).includes(true);
  return { tokens: made.tokens, parts: made.parts, placeOf: made.placeOf, isChanged };
}

/** What is left out from a place on, or said otherwise; undefined where nothing is. */
type Change = { readonly left: number } | Reworded;
type Sentence = Span & { readonly text: string; readonly tokens: readonly Token[]; readonly isWord: (plain: string) => boolean };

/** Whether anything of the sentence is left out or said otherwise, and something is left. */
function addPlainer(sentence: Sentence, made: Made): boolean {
  const { tokens, first, last } = sentence;
  const before = made.tokens.length;
  let at = first;
  while (at <= last && !changeAt(sentence, at)) at++;
  if (at > last) return false;
  for (let same = first; same < at; same++) add(made, tokens[same]!, { first: same, last: same }, false);
  while (at <= last) {
    const change = changeAt(sentence, at);
    if (!change) add(made, tokens[at]!, { first: at, last: at }, false);
    else if ('takes' in change) addReworded(tokens, at, change, made);
    at += change === undefined ? 1 : 'takes' in change ? change.takes : change.left;
  }
  return made.tokens.length > before;
}

function changeAt(sentence: Sentence, at: number): Change | undefined {
  const { text, tokens, first, last, isWord } = sentence;
  if (!mayChangeAt(text, tokens, at, first)) return undefined;
  const left = at > first ? wordsThatOnlyWeigh(tokens, at) || asideAt(text, tokens, at, last) : 0;
  if (left > 0) return { left };
  return rewordedAt(tokens, at, last) ?? namedSubject(text, tokens, at, { first, last }, isWord) ?? namedObject(text, tokens, at, last, isWord);
}

const here = 1;
const afterIt = 2;

/** Most words change nothing: looked at first, because it is asked of every word. What a spelling can change is found out once. */
function mayChangeAt(text: string, tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at]!;
  if (token.possessive || (token.before !== ' ' && token.before !== '') || (changesOf(token) & here) !== 0) return true;
  if (at > first && (changesOf(tokens[at - 1]!) & afterIt) !== 0) return true;
  const code = text.charCodeAt(token.start);
  return code >= 65 && code <= 90;
}

const changesOf = ({ entry, plain }: Token): number => (entry.changes ??= (mayOnlyWeigh(plain) || mayBeReworded(plain) || isTitle(plain) || opensNaming(plain) ? here : 0) | (isSomebody(plain) || opensNaming(plain) || plain === 'a' ? afterIt : 0));

function addReworded(tokens: readonly Token[], at: number, { takes, as, verb }: Reworded, made: Made): void {
  const last = at + takes - 1;
  as.forEach((plain, on) => {
    const place = verb ? (on === as.length - 1 ? { first: last, last } : { first: at, last: last - 1 }) : { first: at, last };
    add(made, { ...tokens[at]!, plain, before: on === 0 ? tokens[at]!.before : ' ', capitals: false, number: false, possessive: false, entry: entryOf(plain) }, place, true);
  });
}

function add(made: Made, token: Token, place: Span, isReworded: boolean): void {
  made.tokens.push(token);
  made.placeOf.push(place);
  made.reworded.push(isReworded);
}

const entries = new Map<string, Entry>();
function entryOf(plain: string): Entry {
  const known = entries.get(plain) ?? { number: 0 };
  entries.set(plain, known);
  return known;
}
