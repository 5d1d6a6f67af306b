/**
 * Words that add force or doubt and no sense of their own: "he actually hits me", "she just kind of gave up eating". Rules read
 * a sentence as it is written and once more without them; nothing else is done with them.
 */
import type { Token } from './token';
import { wordSet } from './wordSet';

const makeweights = wordSet('bloody flipping flippin effing effin blooming blinking damn damned goddamn bleedin just really actually literally basically honestly simply absolutely completely totally genuinely clearly apparently obviously definitely');
/** After these "just" and its like say something: "not just", "if only just". */
const bound = wordSet('not no never nor without only or than');
/** "Some kind of", "what sort of": a sort is meant. */
const sorts = wordSet('a an the some any this that these those what which every each all same other another different one two no many of his her their my right wrong');
/** "He, you know, hits me"; not "do you know", nor "you know who". */
const asks = wordSet('do did does not if as let will would should could can that what who how where when why all than anyone someone people thing everything because think');
const whats = wordSet('what who how where when why if that the him her them it');

type Span = { readonly first: number; readonly last: number };
/** What is left of sentences that hold such words, and where each of the words that are left stands in the text. */
export type Lightened = { readonly tokens: readonly Token[]; readonly parts: readonly (Span & { /** The number of the sentence. */ readonly of: number })[]; readonly placeOf: readonly number[] };

/** Undefined where no sentence holds any. Linear time. */
export function lightened(tokens: readonly Token[], parts: readonly Span[]): Lightened | undefined {
  const left: { tokens: Token[]; parts: (Span & { of: number })[]; placeOf: number[] } = { tokens: [], parts: [], placeOf: [] };
  for (const [of, part] of parts.entries()) {
    const places = placesLeft(tokens, part);
    if (places.length === 0 || places.length > part.last - part.first) continue;
    left.parts.push({ first: left.tokens.length, last: left.tokens.length + places.length - 1, of });
    for (const place of places) left.tokens.push(tokens[place]!) && left.placeOf.push(place);
  }
  return left.parts.length === 0 ? undefined : left;
}

function placesLeft(tokens: readonly Token[], { first, last }: Span): readonly number[] {
  const places: number[] = [];
  for (let at = first; at <= last; ) {
    const words = at > first ? wordsThatOnlyWeigh(tokens, at) : 0;
    if (words === 0) places.push(at);
    at += words === 0 ? 1 : words;
  }
  return places;
}

/** How many words from here on say nothing. */
function wordsThatOnlyWeigh(tokens: readonly Token[], at: number): number {
  const { plain } = tokens[at]!;
  const before = tokens[at - 1]!.plain;
  if (makeweights.has(plain)) return bound.has(before) ? 0 : 1;
  const next = tokens[at + 1]?.plain;
  if ((plain === 'kind' || plain === 'sort') && next === 'of') return sorts.has(before) ? 0 : 2;
  return plain === 'you' && next === 'know' && !asks.has(before) && !whats.has(tokens[at + 2]?.plain ?? '') ? 2 : 0;
}
