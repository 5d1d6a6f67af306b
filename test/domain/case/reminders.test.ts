import type { CaseEvent } from '../../../src/domain/case/event';
import { remindersOf } from '../../../src/domain/case/reminders';
import { alone, answered, now, opened, readingOf, submittedOf } from '../../support/givenCase';

/** All of this happens on Monday 2 November 2026. */
const remindersAfter = (...events: readonly CaseEvent[]) => remindersOf(readingOf(events)).map(({ kind, on }) => `${kind} ${on}`);
const told: readonly CaseEvent[] = [opened, alone, answered('OC7', [], 'Having my hands in the soil again')];
const withReview = (on: string): CaseEvent => {
  const submitted = submittedOf(told) as Extract<CaseEvent, { type: 'PlanSubmitted' }>;
  return { ...submitted, plan: { ...submitted.plan, body: { ...submitted.plan.body, review: { on, from: [{ kind: 'edit', by: 'wren', at: now.at }] } } } };
};
const posted = (at: string = now.at): CaseEvent => ({ type: 'PlanPosted', ...now, at, version: 1, message: 'm1' });
const agreed: CaseEvent = { type: 'PlanAgreed', ...now, by: 'sam', version: 1, reviewer: 'Sam Okafor' };
const raised = (at: string = now.at, concern = 'w1'): CaseEvent => ({ type: 'ConcernRaised', ...now, at, concern, code: 'F28', urgency: 'TODAY', words: 'quiet' });
const paused: CaseEvent = { type: 'CasePaused', ...now, until: '2026-11-16' };
const closed: CaseEvent = { type: 'CaseClosed', ...now, exit: 'W', reason: 'busy' };

describe('a pause', () => {
  it('is over on the day that was named', () => expect(remindersAfter(opened, paused)).toEqual(['pause-over 2026-11-16']));
  it('without a day reminds of nothing', () => expect(remindersAfter(opened, { type: 'CasePaused', ...now })).toEqual([]));
  it('that was ended reminds of nothing', () => expect(remindersAfter(opened, paused, { type: 'CaseResumed', ...now })).toEqual([]));
  it('keeps quiet about the plan, not about a concern', () => expect(remindersAfter(...told, withReview('2026-12-15'), posted(), raised(), paused)).toEqual(['concern-waits 2026-11-02', 'next-in-line 2026-11-02', 'pause-over 2026-11-16']));
});

it('waits for people to be at work', () => {
  const saturday: CaseEvent = { type: 'CasePaused', ...now, until: '2026-11-07' };
  expect(remindersOf(readingOf([opened, paused]))[0]?.at).toBe('2026-11-16T08:00:00.000Z');
  expect(remindersOf(readingOf([opened, saturday]))[0]?.at).toBe('2026-11-09T08:00:00.000Z');
});

describe('the review', () => {
  const plan = [...told, withReview('2026-12-15'), posted(), agreed];
  it('comes on the day that stands in the agreed plan', () => expect(remindersAfter(...plan)).toEqual(['review-day 2026-12-15']));
  const held: CaseEvent = { type: 'ReviewHeld', ...now, at: '2026-12-14T10:00:00.000Z', words: 'well', next: 'keep' };
  const movedTo = (text: string | null, at = '2026-12-14T10:05:00.000Z'): CaseEvent => ({ type: 'PlanEdited', ...now, at, edits: [{ target: 'review', text }] });
  it('comes again on the next day that was set when it was held', () => expect(remindersAfter(...plan, held, movedTo('2027-01-25'))).toEqual(['review-day 2027-01-25']));
  it('stands when it was held long before the day, and they keep going', () => {
    const early = (next: 'keep' | 'stop'): CaseEvent => ({ ...held, at: '2026-11-20T10:00:00.000Z', next });
    expect([remindersAfter(...plan, early('keep')), remindersAfter(...plan, early('stop'))]).toEqual([['review-day 2026-12-15'], []]);
  });
  it('comes on the day to which it was moved, and on none when there is none any more', () => {
    expect(remindersAfter(...plan, movedTo('2026-11-30', '2026-11-20T10:00:00.000Z'))).toEqual(['review-day 2026-11-30']);
    expect(remindersAfter(...plan, held, movedTo(null))).toEqual([]);
  });
  it('is not asked for again once it was held', () => expect(remindersAfter(...plan, { type: 'ReviewHeld', ...now, at: '2026-12-14T10:00:00.000Z', words: 'well', next: 'keep' })).toEqual([]));
});

describe('a plan that nobody answers', () => {
  it('is not reminded of while nobody is to read it, because the person said no', () => {
    const no = answered('OP2', ['notes:yes', 'supervisor:no']);
    const yes = answered('OP2', ['notes:yes', 'supervisor:yes']);
    expect(remindersAfter(...told, withReview('2026-12-15'), posted(), no)).toEqual([]);
    expect(remindersAfter(...told, withReview('2026-12-15'), posted(), no, yes)).toEqual(['no-answer 2026-11-05']);
  });

  const waiting = [...told, withReview('2026-12-15')];
  it.each([
    ['Monday', '2026-11-02T10:00:00.000Z', '2026-11-05'],
    ['Thursday', '2026-11-05T10:00:00.000Z', '2026-11-10'],
    ['Saturday', '2026-11-07T10:00:00.000Z', '2026-11-11'],
    ['the day before Christmas Eve', '2026-12-23T10:00:00.000Z', '2026-12-30'],
  ])('posted on %s is told of three working days later', (_name, at, on) => expect(remindersAfter(...waiting, posted(at))).toEqual([`no-answer ${on}`]));
  it('is not told of before it is posted, nor once somebody answered', () => {
    expect(remindersAfter(...waiting)).toEqual([]);
    expect(remindersAfter(...waiting, posted(), { type: 'TakenToSupervision', ...now, version: 1, reviewer: 'Sam' })).toEqual([]);
  });
});

it('is given once', () => {
  expect(remindersAfter(opened, paused, { type: 'WorkerReminded', ...now, reminder: 'pause-2026-11-16' })).toEqual([]);
  expect(remindersAfter(opened, paused, { type: 'WorkerReminded', ...now, reminder: 'pause-2026-11-16' }, { type: 'CaseResumed', ...now }, { ...paused, until: '2026-11-30' })).toEqual(['pause-over 2026-11-30']);
});
it('is not given about a case that is closed', () => expect(remindersAfter(...told, raised(), paused, closed)).toEqual([]));
