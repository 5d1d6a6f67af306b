/**
 * What in a text could tell who somebody is: it is shown to the worker, who confirms or rewords it, before the text
 * reaches a channel. It errs on the side of asking. It decides nothing and changes nothing.
 *
 * Every rule reads a text once, with bounded look-ahead, so that the longest text takes time in proportion to its length.
 */
import { findNames } from './findNames';
import { findOnline } from './findOnline';
import { everyday, streets, streetsWithCapital } from './personalWords';

export type PersonalDetail = { readonly start: number; readonly end: number; readonly kind: 'name' | 'phone' | 'postcode' | 'address' | 'date-of-birth' | 'nhs-number' | 'email' | 'online' | 'number-plate'; readonly text: string };
type Found = Omit<PersonalDetail, 'text'>;

/**
 * `known` are names of this case (the person's, an emergency contact's); `allowed` are towns, organisations and
 * activities that may be named. Returns what was found in the order of the text, overlaps merged into one.
 */
export function findPersonalDetails(text: string, { known, allowed = [] }: { readonly known: readonly string[]; readonly allowed?: readonly string[] }): PersonalDetail[] {
  const found: Found[] = [...findOnline(text), ...findPlates(text), ...findDates(text), ...findNumbers(text), ...findPostcodes(text), ...findAddresses(text), ...findNames(text, known, allowed).map((span) => ({ ...span, kind: 'name' as const }))];
  return mergeOverlaps(text, found.sort((a, b) => a.start - b.start || b.end - a.end)).map((detail) => ({ ...detail, text: text.slice(detail.start, detail.end) }));
}

/** Two names with one space between them are one. */
function mergeOverlaps(text: string, sorted: readonly Found[]): Found[] {
  const merged: Found[] = [];
  for (const found of sorted) {
    const last = merged.at(-1);
    const continues = last && (found.start < last.end || (last.kind === 'name' && found.kind === 'name' && text.slice(last.end, found.start) === ' '));
    if (last && continues) merged[merged.length - 1] = { ...last, end: Math.max(last.end, found.end) };
    else merged.push(found);
  }
  return merged;
}

const spansOf = (text: string, pattern: RegExp, kind: Found['kind'], accept: (match: RegExpMatchArray) => boolean = () => true): Found[] =>
  [...text.matchAll(pattern)].filter(accept).map((match) => ({ start: match.index, end: match.index + match[0].length, kind }));

/** Of today and of before 2001, which needs the word for it: too much else is written so. */
function findPlates(text: string): Found[] {
  const isPlate = ([, area = '', letters = '']: RegExpMatchArray): boolean => !everyday.has(area.toLowerCase()) && !everyday.has(letters.toLowerCase());
  return [
    ...spansOf(text, /(?<![\p{L}\p{Nd}])([a-z]{2})\d{2}\s?([a-z]{3})(?![\p{L}\p{Nd}])/giu, 'number-plate', isPlate),
    ...spansOf(text, /\b(?:reg|registration|number plate|plate)\b[^\d\n]{0,12}[a-z]{1,3}\s?\d{1,4}\s?[a-z]{0,3}\b/giu, 'number-plate'),
  ];
}

const monthWord = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const dayInWords = '(?:(?:twenty|thirty)[\\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const yearInWords = '(?:nineteen|twenty)[\\s-](?:hundred|oh|ten|eleven|twelve|[a-z]{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:[\\s-](?:and[\\s-])?(?:one|two|three|four|five|six|seven|eight|nine))?';
const dayAndMonth = `(?:${dayInWords}|\\d{1,2}(?:st|nd|rd|th)?)\\s(?:of\\s)?${monthWord}`;
const announcesBirth = '\\b(?:born|dob|date of birth|birthday)\\b[a-z,: ]{0,14}?\\s';
const datePatterns: readonly RegExp[] = [
  new RegExp(`\\b${dayInWords}\\s(?:of\\s)?${monthWord},?\\s(?:\\d{4}|${yearInWords})(?!\\d)`, 'giu'),
  new RegExp(`${announcesBirth}(?:${dayAndMonth}(?:,?\\s${yearInWords})?|${yearInWords})\\b`, 'giu'),
  /(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/gu,
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu,
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s{1,3}(?:of\\s{1,3})?${monthWord},?\\s{1,3}(?:\\d{4}|'?\\d{2})(?!\\d)`, 'giu'),
  new RegExp(`\\b${monthWord}\\s{1,3}\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,3}\\d{4}(?!\\d)`, 'giu'),
  /\b(?:born|dob|d\.o\.b\.?|date of birth|birthday)\b[^\d\n]{0,20}\d[\d/. -]{0,12}/giu,
];

/** A day with its year is taken for a birthday: the plan's own days are written without one. */
const findDates = (text: string): Found[] => datePatterns.flatMap((pattern) => spansOf(text, pattern, 'date-of-birth'));

const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '');

/** Telephone and NHS numbers: runs of digits with spaces, dots, dashes or brackets between. */
function findNumbers(text: string): Found[] {
  return [...text.matchAll(/[+(]?\p{Nd}(?:[ \t().\u2010-\u2015-]{0,3}\p{Nd}){5,15}/gu)].flatMap((match): Found[] => {
    const digits = digitsOf(match[0]);
    const before = text.slice(Math.max(0, match.index - 1), match.index);
    const isTimes = /^\d{1,2}\.\d{2}\s*[\u2010-\u2015-]\s*\d{1,2}\.\d{2}$/.test(match[0]);
    if (before === '£' || isTimes || /^\d{1,2}[/.-]\d{1,2}[/.-]\d/.test(match[0]) || /^\d{4}-\d{2}-\d{2}$/.test(match[0])) return [];
    const isNhs = digits.length === 10 && !digits.startsWith('0');
    return [{ start: match.index, end: match.index + match[0].length, kind: isNhs ? 'nhs-number' : 'phone' }];
  });
}

const findPostcodes = (text: string): Found[] => spansOf(text, /(?<![\p{L}\p{Nd}])[a-z]{1,2}\d[a-z\d]?\s{0,3}\d[a-z]{2}(?![\p{L}\p{Nd}])/giu, 'postcode');

const MOST_WORDS_BEFORE_STREET = 4;
/** Words that follow a number without making an address: "2 pm at the park", "20 minutes walk". */
const notAStreetName = new Set('am pm minute minutes min mins hour hours day days week weeks month months year years mile miles km people person times pound pounds of the a an at in on to for from by and or with my our out'.split(' '));

/** A number, a few words and a word for a street; or a flat and its number. */
function findAddresses(text: string): Found[] {
  const words = [...text.matchAll(/[\p{L}\p{Nd}][\p{L}\p{Nd}'\u2019-]*/gu)];
  return words.flatMap((match, index): Found[] => {
    const word = match[0];
    if (/^(?:flat|apartment|apt)$/i.test(word) && /^\d{1,4}[a-z]?$/i.test(words[index + 1]?.[0] ?? '')) return [{ start: match.index, end: endOf(words[index + 1]!), kind: 'address' }];
    if (!/^\d{1,4}[a-z]?$/i.test(word)) return [];
    for (const next of words.slice(index + 1, index + 2 + MOST_WORDS_BEFORE_STREET)) {
      if (next.index - match.index > 60 || /\d/.test(next[0]) || notAStreetName.has(next[0].toLowerCase())) return [];
      if (next !== words[index + 1] && isStreet(next[0])) return [{ start: match.index, end: endOf(next), kind: 'address' }];
    }
    return [];
  });
}

const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length;
const isStreet = (word: string): boolean => streets.has(word.toLowerCase()) || (streetsWithCapital.has(word.toLowerCase()) && /^\p{Lu}/u.test(word));
