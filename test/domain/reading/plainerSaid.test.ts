import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';
import { plainerSaid } from '../../../src/domain/reading/words/plainerSaid';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const { lexicon } = loadContent();
const plainer = (text: string): string | undefined => {
  const tokens = tokensOf(text);
  return plainerSaid(text, tokens, [{ first: 0, last: tokens.length - 1 }], (plain) => lexicon.book.numberOf(plain) !== 0)?.tokens.map(({ plain }) => plain).join(' ');
};
const graded = (text: string) => readText(text, lexicon).map(({ code, grade }) => [code, grade]);
const shown = (text: string) => graded(text).flatMap(([code, grade]) => (grade === 'prompt' ? [code] : []));

describe('a sentence as it would be said with fewer words', () => {
  it.each([
    ['He is unable to breathe', 'he can not breathe'],
    ['She was not able to get up', 'she could not get up'],
    ['I am no longer able to cope', 'i can not cope'],
    ['he can no longer see', 'he can not see'],
    ['She refuses to eat', 'she will not eat'],
    ['he is refusing to leave', 'he will not leave'],
    ['He does not allow her to go out', 'he will not let her go out'],
    ['she never washes', 'she does not wash'],
    ['he no longer carries it', 'he does not carry it'],
    ['she has eaten nothing since', 'she has not eaten anything since'],
    ["they haven't got any food", 'they have no food'],
    ["there isn't any heating", 'there is no heating'],
    ["she doesn't have any insulin", 'she has no insulin'],
    ['they are left without any water', 'they have no water'],
    ['she would like to die', 'she wants to die'],
    ['he has been hitting me', 'he is hitting me'],
    ['I keep on about it and he keeps hitting me', 'i keep on about it and he is hitting me'],
    ['nothing over the last three days', 'nothing for three days'],
    ['he often, quite often, hits me', 'he hits me'],
    ["she won't even look at him", 'she will not look at him'],
  ])('%s', (text, expected) => expect(plainer(text)).toBe(expected));

  it.each(['He hits me', 'She is able to cope', 'without doubt', 'He was never his', 'not now', 'he is not always there', 'nothing was taken', 'left without saying goodbye'])('stays as it is: %s', (text) => expect(plainer(text)).toBeUndefined());

  it.each<[string, string]>([
    ['F07', 'My dad can no longer breathe.'],
    ['F07', 'She is unable to feel her legs.'],
    ['F03', 'He sometimes thinks of ending his life.'],
    ['F14', 'She has eaten nothing since Monday.'],
    ['F17', 'He does not allow her to leave the house.'],
    ['F25', "There isn't any food in the house and she hasn't got any money."],
  ])('shows %s: %s', (code, text) => expect(shown(text)).toContain(code));

  it('is quoted as it is written', () => expect(readText('She has eaten nothing since Monday.', lexicon).map(({ words }) => words)).toContain('eaten nothing since Monday'));

  it.each(['She no longer hears voices.', 'He never hits her.', 'She no longer thinks of dying.', 'He was unable to breathe in 1998, with asthma.'])('raises nothing in "%s"', (text) => expect(shown(text)).toEqual([]));
});
