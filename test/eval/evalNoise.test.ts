import { loadContent } from '../../src/content/load';
import { readText } from '../../src/domain/reading/readText';
import { scoreNoise } from './evalNoise';
import { ReadingRow } from './evalReading';
import { rowsOf } from './evaluate';
import { seeded } from './intervals';
import { noises, withNoise, type Noise } from './noise';

const noisy = (text: string, noise: Noise): string => withNoise(text, noise, seeded(1));
const rowOf = (text: string): ReadingRow => ReadingRow.parse({ id: text, text, concerns: [{ code: 'F03', status: 'present', urgency: 'TODAY' }] });

describe('noise', () => {
  it.each<[Noise, string]>([
    ['lowerCase', 'she’s fine. no, tea - “hot”.'],
    ['noMarks', 'She’s fine No tea hot '],
    ['noApostrophes', 'Shes fine. No, tea - “hot”.'],
  ])('%s', (noise, expected) => expect(noisy('She’s fine. No, tea - “hot”.', noise)).toBe(expected));

  it('slips in one long word of eight, and keeps how each begins', () => {
    const text = Array.from({ length: 400 }, () => 'tomorrow').join(' ');
    const slipped = noisy(text, 'slips').split(' ').filter((word) => word !== 'tomorrow');
    expect(slipped.length).toBeGreaterThan(30);
    expect(slipped.length).toBeLessThan(70);
    expect(slipped.every((word) => word.startsWith('t'))).toBe(true);
    expect(noisy('it is so', 'slips')).toBe('it is so');
  });
  it('runs one word of twenty-five into the next', () => {
    const words = noisy(Array.from({ length: 500 }, () => 'tea').join(' '), 'runTogether').split(' ');
    expect(words.length).toBeGreaterThan(460);
    expect(words.length).toBeLessThan(495);
  });
  it('wraps lines as a pasted letter does, and loses no word', () => {
    const text = 'She sits in the car and thinks about taking all of her tablets, and her son does not know.';
    expect(noisy(text, 'wrapped').split('\n')).toEqual(['She sits in the car and thinks about taking all of her', 'tablets, and her son does not know.']);
  });
  it.each<[Noise, string, string]>([
    ['noArticles', 'The cat sat on a mat for a while.', 'cat sat on mat for a while.'],
    ['noOwners', 'She hit her head and told her to stop.', 'She hit head and told her to stop.'],
    ['copied', 'She doesn’t remember.', 'She doesn&#39;t reme\u00admber.'],
  ])('%s', (noise, text, expected) => expect(noisy(text, noise)).toBe(expected));
  it('says some words again and looks for others, and loses none', () => {
    const words = Array.from({ length: 200 }, (_, at) => ['she', 'was', 'in', 'bed'][at % 4]!);
    const spoken = noisy(words.join(' '), 'spoken');
    expect(spoken).toMatch(/, erm, /);
    expect(spoken).toMatch(/(was was|in in|bed bed|she she)/);
    expect(spoken.match(/bed/g)!.length).toBeGreaterThanOrEqual(50);
  });
  it('is the same each time', () => expect(noises.map((noise) => noisy('She wants to die, she said.', noise))).toEqual(noises.map((noise) => noisy('She wants to die, she said.', noise))));
});

describe('what noise costs', () => {
  it('is told beside the notes as they are written', () => {
    const score = scoreNoise([rowOf('WANTS to die.')], (text) => (text.includes('WANTS') ? readText('She wants to die.', loadContent().lexicon) : []));
    expect([score.asWritten.recallPrompt.value, score.lowerCase.costs, score.noApostrophes.costs, score.notes]).toEqual([1, { shown: 1, prompt: 1 }, { shown: 0, prompt: 0 }, 1]);
  });

  it('is little for the practice notes: at most three points shown, five where it is left out whose it is', () => {
    const { lexicon } = loadContent();
    const rows = rowsOf('test/eval/notes/plain.jsonl', ReadingRow).filter((_, at) => at % 5 === 0);
    const score = scoreNoise(rows, (text) => readText(text, lexicon));
    for (const noise of noises) expect([noise, score[noise].costs.shown <= (noise === 'noOwners' ? 0.05 : 0.03)]).toEqual([noise, true]);
  });
});
