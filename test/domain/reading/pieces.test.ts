import fc from 'fast-check';
import { loadContent } from '../../../src/content/load';
import { piecesOf } from '../../../src/domain/reading/filing/pieces';
import { sentencesOf } from '../../../src/domain/reading/words/sentences';
import { unwrapped } from '../../../src/domain/reading/words/unwrapped';

const { filing } = loadContent();
const filed = (note: string) => piecesOf(note, filing).map(({ text, ranked }) => [text, ranked[0]?.prompt]);

describe('a note cut for filing', () => {
  it('leaves short sentences whole', () => expect(filed('Loves her garden, knees hurt.').length).toBe(1));
  it('cuts a run-on sentence where it turns to something else', () => {
    expect(filed('lives on his own and sees nobody from one week to the next, the flat is damp and the landlord will not fix it')).toEqual([
      ['lives on his own and sees nobody from one week to the next,', 'ES2'],
      ['the flat is damp and the landlord will not fix it', 'EP1'],
    ]);
  });
  it('keeps clauses about one thing together', () => expect(filed('The bus is too far for him, the train is too dear and he does not drive any longer').length).toBe(1));
  it('keeps what is liked and what is turned down apart', () => {
    expect(filed('She really enjoys her garden and the birds in it but she cannot stand bingo or any kind of group')).toEqual([
      ['She really enjoys her garden and the birds in it', 'PV3'],
      ['but she cannot stand bingo or any kind of group', 'OC4'],
    ]);
  });

  const disliking = ['Hates', 'She hates', 'He cannot stand', 'not keen on', 'Does not enjoy', 'Never liked', 'Not fussed about'];
  it.each(['gardening', 'bingo', 'singing', 'painting', 'football', 'reading', 'dancing', 'cooking', 'music'])('never takes words against %s for an interest', (pastime) => {
    for (const words of disliking) expect(filed(`${words} ${pastime}`)).toEqual([[`${words} ${pastime}`, filing.wants.disliked]]);
  });
  it('takes what somebody else likes for no interest of theirs', () => expect(piecesOf('Her husband loves football.', filing)[0]!.ranked.map(({ prompt }) => prompt)).not.toContain(filing.wants.liked));

  const notes = fc.array(fc.constantFrom('she', 'loves', 'her garden', 'but', 'and', 'hates', 'bingo', ',', '.', '\n', '- ', 'the flat is damp', 'fell in June', 'no money', '🌱', 'Dr.', '…', 'he can’t sleep', '(', ')'), { maxLength: 60 }).map((pieces) => pieces.join(' '));
  it('loses nothing of its sentences and changes no word of them', () => {
    fc.assert(
      fc.property(notes, (note) => {
        const pieces = piecesOf(note, filing);
        let last = 0;
        for (const { start, end, text } of pieces) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text).toBe(unwrapped(note).slice(start, end));
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
          last = end;
        }
        expect(pieces.map(({ text }) => text).join('').replace(/\s/g, '')).toBe(sentencesOf(unwrapped(note)).map(({ text }) => text).join('').replace(/\s/g, ''));
      }),
    );
  });
  it('quotes the words that say why', () => {
    for (const { text, ranked } of piecesOf('GP said he’s been feeling very low since his wife died; can’t face going out, money is tight.', filing)) for (const { words } of ranked) expect(text).toContain(words);
  });
});
