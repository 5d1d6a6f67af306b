import type { CaseEvent } from '../../src/domain/case/event';
import { now as start, opened } from '../support/givenCase';
import { failed, posted, submitted, told, Town, waiting } from '../support/town';

let town: Town;
beforeEach(() => (town = new Town()));

describe('a reminder', () => {
  const until = '2026-11-05';
  const paused: readonly CaseEvent[] = [opened, { type: 'CasePaused', ...start, until }];
  const remindedAt = () => town.calls.map(({ at }) => at);

  it('comes once, on its day, when people are at work', async () => {
    await town.has('c1', paused);
    town.at = '2026-11-04T23:00:00.000Z';
    await town.goesOn(48 * 60);
    expect(remindedAt()).toEqual(['2026-11-05T08:00:00.000Z']);
    expect(town.calls[0]!.to).toBe('tell wren');
  });

  it('waits for Monday when its day is a Saturday', async () => {
    await town.has('c1', [opened, { type: 'CasePaused', ...start, until: '2026-11-07' }]);
    town.at = '2026-11-06T17:00:00.000Z';
    await town.goesOn(72 * 60);
    expect(remindedAt()).toEqual(['2026-11-09T08:00:00.000Z']);
  });

  it('does not come when the case was taken up again before', async () => {
    await town.has('c1', paused);
    await town.happens('c1', { type: 'CaseResumed', ...start });
    town.at = '2026-11-05T07:00:00.000Z';
    await town.goesOn(600);
    expect(town.calls).toEqual([]);
  });

  it('is tried again when the chat does not answer, and is given up when it is gone', async () => {
    await town.has('c1', paused);
    town.at = '2026-11-05T08:00:00.000Z';
    town.answer = () => failed();
    await town.goesOn(10);
    expect(town.calls.length).toBeGreaterThan(2);
    town.answer = () => failed({ final: true });
    await town.goesOn(60);
    const tries = town.calls.length;
    await town.goesOn(600);
    expect(town.calls).toHaveLength(tries);
    expect((await town.store.cases.load('c1')).at(-1)).toMatchObject({ type: 'WorkerReminded', reason: 'Teams did not answer' });
  });

  it('that nobody has a safety action does not wait for a channel that does not answer', async () => {
    town.answer = (to) => (to.startsWith('post') ? failed() : { kind: 'sent', message: 'm1' });
    await town.has('c1', waiting);
    await town.goesOn(180);
    const raised: CaseEvent = { type: 'ConcernRaised', ...start, at: town.at, concern: 'w1', code: 'F28', urgency: 'NOW', words: 'quiet' };
    const from = Date.parse(town.at);
    await town.happens('c1', raised);
    await town.goesOn(12);
    expect(town.calls.filter(({ to }) => to === 'tell wren').map(({ at }) => (Date.parse(at) - from) / 60_000)).toEqual([10]);
  });

  it('that came due after the day was over takes no lease until people are at work', async () => {
    await town.has('c1', paused);
    town.at = '2026-11-07T12:00:00.000Z';
    const taken: string[] = [];
    const { leases } = town.store;
    await town.goesOn(60, town.instance({ ...leases, take: (asked) => (taken.push(asked.caseId), leases.take(asked)) }));
    expect([taken, town.calls]).toEqual([[], []]);
  });

  it('says the reference and what it is about, and nothing that anybody said', async () => {
    const raised: CaseEvent = { type: 'ConcernRaised', ...start, concern: 'w1', code: 'F28', urgency: 'TODAY', words: 'marker-words' };
    await town.has('c1', [{ ...opened, name: 'Marker Name' } as CaseEvent, raised]);
    await town.has('c2', paused);
    const agreedPlan = [...told, submitted, posted];
    await town.has('c3', agreedPlan);
    town.at = '2026-11-05T07:59:30.000Z';
    await town.goesOn(10);
    const says = town.calls.map((call) => call.says).sort();
    expect(says.map((text) => text.split('\n')[0])).toEqual(['WREN-204: a safety action is still open', 'WREN-204: nobody has answered the plan yet', 'WREN-204: the pause is over']);
    for (const text of says) expect(text).not.toMatch(/Marker|marker|Mrs K|safeguarding|worry|soil/i);
    expect(town.calls.every(({ to }) => to === 'tell wren')).toBe(true);
  });
});
