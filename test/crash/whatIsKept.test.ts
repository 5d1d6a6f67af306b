/** The crash test is worth as much as what it would notice: each fault is made on purpose here. */
import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseStore } from '../../src/app/ports';
import type { CaseEvent } from '../../src/domain/case/event';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { World } from '../support/talk';
import { openCase } from '../support/walk';
import type { Acknowledged } from './linkWorker';
import { WhatIsKept } from './whatIsKept';

let folder: string;
let file: string;
let cases: CaseStore;
let kept: WhatIsKept;
let caseId: string;
let events: readonly CaseEvent[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  file = path.join(folder, 'cases.db');
  ({ cases } = openSqliteStore(file));
  kept = new WhatIsKept(file, 'lane');
  const world = new World({}, cases);
  const talk = await openCase(world, { name: 'Ms A', way: 'On the phone' });
  await talk.press('Private');
  await talk.press('Yes: notes, supervisor and GP');
  caseId = (await world.caseOf(talk.who)).caseId;
  events = await cases.load(caseId);
  await cases.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const answered = (more: Partial<Acknowledged> = {}): Acknowledged => ({ caseId, before: events.length - 1, after: events.length, verb: 'answer', press: events.at(-1)!.press, words: [], card: '{}', ...more });
const breakFile = (sql: string): void => {
  const raw = new Database(file);
  raw.exec(sql);
  raw.close();
};
const body = (change: (event: CaseEvent) => object, rev: number) => `UPDATE events SET body = CAST('${JSON.stringify(change(events[rev - 1]!)).replaceAll("'", "''")}' AS BLOB) WHERE rev = ${rev}`;

it('is content when all is there', async () => {
  expect(await kept.check([answered()], [])).toEqual([]);
  expect(await kept.check([], [], true)).toEqual([]);
});

it('notices an acknowledged answer that is gone', async () => {
  const { length } = events;
  breakFile(`DELETE FROM events WHERE rev = ${length}; UPDATE heads SET rev = ${length - 1}`);
  expect(await kept.check([answered()], [])).toContainEqual(expect.stringMatching(/^Lost: answer on /));
});

it('notices that something else stands where the answer should be', async () => {
  expect(await kept.check([answered({ press: '1.answer.other' })], [])).toEqual([expect.stringMatching(/^Lost: .* Other events stand where it should be\.$/)]);
});

it('notices words that are neither in the case nor on the card that came back', async () => {
  expect(await kept.check([answered({ words: ['a walk by the canal'] })], [])).toEqual([expect.stringMatching(/^Lost: words of .*a walk by the canal$/)]);
  expect(await kept.check([answered({ words: ['a walk by the canal'], card: '{"text":"a walk by the canal"}' })], [])).toEqual([]);
});

it('notices an event that is not what it was', async () => {
  await kept.check([], [], true);
  breakFile(body((event) => ({ ...event, at: '2026-11-02T10:00:01.000Z' }), 2));
  expect(await kept.check([], [], true)).toContainEqual(`lane: event 2 of ${caseId} is not what it was.`);
});

it('notices a press that was done twice', async () => {
  const { press } = events.at(-1)!;
  breakFile(body((event) => ({ ...event, press }), 1));
  expect(await kept.check([], [], true)).toContainEqual(expect.stringMatching(/^Twice: /));
});

it('notices a head that does not say what the case says', async () => {
  breakFile(`UPDATE heads SET body = CAST(replace(CAST(body AS TEXT), '"openConcerns":0', '"openConcerns":1') AS BLOB)`);
  expect(await kept.check([], [], true)).toEqual([expect.stringMatching(/^Half: the head of /)]);
});

it('does not read half a case', async () => {
  breakFile('DELETE FROM events WHERE rev = 2');
  expect(await kept.check([], [], true)).toEqual([expect.stringMatching(/^Half: .* should have/)]);
});

it('notices a decision that is missing', async () => {
  expect(await kept.check([], [{ caseId, version: 1, by: 'sam', verb: 'agree' }])).toEqual([expect.stringMatching(/^0 decisions instead of one: agree on /)]);
});
