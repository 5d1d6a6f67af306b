import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import own from '../../src/content/v1/concepts.json';
import knownLookAlikes from '../../src/content/v1/conceptLookAlikes.json';
import { Kept } from '../../src/content/kept';
import { keepMadeConcepts, keptConcepts, loadConcepts, readConcepts } from '../../src/content/loadConcepts';
import { ConceptsFile } from '../../src/domain/matching/concept';
import { lastOf } from '../../src/domain/matching/lastOf';
import { openingConcepts, writingConcepts, type MadeConcepts } from '../../src/domain/matching/makeConcepts';
import { rankServices } from '../../src/domain/matching/rankServices';
import { readWish } from '../../src/domain/matching/readWish';
import { indexServices } from '../../src/domain/matching/serviceIndex';
import { tokensOf } from '../../src/domain/reading/words/tokens';
import { QueryRow, ServiceRow } from '../eval/evalMatching';
import { rowsOf } from '../eval/evaluate';
import { conceptLookAlikes } from '../support/lookAlikes';

const concept = { id: 'bees', label: 'bees', kind: 'interest', names: ['bee~'] };
const file = (...concepts: object[]): object => ({ version: 'v1', concepts });

describe('the concepts', () => {
  it('are a closed list that can be read', () => expect(loadConcepts().all.length).toBe(own.concepts.length));
  it('are refused with every problem at once, each with its place', () => {
    const broken = file(concept, concept, { ...concept, id: 'hive', names: ['(wax'], near: { honey: 0.5 } });
    expect(() => readConcepts(broken)).toThrow(/bees stands there twice[^]*hive points to “honey”[^]*hive: "\(wax" has no "\)"/);
  });
  it('say nothing of people that is not ours to say', () => expect(() => readConcepts(file({ ...concept, label: 'high risk people' }))).toThrow('is not for us to say'));
  it('are made in many slices, so that nobody waits for all of them', () => {
    const making = writingConcepts(ConceptsFile.parse(own), knownLookAlikes);
    let slices = 1;
    let next = making.next();
    for (; !next.done; next = making.next()) slices++;
    expect(slices).toBeGreaterThan(50);
    expect(lastOf(openingConcepts(next.value)).ofServices.foundIn(tokensOf('A choir'), [{ first: 0, last: 1 }]).map(({ item }) => item.concept.id)).toEqual(loadConcepts().ofServices.foundIn(tokensOf('A choir'), [{ first: 0, last: 1 }]).map(({ item }) => item.concept.id));
  });
  it('are read when a concept stands within another', () => expect(readConcepts(file(concept, { ...concept, id: 'hive', within: 'bees' })).holds.get('bees')).toEqual(['bees', 'hive']));
  it.each(own.concepts.filter(({ kind }) => kind !== 'company').map(({ id, label }) => [id, label]))('%s has words on both sides', (id) => {
    const { names = [], about = [], said = [], offered = [] } = own.concepts.find((one) => one.id === id) as { names?: string[]; about?: string[]; said?: string[]; offered?: string[] };
    expect(names.length + about.length + said.length).toBeGreaterThan(0);
    expect(names.length + about.length + offered.length).toBeGreaterThan(0);
  });
});

describe('what a text says is wanted', () => {
  const wish = (text: string): string[] => readWish(text, loadConcepts()).wanted.map(({ concept: { id } }) => id);
  it('is what is liked, missed and lacked', () => {
    expect(wish('Enjoys crosswords.')).toContain('quiz');
    expect(wish('Used to go fishing.')).toContain('fishing');
    expect(wish('Has no garden now.')).toContain('growing');
  });
  it('is not what is over', () => {
    expect(wish('Gave up smoking ten years ago.')).not.toContain('smoking');
    expect(wish('Does not drink.')).not.toContain('alcohol');
    expect(wish('Used to like bingo but has gone off it.')).not.toContain('bingo');
  });
  it('is the narrower of two meanings of the same words', () => {
    expect(wish('Plays the ukulele.')).toContain('guitar');
    expect(wish('Plays the ukulele.')).not.toContain('instruments');
  });
  it.each([['Likes gardning.', 'growing'], ['Used to go swiming', 'swimming'], ['knittng and crochet', 'wool'], ['loves photograpy', 'photography']])('is found through a slip of the finger: %s', (text, id) => expect(wish(text)).toContain(id));
  it('takes no ordinary word for a slip', () => {
    const known = new Set(knownLookAlikes);
    expect(conceptLookAlikes(40).filter((word) => !known.has(word))).toEqual([]);
  });
  it('is nothing in no words', () => expect(wish('')).toEqual([]));
});

describe('what is kept of the concepts', () => {
  const made = lastOf(writingConcepts(ConceptsFile.parse(own), knownLookAlikes));
  const folder = mkdtempSync(path.join(tmpdir(), 'threefold-concepts-'));
  keepMadeConcepts(folder);
  const kept = new Kept<MadeConcepts>({ ...keptConcepts.what, folders: [folder] }).made();
  rmSync(folder, { recursive: true });
  const rows = <Row>(file: string, schema: z.ZodType<Row>): readonly Row[] => rowsOf(path.join(__dirname, '../eval/matching', file), schema);

  it('is what would be made anew', () => expect(kept).toEqual(made));
  it('hears the same in what people say, and finds the same services', () => {
    const asKept = lastOf(openingConcepts(kept!));
    const services = rows('town.jsonl', ServiceRow);
    const [index, indexAsKept] = [indexServices(services, readConcepts(own)), indexServices(services, asKept)];
    for (const { text } of rows('townQueries.jsonl', QueryRow)) {
      expect(readWish(text, asKept)).toEqual(readWish(text, index.concepts));
      expect(rankServices(text, indexAsKept, { most: 10 })).toEqual(rankServices(text, index, { most: 10 }));
    }
  });
});
