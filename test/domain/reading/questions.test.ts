import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const promptsIn = (text: string): readonly string[] => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('what is asked and denied is not said to be so, wherever the answer stands', () => {
  it.each([
    'Do you ever think about ending your life, I asked. She pointed at the calendar, cruise in May, cruise in June. So that\u2019s a no.',
    'Does anyone at home hit you? He laughed and showed me his wife\u2019s photo, five foot nothing. I\u2019ll take that as a no.',
    'Have you ever felt life isn\u2019t worth living? "What, with Wimbledon on?" Be serious. "No, honestly no."',
    'Is there any day when you have nothing to eat? The larder door was opened, tins to the ceiling. No, then.',
    'Are you hearing voices at the moment? No, and he\u2019d tell me if he was.',
    'I put it to him straight: have you been cutting yourself. Sleeves up, both arms, nothing. That\u2019ll be a no.',
    'Do you still want to kill yourself? No, not a flicker.',
    'Does he drink a bottle of vodka a day, no.',
    'Not at all, he says, to whether he has thoughts of ending his life.',
    '"Never", she said when I asked if her husband hits her.',
    'Nothing of the sort, was the answer, when asked whether anyone hits her.',
  ])('%s', (text) => expect(promptsIn(text)).toEqual([]));
});

describe('what a question takes as given, and what is owned to later, is a concern', () => {
  it.each([
    'Do you ever have nothing to eat, I asked. She opened the freezer and it was empty. So that\u2019s a yes.',
    'Have you told anyone that he threatens to kill you? No.',
    'Does your mum know you are cutting yourself? No.',
    'Can you stop drinking a bottle of vodka a day? No.',
    'Does it show when he strangles you? No.',
    'Do you want me to ring anyone, seeing as he has threatened to kill you? No.',
    'Did the doctor do anything about you wanting to die? No.',
    'Nothing to eat in the house? No, not a crumb.',
    'Have you ever wanted to kill yourself? No. Then at the gate, "yes, last night, I had the rope out."',
    'No, she says, to whether she is safe. He hits her.',
    'No, he said, to seeing a doctor about wanting to die.',
    'Not at all, he says, to whether he has thoughts of ending his life, but he hits his wife.',
    'When I asked about wanting to die: "only at night, every night".',
    'I asked if he thought of ending his life. "Most mornings."',
    'Asked about suicidal thoughts, she said "just the once today".',
    'I asked is he hitting you, yes. Are you safe, no.',
    'Have you been cutting yourself? And have you told your mum, no.',
    'Nothing for us since Saturday, and now nothing to eat in the house.',
    'Any thoughts of suicide? No. He hits her.',
  ])('%s', (text) => expect(promptsIn(text)).not.toEqual([]));
});
