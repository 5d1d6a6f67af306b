import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const promptsIn = (text: string): readonly string[] => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('what was summed up, dated or set against what is now is past', () => {
  it.each([
    'While her late father was living with us, she says, he hit her daily. Dead since 1990.',
    'The horrors, a bottle of vodka a day, sleeping rough: that was him in 2005, he laughs about it now.',
    'He has tried to kill himself and he has been sectioned, all of that before he met Jean.',
    'Was sleeping rough, now housed, key in his hand.',
    'In her squat days she was raped, and tells the young ones so.',
    'They did say I’d to let them know if I was hearing voices. I laughed. So that’s a no.',
    'When her husband was alive he hit her most weekends, she said. She has been on her own in the flat eleven years.',
    'In his army days he tried to kill himself, and that was that. He tells it at the group.',
    'He has been homeless, he has slept in a skip, all of it before he was twenty five.',
    'Letter mentions she took an overdose. The date on it is 1998.',
    'Drank a bottle of vodka a day, saw rats: this was in 2009, before rehab.',
    'Was being evicted on Monday, now isn’t, council paid.',
    'She was raped at the hostel. That was when she was nineteen; she is fifty two now.',
    'Had been cutting herself, years ago, before the twins.',
  ])('%s', (text) => expect(promptsIn(text)).toEqual([]));
});

describe('what goes on, is dated of late or was another time is a concern', () => {
  it.each([
    'While her mother was in hospital he hit her.',
    'In 2015 she moved here. Her son won’t let the carers in to wash her.',
    'In 2015 she moved here. A colleague cornered her and grabbed her breasts.',
    'In 2015 she moved here. She swallows things to hurt herself.',
    'Should I be worried that he says he wants to die?',
    'She was hit by him, now he hits the kids.',
    'Was cutting herself, now isn’t eating either, wants to die.',
    'He was sleeping rough, now not even that, wants to die tonight.',
    'In the last days she has said she wants to die.',
    'All of it before breakfast, he drinks a bottle of vodka a day.',
    'That is him in 2005 in the photo. He wants to die.',
    'She has been raped. That was when she was walking home on Friday.',
    'When her husband was alive she managed. Now she is not eating and wants to die.',
    'When her husband was alive he hit her, and now her son hits her.',
    'When she is asleep he takes her money.',
    'Letter mentions she took an overdose. The date on it is Monday.',
    'It started when her mum was alive and he still hits her.',
    'He has been homeless since he was twenty five, he slept in a skip last night.',
    'He tried to kill himself when his mum was ill. That was in August. He wants to die.',
    'Was in a flat, now isn’t, sleeping rough by the bins.',
  ])('%s', (text) => expect(promptsIn(text)).not.toEqual([]));
});
