import fc from 'fast-check';
import { readContext, statusOf } from '../../../src/domain/reading/meaning/context';
import { tokensOf } from '../../../src/domain/reading/words/tokens';
import { sentences } from './contextSentences';
import { cues, readMention, statusIn, wordsFor } from './readMention';
import { anyText } from '../../support/anyText';

describe.each(Object.entries(sentences))('read as %s', (status, marked) => {
  it.each(marked)('%s', (sentence) => expect({ status: statusIn(sentence), by: readMention(sentence) }).toEqual({ status, by: expect.anything() }));
});

describe('a sentence that is changed in one thing is read otherwise', () => {
  const present = ['{self-harming}', '{drinking heavily}', '{hearing voices}', '{sleeping rough}', '{suicidal}'].map((mention) => (change: string) => change.replace('*', mention));
  const changes: readonly (readonly [change: string, status: string])[] = [
    ['She is *.', 'present'],
    ['She is not *.', 'denied'],
    ['She denies *.', 'denied'],
    ['She has never been *.', 'denied'],
    ['There is no sign that she is *.', 'denied'],
    ['Her brother is *.', 'other'],
    ['She is worried that her brother is *.', 'other'],
    ['In 1998 she was *.', 'past'],
    ['She was * twenty years ago.', 'past'],
    ['She was * when she was at school.', 'past'],
    ['She is no longer *.', 'past'],
    ['She will ring me if she is *.', 'hypothetical'],
    ['Safety net: *.', 'hypothetical'],
    ['I asked whether she is *.', 'hypothetical'],
  ];
  const cases = changes.flatMap(([change, status]) => present.map((fill) => [fill(change), status] as const));
  it.each(cases)('%s is %s', (sentence, status) => expect(statusIn(sentence)).toBe(status));
});

describe('words that say nothing about it change nothing', () => {
  const asides = ['to be fair, ', 'as we know, ', 'on the phone this afternoon ', 'I think ', 'sadly ', 'she told me that '];
  const ends = ['', ' and she thanked me', ', poor thing', ', I wrote it down', ' (see letter)', ' - rang the GP'];
  const middles: readonly (readonly [sentence: string, status: string])[] = [
    ['she is {suicidal}', 'present'],
    ['she is not {suicidal}', 'denied'],
    ['her brother is {suicidal}', 'other'],
    ['she was {suicidal} twenty years ago', 'past'],
  ];
  it.each(middles.flatMap(([middle, status]) => asides.flatMap((aside) => ends.map((end) => [`${aside}${middle}${end}`, status] as const))))('%s is %s', (sentence, status) =>
    expect(statusIn(sentence)).toBe(status),
  );
});

describe('whose it is', () => {
  it.each([
    ['Her 14 year old son is {self-harming}.', 'child'],
    ['Her son (15) is {self-harming}.', 'child'],
    ['Her son, who is 15, is {self-harming}.', 'child'],
    ['Her little girl is {not eating}.', 'child'],
    ['Their kids are {hungry}.', 'child'],
    ['Her son is {drinking}.', 'relative'],
    ['Her grown-up son is {drinking}.', 'relative'],
    ['Her 45-year-old son is {drinking}.', 'relative'],
    ['My wife is {depressed}.', 'partner'],
    ['Her carer {drinks}.', 'carer'],
    ['Her neighbour is {drinking}.', 'somebody'],
    ['Someone she knows is {suicidal}.', 'somebody'],
  ])('%s: a %s', (sentence, whose) => expect(readMention(sentence).other?.whose).toBe(whose));

  it('is theirs of whom the person tells: "our Kev\'s wife … she"', () => {
    expect(statusIn("Our Kev's wife says she'll {finish herself off}.")).toBe('other');
    expect(statusIn("Kev's wife says she'll {finish herself off}.")).toBe('present');
  });
  it('is the person whom a caller names', () => expect(statusIn("Mum {hasn't eaten} since Saturday.")).toBe('present'));
  it('is not looked for when the words say who does what to whom', () => expect(statusIn('Her husband {hits her}.', { whoseIsSaid: true })).toBe('present'));
  it('is somebody else to whom it is done, when the doer is theirs', () => {
    expect(statusIn("Her sister's {husband hits her}.", { whoseIsSaid: true })).toBe('other');
    expect(statusIn("Her mate's {chucking her out} tonight.", { whoseIsSaid: true })).toBe('present');
  });
  it.each([
    ["Priya's flatmate has {been told to get out} by Friday.", 'other'],
    ['Her neighbour was {chucked out} by his missus.', 'other'],
    ['Her flatmate has {told her to get out} by Friday.', 'present'],
    ['Her boyfriend has {told her to get out}.', 'present'],
    ['Her kids have {been told to get out}.', 'present'],
    ['Chap in the queue {had a knife in his sock}.', 'other'],
    ['Chap in the queue {had a knife to her back}.', 'present'],
    ['Chap in the queue {pulled a knife on his brother}.', 'present'],
  ])('is theirs to whom it is done: %s', (sentence, status) => expect(statusIn(sentence, { whoseIsSaid: true })).toBe(status));
  it('is nobody of ours in a story, whoever does what to whom', () => expect(statusIn('Watched a film about a man who {hits his wife}.', { whoseIsSaid: true })).toBe('other'));
  it('stands before when it was', () => expect(statusIn('Her uncle {took his life} in 2008.')).toBe('other'));
});

describe('words that hold their own negation', () => {
  const part = { negationIsPart: true };
  it.each(['She has never had {no food} in.', 'If there is {no food} she goes without.', 'It is not that there is {no food}.'])('are not denied: %s', (sentence) => expect(statusIn(sentence, part)).toBe('present'));
  it('are advice within advice', () => expect(statusIn('Told to ring us if there is {no food}.', part)).toBe('hypothetical'));
  it('are past when they were', () => expect(statusIn('When she was a child there was {no food}.', part)).toBe('past'));
});

describe('an event that is over', () => {
  const event = { event: true };
  it.each(['She had {a fall} yesterday.', 'Previously {took an overdose}.', 'Had {a fall} two months ago.'])('counts as now: %s', (sentence) => expect(statusIn(sentence, event)).toBe('present'));
  it.each(['She {took an overdose} in 1998.', 'Had {a fall} ten years ago.'])('counts as past when it is long ago: %s', (sentence) => expect(statusIn(sentence, event)).toBe('past'));
});

describe('what a heading or an answer says of other sentences', () => {
  it.each([
    ['Safety net:\n- mood worse\n- {suicidal thoughts}\n- not eating', 'hypothetical'],
    ['Ring 999 if:\n1) chest pain\nor {suicidal}', 'hypothetical'],
    ['Safety net:\n- mood worse\n\nShe is {suicidal}.', 'present'],
    ['Denies:\n- drinking\n- {self-harm}', 'denied'],
    ['Family history:\n- {depression}', 'other'],
    ['Past history:\n* {overdose}\n* back pain', 'past'],
    ['Concerns:\n- {suicidal thoughts}', 'present'],
    ['Any {thoughts of suicide}? No.', 'denied'],
    ['Any {thoughts of suicide}? None today.', 'denied'],
    ['Any {thoughts of suicide}? No but most nights.', 'present'],
    ['Any {thoughts of suicide}? Most nights.', 'present'],
    ['Asked if he is {suicidal}. He went quiet.', 'present'],
    ['Asked if he is {suicidal}. We filled in the form.', 'hypothetical'],
  ])('%j: %s', (sentence, status) => expect(statusIn(sentence)).toBe(status));
});

describe('the words that decided', () => {
  it.each([
    ['She denies {self-harm}.', 'negated', 'denies'],
    ["She isn't {suicidal}.", 'negated', "isn't"],
    ['In 1998 she {took an overdose}.', 'past', 'In 1998'],
    ['Her younger brother is {drinking}.', 'other', 'brother'],
    ['If {suicidal}, call 999.', 'hypothetical', 'If'],
    ['Used to {drink} and still does.', 'present', 'and still does'],
  ] as const)('%s: %s by "%s"', (sentence, name, words) => expect(wordsFor(sentence, name)).toBe(words));
});

describe('any text', () => {
  const vocabulary = ['not', 'no', 'if', 'her', 'brother', 'she', 'he', 'i', 'and', 'or', 'but', 'in', '1998', 'years', 'ago', 'denies', 'suicidal', 'drinks', 'still', 'history', 'of', 'mum', 'said', 'died', 'son', '14', 'safety', 'net', 'call', '999', 'the', 'nobody', ',', '.', ':', '?', '(', ')', '-', '\n', '\n- ', '"'];
  const text = fc.oneof(anyText(120), fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((words) => words.join(' ')));

  it('is read without a fault, the same each time, with cues that stand in the text', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(3), (words, place, length) => {
        const tokens = tokensOf(words);
        if (tokens.length === 0) return;
        const first = place % tokens.length;
        const span = { first, last: Math.min(tokens.length - 1, first + length) };
        const context = readContext(tokens, span, cues);
        expect(readContext(tokensOf(words), span, cues)).toEqual(context);
        expect(['present', 'past', 'denied', 'hypothetical', 'other']).toContain(statusOf(context));
        for (const { start, end } of Object.values(context)) expect(words.slice(start, end).trim()).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('is read with bounded work at each place, however long it runs on', () => {
    const looked = (words: number): number => {
      let count = 0;
      const tokens = tokensOf('she says her brother is not drinking but if he was in 1998 no harm '.repeat(words / 15));
      const counting = new Proxy(tokens, { get: (target, name, receiver) => (typeof name === 'string' && /^\d/.test(name) && count++, Reflect.get(target, name, receiver)) });
      // The words of a text are looked up once for all of its places.
      readContext(counting, { first: 0, last: 0 }, cues);
      count = 0;
      readContext(counting, { first: Math.floor(tokens.length / 2), last: Math.floor(tokens.length / 2) }, cues);
      return count;
    };
    expect(looked(6000)).toBeLessThanOrEqual(looked(600) + 50);
    expect(looked(6000)).toBeGreaterThan(50);
  });
});
