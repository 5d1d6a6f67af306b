/** What is asked at a terminal of the store that the bot works with, while the bot runs. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringIn } from '../src/directory/bringIn';
import { obey, readArguments } from '../src/directoryCommand';
import { openSqliteStore, type SqliteStore } from '../src/store/sqliteStore';
import { type Talk, World } from './support/talk';
import { openCase } from './support/walk';

let folder: string;
let database: string;
let store: SqliteStore;
let world: World;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'threefold-directory-command-'));
  database = path.join(folder, 'cases.sqlite');
  store = openSqliteStore(database);
  world = new World();
  Object.assign(world.parts, { cases: store.cases, learnt: store.learnt, organisation: store.organisation });
});
afterEach(async () => {
  await store.cases.close();
  rmSync(folder, { recursive: true });
});

async function typed(line: string, { at = '2026-12-02', STORE = `sqlite:${database}` }: { readonly at?: string; readonly STORE?: string } = {}): Promise<{ readonly code: number; readonly text: string }> {
  const wish = readArguments(line.split(' '));
  if (typeof wish === 'string') throw new Error(wish);
  return obey(wish, path.join(folder, 'directory.jsonl'), at, { STORE });
}

/** A worker looks for it in the case of somebody, in vain. */
async function lookedInVain(name: string, words: string): Promise<Talk> {
  world.later(1 / 24);
  const talk = await openCase(world, { name });
  await talk.say(`find: ${words}`);
  return talk.press('Keep it as unmet');
}

describe('needs', () => {
  it('counts what nobody offers out of the file of the bot, which is open: names nobody, and hides what is rare', async () => {
    for (let month = 0; month < 12; month++) await lookedInVain(`Mrs Kowalska ${month}`, 'an observatory on a Sunday');
    for (let month = 0; month < 3; month++) await lookedInVain('Mr Dembele', 'goats on a Tuesday');
    const { code, text } = await typed('needs');
    expect(code).toBe(0);
    expect(text).toMatch(/About 15 times nothing on the list fitted, in the twelve months to the end of November 2026/);
    expect(text).toMatch(/When\n {2}Each of them too few to show/);
    expect(text).not.toMatch(/Tuesday|goat|animal|Kowalska|Dembele/i);
    expect(text).toMatch(/A number under 8 is never shown/);
    expect((await typed('needs', { at: '2026-11-30' })).text).toMatch(/So few are not counted/);
  });

  it('makes no file where there is none, and says what to set', async () => {
    const elsewhere = path.join(folder, 'other.sqlite');
    expect(await typed('needs', { STORE: `sqlite:${elsewhere}` })).toEqual({ code: 2, text: expect.stringContaining('set STORE as it is set for the bot') as string });
    expect(await typed('needs', { STORE: 'memory:' })).toMatchObject({ code: 2 });
    expect(await typed('needs', { STORE: 'nonsense' })).toMatchObject({ code: 2, text: expect.stringContaining('STORE') as string });
    expect(existsSync(elsewhere)).toBe(false);
  });
});

it('tags shows what was confirmed in the chat beside what was settled here', async () => {
  writeFileSync(path.join(folder, 'town.json'), JSON.stringify([{ id: 'g1', name: 'Bramble Lane garden', description: 'A small friendly group. Free.', fees: 'Free', status: 'active' }]));
  await bringIn({ source: path.join(folder, 'town.json'), file: path.join(folder, 'directory.jsonl'), day: '2026-10-30', write: true });
  await typed('tag town-g1 company=big --by manager', { at: '2026-11-01' });
  await store.learnt.keep({ type: 'TagsSettled', activity: 'town-g1', at: '2026-11-03T10:00:00.000Z', by: 'ada', whole: false, tags: [{ field: 'pounds', values: ['3'] }] });
  const { text } = await typed('tags bramble');
  expect(text).toMatch(/company: big \(confirmed by manager on 2026-11-01\)/);
  expect(text).toMatch(/pounds: 3 \(confirmed by ada on 2026-11-03\)/);
  expect((await typed('tags bramble', { STORE: 'memory:' })).text).toMatch(/pounds: 0 \(proposed: “Free” in cost\)/);
});
