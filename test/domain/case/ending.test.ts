import { alone, answered, given, now, opened, readingOf } from '../../support/givenCase';
import type { CaseEvent } from '../../../src/domain/case/event';

const closed: CaseEvent = { type: 'CaseClosed', ...now, exit: 'M', reason: 'moved to her sister' };
const paused: CaseEvent = { type: 'CasePaused', ...now };

describe('pausing', () => {
  it('keeps until when', () => given(opened).when({ type: 'Pause', until: '2026-11-05' }).then({ type: 'CasePaused', until: '2026-11-05' }));
  it('needs no day', () => given(opened).when({ type: 'Pause' }).thenExactly({ type: 'CasePaused', ...now }));
  it('refuses a day that has gone, or is none', () => {
    given(opened).when({ type: 'Pause', until: '2026-11-01' }).refuses('day-in-the-past');
    given(opened).when({ type: 'Pause', until: 'one day' }).refuses('day-unreadable');
    given(opened).when({ type: 'Pause', until: '2026-02-30' }).refuses('day-unreadable');
  });
  it('stays quiet when it is paused like that already', () => given(opened, paused).when({ type: 'Pause' }).refuses('nothing-changed'));
  it('may be given another day', () => given(opened, paused).when({ type: 'Pause', until: '2026-11-05' }).then({ type: 'CasePaused', until: '2026-11-05' }));
});

describe('going on', () => {
  it('starts again exactly where it stopped', () => {
    const before = [opened, alone, answered('OP2', ['notes:yes'])];
    expect(readingOf([...before, paused, { type: 'CaseResumed', ...now }]).step).toEqual(readingOf(before).step);
  });
  it('makes an open case the active one', () => given(opened).when({ type: 'Resume' }).then({ type: 'CaseResumed' }));
  it('does not open a closed case', () => given(opened, closed).when({ type: 'Resume' }).refuses('case-is-closed'));
});

describe('closing and opening again', () => {
  it('keeps the exit, the reason, who was told and what was offered', () =>
    given(opened).when({ type: 'CloseCase', exit: 'W', reason: ' too much on ', told: 'the GP', offered: 'a call in spring' }).then({ type: 'CaseClosed', exit: 'W', reason: ' too much on ', told: 'the GP', offered: 'a call in spring' }));
  it('leaves out what was not filled in', () => given(opened).when({ type: 'CloseCase', exit: 'E', reason: 'done', told: ' ', offered: '' }).thenExactly({ type: 'CaseClosed', ...now, exit: 'E', reason: 'done' }));
  it('needs a reason', () => given(opened).when({ type: 'CloseCase', exit: 'E', reason: ' ' }).refuses('reason-missing'));
  it('is over for a closed case but for opening it again', () => {
    given(opened, closed).when({ type: 'CloseCase', exit: 'E', reason: 'done' }).refuses('case-is-closed');
    given(opened, closed).when({ type: 'GoNext' }).refuses('case-is-closed');
    given(opened, closed).when({ type: 'ReopenCase' }).then({ type: 'CaseReopened' });
  });
  it('stays quiet when it is open already', () => given(opened).when({ type: 'ReopenCase' }).refuses('nothing-changed'));
  it('lets nobody else close or open it', () => {
    given(opened).when({ type: 'CloseCase', exit: 'E', reason: 'done' }, { ...now, by: 'jo' }).refuses('not-your-case');
    given(opened, closed).when({ type: 'ReopenCase' }, { ...now, by: 'jo' }).refuses('not-your-case');
  });
  it('closes a paused case, which is not paused when it is opened again', () => {
    given(opened, paused).when({ type: 'CloseCase', exit: 'W', reason: 'stopped coming' }).then({ type: 'CaseClosed' });
    expect(readingOf([opened, paused, closed, { type: 'CaseReopened', ...now }]).state.paused).toBeUndefined();
  });
  it('keeps everything that was said', () => expect(readingOf([opened, alone, closed, { type: 'CaseReopened', ...now }]).conversation.answers.get('OP1')?.choices).toEqual(['private']));
});

describe('the first visit', () => {
  it('records that they went', () => given(opened).when({ type: 'RecordFirstVisit', went: true, words: 'Not as bad as I thought' }).then({ type: 'FirstVisitRecorded', went: true, words: 'Not as bad as I thought' }));
  it('records where it lay when they did not', () => given(opened).when({ type: 'RecordFirstVisit', went: false, lies: 'environment', words: ' ' }).thenExactly({ type: 'FirstVisitRecorded', ...now, went: false, lies: 'environment' }));
  it('lets nobody else record it', () => given(opened).when({ type: 'RecordFirstVisit', went: true }, { ...now, by: 'jo' }).refuses('not-your-case'));
});

describe('looking at it together', () => {
  it('keeps their words, how near the goal is, and what comes next', () => given(opened).when({ type: 'HoldReview', words: ' I go every week ', progress: 7, next: 'keep' }).then({ type: 'ReviewHeld', words: ' I go every week ', progress: 7, next: 'keep' }));
  it('needs words', () => given(opened).when({ type: 'HoldReview', words: '', next: 'stop' }).refuses('words-missing'));
  it('needs no number', () => given(opened).when({ type: 'HoldReview', words: 'fine', next: 'keep' }).thenExactly({ type: 'ReviewHeld', ...now, words: 'fine', next: 'keep' }));
});
