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

export const looksLikeRef = (text: string): boolean => /^[a-z]{3,7}-\d{3}$/i.test(text.trim());
