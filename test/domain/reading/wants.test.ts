import fc from 'fast-check';
import { wantsIn, type Wants } from '../../../src/domain/reading/filing/wants';

const quotes = (text: string) => {
  const { liked, past, disliked } = wantsIn(text);
  const of = (list: Wants[keyof Wants]): string[] => list.map(({ quote }) => quote);
  return { liked: of(liked), past: of(past), disliked: of(disliked) };
};

describe('what is liked, was liked, and is disliked', () => {
  it.each<[string, Partial<ReturnType<typeof quotes>>]>([
    ['She loves gardening.', { liked: ['loves gardening'] }],
    ['Hates groups.', { disliked: ['Hates groups'] }],
    ['not keen on bingo', { disliked: ['not keen on bingo'] }],
    ['Can’t stand karaoke', { disliked: ['Can’t stand karaoke'] }],
    ['Used to love dancing but not since', { past: ['Used to love dancing but not since'] }],
    ['Likes walking but hates the gym', { liked: ['Likes walking'], disliked: ['hates the gym'] }],
    ['Used to sing in a choir. Gone off crosswords.', { past: ['Used to sing in a choir', 'Gone off crosswords'] }],
    ['Bingo is not her cup of tea', { disliked: ['Bingo is not her cup of tea'] }],
    ['Does not really like big places', { disliked: ['not really like big places'] }],
    ['didnt want to get up', {}],
    ['doesnt wanna join a choir', {}],
    ['no wish to go to bingo', {}],
    ['never wanted to sing', {}],
    ['I don’t think she wants to go to bingo', {}],
    ['not sure he would enjoy bingo', {}],
    ['cant say she loves bingo', {}],
    ['Does not know if he wants to sing. Likes tea', { liked: ['Likes tea'] }],
    ['Not sure he wants bingo, but he loves chess', { liked: ['loves chess'] }],
    ['Does not drive and wants to learn', { liked: ['wants to learn'] }],
    ['Her husband loves football', {}],
    ['Husband loves football, she likes the quiet', { liked: ['likes the quiet'] }],
    ['Saw him at the surgery.', {}],
    ['', {}],
  ])('%s', (text, expected) => expect(quotes(text)).toEqual({ liked: [], past: [], disliked: [], ...expected }));

  it('quotes the text itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('She', 'loves', 'hates', 'bingo', 'but', 'not since', 'used to', ',', '.', 'I', 'can’t stand', '🌱', '\n', 'her sister', 'not for me'), { maxLength: 30 }).map((words) => words.join(' ')), (text) => {
        for (const { quote, start, end } of Object.values(wantsIn(text)).flat()) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });
  it('reads a hundred thousand characters', () => expect(wantsIn('she loves bingo not for me '.repeat(4000)).disliked.length).toBeGreaterThan(0));
});
