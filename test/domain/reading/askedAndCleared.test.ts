import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const promptsIn = (text: string): readonly string[] => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('plain notes of what was asked, cleared up or over', () => {
  it.each([
    'Went through the safety questions with Mrs Khan. Does your husband hit you: no. Does he lock you in: no. Does he take your money: no. All noes, and she laughed at the last one.',
    'I had to ask whether he wants to die. He told me I could put that pen down, and that he has a granddaughter’s wedding to dance at.',
    'We talked about suicide because the form makes us. Not something he has ever considered, he said, and I believe him.',
    'Has he been drinking a bottle of vodka a day? He has not. He signed the pledge in chapel at eleven and never broke it.',
    'Asked if anyone takes his money. "My money? What money?" and then a laugh. No one does, he has a current account and his own card.',
    'Ticked: none for falls, none for blackouts, none for chest pain.',
    'Self-harm: never. Suicide: never thought of it. Alcohol: sherry at Christmas.',
    'When I asked if he was sleeping rough he looked offended and gave me his address.',
    '"Am I suicidal? Am I heck."',
    'Her answer when I asked about wanting to die was to show me the seed catalogue she had ordered from for next spring.',
    'The GP asked me to find out whether she is being hit at home. She isn’t. She bruises because of her blood thinners, the haematology letter says so.',
    'Reception had passed on that he was not eating. Turned out he had been fasting for Ramadan and eats a good meal at sunset.',
    'The police were called because a neighbour said she was being strangled. It was the television, a crime drama on full volume, officers left smiling.',
    'The alert on the system says he carries a knife. It is about somebody with the same surname and has now been taken off.',
    'His file has "took an overdose" on it. He and I read it together. It belongs to his cousin of the same name.',
    'Pharmacy said he had stopped taking his tablets. They had been delivering to the wrong flat, the box in his kitchen is the hospital’s and is up to date.',
    'Before rehab he was drinking a bottle of vodka a day. He has been dry since 2016 and runs the Tuesday group.',
    'In the first marriage he hit her. That ended in the nineties. She and Ted have had thirty good years.',
    'At nineteen she took an overdose after a boy left her. She is sixty one and told me so as a thing to laugh at.',
    'He had been sleeping rough when we first met, three years ago. Since then he has had his own flat.',
    'She wanted to die after Tom’s death, she said, that first year. It lifted. She can talk of him now and smile.',
    'As a child he was locked in the coal shed. He is eighty and wants to write it down for his grandchildren.',
    'The arrears and the notice, all that is behind her. She has been in the new place for two years.',
    'She was not eating when I first saw her in spring. Now she cooks for the whole landing and has put on a stone.',
    'The chest pain he had last winter was dealt with, stent in, and the nurse has signed him off.',
    'Once, long ago, she was raped. She has had her therapy and does not want to go back over it.',
    'There was a time he cut himself. The scars are white, he is forty, and he showed me them to explain his tattoo.',
  ])('%s', (text) => expect(promptsIn(text)).toEqual([]));
});

describe('their lookalikes are of now', () => {
  it.each([
    'Went through the safety questions. Does your husband hit you: no. Does he lock you in: long silence, then a nod.',
    'I had to ask whether he wants to die. He told me to put my pen down and then that he does, most nights.',
    'There’s a box on the form for hearing voices and she left it, then said she is hearing voices as we speak.',
    'Asked if anyone takes his money. "My money? What money?" His son takes his money, all of it.',
    'The GP asked me to find out whether she is being hit at home. She is. Her son hits her.',
    'Her sister believed he was hitting her. The sister now says she got that wrong. I saw the marks, he hits her.',
    'Pharmacy said he had stopped taking his insulin. They were right, the box is full.',
    'Before rehab he was drinking a bottle of vodka a day. Rehab finished on Friday and he is drinking a bottle of vodka a day again.',
    'She wanted to die after Tom’s death. It has never lifted and she wants to die.',
    'He used to hear voices. They are back and they tell him to jump.',
    'At nineteen she took an overdose. Last night she took an overdose.',
    'He had been sleeping rough when we first met and he is sleeping rough now.',
    'I was told she hears voices. What she hears is a man telling her to kill herself.',
  ])('%s', (text) => expect(promptsIn(text)).not.toEqual([]));
});
