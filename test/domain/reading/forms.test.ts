import fc from 'fast-check';
import { loadContent } from '../../../src/content/load';
import { piecesOf } from '../../../src/domain/reading/filing/pieces';
import { wantsIn } from '../../../src/domain/reading/filing/wants';
import { readText } from '../../../src/domain/reading/readText';
import { withoutEmptyBoxes } from '../../../src/domain/reading/words/boxes';
import { anyText } from '../../support/anyText';

const { lexicon } = loadContent();
const gradesOf = (text: string) => readText(text, lexicon).map(({ grade }) => grade);
const labels = ['Suicidal thoughts', 'Self-harm', 'Domestic abuse', 'DV', 'Chest pain', 'Hearing voices', 'Financial abuse', 'Homeless tonight', 'Afraid of partner'];
const on = (form: string): readonly string[] => labels.map((label) => form.replace('_', label));

describe('what is answered on a form', () => {
  it.each(['_: Yes', '_: Y', '_ - yes', '_? Yes', '_ (Y)', '_ = yes', '_\tYes', '| _ | Yes |', '_: Yes, daily', '_: yes - since last week', '_: +ve', '_\nYes', '_:\nYes', '_..... yes', '_: sometimes', '1. _: Yes', 'Q3 _: Yes', 'Any current _? Yes.', '_ ☑', '☒ _', '[x] _', '_ ✓', '_ +', '_ ++', '_ (+)'])('is a concern when the answer is yes: %j', (form) => {
    expect(on(form).filter((text) => !gradesOf(text).includes('prompt'))).toEqual([]);
  });
  it.each(['_: No', '_? N', '_: N', '_: none', '_: none disclosed', '_: nil reported', '_: none identified', '_: not at present', '_: No concerns', '_: -ve', '_: n/a', '_\nNo', '_:\nNo', '_..... no', 'Do you have _? No I do not', '| _ | No |', '_: Yes ☐ No ☒', '_? Yes [ ] No [X]', '_: ☐ Yes ☑ No', '☐ _\n☑ Lives alone', '_ [ ]\nLives alone [x]', '✗ _\n✓ Lives alone'])('is none when the answer is no: %j', (form) => {
    expect(on(form).filter((text) => gradesOf(text).includes('prompt'))).toEqual([]);
  });

  it.each(['c/o SI', 'C/o domestic abuse', 'Complaining of chest pain'])('is one that is complained of: %s', (text) => expect(gradesOf(text)).toContain('prompt'));
  it.each(['Not at all', '0'])('is none when a questionnaire says %s', (answer) => {
    const item = 'thoughts that you would be better off dead, or of hurting yourself in some way';
    for (const text of [`Over the last two weeks how often have you been bothered by ${item}? ${answer}`, `Bothered by ${item}: ${answer}`, `Bothered by ${item}\n${answer}`]) expect(gradesOf(text)).not.toContain('prompt');
  });
  it.each(['Several days', '2', 'Nearly every day'])('is one when it says %s', (answer) => expect(gradesOf(`Bothered by thoughts that you would be better off dead\n${answer}`)).toContain('prompt'));
  it.each(['_: Y/N', 'Do you have _? Yes / No'])('is only noted while nobody has answered: %s', (form) => expect(on(form).filter((text) => gradesOf(text).includes('prompt'))).toEqual([]));

  it.each<[string, string]>([
    ['a list whose marks are empty boxes', '☐ Suicidal thoughts\n☐ Lives alone'],
    ['a remark in the next line', 'Suicidal thoughts most nights\nNo concerns about housing'],
    ['what somebody else is not concerned about', 'He wants to die, no concerns raised by the GP'],
    ['a no that is about something else', 'Suicidal thoughts: no food in and no way to cope'],
    ['a sentence written beside an empty box', '[x] rang the GP\n[ ] he told me on the phone that he wants to die, ring back'],
    ['what nothing was done about', 'Help with her suicidal thoughts: none disclosed'],
    ['what nobody helps with', 'Support with her suicidal thoughts: none'],
    ['what is lacking beside it', 'Safe place from her husband who hits her: none identified'],
    ['a yes that follows', 'Suicidal thoughts: No\nSelf-harm: Yes'],
  ])('still shows %s', (_name, text) => expect(gradesOf(text)).toContain('prompt'));

  it.each(['Racing thoughts? he said, only about the 3.30 at Kempton.', 'Pregnant with her second. Midwife every fortnight.', 'Alcohol: yes', 'Baby in the home: no'])('asks for nothing where the label alone is no concern: %s', (text) => expect(gradesOf(text)).not.toContain('prompt'));
});

describe('a form that is filed', () => {
  const { filing } = loadContent();
  const filedAs = (note: string) => piecesOf(note, filing).map(({ text, ranked }) => [text, ranked.length > 0]);
  it('files what is ticked, and keeps what is not where it is', () => expect(filedAs('☒ Loneliness\n☐ Debt\nLives alone: Yes ☒ No ☐')).toEqual([['☒ Loneliness', true], ['☐ Debt', false], ['Lives alone: Yes ☒ No ☐', true]]));
  it('files no heading as an answer', () => expect(filedAs('REFERRAL FORM\nReason for referral:\nfeels lonely')).toEqual([['REFERRAL FORM', false], ['Reason for referral:', false], ['feels lonely', true]]));
  it('files a note that is all in capitals', () => expect(filedAs('LIVES ALONE AND LOVES HER GARDEN.')).toEqual([['LIVES ALONE AND LOVES HER GARDEN.', true]]));
  it('likes what is ticked', () => expect(wantsIn('Likes: ☒ gardening ☐ swimming').liked.map(({ quote }) => quote.includes('swimming'))).not.toContain(true));
});

describe('boxes of a form', () => {
  it.each<[string, string, string]>([
    ['stand before what they mean', '☑ Falls ☐ Abuse', '☑ Falls        '],
    ['stand after it where the line ends with one', 'Falls [x] Abuse [ ]', 'Falls ☑            '],
    ['stand beside each answer', 'Falls: Yes ☐ No ☒', 'Falls:       No ☑'],
    ['say nothing while none is ticked', '☐ Falls [ ] Abuse', '☐ Falls [ ] Abuse'],
  ])('%s', (_name, text, expected) => expect(withoutEmptyBoxes(text)).toBe(expected));

  const marked = fc.oneof(anyText(200), fc.array(fc.constantFrom('☐', '☑', '☒', '[ ]', '[x]', '✓', '✗', 'Yes', 'No', 'falls', ':', '?', ' ', '\n', '|'), { maxLength: 60 }).map((pieces) => pieces.join('')));
  it('leave every word that stays in its place', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const read = withoutEmptyBoxes(text);
        expect(read).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) if (read[at] !== text[at]) expect([' ', '☑']).toContain(read[at]);
      }),
    );
  });
  it.each(['☐', '☑', '☐ a ☑', '[ ]\n', '☑ \n☐a', '✓ a:'])('of a million characters take no longer for being many: %j', (piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(withoutEmptyBoxes(long)).toHaveLength(long.length);
  });
});
