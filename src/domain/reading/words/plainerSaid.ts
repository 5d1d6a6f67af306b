/**
 * Sentences as they would be said with fewer words: without those that only weigh or are said of somebody in passing, and in the wording that the rules name.
 * Rules read a sentence as it is written and once more like this; nothing else is done with it.
 */
import { asideAt } from './asides';
import { wordsThatOnlyWeigh } from './makeweights';
import { namedObject } from './namedObject';
import { namedSubject } from './namedSubject';
import { rewordedAt, type Reworded } from './rewordings';
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
    if (addPlainer(text, tokens, part, made, isWord)) made.parts.push({ first, last: made.tokens.length - 1, of });
    else for (const list of [made.tokens, made.placeOf, made.reworded]) list.length = first;
  }
  if (made.parts.length === 0) return undefined;
  const isChanged = (first: number, last: number): boolean => made.placeOf[last]!.last - made.placeOf[first]!.first > last - first || made.reworded.slice(first, last + 1).includes(true);
  return { tokens: made.tokens, parts: made.parts, placeOf: made.placeOf, isChanged };
}

/** Whether anything of the sentence is left out or said otherwise, and something is left. */
function addPlainer(text: string, tokens: readonly Token[], { first, last }: Span, made: Made, isWord: (plain: string) => boolean): boolean {
  const before = made.tokens.length;
  let isChanged = false;
  for (let at = first; at <= last; ) {
    const left = at > first ? wordsThatOnlyWeigh(tokens, at) || asideAt(text, tokens, at, last) : 0;
    const reworded = left === 0 ? (rewordedAt(tokens, at, last) ?? namedSubject(text, tokens, at, { first, last }, isWord) ?? namedObject(text, tokens, at, last, isWord)) : undefined;
    if (reworded) addReworded(tokens, at, reworded, made);
    else if (left === 0) add(made, tokens[at]!, { first: at, last: at }, false);
    isChanged ||= left > 0 || reworded !== undefined;
    at += left + (reworded?.takes ?? (left === 0 ? 1 : 0));
  }
  return isChanged && made.tokens.length > before;
}

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
