/** All of this begins on Monday 2 November 2026, in winter time, unless it says otherwise. */
import type { CaseEvent } from '../../../src/domain/case/event';
import { remindersOf } from '../../../src/domain/case/reminders';
import type { Urgency } from '../../../src/domain/framework/framework';
import { answered, alone, now, opened, readingOf, reviewPlace } from '../../support/givenCase';

const dueAfter = (...events: readonly CaseEvent[]) => remindersOf(readingOf([opened, ...events])).map(({ kind, at, anyHour }) => `${kind === 'concern-waits' ? 'worker' : 'next'} ${at.slice(0, 16)}${anyHour ? ' at any hour' : ''}`);
const raised = (at: string = now.at, urgency: Urgency = 'TODAY', concern = 'w1'): CaseEvent => ({ type: 'ConcernRaised', ...now, at, concern, code: 'F28', urgency, words: 'quiet' });
const reminded = (reminder: string, at: string): CaseEvent => ({ type: 'WorkerReminded', at, by: 'threefold', reminder });
const toldOthers = (at: string): CaseEvent => ({ type: 'SafetyNoticePosted', at, by: 'threefold', place: reviewPlace, message: `m-${at}`, says: 'open' });
const owned: CaseEvent = { type: 'ConcernOwned', ...now, concern: 'w1', owner: 'Dr Rao', action: 'sees her', route: 'phone' };

describe('what must be acted on now', () => {
  it('is said again after ten minutes to the worker and after thirty to the next in line, whatever the hour', () => {
    expect(dueAfter(raised(now.at, 'NOW'))).toEqual(['worker 2026-11-02T10:10 at any hour', 'next 2026-11-02T10:30 at any hour']);
    expect(dueAfter(raised('2026-11-08T02:00:00.000Z', 'NOW'))).toEqual(['worker 2026-11-08T02:10 at any hour', 'next 2026-11-08T02:30 at any hour']);
  });
  it('comes before what is for today', () => expect(dueAfter(raised(), raised(now.at, 'NOW', 'w2'))).toEqual(['worker 2026-11-02T10:10 at any hour', 'next 2026-11-02T10:30 at any hour']));
});

describe('what must be acted on today', () => {
  it.each([
    ['in the morning', '2026-11-02T09:00:00.000Z', '2026-11-02T11:00', '2026-11-02T13:00'],
    ['after dinner', '2026-11-02T13:30:00.000Z', '2026-11-02T15:30', '2026-11-02T16:00'],
    ['shortly before four', '2026-11-02T15:45:00.000Z', '2026-11-02T17:45', '2026-11-02T18:15'],
    ['late in the day', '2026-11-02T17:30:00.000Z', '2026-11-02T18:00', '2026-11-02T18:15'],
    ['when practices close', '2026-11-02T18:00:00.000Z', '2026-11-03T08:00', '2026-11-03T08:00'],
    ['in the evening', '2026-11-02T20:00:00.000Z', '2026-11-03T08:00', '2026-11-03T08:00'],
    ['on a Saturday', '2026-11-07T10:00:00.000Z', '2026-11-09T08:00', '2026-11-09T08:00'],
    ['in summer, by the clock on the wall', '2026-07-06T12:30:00.000Z', '2026-07-06T14:30', '2026-07-06T15:00'],
  ])('%s', (_name, at, worker, next) => expect(dueAfter(raised(at))).toEqual([`worker ${worker}`, `next ${next}`].sort((a, b) => a.slice(-16).localeCompare(b.slice(-16)))));
  it('counts from the answer that raised it', () => {
    const hurt: CaseEvent = { ...answered('PC2', ['one-fall', 'hurt']), at: '2026-11-04T10:00:00.000Z' };
    expect(dueAfter(alone, hurt)).toEqual(['worker 2026-11-04T12:00', 'next 2026-11-04T14:00']);
    expect(dueAfter(alone, hurt, { ...answered('PC2', ['one-fall']), at: hurt.at })).toEqual([]);
  });
});

describe('who was told', () => {
  it('is told again on the next working day, and on each after it', () => {
    const both = [reminded('concern-x', '2026-11-02T12:00:00.000Z'), toldOthers('2026-11-02T14:00:00.000Z')];
    expect(dueAfter(raised(), ...both)).toEqual(['worker 2026-11-03T08:00', 'next 2026-11-03T08:00']);
    expect(dueAfter(raised(), ...both, reminded('concern-y', '2026-11-06T08:00:00.000Z'), toldOthers('2026-11-06T08:00:00.000Z'))).toEqual(['worker 2026-11-09T08:00', 'next 2026-11-09T08:00']);
  });
  it('when the place that was told when it opened is the next in line, that is not yet being told again', () => expect(dueAfter(raised(), toldOthers('2026-11-02T10:00:30.000Z'))).toEqual(['worker 2026-11-02T12:00', 'next 2026-11-02T14:00']));
  it('is not told twice of what was said in one talk', () => {
    const talk = [raised(), raised('2026-11-02T10:20:00.000Z', 'TODAY', 'w2'), raised('2026-11-02T10:40:00.000Z', 'TODAY', 'w3')];
    expect(dueAfter(...talk)).toEqual(['worker 2026-11-02T12:00', 'next 2026-11-02T14:00']);
    expect(dueAfter(...talk, reminded('concern-x', '2026-11-02T12:00:00.000Z'))).toEqual(['next 2026-11-02T14:00', 'worker 2026-11-03T08:00']);
  });
  it('is told of what came after it', () => expect(dueAfter(raised(), reminded('concern-x', '2026-11-02T12:00:00.000Z'), raised('2026-11-02T12:30:00.000Z', 'TODAY', 'w2'))).toEqual(['next 2026-11-02T14:00', 'worker 2026-11-02T14:30']));
  it('counts also when it was told by an earlier version, under a day', () => expect(dueAfter(raised(), reminded('concern-2026-11-03', '2026-11-03T08:00:00.000Z'))).toContain('worker 2026-11-04T08:00'));
});

it('is quiet once somebody has it, or it was set aside, or the case is closed', () => {
  expect(dueAfter(raised(), owned)).toEqual([]);
  expect(dueAfter(raised(), { type: 'ConcernSetAside', ...now, concern: 'w1', reason: 'a slip' })).toEqual([]);
  expect(dueAfter(raised(), { type: 'CaseClosed', ...now, exit: 'W', reason: 'busy' })).toEqual([]);
});
