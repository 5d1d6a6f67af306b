import fc from 'fast-check';
import { loadContent } from '../../../src/content/load';
import { readingFiles } from '../../../src/content/v1Reading';
import { LexiconFile } from '../../../src/domain/reading/lexicon';
import { groupOf } from '../../../src/domain/reading/groups';
import type { Mention } from '../../../src/domain/reading/mention';
import { PatternIndex } from '../../../src/domain/reading/patterns/patternIndex';
import { readPattern, type PatternSets } from '../../../src/domain/reading/patterns/patterns';
import { readText } from '../../../src/domain/reading/readText';
import { tokensOf } from '../../../src/domain/reading/words/tokens';
import { lookAlikes } from '../../support/lookAlikes';
import { anyText } from '../../support/anyText';

const { lexicon } = loadContent();
const read = (text: string): readonly Mention[] => readText(text, lexicon);
const sets = readingFiles.sets as PatternSets;
const files = Object.values(readingFiles.concerns).map((file) => LexiconFile.parse(file));

const entries = files.flatMap((file) => file.entries);

describe('a rule', () => {
  it.each(entries.filter(({ strength }) => strength === 'strong'))('$id reads its example', ({ id, example, urgency }) => {
    expect(read(example).find(({ rule }) => rule === id)).toMatchObject({ urgency, status: 'present', grade: 'prompt' });
  });
  it.each(entries.filter(({ strength }) => strength !== 'strong'))('$id holds words of its example, which is not passed over', ({ id, says, example }) => {
    expect(says.some((source) => isIn(source, example))).toBe(true);
    expect(read(example).some(({ code }) => groupOf(id.slice(0, 3)).has(code))).toBe(true);
  });
  it.each(entries)('$id does not take its counter-example for a concern', ({ id, counter }) => {
    expect(read(counter).filter(({ rule, grade }) => rule === id && grade === 'prompt')).toEqual([]);
  });
});

/** Whether a pattern of the rules is in a text, however it is read. */
function isIn(source: string, text: string): boolean {
  const tokens = tokensOf(text, lexicon.mend);
  return new PatternIndex([{ pattern: readPattern(source, sets) }]).foundIn(tokens, [{ first: 0, last: tokens.length - 1 }]).length > 0;
}

it('does not make a second concern of an everyday word that stands beside a prompt of another kind', () => {
  const shown = read('I took all my tablets this morning.').filter(({ grade }) => grade === 'prompt');
  expect(shown.map(({ code }) => code)).toEqual(['F01']);
});

it('takes two different signs of one entry together, and the same sign said twice for one', () => {
  const shown = (text: string): number => read(text).filter(({ grade }) => grade === 'prompt').length;
  expect(shown('Sugar sachets in her bag.')).toBe(0);
  expect(shown('Sugar sachets in her bag, sugar sachets in her purse.')).toBe(0);
  expect(shown('Sugar sachets in her bag, not a big eater, she says.')).toBeGreaterThan(0);
});

it('takes words of two families together in either order, and neither by itself', () => {
  const rulesIn = (text: string): readonly string[] => read(text).map(({ rule }) => rule);
  expect(rulesIn('She found an airtag and he knew when she left the gym.')).toContain('F17-wide-watch');
  expect(rulesIn('He knew when she left the gym, it was the airtag.')).toContain('F17-wide-watch');
  expect(rulesIn('She found an airtag.')).not.toContain('F17-wide-watch');
  expect(rulesIn('She found an airtag. On Monday, after the long walk, he knew when she left the gym.')).not.toContain('F17-wide-watch');
  expect(read('Nobody ordered her warfarin and she has nothing left.').find(({ rule }) => rule === 'F09-wide-without')?.words).toBe('warfarin and she has nothing left');
});

it.each([
  ['Any food in? None.', 'F25'],
  ['Quick check in. Heating on? Nope.', 'F25'],
  ['Somewhere to sleep tonight? No.', 'F24'],
  ['Safe at home? Not really.', 'F15'],
])('reads a short answer with what was asked: %s', (text, code) => {
  expect(read(text)).toContainEqual(expect.objectContaining({ code, status: 'present', grade: 'prompt' }));
});
it.each(['Any food allergies? None.', 'Safe at home? Yes.', 'Safe at home? No concerns.', 'Any food in? Plenty.'])('makes nothing of a short answer that all is well: %s', (text) => {
  expect(read(text).filter(({ grade }) => grade === 'prompt')).toEqual([]);
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
  it('never throws, whatever is typed', () => fc.assert(fc.property(anyText(), (text) => expect(Array.isArray(read(text))).toBe(true))));
});

describe('words as thumbs write them', () => {
  it.each([
    ['He says if I leave hell kill me', 'F17'],
    ['she said shed rather be dead than live like this', 'F03'],
    ['he screams in the babys face', 'F18'],
    ['Says he wantsto die, and hewants it over', 'F03'],
    ['she doesn\u2019twant to be alive', 'F03'],
    ['He stpped eating and drnking three days ago', 'F14'],
    ['helllp me i want to dieee', 'F03'],
    ['gona end it 2nite', 'F03'],
    ['she over dosed last nite', 'F01'],
  ])('%s', (text, code) => expect(read(text).some((mention) => groupOf(mention.code).has(code) && mention.grade === 'prompt')).toBe(true));
});

it('never takes an ordinary word for a slip', () => {
  const kept = new Set(readingFiles.lookAlikes as readonly string[]);
  expect(lookAlikes(20).filter((word) => !kept.has(word))).toEqual([]);
});

/** Notes out of the rules' own words, in any order, with marks and lines between. */
function noteFrom(): fc.Arbitrary<string> {
  const pieces = entries.flatMap(({ example, counter }) => [...example.split(' '), ...counter.split(' ')]);
  const words = fc.constantFrom(...new Set(['and', 'not', 'her brother', '.', ', ', '\n- ', 'if', ...pieces]));
  return fc.array(words, { maxLength: 60 }).map((all) => all.join(' '));
}
