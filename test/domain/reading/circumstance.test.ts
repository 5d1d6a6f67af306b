import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const prompted = (text: string): readonly string[] => readText(text, lexicon).flatMap(({ grade, code }) => (grade === 'prompt' ? [code] : []));

/** Invented people. An everyday word that only says when, why, where or over what cup it was makes no other words of it. */
describe('an everyday word that says when', () => {
  it.each([
    ['F24', 'He is sleeping rough since the holiday.'],
    ['F20', 'He touched her when she was asleep before the choir.'],
    ['F20', 'He touched her when she was asleep as the cat sat on her knee.'],
    ['F03', 'I want to end it all after bowls.'],
    ['F03', 'She has been cutting herself during the quiz.'],
    ['F03', 'She has been cutting herself while the kettle boiled.'],
    ['F17', 'She is being beaten by her partner before the match.'],
    ['F24', 'She is being evicted on Friday on pub nights.'],
    ['F17', 'She is being forced to marry her cousin every match day.'],
    ['F17', 'His ex is stalking him since the panto.'],
    ['F23', 'He drinks from the moment he wakes on quiz nights.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['He murdered me at chess after the quiz.', 'If they lose the match I want to die.', 'She slept in the chair after her operation and her niece had the bedroom.', 'He only stopped his tablets after the GP said he could.', 'He follows her everywhere since the stroke, he hates being left.', 'Nothing left in the tank after the parkrun.'])('but a game that is lost, or a time that explains it, does: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('an everyday word that says why, or over what it was told', () => {
  it.each([
    ['F20', 'He touched her when she was asleep because of the dog.'],
    ['F26', 'She cannot go on caring for him because of the dog.'],
    ['F23', 'He drinks a bottle of vodka a day she told me over a cup of tea.'],
    ['F09', 'She has run out of insulin, she told me over a cup of tea.'],
    ['F22', 'He told me "I will kill her" over a plate of biscuits.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));
});

describe('an everyday word before what is told', () => {
  it.each([
    ['F03', 'At bowls she said "I want to be dead".'],
    ['F22', 'After the football he attacked her with a hammer.'],
    ['F26', 'On the bus she said I cannot cope with looking after her any more.'],
    ['F24', 'Over a cup of tea, they were evicted this morning.'],
    ['F17', 'Since the new kitten came his ex is stalking him.'],
    ['F03', 'At the match I keep thinking about dying.'],
    ['F17', 'Over a game of dominoes she says he chokes her.'],
    ['F20', 'His stepdad touches him, he said over a game of cards.'],
    ['F24', 'At bowls I have nowhere to sleep tonight.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['In the film he locks her in.', 'In the panto he wants to kill her.', 'In the game he strangled her.', 'At bowls he hammered her.', 'On the telly he strangled her.', 'They murdered us after the quiz.', 'At bowls he thrashed me again.'])('but a story is somebody else\u2019s, and a game is a game: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('an everyday place', () => {
  it.each([
    ['F03', 'She wants to die in the garden.'],
    ['F03', 'She wants to die in the car.'],
    ['F03', 'I want to end it all at the day centre.'],
    ['F03', 'She has been cutting herself in the shed.'],
    ['F25', 'There is no heating in the flat, she said on the bus.'],
    ['F25', 'There is no heating in the flat in front of the telly.'],
    ['F26', 'She cannot go on caring for him in the garden.'],
    ['F26', 'She cannot go on caring for him on the bus.'],
    ['F24', 'He is sleeping rough, he said on the way home from the shops.'],
    ['F20', 'She was raped by the duck pond.'],
    ['F17', 'She is being forced to marry her cousin by the hen house.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['The plants want to die in the car.', 'Her garden is ready to die back.', 'They ended it at the door.', 'She cut herself in on the deal.', 'There is no heating in the church hall.', 'The pub has no heating.', 'She slept in the van on the way home from the festival.', 'She ran out of sugar for her tea.', 'She cannot cope with the garden any more.', 'She was attacked by a duck.'])('but words of a plant, a hall or a duck are of those: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('an everyday word in a clause of its own', () => {
  it.each([
    ['F17', 'Her husband hits her and then goes to bingo.'],
    ['F20', 'She was raped but she still goes to the choir.'],
    ['F20', 'He loves his dog and she was raped.'],
    ['F07', 'He loves his dog and she is bleeding heavily.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['The hill at mile nine finished him off and he wanted to die.'])('nor is a new clause begun by every "and": %s', (text) => expect(prompted(text)).toEqual([]));
});
