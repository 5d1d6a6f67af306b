import { CosmosClient } from '@azure/cosmos';
import type { CaseEvent } from '../../src/domain/case/event';
import { casesContainer } from '../../src/store/cosmosContainer';
import type { CosmosOperation } from '../../src/store/cosmosRequests';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { RequestCharges } from '../../src/store/requestCharges';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened, said } from './contract';

let fake: FakeCosmos;
let pauses: number[];
let charged: { units: number; operation: CosmosOperation }[];

beforeEach(async () => {
  fake = await new FakeCosmos().start();
  fake.has('threefold', casesContainer('cases'));
  pauses = [];
  charged = [];
});
afterEach(() => fake.stop());

const open = (more: { patienceMs?: number; key?: string } = {}) =>
  openCosmosStore({
    endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases', ...more,
    onCharge: (units, operation) => charged.push({ units, operation }),
    pause: async (ms) => void pauses.push(ms),
  }).cases;
const raw = () => new CosmosClient({ endpoint: fake.endpoint, key: fake.key, connectionPolicy: { enableEndpointDiscovery: false } }).database('threefold').container('cases');
const kinds = () => fake.served.map(({ kind }) => kind).filter((kind) => kind !== 'plan');
const forget = () => {
  fake.served.length = 0;
  charged.length = 0;
};
const items = () => fake.itemsOf('threefold', 'cases');
const begin = async (store = open()) => {
  await store.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
  forget();
  return store;
};

describe('what stands in the container', () => {
  it('is one item an event and one head, in the partition of the case', async () => {
    const store = await begin();
    await store.append('c1', 1, [said('x'), said('y')], headAt('c1', 3));
    expect(items().map(({ id, caseId }) => `${String(caseId)} ${String(id)}`).sort()).toEqual(['c1 000001', 'c1 000002', 'c1 000003', 'c1 head']);
  });

  it('stays for as long as nobody erases it, and ends when an item says so', async () => {
    const store = await begin();
    await raw().items.create({ id: 'soon', caseId: 'other', ttl: 60 });
    const start = fake.now();
    fake.now = () => start + 60_000;
    expect(items().map(({ id }) => id).sort()).toEqual(['000001', 'head']);
    fake.now = () => start + 20 * 365 * 24 * 3_600_000;
    expect(await open().load('c1')).toEqual([opened('Mrs K')]);
    await store.erase('c1');
    expect(items()).toEqual([]);
  });

  it('is nothing when what should be appended is no event, or too much for one batch', async () => {
    const store = await begin();
    const wrong: CaseEvent = Object.assign(said('x'), { pressure: 1 });
    await expect(store.append('c1', 1, [wrong], headAt('c1', 2))).rejects.toThrow('pressure');
    await expect(store.append('c1', 1, [said('word '.repeat(450_000))], headAt('c1', 2))).rejects.toThrow('more than can be stored at once');
    expect(fake.served).toEqual([]);
  });

  it.each(['000001', '000002', '000003'])('is never read as half a case, whichever item is missing: %s', async (missing) => {
    const store = await begin();
    await store.append('c1', 1, [said('x'), said('y')], headAt('c1', 3));
    await raw().item(missing, 'c1').delete();
    await expect(open().load('c1')).rejects.toThrow('changed while it was read');
  });
});

describe('what a turn costs', () => {
  const turn = async (rev: number, store: ReturnType<typeof open>) => {
    forget();
    await store.load('c1');
    await store.append('c1', rev, [said('a walk by the canal with my sister, before it gets dark')], headAt('c1', rev + 1));
    return { kinds: kinds(), units: charged.reduce((sum, { units }) => sum + units, 0) };
  };

  it('is two requests and at most 20 units, as much at event 500 as at event 10', async () => {
    const store = await begin();
    await store.append('c1', 1, Array.from({ length: 9 }, () => said('words')), headAt('c1', 10));
    const early = await turn(10, store);
    await store.append('c1', 11, Array.from({ length: 489 }, () => said('words')), headAt('c1', 500));
    const late = await turn(500, store);
    expect([early.kinds, late.kinds]).toEqual([['read', 'batch'], ['read', 'batch']]);
    expect(early.units).toBeLessThanOrEqual(20);
    expect(late.units / early.units).toBeLessThan(1.05);
  });

  it('is one query more on an instance that does not know the case yet', async () => {
    await begin();
    const cold = await turn(1, open());
    expect(cold.kinds).toEqual(['query', 'batch']);
    expect(cold.units).toBeLessThanOrEqual(23);
  });

  it('is what is new since, and no more, when another instance wrote: as much at event 500 as at event 10', async () => {
    const [one, other] = [await begin(), open()];
    const afterTheOther = async (rev: number) => {
      await other.load('c1');
      await one.load('c1');
      await other.append('c1', rev, [said('words'), said('more')], headAt('c1', rev + 2));
      return turn(rev + 2, one);
    };
    await one.append('c1', 1, Array.from({ length: 9 }, () => said('words')), headAt('c1', 10));
    const early = await afterTheOther(10);
    await one.append('c1', 13, Array.from({ length: 487 }, () => said('words')), headAt('c1', 500));
    const late = await afterTheOther(500);
    expect([early.kinds, late.kinds]).toEqual([['read', 'batch', 'batch'], ['read', 'batch', 'batch']]);
    expect(late.units / early.units).toBeLessThan(1.05);
    expect(await open().load('c1')).toEqual(await one.load('c1'));
  });

  it('is one query when more is new than one would ask for one by one, or it is not stored one by one', async () => {
    const [one, other] = [await begin(), open()];
    await other.load('c1');
    await one.append('c1', 1, Array.from({ length: 30 }, () => said('words')), headAt('c1', 31));
    expect((await turn(31, other)).kinds).toEqual(['read', 'query', 'batch']);
    await one.load('c1');
    await other.append('c1', 32, Array.from({ length: 150 }, () => said('words')), headAt('c1', 182));
    expect((await turn(182, one)).kinds).toEqual(['read', 'query', 'batch']);
  });

  it.each([{ status: 400 }, { inBatch: 400 }, { status: 503 }, { drops: 'before' }] as const)('is one query when what is new cannot be read by itself: %j', async (trouble) => {
    const [one, other] = [await begin(), open()];
    await other.load('c1');
    await one.append('c1', 1, [said('x')], headAt('c1', 2));
    fake.breaks({ ...trouble, only: 'batch' });
    expect(await other.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(kinds().at(-1)).toBe('query');
    expect(pauses).toEqual([]);
  });

  it('is what the server charged, attempts that it turned down included', async () => {
    const store = await begin();
    fake.breaks({ inBatch: 449, only: 'batch' });
    await store.append('c1', 1, [said('x')], headAt('c1', 2));
    expect(charged).toEqual([{ operation: 'append', units: fake.served.reduce((sum, { units }) => sum + units, 0) }]);
    expect(charged[0]!.units).toBeGreaterThan(10);
  });

  it('is summed for each turn apart, also of turns that run at once', async () => {
    const charges = new RequestCharges();
    const told: string[] = [];
    const one = (units: readonly number[]) => charges.during(async () => {
      for (const unit of units) await Promise.resolve(charges.onCharge(unit, 'load'));
    }, (sum) => told.push(`${sum.units} in ${sum.operations}`));
    await Promise.all([one([1, 2.004]), one([10]), one([])]);
    await expect(charges.during(async () => { charges.onCharge(3, 'append'); throw new Error('broken'); }, ({ units }) => told.push(`${units} lost`))).rejects.toThrow('broken');
    charges.onCharge(99, 'load');
    expect(told.sort()).toEqual(['10 in 1', '3 in 2', '3 lost'].sort());
  });
});

describe('when Cosmos DB is busy or ill', () => {
  it.each([1, 5])('goes on by itself after it was told %i times to wait a moment', async (times) => {
    const store = await begin();
    fake.breaks({ status: 429, headers: { 'x-ms-retry-after-ms': '1' }, only: 'batch' }, times);
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    expect(await open().load('c1')).toHaveLength(2);
    expect(pauses).toEqual([]);
  });

  it.each([503, 449, 408, 410])('tries again after %i, and waits longer each time', async (status) => {
    const store = await begin();
    fake.breaks({ status, only: 'read' }, 2);
    expect(await store.load('c1')).toEqual([opened('Mrs K')]);
    fake.breaks({ status, only: 'batch' }, 3);
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    const [, , first, , third] = pauses;
    expect(pauses).toHaveLength(5);
    expect(third).toBeGreaterThan(first!);
  });

  it.each([429, 449, 503])('tries a batch again that was turned down inside with %i', async (inBatch) => {
    const store = await begin();
    fake.breaks({ inBatch, only: 'batch' });
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    expect(await open().load('c1')).toEqual([opened('Mrs K'), said('x')]);
  });

  it('gives up after four attempts, and nothing is half done', async () => {
    const store = await begin();
    fake.breaks({ status: 503, only: 'batch' }, 10);
    await expect(store.append('c1', 1, [said('x')], headAt('c1', 2))).rejects.toThrow();
    expect(kinds()).toEqual(['batch', 'batch', 'batch', 'batch']);
    expect(items()).toHaveLength(2);
  });

  it('gives up on one that hangs, in the time that it was given', async () => {
    await begin();
    const store = open({ patienceMs: 40 });
    fake.breaks({ hangs: true }, 100);
    await expect(store.load('c1')).rejects.toThrow();
    await expect(store.append('c1', 0, [opened('Mr D')], headAt('c1', 1))).rejects.toThrow();
  });

  it('says so at once when the key is wrong, without saying the key', async () => {
    const key = Buffer.from('another key').toString('base64');
    const failure = await open({ key }).load('c1').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 401 });
    expect(JSON.stringify(failure)).not.toContain(key);
    expect(kinds()).toEqual(['query']);
  });
});

it('goes on with its way through every case where it was when a page failed', async () => {
  const store = open();
  const ids = Array.from({ length: 205 }, (_, index) => `c${1000 + index}`);
  await Promise.all(ids.map((id) => store.append(id, 0, [opened('Mrs K')], headAt(id, 1))));
  fake.breaks({ status: 503, only: 'query', skips: 1 }, 2);
  const found: string[] = [];
  for await (const { caseId } of store.all()) found.push(caseId);
  expect(found.sort()).toEqual(ids);
});

describe('when the answer to a write is lost', () => {
  it.each(['before', 'after'] as const)('takes the event once, when the connection broke %s it was done', async (drops) => {
    const store = await begin();
    fake.breaks({ drops, only: 'batch' });
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toMatchObject({ kind: 'appended' });
    for (const reader of [store, open()]) expect(await reader.load('c1')).toEqual([opened('Mrs K'), said('x')]);
  });

  it.each([0, 1])('knows its own write again at revision %i, and that of somebody else', async (rev) => {
    const store = rev === 0 ? open() : await begin();
    fake.breaks({ drops: 'after', only: 'batch' });
    expect(await store.append('c1', rev, [rev === 0 ? opened('Mrs K') : said('x')], headAt('c1', rev + 1))).toMatchObject({ kind: 'appended' });
    fake.breaks({ drops: 'before', only: 'batch' });
    expect(await open().append('c1', rev, [said('mine')], headAt('c1', rev + 1))).toEqual({ kind: 'somebody-was-first' });
  });

  it('may be written although it failed, but then once: the next attempt finds it', async () => {
    const store = await begin();
    fake.breaks({ drops: 'after', only: 'batch' });
    fake.breaks({ status: 503, only: 'batch' }, 3);
    await expect(store.append('c1', 1, [said('x')], headAt('c1', 2))).rejects.toThrow();
    expect(await store.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(await store.append('c1', 1, [said('x')], headAt('c1', 2))).toEqual({ kind: 'somebody-was-first' });
  });
});

describe('an instance that reads late', () => {
  it('still sees what it wrote itself', async () => {
    fake.lag = 5;
    const store = await begin();
    await store.append('c1', 1, [said('x')], headAt('c1', 2));
    await raw().items.create({ id: 'someone', caseId: 'c1' }).catch(() => undefined);
    expect(await store.headsOf('w1')).toEqual([headAt('c1', 2)]);
    expect(await store.load('c1')).toEqual([opened('Mrs K'), said('x')]);
  });

  it('cannot write on what is no longer so, and sees what is so once it was turned down', async () => {
    const store = await begin();
    const late = open();
    await late.load('c1');
    await store.append('c1', 1, [said('x')], headAt('c1', 2));
    fake.lag = 1;
    expect(await late.load('c1')).toEqual([opened('Mrs K')]);
    expect(await late.append('c1', 1, [said('y')], headAt('c1', 2))).toEqual({ kind: 'somebody-was-first' });
    expect(await late.load('c1')).toEqual([opened('Mrs K'), said('x')]);
    expect(await late.append('c1', 2, [said('y')], headAt('c1', 3))).toMatchObject({ kind: 'appended' });
  });
});

describe('erasing that was cut short', () => {
  it('leaves nothing that can be read, listed or gone on with, and is finished by the next call', async () => {
    const store = await begin();
    await store.append('c1', 1, Array.from({ length: 95 }, () => said('x')), headAt('c1', 96));
    await store.append('c1', 96, Array.from({ length: 60 }, () => said('y')), headAt('c1', 156, { owes: true }));
    fake.breaks({ status: 403, only: 'batch', skips: 1 }, 4);
    await expect(store.erase('c1')).rejects.toThrow();
    expect(items().length).toBeGreaterThan(50);
    for (const reader of [store, open()]) {
      expect(await reader.load('c1')).toEqual([]);
      expect([await reader.headsOf('w1'), await reader.headsThatOwe(), await reader.refsTaken(['WREN-204'])]).toEqual([[], [], []]);
      expect(await reader.append('c1', 156, [said('z')], headAt('c1', 157))).toEqual({ kind: 'somebody-was-first' });
      expect(await reader.append('c1', 0, [opened('Mrs K')], headAt('c1', 1))).toEqual({ kind: 'somebody-was-first' });
    }
    await store.erase('c1');
    expect(items()).toEqual([]);
  });
});
