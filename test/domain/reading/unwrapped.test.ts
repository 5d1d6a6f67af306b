import fc from 'fast-check';
import { piecesOf } from '../../../src/domain/reading/filing/pieces';
import { wantsIn } from '../../../src/domain/reading/filing/wants';
import { readText } from '../../../src/domain/reading/readText';
import { sentencesOf } from '../../../src/domain/reading/words/sentences';
import { unwrapped } from '../../../src/domain/reading/words/unwrapped';
import { loadContent } from '../../../src/content/load';
import { anyText } from '../../support/anyText';

const { lexicon, filing } = loadContent();
const sentences = (text: string) => sentencesOf(unwrapped(text)).map((each) => each.text.replace(/ +/g, ' '));
const prompted = (text: string) => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code, words }) => [code, words.replace(/[\s>]+/g, ' ')]);

const letter = [
  'Thank you for seeing Mrs Ode, who has been low since the spring. She',
  'told the nurse on Tuesday that most evenings she sits in the car and',
  'thinks about taking all of her tablets. She has no family near. The',
  'only one who looks in is Mr Pell from next door.',
];

describe('lines of a letter that was pasted', () => {
  it.each<[string, string, readonly string[]]>([
    ['go on where the page was full', letter.join('\n'), ['Thank you for seeing Mrs Ode, who has been low since the spring.', 'She told the nurse on Tuesday that most evenings she sits in the car and thinks about taking all of her tablets.', 'She has no family near.', 'The only one who looks in is Mr Pell from next door.']],
    ['go on between the marks of a forwarded e-mail', '> She said she does not want to wake up any\n> more. Son lives abroad.', ['> She said she does not want to wake up any more.', 'Son lives abroad.']],
    ['go on with the ends of another machine', 'He has not eaten anything since he was taken to the\r\nhostel.', ['He has not eaten anything since he was taken to the hostel.']],
    ['go on where no thought can end, however short', 'wants to see the\nsea', ['wants to see the sea']],
    ['go on to a day', 'no food since\nThursday', ['no food since Thursday']],
    ['go on after a comma', 'milk, bread,\nand jam', ['milk, bread, and jam']],
    ['stay apart over an empty line', 'Thank you for seeing this man who lives by himself\n\nhe is keen to walk', ['Thank you for seeing this man who lives by himself', 'he is keen to walk']],
  ])('%s', (_name, text, expected) => expect(sentences(text)).toEqual(expected));

  it.each<[string, string]>([
    ['short lines', 'Likes darts\nhates bingo\nmisses his brother'],
    ['lines without capitals or marks', 'wants to die when she is on her own at night\nson visits on a tuesday\nlikes the allotment and her two cats'],
    ['lines that end with a full stop', 'Sleeping badly since March and tired by noon.\nlikes the allotment.'],
    ['a list', 'Came to say how she is getting on this week\n- damp flat\n1. no money\n(b) lonely\n• tired'],
    ['headings', 'Seen at home today with her daughter in the room\nplan: call on Friday\nmood: fair'],
    ['times', 'Came to say how she is getting on this week\n10:30 called the GP'],
    ['lines that begin with a capital', 'Sleeping badly since March and tired by noon\nLikes the allotment\nDaughter visits'],
  ])('end where they end in %s', (_name, text) => expect(unwrapped(text)).toBe(text));

  it('are read as one: what is said over the end of a line is not lost, and quoted as it stands', () => {
    expect(prompted(letter.join('\n'))).toEqual(prompted(letter.join(' ')));
    expect(prompted(letter.join('\n'))).not.toEqual([]);
    expect(prompted('> She said she does not want to wake\n> up any more. Son lives abroad.')).toContainEqual(['F03', 'does not want to wake up']);
  });
  it('are denied as one: a denial in the line before still holds', () => expect(prompted('Asked with care. She says that she has no thoughts of suicide or\nof harming herself.')).toEqual([]));
  it('are filed as one, and a like keeps its object', () => {
    expect(piecesOf('She says that what she loves best of all is her\ngarden.', filing)).toHaveLength(1);
    expect(wantsIn('She says that what she loves best of all is growing\ndahlias.').liked.map(({ quote }) => quote.replace(/\s+/g, ' '))).toEqual(['loves best of all is growing dahlias']);
  });

  it('of a transcript are read as what each speaker says', () => {
    const cue = (at: number, words: string) => `00:00:0${at}.000 --> 00:00:0${at + 1}.500\n${words}\n`;
    const spoken = `WEBVTT\n\n${[cue(1, '<v Sal Ode>How have you been since</v>'), cue(2, '<v Sal Ode>we last met</v>'), cue(3, '<v Mr Pell>I sit in the car and</v>'), cue(5, '<v Mr Pell>think about ending my</v>'), cue(7, '<v Mr Pell>life</v>')].join('\n')}`;
    expect(sentences(spoken)).toEqual(['How have you been since we last met', 'I sit in the car and think about ending my life']);
    expect(prompted(spoken).map(([code]) => code)).toContain('F03');
    expect(unwrapped(spoken)).toHaveLength(spoken.length);
  });
  it('of subtitles are read without their numbers', () => expect(sentences('1\n00:00:01,000 --> 00:00:03,000\nHe has not eaten\n\n2\n00:00:03,500 --> 00:00:05,000\nsince Monday.\n')).toEqual(['He has not eaten since Monday.']));

  const lines = fc.oneof(anyText(300), fc.array(fc.constantFrom('a', 'the', 'hates', 'Ode', '.', ',', '\n', '\r\n', '\n\n', ' ', '>', '> ', '- ', '•', '1.', 'plan:', '\u2028', '🌱', '\n00:01.000 --> 00:02.000\n', '<v Ode>', '</v>'), { maxLength: 80 }).map((pieces) => pieces.join('')));
  it('keep every word in its place: nothing but ends of lines and margins becomes spaces', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const read = unwrapped(text);
        expect(read).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) if (read[at] !== text[at]) expect([read[at], /[\s>]/.test(text[at]!) || text.includes('-->')]).toEqual([text.includes('-->') && read[at] === '\n' ? '\n' : ' ', true]);
      }),
    );
  });
  it.each(['\n', 'a\n', 'the\n', '> ', '>\n', ' \n', 'Sees the sea and\n', '. \n', '!"', 'a'.repeat(200)])('of a million characters take no longer for being many: %j', (piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(unwrapped(long)).toHaveLength(long.length);
  });
});
