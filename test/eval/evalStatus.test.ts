import { loadContent } from '../../src/content/load';
import { contextOf, scoreStatus, StatusRow } from './evalStatus';

const { lexicon } = loadContent();
const rowOf = (row: object): StatusRow => StatusRow.parse(row);

describe('figures for the status of given concepts', () => {
  const rows = [
    { text: 'She denies DRINKING.', concept: 'drinking', negation: 'negated', temporality: 'recent', experiencer: 'patient' },
    { text: 'She is DRINKING.', concept: 'drinking', negation: 'affirmed', temporality: 'recent', experiencer: 'patient' },
    { text: 'Her brother is drinking.', concept: 'Drinking', negation: 'affirmed', experiencer: 'other' },
    { text: 'She is drinking.', concept: 'drinking', negation: 'negated', experiencer: 'other' },
    { text: 'History of falls.', concept: 'falls', negation: 'affirmed', temporality: 'historical' },
    { text: 'Ring if she falls.', concept: 'falls', temporality: 'hypothetical' },
  ].map(rowOf);

  it('count what is denied, whose it is and when, each only over the rows that are labelled for it', () => {
    const score = scoreStatus(rows, lexicon);
    expect(score.rows).toBe(6);
    expect(score.negation).toMatchObject({ precision: { value: 1, n: 1 }, recall: { value: 0.5, n: 2 }, f1: { value: 0.667, n: 5 } });
    expect(score.experiencer).toMatchObject({ precision: { value: 1, n: 1 }, recall: { value: 0.5, n: 2 } });
    expect(score.temporality.accuracy).toMatchObject({ value: 1, n: 4 });
    expect(score.temporality.historical.f1.value).toBe(1);
    expect(score.temporality.hypothetical.f1.value).toBe(1);
  });
  it('carry an interval that holds the figure, the same each time', () => {
    const { f1, precision } = scoreStatus(rows, lexicon).negation;
    for (const { low, value, high } of [f1, precision]) expect([low, value, high]).toEqual([low, value, high].sort((a, b) => a - b));
    expect(scoreStatus(rows, lexicon).negation.f1).toEqual(f1);
  });
  it('are nothing of nothing for no rows', () => expect(scoreStatus([], lexicon).negation.f1).toEqual({ value: 0, low: 0, high: 1, n: 0 }));
});

describe('where a concept stands', () => {
  const isDenied = (row: object): boolean => contextOf(rowOf(row), lexicon).negated !== undefined;
  it('is where the row says', () => expect(isDenied({ text: 'Falls: she has no falls.', concept: 'falls', start: 18 })).toBe(true));
  it('is where it is in capitals', () => expect(isDenied({ text: 'Falls, but no FALLS today.', concept: 'falls' })).toBe(true));
  it('is rather a whole word', () => expect(isDenied({ text: 'Smoker. No smoke.', concept: 'smoke' })).toBe(true));
  it('is nowhere when the sentence does not hold it', () => expect(contextOf(rowOf({ text: 'No chest pain.', concept: 'a cough', found: false }), lexicon)).toEqual({}));
});
