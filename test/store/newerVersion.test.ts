/** An update is under way: a newer version has written what this one does not know. It says so, writes nothing, and loses nothing. */
import { createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { handleTurn } from '../../src/app/handleTurn';
import type { Turn } from '../../src/app/turn';
import { readCardText } from '../../src/console/cardText';
import { CaseEvent } from '../../src/domain/case/event';
import { readKept, WrittenByNewerVersion } from '../../src/domain/case/newerVersion';
import { OrganisationEvent } from '../../src/domain/organisation/event';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { sealWith, type Seal } from '../../src/store/seal';
import { readSealKeys, type SealKey } from '../../src/store/sealKeys';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { Talk, World, wren } from '../support/talk';
import { openCase } from '../support/walk';
import { headAt, opened } from './contract';

const at = '2026-11-02T10:00:00.000Z';
const news = { type: 'MoodNoted', at, by: 'wren', mood: 'brighter' } as unknown as CaseEvent;
const newKey = (id: string): SealKey => {
  const read = readSealKeys(`${id}:${randomBytes(32).toString('base64')}`);
  if (read.kind === 'refused') throw new Error(read.problems.join());
  return read.keys[0]!;
};
const [spring, autumn] = [newKey('spring'), newKey('autumn')];

describe('what is newer is told from what is damaged', () => {
  it.each([['a new kind of event', news], ['a new field', { ...opened('May'), pronouns: 'she' }], ['a new choice', { type: 'ModeChanged', at, by: 'w', mode: 'by-letter' }]])('%s', (_what, kept) => expect(() => readKept(CaseEvent, kept)).toThrow(WrittenByNewerVersion));
  it('of the organisation too', () => expect(() => readKept(OrganisationEvent, { type: 'TeamMerged', at, by: 'ada' })).toThrow(WrittenByNewerVersion));
  it.each([['nothing', null], ['a field that is not there', { type: 'NotePasted', at, by: 'w', note: 'n' }], ['a field of another kind', { ...opened('May'), name: 7 }]])('%s is damage', (_what, kept) => {
    expect(() => readKept(CaseEvent, kept)).toThrow();
    expect(() => readKept(CaseEvent, kept)).not.toThrow(WrittenByNewerVersion);
  });
  it('says nothing of what it holds', () => expect(new WrittenByNewerVersion().message).not.toContain('MoodNoted'));
});

/** As the next version would: it knows what this one does not. */
const newer = (seal: Seal): Seal => ({ ...seal, event: (event, place) => (event.type === 'ObservationRecorded' ? seal.event(news, place) : seal.event(event, place)) });
const folder = mkdtempSync(path.join(tmpdir(), 'newer-'));
const fake = new FakeCosmos();
beforeAll(() => fake.start());
afterAll(async () => {
  await fake.stop();
  rmSync(folder, { recursive: true });
});

describe.each([
  ['SQLite', () => {
    const file = path.join(folder, `${randomBytes(3).toString('hex')}.db`);
    return (seal: Seal) => openSqliteStore(file, { seal });
  }],
  ['Cosmos DB', () => {
    const container = `newer${randomBytes(3).toString('hex')}`;
    fake.has('threefold', casesContainer(container));
    return (seal: Seal) => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, seal });
  }],
] as const)('a case in which a newer version wrote, in %s', (_name, place) => {
  it('is answered in a clear sentence, with what was typed, and nothing is written', async () => {
    const open = place();
    const [theirs, ours] = [open(newer(sealWith([spring]))), open(sealWith([spring]))];
    const world = new World({}, theirs.cases);
    await (await openCase(world, { name: 'Mrs Kowalska' })).say('noticed: she smiled');
    const { caseId, state } = await world.caseOf(wren);
    const older = handleTurn({ ...world.parts, cases: ours.cases });
    const turn = { at, by: wren, where: { kind: 'personal', place: 'chat-wren' }, freshId: 'f9' } as const;
    const turns: Turn[] = [{ ...turn, intent: { kind: 'said', text: 'My garden, and the birds' } }, { ...turn, intent: { kind: 'pressed', action: { verb: 'observe', caseId, rev: state.rev, words: 'Her hands shook' } } }];
    for (const one of turns) {
      const text = readCardText((await older(one)).shown.card).lines.join(' ');
      expect(text).toMatch(/A newer version of me has written here already.*Nothing was changed/);
      expect(text).toMatch(/My garden, and the birds|Her hands shook/);
    }
    expect((await world.caseOf(wren)).state.rev).toBe(state.rev);
    expect((await new Talk(world).say('cases')).text).toContain('Mrs Kowalska');
    for (const store of [theirs, ours]) await store.cases.close();
  }, 30_000);

  it('is sealed anew to the letter by a version that cannot read it', async () => {
    const open = place();
    const theirs = open(newer(sealWith([spring])));
    await theirs.cases.append('c1', 0, [opened('May'), { type: 'ObservationRecorded', at, by: 'wren', words: 'x' }], headAt('c1', 2));
    const ours = open(sealWith([autumn, spring]));
    expect(await ours.cases.reseal('c1')).toBe(3);
    await expect(ours.cases.load('c1')).rejects.toThrow(WrittenByNewerVersion);
    expect(await open(sealWith([autumn])).cases.headOfRef(headAt('c1', 2).ref)).toEqual(headAt('c1', 2));
    for (const store of [theirs, ours]) await store.cases.close();
  }, 30_000);
});

describe('what is sealed anew', () => {
  const place = { caseId: 'c1', rev: 2 };
  /** By the rule of docs/records.md, without the code that is tried. */
  function opened1(stored: unknown, { id, key }: SealKey, bound: readonly unknown[]): unknown {
    const bytes = Buffer.from((stored as { sealed: string }).sealed.split('.')[2]!, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(JSON.stringify(['threefold', 1, id, ...bound]))).setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString());
  }

  it('keeps fields of an event that nobody here knows', () => {
    const under = sealWith([spring]).event(news, place);
    expect(opened1(sealWith([autumn, spring]).resealEvent(under, place), autumn, ['event', 'c1', 2])).toEqual(news);
  });

  it.each([['sealed', [spring]], ['not sealed', []]] as const)('keeps fields of a head that nobody here knows, %s before', (_how, keys) => {
    const head = headAt('c1', 2);
    const plain = { ...head, mood: 'brighter' };
    const kept = keys.length === 0 ? plain : sealWith([autumn]).resealHead(plain);
    const again = keys.length === 0 ? sealWith([spring]).resealHead(kept) : sealWith([spring, autumn]).resealHead(kept);
    expect(opened1(again, spring, ['head', 'c1', 2, head.ref, head.worker, head.owes, ''])).toMatchObject({ mood: 'brighter', name: head.name });
    expect(sealWith([spring]).openHead(again)).toEqual(head);
    expect(JSON.stringify(again)).not.toContain('brighter');
  });
});

it('goes on with every conversation when a newer version has learnt something of an activity, and counts nothing until the update is done', async () => {
  const file = path.join(folder, 'learnt.db');
  const store = openSqliteStore(file);
  const world = new World({ administrators: [wren.id] }, store.cases);
  Object.assign(world.parts, { learnt: store.learnt });
  const outside = new Database(file);
  outside.prepare('INSERT INTO learnt (id, body) VALUES (?, ?)').run(['n1', Buffer.from(JSON.stringify({ type: 'ActivityTried', activity: 'garden-group', day: '2026-11-03', found: 'moved' }))]);
  outside.close();
  const talk = await openCase(world, { name: 'Mrs Kowalska' });
  await talk.say('find: a choir');
  expect(talk.text).not.toContain('A newer version of me');
  const manager = await new Talk(world).say('unmet needs');
  expect(manager.text).toContain('A newer version of me has written here already');
  await store.cases.close();
});
