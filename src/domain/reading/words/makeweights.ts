/** Words that add force or doubt and no sense of their own: "he actually hits me", "she just kind of gave up eating", "he often hits her". */
import type { Token } from './token';
import { wordSet } from './wordSet';

const makeweights = wordSet('bloody flipping flippin effing effin blooming blinking damn damned goddamn bleedin just really actually literally basically honestly simply absolutely completely totally genuinely clearly apparently obviously definitely often sometimes regularly repeatedly always constantly continually frequently occasionally currently recently now still also even already deliberately secretly probably quickly then quite');
/** After these "just" and its like say something: "not just", "if only just". */
const bound = wordSet('not no never nor without only or than');
/** "can not even", "has not even": what is not even done is not done. */
const overNo = wordSet('even');
/** "Some kind of", "what sort of": a sort is meant. */
const sorts = wordSet('a an the some any this that these those what which every each all same other another different one two no many of his her their my right wrong');
/** "He, you know, hits me"; not "do you know", nor "you know who". */
const asks = wordSet('do did does not if as let will would should could can that what who how where when why all than anyone someone people thing everything because think');
const whats = wordSet('what who how where when why if that the him her them it');


/** Asked of a word by itself. */
export const mayOnlyWeigh = (plain: string): boolean => makeweights.has(plain) || plain === 'kind' || plain === 'sort' || plain === 'you';

/** How many words from here on say nothing; `at` is not the first word of its sentence. */
export function wordsThatOnlyWeigh(tokens: readonly Token[], at: number): number {
  const { plain } = tokens[at]!;
  const before = tokens[at - 1]!.plain;
  if (makeweights.has(plain)) return bound.has(before) && !(overNo.has(plain) && before === 'not') ? 0 : 1;
  const next = tokens[at + 1]?.plain;
  if ((plain === 'kind' || plain === 'sort') && next === 'of') return sorts.has(before) ? 0 : 2;
  return plain === 'you' && next === 'know' && !asks.has(before) && !whats.has(tokens[at + 2]?.plain ?? '') ? 2 : 0;
}
