import Database from 'libsql';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import { FileInUse, SqliteWriter, type WriteStatement } from '../../src/store/sqliteWriter';

const folder = mkdtempSync(path.join(tmpdir(), 'writer-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
let file: string;
let other: InstanceType<typeof Database>;
let writer: SqliteWriter;
let add: WriteStatement;
beforeEach(() => {
  file = path.join(folder, `${(count += 1)}.db`);
  other = new Database(file);
  other.pragma('journal_mode = WAL');
  other.exec('CREATE TABLE words (id INTEGER PRIMARY KEY, word BLOB); CREATE TABLE replies (of INTEGER REFERENCES words (id) DEFERRABLE INITIALLY DEFERRED)');
  open();
});
const open = (patienceMs?: number) => {
  writer = new SqliteWriter(file, patienceMs === undefined ? {} : { patienceMs });
  add = writer.statement('INSERT INTO words VALUES (?, ?)');
};
afterEach(async () => {
  await writer.close();
  other.close();
});

/** What another process finds in the file. */
const stored = () => (other.prepare('SELECT id FROM words ORDER BY id').all() as { id: number }[]).map(({ id }) => id);
const put = (id: number, word = 'word') => writer.write(() => add.run(id, Buffer.from(word)));
const endOf = (work: Promise<unknown>) => work.then(() => 'done', (error: Error) => error.message);

it('says that a thing is written when everybody can read it, and not before', async () => {
  const writes = [1, 2, 3].map((id) => put(id).then(stored));
  expect(stored()).toEqual([]);
  expect(await Promise.all(writes)).toEqual([[1, 2, 3], [1, 2, 3], [1, 2, 3]]);
});

it('gives back what the work found', async () => {
  await put(1);
  const find = writer.statement('SELECT id FROM words WHERE id = ?');
  expect(await Promise.all([writer.write(() => find.get(1)), writer.write(() => find.get(2))])).toEqual([expect.objectContaining({ id: 1 }), undefined]);
});

it('takes back what one of them did when it fails, and keeps the others', async () => {
  const fails = writer.write(() => {
    add.run(2, 'half');
    throw new Error('changed its mind');
  });
  expect(await Promise.all([put(1), fails, put(1), put(3)].map(endOf))).toEqual(['done', 'changed its mind', expect.stringContaining('UNIQUE'), 'done']);
  expect(stored()).toEqual([1, 3]);
});

it('refuses all of them when the COMMIT fails, keeps nothing of it, and goes on', async () => {
  const reply = writer.statement('INSERT INTO replies VALUES (?)');
  const together = [put(1), writer.write(() => reply.run(99)), put(2)];
  expect(await Promise.all(together.map(endOf))).toEqual(Array(3).fill(expect.stringContaining('FOREIGN KEY')));
  expect(stored()).toEqual([]);
  expect(await endOf(put(3))).toBe('done');
  expect(stored()).toEqual([3]);
});

it('says of each write on a full disk what is true of it', async () => {
  const limit = writer.statement('PRAGMA max_page_count = 12');
  await writer.write(() => void limit.get());
  const ends = await Promise.all([put(1), put(2, 'word'.repeat(50_000)), put(3)].map(endOf));
  expect(ends[1]).toContain('full');
  expect(stored()).toEqual([1, 2, 3].filter((_, index) => ends[index] === 'done'));
  expect(await endOf(put(4))).toBe('done');
});

it.each([1, 200, 201, 450])('takes %i writes at once', async (many) => {
  await Promise.all(Array.from({ length: many }, (_, index) => put(index)));
  expect(stored()).toHaveLength(many);
});

it('refuses a value that the driver would cut or choke on, and writes nothing of that work', async () => {
  const text = writer.statement('INSERT INTO words (word) VALUES (?)');
  expect(await Promise.all([writer.write(() => text.run('a\0b')), put(1)].map(endOf))).toEqual(['A key may not hold a NUL character', 'done']);
  expect(stored()).toEqual([1]);
});

describe('when another program holds the file', () => {
  beforeEach(() => other.exec('BEGIN IMMEDIATE'));
  afterEach(() => other.exec(other.inTransaction ? 'ROLLBACK' : 'SELECT 1'));

  it('lets the turns go on, and writes once the file is free', async () => {
    let done = false;
    const writing = put(1).then(() => (done = true));
    for (let turns = 0; turns < 20; turns++) await nextTick();
    expect(done).toBe(false);
    other.exec('COMMIT');
    await writing;
    expect(stored()).toEqual([1]);
  });

  it('says so in words after a while, with nothing written, and works again afterwards', async () => {
    await writer.close();
    open(20);
    const refused = await Promise.all([put(1), put(2)].map((work) => work.catch((error: unknown) => error)));
    expect(refused).toEqual([expect.any(FileInUse), expect.any(FileInUse)]);
    expect((refused[0] as Error).message).toMatch(/^The file of cases was in use by another program for .* Nothing was written\.$/);
    other.exec('COMMIT');
    await put(3);
    expect(stored()).toEqual([3]);
  });
});

it('leaves nothing of what was deleted, in the file or in its log', async () => {
  await Promise.all(Array.from({ length: 300 }, (_, id) => put(id, `marmalade ${id}`)));
  const drop = writer.statement('DELETE FROM words WHERE id < 299');
  await writer.write(() => drop.run());
  await writer.emptyLog();
  const left = `${readFileSync(file, 'latin1')}${readFileSync(`${file}-wal`, 'latin1')}`;
  expect(left.match(/marmalade \d+/g)).toEqual(['marmalade 299']);
});

it('ends in an orderly way: what was asked for before is written, what comes after is refused', async () => {
  const last = put(1);
  await writer.close();
  expect([await endOf(last), stored()]).toEqual(['done', [1]]);
  expect(await endOf(put(2))).toBe('The store is closed');
});
