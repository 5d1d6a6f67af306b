import { loadContent } from '../../../src/content/load';
import type { Note } from '../../../src/domain/case/case';
import { proposeFiling } from '../../../src/domain/reading/filing/proposeFiling';

const { filing, framework } = loadContent();
const open = new Set(framework.prompts.map(({ id }) => id));
const note = (text: string, filed: Note['filed'] = []): Note => ({ id: 'n1', text, at: '2026-11-02T10:00:00.000Z', filed });
const first = (text: string) => proposeFiling(note(text), filing, open).map(({ text: sentence, first: prompt }) => [sentence, prompt]);

describe('where the sentences of a note may go', () => {
  it.each([
    ['Used to sing in a choir.', 'PV3'], ['She enjoys baking.', 'PV3'], ['Fell twice in June', 'PC2'], ['Knee pain since spring.', 'PC1'], ['He is waiting on benefits and debt', 'EE1'],
    ['Would like to volunteer at the library', 'OC7'], ['Daughter visits on Sundays.', 'ES1'], ['Landlord will not fix the damp.', 'EP1'], ['The bus stop is too far.', 'EP3'], ['Blue.', undefined],
  ])('%s', (text, prompt) => expect(first(text)).toEqual([[text, prompt]]));

  it('says by which words, and what else it may answer', () => {
    const [proposal] = proposeFiling(note('Lonely since her husband died, misses the garden and sees her daughter less.'), filing, open);
    expect(proposal?.because).toBeDefined();
    expect(proposal!.others.length).toBeLessThanOrEqual(2);
    expect(new Set([proposal!.first, ...proposal!.others]).size).toBe(1 + proposal!.others.length);
  });
  it('finds whole words only, in any case', () => {
    expect(first('The PARKED car')).toEqual([['The PARKED car', 'EP3']]);
    expect(first('FELL down')[0]?.[1]).toBe('PC2');
  });
  it('lets a phrase of several words tell more than one word', () => {
    const words = { sets: {}, wants: { liked: 'AA1', disliked: 'AA1', wished: [] }, prompts: { AA1: { tells: ['choir'], hints: ['sing'] }, BB1: { tells: ['used to sing'], hints: ['song'] } } };
    expect(proposeFiling(note('used to sing in a choir'), words, new Set(['AA1', 'BB1']))[0]).toMatchObject({ first: 'BB1', others: ['AA1'], because: 'used to sing' });
  });
  it.each([
    'didnt want to get up', 'Didn’t want to get out of bed', 'dont want to join a choir', 'does not want to go back to the choir', 'doesnt wanna get out more', 'never wanted to join a club', 'not wanting to go out', 'dinnae want to get oot', 'has no wish to get out and about', 'nae wish to get out',
    'no longer wants to get out', 'I don’t think she wants to go out', 'not sure he wants to get out more', 'can’t say she wants to get out', 'does not want more company', 'does not really want to get out more',
  ])('takes what is not wanted for no wish: %s', (text) => {
    const [proposal] = proposeFiling(note(text), filing, open);
    expect([proposal!.first, ...proposal!.others].filter((prompt) => prompt === 'OC6' || prompt === 'OC7' || prompt === 'PV3')).toEqual([]);
  });
  it.each(['wants to get out more', 'does not want to stop walking to the shop', 'Does not drive and wants to learn', 'not just bingo, wants to get out and meet people'])('still takes what is wanted for a wish: %s', (text) => {
    const [proposal] = proposeFiling(note(text), filing, open);
    expect([proposal!.first, ...proposal!.others]).toContain('OC7');
  });
  it('leaves out prompts that may not be asked now', () => expect(proposeFiling(note('Knee pain.'), filing, new Set(['PC4']))[0]?.first).toBeUndefined());
  it('leaves out what is filed or discarded already', () => expect(proposeFiling(note('Loves her garden. Fell in June.', [{ start: 0, end: 17 }]), filing, open).map(({ text }) => text)).toEqual(['Fell in June.']));
  it('gives the sentence as it stands in the note', () => {
    const text = '  - Loves *her* <b>garden</b> ${x} 🌱.\n';
    const [proposal] = proposeFiling(note(text), filing, open);
    expect(text.slice(proposal!.start, proposal!.end)).toBe(proposal!.text);
    expect(proposal!.text).toBe('Loves *her* <b>garden</b> ${x} 🌱.');
  });
  it.each([['many sentences', 'Loves her garden. Fell in June. '], ['one endless sentence', 'garden pain bus '], ['no words', '. ']])('reads a hundred thousand characters: %s', (_name, piece) => {
    const long = note(piece.repeat(100_000 / piece.length));
    expect(proposeFiling(long, filing, open).length).toBeGreaterThan(0);
  });
});
