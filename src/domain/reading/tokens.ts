/** Words of a text with their places, each in a plain form in which people's many spellings meet. Linear time. */
import { openedWords } from './spellings';

export type Token = {
  /** Lower case, without apostrophes, contractions opened, slips mended. */
  readonly plain: string;
  /** Place in the text. Both halves of an opened contraction have the place of the whole. */
  readonly start: number;
  readonly end: number;
  /** What stands between the token before and this one, as it is written, up to 8 letters: ", ", " (", "\n- ". */
  readonly before: string;
  /** Written with two capitals or more, as abbreviations are: SI, OD'd. */
  readonly capitals: boolean;
  /** In figures or as a word: "7", "seven". */
  readonly number: boolean;
  /** "brother's": the plain form is "brother". */
  readonly possessive: boolean;
};

/** The word that was meant, when the one written is no ordinary word. */
export type Mend = (word: string) => string | undefined;

const word = /[\p{L}\p{N}]+(?:['\u2018\u2019`\u00b4]\p{L}+)*/gu;
/** Most words are: nothing about them has to be made plain. */
const plainly = /^[a-z]+$/;
const apostrophe = /['\u2018\u2019`\u00b4]/gu;

/** Tokens in the order of the text; spaces and marks are no tokens. */
export function tokensOf(text: string, mend: Mend = () => undefined): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: raw, index } of text.matchAll(word)) {
    const before = text.slice(last, index < last + 8 ? index : last + 8);
    last = index + raw.length;
    const capitals = isAbbreviation(raw);
    const { words, possessive } = plainWords(raw, mend);
    for (let at = 0; at < words.length; at++) tokens.push({ plain: words[at]!, start: index, end: last, capitals, before: at === 0 ? before : '', number: isNumber(words[at]!), possessive: possessive && at === words.length - 1 });
  }
  return tokens;
}

export const isAbbreviation = (written: string): boolean => !plainly.test(written) && /\p{Lu}.*\p{Lu}/u.test(written);

const isNumber = (plain: string): boolean => /^\d/.test(plain) || numberWords.has(plain);
const numberWords = new Set('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(' '));

/** The plain words of a phrase: what a pattern's words are put through as well. */
export const plainWordsOf = (phrase: string): readonly string[] => (plainly.test(phrase) ? (openedWords(phrase) ?? [phrase]) : tokensOf(phrase).map(({ plain }) => plain));

function plainWords(raw: string, mend: Mend): { readonly words: readonly string[]; readonly possessive: boolean } {
  if (plainly.test(raw)) return { words: openedWords(raw) ?? [mend(raw) ?? raw], possessive: false };
  const lower = raw.normalize('NFKC').toLowerCase();
  const straight = lower.replace(apostrophe, "'");
  const opened = openedWords(straight);
  if (opened) return { words: opened, possessive: false };
  if (straight.endsWith("'s")) return { words: [straight.slice(0, -2).replace(/'/g, '')], possessive: true };
  const plain = straight.replace(/'/g, '');
  const isName = /^\p{Lu}\p{Ll}/u.test(raw);
  return { words: [(isName ? undefined : mend(plain)) ?? plain], possessive: false };
}
