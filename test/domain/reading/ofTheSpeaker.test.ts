import { loadContent } from '../../../src/content/load';
import { howRead } from '../../../src/cards/mentionWords';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const shown = (text: string) => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('what befalls somebody of whoever speaks', () => {
  it.each([
    ['F03', 'My daughter is nineteen and she is self-harming in her room nearly every evening.'],
    ['F02', 'My dad has written goodbye letters to all of us and put them in the drawer.'],
    ['F04', "My brother believes the neighbours are putting gas through the walls and he won't open the door."],
    ['F17', 'My little sister is being forced to marry a man in Pakistan next month.'],
    ['F01', 'My best mate has taken an overdose.'],
    ['F18', "My neighbour's little boy is being left alone in the house all night."],
    ['F08', 'my mum has had a new pain in her stomach for two days and it is getting worse by the hour'],
  ])('is shown at once as %s: %s', (code, text) => expect(shown(text)).toContain(code));

  it.each([
    ['told of', 'Her dad has written goodbye letters to all of them.'],
    ['long past', 'My sister took an overdose in 1998.'],
    ['over', 'My daughter used to cut herself but that was years ago.'],
    ['denied', 'My friend is not suicidal.'],
    ['no urgent matter', 'My dad drinks too much.'],
    ['further off', "My friend's sister is suicidal."],
    ['somebody of work', 'My colleague was attacked last night.'],
  ])('is not shown at once when it is %s: %s', (_why, text) => expect(shown(text)).toEqual([]));

  it('is still said to be about somebody else', () => {
    const mention = readText('My dad has written goodbye letters to all of us.', lexicon).find(({ rule }) => rule === 'F02-goodbyes')!;
    expect(mention).toMatchObject({ grade: 'prompt', status: 'other', whose: 'relative', cue: 'dad' });
    expect(howRead(mention)).toContain('Read as: about a relative (because of \u201cdad\u201d).');
  });
});
