import { statusIn } from './readMention';

describe('what is acted, made up or taught is nobody’s news', () => {
  it.each([
    'Role play: I was the man with {nothing in the cupboard}.',
    'Panto meeting. Wicked stepmother {locks the child in}, starves him and sells him.',
    'Refresher today. Case studies: {a cuckooed flat}, and a son with the purse.',
    'A session on abuse at home for the choir. Discussed the content: {coercion}, money, the locked door.',
    'Writing group, theme was the sea. Pieces on {a drowned bride} and a lost boat.',
    'Open day at the station. The casualty was an actor: {unconscious} twice, then up for a bun.',
    'She was revising out loud: "{not breathing}, no pulse."',
    'Her students have to learn {strokes} and sepsis.',
    'We talked of a made-up lady who {wanders at night}.',
    'His project is on {county lines}.',
    'Help with his family tree. In the asylum register there is a man who {heard voices}.',
    'Murder mystery weekend. Mavis is {found with the rope} in the first act.',
    'Fake blood {all over the sink}.',
    'Roleplay for the new starter. I was the client: "{I have the tablets here}", and she kept me talking.',
    'We did a mock call. I played a caller who said "{I have swallowed the lot}".',
    'Training day on cuckooing. The sergeant gave the signs: {strangers coming and going}.',
    'First aid evening. Bill played the heart attack, Sue {the nosebleed that would not stop}.',
    'Hypothetical from the back row: "suppose {a chap says he will knife his boss}".',
    'Lunch and learn, my crib: {a new mum who says the baby would be better off without her} needs the GP.',
    'He gets them to imagine {a man with a knife} at the bus stop.',
    'She will cover what {an overdose} looks like and how to use the spray.',
  ])('%s', (text) => expect(statusIn(text)).toBe('hypothetical'));

  it.each([
    'Role play went well, and afterwards she told me {he hits her}.',
    'Training on abuse at home. In the break she said {he hits her}.',
    'Panto rehearsal. She came with {bruises on her neck}.',
    'Workshop on damp. Discussed her {wish to die}.',
    'First aid course with him. {Fresh cuts} on both arms.',
    'She does not know what to do when {he hits her}.',
    'Book club. She is {frightened of him}.',
    'Writing group, and she wrote that she {wants to die}.',
    'The drill is on Tuesday. He has {nothing in the cupboard}.',
    'Training day at the hub. The nurse gave her a lift home and she is {frightened to go in}.',
    'We did a mock call and afterwards he told me {he wants to die}.',
    'Role play, and said {he hits her}.',
    'She was the victim of a robbery and has {a knife under her pillow}.',
  ])('but not: %s', (text) => expect(statusIn(text)).not.toBe('hypothetical'));
});

describe('what somebody tells of their work is not their own', () => {
  it.each([
    'A retired sister from the burns unit. Told us about the nights when folk came in with {lips blue}.',
    'Lifeboat crew for thirty years and talks of it: {the drownings}, the storms.',
    'Pharmacist, talks shop: people {hoarding tablets}.',
    "She was describing a lass they'd took in last year whose husband {broke her jaw}.",
    'Jean described her sister in Nova Scotia who {could not cope any longer}.',
    'A retired bailiff, he had put that many families out on the pavement with {nowhere to go}.',
    'Retired slaughterman. Told me all about the knives and {the blood on the floor}.',
  ])('%s', (text) => expect(statusIn(text)).toBe('other'));

  it.each([
    'Retired nurse. Told me about the {bruises} on her arm.',
    'Retired teacher. Told me about a man who wants {her bank card}.',
    'He works as a porter. Told me about how he {cannot go on}.',
    'Her ex has them at weekends. The girl comes back talking about the {special massages}.',
    'Told me about the {overdose}.',
  ])('but not: %s', (text) => expect(statusIn(text, { whoseIsSaid: true })).not.toBe('other'));
});
