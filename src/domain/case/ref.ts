/** A reference that people can read aloud and remember: a bird and three digits, or seven. It says nothing about the person. */
const birds = ['WREN', 'ROBIN', 'FINCH', 'SWIFT', 'HERON', 'LARK', 'DOVE', 'TEAL', 'ROOK', 'CRANE', 'EGRET', 'PLOVER', 'MARTIN', 'LINNET', 'AVOCET', 'DIPPER', 'KITE', 'OWL', 'STORK', 'TERN'];

/** Of the short ones there are 18,000. Where all that come up are taken, one of many digits is not. */
const [short, long] = [{ many: 12, from: 100, span: 900 }, { many: 4, from: 1_000_000, span: 9_000_000 }];

/** Candidates in a fixed order for one fresh id, the short ones first; the first that is not taken is used. */
export function refsFrom(freshId: string): readonly string[] {
  let seed = 2166136261;
  return [...Array.from({ length: short.many }, () => short), ...Array.from({ length: long.many }, () => long)].map(({ from, span }, index) => {
    for (const char of `${freshId}/${index}`) seed = Math.imul(seed ^ char.codePointAt(0)!, 16777619) >>> 0;
    return `${birds[seed % birds.length]}-${from + (Math.floor(seed / birds.length) % span)}`;
  });
}

const spaced = new RegExp(`^(${birds.join('|')})\\s+(?=\\d+$)`);

/** A reference as it is kept, however it was typed: "wren 204" on a phone; what is copied from a card has a hyphen at which no line breaks. */
export const plainRef = (text: string): string => text.trim().replace(/[\u2010-\u2015\u2212]/g, '-').toUpperCase().replace(spaced, '$1-');

export const looksLikeRef = (text: string): boolean => /^[A-Z]{3,7}-(\d{3}|\d{7})$/.test(plainRef(text));
