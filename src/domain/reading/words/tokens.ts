/** Words of a text with their places, each in a plain form in which people's many spellings meet. Linear time. */
import { isUnseen } from './copied';
import { isPossessive, mayChangeBeside, mendedBeside } from './mendBeside';
import { opensSentence, partedAfterContraction } from './parted';
import { openedWords } from './spellings';
import type { Entry, Token } from './token';
import { isOnlyOath, isSaidAgain, marksWithout, unmeantAs, type Unmeant } from './unmeant';

export type { Token };

/** The word that was meant, when the one written is no ordinary word; or two words that run together, with a space between. */
export type Mend = (word: string) => string | undefined;

/** Most words are: nothing about them has to be made plain. */
const plainly = /^[a-z]+$/;
const apostrophe = /['\u2018\u2019`\u00b4]+/gu;
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const isApostrophe = (char: string | undefined): boolean => char === "'" || char === '\u2019' || char === '\u2018' || char === '`' || char === '\u00b4';

/** What a word as it is written is made into. Words looked up before are kept: notes of one service say the same words again and again. */
type Form = { readonly words: readonly string[]; readonly numbers: readonly boolean[]; readonly capitals: boolean; readonly possessive: boolean; readonly mayChange: boolean; readonly unmeant: Unmeant | undefined; readonly entries: readonly Entry[] };
const forms = new WeakMap<Mend, Map<string, Form>>();
const mostForms = 20_000;
const longestForm = 24;

function formOf(raw: string, mend: Mend, known: Map<string, Form>): Form {
  const before = known.get(raw);
  if (before) return before;
  const { words, possessive } = plainWords(raw, mend);
  const capitals = isAbbreviation(raw);
  const form = { words, numbers: words.map(isNumber), capitals, possessive, unmeant: words.length === 1 && !possessive ? unmeantAs(words[0]!, isNumber(words[0]!), capitals) : undefined, mayChange: words.length === 1 && mayChangeBeside(words[0]!), entries: words.map((): Entry => ({ number: 0 })) };
  if (raw.length > longestForm) return form;
  if (known.size > mostForms) known.clear();
  known.set(raw, form);
  return form;
}

const noMend: Mend = () => undefined;

/** Tokens in the order of the text; spaces and marks are no tokens. */
export function tokensOf(text: string, mend: Mend = noMend): readonly Token[] {
  const tokens: Token[] = [];
  const known = forms.get(mend) ?? new Map<string, Form>();
  forms.set(mend, known);
  let last = 0;
  let leftOut: string | undefined;
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, last)) {
    const end = endOfWord(text, start);
    const between = start === last + 1 && text[last] === ' ' ? ' ' : text.slice(last, start < last + 8 ? start : last + 8);
    const before = leftOut === undefined ? between : marksWithout(leftOut, between);
    last = end;
    const { words, numbers, capitals, possessive, mayChange, unmeant, entries } = formOf(text.slice(start, end), mend, known);
    leftOut = unmeant !== undefined && isUnmeant(unmeant, words[0]!, before, tokens.at(-1), text, end) ? before : undefined;
    for (let at = leftOut === undefined ? 0 : words.length; at < words.length; at++) tokens.push({ plain: words[at]!, start, end, capitals, before: at === 0 ? before : '', number: numbers[at]!, possessive: possessive && at === words.length - 1, mayChange, entry: entries[at]! });
  }
  return mendedBeside(tokens);
}

const isUnmeant = (unmeant: Unmeant, plain: string, before: string, previous: Token | undefined, text: string, end: number): boolean => unmeant === 'filler' || (unmeant === 'oath' ? isOnlyOath(plain, text.slice(end, end + longestForm)) : isSaidAgain(plain, before, previous?.plain));

const letter = 1;
const figure = 2;
/** Of each of the first characters whether it is a letter or a figure. */
const plainKinds = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z]/.test(String.fromCharCode(code)) ? letter : /\d/.test(String.fromCharCode(code)) ? figure : 0));

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? plainKinds[code]! : at < text.length ? kindOf(String.fromCodePoint(text.codePointAt(at)!)) : 0;
}
const kindOf = (char: string): number => (/^\p{L}/u.test(char) ? letter : /^\p{N}/u.test(char) ? figure : 0);
/** Some characters take two places. */
const after = (text: string, at: number): number => (text.charCodeAt(at) >= 0xd800 && text.codePointAt(at)! > 0xffff ? at + 2 : at + 1);

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === 0 && !isAnd(text, at)) at = after(text, at);
  return at;
}

/** "he shouts & hits": a mark that is a word. */
const isAnd = (text: string, at: number): boolean => (text[at] === '&' || text[at] === '+') && text[at - 1] === ' ' && text[at + 1] === ' ' && kindAt(text, at + 2) !== 0;

/** "£2.40", "£1,250.50": a price is one number. */
function endOfPrice(text: string, start: number): number {
  price.lastIndex = start;
  return start + (price.exec(text)?.[0].length ?? 0);
}
const price = /\d+(?:,\d{3})*(?:\.\d{1,2})?(?!\d)/y;

/** A word goes on over an apostrophe between letters, over what is not seen, and over stars in place of its letters. */
function endOfWord(text: string, start: number): number {
  if (kindAt(text, start) === 0) return start + 1;
  let at = text[start - 1] === '£' ? endOfPrice(text, start) : start;
  while (kindAt(text, at) !== 0) at = after(text, at);
  for (let next = overMarks(text, at); next > at && kindAt(text, next) === letter; next = overMarks(text, at)) {
    at = next;
    while (kindAt(text, at) === letter) at = after(text, at);
  }
  return at;
}

/** "su*cide", "f**k" */
const mostHidden = 3;

function overMarks(text: string, from: number): number {
  let at = from;
  while (isApostrophe(text[at]) || isUnseen(text[at])) at++;
  if (at === from && at > 0) while (text[at] === '*' && at < from + mostHidden) at++;
  return at;
}

export const isAbbreviation = (written: string): boolean => !plainly.test(written) && /\p{Lu}.*\p{Lu}/u.test(written);

const isNumber = (plain: string): boolean => /^\d/.test(plain) || numberWords.has(plain);
const numberWords = new Set('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(' '));

/** The plain words of a phrase: what a pattern's words are put through as well. */
export const plainWordsOf = (phrase: string): readonly string[] => (plainly.test(phrase) ? (openedWords(phrase) ?? [phrase]) : tokensOf(phrase).map(({ plain }) => plain));

/** "husband w dementia"; "Mr W" is a name. "In t' kitchen". */
const short = new Map([['w', ['with']], ['t', ['the']]]);

function plainWords(raw: string, mend: Mend): { readonly words: readonly string[]; readonly possessive: boolean } {
  if (plainly.test(raw) && !isPossessive(raw)) return { words: short.get(raw) ?? openedWords(raw) ?? mended(raw, mend), possessive: false };
  const lower = raw.normalize('NFKC').toLowerCase().replace(unseen, '');
  const straight = lower.replace(apostrophe, "'");
  const opened = openedWords(straight);
  if (opened) return { words: opened, possessive: false };
  if (/^t'[a-z]{3}/.test(straight)) return { words: ['the', ...plainWords(raw.slice(2), mend).words], possessive: false };
  if (straight.endsWith("'s")) return { words: [straight.slice(0, -2).replace(/'/g, '')], possessive: true };
  if (isPossessive(straight)) return { words: [straight.slice(0, -1)], possessive: true };
  const runOn = partedAfterContraction(straight);
  if (runOn) return { words: runOn.flatMap((part) => plainWords(part, mend).words), possessive: false };
  const plain = straight.replace(/'/g, '');
  const isName = /^\p{Lu}\p{Ll}/u.test(raw);
  return { words: isName ? asName(plain, mend) : mended(plain, mend), possessive: false };
}

/** A name is no slip, but "Hewants" is two words. */
function asName(plain: string, mend: Mend): readonly string[] {
  const meant = plain.length < longestForm ? mend(plain) : undefined;
  return meant !== undefined && opensSentence(meant) ? meant.split(' ') : [plain];
}

/** Of words that run together each is opened by itself. */
const mended = (plain: string, mend: Mend): readonly string[] => {
  const meant = mend(plain) ?? plain;
  return meant.includes(' ') ? meant.split(' ').flatMap((word) => openedWords(word) ?? [word]) : [meant];
};
