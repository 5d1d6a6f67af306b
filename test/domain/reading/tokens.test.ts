import fc from 'fast-check';
import { tokensOf } from '../../../src/domain/reading/words/tokens';
import { anyText } from '../../support/anyText';

const plain = (text: string): string => tokensOf(text).map((token) => token.plain).join(' ');

describe('the words of a text', () => {
  it.each([
    ['She’s “fine”, she says', 'she is fine she says'],
    ["I'm ill. I'll go. We were ill", 'i am ill i will go we were ill'],
    ['wed rather; we’d rather', 'wed rather we would rather'],
    ["didnt didn't cannot can't cant wont", 'did not did not can not can not can not will not'],
    ["her brother's flat", 'her brother flat'],
    ['am gonna, u know, dinnae', 'am going to you know do not'],
    ['wnt to go home yest, dtr sed, husb in hosp 2 hrs', 'want to go home yesterday daughter said husband in hospital 2 hours'],
    ['£2.40 a day, £1,250.50. £5, 3 left. £5. 6 of 2.40', '2.40 a day 1,250.50 5 3 left 5 6 of 2 40'],
    ['husband w dementia, Mr W, w/ his wife', 'husband with dementia mr w with his wife'],
    ["in t' kitchen, t'house; dat is de one", 'in the kitchen the house that is the one'],
    ['Zoë’s £20 and 2-3 pints', 'zoë 20 and 2 3 pints'],
  ])('%s', (text, expected) => expect(plain(text)).toBe(expected));

  it('keep their place in the text, both halves of a contraction that of the whole', () => {
    const text = 'No, I can’t.';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['No', 'I', 'can’t', 'can’t']);
    expect(tokensOf(text).map(({ before }) => before)).toEqual(['', ', ', ' ', '']);
  });

  it('stand in order and within the text, whatever is typed', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        let last = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
