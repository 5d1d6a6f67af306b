import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { memoryLearnt } from '../../src/store/memoryLearnt';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened } from './contract';
import { freshFiles } from './freshFiles';
import { keepsWhatWasLearnt } from './learntContract';

let count = 0;

describe('what was learnt, in memory', () => {
  let store = memoryLearnt();
  beforeEach(() => void (store = memoryLearnt()));
  keepsWhatWasLearnt(() => store);
});

describe('what was learnt, in SQLite', () => {
  const { open } = freshFiles('learnt');
  keepsWhatWasLearnt(() => open().learnt);
});

describe('what was learnt, in Cosmos DB', () => {
  const fake = new FakeCosmos();
  let container: string;
  beforeAll(() => fake.start());
  afterAll(() => fake.stop());
  beforeEach(() => {
    container = `learnt-${(count += 1)}`;
    fake.has('threefold', casesContainer(container));
  });
  const open = () => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, readsLatest: true, pause: async () => undefined });
  keepsWhatWasLearnt(() => open().learnt);

  it('is on no list of cases, and outlives the case that it was learnt in', async () => {
    const { cases, learnt } = open();
    await cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    await learnt.keep({ type: 'NeedUnmet', month: '2026-10', want: ['Pottery'], when: [] });
    const found: string[] = [];
    for await (const { caseId } of cases.all()) found.push(caseId);
    expect(found).toEqual(['c1']);
    await cases.erase('c1');
    expect(await open().learnt.load()).toHaveLength(1);
  });

  it('is kept once when the answer was lost', async () => {
    const { learnt } = open();
    fake.breaks({ drops: 'after', only: 'create' });
    await learnt.keep({ type: 'NeedUnmet', month: '2026-10', want: ['Pottery'], when: [] });
    expect(await open().learnt.load()).toHaveLength(1);
  });
});
