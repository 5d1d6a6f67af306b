import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseStore } from '../../src/app/ports';
import type { CaseEvent } from '../../src/domain/case/event';
import type { CaseHead } from '../../src/domain/case/head';
import { memoryCaseStore } from '../../src/store/memoryStore';
import { openSqliteStore } from '../../src/store/sqliteStore';

const at = '2026-11-02T09:00:00.000Z';
const opened = (name: string): CaseEvent => ({ type: 'CaseOpened', at, by: 'w1', ref: 'WREN-204', framework: 'v1', mode: 'phone', name, workerName: 'Wren Alder' });
const said = (words: string): CaseEvent => ({ type: 'PromptAnswered', at, by: 'w1', prompt: 'PV1', choices: [], words, how: 'card' });
const head = (caseId: string, rev: number, more: Partial<CaseHead> = {}): CaseHead => ({
  caseId, rev, ref: 'WREN-204', name: 'Mrs K', worker: 'w1', state: 'open', stage: 'referral', touchedAt: at, activeAt: at, openConcerns: 0, owes: false, ...more,
});

const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let file = 0;

const stores: Record<string, () => CaseStore> = {
  memory: memoryCaseStore,
  sqlite: () => openSqliteStore(path.join(folder, `${(file += 1)}.db`)).cases,
};

describe.each(Object.entries(stores))('the %s store', (_name, open) => {
  let store: CaseStore;
  beforeEach(() => void (store = open()));
  afterEach(() => store.close());

  it('gives back what was appended, in order and verbatim', async () => {
    const words = 'مرحبا\u0000 🌱 ${x} <b>“quoted”</b>\nsecond line';
    await store.append('c1', 0, [opened('Mrs K'), said(words)], head('c1', 2));
    expect(await store.load('c1')).toEqual([opened('Mrs K'), said(words)]);
  });

  it('has no events for a case that is not there', async () => expect(await store.load('nobody')).toEqual([]));

  it('takes only what follows on the last revision', async () => {
    await store.append('c1', 0, [opened('Mrs K')], head('c1', 1));
    expect(await store.append('c1', 0, [opened('Mr D')], head('c1', 1))).toEqual({ kind: 'somebody-was-first' });
    expect(await store.append('c1', 2, [said('x')], head('c1', 3))).toEqual({ kind: 'somebody-was-first' });
    expect(await store.load('c1')).toEqual([opened('Mrs K')]);
  });

  it('leaves the head alone when the events are refused', async () => {
    await store.append('c1', 0, [opened('Mrs K')], head('c1', 1));
    await store.append('c1', 0, [opened('Mr D')], head('c1', 1, { name: 'Mr D' }));
    expect((await store.headsOf('w1')).map(({ name }) => name)).toEqual(['Mrs K']);
  });

  it('lists the cases of one worker only', async () => {
    await store.append('c1', 0, [opened('Mrs K')], head('c1', 1));
    await store.append('c2', 0, [opened('Mr D')], head('c2', 1, { worker: 'w2' }));
    expect((await store.headsOf('w1')).map(({ caseId }) => caseId)).toEqual(['c1']);
  });

  it('lists what owes something, and no longer once it is done', async () => {
    await store.append('c1', 0, [opened('Mrs K')], head('c1', 1, { owes: true }));
    expect((await store.headsThatOwe()).map(({ caseId }) => caseId)).toEqual(['c1']);
    await store.append('c1', 1, [said('x')], head('c1', 2));
    expect(await store.headsThatOwe()).toEqual([]);
  });

  it('knows which references are taken', async () => {
    await store.append('c1', 0, [opened('Mrs K')], head('c1', 1));
    expect(await store.refsTaken(['ROBIN-100', 'WREN-204'])).toEqual(['WREN-204']);
  });

  it('erases a case and leaves nothing', async () => {
    await store.append('c1', 0, [opened('Mrs K')], head('c1', 1));
    await store.erase('c1');
    expect([await store.load('c1'), await store.headsOf('w1')]).toEqual([[], []]);
  });
});

it('the sqlite store keeps everything when it is opened again', async () => {
  const kept = path.join(folder, 'kept.db');
  const first = openSqliteStore(kept);
  await first.cases.append('c1', 0, [opened('Mrs K')], head('c1', 1));
  await first.places.remember({ id: 'p1', name: 'Plan review', kind: 'channel', address: '{}' });
  await first.cases.close();
  const second = openSqliteStore(kept);
  expect(await second.cases.load('c1')).toEqual([opened('Mrs K')]);
  expect((await second.places.all()).map(({ name }) => name)).toEqual(['Plan review']);
  await second.cases.close();
});
