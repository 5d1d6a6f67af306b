import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const prompts = (text: string): readonly string[] => readText(text, lexicon).flatMap(({ grade, rule, words }) => (grade === 'prompt' ? [`${rule}: ${words}`] : []));

/** Invented people, bands and boats. */
describe('what is only likened, named, played or craved', () => {
  it.each([
    'The relief driver drove like he\u2019d got a death wish.',
    'Sings like a man being strangled but the care home love him.',
    'She dances like she\u2019s having a seizure and the tea dance adore her.',
    'You\u2019d think he had been stabbed, the way he carried on over a splinter.',
    'Her team plays like they have all had a stroke.',
    'Plays in a tribute band called Suicidal Tendencies, Fridays at the Crown.',
    'His barge is called Suicide Sally, do not ask.',
    'Their band has a name now: the Financial Abuse.',
    'We told the couldn\u2019t get into Bath joke again.',
    'The grandkids robbed me at Monopoly, hotels on Mayfair.',
    'He has been murdered at chess by a nine year old.',
    'We killed two birds with one stone and did both forms.',
    'She could not stand the woman on the desk.',
    'Cross my heart and hope to die, she said, I never touched the cake.',
    'Her talk was death by PowerPoint.',
    'She is hooked on crochet and her husband found the stash.',
  ])('%s', (text) => expect(prompts(text)).toEqual([]));

  it.each([
    'They would all be better off shot of me.',
    'She cannot stand at the sink and needs a rail.',
    'He jumped the gun: poured the lot down the sink yesterday, two bottles of vodka a day, now sweating and shaking.',
    'She feels like she is having a seizure.',
    'He looks like he has had a stroke.',
    'He drives like he wants to die since she left.',
    'He eats and sleeps like he always did, but he told me he wants to die.',
    'He plays bowls and says that he wants to die.',
    'A man called Kev strangles her.',
    'She called Samaritans last night, she wants to kill herself.',
    'Lives in the street and wants to end it all.',
    'Her boat called Joy is sold and he wants to end it all.',
    'Domestic Abuse: her husband strangles her.',
    'He is hooked on heroin again.',
    'Her son robbed her at knife point.',
    'He had a seizure at the chess club.',
    'You would think that she wants to die, the way she talks.',
  ])('%s (still read)', (text) => expect(prompts(text)).not.toEqual([]));
});
