import Database from 'libsql';
import { randomUUID } from 'node:crypto';
import type { Learnt } from '../../src/domain/learnt/learnt';
import { casesContainer } from '../../src/store/cosmosContainer';
import { cosmosClient, openCosmosStore } from '../../src/store/cosmosStore';
import { memoryLearnt } from '../../src/store/memoryLearnt';
import { howManyLearnt } from '../../src/store/sqliteLearnt';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened } from './contract';
import { freshFiles } from './freshFiles';
import { keepsWhatWasLearnt } from './learntContract';

const pottery: Learnt = { type: 'NeedUnmet', month: '2026-10', want: ['Pottery'], when: [] };
let count = 0;

describe('what was learnt, in memory', () => {
  let store = memoryLearnt();
  beforeEach(() => void (store = memoryLearnt()));
  keepsWhatWasLearnt(() => store);
});

describe('what was learnt, in SQLite', () => {
  const { open, file } = freshFiles('learnt');
  const write = (sql: string, ...values: (string | Buffer)[]): void => {
    const database = new Database(file());
    database.prepare(sql).run([...values]);
    database.close();
  };
  keepsWhatWasLearnt(() => open().learnt, (kept) => {
    open();
    write('INSERT INTO learnt (id, body) VALUES (?, ?)', randomUUID(), Buffer.from(JSON.stringify(kept)));
  });

  it('asks on a turn how many there are without going through them', () => {
    open();
    const database = new Database(file());
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${howManyLearnt}`).all([]) as { readonly detail: string }[];
    database.close();
    expect(plan.map(({ detail }) => detail)).toEqual(['SCAN learnt_count']);
  });

  it('reads again nothing that it has read, whoever learnt something', async () => {
    const [one, other] = [open().learnt, open().learnt];
    await one.keep(pottery);
    await other.load();
    write('UPDATE learnt SET body = ?', Buffer.from('not to be read again'));
    await one.keep(pottery);
    await one.keep(pottery);
    for (const learnt of [one, other]) expect(await learnt.load({ fresh: true })).toEqual([pottery, pottery, pottery]);
  });

  it('counts what was there before it was counted', async () => {
    const { learnt, cases } = open();
    await learnt.keep(pottery);
    await cases.close();
    for (const sql of ['DROP TRIGGER learnt_is_counted', 'DROP TABLE learnt_count', 'PRAGMA user_version = 7']) write(sql);
    expect(await open().learnt.load()).toEqual([pottery]);
  });
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
  const outside = () => cosmosClient({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container }).database('threefold').container(container);
  keepsWhatWasLearnt(() => open().learnt, async (kept) => void (await outside().items.create({ id: randomUUID(), caseId: 'learnt', learnt: kept })));

  it('asks only for what was learnt since, and for nothing when it learnt it itself', async () => {
    const year = Date.UTC(2026, 10, 2, 9);
    const [one, other] = [open().learnt, open().learnt];
    for (let month = 0; month < 12; month++) {
      fake.now = () => year + month * 30 * 86_400_000;
      await other.keep(pottery);
    }
    expect(await one.load()).toHaveLength(12);
    const asked = fake.served.length;
    await one.keep(pottery);
    expect(await one.load()).toHaveLength(13);
    // Of the container the SDK asks once, before its first write.
    expect(fake.served.slice(asked).flatMap(({ kind }) => (kind === 'container' ? [] : [kind]))).toEqual(['create']);
    const all = fake.served.at(asked - 1)!.units;
    expect(await one.load({ fresh: true })).toHaveLength(13);
    expect(fake.served.at(-1)!.units).toBeLessThan(all);
  });

  it('is on no list of cases, and outlives the case that it was learnt in', async () => {
    const { cases, learnt } = open();
    await cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    await learnt.keep(pottery);
    const found: string[] = [];
    for await (const { caseId } of cases.all()) found.push(caseId);
    expect(found).toEqual(['c1']);
    await cases.erase('c1');
    expect(await open().learnt.load()).toHaveLength(1);
  });

  it('is kept once when the answer was lost', async () => {
    const { learnt } = open();
    fake.breaks({ drops: 'after', only: 'create' });
    await learnt.keep(pottery);
    expect(await open().learnt.load()).toHaveLength(1);
  });
});
