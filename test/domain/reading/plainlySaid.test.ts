import { loadContent } from '../../../src/content/load';
import { groupOf } from '../../../src/domain/reading/groups';
import { readText } from '../../../src/domain/reading/readText';
import plainSentences from './plainSentences.json';

const { lexicon } = loadContent();
const isShownAtOnce = (text: string, code?: string): boolean => readText(text, lexicon).some((mention) => mention.grade === 'prompt' && (code === undefined || groupOf(code).has(mention.code)));

/** Invented sentences that say a concern as plainly as can be, by category. */
describe.each(Object.entries(plainSentences))('what is said plainly is shown at once: %s', (code, sentences) => {
  it.each(sentences)('%s', (text) => expect(isShownAtOnce(text, code)).toBe(true));
});

/** Every one of each list with every one of the others. */
const eachOf = (...lists: readonly string[]): readonly string[] => lists.reduce<readonly string[]>((said, list) => said.flatMap((before) => list.split('|').map((next) => `${before} ${next}`)), ['']).map((text) => text.trim());

describe('in an ordinary note', () => {
  const notes = [
    'Visited at home today. We had a chat about the garden and the dog. X. Will ring next week.',
    'Phone call, 20 mins. Wants to try the choir. X. Gave leaflet for the walking group.',
    'Enjoys bingo and has two grandchildren. X. Referred to the befriending service.',
    'X. Then we talked about the football and the allotment.',
    'Her sister came too. Bus pass sorted. X. Her friend Jean takes her to church on Sundays.',
    'Came to the hub for the craft class. X. Told my manager and rang the GP.',
    "Reviewed goals: attend Men's Shed weekly. X. Next appt 14th.",
    'Used to be a nurse in the hospice. X. Likes reading crime novels and watching Corrie.',
    'Consent given. No falls. No current medication. X. Lives alone in a flat.',
    'Asked about benefits, all fine. X. Safety netted, knows to ring 111 if worse.',
    'She is a lovely lady who makes me laugh. X. Joked about her cooking.',
  ];
  const sentences = Object.entries(plainSentences).flatMap(([code, said]) => said.map((text) => [code, text.charAt(0).toUpperCase() + text.slice(1)] as const));
  it.each(notes)('%s', (note) => expect(sentences.filter(([code, text]) => !isShownAtOnce(note.replace('X', () => text), code))).toEqual([]));
});

describe('brought in as notes begin', () => {
  it.each(['Ref received for Carol, X', 'Ref for Dilys X', 'New referral: Carol, X', 'Re: Carol, X', 'Spoke to a lady X', 'Supporting a lady X', 'Met with a chap X', 'Working with Dilys, X', 'GP referred this lady X', 'Call from a gentleman X', 'Received a call from Mr Singh X', '72 year old widow X'])('%s', (begins) => {
    expect(['who wants to die', 'who has cut her wrists', 'who has taken an overdose', 'who hears voices telling her to jump', 'who is being hit by her husband', 'who has nowhere to sleep tonight'].map((told) => begins.replace('X', told)).filter((note) => !isShownAtOnce(note))).toEqual([]);
  });
  it.each(['She works with people who want to die.', 'He spoke to a lad who wants to die, at the crisis line where he volunteers.', 'The ref lost it, he wants to kill the lad who scored.'])('but not whoever somebody works for: %s', (text) => expect(isShownAtOnce(text)).toBe(false));
});

describe('told afterwards, as notes are', () => {
  it.each(['he was being attacked', 'he was giving all his things away', 'he was manic', 'her partner controlled all her money', 'he was homeless and on the streets', 'she was 30 weeks and bleeding since dinner', 'her family were making her marry', 'she was walking out on him tonight', 'he wanted to die', 'he heard voices telling him to jump', "she hadn't eaten for three days", "he couldn't breathe"])('%s', (told) => {
    expect(['She told me today that X.', 'At the visit X.', 'X. She was tearful.'].map((note) => note.replace('X', told)).filter((note) => !isShownAtOnce(note))).toEqual([]);
  });
});

describe('beside another thought, parted by a comma', () => {
  it.each([
    'Leaflet given, he hits her.',
    'Training booked for Monday, she has taken an overdose.',
    'Used to work at the mill, he hits her.',
    'Was in the army, he wants to die.',
    'She declined the leaflet, she has taken an overdose.',
    'Talked about a documentary on whales, he wants to die.',
    'He hits her, leaflet given.',
  ])('%s', (text) => expect(isShownAtOnce(text)).toBe(true));

  it('at the end of a page without a comma', () => expect(isShownAtOnce(`${'tea '.repeat(20_000)}leaflet given, he hits her`)).toBe(true));

  it.each(['In the film, he hits her.', 'He hits her, in the play.'])('but what the clause hangs on counts: %s', (text) => expect(isShownAtOnce(text)).toBe(false));
});

describe('whoever does it to whom, and when', () => {
  it.each<[string, readonly string[]]>([
    ['violence', eachOf('he|my husband|her partner|her ex|my son|her daughter|dad|her carer', 'hits|hit|is hitting|keeps hitting|has hit|beats|beat|punches|punched|kicks|kicked|slaps|slapped|strangles|strangled|tried to strangle|chokes|bites|burns|headbutted|attacked|assaulted|threw a plate at|spat at|pulled a knife on', 'me|her|him')],
    ['threats', eachOf('he|she|my husband|her ex|her son|my neighbour', "says he'll|threatened to|is threatening to|has threatened to|said he would", 'kill me|kill her|hurt me|stab him|burn the house down|strangle her|break her legs|set fire to her flat')],
    ['a family', eachOf('her son|his daughter|the carer|her nephew|the lodger', 'hits|slaps|punches|steals from|shouts at|bullies|starves|drags|neglects', 'his mother|her dad|my mum|nan')],
    ['a child', eachOf('he|she|her boyfriend|dad|mum', 'hits|smacks|beats|shakes|punches|kicks|burns|starves|abuses|neglects', 'the baby|the kids|the children|her son|his daughter|my little girl')],
    ['nothing eaten', eachOf("I haven't|he hasn't|she has not|my client hasn't|mum hasn't", 'eaten|had anything to eat|had a meal|eaten anything|eaten or drunk', 'for three days|since Monday|all week|for days|since the weekend')],
    ['an end', eachOf('he wants to|she is going to|my client plans to|he is planning to|she threatens to|he tried to|she has tried to|her son wants to|his wife is going to', 'kill herself|end her life|take his own life|hang himself|drown herself|jump off a bridge')],
    ['what somebody may not', eachOf("he won't let|she doesn't let|her husband won't let|my son won't let", 'me|her|him', 'leave the house|go out|see the doctor|have any money|use the phone|talk to anyone')],
    ['chest and breath', eachOf('he|she|my client|her husband|mum', 'has chest pain|has a tight chest|is getting pain across the chest|is struggling to breathe|is gasping for air|is very short of breath|has stopped breathing')],
    ['a fall', eachOf('he|she|mum|my client|her dad', 'fell|has fallen|had a fall|tripped|slipped', "and hit the head|and broke a hip|and is still on the floor|and can't get up|and was on the floor all night")],
    ['a roof', eachOf('he|she|my client', 'has nowhere to sleep tonight|has nowhere to go tonight|is homeless|was evicted today|has been kicked out|is sleeping rough|is sleeping in the car')],
    ['food and warmth', eachOf("there's|we have|she has|he's got", 'no food in the house|nothing to eat|nothing in the cupboards|no money for food|no gas or electric|no heating and a baby')],
    ['those of their home', eachOf('my mum|my dad|my husband|his wife|my partner|my son|her daughter|my nan', "wants to die|is suicidal|has taken an overdose|is hearing voices|has chest pain|can't breathe|has collapsed|fell and can't get up|hasn't eaten for four days|has nothing to eat|is scared to go home|is being abused|has run out of insulin|had a fit this morning|is threatening to kill someone|has had a stroke this morning")],
    ['whoever the note is about', eachOf('he|Derek|Mrs Shah|pt|my client|the gentleman|this lady', "wants to die|is suicidal|has taken an overdose|is hearing voices|has chest pain|can't breathe|has collapsed|has been evicted|is sleeping rough|is being hit by her son|has been raped|is vomiting blood")],
    ['named in a word', eachOf('disclosed|reports|told me about|admits|presented with|ongoing|current|referral says|concerned about|experiencing|spoke of|expressed', 'suicidal ideation|SI|domestic abuse|domestic violence|DV|financial abuse|sexual abuse|sexual assault|rape|an overdose|coercive control|thoughts of harming others|hearing voices')],
    ['carers', eachOf("I can't|she can't|his wife can't|her daughter can no longer", 'cope with caring for mum|go on looking after him|carry on looking after her husband')],
  ])('%s', (_what, sentences) => expect(sentences.filter((text) => !isShownAtOnce(text))).toEqual([]));

  it('whom the worker tells of it does not matter', () => {
    const told = eachOf('I have told|I told|I have let|Emailed|Discussed with', 'my manager|my line manager|my boss|our supervisor|the vicar|her landlord|reception');
    const said = ['he wants to die', 'she has taken an overdose', 'he is hitting her', 'she cannot breathe'];
    expect(told.flatMap((begun) => said.map((what) => `${begun}${begun.includes(' let ') ? ' know' : ''}: ${what}`)).filter((text) => !isShownAtOnce(text))).toEqual([]);
  });

  it('on what it was told, or what else is broken, does not matter', () => {
    const said = ['he wants to die', 'she cuts herself', 'she has taken an overdose', 'he is hearing voices', 'she is scared of her husband', 'he has been evicted'];
    const things = 'phone|car|bus|garden|kitchen|bath|sofa|door|boiler|fridge|computer|hair|leg|plants|lawn|shed|shop|cafe|church|form|cake|coffee|cooker|tray|holiday|weather'.split('|');
    const sentences = things.flatMap((thing) => said.flatMap((what) => [`Told me on the ${thing} that ${what}`, `The ${thing} is broken and ${what}`, `We talked about the ${thing}, ${what}`]));
    expect(sentences.filter((text) => !isShownAtOnce(text))).toEqual([]);
  });

  it('that others would manage is shown at once, unless it is about a day off', () => {
    const says = ['keeps saying', 'she says', 'He told me', 'reckons'];
    const how = ['we’d manage fine without her', 'you would all be better without him', 'we could cope just fine without me'];
    expect(says.flatMap((begun) => how.map((what) => `${begun} ${what}.`)).filter((text) => !isShownAtOnce(text))).toEqual([]);
    expect(['She says we’d manage fine without her at the stall on Tuesday.', 'Told us we’d cope fine without him while he is in Spain.'].filter((text) => isShownAtOnce(text))).toEqual([]);
  });
});
