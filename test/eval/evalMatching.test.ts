import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offersFrom, QueryRow, scoreMatching, ServiceRow } from './evalMatching';

const linesOf = (file: string): unknown[] => readFileSync(join(__dirname, 'matching', file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown);
const queriesOf = (file: string): QueryRow[] => linesOf(file).map((line) => QueryRow.parse(line));
const servicesOf = (file: string) => linesOf(file).map((line) => ServiceRow.parse(line));

const two = [{ id: 'choir', title: 'Harbour Voices', text: 'A singing group.' }, { id: 'shed', title: 'The Bench', text: 'Woodwork with tools.' }];
const row = (text: string, gold: readonly string[], dislikes: readonly string[] = []): QueryRow => QueryRow.parse({ id: text, text, gold, dislikes });

describe('how well services are found', () => {
  it('counts first places, three places, what is turned down and silence, each over the rows that it can be seen in', () => {
    const figures = scoreMatching([row('loves a choir', ['choir']), row('loves a choir', ['shed']), row('loves woodwork', ['shed'], ['shed']), row('went on Wednesday', [])], two);
    expect(figures).toMatchObject({ hitAt1: { value: 0.667, n: 3 }, hitAt3: { value: 0.667, n: 3 }, dislikedOffered: { value: 1, n: 1 }, nothingOffered: { value: 0.25, n: 4 } });
  });
  it('scores plain words on the same rows beside it', () => expect(scoreMatching([row('was a joiner', ['shed'])], two)).toMatchObject({ hitAt1: { value: 1 }, bm25: { hitAt1: { value: 0 } } }));
  it('names what is not in the catalogue', () => expect(() => scoreMatching([row('sings', ['band'])], two)).toThrow('1 services are not in the catalogue: sings names “band”.'));
  it('takes a directory that says name for title', () => expect(ServiceRow.parse({ id: 'a', name: 'Bowls', text: 'On the green.', src: 'x' })).toEqual({ id: 'a', title: 'Bowls', text: 'On the green.' }));
  it('knows nothing about no rows', () => expect(scoreMatching([], two).hitAt1).toEqual({ value: 0, low: 0, high: 1, n: 0 }));
});

describe.each([
  ['town', 0.85, 0.9],
  ['council', 0.78, 0.9],
])('the invented %s, two thirds of its queries', (name, first, three) => {
  const queries = queriesOf(`${name}Queries.jsonl`);
  const services = servicesOf(`${name}.jsonl`);
  it('is met, and far better than by plain words', () => {
    const figures = scoreMatching(queries, services);
    expect(figures.hitAt1.value).toBeGreaterThanOrEqual(first);
    expect(figures.hitAt3.value).toBeGreaterThanOrEqual(three);
    expect(figures.hitAt3.value - figures.bm25.hitAt3.value).toBeGreaterThan(0.4);
  });
  it('says the same again', () => {
    const offer = offersFrom(services);
    const again = offersFrom([...services].reverse());
    for (const { text } of queries.slice(0, 30)) expect(again(text)).toEqual(offer(text));
  });
});
