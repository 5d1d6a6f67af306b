/** A sentence as those see it who look for people in it: its words, where it is cut, what is a name and what a verb. */
import { edgeAt } from './findCues';
import { functionWords, isPerson, labels } from './personNouns';
import type { Token } from './tokens';

export type Words = { readonly text: string; readonly tokens: readonly Token[]; readonly from: number; readonly to: number };

export const plainAt = ({ tokens, from, to }: Words, at: number): string => (at < from || at > to ? '' : tokens[at]!.plain);
export const isApartAt = (words: Words, at: number): boolean => at > words.to || edgeAt(words, at) !== 'none';

export function isCapital({ text, tokens, from, to }: Words, at: number): boolean {
  const token = at < from || at > to ? undefined : tokens[at]!;
  if (!token || token.capitals) return false;
  const letter = text[token.start]!;
  return letter !== letter.toLowerCase() && !functionWords.has(token.plain) && !labels.has(token.plain);
}

/** A name inside a sentence, where nothing else is written with a capital. */
export const isNameAt = (words: Words, at: number): boolean => at > words.from && isCapital(words, at) && !isPerson(words.tokens[at]!.plain) && !days.has(words.tokens[at]!.plain) && !/["\u201c\u2018']\s*$/.test(words.tokens[at]!.before);
const days = new Set('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter god'.split(' '));

export const isVerbLike = (word: string): boolean => verbs.has(word) || /(?:[^e]ed|ing)$/.test(word);
const verbs = new Set('is was are were has have had does did do will would can could may might must should got gets went goes came comes fell falls took takes lost loses left leaves keeps kept says said tells told rang had died drinks drank lives lived thinks thought believes owes throws threw weighs hears heard sees saw stopped stops cries feels felt gets ran runs broke forgets cannot not never just still always threatened chased'.split(' '));
