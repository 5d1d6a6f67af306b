/** Several instances, and copies in Cosmos DB that lag: what each level of consistency leaves to us. */
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore, type CosmosStoreSettings } from '../../src/store/cosmosStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened, said } from './contract';

let fake: FakeCosmos;
let pauses: number[];
beforeEach(async () => {
  fake = await new FakeCosmos().start();
  fake.has('threefold', casesContainer('cases'));
  pauses = [];
});
afterEach(() => fake.stop());

const open = (more: Partial<CosmosStoreSettings> = {}) => openAll(more).cases;
const openAll = (more: Partial<CosmosStoreSettings> = {}) =>
  openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases', pause: async (ms) => void pauses.push(ms), ...more });

/** One instance that read the case at its first event, and another that has gone on since. */
async function oneBehind(more: Partial<CosmosStoreSettings> = {}) {
  const ahead = open(more);
  const behind = open(more);
  await ahead.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  await behind.load('c1');
  await ahead.append('c1', 1, [said('x')], headAt('c1', 2));
  fake.lag = 1;
  return { ahead, behind };
}

describe('on an account with Strong consistency', () => {
  beforeEach(() => void (fake.consistency = 'Strong'));

  it('shows every instance at once what another has written, in the case and in every list', async () => {
    const { behind } = await oneBehind({ readsLatest: true });
    expect(await behind.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(await open({ readsLatest: true }).headsOf('w1')).toEqual([headAt('c1', 2)]);
  });

  it('gets less when the bot itself asks for Session, so it may not', async () => {
    const { behind } = await oneBehind({ readsLatest: false });
    expect(await behind.load('c1')).toEqual([opened('Mrs K')]);
  });
});

describe('on an account with Session consistency', () => {
  it('shows an instance what it wrote itself, however late its copies are', async () => {
    const { ahead } = await oneBehind();
    fake.lag = 100;
    expect(await ahead.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(await ahead.headsOf('w1')).toEqual([headAt('c1', 2)]);
  });

  it('would not do even that for a bot that names no level', async () => {
    const { ahead } = await oneBehind({ readsLatest: true });
    expect(await ahead.load('c1')).toEqual([opened('Mrs K')]);
  });

  it.each([
    ['says how far the case is', true],
    ['says nothing', false],
  ])('sees what is so once it was turned down, when the answer %s', async (_what, tells) => {
    const { behind } = await oneBehind();
    fake.tellsProgressOnConflict = tells;
    // The copy catches up while it is asked: the load, and what follows the first refusal, still find it late.
    fake.lateReads = 3;
    expect(await behind.load('c1')).toEqual([opened('Mrs K')]);
    expect(await behind.append('c1', 1, [said('y')], headAt('c1', 2))).toEqual({ kind: 'somebody-was-first' });
    expect(pauses).toHaveLength(tells ? 0 : 1);
    fake.lateReads = Infinity;
    expect(await behind.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(await behind.append('c1', 2, [said('y')], headAt('c1', 3))).toMatchObject({ kind: 'appended' });
  });

  it('begins a case that another has begun already no second time, though its copy does not show it yet', async () => {
    await open().append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    Object.assign(fake, { lag: 1, lateReads: 3, tellsProgressOnConflict: false });
    const late = open();
    expect(await late.load('c1')).toEqual([]);
    expect(await late.append('c1', 0, [opened('Mrs K')], headAt('c1', 1))).toEqual({ kind: 'somebody-was-first' });
    expect(await late.load('c1')).toEqual([opened('Mrs K')]);
  });

  it('knows its own write again although the answer was lost and the copy is late', async () => {
    const { ahead } = await oneBehind();
    Object.assign(fake, { lateReads: 2, tellsProgressOnConflict: false });
    fake.breaks({ drops: 'after', only: 'batch' });
    expect(await ahead.append('c1', 2, [said('y')], headAt('c1', 3))).toMatchObject({ kind: 'appended' });
    expect(await ahead.load('c1')).toEqual([opened('Mrs K'), said('x'), said('y')]);
  });

  it('gives up rather than go on with an old case, when a copy never catches up', async () => {
    const { behind } = await oneBehind();
    fake.tellsProgressOnConflict = false;
    await expect(behind.append('c1', 1, [said('y')], headAt('c1', 2))).rejects.toThrow('lags behind');
    fake.lag = 0;
    expect(await behind.load('c1')).toEqual([opened('Mrs K'), said('x')]);
  });

  it('lets every word of two instances in, once, whatever their copies show', async () => {
    Object.assign(fake, { lag: 2, tellsProgressOnConflict: false });
    const instances = [open(), open(), open()];
    await instances[0]!.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    let copies = 0;
    const say = async (words: string, lane: number): Promise<void> => {
      fake.lateReads = (copies += 1) % 5;
      const store = instances[lane]!;
      const before = await store.load('c1');
      if (before.length === 0) return say(words, lane);
      const { kind } = await store.append('c1', before.length, [said(words)], headAt('c1', before.length + 1));
      if (kind === 'somebody-was-first') await say(words, lane);
    };
    const words = Array.from({ length: 24 }, (_, index) => `word ${index}`);
    for (let index = 0; index < words.length; index += 3) await Promise.all([0, 1, 2].map((lane) => say(words[index + lane]!, lane)));
    fake.lag = 0;
    const told = (await open().load('c1')).slice(1).map((event) => (event.type === 'PromptAnswered' ? event.words : event.type));
    expect([...told].sort()).toEqual([...words].sort());
  });
});

it('does not take "this copy has not got it yet" for "there is no such case"', async () => {
  const store = open();
  await store.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  const notYet = { status: 404, headers: { 'x-ms-substatus': '1002' } };
  fake.breaks({ ...notYet, only: 'read' }, 2);
  expect(await store.load('c1')).toEqual([opened('Mrs K')]);
  fake.breaks({ ...notYet, only: 'query' }, 2);
  expect(await open().load('c1')).toEqual([opened('Mrs K')]);
  fake.breaks({ ...notYet, only: 'query' }, 2);
  expect(await store.headsOf('w1')).toEqual([headAt('c1', 1)]);
  expect(pauses).toHaveLength(6);
});

describe('a copy that has not got it yet is asked again, also', () => {
  const notYet = { status: 404, headers: { 'x-ms-substatus': '1002' } };
  const sample: OrganisationEvent = { type: 'TeamFormed', at: '2026-11-02T09:00:00.000Z', by: 'ada', team: 't1', name: 'Riverside' };
  const lease = { caseId: 'c1', at: '2026-11-02T10:00:00.000Z', until: '2026-11-02T10:05:00.000Z', urgent: false };

  it('for who may do what', async () => {
    const [here, there] = [openAll(), openAll()];
    await here.organisation.load({ fresh: true });
    await there.organisation.append(0, [sample]);
    fake.breaks({ ...notYet, only: 'read' });
    expect(await here.organisation.load({ fresh: true })).toEqual([sample]);
  });

  it('for who is delivering, and how long to wait', async () => {
    const { leases } = openAll();
    const first = await leases.take(lease);
    await leases.giveBack({ caseId: 'c1', token: first!.token, waits: { worker: { attempts: 3, notBefore: '2026-11-02T11:00:00.000Z' } } });
    fake.breaks({ ...notYet, only: 'read' });
    expect(await leases.take({ ...lease, urgent: true })).toMatchObject({ waits: { worker: { attempts: 3 } } });
  });

  it('for a place where safety actions are no more to be shown', async () => {
    const { places } = openAll();
    const place = { id: 'p1', name: 'Team', kind: 'channel' as const, by: 'ada', at: '2026-11-02T10:00:00.000Z' };
    await places.mark(place);
    fake.breaks({ ...notYet, only: 'delete' });
    await places.unmark('p1');
    expect(await places.marked()).toEqual([]);
  });
});
