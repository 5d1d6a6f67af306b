import { loadContent } from '../../src/content/load';
import { readText } from '../../src/domain/reading/readText';
import { AroundRow, graveStatements, scoreAround, silencedBy, silencedIn } from './evalAround';
import { rowsOf } from './evaluate';

const { lexicon } = loadContent();
const read = (text: string) => readText(text, lexicon);
const rowOf = (text: string): AroundRow => AroundRow.parse({ text });

describe('what the words around a grave statement do to it', () => {
  it('is counted over all statements, and by rows', () => {
    const score = scoreAround([rowOf('X.'), rowOf('She denies that X.')], read);
    expect(score).toMatchObject({ prompted: { n: 2 }, whole: { value: 0.5, n: 2 }, rows: 2 });
    expect(score.prompted.value).toBeLessThan(1);
  });
  it('is told with the statements that were silenced', () => expect(silencedBy([rowOf('X.'), rowOf('She denies that X.')], read)).toEqual([{ text: 'She denies that X.', silenced: silencedIn(rowOf('She denies that X.'), read) }]));
  it('is nothing of nothing for no rows', () => expect(scoreAround([], read).whole).toEqual({ value: 0, low: 0, high: 1, n: 0 }));
  it('is not asked of words without a place for one', () => expect(AroundRow.safeParse({ text: 'She denies it.' }).success).toBe(false));
  it('puts every statement in as it is said', () => expect(graveStatements.filter((statement) => silencedIn(rowOf(`Said that X.`), () => []).includes(statement))).toEqual(graveStatements));
});

/** Invented notes in which each of the statements is so, whatever stands around it. */
describe('words that take nothing back', () => {
  it.each(rowsOf('test/eval/around/practice.jsonl', AroundRow).map(({ text }) => [text] as const))('%s', (text) => expect(silencedIn({ text }, read)).toEqual([]));
});
