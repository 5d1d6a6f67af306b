import { loadContent } from '../../../src/content/load';
import { Mirror } from '../../../src/domain/reading/patterns/mirrored';
import { PatternIndex } from '../../../src/domain/reading/patterns/patternIndex';
import { readPattern } from '../../../src/domain/reading/patterns/patterns';
import { readText } from '../../../src/domain/reading/readText';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const { lexicon } = loadContent();
const codes = (text: string) => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);
const sets = { relation: ['son~', 'daughter~', 'stepdad'] };
const stands = (source: string, text: string): boolean => new PatternIndex(new Mirror().both(readPattern(source, sets)).map((pattern) => ({ pattern }))).foundIn(tokensOf(text), [{ first: 0, last: tokensOf(text).length - 1 }]).length > 0;

describe('a rule about a man or a woman', () => {
  it.each<[string, string, string, boolean]>([
    ['is also about a woman who does it', '(he|dad) locks (him|her|me) in', 'she locks him in', true],
    ['is also about a man who suffers it', 'he took her card', 'she took his card', true],
    ['says no more than it did of anybody', '(he|she) fell', 'dad fell', false],
    ['is not about who does it to herself', '(he|dad) hit (him|her|me)', 'she hit her', false],
    ['is not about a man and his own arm', '(he|{relation}) broke (her|my) arm', 'son broke his arm', false],
    ['says nothing of her whatever comes next', 'scared of him', 'scared of her', false],
    ['stays as it was', 'husband took her card', 'husband took her card', true],
  ])('turned round %s', (_name, source, text, expected) => expect(stands(source, text)).toBe(expected));

  it.each<[string, string, string]>([
    ['F17', 'She has put a tracker on his car.', 'He has put a tracker on her car.'],
    ['F17', 'His wife makes him sleep on the floor.', 'Her husband makes her sleep on the floor.'],
    ['F20', 'A woman exposed herself to him in the park and followed him.', 'A man exposed himself to her in the park and followed her.'],
    ['F20', 'My massage woman touched me there.', 'My massage man touched me there.'],
    ['F18', 'The lass is being used by a gang to move drugs.', 'The lad is being used by a gang to move drugs.'],
    ['F02', "She tells me she's going to drive her van into a wall.", "He tells me he's going to drive his van into a wall."],
  ])('is %s for both: %s', (code, text, other) => {
    expect(codes(text)).toContain(code);
    expect(codes(other)).toContain(code);
  });
});
