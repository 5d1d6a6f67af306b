import { statusIn } from './readMention';

describe('a name that was given to somebody else stays theirs', () => {
  it.each([
    'She told me about her sister Pat. Pat {hears voices} and is in the unit.',
    'Her friend Jean came with her. Jean is {sleeping rough}.',
    'Went on about her neighbour Mrs Pugh. Mrs Pugh has {no heating}.',
    'His brother Alun is home. Alun {took an overdose} in the spring.',
    'Her cousin Dilys rang while I was there. Dilys is {being evicted on Friday}.',
    'His mate Gaz was on the sofa. Gaz {wants to die}, he told me over the tea.',
    'Her friend Jean, whose {son takes her pension}, came along for the ride.',
  ])('%s', (text) => expect(statusIn(text, { whoseIsSaid: true })).toBe('other'));

  it.each([
    'Her friend Jean rang me. Jean says {she wants to die}.',
    'Her sister Pat came. Pat told me {he hits her}.',
    'Her sister Pat lives in. Pat {takes her pension}.',
    'His brother Alun moved in. Alun {hits him} and has his card.',
    'Her neighbour Jean found her. Jean says {she took an overdose}.',
    'Her friend I like. I {want to die}, she said.',
    'Saw her sister Friday. Friday she {took an overdose}.',
    'Her husband Ted is worse. Ted {wants to die}.',
    'Her daughter Amy, 9, was there. Amy {cut herself} at school.',
    'Jean is the client. Her sister Jean is named for the same gran. Jean {wants to die}.',
    'Her friend Joan is good to her. Joan is worried, she {has not eaten for four days}.',
  ])('%s', (text) => expect(statusIn(text, { whoseIsSaid: true })).toBe('present'));
});
