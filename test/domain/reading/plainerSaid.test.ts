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
    ['Her nephew Dave takes it', 'her nephew takes it'],
    ['his son (42), who lives there, hits him', 'his son hits him'],
    ['Her daughter, who cares for her, slaps her', 'her daughter slaps her'],
    ['my 19 year old brother took my old knife', 'my brother took my knife'],
    ['he, to be honest, hits me', 'he hits me'],
    ['Her ex and his new girlfriend take it', 'her ex take it'],
    ['he took me tablets', 'he took my tablets'],
    ['Mr Abbott forces her to sign', 'he forces her to sign'],
    ['She said Kath hit him', 'she said she hit him'],
    ['he beats his elderly mother', 'he beats her'],
    ['she hit Mr Shah', 'she hit him'],
    ["all Kath's tablets", 'all her tablets'],
    ["he spends the old man's money and my mum's pension", "he spends his money and her pension"],
    ['She seems to hear voices', 'she will hear voices'],
    ['he no let me go, I no can breathe', 'he will not let me go i can not breathe'],
    ['he cut self', 'he cut himself'],
    ['no meds x 3/7', 'no meds for 3 days'],
    ['this gentleman stops her', 'he stops her'],
  ])('%s', (text, expected) => expect(plainer(text)).toBe(expected));

  it.each(['He hits me', 'She is able to cope', 'without doubt', 'He was never his', 'not now', 'he is not always there', 'nothing was taken', 'left without saying goodbye', 'he gave me money', 'Bingo on Monday', 'the man from the bank', 'his own card', "Kath's son", 'her late husband', '3 constructor', 'self care', 'no sleep'])('stays as it is: %s', (text) => expect(plainer(text)).toBeUndefined());

  it.each<[string, string]>([
    ['F07', 'My dad can no longer breathe.'],
    ['F07', 'She is unable to feel her legs.'],
    ['F03', 'He sometimes thinks of ending his life.'],
    ['F14', 'She has eaten nothing since Monday.'],
    ['F17', 'He does not allow her to leave the house.'],
    ['F25', "There isn't any food in the house and she hasn't got any money."],
    ['F15', 'Her nephew Dave bullies her into giving him cash every Friday.'],
    ['F17', 'Her boyfriend (Carl, 34) hits her when he has been drinking.'],
    ['F17', 'Mr Abbott stops her taking her tablets.'],
    ['F17', 'My husband beats his mother.'],
    ['F01', "Pt says she took all Kath's tablets about an hour ago."],
    ['F03', 'I want to die lol'],
    ['F02', 'A lady on my caseload has been hoarding her painkillers for weeks.'],
    ['F17', "'E won't let 'er see the doctor."],
    ['F14', 'He has had nuffink to eat or drink for two days.'],
    ['F07', 'My dad no can breathe.'],
    ['F03', 'According to his wife, he says he is going to kill himself.'],
    ['F03', "I don't want to bother you but he cuts himself most evenings."],
    ['F07', "I don't know if you can help but client's speech went slurred while we were talking."],
    ['F15', "GP letter says her niece made her change her will and now won't let anyone visit."],
  ])('shows %s: %s', (code, text) => expect(shown(text)).toContain(code));

  it('is quoted as it is written', () => expect(readText('She has eaten nothing since Monday.', lexicon).map(({ words }) => words)).toContain('eaten nothing since Monday'));

  it.each(['She no longer hears voices.', 'He never hits her.', 'She no longer thinks of dying.', 'He was unable to breathe in 1998, with asthma.'])('raises nothing in "%s"', (text) => expect(shown(text)).toEqual([]));
});
