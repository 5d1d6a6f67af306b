import fc from 'fast-check';
import { loadContent } from '../../../src/content/load';
import { readingFiles } from '../../../src/content/v1Reading';
import { LexiconFile } from '../../../src/domain/reading/lexicon';
import type { Mention } from '../../../src/domain/reading/mention';
import { readText } from '../../../src/domain/reading/readText';
import { lookAlikes } from '../../support/lookAlikes';

const { lexicon } = loadContent();
const read = (text: string): readonly Mention[] => readText(text, lexicon);
const files = Object.values(readingFiles.concerns).map((file) => LexiconFile.parse(file));

describe('a rule', () => {
  describe.each(files.map(({ code, entries }) => ({ code, entries })))('of $code', ({ entries }) => {
    it.each(entries)('$id reads its example', ({ id, example, strength, urgency }) => {
      const mention = read(example).find(({ rule }) => rule === id);
      expect(mention).toMatchObject({ urgency, status: 'present', ...(strength === 'soft' ? {} : { grade: 'prompt' }) });
    });
    it.each(entries)('$id does not take its counter-example for a concern', ({ id, counter }) => {
      expect(read(counter).filter(({ rule, grade }) => rule === id && grade === 'prompt')).toEqual([]);
    });
  });
});

describe('what is read', () => {
  it('is quoted exactly, in order, within its sentence', () => {
    fc.assert(
      fc.property(noteFrom(), (text) => {
        let last = 0;
        for (const { start, end, words, sentence } of read(text)) {
          expect(words).toBe(text.slice(start, end));
          expect(start).toBeGreaterThanOrEqual(last);
          expect([start >= sentence.start, end <= sentence.end]).toEqual([true, true]);
          last = start;
        }
      }),
    );
  });
  it('is the same each time', () => fc.assert(fc.property(noteFrom(), (text) => expect(read(text)).toEqual(read(text)))));
  it('never throws, whatever is typed', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(Array.isArray(read(text))).toBe(true))));
});

it('never takes an ordinary word for a slip', () => {
  const kept = new Set(readingFiles.lookAlikes as readonly string[]);
  expect(lookAlikes().filter((word) => !kept.has(word))).toEqual([]);
});

/** Notes out of the rules' own words, in any order, with marks and lines between. */
function noteFrom(): fc.Arbitrary<string> {
  const pieces = files.flatMap(({ entries }) => entries.flatMap(({ example, counter }) => [...example.split(' '), ...counter.split(' ')]));
  const words = fc.constantFrom(...new Set(['and', 'not', 'her brother', '.', ', ', '\n- ', 'if', ...pieces]));
  return fc.array(words, { maxLength: 60 }).map((all) => all.join(' '));
}
