/** Words brought down to a common form, so that "gardening" finds "garden". Small on purpose: it never joins two words that a reader would keep apart. */
import { plain } from './phrase';

const doubled = /([bdgklmnprt])\1$/;

export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const single = withoutPlural(word);
  for (const ending of ['ing', 'ed']) {
    const rest = single.slice(0, -ending.length);
    if (single.endsWith(ending) && rest.length >= 3 && /[aeiouy]/.test(rest)) return withoutLastE(rest.replace(doubled, '$1'));
  }
  if (single.endsWith('er') && single.length >= 6) return withoutLastE(single.slice(0, -2).replace(doubled, '$1'));
  return withoutLastE(single);
}

const withoutPlural = (word: string): string => {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
};
const withoutLastE = (word: string): string => (word.length >= 4 && word.endsWith('e') ? word.slice(0, -1) : word);

export const tokensOf = (text: string): string[] => plain(text).trim().split(' ').filter((token) => token !== '');
export const stemsOf = (text: string): string[] => tokensOf(text).map(stemOf);

const known = new WeakMap<readonly string[], readonly (readonly string[])[]>();

/** Of each phrase of a list of the directory, worked out once. */
export function stemsOfEach(phrases: readonly string[]): readonly (readonly string[])[] {
  const before = known.get(phrases) ?? phrases.map(stemsOf);
  known.set(phrases, before);
  return before;
}
