/** What is particular to the store in a file. What every store must do is in contract.ts. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cannotOpen } from '../../src/store/cannotOpen';
import { openSqliteStore, type SqliteStore } from '../../src/store/sqliteStore';
import { headAt, opened, said } from './contract';

const folder = mkdtempSync(path.join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
let file: string;
let stores: SqliteStore[];
const open = (settings?: Parameters<typeof openSqliteStore>[1]) => {
  stores.push(openSqliteStore(file, settings));
  return stores.at(-1)!.cases;
};
beforeEach(() => {
  file = path.join(folder, `${(count += 1)}.db`);
  stores = [];
});
afterEach(async () => {
  for (const { cases } of stores) await cases.close();
});

const names = (many: number) => Array.from({ length: many }, (_, index) => `c${index}`);

describe('what is known of a case', () => {
  it('grows by what another process wrote, without reading again what was known', async () => {
    const [store, other] = [open(), open()];
    await store.append('c1', 0, [opened('Mrs K'), said('x')], headAt('c1', 2));
    const known = await other.load('c1');
    await store.append('c1', 2, [said('y')], headAt('c1', 3));
    const later = await other.load('c1');
    expect(later).toEqual([opened('Mrs K'), said('x'), said('y')]);
    expect([later[0], later[1]].map((event, index) => event === known[index])).toEqual([true, true]);
  });

  it('is bounded, however many cases there are: what was not asked for lately is read again', async () => {
    const store = open({ mostRecentEvents: 20 });
    for (const id of names(30)) await store.append(id, 0, [opened('Mrs K'), said('x')], headAt(id, 2));
    const lists = [];
    for (const id of names(30)) lists.push(await store.load(id));
    // From the newest to the oldest, because each one that is read again puts another one out.
    let kept = 0;
    for (const id of names(30).reverse()) kept += (await store.load(id)) === lists[Number(id.slice(1))] ? 1 : 0;
    expect(kept).toBe(10);
    expect(lists).toEqual(Array(30).fill([opened('Mrs K'), said('x')]));
  });

  it('does not stand in the way of a case that is longer than all that may be kept', async () => {
    const store = open({ mostRecentEvents: 5 });
    const events = [opened('Mrs K'), ...names(9).map(said)];
    expect(await store.append('c1', 0, events, headAt('c1', 10))).toEqual({ kind: 'appended', events });
    expect(await store.append('c1', 10, [said('x')], headAt('c1', 11))).toEqual({ kind: 'appended', events: [...events, said('x')] });
    expect(await store.load('c1')).toEqual([...events, said('x')]);
  });
});

it('lets one turn that comes too late not disturb the others that are written with it', async () => {
  const store = open();
  await Promise.all(names(8).map((id) => store.append(id, 0, [opened('Mrs K')], headAt(id, 1))));
  const together = await Promise.all([...names(8).map((id) => store.append(id, 1, [said('first')], headAt(id, 2))), ...names(8).map((id) => store.append(id, 1, [said('second')], headAt(id, 2)))]);
  expect(together.map(({ kind }) => kind)).toEqual([...Array(8).fill('appended'), ...Array(8).fill('somebody-was-first')]);
  for (const id of names(8)) expect(await store.load(id)).toEqual([opened('Mrs K'), said('first')]);
});

it('never gives half a case: a row that is missing is an error', async () => {
  const store = open();
  await store.append('c1', 0, [opened('Mrs K'), said('x'), said('y')], headAt('c1', 3));
  const { default: Database } = await import('libsql');
  const raw = new Database(file);
  raw.exec('DELETE FROM events WHERE rev = 2');
  raw.close();
  await expect(open().load('c1')).rejects.toThrow('Case c1 should have 3 events and has 2');
});

it('leaves nothing of an erased case in the file or in its log', async () => {
  const store = open();
  const words = (id: string) => said(`marmalade of ${id} `.repeat(400));
  for (const id of names(12)) await store.append(id, 0, [opened(`Mr Marmaduke ${id}`), words(id), words(id)], headAt(id, 3, { name: `Mr Marmaduke ${id}`, owes: true }));
  for (const id of names(11)) await store.erase(id);
  const left = `${readFileSync(file, 'latin1')}${readFileSync(`${file}-wal`, 'latin1')}`;
  expect(new Set(left.match(/(?:marmalade of|Marmaduke) c\d+/g))).toEqual(new Set(['marmalade of c11', 'Marmaduke c11']));
  expect(await store.load('c11')).toHaveLength(3);
});

describe('a file that cannot be opened', () => {
  it('is named with what is in its way, and what to do', () => {
    file = folder;
    expect(() => open()).toThrow(`${folder} is a folder. Set STORE to a file in it`);
    file = path.join(__filename, 'cases.db');
    expect(() => open()).toThrow(`No file can be made at ${file}`);
  });

  it.each([
    ['EACCES', 'may not write to /cases.db'],
    ['SQLITE_READONLY_DIRECTORY', 'may not write to /cases.db'],
    ['EROFS', '/cases.db is on a disk that can only be read'],
    ['ENOSPC', 'The disk of /cases.db is full'],
    ['SQLITE_FULL', 'The disk of /cases.db is full'],
    ['SQLITE_CORRUPT', 'put the last backup in its place'],
  ])('says so in words: %s', (code, says) => expect(String(cannotOpen('/cases.db', Object.assign(new Error(code), { code })))).toContain(says));

  it('is not explained by what it is not', () => {
    const other = new Error('Something else');
    expect(cannotOpen('/cases.db', other)).toBe(other);
  });
});

it('is for nobody but who runs the bot', async () => {
  await open().append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  for (const part of ['', '-wal', '-shm']) expect(statSync(`${file}${part}`).mode & 0o077).toBe(0);
});
