/** A reference that people can read aloud and remember: a bird and three digits. It says nothing about the person. */
const birds = ['WREN', 'ROBIN', 'FINCH', 'SWIFT', 'HERON', 'LARK', 'DOVE', 'TEAL', 'ROOK', 'CRANE', 'EGRET', 'PLOVER', 'MARTIN', 'LINNET', 'AVOCET', 'DIPPER', 'KITE', 'OWL', 'STORK', 'TERN'];

/** Candidates in a fixed order for one fresh id; the first that is not taken is used. */
export function refsFrom(freshId: string, count = 12): readonly string[] {
  let seed = 2166136261;
  return Array.from({ length: count }, (_, index) => {
    for (const char of `${freshId}/${index}`) seed = Math.imul(seed ^ char.codePointAt(0)!, 16777619) >>> 0;
    return `${birds[seed % birds.length]}-${100 + (Math.floor(seed / birds.length) % 900)}`;
  });
}

/** A reference as it is kept, however it was typed: what is copied from a card has a hyphen at which no line breaks. */
export const plainRef = (text: string): string => text.trim().replace(/[\u2010-\u2015\u2212]/g, '-').toUpperCase();

export const looksLikeRef = (text: string): boolean => /^[A-Z]{3,7}-\d{3}$/.test(plainRef(text));
