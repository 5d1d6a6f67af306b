import fc from 'fast-check';

const codePoints = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map((code) => String.fromCodePoint(code));

/** Several code points that are one to whoever reads them, and words that mean something to the language of this program. */
const wholes = ['e\u0301', '\u{1f9d1}\u200d\u{1f33e}', '\u{1f1ec}\u{1f1e7}', '\u{1f44d}\u{1f3fd}', '\u0ba4\u0bcb', '\u1112\u1161\u11ab', '__proto__', 'constructor', 'toString', '\r\n'];

/** The library's own units of all Unicode build a map of a million characters before the first text. */
const unit = fc.oneof(
  { weight: 4, arbitrary: codePoints(0x20, 0x7e) },
  { weight: 2, arbitrary: codePoints(0, 0xd7ff) },
  { weight: 2, arbitrary: codePoints(0xe000, 0x10ffff) },
  { weight: 1, arbitrary: fc.constantFrom(...wholes) },
);

/** Anything that can be typed or pasted, of all of Unicode; `maxLength` counts what stands as one. */
export const anyText = (maxLength?: number): fc.Arbitrary<string> => fc.string({ unit, ...(maxLength === undefined ? {} : { maxLength }) });
