import Database from 'libsql';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { headAt, opened, said } from './contract';

const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
let file: string;
beforeEach(() => void (file = path.join(folder, `${(count += 1)}.db`)));

const write = (sql: string, ...bodies: object[]): void => {
  const database = new Database(file);
  database.exec(sql);
  for (const [index, body] of bodies.entries()) database.prepare('INSERT INTO events VALUES (?, ?, ?)').run(['c1', index + 1, Buffer.from(JSON.stringify(body))]);
  database.close();
};
const markOf = () => {
  const database = new Database(file);
  const [mark] = database.prepare('SELECT application_id, user_version FROM pragma_application_id, pragma_user_version').all() as Record<string, number>[];
  database.close();
  return mark;
};

/** As the first version made its files, before it counted versions. */
const firstSchema = `
  CREATE TABLE events (case_id TEXT NOT NULL, rev INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (case_id, rev)) WITHOUT ROWID;
  CREATE TABLE heads (case_id TEXT PRIMARY KEY, worker TEXT NOT NULL, ref TEXT NOT NULL, owes INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
  CREATE INDEX heads_by_worker ON heads (worker);
  CREATE INDEX heads_that_owe ON heads (owes) WHERE owes = 1;
  CREATE INDEX heads_by_ref ON heads (ref);
  CREATE TABLE places (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
`;

it('marks a new file as its own, with the version that it has', async () => {
  await openSqliteStore(file).cases.close();
  expect(markOf()).toEqual(expect.objectContaining({ application_id: 0x54687266, user_version: expect.any(Number) }));
  expect(markOf()!['user_version']).toBeGreaterThan(0);
});

it('takes an empty file as a new one', async () => {
  writeFileSync(file, '');
  const { cases } = openSqliteStore(file);
  await cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  expect(await cases.load('c1')).toEqual([opened('Mrs K')]);
  await cases.close();
});

it('opens a file from before versions were counted, with all that is in it, and goes on', async () => {
  write(`${firstSchema}; INSERT INTO heads VALUES ('c1', 'w1', 'WREN-204', 0, CAST('${JSON.stringify(headAt('c1', 2))}' AS BLOB))`, opened('Mrs K'), said('x'));
  const { cases } = openSqliteStore(file);
  expect(await cases.load('c1')).toEqual([opened('Mrs K'), said('x')]);
  expect((await cases.append('c1', 2, [said('y')], headAt('c1', 3, { owes: true }))).kind).toBe('appended');
  expect(await cases.headsThatOwe()).toEqual([headAt('c1', 3, { owes: true })]);
  await cases.close();
});

it('finishes a file whose making was cut short', async () => {
  write(firstSchema.split(';').slice(0, 1).join(';'));
  const { cases, places } = openSqliteStore(file);
  await cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  expect([await cases.headsOf('w1'), await places.all()]).toEqual([[headAt('c1', 1)], []]);
  await cases.close();
});

it('stays of the version that it was when a step of the way cannot be made: the bot of before can still open it', () => {
  write(`${firstSchema}; CREATE VIEW leases AS SELECT 1`);
  const before = markOf();
  expect(() => openSqliteStore(file)).toThrow('leases already exists');
  expect(markOf()).toEqual(before);
});

it('changes nothing in a file that is up to date', async () => {
  await openSqliteStore(file).cases.close();
  const before = readFileSync(file);
  await openSqliteStore(file).cases.close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

describe('a file that is not for this version', () => {
  const refused = (sentence: RegExp) => {
    const before = readFileSync(file);
    expect(() => openSqliteStore(file)).toThrow(sentence);
    expect(readFileSync(file).equals(before)).toBe(true);
  };

  it('is refused when a newer version wrote it, and the sentence says what to do', async () => {
    await openSqliteStore(file).cases.close();
    write('PRAGMA user_version = 999');
    refused(/newer version of the bot \(format 999; .*Start the newer version, or put the backup/);
  });

  it.each([
    ['says that it is another program\'s', 'PRAGMA application_id = 252006673; CREATE TABLE events (id)'],
    ['holds other tables', `${firstSchema}; CREATE TABLE invoices (id)`],
    ['counts versions of another kind', 'PRAGMA user_version = 3; CREATE TABLE events (id)'],
  ])('is refused when it %s', (_, sql) => {
    write(sql);
    refused(/belongs to another program\. Nothing in it was changed\. Set STORE to another file\./);
  });

  it('is refused when it is no database', () => {
    writeFileSync(file, `Dear Wren, thank you for the walk. ${'And for the tea. '.repeat(300)}`);
    refused(/is not a file of cases\. Nothing in it was changed\./);
  });
});
