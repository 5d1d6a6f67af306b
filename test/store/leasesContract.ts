/** What every store must do about leases, told once. */
import type { CaseStore, Lease, LeaseAsked, Leases } from '../../src/app/ports';
import { headAt, opened } from './contract';

export type KeptLeases = { open(): { readonly cases: CaseStore; readonly leases: Leases }; readonly mark: string };

const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 2, 9, minutes)).toISOString();

export function leasesKeepTheContract(keep: () => Promise<KeptLeases>): void {
  let kept: KeptLeases;
  let here: Leases;
  let there: Leases;
  let cases: CaseStore[];
  const id = (name: string) => `${name}-${kept.mark}`;
  const asked = (minutes: number, more: Partial<LeaseAsked> = {}): LeaseAsked => ({ caseId: id('c1'), at: at(minutes), until: at(minutes + 5), urgent: false, ...more });
  const taken = async (lease: Promise<Lease | undefined>): Promise<Lease> => {
    const got = await lease;
    if (!got) throw new Error('Somebody else has it');
    return got;
  };
  beforeEach(async () => {
    kept = await keep();
    const both = [kept.open(), kept.open()] as const;
    [here, there] = [both[0].leases, both[1].leases];
    cases = both.map((store) => store.cases);
  });
  afterEach(async () => {
    for (const store of new Set(cases)) await store.close();
  });

  it('gives a case to one at a time, also within one instance, and other cases meanwhile', async () => {
    expect((await taken(here.take(asked(0)))).waits).toEqual({});
    for (const leases of [here, there]) expect([await leases.take(asked(1)), await leases.take(asked(1, { urgent: true }))]).toEqual([undefined, undefined]);
    expect(await there.take(asked(1, { caseId: id('c2') }))).toBeDefined();
  });

  it('keeps one that is held for years, as that of a message which is posted', async () => {
    const years = asked(0, { caseId: id('message 1700000000000@19:a;messageid=1700000000000'), until: '2046-11-02T09:00:00.000Z' });
    await taken(here.take(years));
    expect(await there.take({ ...years, at: '2046-11-02T08:00:00.000Z' })).toBeUndefined();
    expect(await there.take({ ...years, at: '2046-11-02T10:00:00.000Z', until: '2047-01-01T00:00:00.000Z' })).toBeDefined();
  });

  it('takes it back from whoever bears its token', async () => {
    const { token } = await taken(here.take(asked(0)));
    await there.giveBack({ caseId: id('c1'), token, waits: {} });
    expect(await there.take(asked(1))).toBeDefined();
  });

  it('gives it to exactly one of many who ask at once', async () => {
    for (let round = 0; round < 5; round++) {
      const got = await Promise.all(Array.from({ length: 6 }, (_, index) => [here, there][index % 2]!.take(asked(round * 10))));
      expect(got.filter((lease) => lease !== undefined)).toHaveLength(1);
      const index = got.findIndex((lease) => lease !== undefined);
      await [here, there][index % 2]!.giveBack({ caseId: id('c1'), token: got[index]!.token, waits: {} });
    }
  });

  it('can be had again as soon as it is given back', async () => {
    const { token } = await taken(here.take(asked(0)));
    await here.giveBack({ caseId: id('c1'), token, waits: {} });
    expect((await taken(there.take(asked(0)))).waits).toEqual({});
  });

  it('can be had again when whoever had it never came back, and that one gives back nothing then', async () => {
    const lost = await taken(here.take(asked(0)));
    expect(await there.take(asked(4))).toBeUndefined();
    const next = await taken(there.take(asked(6)));
    expect(next.token).not.toBe(lost.token);
    await here.giveBack({ caseId: id('c1'), token: lost.token, waits: { worker: { attempts: 9, notBefore: at(99) } } });
    expect(await here.take(asked(7))).toBeUndefined();
    await there.giveBack({ caseId: id('c1'), token: next.token, waits: {} });
    expect((await taken(here.take(asked(7)))).waits).toEqual({});
  });

  it('keeps how long each place has to wait, and is quiet until then but for what is urgent', async () => {
    const waits = { 'place 19:a/b#c@thread.tacv2': { attempts: 3, notBefore: at(20) }, worker: { attempts: 1, notBefore: at(30) } };
    const { token } = await taken(here.take(asked(0)));
    await here.giveBack({ caseId: id('c1'), token, waits, quietUntil: at(20) });
    expect(await there.take(asked(19))).toBeUndefined();
    const urgent = await taken(there.take(asked(1, { urgent: true })));
    expect(urgent.waits).toEqual(waits);
    await there.giveBack({ caseId: id('c1'), token: urgent.token, waits, quietUntil: at(20) });
    expect((await taken(here.take(asked(20)))).waits).toEqual(waits);
  });

  it('is no part of the case, and goes with it', async () => {
    const [store] = cases;
    await store!.append(id('c1'), 0, [opened('Mrs K')], headAt(id('c1'), 1, { owes: true }));
    const { token } = await taken(here.take(asked(0)));
    expect(await store!.load(id('c1'))).toEqual([opened('Mrs K')]);
    await store!.erase(id('c1'));
    await here.giveBack({ caseId: id('c1'), token, waits: { worker: { attempts: 1, notBefore: at(30) } }, quietUntil: at(30) });
    expect((await taken(there.take(asked(1)))).waits).toEqual({});
    expect(await store!.load(id('c1'))).toEqual([]);
  });
}
