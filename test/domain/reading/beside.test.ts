import { loadContent } from '../../../src/content/load';
import { readReading } from '../../../src/content/loadReading';
import { readingFiles } from '../../../src/content/v1Reading';
import type { LexiconEntry } from '../../../src/domain/reading/lexicon';
import { makeLexicon } from '../../../src/domain/reading/makeLexicon';
import type { Mention } from '../../../src/domain/reading/mention';
import { LikenessLists } from '../../../src/domain/reading/notMeant/likeness';
import { PeopleLists } from '../../../src/domain/reading/people/people';
import { readText } from '../../../src/domain/reading/readText';

const rule = (id: string, says: readonly string[], more: Partial<LexiconEntry> = {}): LexiconEntry => ({ id, says: [...says], urgency: 'TODAY', strength: 'soft', why: 'words of a test', example: 'x', counter: 'x', ...more });

/** A few rules of our own, so that what is told here holds whatever the service writes into its rules. */
const lexicon = makeLexicon({
  files: [
    { code: 'F08', entries: [rule('F08-swollen', ['calf .. swollen'])] },
    { code: 'F03', entries: [rule('F03-had-enough', ['(cannot|can not) go on'], { strength: 'strong', aside: ['things', 'lessons'] }), rule('F03-low', ['what is the point'], { strength: 'hint' })] },
  ],
  sets: {},
  cues: loadContent().lexicon.cues,
  lookAlikes: [],
  people: PeopleLists.parse(readingFiles.people),
  likeness: LikenessLists.parse(readingFiles.likeness),
  together: { within: 25, groups: [] },
  beside: {
    explained: ['(it is|it was) [only] the (choir|boot polish)'],
    figures: ['(only|am) joking', 'said grinning', 'with a grin', 'everyone laughed'],
    asides: { things: { status: 'figure', says: ['(printer|boiler)'] }, lessons: { status: 'hypothetical', says: ['slide', 'training'] } },
    acts: ['(duty gp|ambulance|999) [was] (rung|called)', 'rang [the] (duty gp|999|ambulance)'],
    notActs: ['called everybody'],
  },
});
const read = (text: string): Pick<Mention, 'status' | 'grade'>[] => readText(text, lexicon).map(({ status, grade }) => ({ status, grade }));

describe('what was done about it', () => {
  it.each([
    ['Calf is hot and swollen. Duty GP rung, to be seen at 3.', 'prompt'],
    ['Rang 999. Calf badly swollen, waiting with her.', 'prompt'],
    ['Calf is hot and swollen. Will look again on Friday.', 'noted'],
    ['Calf is hot and swollen. If it spreads, I said that the duty GP should be called.', 'noted'],
    ['Calf is hot and swollen. No ambulance was called.', 'noted'],
    ['Calf is hot and swollen. The duty GP called everybody about jabs.', 'noted'],
    ['Calf is hot and swollen. The duty GP was called at two.', 'prompt'],
    [`Calf is hot and swollen. ${'We looked at the allotment rota. '.repeat(20)} Duty GP rung for the next person.`, 'noted'],
  ])('%s', (text, grade) => expect(read(text)).toEqual([{ status: 'present', grade }]));

  it('makes nothing of a word that is too common to tell anything', () => expect(read('What is the point of the blue form? Duty GP rung about it.')).toEqual([]));
});

/** With the rules of the service: what people write when they sent for somebody, and what only sounds like it. */
describe('what was done about it, as it is told', () => {
  const { lexicon: ours } = loadContent();
  const gradeOf = (text: string): string | undefined => readText(text, ours).find(({ rule: id }) => id === 'F07-net-bleeding')?.grade;

  it.each([
    'I arranged an ambulance.',
    'We rang the practice together.',
    'The surgery fitted her in at 2.',
    'GP ringing her today.',
    'Seen at noon.',
    'Same-day visit asked for.',
    'Adult social care contacted today with her agreement.',
    'I walked her round to the treatment room.',
    'Safeguarding lead on it.',
    'I have asked the duty doctor to look at it.',
    'She is in with the GP now.',
    'Police and our manager were told.',
  ])('She passed black at breakfast. %s', (done) => expect(gradeOf(`She passed black at breakfast. ${done}`)).toBe('prompt'));

  it.each([
    'If it comes back she will ring the practice.',
    'She never rang the surgery.',
    'She wants an appointment for the flu jab.',
    'The GP retired in May.',
    'She used to work for social services.',
    'Her sister is a nurse.',
    'The choir meets at four.',
    'Leaflet of the health centre given.',
    'Police told residents about scams at the meeting.',
    'Fire service told the whole school how to get out.',
    'She was a 999 call handler for years.',
    'He has the card that says to ring 999 if there is more.',
    'The poster says tell your midwife today.',
  ])('She passed black at breakfast. %s (nobody was sent for)', (told) => expect(gradeOf(`She passed black at breakfast. ${told}`)).toBe('noted'));
});

describe('what is spoken of beside it', () => {
  it.each([
    ['I cannot go on.', 'present', 'prompt'],
    ['I cannot go on with this printer.', 'figure', 'noted'],
    ['One slide said “I cannot go on”, and what to answer.', 'hypothetical', 'noted'],
    ['We mended the printer. I cannot go on.', 'present', 'prompt'],
    ['I cannot go on, only joking.', 'figure', 'noted'],
    ['“I cannot go on with these raffle tickets.” Said grinning, the kids too.', 'figure', 'noted'],
    ['She “cannot go on” with the wet towels. Said with a grin.', 'figure', 'noted'],
    ['“I cannot go on.” It was the choir, they had run out of hymns.', 'figure', 'noted'],
    ['She cannot go on. The choir has stopped too.', 'present', 'prompt'],
    ['She cannot go on. Said she had no grin left.', 'present', 'prompt'],
    ['“I cannot go on.” She poured the tea with a grin for the baby.', 'present', 'prompt'],
    ['He cannot go on. Everyone laughed at the quiz.', 'present', 'prompt'],
    ['I cannot go on and I am not joking.', 'present', 'prompt'],
    ['At the training he told me he cannot go on.', 'present', 'prompt'],
    ['He mended the printer and then he said he cannot go on.', 'present', 'prompt'],
    ['He told me of a training on “I cannot go on”.', 'hypothetical', 'noted'],
  ])('%s', (text, status, grade) => expect(read(text)).toEqual([{ status, grade }]));

  it('bears only on the rules that name it', () => expect(read('Calf swollen, the printer is mended. Duty GP rung.')).toEqual([{ status: 'present', grade: 'prompt' }]));
});

it('refuses a rule that names a list that is not there, and says where', () => {
  const F03 = { code: 'F03', entries: [rule('F03-x', ['cannot go on'], { aside: ['thing'] })] };
  expect(readReading({ ...readingFiles, concerns: { F03 } }).problems).toEqual([expect.stringContaining('F03-x: there is no list “thing” in beside.json')]);
});

/** With the rules of the service: "around" and "back in" tell a time only where a time follows. */
describe('what was long ago', () => {
  const { lexicon: ours } = loadContent();
  const promptsOf = (text: string): readonly string[] => readText(text, ours).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

  it.each([
    ['She took around 40 paracetamol an hour ago.', 'F01'],
    ["He's back in the house with a knife and I am locked in the bathroom.", 'F01'],
    ['He was in the kitchen with a knife and said he would do it now.', 'F01'],
    ['The rope is around the beam and he says it is tonight.', 'F02'],
    ['She has put the belt around the banister.', 'F02'],
  ])('is not a number of tablets, nor a place: %s', (text, code) => expect(promptsOf(text)).toContain(code));

  it.each(['Back in the eighties he took around 40 paracetamol and was in hospital a month.', 'In about the mid nineties he put a rope around a beam.', 'That was in 1984, when he took around 40 paracetamol.'])('is a time that is named: %s', (text) =>
    expect(promptsOf(text)).not.toContain('F01'),
  );
});

/** With the rules of the service: what it was is said beside it or in the next sentence, and the same words where nothing says so. */
describe('what an ordinary day explains', () => {
  const { lexicon: ours } = loadContent();
  const prompts = (text: string): string[] => readText(text, ours).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

  it.each([
    'He wants to end it all by Christmas, the loft conversion that is.',
    'The ceiling fell in. That was only act one of the panto.',
    'Cupboards were bare. She had them all out to paint them.',
    'She fell off the wagon at the harvest day and landed in straw.',
    'They went into the sea on Boxing Day.',
    'Bought rope and a new hook for the porch.',
    'She said goodbye to everyone, as the move is on Friday.',
    'He carries a blade, being a whittler.',
  ])('%s', (text) => expect(prompts(text)).toEqual([]));

  it.each([
    ['He wants to end it all by Christmas.', 'F03'],
    ['Ceiling fell in on Monday and they sleep under the hole.', 'F24'],
    ['Cupboards were bare. Nothing till Friday.', 'F25'],
    ['She fell off the step and landed hard.', 'F10'],
    ['She would jump off the bridge into the river.', 'F02'],
    ['He keeps a rope in the shed, says it would hold.', 'F02'],
    ['She said goodbye to everyone and wept.', 'F02'],
    ['He carries a blade when he goes out at night.', 'F22'],
  ])('%s %s', (text, code) => expect(prompts(text)).toContain(code));

  it('makes no word of a baby of tears where nobody speaks of one', () => {
    const codes = (text: string): string[] => readText(text, ours).map(({ code }) => code);
    expect(codes('She cried all night over the lamb that died.')).not.toContain('F06');
    expect(codes('Baby is six weeks old and she cries all night.')).toContain('F06');
  });
});
