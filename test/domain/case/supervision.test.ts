/** Whose case it is, who else may read it, and how it goes to somebody else. */
import type { Authority } from '../../../src/domain/organisation/authority';
import { postingOf, reviewPlace, alone, answered, asIfAlone, given, now, opened, submittedOf } from '../../support/givenCase';

const as = (more: Partial<Authority>): Authority => ({ ...asIfAlone, mayOpenCases: false, mayReview: false, ...more });
const sam = { at: '2026-11-03T10:00:00.000Z', by: 'sam' };
const supervisor = as({ supervises: true, mayGiveTo: (to) => to === 'jo' });
const opening = { type: 'OpenCaseOfTeam', name: 'Sam Okafor', reason: ' Wren is ill ', isInTheirChannel: true } as const;
const handing = { type: 'HandOver', to: 'jo', toName: 'Jo Bell', name: 'Sam Okafor', reason: 'Wren has left' } as const;
const told = [opened, alone, answered('OC7', [], 'Having my hands in the soil again')];

describe('a case that is not theirs', () => {
  it('is opened by a supervisor of the team, which is recorded with the reason', () => given(opened).when(opening, sam, supervisor).thenExactly({ type: 'CaseOpenedBySupervisor', ...sam, name: 'Sam Okafor', reason: 'Wren is ill' }));
  it('is opened without a reason too: it is said, and is not asked for', () => given(opened).when({ ...opening, reason: ' ' }, sam, supervisor).thenExactly({ type: 'CaseOpenedBySupervisor', ...sam, name: 'Sam Okafor' }));
  it('stays shut to a colleague', () => given(opened).when(opening, sam, as({})).refuses('not-your-case'));
  it('stays shut to an administrator, who has no need to read it', () => given(opened).when(opening, sam, as({ administers: true })).refuses('not-your-case'));
  it('stays shut to a manager, who sees counts', () => given(opened).when(opening, sam, as({ manages: true })).refuses('not-your-case'));
  it('stays shut to whoever may review because nobody sees to roles', () => given(opened).when(opening, sam, asIfAlone).refuses('not-your-case'));
  it('stays shut to a supervisor who is not in the channel of the team any more', () => given(opened).when({ ...opening, isInTheirChannel: false }, sam, supervisor).refuses('not-in-the-channel'));
  it.each([
    { type: 'Observe', words: 'x' }, { type: 'CorrectPerson', name: 'May' }, { type: 'CloseCase', exit: 'W', reason: 'x' }, { type: 'GoNext' }, { type: 'EditPlan', target: 'goal-1', text: 'x' }, postingOf(told),
  ] as const)('is not changed by its supervisor: $type', (command) => given(...told).when(command, sam, supervisor).refuses('not-your-case'));
});

describe('a case is handed over', () => {
  it('by a supervisor of the team, to a link worker of theirs, with the reason', () => given(opened).when(handing, sam, supervisor).thenExactly({ type: 'CaseHandedOver', ...sam, to: 'jo', toName: 'Jo Bell', name: 'Sam Okafor', reason: 'Wren has left' }));
  it('by an administrator', () => given(opened).when(handing, sam, as({ administers: true, mayGiveTo: () => true })).then({ type: 'CaseHandedOver', to: 'jo' }));
  it('not by a colleague, nor by its own worker', () => {
    given(opened).when(handing, sam, as({})).refuses('not-your-case');
    given(opened).when(handing, now, asIfAlone).refuses('not-your-case');
  });
  it('not to somebody who is no link worker', () => given(opened).when({ ...handing, to: 'zed' }, sam, supervisor).refuses('no-such-worker'));
  it('not to whoever has it', () => given(opened).when({ ...handing, to: 'wren' }, sam, supervisor).refuses('nothing-changed'));
  it('not without a reason', () => given(opened).when({ ...handing, reason: ' ' }, sam, supervisor).refuses('reason-missing'));

  const handed = { type: 'CaseHandedOver', ...sam, to: 'jo', toName: 'Jo Bell', name: 'Sam Okafor', reason: 'x' } as const;
  it('and is the new worker\u2019s alone from then on', () => {
    given(opened, handed).when({ type: 'Observe', words: 'x' }, { at: sam.at, by: 'jo' }).then({ type: 'ObservationRecorded' });
    given(opened, handed).when({ type: 'Observe', words: 'x' }, now).refuses('not-your-case');
  });
  it('and whoever posted its plan does not decide on it, should they supervise now', () =>
    given(...told, submittedOf(told), handed).when({ type: 'Agree', version: 1, rights: { isMember: true, isSupervisor: true, mayReviewOwn: false, name: 'Wren Alder' } }, now, supervisor).refuses('own-plan'));
});

describe('a link worker', () => {
  it('opens no case before they are in a team', () => given().when({ type: 'OpenCase', ref: 'WREN-1', framework: 'v1', mode: 'phone', name: 'A', workerName: 'W' }, now, as({})).refuses('not-in-a-team'));
  it('opens no case when they have left', () => given().when({ type: 'OpenCase', ref: 'WREN-1', framework: 'v1', mode: 'phone', name: 'A', workerName: 'W' }, now, as({ mayWork: false })).refuses('no-access'));
  it('changes nothing in their own case when they have left', () => given(opened).when({ type: 'Observe', words: 'x' }, now, as({ mayWork: false })).refuses('no-access'));
  it('posts in the review channel of the team, and nowhere else', () => {
    given(...told).when(postingOf(told), now, as({ reviewPlaces: [reviewPlace.id] })).then({ type: 'PlanSubmitted' });
    given(...told).when(postingOf(told), now, as({ reviewPlaces: ['another'] })).refuses('not-the-review-channel');
  });
});
