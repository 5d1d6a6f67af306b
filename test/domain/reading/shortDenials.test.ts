import { statusIn } from './readMention';

const part = { negationIsPart: true };

describe('a verb that is only denied takes back what was feared, told or asked', () => {
  it.each([
    'Neighbour rang in a panic saying he had {collapsed}. He hadn\u2019t, he was under the sink.',
    'Son was convinced that she had been {drinking}. She hadn\u2019t, it was her new tablets.',
    '{Bailiffs at the door}? There weren\u2019t any.',
    'We had heard he was {homeless}. He isn\u2019t, he has a flat over the bakery.',
    'The rumour was that she had been {self-harming}. She hasn\u2019t.',
    'GP asked if I was {out of my depth}. I\u2019m not, there is progress every visit.',
    'I thought he was {sleeping in his car} but no, he was waiting for the garage.',
    'Thought I could {smell drink on him} but it was only the hand gel.',
    'The bank asked us to look at {financial abuse}. Accounts produced, no further action.',
    'I asked about {ending her life} and she said no pet, not me.',
    '"{Do I want to be dead}? No love, I want to be in Benidorm."',
    'Nothing said about {wanting to die}.',
    '{Suicidal}? He would sooner eat his hat.',
    'Any thoughts of {ending it}? She shook her head and pointed at the biscuit tin.',
    'She has never in her life wanted to {hurt herself}.',
    'The notion that she is {controlled by her husband} is nonsense.',
    'Ticked yes to {domestic abuse} by accident.',
    'He quashed the rumours of {a loan shark}.',
    'Nothing like {chest pain}, only pickled onions.',
    'He is anything but {suicidal}.',
    '{Dying} is the last thing on her mind.',
  ])('is denied: %s', (text) => expect(statusIn(text)).toBe('denied'));

  it.each([
    'Sister thought he had {stopped his tablets}. He hadn\u2019t, but he takes them all at once.',
    'I thought he was asleep but he was {unconscious}.',
    'She thought he would {kill her} but he was pulled off by his brother.',
    'The family thought he was being {scammed}. Bank satisfied, but he handed over more yesterday.',
    'Asked if he was {suicidal}. He isn\u2019t sure.',
    'She said he was {not eating}. He isn\u2019t.',
    'School rang about {bruises}. Dad says it was football.',
    'Any {thoughts of suicide}? She laughed and said every day.',
    'Any {thoughts of ending it}? He laughed, then said he had a rope.',
    'Any {thoughts of suicide}? She shook her head and cried.',
    'Nothing like this {chest pain} before.',
    'She was anything but safe, {he hit her}.',
    'He took {the overdose} by accident, he says.',
    'He stroked her leg, he {put his hand up her skirt}, she said no.',
    'He {hit her}. She isn\u2019t, she says, going back.',
  ])('is not denied: %s', (text) => expect(statusIn(text)).not.toBe('denied'));
});

describe('the "not" in the words of a rule may deny something else', () => {
  it.each(['{No worries about food}.', '{No trouble with food} or heating.', 'Hears nothing that he {shouldn\u2019t, takes his tablets}.', '{No rows, has her own phone}.'])('is denied: %s', (text) => expect(statusIn(text, part)).toBe('denied'));
  it.each(['{No food} in the house.', 'No worries, {no food in}.', 'He is {not taking his tablets}.', '{No money, no phone}.', '{No sign of food} in the house.'])('is so: %s', (text) => expect(statusIn(text, part)).toBe('present'));
});
