import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilingRow, scoreFiling } from './evalFiling';
import { bootstrapped, share } from './intervals';

const rowsOf = (file: string): FilingRow[] => readFileSync(join(__dirname, 'filing', file), 'utf8').trim().split('\n').map((line) => FilingRow.parse(JSON.parse(line)));

describe('figures with their intervals', () => {
  it('gives Wilson’s interval for a share', () => {
    // Newcombe (1998), table of 81 in 263.
    expect(share(81, 263)).toEqual({ value: 0.308, low: 0.255, high: 0.366, n: 263 });
    expect(share(10, 10)).toMatchObject({ value: 1, low: 0.722, high: 1 });
    expect(share(0, 0)).toEqual({ value: 0, low: 0, high: 1, n: 0 });
  });
  it('draws the same samples every time, around the value', () => {
    const rows = Array.from({ length: 100 }, (_, at) => (at < 70 ? 1 : 0));
    const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length;
    const once = bootstrapped(rows, mean);
    expect(bootstrapped(rows, mean)).toEqual(once);
    expect(once).toMatchObject({ value: 0.7, n: 100 });
    expect(once.low).toBeGreaterThan(0.58);
    expect(once.high).toBeLessThan(0.82);
  });
});

describe('how well sentences find their prompts', () => {
  it('counts what was proposed against what a reader said', () => {
    const figures = scoreFiling([
      { text: 'Fell twice in June.', prompts: ['PC2'] },
      { text: 'Fell twice in June.', prompts: ['EE1'] },
      { text: 'Blue.', prompts: ['PV3'] },
    ]);
    expect(figures).toMatchObject({ firstRight: { value: 0.333, n: 3 }, nothingProposed: { value: 0.333 }, first: { precision: { value: 0.5, n: 2 }, recall: { value: 0.333, n: 3 }, f1: { value: 0.4 } } });
  });
  it('has nothing to say about no rows', () => expect(scoreFiling([]).first.f1).toEqual({ value: 0, low: 0, high: 1, n: 0 }));
  it('knows the prompts of the rows for development', () => expect(rowsOf('dev.jsonl').length).toBeGreaterThanOrEqual(150));
});
