import { plainWordsOf } from '../../../src/domain/reading/words/tokens';

const plain = (text: string): string => plainWordsOf(text).join(' ');

describe('how people of the north, Scotland and Ireland write what they say', () => {
  it.each([
    ["I divn't want it, no' by masel'", 'i do not want it no by myself'],
    ['never oot the hoose at neet, nivver doon the toon', 'never out the house at night never down the town'],
    ["heid's gone, he's deid, whit's the use", 'head gone he is dead what the use'],
    ["keepin the ither, takin' one less", 'keeping the other taking one less'],
    ["nobody'd miss me, Mum'll manage, the kids've left", 'nobody would miss me mum will manage the kids have left'],
  ])('%s', (text, words) => expect(plain(text)).toBe(words));

  it('leaves words that are other words, and names', () => {
    expect(plain("she OD'd in the cabin, the robin sang")).toBe('she odd in the cabin the robin sang');
    expect(plain("Morag's mither")).toBe('morag mither');
  });
});
