import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const prompts = (text: string): readonly string[] => readText(text, lexicon).flatMap(({ grade, rule, words }) => (grade === 'prompt' ? [`${rule}: ${words}`] : []));

/** People, animals and machines here are invented. */
describe('what an animal, a machine or a pudding does or suffers', () => {
  it.each([
    'Boiler collapsed on the coldest night, landlord\u2019s man had it back by noon.',
    'Her laptop had a stroke, as she puts it, half the screen has gone dark.',
    'The new dough mixer has had a seizure twice, gearbox.',
    'My printer wants to die, she said, and went for the paper.',
    'Her sunflowers have collapsed in the heat.',
    'My leeks got beaten up by the hail something shocking.',
    'They were attacked by a swan at the pedalos and rescued by a teenager.',
    'Robbed by a magpie of her late aunt\u2019s earring, would you believe.',
    'The queue at the post office made me lose the will to live, for a stamp.',
    'That sermon made me lose the will to live.',
    'Eldest was a Roman soldier and stabbed his brother with a courgette.',
    'He hit me with a baguette, my own grandson, we were doing pirates.',
    'He\u2019s gone downhill fast, the old cockerel, and she is knitting him a coat.',
    'If that printer jams again I\u2019ll swing for it, he said.',
    'If I hear one more of those carols before Advent I will hang myself.',
    'Her neighbour\u2019s tortoise has been found unconscious in the cold frame.',
  ])('%s', (text) => expect(prompts(text)).toEqual([]));
});

describe('what stands beside an animal or a machine, and is of a person', () => {
  it.each([
    'If they stop my money again I\u2019ll hang myself.',
    'If that neighbour plays his music once more I\u2019ll stab him.',
    'She hit him on the head with the belan again.',
    'Her dog has died and she wants to end it all.',
    'The boiler has packed in and she says she wants to die.',
    'After the choir she told me she wants to kill herself.',
    'Lost her dog wants to die.',
    'Came on the bus wants to end it all.',
    'On the bus she had a seizure, ambulance here.',
    'A horse kicked him this morning and he was knocked unconscious.',
    'She was beaten up by her nephew outside the pub.',
    'Beaten up by the bus driver\u2019s son.',
    'He stabbed his brother with the bread knife.',
    'Robin has had a seizure.',
    'Ivy was attacked by the lodger with a hammer.',
    'He strangles her, the cat hides and so does the little one.',
    'The engine was running and the garage door shut, he wrote to say he wants to die.',
    'My cat is the only reason I have not killed myself, the tablets are in the drawer.',
    'The bull has him pinned, he is unconscious in the yard now.',
  ])('%s', (text) => expect(prompts(text)).not.toEqual([]));
});
