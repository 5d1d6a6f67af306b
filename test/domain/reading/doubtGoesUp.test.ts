import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const prompted = (text: string): readonly string[] => readText(text, lexicon).flatMap(({ grade, code }) => (grade === 'prompt' ? [code] : []));

/** Invented people. Who does harm says that it was a joke; so does who is ashamed of having said it. Doubt goes up. */
describe('what one person calls a joke', () => {
  it.each([
    ['F17', 'Her husband slapped her at the party and laughed it off, only joking he said.'],
    ['F17', 'Her husband slapped her, only joking he said.'],
    ['F15', 'He locked me in the shed, said it was a joke.'],
    ['F15', 'He threw her down the step. She says he was only joking.'],
    ['F17', 'Her partner strangled her last night and said he was just messing about.'],
    ['F03', 'He said he would kill himself, then laughed and said it was a joke.'],
  ])('still prompts %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['Hubby slapped my bum with the tea towel, both in fits.', 'I could kill him, she said, only joking.', 'I\u2019ll hang myself if they play that song again, she said, laughing her head off.'])('stays a figure of speech where they laugh together, or nobody is hurt: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('how old or how the person is says nothing of somebody else', () => {
  it.each(['A lady in her 80s who has not eaten for three days.', 'A man in his late seventies who has not eaten for three days.', 'A woman in tears who has not eaten for three days.'])('%s', (text) => expect(prompted(text)).toContain('F14'));

  it.each(['Cl, aged 18, says he wants to die.', 'Aged 17, cutting herself.'])('nor that it is long ago: %s', (text) => expect(prompted(text)).toContain('F03'));

  it.each(['Taken an overdose aged 16, married with two girls now.', 'At the age of 15 he tried to hang himself.', 'He was beaten by his father aged 9.'])('but what was done at that age is long ago: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('where somebody was harmed takes nothing back', () => {
  it.each(['Was beaten up by her nephew at the allotment on Sunday.', 'She was hit by her son in the garden.', 'He was beaten up by his brother in the village.', 'Safeguarding referral made to the council about her lodger.', 'She is being exploited by her nephew in the village.', 'Was beaten up by her nephew outside the council offices.'])('%s', (text) => expect(prompted(text)).toContain('F15'));

  it.each(['The old canal has been neglected for years, he said.', 'He feels bullied by the council over his hedge.'])('what is done to a place, or by an office, does: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('an everyday word beside strong words about what cannot wait', () => {
  it.each(['He smacks the kids by the pigeon loft.', 'He hit my daughter at the bus stop by the hens.', 'He hit my daughter and the hens ran off.', 'He smacks the kids when the golf is on.'])('takes nothing back where it only says where or when, or is of another thought: %s', (text) => expect(prompted(text)).toContain('F18'));

  it.each([['The children were beaten with a golf stick.', 'golf'], ['He hit my daughter with hens about.', 'hens']])('elsewhere it speaks against them, and is quoted; the words are shown: %s', (text, cue) =>
    expect(readText(text, lexicon).filter(({ code }) => code === 'F18')).toEqual([expect.objectContaining({ status: 'figure', grade: 'noted', cue })]));

  it('and what is part of the words makes other words of them', () => expect(readText('She shook her head at the kids.', lexicon).filter(({ code, grade }) => code === 'F18' && grade === 'prompt')).toEqual([]));
});

describe('what was once, and is so now', () => {
  it.each(['He was sober, now drinking a bottle of vodka a day.', 'He was sober for a year but is drinking a bottle of vodka a day again.'])('is now: %s', (text) => expect(prompted(text)).toContain('F23'));
});

describe('what stands before somebody who hits', () => {
  it.each(['When it gets late he hits her.', 'She plays it down but he hits her.', 'In case it matters, he hits her.', 'In the film club she told me he hits her.'])('takes nothing back: %s', (text) => expect(prompted(text)).toContain('F17'));

  it.each(['It just hits her sometimes, the grief.', 'The loss of her dad hit him.', 'Everything hits her at once.'])('but what hits may be no person: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('what is owned to, or said after somebody is named who says it', () => {
  it.each([['F03', 'If you\u2019re asking, yes, I want to die.'], ['F03', 'Like the man on the telly, she said, I want to die.']])('is their own: %s, %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['If anyone says yes, they want to die, ring us.', 'In the film he locks her in.'])('not a rule or a film: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('what is somebody else\u2019s and theirs as well', () => {
  it.each([['F24', 'Her friend is sleeping rough and so is she.'], ['F03', 'Her sister wants to die and so does she.'], ['F24', 'His mate is sleeping rough, as is he.']])('is theirs: %s, %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['Her friend is sleeping rough, so is looking for a tent.', 'Her sister wanted to die, and so she was taken in.'])('and what only follows from it is not: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('a man who will kill her', () => {
  it.each(['He will kill me if I go home.', 'She says he will kill her if she goes home to him.', 'Her husband will kill her when he gets home.', 'He\u2019ll kill me if I\u2019m late.', 'He\u2019ll kill me if I spend anything.'])('is a threat, whatever it is about: %s', (text) => expect(prompted(text)).toContain('F17'));

  it.each(['My wife will kill me if I\u2019m late.', 'Boss will kill me if I\u2019m late.', 'My husband will kill me if I forget the milk.', 'The kids will kill me if I miss the pudding.'])('is a way of speaking of small things: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('a pastime in another thought, or that only says when', () => {
  it.each([
    ['F17', 'Her husband hits her when the football is on.'],
    ['F17', 'Her husband hits her and the neighbours heard.'],
    ['F03', 'She wants to die when the football is on.'],
    ['F03', 'She wants to die and she loves her book club.'],
    ['F01', 'He took an overdose and she loves her book club.'],
    ['F22', 'He threatened me with a knife when the football is on.'],
    ['F18', 'The children are left alone and she loves her book club.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['He murdered me at chess and loves his book club.', 'In her book club they all wanted to die of laughing.'])('one in the same thought does: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('who tells it, and what went before', () => {
  it.each([
    ['F17', 'Her friend, whose husband drives, says he hits her.'],
    ['F03', 'Crisis plan reviewed: wants to die every night.'],
    ['F03', 'Safety plan updated, wants to die every night.'],
    ['F17', 'Everyone at bowls has noticed his wife hits him.'],
    ['F03', 'When I was a nurse I coped and now I want to die.'],
  ])('takes nothing back from %s: %s', (code, text) => expect(prompted(text)).toContain(code));

  it.each(['Her friend, whose son takes her pension, drives.', 'Crisis plan: if she wants to die, ring the Samaritans.', 'Safety plan reviewed: if she wants to die she will ring the crisis line.', 'When I was a nurse I wanted to die, and now I am fine.'])('but whose husband it is, a plan and a past do: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('who cut their arms', () => {
  it.each(['He cut his arms last night.', 'She slit her forearm.', 'He cut his arms.'])('is asked about: %s', (text) => expect(prompted(text)).toContain('F03'));

  it.each(['He cut his arms on the brambles.', 'She cut her arms on some glass clearing up.', 'He cut his arms pruning the roses.', 'She cut her arms when she was pruning the roses.'])('not where it was an accident: %s', (text) => expect(prompted(text)).toEqual([]));
});

describe('what befalls those of the person\u2019s own home', () => {
  it.each(['My husband is clutching his chest.', 'My dad can\u2019t breathe.', 'Her mum has been vomiting blood since this morning.', 'Our son was fine at lunch and his speech is all slurred now.'])('is shown: %s', (text) => expect(prompted(text)).toContain('F07'));

  it.each(['Her cousin has chest pain and is seeing a specialist.', 'My friend\u2019s husband had a fit on holiday.', 'A neighbour has chest pain and is waiting for a scan.'])('and not what befalls others: %s', (text) => expect(prompted(text)).toEqual([]));
});

it('a baby that is thrown is no figure of speech', () => {
  expect(prompted('He threw the baby across the room.')).toContain('F18');
  expect(prompted('They threw the baby out with the bathwater when they shut the club.')).toEqual([]);
});

describe('who looks on, who laughs and what is lifted take nothing back', () => {
  it.each([
    ['F17', 'He hits her in front of the carers.'],
    ['F15', 'They laugh at him and put dog dirt through his letterbox.'],
    ['F26', 'I can\u2019t lift him any more.'],
  ])('%s: %s', (code, text) => expect(prompted(text)).toContain(code));
});

describe('the lad, as people of the north say of whom they speak', () => {
  it.each(['The lad has been sleeping rough since Friday.', 'Lad\u2019s been sleeping rough since Friday.'])('is the person: %s', (text) => expect(prompted(text)).toContain('F24'));
  it('a boy of an age that is said is a child', () => expect(prompted('Her 14 year old lad has been cutting himself.')).toContain('F18'));
});

it('somebody who waits in a pub was put out all the same', () => expect(prompted('He was evicted this morning, in the pub now.')).toContain('F24'));
