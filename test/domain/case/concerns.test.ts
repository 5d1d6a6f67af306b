import { alone, answered, given, now, opened, readingOf } from '../../support/givenCase';
import type { Command } from '../../../src/domain/case/decide';
import type { CaseEvent } from '../../../src/domain/case/event';

const worry: Command = { type: 'RaiseConcern', id: 'worker-1', code: 'F28', urgency: 'TODAY', words: ' she went very quiet ', owner: ' Dr Rao ', action: 'ring me back', route: 'phone' };
const raised: CaseEvent = { type: 'ConcernRaised', ...now, concern: 'worker-1', code: 'F28', urgency: 'TODAY', words: 'she went very quiet' };
const thoughts = [opened, alone, answered('PC5', ['thoughts-now'])];
const stateOf = (events: readonly CaseEvent[], id: string) => readingOf(events).concerns.find((concern) => concern.id === id)?.state;

describe('the worker is worried', () => {
  it('keeps the words as they were written, with a named owner', () =>
    given(opened).when(worry).then({ type: 'ConcernRaised', code: 'F28', urgency: 'TODAY', words: ' she went very quiet ' }, { type: 'ConcernOwned', concern: 'worker-1', owner: 'Dr Rao', action: 'ring me back', route: 'phone' }));
  it('needs words', () => given(opened).when({ ...worry, words: ' ' }).refuses('words-missing'));
  it('is recorded without a name too, and holds the plan until there is one and a reply', () => {
    given(opened).when({ ...worry, owner: ' ' }).then({ type: 'ConcernRaised', concern: 'worker-1' });
    expect(readingOf([opened, raised]).tier.is).toBe(5);
  });
  it('refuses a category that the service does not have', () => given(opened).when({ ...worry, code: 'anything' }).refuses('no-such-concern'));
  it('lets nobody else raise it', () => given(opened).when(worry, { ...now, by: 'jo' }).refuses('not-your-case'));
  it('is closed by a reply, not by a name', () => {
    const owned: CaseEvent = { type: 'ConcernOwned', ...now, concern: 'worker-1', owner: 'Dr Rao', action: 'ring me back', route: 'phone' };
    expect(stateOf([opened, raised, owned], 'worker-1')).toBe('open');
    expect(stateOf([opened, raised, owned, { type: 'ConcernAnswered', ...now, concern: 'worker-1', from: 'Dr Rao', reply: 'seen today' }], 'worker-1')).toBe('answered');
    expect(stateOf([opened, raised, owned, { type: 'ConcernAnswered', ...now, concern: 'worker-1', from: 'Jo', reply: 'poor you', role: 'other' }], 'worker-1')).toBe('open');
  });
});

describe('taking a concern on', () => {
  const own = (more: Partial<Extract<Command, { type: 'OwnConcern' }>> = {}): Command => ({ type: 'OwnConcern', concern: 'F03-TODAY', owner: ' Dr Rao ', action: ' sees her at four ', route: '', ...more });
  it('names who does what', () => given(...thoughts).when(own()).then({ type: 'ConcernOwned', concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her at four', route: 'not recorded' }));
  it('keeps the detail in a restricted note of its own', () => given(...thoughts).when(own({ detail: 'what she said' })).then({ type: 'ConcernOwned' }, { type: 'RestrictedNoteRecorded', concern: 'F03-TODAY', words: 'what she said' }));
  it('needs a name and an action', () => {
    given(...thoughts).when(own({ owner: ' ' })).refuses('owner-missing');
    given(...thoughts).when(own({ action: ' ' })).refuses('owner-missing');
  });
  it('refuses a concern that is not there', () => given(...thoughts).when(own({ concern: 'F01-NOW' })).refuses('no-such-concern'));
  it('lets the plan go on', () => {
    expect(stateOf(thoughts, 'F03-TODAY')).toBe('open');
    expect(stateOf([...thoughts, { type: 'ConcernOwned', ...now, concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her', route: 'phone' }], 'F03-TODAY')).toBe('owned');
  });
  it('does not close a more urgent one that comes later', () => {
    const owned: CaseEvent = { type: 'ConcernOwned', ...now, concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her', route: 'phone' };
    expect(stateOf([...thoughts, owned, answered('PC5', ['how-or-when'])], 'F02-NOW')).toBe('open');
  });
});

describe('a reply', () => {
  const reply = (more: Partial<Extract<Command, { type: 'AnswerConcern' }>> = {}): Command => ({ type: 'AnswerConcern', concern: 'worker-1', from: ' Dr Rao ', reply: ' seen today ', role: 'gp', ...more });
  it('is kept as it came, with who gave it', () => given(opened, raised).when(reply()).then({ type: 'ConcernAnswered', concern: 'worker-1', from: 'Dr Rao', reply: ' seen today ', role: 'gp' }));
  it('closes the worker’s own worry when it is the supervisor’s or the named GP’s, and nobody else’s', () => {
    given(opened, raised).when(reply({ role: 'supervisor' })).then({ type: 'ConcernAnswered', role: 'supervisor' });
    given(opened, raised).when(reply({ role: 'other' })).refuses('reply-of-another');
    given(opened, raised).when({ type: 'AnswerConcern', concern: 'worker-1', from: 'Jo', reply: 'poor you' }).refuses('reply-of-another');
    given(opened, raised).when({ type: 'SetAsideConcern', concern: 'worker-1', reason: 'it was nothing' }).refuses('reply-of-another');
  });
  it('needs who and what', () => {
    given(opened, raised).when(reply({ from: '' })).refuses('reply-missing');
    given(opened, raised).when(reply({ reply: '\n' })).refuses('reply-missing');
  });
  it('refuses a concern that is not there', () => given(opened).when(reply()).refuses('no-such-concern'));
});

describe('setting a concern aside', () => {
  it('keeps the reason', () => given(...thoughts).when({ type: 'SetAsideConcern', concern: 'F03-TODAY', reason: 'pressed the wrong tile' }).then({ type: 'ConcernSetAside', concern: 'F03-TODAY', reason: 'pressed the wrong tile' }));
  it('needs a reason', () => given(...thoughts).when({ type: 'SetAsideConcern', concern: 'F03-TODAY', reason: ' ' }).refuses('reason-missing'));
  it('refuses a concern that is not there', () => given(opened).when({ type: 'SetAsideConcern', concern: 'F03-TODAY', reason: 'no' }).refuses('no-such-concern'));
  it('is heard no more', () => expect(stateOf([...thoughts, { type: 'ConcernSetAside', ...now, concern: 'F03-TODAY', reason: 'a slip' }], 'F03-TODAY')).toBe('set-aside'));
});

describe('changing the tier', () => {
  it('keeps the reason', () => given(opened).when({ type: 'ChangeTier', tier: 3, reason: 'the OT leads' }).then({ type: 'TierChanged', tier: 3, reason: 'the OT leads' }));
  it('needs a reason', () => given(opened).when({ type: 'ChangeTier', tier: 3, reason: '' }).refuses('reason-missing'));
  it('stays quiet when it stands like that already', () => given(opened, { type: 'TierChanged', ...now, tier: 3, reason: 'the OT leads' }).when({ type: 'ChangeTier', tier: 3, reason: 'the OT leads' }).refuses('nothing-changed'));
});
