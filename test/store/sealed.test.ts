import { randomBytes } from 'node:crypto';
import Database from 'libsql';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseEvent } from '../../src/domain/case/event';
import { backUpSqlite } from '../../src/store/sqliteBackup';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { noSeal, sealWith } from '../../src/store/seal';
import { readSealKeys, type SealKey } from '../../src/store/sealKeys';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, keepsTheContract, opened, said } from './contract';

const newKey = (id: string): SealKey => {
  const read = readSealKeys(`${id}:${randomBytes(32).toString('base64')}`);
  if (read.kind === 'refused') throw new Error(read.problems.join());
  return read.keys[0]!;
};
const [spring, autumn] = [newKey('spring'), newKey('autumn')];

const folder = mkdtempSync(path.join(tmpdir(), 'sealed-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const newFile = () => path.join(folder, `${(count += 1)}.db`);
/** The file, its log and whatever else stands beside it. */
const bytesOf = (file: string): string => readdirSync(folder).filter((name) => name.startsWith(path.basename(file))).map((name) => readFileSync(path.join(folder, name)).toString('latin1')).join('');

const marks = ['MarkedName', 'MarkedWords', 'MarkedConcern', 'MarkedStage'];
const marked: readonly CaseEvent[] = [
  opened('MarkedName'),
  said('MarkedWords'),
  { type: 'ConcernRaised', at: '2026-11-02T09:00:00.000Z', by: 'w1', concern: 'c', code: 'F28', urgency: 'TODAY', words: 'MarkedConcern' },
];
const markedHead = headAt('c1', 3, { name: 'MarkedName', stage: 'MarkedStage' });

describe('the sqlite store with a key', () => {
  const file = newFile();
  keepsTheContract(async () => ({ mark: `s${(count += 1)}`, open: () => openSqliteStore(file, { seal: sealWith([spring]) }) }));
});

describe('the cosmos store with a key, on a model of Cosmos DB', () => {
  const fake = new FakeCosmos();
  beforeAll(() => fake.start());
  afterAll(() => fake.stop());
  const keep = (seal = sealWith([spring])) => {
    const container = `s${(count += 1)}`;
    fake.has('threefold', casesContainer(container));
    return (other = seal) => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, seal: other });
  };
  keepsTheContract(async () => {
    const open = keep();
    return { mark: `s${count}`, open };
  });

  it('keeps nothing there that could be read, and all of it can be sealed anew', async () => {
    const open = keep(noSeal);
    const before = open();
    await before.cases.append('c1', 0, marked, markedHead);
    const many = Array.from({ length: 230 }, (_, index) => said(`MarkedWords ${index}`));
    await before.cases.append('c1', 3, many, { ...markedHead, rev: 233 });
    const container = `s${count}`;
    const kept = () => JSON.stringify(fake.itemsOf('threefold', container));
    for (const mark of marks) expect(kept()).toContain(mark);
    const now = open(sealWith([spring]));
    await now.cases.load('c1');
    expect(await now.cases.reseal('c1')).toBeGreaterThan(3);
    for (const mark of marks) expect(kept()).not.toContain(mark);
    expect(await now.cases.load('c1')).toEqual([...marked, ...many]);
    expect(await now.cases.reseal('c1')).toBe(0);
    expect(await open(sealWith([spring])).cases.headsOf('w1')).toEqual([{ ...markedHead, rev: 233 }]);
    await expect(open(noSeal).cases.load('c1')).rejects.toThrow('key spring, which is not among SEAL_KEYS');
  });
});

it('leaves nothing in the file, its log or a backup that could be read', async () => {
  const file = newFile();
  const { cases } = openSqliteStore(file, { seal: sealWith([spring]) });
  await cases.append('c1', 0, marked, markedHead);
  for (const mark of marks) expect(bytesOf(file)).not.toContain(mark);
  backUpSqlite(file, `${file}.backup`);
  await cases.close();
  for (const mark of marks) expect(bytesOf(file)).not.toContain(mark);
  expect(bytesOf(file)).toContain('WREN-204');
});

it('reads what was kept before there was a key, and seals it when told to', async () => {
  const file = newFile();
  const before = openSqliteStore(file);
  await before.cases.append('c1', 0, marked, markedHead);
  const now = openSqliteStore(file, { seal: sealWith([spring]) });
  expect(await now.cases.load('c1')).toEqual(marked);
  expect(await now.cases.headsOf('w1')).toEqual([markedHead]);
  await before.cases.close();
  expect(await now.cases.reseal('c1')).toBe(4);
  for (const mark of marks) expect(bytesOf(file)).not.toContain(mark);
  expect(await now.cases.reseal('c1')).toBe(0);
  expect(await now.cases.reseal('nobody')).toBe(0);
  await now.cases.close();
  const again = openSqliteStore(file, { seal: sealWith([spring]) });
  expect(await again.cases.load('c1')).toEqual(marked);
  await again.cases.close();
});

it('changes keys while it runs: the new one seals, the old one opens until all is sealed anew', async () => {
  const file = newFile();
  const before = openSqliteStore(file, { seal: sealWith([spring]) });
  await before.cases.append('c1', 0, marked, markedHead);
  const now = openSqliteStore(file, { seal: sealWith([autumn, spring]) });
  expect((await now.cases.append('c1', 3, [said('MarkedLater')], { ...markedHead, rev: 4 })).kind).toBe('appended');
  expect(await now.cases.reseal('c1')).toBe(3);
  for (const { cases } of [before, now]) await cases.close();
  const after = openSqliteStore(file, { seal: sealWith([autumn]) });
  expect(await after.cases.load('c1')).toEqual([...marked, said('MarkedLater')]);
  await after.cases.close();
});

it('opens nothing that was moved, changed or given to somebody else', async () => {
  const file = newFile();
  const seal = sealWith([spring]);
  const { cases } = openSqliteStore(file, { seal });
  await cases.append('c1', 0, marked, markedHead);
  await cases.append('c2', 0, [opened('Mr D'), said('x'), said('y')], headAt('c2', 3));
  const change = async (sql: string) => {
    const database = new Database(file);
    database.exec(sql);
    database.close();
  };
  const loads = async (caseId: string) => {
    const store = openSqliteStore(file, { seal });
    return store.cases.load(caseId).finally(() => store.cases.close());
  };
  await change("UPDATE events SET body = (SELECT body FROM events WHERE case_id = 'c2' AND rev = 2) WHERE case_id = 'c1' AND rev = 2");
  await expect(loads('c1')).rejects.toThrow('changed or moved');
  await change("UPDATE events SET body = (SELECT body FROM events WHERE case_id = 'c2' AND rev = 3) WHERE case_id = 'c2' AND rev = 2");
  await expect(loads('c2')).rejects.toThrow('changed or moved');
  await change("UPDATE heads SET worker = 'w2', body = CAST(REPLACE(CAST(body AS TEXT), '\"w1\"', '\"w2\"') AS BLOB) WHERE case_id = 'c1'");
  const store = openSqliteStore(file, { seal });
  expect(await store.cases.headsOf('w2')).toEqual([expect.objectContaining({ caseId: 'c1', name: '', stage: '' })]);
  await expect(store.cases.reseal('c1')).resolves.toBe(0);
  await store.cases.close();
  await cases.close();
});

it('lists the others when one head cannot be opened, and does not lose it', async () => {
  const file = newFile();
  const { cases } = openSqliteStore(file, { seal: sealWith([spring]) });
  await cases.append('c1', 0, marked, { ...markedHead, owes: true });
  const other = openSqliteStore(file, { seal: sealWith([autumn]) });
  await other.cases.append('c2', 0, [opened('Mr D')], headAt('c2', 1, { name: 'Mr D', owes: true }));
  expect((await cases.headsThatOwe()).map(({ caseId, name }) => [caseId, name])).toEqual([['c1', 'MarkedName'], ['c2', '']]);
  await expect(cases.load('c2')).rejects.toThrow('not among SEAL_KEYS');
  for (const store of [cases, other.cases]) await store.close();
});

it('says in words when the key is not there, or is another one, and never what is inside', async () => {
  const stored = sealWith([spring]).event(said('MarkedWords'), { caseId: 'c1', rev: 1 });
  const reads = (keys: readonly SealKey[]) => () => sealWith(keys).openEvent(stored, { caseId: 'c1', rev: 1 });
  expect(reads([autumn])).toThrow('sealed with the key spring, which is not among SEAL_KEYS');
  expect(reads([{ ...autumn, id: 'spring' }])).toThrow('the key with that id is another one');
  expect(reads([autumn, spring])()).toEqual(said('MarkedWords'));
});

it('never seals the same words the same way', () => {
  const seal = sealWith([spring]);
  const each = () => JSON.stringify(seal.event(said('x'), { caseId: 'c1', rev: 1 }));
  expect(new Set(Array.from({ length: 50 }, each)).size).toBe(50);
});

describe('SEAL_KEYS', () => {
  const good = `spring:${randomBytes(32).toString('base64')}`;
  it.each(['', ' , '])('may hold none: %j', (text) => expect(readSealKeys(text)).toEqual({ kind: 'keys', keys: [] }));
  it('keeps the order, in which the first one seals', () => {
    const read = readSealKeys(`${good}, autumn:${randomBytes(32).toString('base64')}`);
    expect(read.kind === 'keys' && read.keys.map(({ id }) => id)).toEqual(['spring', 'autumn']);
  });
  it.each([
    ['no id', 'c2VjcmV0c2VjcmV0', 'npm run admin -- new-key'],
    ['too short', `old:${Buffer.from('secretsecret').toString('base64')}`, 'The key old in SEAL_KEYS must be 32 bytes'],
    ['twice the same id', `${good},${good}`, 'two keys with the id spring'],
  ])('is refused with its mend and without its key: %s', (_what, text, says) => {
    const read = readSealKeys(text);
    expect(read).toEqual({ kind: 'refused', problems: [expect.stringContaining(says)] });
    expect(JSON.stringify(read)).not.toMatch(/c2VjcmV0|[A-Za-z0-9+/]{40}/);
  });
});
