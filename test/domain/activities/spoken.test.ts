import { mentionsOf, placesIn, readSentence, sentenceAt, showsInterest } from '../../../src/domain/activities/spoken';
import { stemOf, stemsOf } from '../../../src/domain/reading/words/stems';

function heard(text: string, word: string, hard = false): { mood?: string; interest: boolean } {
  const sentence = readSentence(text, 'QA1', hard);
  const [mention] = mentionsOf(stemsOf(word), { sentences: [sentence], places: () => placesIn([sentence]) });
  return { mood: mention?.mood, interest: mention !== undefined && showsInterest(mention) };
}

describe('what people say of things', () => {
  it.each([
    ['I love gardening', 'garden', 'liked'],
    ['Gaming and music', 'music', 'plain'],
    ['I used to love singing in the choir', 'choir', 'missed'],
    ['I can’t sing any more', 'sing', 'missed'],
    ['I don’t mind cooking', 'cook', 'plain'],
    ['I hate being stuck indoors but I love my garden', 'garden', 'liked'],
    ['My wife and I loved dancing', 'dance', 'missed'],
    ['I don’t want to lose my garden', 'garden', 'plain'],
    ['I hate that I cannot knit, I miss knitting', 'knitting', 'trouble'],
    ['Loves her garden but cannot dig any more', 'garden', 'liked'],
    ['Loves her garden but cannot dig any more', 'dig', 'missed'],
    ['She likes music, bingo is not for her', 'music', 'liked'],
    ['She likes music, bingo is not for her', 'bingo', 'disliked'],
    ['Quizzes, bingo, all that is not for me', 'quizzes', 'disliked'],
  ])('“%s” speaks of %s as %s', (text, word, mood) => {
    expect(heard(text, word).mood).toBe(mood);
  });

  it.each([
    ['She hates groups', 'groups'],
    ['I can’t stand knitting', 'knit'],
    ['Not groups, please', 'groups'],
    ['I never liked football', 'football'],
    ['Knitting is not for me', 'knitting'],
    ['No choir', 'choir'],
    ['I hate gardening and cooking', 'cooking'],
    ['My daughter loves swimming', 'swimming'],
    ['Her husband’s allotment', 'allotment'],
    ['Walking hurts, I cannot dance', 'dance'],
    ['She is not really that keen on bingo', 'bingo'],
    ['Not very good at singing', 'singing'],
    ['Hates things like bingo', 'bingo'],
    ['Hates walking into groups', 'groups'],
    ['She hates that gardening club', 'gardening'],
    ['Used to love dancing but not since', 'dancing'],
    ['Liked crafts, but not any more', 'crafts'],
    ['She has gone off knitting', 'knitting'],
    ['Husband likes football', 'football'],
    ['Not fussed about cooking', 'cooking'],
    ['Would not fancy swimming', 'swimming'],
    ['Painting bores him', 'painting'],
  ])('“%s” is no interest in %s', (text, word) => {
    expect(heard(text, word).interest).toBe(false);
  });

  const pastimes = ['gardening', 'bingo', 'the choir', 'walking football', 'a craft group', 'singing and dancing', 'that knitting circle', 'going to the gym', 'places like the library', 'swimming, cooking and chess', 'walking into groups', 'the idea of a walking group', 'anything like painting'];
  const turnings = ['hates', 'She hates', 'I hate', 'he really hated', 'can’t stand', 'could not bear', 'is not keen on', 'does not enjoy', 'never liked', 'avoids', 'not really into', 'I’m not fussed about', 'isn’t a fan of', 'would rather die than try', 'no interest in'];
  it.each(turnings)('“%s” in front of anything never makes it wanted', (turning) => {
    for (const pastime of pastimes) {
      for (const word of pastime.split(/[ ,]+/).filter((one) => one.length > 3)) expect([`${turning} ${pastime}`, word, heard(`${turning} ${pastime}`, word).interest]).toEqual([`${turning} ${pastime}`, word, false]);
    }
  });

  it('takes a word of liking for an interest where difficulties are told', () => {
    expect(heard('Pain when walking', 'walking', true).interest).toBe(false);
    expect(heard('I love walking', 'walking', true).interest).toBe(true);
    expect(heard('Walking by the river', 'walking').interest).toBe(true);
  });

  it('takes whole words only', () => {
    expect(heard('I am single', 'sing').mood).toBeUndefined();
    expect(heard('I have a car', 'carer').mood).toBeUndefined();
  });
});

it('quotes a sentence as it was written, its lines joined', () => {
  const text = 'I doesn&#39;t go out. I used to love [inaudible] singing in the choir of the\nchapel. Now I stay in.';
  expect(sentenceAt(text, text.indexOf('choir'))).toBe('I used to love [inaudible] singing in the choir of the chapel.');
});

it('reads endless words without losing its way', () => {
  const endless = 'not for me any more '.repeat(20_000);
  const { stems, moods } = readSentence(endless, 'QA1', false);
  expect(moods).toHaveLength(stems.length);
  expect(stems).toHaveLength(100_000);
});

describe('the common form of a word', () => {
  it.each([['gardening', 'garden'], ['gardener', 'gardens'], ['baking', 'bake'], ['knitted', 'knit'], ['stories', 'story'], ['singers', 'singing']])('joins %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([['carer', 'car'], ['bus', 'bu'], ['sing', 's'], ['fishing', 'fishy']])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});
