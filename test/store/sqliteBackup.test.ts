import { spawnSync } from 'node:child_process';
import Database from 'libsql';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUpSqlite } from '../../src/store/sqliteBackup';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { headAt, opened, said } from './contract';

let folder: string;
let file: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
  file = path.join(folder, 'cases.db');
  copy = path.join(folder, 'kept', 'copy.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function begun() {
  const store = openSqliteStore(file);
  await store.cases.append('c1', 0, [opened('Mrs K'), said('x')], headAt('c1', 2));
  await store.cases.append('c2', 0, [opened('Mr D')], headAt('c2', 1));
  await store.places.remember({ id: 'p1', name: 'Plan review', kind: 'channel', address: '{}' });
  return store;
}

it('copies all that is stored while the store is in use, and the copy opens as the store', async () => {
  const { cases } = await begun();
  const writing = Array.from({ length: 20 }, (_, index) => cases.append(`more${index}`, 0, [opened('Ms A')], headAt(`more${index}`, 1)));
  expect(backUpSqlite(file, copy)).toEqual({ cases: 2, events: 3, places: 1 });
  await Promise.all(writing);
  expect(backUpSqlite(file, path.join(folder, 'later.db'))).toEqual({ cases: 22, events: 23, places: 1 });
  await cases.close();
  const restored = openSqliteStore(copy);
  expect([await restored.cases.load('c1'), await restored.cases.load('c2')]).toEqual([[opened('Mrs K'), said('x')], [opened('Mr D')]]);
  expect((await restored.cases.append('c2', 1, [said('y')], headAt('c2', 2))).kind).toBe('appended');
  expect(await restored.places.all()).toHaveLength(1);
  await restored.cases.close();
});

it('leaves one file, which only its owner can read, without what was erased', async () => {
  const { cases } = await begun();
  await cases.erase('c2');
  backUpSqlite(file, copy);
  expect(statSync(copy).mode & 0o077).toBe(0);
  expect(['-wal', '-shm', '-journal'].filter((part) => existsSync(`${copy}${part}`))).toEqual([]);
  expect(readFileSync(copy, 'latin1')).toContain('Mrs K');
  expect(readFileSync(copy, 'latin1')).not.toContain('Mr D');
  await cases.close();
});

it('copies a file of an earlier version as it is, so that an upgrade can be taken back', () => {
  const old = new Database(file);
  old.exec(`CREATE TABLE events (case_id TEXT NOT NULL, rev INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (case_id, rev)) WITHOUT ROWID;
    CREATE TABLE heads (case_id TEXT PRIMARY KEY, worker TEXT NOT NULL, ref TEXT NOT NULL, owes INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE places (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
    INSERT INTO heads VALUES ('c1', 'w1', 'WREN-204', 0, x'00'); INSERT INTO events VALUES ('c1', 1, x'00')`);
  old.close();
  expect(backUpSqlite(file, copy)).toEqual({ cases: 1, events: 1, places: 0 });
});

describe('makes no backup, and leaves nothing behind,', () => {
  it('over a file that is there', async () => {
    const { cases } = await begun();
    const letter = path.join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear Wren');
    expect(() => backUpSqlite(file, letter)).toThrow(`${letter} is there already and was not touched. Name a new file with --to.`);
    expect(() => backUpSqlite(file, file)).toThrow('is there already');
    expect(readFileSync(letter, 'utf8')).toBe('Dear Wren');
    expect(await cases.load('c2')).toEqual([opened('Mr D')]);
    await cases.close();
  });

  it.each([
    ['half a case', 'DELETE FROM events WHERE rev = 1', 'holds half a case'],
    ['a case without a head', 'DELETE FROM heads WHERE case_id = \'c1\'', 'holds half a case'],
    ['the mark of another program', 'PRAGMA application_id = 7', 'belongs to another program'],
  ])('of %s', async (_, sql, sentence) => {
    await (await begun()).cases.close();
    const raw = new Database(file);
    raw.exec(sql);
    raw.close();
    expect(() => backUpSqlite(file, copy)).toThrow(sentence);
    expect(existsSync(copy)).toBe(false);
  });

  it('of nothing', () => {
    expect(() => backUpSqlite(file, copy)).toThrow(`There is no file ${file} to back up. Check STORE.`);
    expect([existsSync(file), existsSync(copy)]).toEqual([false, false]);
  });

  it('of a damaged file', async () => {
    const { cases } = await begun();
    for (let index = 0; index < 60; index++) await cases.append(`more${index}`, 0, [opened('Ms A'), said('word '.repeat(300))], headAt(`more${index}`, 2));
    await cases.close();
    const bytes = readFileSync(file);
    for (let at = 3 * 4096; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 60);
    writeFileSync(file, bytes);
    expect(() => backUpSqlite(file, copy)).toThrow();
    expect(existsSync(copy)).toBe(false);
  });
});

it.each([
  ['cosmos', [], /Azure Cosmos DB, which keeps continuous backups/],
  ['memory:', [], /set STORE to sqlite:PATH/],
  ['', [], /set STORE to sqlite:PATH/],
  ['sqlite:cases.db', ['--too', 'x'], /--too means nothing here/],
  ['sqlite:cases.db', ['--to'], /--to needs the name of a file/],
])('tells whoever runs it with STORE=%s %j what is wrong', (STORE, args, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(__dirname, '../../scripts/backup.mjs'), ...args], { cwd: folder, env: { ...process.env, STORE }, encoding: 'utf8' });
  expect(stderr).toMatch(sentence);
  expect(status).toBe(2);
});
