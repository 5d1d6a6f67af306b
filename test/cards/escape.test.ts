import fc from 'fast-check';
import { cleanText, escapeText, plainLine, quoted, shorten, unescaped } from '../../src/cards/escape';
import { anyText } from '../support/anyText';

describe('text from people on a card', () => {
  it.each([
    ['**bold** and _italic_', '\\*\\*bold\\*\\* and \\_italic\\_'],
    ['[a link](https://example.org)', '\\[a link\\](https://example.org)'],
    ['<at>Wren</at>', '\\<at\\>Wren\\</at\\>'],
    ['# loud', '\\# loud'],
    ['- one', '\\- one'],
    ['1. one', '1\\. one'],
    ['fish & chips', 'fish \\& chips'],
  ])('%s shows as it was typed', (typed, escaped) => expect(escapeText(typed)).toBe(escaped));

  it('becomes no date of the reader', () => expect(escapeText('{{DATE(2026-11-02)}}')).not.toContain('{{'));

  it('stays in its own direction', () => {
    expect(escapeText('\u05e9\u05dc\u05d5\u05dd')).toBe('\u2068\u05e9\u05dc\u05d5\u05dd\u2069');
    expect(escapeText('hello \u202Eolleh\u202C')).toBe('hello olleh');
  });

  it('keeps emoji whole', () => {
    const gardener = '\ud83e\uddd1\u200d\ud83c\udf3e';
    expect(escapeText(gardener)).toBe(gardener);
    expect(shorten(gardener.repeat(3), 2)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('reads aloud as it was typed, whatever it holds', () => {
    const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();
    fc.assert(fc.property(anyText(), (text) => unescaped(escapeText(text)).replace(/[\u2068\u2069\u200b]/g, '') === oneLine(text)));
  });

  it('is never longer than its room, and says that it goes on', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, most) => [...shorten(text, most)].length <= most));
    expect(shorten('She would like to go dancing again', 20)).toBe('She would like to\u2026');
    expect(quoted('yes')).toBe('\u201cyes\u201d');
  });

  it('keeps its lines in a box, and loses only what nobody can see', () => {
    expect(cleanText('one\r\ntwo\u0007\tthree \ud800')).toBe('one\ntwo three \ufffd');
    expect(plainLine('one\ntwo', 40)).toBe('one two');
  });
});
