/** What looks like somebody's name. A capital in the middle of a sentence is enough to ask. */
import { announcedNames } from './findSmallNames';
import { capitalised, everyday, givenNames, kin, nameOrWord } from './personalWords';

export type Span = { readonly start: number; readonly end: number };
type Word = Span & { readonly text: string; readonly small: string; readonly isCapital: boolean; readonly startsSentence: boolean };

/** Returns spans that may overlap. `known` names are found in any spelling of case; `allowed` phrases are never names. */
export function findNames(text: string, known: readonly string[], allowed: readonly string[]): Span[] {
  const words = wordsOf(text);
  const letters = words.filter(({ text: word }) => word.length > 1);
  // Where everything is a capital, a capital tells nothing.
  const shouted = letters.length > 2 && letters.filter(({ text: word }) => word === word.toUpperCase()).length > letters.length / 2;
  const free = withoutAllowed(words, allowed);
  return [...knownNames(words, known), ...unspacedNames(text, known), ...titledNames(words), ...introducedNames(words), ...announcedNames(words, free).map(({ start, end }) => ({ start, end })), ...listedNames(words, free), ...(shouted ? [] : capitalNames(words, free))];
}

function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'\u2019]*/gu)].map((match) => {
    const word = match[0].replace(/['\u2019](?:s|S)?$/u, '');
    const between = text.slice(Math.max(end, match.index - 40), match.index);
    const startsSentence = end === 0 ? !/\p{Nd}/u.test(between) : /[.!?\u2026](?=\s|$)|[\n\u2022]|^\s*[\u2018\u201c"(]|^\s*\d{1,2}[).]\s*$/u.test(between);
    end = match.index + match[0].length;
    return { start: match.index, end: match.index + word.length, text: word, small: plainWord(word), isCapital: /^\p{Lu}/u.test(word), startsSentence };
  });
}

const plainWord = (word: string): string => word.normalize('NFC').toLowerCase().replace(/['\u2019]/g, '');
const wordsIn = (phrase: string): string[] => wordsOf(phrase).map(({ small }) => small);

/** Phrases by their first word: every place of the text looks at those few alone. */
function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const index = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const parts = wordsIn(phrase);
    if (parts[0] !== undefined) index.set(parts[0], [...(index.get(parts[0]) ?? []), parts]);
  }
  return index;
}

const standsAt = (words: readonly Word[], at: number, phrase: readonly string[]): boolean => phrase.every((part, offset) => words[at + offset]?.small === part);

function withoutAllowed(words: readonly Word[], allowed: readonly string[]): ReadonlySet<Word> {
  const index = byFirstWord(allowed);
  const free = new Set(words);
  words.forEach(({ small }, at) => {
    for (const phrase of index.get(small) ?? []) if (standsAt(words, at, phrase)) for (let step = 0; step < phrase.length; step++) free.delete(words[at + step]!);
  });
  return free;
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'rev', 'reverend', 'father', 'sister', 'auntie', 'aunt', 'uncle', 'sir', 'lady', 'pc', 'imam', 'rabbi', 'nurse']);

/** The whole name in any case, and each part of it that is long enough; a part that is also a word needs its capital. */
function knownNames(words: readonly Word[], known: readonly string[]): Span[] {
  const wholes = byFirstWord(known.filter((name) => wordsIn(name).length > 1));
  const parts = new Set(known.flatMap(wordsIn).filter((part) => part.length > 1 && !titles.has(part)));
  return words.flatMap((word, at): Span[] => {
    const whole = (wholes.get(word.small) ?? []).find((phrase) => standsAt(words, at, phrase));
    if (whole) return [{ start: word.start, end: words[at + whole.length - 1]!.end }];
    if (!parts.has(word.small)) return [];
    const isPlainWord = nameOrWord.has(word.small) || everyday.has(word.small);
    return !isPlainWord || (word.isCapital && !(word.startsSentence && everyday.has(word.small))) ? [{ start: word.start, end: word.end }] : [];
  });
}

/** Scripts without capitals may have no gaps between words either. */
function unspacedNames(text: string, known: readonly string[]): Span[] {
  const names = known.map((name) => name.trim()).filter((name) => name !== '' && name.toLowerCase() === name.toUpperCase());
  return names.flatMap((name) => {
    const spans: Span[] = [];
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) spans.push({ start, end: start + name.length });
    return spans;
  });
}

function titledNames(words: readonly Word[]): Span[] {
  return words.flatMap((word, at): Span[] => {
    const next = words[at + 1];
    if (!next || !titles.has(word.small) || next.start - word.end > 3) return [];
    const always = word.small === 'mr' || word.small === 'mrs';
    return always || (next.isCapital && !isHarmless(next)) ? [{ start: word.start, end: next.end }] : [];
  });
}

/** "named X", "name is X" and "name's X" bring a name however it is written. */
function introducedNames(words: readonly Word[]): Span[] {
  return words.flatMap((word, at): Span[] => {
    const name = word.small === 'named' ? words[at + 1] : (word.small === 'name' || word.small === 'names') && words[at + 1]?.small === 'is' ? words[at + 2] : undefined;
    return name && !everyday.has(name.small) ? [{ start: name.start, end: name.end }] : [];
  });
}

/** Names that are nothing else, written small or first in a sentence. */
const listedNames = (words: readonly Word[], free: ReadonlySet<Word>): Span[] => words.filter((word) => free.has(word) && givenNames.has(word.small)).map(({ start, end }) => ({ start, end }));

const isHarmless = ({ small }: Word): boolean => small.length < 2 || capitalised.has(small) || everyday.has(small);

/** What people say of people: it tells a name at the start of a sentence from any other word there. */
const doneByPeople = new Set(['meets', 'rings', 'phones', 'calls', 'said', 'says', 'drives', 'visits', 'collects', 'knows', 'told']);
const mayDo = new Set(['will', 'can', 'could', 'would', 'might', 'should']);
const thenDo = new Set(['meet', 'ring', 'phone', 'call', 'drive', 'visit', 'collect', 'come', 'pick', 'text', 'drop']);

function capitalNames(words: readonly Word[], free: ReadonlySet<Word>): Span[] {
  const mayBeName = (word: Word | undefined): word is Word => word !== undefined && word.isCapital && free.has(word) && !isHarmless(word);
  return words
    .filter((word, at) => mayBeName(word) && (!word.startsSentence || isFollowedLikeAName(words, at) || kin.has(words[at - 1]?.small ?? '') || (mayBeName(words[at + 1]) && !words[at + 1]!.startsSentence)))
    .map(({ start, end }) => ({ start, end }));
}

function isFollowedLikeAName(words: readonly Word[], at: number): boolean {
  const [next, third] = [words[at + 1]?.small ?? '', words[at + 2]?.small ?? ''];
  return doneByPeople.has(next) || (mayDo.has(next) && thenDo.has(third)) || (next === 'and' && (third === 'i' || third === 'me'));
}
