/** Who does it may be named: "Dave hits her", "Mr Abbott forces her to sign". Rules speak of "he" and "she". */
import type { Reworded } from './rewordings';
import { isName, isTitle, isWomansTitle } from './somebodyNamed';
import type { Token } from './token';
import { wordSet } from './wordSet';

type Span = { readonly first: number; readonly last: number };

const verbs = wordSet('is was has had will would can could does did took hit told made left threw shut stole got kept broke came went put said shook held spat bit beat cut bruised grabbed');
/** After these somebody does something: "said Dave hits her". */
const before = wordSet('and but that says said because so');
/** "The client", "this gentleman", "pt" */
const persons = wordSet('client patient pt su person lady gentleman gent man woman resident tenant');
const pointing = wordSet('the this my our');
/** Words after the verb within which it is said to whom. */
const toWhom = 3;

/** Undefined where no name stands, or does nothing. `isWord`: a word that a rule names is no name. */
export function namedSubject(text: string, tokens: readonly Token[], at: number, { first, last }: Span, isWord: (plain: string) => boolean): Reworded | undefined {
  if (at > first && !before.has(tokens[at - 1]!.plain) && !tokens[at]!.before.startsWith(',')) return undefined;
  const title = isTitle(tokens[at]!.plain) || (pointing.has(tokens[at]!.plain) && persons.has(tokens[at + 1]?.plain ?? '')) ? 1 : 0;
  const [name, verb] = [tokens[at + title], tokens[at + title + 1]];
  if (!verb || at + title >= last || verb.before !== ' ' || !(persons.has(name!.plain) || (isName(text, name!, isWord) && !name!.possessive)) || !isVerb(verb.plain)) return undefined;
  return { takes: title + 1, as: [isWomansTitle(tokens[at]!.plain) || isDoneToHim(tokens, at + title + 2, last) ? 'she' : 'he'] };
}

const isVerb = (plain: string): boolean => verbs.has(plain) || /(?:[^su]s|ed)$/.test(plain);

function isDoneToHim(tokens: readonly Token[], from: number, last: number): boolean {
  for (let at = from; at <= last && at < from + toWhom; at++) if (tokens[at]!.plain === 'him') return true;
  return false;
}
