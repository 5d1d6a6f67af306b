import fc from 'fast-check';
import { sentencesOf } from '../../../src/domain/reading/words/sentences';
import { anyText } from '../../support/anyText';

const texts = (note: string) => sentencesOf(note).map(({ text }) => text);

describe('a note cut into sentences', () => {
  it.each<[string, readonly string[]]>([
    ['Loves her garden. Fell in June! Why? ok', ['Loves her garden.', 'Fell in June!', 'Why?', 'ok']],
    ['- damp flat\n* no money\n• lonely', ['damp flat', 'no money', 'lonely']],
    ['Loves it • hates buses • tired', ['Loves it', 'hates buses', 'tired']],
    ['Saw Dr. Rao at 3.30 p.m. today, e.g. for the knee. Took 2.5 mg.', ['Saw Dr. Rao at 3.30 p.m. today, e.g. for the knee.', 'Took 2.5 mg.']],
    ['Mrs. K lives at St. Mary’s. Fine.', ['Mrs. K lives at St. Mary’s.', 'Fine.']],
    ['Really?! Yes... she said so.', ['Really?!', 'Yes...', 'she said so.']],
    ['She said “I am fine.” Then she cried.', ['She said “I am fine.”', 'Then she cried.']],
    ['one; two\r\nthree\rfour', ['one;', 'two', 'three', 'four']],
    ['🌱 🌱\n\n😀', ['🌱 🌱', '😀']],
    ['-----\n***\n \n', []],
    ['', []],
    ['أحب حديقتي. سقطت في يونيو؟ نعم', ['أحب حديقتي.', 'سقطت في يونيو؟', 'نعم']],
    ['_____\n==\n| BP | 120 |', ['BP | 120 |']],
    ['so did I. Then home', ['so did I.', 'Then home']],
    ['no punctuation at all', ['no punctuation at all']],
    ['In a lot of pain.He wants to go', ['In a lot of pain.', 'He wants to go']],
    ['sleeps badly.wants help.she is tired', ['sleeps badly.', 'wants help.', 'she is tired']],
    ['see nhs.uk or B.Singh or Mr.Singh', ['see nhs.uk or B.Singh or Mr.Singh']],
    ['mail a.person@example.org at 3.30 on the 4.Has tea', ['mail a.person@example.org at 3.30 on the 4.Has tea']],
  ])('%j', (note, expected) => expect(texts(note)).toEqual(expected));

  const note = fc.oneof(anyText(200), fc.array(fc.constantFrom('a', 'Dr', '.', '!', '?', ';', '\n', '\r', ' ', '-', '*', '•', '…', '“', '”', '3.5', '🌱', 'e.g.', '\u2028'), { maxLength: 60 }).map((pieces) => pieces.join('')));
  it('is stretches of the note itself: in order, not overlapping, trimmed, never empty', () => {
    fc.assert(
      fc.property(note, (text) => {
        let last = 0;
        for (const { start, end, text: own } of sentencesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(own).toBe(text.slice(start, end));
          expect(own).toBe(own.trim());
          expect(own).not.toBe('');
          last = end;
        }
      }),
    );
  });
  it('leaves nothing out but spaces and the marks of lists', () => {
    fc.assert(
      fc.property(note, (text) => {
        const found = sentencesOf(text);
        const left = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
        expect(left.replace(/[\s\-–—*•·_=|]+/g, '')).toBe('');
      }),
    );
  });

  it.each<[string, string]>([
    ['full stops', '.'], ['full stops with spaces', '. '], ['letters', 'a'], ['spaces', ' '], ['lines', '\n'], ['list marks', '- '], ['words', 'Loves her garden. '], ['titles', 'Dr. '], ['bullets', '•'], ['quotes', '.”'],
  ])('cuts a million characters into stretches of the text itself: %s', (_name, piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(sentencesOf(long).every(({ start, end, text }) => long.startsWith(text, start) && end === start + text.length)).toBe(true);
  });
});
