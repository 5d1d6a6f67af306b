import { tokensOf } from '../../../src/domain/reading/words/tokens';

const plain = (text: string): string => tokensOf(text).map(({ plain: word }) => word).join(' ');
const possessives = (text: string): readonly string[] => tokensOf(text).flatMap(({ plain: word, possessive }) => (possessive ? [word] : []));

describe('an apostrophe that was left out', () => {
  it.each([
    ['if she leaves hell kill her', 'if she leaves he will kill her'],
    ['Hell put me out', 'he will put me out'],
    ['scared of what shell do', 'scared of what she will do'],
    ['one more time and ill swing for him', 'one more time and i will swing for him'],
    ['He says well go together', 'he says we will go together'],
    ['says shed rather be dead', 'says she would rather be dead'],
    ['Shed gone when I came', 'she would gone when i came'],
    ['if it wasnt for the dog id have gone', 'if it was not for the dog i would have gone'],
    ['today she thinks its the war', 'today she thinks it is the war'],
    ['itll be quick, theyd manage, hed better', 'it will be quick they would manage he would better'],
  ])('%s', (text, expected) => expect(plain(text)).toBe(expected));

  it.each([
    'living hell do not ask', 'it was hell', 'what the hell let go', 'a shell find', 'egg shell drop', 'mentally ill do call', 'feels ill', 'he is well known', 'very well do it', 'the shed burn', 'mens shed kept its lathe', 'photo id have a look', 'wed go', 'its roof leaks', 'ill, call 111',
  ])('is none in “%s”', (text) => {
    const words = plain(text);
    for (const opened of ['he will', 'she will', 'i will', 'we will', 'she would', 'we would', 'i would', 'it is']) expect(words).not.toContain(opened);
  });

  it.each([
    ['Mums swallowed bleach', 'mum'],
    ['he has his dads shotgun', 'dad'],
    ['screams in the babys face', 'baby'],
    ['his wifes car', 'wife'],
    ['like someones sat on me', 'someone'],
  ])('%s', (text, whose) => expect(possessives(text)).toEqual([whose]));

  it.each(['the mums group', 'new mums', 'mums and tots', 'Gladys rang', 'two buses', 'always'])('is none in “%s”', (text) => expect(possessives(text)).toEqual([]));
});

describe('words that run on from a contraction', () => {
  it.each([
    ['she doesn\'teat', 'she does not eat'],
    ['his throat\u2019sclosing', 'his throat closing'],
    ["I'mgoing, it'llbe quick", 'i am going it will be quick'],
    ["Mrs O'Malley at ten o'clock, ma'am", 'mrs omalley at ten oclock maam'],
  ])('%s', (text, expected) => expect(plain(text)).toBe(expected));
});

describe('one word that is written as two', () => {
  it.each([
    ['no where to go, over dosed', 'nowhere to go overdosed'],
    ['she hurts her self, him self too', 'she hurts herself himself too'],
    ['went with out', 'went without'],
    ['goes to day centre, to night shelter', 'goes to day centre to night shelter'],
    ['no, where is he', 'no where is he'],
    ['her house', 'her house'],
  ])('%s', (text, expected) => expect(plain(text)).toBe(expected));

  it('has the place of both', () => expect(tokensOf('has no where').at(-1)).toMatchObject({ plain: 'nowhere', start: 4, end: 12 }));
});
