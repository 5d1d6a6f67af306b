import { isConfided } from '../../../src/domain/reading/meaning/confided';
import { tokensOf } from '../../../src/domain/reading/words/tokens';
import { statusIn } from './readMention';

describe('what a text, a play, a quiz or a dream says is nobody’s news', () => {
  it.each([
    'New beer mats from the charity: "{Thinking of ending it}? Talk to us."',
    'The purple cards ("does he check your phone? {Are you scared to go home}?") have all gone.',
    'Poster wording agreed: drinking on your own? {Shaking in the morning}? You are not the only one.',
    'Clinic’s own sheet says {numbness between the legs}, straight to A&E.',
    'Anybody found {sleeping in the shed} waters the leeks, reads the notice.',
    'The form asks have you ever {been homeless}.',
    'Psalm on the order of service: "{my heart is broken}".',
    'Interview practice. Sample question: "A resident says {staff hit him}. What do you do?"',
    'Two truths and a lie, his were: {I have slept rough}, I can juggle, I met the Queen.',
    'Dreamt she was {locked in the cellar} with a turnip.',
    'Funny dream he told us: he was {put out on the street} in his socks.',
    'Drama class homework was a phone call. Hers: "{he has got a knife}." Top marks.',
    'Scenario cards for the volunteers. Mine was a widow who {does not want to live}.',
    'Crisis card redone. Back of it reads: {I feel like ending it} - ring Sal.',
    'Advert for the group: can you hear us if {you can’t go on}?',
    'For instance, {nothing in the cupboard} for three days, the speaker said.',
    'The nephew practises on her: "{she is not breathing}".',
    'An example to the group: a lady whose {son takes her pension}.',
    'Discharge advice for the hip: {chest pain}, breathless, 999.',
    'The insurer’s questionnaire wanted to know was she {on heroin}.',
    'Problem page of the magazine: "My son {takes my pension}."',
    'Should the {roof leak} again they will be moved for a week.',
    'Podcast with an hour on {starving themselves} for a corset.',
  ])('%s', (text) => expect(statusIn(text)).toBe('hypothetical'));

  it.each([
    'The leaflet in her hand: "{he hits me}".',
    'She read the leaflet and {he hits her}.',
    'The form asks about home. {He hits her}.',
    'Poster on the wall. "{I want to die}," she said.',
    'Bought a book on knots, {wants to hang himself}.',
    'Dreams every night that {he will kill her}.',
    'Told me her dream and said {she wants to die}.',
    'Game of cards, then told me {he hits her}.',
    'The app says: he {took an overdose} at nine.',
    'After the film {he hit her}.',
    'The council should mend it, the {roof leaks} on the bed.',
    'Seen on telegram that {he will blow it up} on Friday.',
    'Hers is a flat with {nothing in the cupboard}.',
  ])('but not: %s', (text) => expect(statusIn(text)).not.toBe('hypothetical'));
});

describe('an "if" that has come about is no if', () => {
  it.each([
    'Told to ring if {the meter ran out}. It ran out on Sunday.',
    'Ring us, they said, if {he is confused}. He is, since last night, and hot.',
    'The landlord said if they complained {they would be evicted}. They complained.',
    'The leaflet asks "{scared to go home}?" She pointed at it and wept.',
    'The poster says "{he hits you}, it is not your fault". That is me, she said.',
  ])('%s', (text) => expect(statusIn(text)).toBe('present'));

  it.each(['Told to ring if {the meter runs out}. It is a good plan.', 'If {he hits her} she will ring. She has a phone.'])('but not: %s', (text) => expect(statusIn(text)).toBe('hypothetical'));
});

describe('what somebody needs may be only an "if"', () => {
  it.each([
    'Asked me what would happen if they stopped her PIP and she {could not pay the rent}.',
    'What if the boiler went and they had {no heat}, her brother wanted to know.',
    'She worries that she would end up {sleeping rough} if the job went.',
    'If push came to shove she could always {sleep on a sofa}.',
    'When the time comes and he {cannot manage the stairs} he will have the front room.',
    'A stairlift is not for now, it is for when I {cannot get up} them.',
  ])('%s', (text) => expect(statusIn(text, { need: 'means' })).toBe('hypothetical'));

  it.each([
    'She would be all right but she is {sleeping rough}.',
    "They'd had to {sleep in the car} and worry about the kids.",
    'He worries, he has {no heat}.',
    'She would like a sofa and is {sleeping on the floor}.',
    'It has come to it and they {sleep in the car}.',
  ])('but not: %s', (text) => expect(statusIn(text, { need: 'means' })).toBe('present'));

  it('is no "if" for what somebody would do to themselves', () => expect(statusIn('She worries that she would {end it} if he went.')).toBe('present'));
});

describe('a lesson gives instances', () => {
  it.each([
    'You learn what to listen for, e.g. she says {the baby would be better with somebody else}.',
    'Had to sit through the FA one about {a kid who flinches}.',
    'ASIST course (asking somebody whether they think of {ending their life}).',
    'Nurse went over hypos with him: {shaky, sweating}, and ring if he cannot keep the sweets down.',
  ])('%s', (text) => expect(statusIn(text)).toBe('hypothetical'));

  it.each(['Went over the plan with her: {he hits her}, she said.', 'She learnt to live with it, for years {he hit her}.'])('but not: %s', (text) => expect(statusIn(text)).not.toBe('hypothetical'));
});

describe('what is asked at an interview, foretold or said of people of a kind', () => {
  it.each([
    'At interview they asked how she would help a woman who {is raped}.',
    'Doctor warned that with these tablets you might {cough up blood}.',
    'The insurance wanted to know whether she {has chest pain}. Never.',
    'The motion was that a man who {carries a knife} should go to prison.',
    'The trainer asked us to picture a woman who {takes an overdose}.',
    'In case she ever {wanders off at night}, her sister has the key.',
    'Her power of attorney only kicks in once she {wanders off at night}.',
    'Her mum always said she would end up {sleeping rough}. She is a headmistress.',
  ])('%s', (text) => expect(statusIn(text)).toBe('hypothetical'));

  it.each(['She raises money for women whose {husbands beat them}.', 'The group is for people who {hear voices}. She is the tea lady.', 'Wrote to the paper about families with {no heating}.'])('%s', (text) =>
    expect(statusIn(text, { whoseIsSaid: true })).toBe('other'),
  );

  it.each([
    'The doctor asked how she is and she {wants to die}.',
    'Her mum said {he hits her}.',
    'She is afraid of men who {hit her}.',
    'Lives with people who {take her money}.',
    'The day he left {she took an overdose}.',
    'She was asked to wait and {he hit her}.',
  ])('but not: %s', (text) => expect(statusIn(text, { whoseIsSaid: true, event: true })).toBe('present'));
});

describe('more that is no news', () => {
  it.each([
    'The lady in the video {takes an overdose}.',
    'God forbid she {wanders off at night}, but her sister is near.',
    'Just supposing she {is evicted}, would the bus pass still count?',
    'The exam had a bit on {sleeping rough}.',
  ])('%s', (text) => expect(statusIn(text)).toBe('hypothetical'));
});

describe('what is told to the one who writes is told, whatever the lesson was', () => {
  const confided = (words: string, at: number): boolean => {
    const tokens = tokensOf(words);
    return isConfided(tokens, at, { first: 0, last: tokens.length - 1 });
  };
  it('hears a telling before it', () => expect(confided('Poster up, tea made, then she whispered that she wants to die', 9)).toBe(true));
  it('hears none in a lesson', () => expect(confided('The poster in the hall is for whoever wants to die', 8)).toBe(false));
});
