import { loadContent } from '../../../src/content/load';
import type { Mention } from '../../../src/domain/reading/mention';
import { readText } from '../../../src/domain/reading/readText';
import { SaidTogether } from '../../../src/domain/reading/saidTogether';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

describe('words that stand together', () => {
  const together = new SaidTogether({ within: 6, groups: [{ of: ['F07'], enough: 2, words: ['grey', 'sweaty', 'arm', 'left arm', '# times'] }, { of: ['F24', 'F25'], enough: 2, words: ['grey', 'bailiff'] }] });
  const around = (text: string, code: string, word: string): readonly string[] => {
    const tokens = tokensOf(text);
    return together.standAt(text, tokens, { code, at: tokens.findIndex(({ plain }) => plain === word) });
  };

  it('count once where two of them are an entry', () => expect(around('his left arm went funny', 'F07', 'funny')).toEqual([]));
  it('are told as they are written, each once', () => expect(around('He looked Grey, grey as ash, and his LEFT arm went funny', 'F07', 'ash')).toEqual(['grey', 'LEFT arm']));
  it('say nothing where they are too few', () => expect(around('He looked grey, and funny', 'F07', 'funny')).toEqual([]));
  it('are those of the category alone', () => expect(around('grey and sweaty he went funny', 'F25', 'funny')).toEqual([]));
  it('are not looked for in a category without a list', () => expect(around('grey and sweaty he went funny', 'F12', 'funny')).toEqual([]));
  it('stand near', () => expect(around('grey and sweaty he was, and on the Monday after it all went funny', 'F07', 'funny')).toEqual([]));
  it('may be a number and a word', () => expect(around('funny three times, grey', 'F07', 'funny')).toEqual(['three times', 'grey']));
});

describe('everyday words of a concern', () => {
  const { lexicon } = loadContent();
  const read = (text: string): readonly Mention[] => readText(text, lexicon);
  const shown = (text: string): readonly Mention[] => read(text).filter(({ beside }) => beside !== undefined);

  it('are shown at once where many words around often stand beside such, and say which', () => {
    const [mention] = shown(told);
    expect(mention).toMatchObject({ status: 'present', grade: 'prompt' });
    expect(mention!.beside!.length).toBeGreaterThanOrEqual(3);
    for (const word of mention!.beside!) expect(told).toContain(word);
  });

  it('are only noted where they stand alone', () => {
    const words = shown(told)[0]!.words;
    expect(read(`The ${words}.`).filter(({ grade }) => grade === 'prompt')).toEqual([]);
  });

  it('are shown once for one story', () => {
    const ofTheKind = shown(told);
    expect(ofTheKind.length).toBe(1);
  });
});

const told = 'My stepdad used to come into my room at night from when I was nine, never told anyone til this morning.';
