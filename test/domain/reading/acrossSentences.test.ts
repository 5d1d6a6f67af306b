import fc from 'fast-check';
import { partsOf } from '../../../src/domain/reading/readAs';
import { tokensOf } from '../../../src/domain/reading/words/tokens';
import { cues, people, statusIn } from './readMention';
import { anyText } from '../../support/anyText';

const part = { negationIsPart: true };

describe('what was flagged or feared, and looked into', () => {
  it.each([
    'Referral says she is {homeless}. Not so, own flat for nine years.',
    'Flagged by the surgery as {a heavy drinker}. Wrong person: it was for his namesake.',
    'The daughter had wondered whether he was being {scammed}. It all tallies, to the penny.',
    'Bank was worried he was being {scammed}. All accounted for, two new windows.',
    'The GP had queried {abuse}. A misunderstanding, she came off her bike.',
    'I had wondered about {the bruises}. She showed me her medal. Mystery solved.',
    'They thought it was {hoarding}. It was no hoarding, only a jumble sale in waiting.',
    'She feared that the home help had {taken her purse}. It turned up in the bread bin.',
    'The referral says "{overdose}". This concerned the vitamin stall at the fair.',
    'The record says that he {was abused}; this should read "was amused".',
    '{No fixed abode} on the form was an error: the same bungalow since 1987.',
    'The bit on {self neglect} is from a different address.',
  ])('is denied: %s', (text) => {
    expect(statusIn(text)).toBe('denied');
    expect(statusIn(text, part)).toBe('denied');
  });

  it.each([
    'Flagged by the surgery as {suicidal}. Rang her: yes, most nights.',
    'Flagged as {abused}. Looked into, and sadly true.',
    'Referral says she is {homeless}. She is not sleeping.',
    'Referral says she is {homeless}. Wants help today.',
    'She is {homeless}. He is not, he says.',
    'GP had queried {abuse}. Her husband says it was a misunderstanding.',
    'He {hit her} on Friday. It was a misunderstanding.',
    'Message from Jordan says I am {on the wrong side of the railings} and the cars look small.',
    'Referral says homeless. Not so, but she is {suicidal}.',
    'The bit about {her son taking her money} was in tears.',
  ])('is not denied: %s', (text) => expect(statusIn(text)).not.toBe('denied'));
});

describe('what is answered in words of their own', () => {
  it.each([
    'Asked Megan straight out about {dark thoughts}. "Nothing like that, I have too much to see to."',
    '{Hears voices}? Asked as per template. Nope, only the telly next door.',
    'Would she ever {hurt herself}? "Never in a month of Sundays."',
    '"{Suicidal}? Me? Not on your life."',
    '"{Kill myself}? With a cruise booked? Not on your life."',
    'Plan to {harm himself}? Asked and answered: nothing of the sort.',
    'Asked her plainly about {ending her life}. "Get away with you, I have a cruise booked."',
  ])('is denied: %s', (text) => expect(statusIn(text)).toBe('denied'));

  it.each([
    'Asked about {ending his life}. Looked out of the window, then said he would sooner not answer.',
    'They thought it was a cold. It was not: {chest pain} down the arm.',
    'Any {thoughts of suicide}? Never so bad as this week.',
    'Any {thoughts of suicide}? Not today but most nights.',
    'Any {thoughts of suicide}? Nothing else comes into her head.',
  ])('is not denied: %s', (text) => expect(statusIn(text)).not.toBe('denied'));
});

describe('what was long ago', () => {
  it.each([
    "When she lost the farm in '97 she {took an overdose}.",
    'Back in the eighties he {tried to end it all}, he says.',
    'As a lad of ten he {cut his arms}.',
    "Spent the winter of '09 {sleeping rough}.",
    'Most of 1984 she was {beaten}.',
    'When the farm went in 2001 he lost everything. He {slept in the barn} and drank.',
    '"He would {lock me in} and take my purse." This was 1979, mind.',
    'He {drank two bottles a day}. He lost his licence and his wife. Sober since 2010.',
    'Was moved out of the city in 1941, {slept in a barn} and ate turnips.',
    'He {came off a ladder in 2012, broke his wrist}.',
    'Dark days when he {thought of ending it}. That is long gone, he says.',
    'She {had bailiffs} at the door in the crash. Mortgage was paid off in 2019.',
    'The bad time was after the redundancy, {tablets counted out}. That was when Blair was in.',
    'He {drank all day} after the funeral. He has never been near it since.',
    'After the twins were born she {heard voices}. The twins are thirty now.',
    'She was sectioned in 2009 {hearing voices}.',
    'Left him in 2015 after {he broke her jaw}.',
    'Slept rough for most of 2009, in doorways, he says, {on heroin} and running from a dealer.',
    'She fainted here in 2019, {went down like a sack} and was cleared by the hospital.',
    'He {had a blade pulled} on him outside the pub, must be fifteen year ago.',
    'In January she was {going to bed at four} to keep warm. All put right since.',
    'In January she had {no money for the oil}. All since put right, tank full.',
    'She was {giving money to a man} on the internet. The bank repaid it, and nothing since.',
    'They had {nothing to eat} for days at a time. That was Bosnia, before she came here.',
  ])('is past: %s', (text) => expect(statusIn(text, { event: true })).toBe('past'));

  it.each([
    '{Hosepipe already in the boot}. "It is all sorted, love, I just want a dry day for it."',
    'Lost his wife in 2019, and he is {not eating}.',
    'Moved here in 2018, and now {he hits her}.',
    'The bank repaid it. He rang again on Monday and she {sent him the money}.',
    'She was {giving money to a man} on the internet. The bank will not repay it.',
    'When the farm went in 2001 he lost everything. He is {sleeping in the barn}.',
    'When the farm went in 2001 he lost everything. He {took an overdose} last night.',
    'When the farm went in 2001 he lost everything. Tearful, {wished he were dead}.',
    'Widowed in 2014. She {took an overdose}.',
    'Widowed in 2014. She was {crying all day}.',
    'In 2018 he lost his job. {Bought rope} on Saturday.',
    'He {shook the baby} on Sunday. She has not been right since.',
    'He {raped her}. That was last Saturday.',
    'She {hears voices}. The baby is six weeks old.',
    'She {hears voices}. That baby is just 3 weeks old.',
    'He {drank all day} on Sunday. He has never been so ill.',
    'They had {nothing to eat} for days on end. That is what she told me today.',
    'Slept rough in the nineties and swore never again. He is back {in a doorway} since Monday.',
  ])('does not make it past: %s', (text) => expect(statusIn(text, { event: true })).toBe('present'));
});

describe('of whom the sentence before speaks', () => {
  it.each([
    'Told me about his uncle in Donegal. He {drank from morning}, and lost the land.',
    'The organist was taken ill on Sunday. He {collapsed} at evensong.',
    'A girl in her tap class is very thin. She {starves herself}.',
    'Her brother lives in Leeds. He is {drinking} again.',
    "His workmate's mother is in a bad way. She was {conned} by a roofer.",
  ])('is somebody else: %s', (text) => expect(statusIn(text)).toBe('other'));

  it.each([
    'Her sister lives in Leeds. She is {drinking} again.',
    'Her brother rang. She has {taken tablets}.',
    'Her brother rang me. He says she is {drinking}.',
    'The organist visits her. She is {starving herself}.',
    'Voicemail from his daughter. He is {drinking} again.',
    'Her brother lives in Leeds. Mrs Brown came in. She is {drinking} again.',
    'Told me about his uncle. Patient is {drinking}.',
    'One of the group {found him hanging} in the shed.',
    'Talked about his brother. He {wants to die}, he said, before Christmas.',
    "Told me about his brother's funeral. He {wants to be with him}.",
  ])('is the person: %s', (text) => expect(statusIn(text)).toBe('present'));

  it('is the child of whom it was', () => expect(statusIn('Her little boy is nine. He is {self-harming}.')).toBe('other'));
});

describe('what a leaflet or a talk says', () => {
  it.each([
    "Carers' pack: when you {cannot go on}, ring the rapid response.",
    'First aid: what to do when somebody {has taken tablets}.',
    'Gave the group the usual talk: face, arms; {crushing pain}, ring 999.',
    'Winter meeting: anyone who has {nowhere to sleep} goes to the desk.',
    'If a little one tells you {somebody hurts them}, ring the lead.',
  ])('is advice: %s', (text) => expect(statusIn(text, part)).toBe('hypothetical'));

  it.each(['At the training she told me: {he hits me}.', 'Workshop went well, but she is {suicidal}.', 'Gave her a leaflet. She is {suicidal}.'])('is not advice: %s', (text) => expect(statusIn(text)).toBe('present'));
});

describe('any text', () => {
  const vocabulary = ['flagged as', 'not so', 'mystery solved', 'asked about', 'never', '?', '. ', '; ', ': ', 'in 1998', "'97", 'when', 'he', 'she', 'was', 'that was', 'the organist', 'her brother', 'told me about', 'leaflet', 'training', 'suicidal', 'says', 'sober since', ', ', '\n'];
  const text = fc.oneof(anyText(120), fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((words) => words.join(' ')));

  it('is carried from sentence to sentence without a fault, the same each time, by words that stand in it', () => {
    fc.assert(
      fc.property(text, (words) => {
        const parts = partsOf(words, tokensOf(words), cues, people);
        expect(partsOf(words, tokensOf(words), cues, people)).toEqual(parts);
        for (const { carried } of parts) for (const cue of [carried?.past, carried?.hypothetical, carried?.refuted, carried?.negated]) if (cue) expect(words.slice(cue.start, cue.end).trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
