import own from '../../src/content/v1/concepts.json';
import knownLookAlikes from '../../src/content/v1/conceptLookAlikes.json';
import { loadConcepts, readConcepts } from '../../src/content/loadConcepts';
import { ConceptsFile, preparingConcepts } from '../../src/domain/matching/concept';
import { readWish } from '../../src/domain/matching/readWish';
import { tokensOf } from '../../src/domain/reading/words/tokens';
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
    const making = preparingConcepts(ConceptsFile.parse(own), knownLookAlikes);
    let slices = 1;
    let next = making.next();
    for (; !next.done; next = making.next()) slices++;
    expect(slices).toBeGreaterThan(50);
    expect(next.value.ofServices.foundIn(tokensOf('A choir'), [{ first: 0, last: 1 }]).map(({ item }) => item.concept.id)).toEqual(loadConcepts().ofServices.foundIn(tokensOf('A choir'), [{ first: 0, last: 1 }]).map(({ item }) => item.concept.id));
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
