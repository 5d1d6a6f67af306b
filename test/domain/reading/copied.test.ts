import fc from 'fast-check';
import { loadContent } from '../../../src/content/load';
import { wantsIn } from '../../../src/domain/reading/filing/wants';
import { readText } from '../../../src/domain/reading/readText';
import { withOwnMarks } from '../../../src/domain/reading/words/copied';
import { tokensOf } from '../../../src/domain/reading/words/tokens';
import { anyText } from '../../support/anyText';

const { lexicon } = loadContent();
const plain = (text: string): string => tokensOf(withOwnMarks(text)).map((token) => token.plain).join(' ');
const graded = (text: string) => readText(text, lexicon).map(({ code, grade, words }) => [code, grade, words]);
const joiner = '\u2060';

describe('words that were copied from another program', () => {
  it.each([
    ['She can&#39;t eat', 'she can not eat'],
    ['she doesn&rsquo;t, he doesn&#x27;t', 'she does not he does not'],
    ['She canâ€™t eat', 'she can not eat'],
    ["She can\\'t eat", 'she can not eat'],
    ['She can?t eat. He?ll go. Does he?', 'she can not eat he will go does he'],
    ['&quot;fine&quot;&nbsp;she says', 'fine she says'],
    ['tea &amp; toast', 'tea and toast'],
    ['su\u00adi\u00adcide, ki\u200bll', 'suicide kill'],
    ['She can t eat and won t say', 'she can not eat and will not say'],
    ["'e hit 'er, and 'er mum saw 'im. 'E'll be back", 'he hit her and her mum saw him he will be back'],
    ["he says 'im fine'", 'he says i am fine'],
    [`can${joiner}'${joiner}t`, 'can not'],
    ['he wants to [inaudible] die', 'he wants to die'],
    ['[unclear 00:12] at home (pause) alone', 'at home alone'],
  ])('%s', (text, expected) => expect(plain(text)).toBe(expected));

  it.each(["'err' 'is it?' 'e'", 'R&D', 'fish&chips', 'He asked: did she? Then left', 'www.nhs.uk/?s=t', 'Âge and âme', 'a [picture] of him (unclear what)', 'C:\\temp', '50p &c', 'AT&T;'])('are left as they are in %s', (text) => expect(withOwnMarks(text)).toBe(text));

  it('read as they were meant, and are quoted as they stand', () => {
    expect(graded('He says he doesn&#39;t want to live.')).toContainEqual(['F03', 'prompt', 'doesn&#39;t want to live']);
    expect(graded('She thinks about sui\u00adcide.').map(([code, grade]) => [code, grade])).toContainEqual(['F03', 'prompt']);
    expect(graded('He doesn?t want to die.').filter(([, grade]) => grade === 'prompt')).toEqual([]);
    expect(wantsIn('She doesn&#39;t like groups.').liked).toEqual([]);
  });

  it('keep every word in its place', () => {
    const pieces = fc.oneof(anyText(200), fc.array(fc.constantFrom('&', '#39;', '&#39;', 'â€™', 'Â', '\\', "'", 'a', '?t', ' ', '[inaudible]', '(pause 0:10)', '\u00ad', joiner, '*', '&amp;', '🌱'), { maxLength: 60 }).map((each) => each.join('')));
    fc.assert(fc.property(pieces, (text) => expect(withOwnMarks(text)).toHaveLength(text.length)));
  });
});

describe('words that are hidden from filters', () => {
  it.each<[string, string]>([
    ['I want to k*ll myself', 'F03'],
    ['thinks about su*cide', 'F03'],
    ['she is su1c1dal', 'F03'],
    ['wants to d1e', 'F03'],
    ['he r*ped her', 'F20'],
  ])('%s', (text, code) => expect(graded(text).map(([each, grade]) => [each, grade])).toContainEqual([code, 'prompt']));
  it.each(['Flat 1a, block d1', 'vitamin b12 and d3', 'rated it 5* out of 5*', 'paid £1l0', '**important** bring the forms', 'k*** off'])('%s: nothing', (text) => expect(graded(text)).toEqual([]));
});
