import { loadContent } from '../../../src/content/load';
import { groupOf } from '../../../src/domain/reading/groups';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const prompts = (text: string): readonly string[] => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('harm by others is read by what is done, whoever tells it', () => {
  it.each([
    ['F15', 'Her nephew refuses to let her see the statements.'],
    ['F15', "She answers the phone and says he's lying down, every time we ring."],
    ['F15', 'They take her frame off her when she plays up.'],
    ['F15', "She gives mum an extra sleeping tablet so that she'll stay quiet."],
    ['F17', 'My brother goes through my messages.'],
    ['F17', "He thinks I'm at the optician's."],
    ['F17', 'She glanced at her husband before she said anything.'],
    ['F18', 'The kids still have no beds.'],
    ['F18', 'Dad shuts us in the shed.'],
    ['F19', 'They give him forty quid and some food for the week.'],
    ['F20', "When he comes in from the pub she pretends she's asleep."],
    ['F21', "Steer clear of the market on Saturday, he said, you've been decent to me."],
    ['F22', "He's gone round there with a cricket bat to sort his ex out."],
    ['F24', 'Refuge place ends on Monday and nobody has told them where next.'],
    ['F25', 'The lender took her card as security.'],
  ])('%s: %s', (code, text) => {
    expect(prompts(text).some((read) => groupOf(code).has(read))).toBe(true);
  });
});

describe('the same words with a harmless reason beside them', () => {
  it.each([
    'He followed me to my car with the brolly as it was pouring.',
    'She keeps a bag packed at her sister\'s for swimming.',
    'He keeps a hammer by the chair for cracking walnuts.',
    "She isn't allowed a bath till the stitches are out.",
    'The boss has his passport for the right to work check.',
    "He's parked on her road most nights because his drive is being relaid.",
    'The kids hide under the bed at bath time and jump out giggling.',
    'He doesn\'t like her seeing the garden yet, it is a surprise.',
    'The lodger moved in at Easter, pays his way and splits the bills.',
    'The grandkids robbed me blind at Monopoly.',
  ])('%s', (text) => {
    expect(prompts(text)).toEqual([]);
  });
});
