import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const shown = (text: string) => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('thoughts that notes part by commas', () => {
  it.each([
    ['F17', 'Film was good, my husband hits me.'],
    ['F03', 'Likes a joke, she says she wants to die.'],
    ['F03', 'She wants to die, likes a joke.'],
    ['F20', 'Two men raped her in a car, we laughed about the bus.'],
    ['F19', 'My flat is not mine any more, the drug lads run it, film was good.'],
    ['F18', 'Used to be a baker, her daughter is being groomed by a man online.'],
    ['F19', 'In 2015 she moved here, my flat is not mine any more, the drug lads run it.'],
    ['F22', "Asked about bus passes, there's a loaded gun in the house and three kids."],
    ['F01', 'Watched the football, some lads are kicking a homeless man in the doorway outside.'],
  ])('each say their own, %s: %s', (code, text) => expect(shown(text)).toContain(code));

  it.each(['In the film, he kills her.', 'He stabs her, in the play.', 'He wanted to kill me, we laughed about it.', 'Used to hit her, her first husband.', 'He hit her, back in 1998.', 'Asked about mood, sleep, any thoughts of ending her life, none.'])('explain each other: %s', (text) =>
    expect(shown(text)).toEqual([]));
});
