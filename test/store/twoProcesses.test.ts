import type { ChildProcess } from 'node:child_process';
import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { startTypeScript } from '../support/typeScriptProcess';
import { headAt, opened } from './contract';

const folder = mkdtempSync(path.join(tmpdir(), 'two-'));
const file = path.join(folder, 'cases.db');
const each = 150;
const names = ['a', 'b'];

const heard = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The process ended (${code}) and had not said what it did.`)));
  });

/** All of them make the new file at the same moment, and go on from there. */
async function runAll(): Promise<readonly string[]> {
  const children = names.map((name) => startTypeScript(path.join(__dirname, 'appendingProcess.ts'), [file, name, String(each)]));
  try {
    await Promise.all(children.map(heard));
    const ends = children.map(heard);
    for (const child of children) child.send('go');
    return (await Promise.all(ends)).flatMap((end) => (end as { accepted: readonly string[] }).accepted);
  } finally {
    for (const child of children) child.kill();
  }
}

describe('two processes on one file', () => {
  let accepted: readonly string[];
  beforeAll(async () => void (accepted = await runAll()), 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lose nothing that was accepted, and keep nothing twice', async () => {
    const { cases } = openSqliteStore(file);
    const stored: string[] = [];
    for (const caseId of ['shared', ...names.map((name) => `only ${name}`)]) {
      const [first, ...rest] = await cases.load(caseId);
      expect(first).toEqual(opened('Mrs K'));
      stored.push(...rest.map((event) => `${caseId} ${event.type === 'PromptAnswered' ? event.words! : event.type}`));
    }
    expect(accepted).toHaveLength(2 * names.length * each);
    expect([...stored].sort()).toEqual([...accepted].sort());
    await cases.close();
  });

  it('leave each case in the order in which each of them wrote, without a gap, and with the head of its last event', async () => {
    const { cases } = openSqliteStore(file);
    const words = (await cases.load('shared')).flatMap((event) => (event.type === 'PromptAnswered' ? [event.words!] : []));
    for (const name of names) expect(words.filter((word) => word.startsWith(name))).toEqual(Array.from({ length: each }, (_, count) => `${name}-${count}`));
    const raw = new Database(file);
    expect(raw.prepare('SELECT case_id, COUNT(*) AS events, MIN(rev) AS first, MAX(rev) AS last FROM events GROUP BY case_id ORDER BY case_id').all()).toMatchObject([
      { case_id: 'only a', events: each + 1, first: 1, last: each + 1 },
      { case_id: 'only b', events: each + 1, first: 1, last: each + 1 },
      { case_id: 'shared', events: 2 * each + 1, first: 1, last: 2 * each + 1 },
    ]);
    raw.close();
    const heads = await cases.headsOf('w1');
    expect(heads).toContainEqual(headAt('shared', 2 * each + 1, { name: `at ${2 * each + 1}` }));
    expect(heads).toHaveLength(3);
    await cases.close();
  });
});
