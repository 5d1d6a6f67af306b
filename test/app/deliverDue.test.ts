import { deliverAllDue, deliverDue } from '../../src/app/deliverDue';
import { headOf } from '../../src/app/headOf';
import { loadDesk } from '../../src/app/caseDesk';
import type { Parts, Sent } from '../../src/app/ports';
import { replay } from '../../src/domain/case/evolve';
import { now as start, readingOf } from '../support/givenCase';
import { agreed, failed, held, posted, settled, submitted, told, Town, waiting } from '../support/town';

let town: Town;
beforeEach(() => (town = new Town()));

describe('two instances on one store', () => {
  it('send what is owed once, however they meet', async () => {
    await town.has('c1', waiting);
    const [here, there] = [town.instance(), town.instance()];
    await Promise.all([deliverDue(here)('c1', town.now), deliverDue(there)('c1', town.now), deliverAllDue(here)(town.now), deliverAllDue(there)(town.now), deliverDue(there)('c1', town.now)]);
    expect(town.calls.map(({ to }) => to)).toEqual(['post plan-review']);
    expect(await town.events('c1')).toEqual(['PlanPosted']);
  });

  it('wait for the one that is sending, and take over from one that died', async () => {
    await town.has('c1', waiting);
    town.answer = () => new Promise<Sent>(() => undefined);
    void deliverDue(town.instance())('c1', town.now);
    await settled();
    town.answer = () => ({ kind: 'sent', message: 'm1' });
    town.later(240);
    expect(await deliverDue(town.instance())('c1', town.now)).toBe(1);
    expect(town.calls).toHaveLength(1);
    town.later(120);
    expect(await deliverAllDue(town.instance())(town.now)).toBe(0);
    expect(town.calls).toHaveLength(2);
  });

  it('keep both messages when one that was thought dead comes back, and draw both', async () => {
    await town.has('c1', waiting);
    const slow = held();
    town.answer = () => slow.answer;
    const late = deliverDue(town.instance())('c1', town.now);
    await settled();
    town.later(360);
    town.answer = (to) => ({ kind: 'sent', message: to.startsWith('update') ? to : 'second' });
    await deliverDue(town.instance())('c1', town.now);
    slow.end({ kind: 'sent', message: 'first' });
    await late;
    await town.happens('c1', agreed);
    await deliverDue(town.instance())('c1', town.now);
    const last = town.calls.slice(-3).map(({ to }) => to);
    expect(last.filter((to) => to.startsWith('update')).sort()).toEqual(['update first', 'update second']);
    expect(await deliverAllDue(town.instance())(town.now)).toBe(0);
  });

  it('leave nothing behind that was promised while they were sending', async () => {
    await town.has('c1', [...told, submitted, posted]);
    const slow = held();
    await town.happens('c1', agreed);
    town.answer = () => slow.answer;
    const first = deliverDue(town.instance())('c1', town.now);
    await settled();
    await town.happens('c1', { type: 'TakenToSupervision', ...start, by: 'sam', version: 1, reviewer: 'Sam Okafor' });
    expect(await deliverDue(town.instance())('c1', town.now)).toBe(1);
    town.answer = () => ({ kind: 'sent', message: 'x' });
    slow.end({ kind: 'sent', message: 'x' });
    expect(await first).toBe(0);
    expect(town.calls.filter(({ to }) => to === 'tell wren')).toHaveLength(2);
  });
});

describe('what was sent', () => {
  it.each([
    ['fails three times', 3, () => Promise.reject(new Error('The store did not answer'))],
    ['has others before it twelve times', 12, async () => ({ kind: 'somebody-was-first' as const })],
  ])('is recorded, and not sent again, where the store %s', async (_, times, trouble) => {
    await town.has('c1', [...told, submitted, posted]);
    await town.happens('c1', agreed);
    const parts = town.instance();
    let troubles = times;
    const append: typeof parts.cases.append = (caseId, rev, events, head) => (events.some(({ type }) => type === 'DecisionDelivered') && troubles-- > 0 ? trouble() : town.store.cases.append(caseId, rev, events, head));
    const cases = { ...town.store.cases, append };
    expect(await deliverDue({ ...parts, cases })('c1', town.now)).toBe(0);
    town.later(3600);
    expect(await deliverAllDue(parts)(town.now)).toBe(0);
    expect(town.calls.filter(({ to }) => to === 'tell wren')).toHaveLength(1);
    expect(troubles).toBeLessThanOrEqual(0);
  });
});

it('a post is recorded, and not sent again, where the store fails when the message is put down as that of this case', async () => {
  await town.has('c1', waiting);
  const { leases } = town.store;
  let troubles = 9;
  const parts = town.instance({ take: async (asked) => (asked.caseId.startsWith('message ') && troubles-- > 0 ? Promise.reject(new Error('The store did not answer')) : leases.take(asked)), giveBack: (done) => leases.giveBack(done) });
  expect(await deliverDue(parts)('c1', town.now)).toBe(0);
  town.later(3600);
  await deliverAllDue(town.instance())(town.now);
  expect(town.calls.map(({ to }) => to)).toEqual(['post plan-review']);
  expect(await town.events('c1')).toEqual(['PlanPosted']);
});

describe('a place that fails', () => {
  it('is tried less and less often, at most an hour apart, for as long as it takes', async () => {
    await town.has('c1', waiting);
    town.answer = () => failed();
    await deliverDue(town.instance())('c1', town.now);
    await town.goesOn(24 * 60);
    const gaps = town.gaps('post plan-review');
    expect(gaps.slice(0, 8).every((gap, index) => gap <= Math.max(15 * 2 ** index, 30) + 30)).toBe(true);
    expect(gaps.every((gap, index) => index === 0 || gap >= gaps[index - 1]! * 0.74 - 30)).toBe(true);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3630);
    expect(gaps.length).toBeGreaterThan(24);
    expect(gaps.length).toBeLessThan(50);
  });

  it('adds one event for each reason, not one for each try', async () => {
    await town.has('c1', waiting);
    town.answer = () => failed();
    await deliverDue(town.instance())('c1', town.now);
    await town.goesOn(120);
    town.answer = () => failed({ reason: 'too much was sent there at once' });
    await town.goesOn(120);
    expect(await town.events('c1')).toEqual(['PostFailed', 'PostFailed']);
    town.answer = () => ({ kind: 'sent', message: 'm1' });
    await town.goesOn(120);
    expect(await town.events('c1')).toEqual(['PostFailed', 'PostFailed', 'PlanPosted']);
    expect(await deliverAllDue(town.instance())(town.now)).toBe(0);
  });

  it('is left alone for as long as it asked, also by a turn that promises more', async () => {
    await town.has('c1', waiting);
    town.answer = () => failed({ retryAfter: 600 });
    await deliverDue(town.instance())('c1', town.now);
    await town.goesOn(9);
    await deliverDue(town.instance())('c1', town.now);
    expect(town.calls).toHaveLength(1);
    await town.goesOn(5);
    expect(town.calls).toHaveLength(2);
  });

  it('does not hold up another place, nor the worker', async () => {
    await town.has('c1', [...told, submitted, posted]);
    await town.happens('c1', agreed);
    town.answer = (to) => (to.startsWith('tell') ? { kind: 'sent', message: 'x' } : failed({ retryAfter: 600 }));
    await deliverDue(town.instance())('c1', town.now);
    expect(town.calls.map(({ to }) => to)).toEqual(['tell wren', 'update m0']);
    expect(await town.events('c1')).toEqual(['PlanPosted', 'PlanAgreed', 'DecisionDelivered']);
  });

  it('is tried a little later when nobody knows whether the message arrived', async () => {
    await town.has('c1', waiting);
    town.answer = () => failed({ perhaps: true });
    await deliverDue(town.instance())('c1', town.now);
    town.later(55);
    await deliverAllDue(town.instance())(town.now);
    expect(town.calls).toHaveLength(1);
    town.later(10);
    await deliverAllDue(town.instance())(town.now);
    expect(town.calls).toHaveLength(2);
  });

  it('is not tried again at once when what was sent could not be recorded', async () => {
    await town.has('c1', waiting);
    const parts = town.instance();
    const broken: Parts = { ...parts, cases: { ...parts.cases, append: () => Promise.reject(new Error('the disk is full')) } };
    await expect(deliverDue(broken)('c1', town.now)).rejects.toThrow('the disk is full');
    town.later(30);
    await deliverAllDue(town.instance())(town.now);
    expect(town.calls).toHaveLength(1);
    await town.goesOn(5);
    expect(await town.events('c1')).toEqual(['PlanPosted']);
  });
});

describe('what can never arrive', () => {
  it('is told to the worker, with what to do, and not tried again', async () => {
    await town.has('c1', waiting);
    town.answer = (to) => (to.startsWith('post') ? failed({ reason: 'I am not in that conversation any more', final: true }) : { kind: 'sent', message: 'x' });
    await deliverDue(town.instance())('c1', town.now);
    await town.goesOn(120);
    expect(town.calls.map(({ to }) => to)).toEqual(['post plan-review', 'tell wren']);
    expect(town.calls[1]!.says).toMatch(/WREN-204: the plan could not be posted[\s\S]*choose another place/);
    expect(await town.events('c1')).toEqual(['PostFailed', 'DecisionDelivered']);
  });

  it('is given up, and said so in the record, when the worker has taken the bot away', async () => {
    await town.has('c1', [...told, submitted, posted]);
    await town.happens('c1', agreed);
    town.answer = (to) => (to.startsWith('tell') ? failed({ reason: 'I am not in that conversation any more', final: true }) : { kind: 'sent', message: 'm0' });
    await deliverDue(town.instance())('c1', town.now);
    expect(await town.events('c1')).toEqual(['PlanPosted', 'PlanAgreed', 'DeliveryGivenUp', 'DecisionDelivered']);
    expect(await deliverAllDue(town.instance())(town.now)).toBe(0);
  });

  it('does not keep the other copies of a plan from being drawn again', async () => {
    await town.has('c1', [...told, submitted, posted, { ...posted, message: 'm9' }]);
    await town.happens('c1', agreed);
    town.answer = (to) => (to === 'update m0' ? failed({ final: true }) : { kind: 'sent', message: 'm9' });
    expect(await deliverDue(town.instance())('c1', town.now)).toBe(0);
    expect((await loadDesk(town.instance(), 'c1', '2026-11-02'))!.state.submissions[0]).toMatchObject({ givenUp: [], delivered: expect.arrayContaining(['card:agreed-1', 'card:copy-1']) });
  });
});

describe('a round over all cases', () => {
  const many = Array.from({ length: 12 }, (_, index) => `c${index}`);

  it('goes on with the others when one fails, and says at the end what went wrong', async () => {
    for (const caseId of many) await town.has(caseId, waiting);
    const parts = town.instance();
    const oneBroken: Parts = { ...parts, cases: { ...parts.cases, load: (caseId) => (caseId === 'c3' ? Promise.reject(new Error('torn')) : parts.cases.load(caseId)) } };
    await expect(deliverAllDue(oneBroken)(town.now)).rejects.toMatchObject({ errors: [new Error('torn')] });
    expect(town.calls).toHaveLength(11);
    town.later(120);
    expect(await deliverAllDue(parts)(town.now)).toBe(0);
    expect(town.calls).toHaveLength(12);
  });

  it('sends for a few cases at once, not for all', async () => {
    for (const caseId of many) await town.has(caseId, waiting);
    let [open, most] = [0, 0];
    town.answer = async () => {
      open += 1;
      most = Math.max(most, open);
      await settled();
      open -= 1;
      return { kind: 'sent', message: `m${town.calls.length}` };
    };
    expect(await deliverAllDue(town.instance())(town.now)).toBe(0);
    expect([town.calls.length, most]).toEqual([12, 4]);
  });

  it('begins with whoever has waited longest', async () => {
    const order = ['c2', 'c0', 'c1'];
    for (const [index, caseId] of order.entries()) {
      const events = [...told, { ...submitted, at: `2026-11-02T1${index}:00:00.000Z` }] as const;
      await town.store.cases.append(caseId, 0, events, { ...headOf(readingOf(events)), caseId });
    }
    const begun: string[] = [];
    const { leases } = town.store;
    await deliverAllDue(town.instance({ ...leases, take: (asked) => (begun.push(asked.caseId), leases.take(asked)) }))(town.now);
    expect([...new Set(begun.filter((caseId) => /^c\d$/.test(caseId)))]).toEqual(order);
  });

  it('begins no further case once the bot stops, and finishes those under way', async () => {
    for (const caseId of many) await town.has(caseId, waiting);
    let mayGoOn = true;
    town.answer = async () => {
      mayGoOn = false;
      await settled();
      return { kind: 'sent', message: 'm' };
    };
    await deliverAllDue(town.instance())(town.now, () => mayGoOn);
    const events = await Promise.all(many.map((caseId) => town.events(caseId)));
    expect([town.calls.length, events.filter(([first]) => first === 'PlanPosted').length]).toEqual([4, 4]);
  });
});

it('has nothing to do for a case that is not there, and keeps nothing of it', async () => {
  expect(await deliverDue(town.instance())('nobody', town.now)).toBe(0);
  expect((await town.store.leases.take({ caseId: 'nobody', at: town.at, until: town.at, urgent: false }))?.waits).toEqual({});
  expect(replay(await town.store.cases.load('nobody')).status).toBe('none');
});
