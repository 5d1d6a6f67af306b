/** Words that are written so that no filter sees them: "k*ll", "su*cide", "k1ll". People do it where they learnt to, and mean what they say. */

const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };

export const isHidden = (written: string): boolean => /^[a-z].*[*\d]/.test(written);

/** The word of these that is hidden, the first of those that fit; undefined for none. */
export function hiddenWord(written: string, words: ReadonlySet<string>): string | undefined {
  if (!written.includes('*')) {
    const plain = written.replace(/[01345]/g, (figure) => letters[figure]!);
    return words.has(plain) ? plain : undefined;
  }
  const shape = new RegExp(`^${written.replace(/\*/g, '[a-z]')}$`);
  return alikeIn(words).get(keyOf(written))?.find((word) => shape.test(word));
}

type Alike = ReadonlyMap<string, readonly string[]>;
const known = new WeakMap<ReadonlySet<string>, Alike>();
const keyOf = (word: string): string => `${word[0]}${word.length}`;

/** The words by their first letter and length. */
function alikeIn(words: ReadonlySet<string>): Alike {
  const before = known.get(words);
  if (before) return before;
  const alike = new Map<string, string[]>();
  for (const word of words) alike.set(keyOf(word), [...(alike.get(keyOf(word)) ?? []), word]);
  known.set(words, alike);
  return alike;
}
