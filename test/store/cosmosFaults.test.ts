/** Cosmos DB busy, ill, silent or cut off: what becomes of one operation. */
import { casesContainer } from '../../src/store/cosmosContainer';
import { cosmosRequests, NotSettled, TookTooLong } from '../../src/store/cosmosRequests';
import { openCosmosStore, type CosmosStoreSettings } from '../../src/store/cosmosStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened, said } from './contract';

let fake: FakeCosmos;
let pauses: number[];
let units: number;
beforeEach(async () => {
  fake = await new FakeCosmos().start();
  fake.has('threefold', casesContainer('cases'));
  pauses = [];
  units = 0;
});
afterEach(() => fake.stop());

const openAll = (more: Partial<CosmosStoreSettings> = {}) =>
  openCosmosStore({
    endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases',
    pause: async (ms) => void pauses.push(ms),
    onCharge: (charge) => void (units += charge),
    ...more,
  });
const open = (more: Partial<CosmosStoreSettings> = {}) => openAll(more).cases;
const begin = async (store = open()) => {
  await store.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  fake.served.length = 0;
  return store;
};
const told = async () => (await open().load('c1')).slice(1);
const at = '2026-11-02T09:00:00.000Z';
const leaseEnds = '2026-11-02T09:05:00.000Z';

/** Time that is up when the test says so. */
class NoTime {
  private readonly waiting = new Set<() => void>();
  readonly after = (_ms: number, ring: () => void): (() => void) => {
    this.waiting.add(ring);
    return () => this.waiting.delete(ring);
  };
  isUp(): void {
    for (const ring of this.waiting) ring();
  }
}
const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await new Promise((resolve) => setImmediate(resolve));
};

describe('told to wait', () => {
  it('waits as long as the server asks', async () => {
    const store = await begin();
    const slept = jest.spyOn(global, 'setTimeout');
    fake.breaks({ status: 429, headers: { 'x-ms-retry-after-ms': '7' }, only: 'batch' }, 3);
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    expect(slept.mock.calls.filter(([, ms]) => ms === 7)).toHaveLength(3);
    slept.mockRestore();
  });

  it('goes on waiting itself when the SDK has had enough, and never less than was asked', async () => {
    const store = await begin();
    fake.breaks({ status: 429, headers: { 'x-ms-retry-after-ms': '1' }, only: 'read' }, 12);
    expect(await store.load('c1')).toEqual([opened('Mrs K')]);
    expect(pauses).toHaveLength(1);
    const asked: number[] = [];
    const perform = cosmosRequests({ pause: async (ms) => void asked.push(ms) });
    await expect(perform('load', () => Promise.reject(new NotSettled('busy', 5_000)))).rejects.toThrow('busy');
    await expect(perform('load', () => Promise.reject(Object.assign(new Error('busy'), { code: 429, retryAfterInMs: 6_000 })))).rejects.toThrow('busy');
    expect(asked).toEqual([5_000, 5_000, 5_000, 6_000, 6_000, 6_000]);
  });

  it('gives up in a storm that lasts, with nothing half done, and takes the same words once it is over', async () => {
    const store = await begin();
    fake.breaks({ status: 429, headers: { 'x-ms-retry-after-ms': '1' } }, 40);
    await expect(store.append('c1', 1, [said('x')], headAt('c1', 2))).rejects.toThrow();
    expect(fake.served.map(({ kind, status }) => `${kind} ${status}`)).toEqual(Array.from({ length: 40 }, () => 'batch 429'));
    expect(await store.load('c1')).toEqual([opened('Mrs K')]);
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    expect(await told()).toEqual([said('x')]);
  });

  it('does not hold a turn for as long as a server asks that asks for too much', async () => {
    const time = new NoTime();
    const store = await begin(open({ after: time.after }));
    fake.breaks({ status: 429, headers: { 'x-ms-retry-after-ms': '400' } }, 1);
    const working = expect(store.append('c1', 1, [said('x')], headAt('c1', 2))).rejects.toThrow(TookTooLong);
    await until(() => fake.served.some(({ status }) => status === 429));
    time.isUp();
    await working;
    expect(await told()).toEqual([]);
  });
});

describe('silent', () => {
  it.each([['load', 'query'], ['append', 'batch'], ['headsOf', 'query'], ['ready', 'read']] as const)('holds nobody: %s', async (operation, only) => {
    await begin();
    const time = new NoTime();
    const store = open({ after: time.after });
    const work = { load: () => store.load('c1'), append: () => store.append('c2', 0, [opened('Mr D')], headAt('c2', 1)), headsOf: () => store.headsOf('w1'), ready: () => store.ready() };
    fake.breaks({ hangs: true, only });
    const working = expect(work[operation]()).rejects.toThrow();
    await until(() => fake.hanging.length > 0);
    time.isUp();
    await working;
    expect(await store.load('c1')).toEqual([opened('Mrs K')]);
  });

  it('is asked again on a new connection when one goes quiet in the middle of a write that was taken', async () => {
    const store = await begin();
    fake.breaks({ drops: 'after', only: 'batch' });
    fake.breaks({ drops: 'before', only: 'batch' });
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    expect(await told()).toEqual([said('x')]);
  });

  it('leaves what a lost write did to be found by the next, once', async () => {
    const store = await begin();
    fake.breaks({ drops: 'after', only: 'batch' });
    fake.breaks({ status: 503 }, 10);
    await expect(store.append('c1', 1, [said('x')], headAt('c1', 2))).rejects.toThrow();
    const later = open();
    // The three other attempts met the refusals; what is left of them is over now.
    for (let tries = 0; tries < 3; tries++) await later.load('c1').catch(() => undefined);
    expect(await later.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(await later.append('c1', 1, [said('x')], headAt('c1', 2))).toEqual({ kind: 'somebody-was-first' });
  });
});

describe('ill', () => {
  it.each([
    ['before', 503],
    ['after', 503],
    ['before', 449],
    ['after', 449],
    ['before', 408],
    ['after', 408],
  ] as const)('takes each word once when the connection breaks %s a write and then there is %i', async (drops, status) => {
    const store = await begin();
    for (let rev = 1; rev <= 3; rev++) {
      fake.breaks({ drops, only: 'batch' });
      fake.breaks({ status, only: 'batch' });
      expect(await store.append('c1', rev, [said(`word ${rev}`)], headAt('c1', rev + 1))).toMatchObject({ kind: 'appended' });
    }
    expect(await told()).toEqual([1, 2, 3].map((rev) => said(`word ${rev}`)));
  });

  it('gives a lease to one, also to one whose answer was lost', async () => {
    const [one, other] = [openAll().leases, openAll().leases];
    fake.breaks({ drops: 'after', only: 'create' });
    const lease = await one.take({ caseId: 'c1', at, until: leaseEnds, urgent: false });
    expect(lease).toMatchObject({ waits: {} });
    expect(await other.take({ caseId: 'c1', at, until: leaseEnds, urgent: true })).toBeUndefined();
    fake.breaks({ drops: 'after', only: 'delete' });
    await one.giveBack({ caseId: 'c1', token: lease!.token, waits: {} });
    expect(await other.take({ caseId: 'c1', at, until: leaseEnds, urgent: false })).toBeDefined();
  });

  it('forgets a lease that nobody came back for, and keeps the case', async () => {
    const { cases, leases } = openAll();
    await begin(cases);
    await leases.take({ caseId: 'c1', at, until: leaseEnds, urgent: false });
    expect(await open().load('c1')).toEqual([opened('Mrs K')]);
    const start = fake.now();
    fake.now = () => start + 8 * 24 * 3_600_000;
    expect(fake.itemsOf('threefold', 'cases').map(({ id }) => id).sort()).toEqual(['000001', 'head']);
  });
});

it('asks for everything over connections that it keeps', async () => {
  const store = await begin();
  const before = fake.connections;
  for (let rev = 1; rev <= 10; rev++) {
    await store.load('c1');
    await store.append('c1', rev, [said('x')], headAt('c1', rev + 1));
  }
  expect(fake.connections).toBe(before);
});

it('lists every case once when it is ill between two pages', async () => {
  const store = open();
  const ids = Array.from({ length: 450 }, (_, index) => `c${String(index).padStart(3, '0')}`);
  for (const id of ids) await store.append(id, 0, [opened('Mrs K')], headAt(id, 1));
  for (const skips of [0, 1, 2]) {
    fake.breaks({ status: 503, only: 'query', skips });
    const found: string[] = [];
    for await (const { caseId } of open().all()) found.push(caseId);
    expect(found.sort()).toEqual(ids);
  }
});

it('tells what all attempts cost, also when none of them did any good', async () => {
  const store = await begin();
  units = 0;
  fake.breaks({ inBatch: 412, only: 'batch' }, 4);
  await expect(store.append('c1', 1, [said('x')], headAt('c1', 2))).rejects.toThrow('lags behind');
  expect(units).toBeCloseTo(fake.served.reduce((sum, served) => sum + served.units, 0));
  expect(units).toBeGreaterThanOrEqual(8);
});
