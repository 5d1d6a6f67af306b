import type { CaseEvent } from '../../../src/domain/case/event';
import { alone, answered, now, opened, openedBy, readingOf, submittedOf } from '../../support/givenCase';

const reading = (...events: readonly CaseEvent[]) => readingOf([opened, ...events]);
const skipped = (prompt: string): CaseEvent => ({ type: 'PromptSkipped', ...now, prompt, why: 'not-today' });

describe('findings', () => {
  it('quote the choice, its label and the rule', () => expect(reading(answered('PV5', ['cost'])).findings).toEqual([{ rule: 'marked-choice', kind: 'barrier', side: 'environment', what: 'cost when tried before', from: [{ kind: 'choice', prompt: 'PV5', choice: 'cost', label: expect.any(String) }] }]));
  it('come from a number as well', () => expect(reading(answered('PV4', ['2'])).findings).toMatchObject([{ rule: 'marked-rule', kind: 'barrier', side: 'person', from: [{ choice: '2', label: '2 out of 10' }] }]));
});

describe('coverage', () => {
  const stateOf = (area: string, ...events: readonly CaseEvent[]) => reading(...events).coverage.find((found) => found.area === area)?.state;
  it('starts with nothing', () => expect(new Set(reading().coverage.map(({ state }) => state))).toEqual(new Set(['not-yet'])));
  it('is explored when a prompt of the area was answered', () => expect(stateOf('money', answered('EE1', ['yes']))).toBe('explored'));
  it('is touched when one was left or noted by the worker', () => {
    expect(stateOf('money', skipped('EE1'))).toBe('touched');
    expect(stateOf('money', { type: 'PromptParked', ...now, prompt: 'EE2' })).toBe('touched');
    expect(stateOf('money', { type: 'ObservationRecorded', ...now, prompt: 'EE1', words: 'looked away' })).toBe('touched');
  });
  it('has all three sides', () => expect(new Set(reading().coverage.map(({ side }) => side))).toEqual(new Set(['person', 'environment', 'occupation'])));
});

describe('what would tell most next', () => {
  const next = (...events: readonly CaseEvent[]) => reading(alone, ...events).suggestions;
  it('is at most three, what an answer called first, each with its reason', () => {
    expect(next(answered('PV3', ['music:used-to']))).toHaveLength(3);
    expect(next(answered('PV3', ['music:used-to']))[0]).toEqual({ prompt: 'OC3', topic: expect.any(String), why: 'Something they used to enjoy has stopped' });
  });
  it('is never what was answered, skipped or parked, and never what may not be asked', () => {
    const left = next(answered('PV3', ['music:used-to']), skipped('OC3'), { type: 'PromptParked', ...now, prompt: 'PV1' }).map(({ prompt }) => prompt);
    expect(left).not.toEqual(expect.arrayContaining(['OC3']));
    expect(left).not.toEqual(expect.arrayContaining(['PV1']));
    expect(reading(answered('OP1', ['near-fine']), answered('PC4', ['most-days'])).suggestions.map(({ prompt }) => prompt)).not.toContain('PC5');
  });
  it('is nothing when all is answered or left', () => {
    const all = reading(alone).content.framework.prompts.map(({ id }) => skipped(id));
    expect(next(...all)).toEqual([]);
  });
});

describe('the one line', () => {
  it('tells first that somebody else may be needed', () => expect(reading(answered('PC2', ['one-fall']), { type: 'PromptAnswered', ...now, prompt: 'PC2', choices: ['one-fall'], how: 'card' }).noticed).toMatch(/^Somebody else may need to be involved: a fall/));
  it('then what to do, what is in the way, what helps', () => {
    expect(reading(answered('ES3', ['yes-fine'])).noticed).toBe('It helps: caring for someone goes all right.');
    expect(reading(answered('PV5', ['cost'])).noticed).toBe('In the way: cost when tried before.');
    expect(reading(answered('PH3', ['duties-too-much'])).noticed).toBe('Do not add to the load: look at what could be swapped.');
  });
  it('is silent about a concern that somebody has', () => expect(reading(answered('PC2', ['one-fall']), { type: 'ConcernOwned', ...now, concern: 'F10-SOON', owner: 'Dr Rao', action: 'x', route: 'y' }).noticed).not.toMatch(/Somebody else/));
  it('says nothing of its own: what comes next is shown next', () => expect(reading(answered('PH1', ['neighbour:keep']), answered('OP4', [], 'My doctor rang.')).noticed).toBeUndefined());
  it('is about the answer that was given last, not about one that was opened again', () =>
    expect(reading(answered('ES3', ['yes-fine']), answered('OP4', [], 'My doctor rang.'), { type: 'PromptOpened', ...now, prompt: 'ES3' }).noticed).toBeUndefined());
});

describe('where the case stands', () => {
  const stage = (...events: readonly CaseEvent[]) => reading(...events).process.here;
  const opening = [alone, answered('OP2', ['notes:yes', 'supervisor:yes']), answered('OP3', ['nothing']), answered('OP4', [], 'Lonely')];
  const goal = [...opening, answered('OC7', [], 'Hands in the soil')];
  const submitted = submittedOf([opened, ...goal]);
  const agreed: CaseEvent = { type: 'PlanAgreed', ...now, version: 1, reviewer: 'Sam' };
  it.each<[string, readonly CaseEvent[]]>([
    ['referral', []],
    ['first-talk', [alone]],
    ['conversation', goal],
    ['plan', [...goal, answered('AP1', ['9'])]],
    ['supervisor', [...goal, submitted]],
    ['supervisor', [...goal, submitted, { type: 'TakenToSupervision', ...now, version: 1, reviewer: 'Sam' }]],
    ['first-visit', [...goal, submitted, agreed]],
    ['follow-up', [...goal, submitted, agreed, { type: 'FirstVisitRecorded', ...now, went: true }]],
    ['ending', [...goal, { type: 'CaseClosed', ...now, exit: 'E', reason: 'done' }]],
  ])('%s', (here, events) => expect(stage(...events)).toBe(here));
  it('goes back to the plan when a change is asked', () => expect(stage(...goal, answered('AP1', ['9']), submitted, { type: 'ChangeAsked', ...now, version: 1, reviewer: 'Sam', line: 'plan', words: 'smaller' })).toBe('plan'));
  it('comes to the options when the talk is through', () => {
    const { conversation } = readingOf([openedBy({ mode: 'phone' }), alone]);
    const through = conversation.path.filter(({ section }) => section !== 'planning' && section !== 'opening').map(({ id }) => (id === 'OC7' ? answered(id, [], 'Hands in the soil') : skipped(id)));
    expect(readingOf([openedBy({ mode: 'phone' }), ...opening, ...through]).process.here).toBe('options');
  });
  it('knows what was done before and what is decided here', () => {
    const { done, decision } = reading(...goal, submitted).process;
    expect(done).toEqual(['referral', 'first-talk', 'conversation', 'options', 'plan']);
    expect(decision).toMatch(/supervisor/);
  });
  it('says of a case that ended early only what was done', () => {
    const { here, reached, done } = reading(...goal, { type: 'CaseClosed', ...now, exit: 'W', reason: 'She moved on.' }).process;
    expect([here, reached, done]).toEqual(['ending', 'conversation', ['referral', 'first-talk']]);
    const ended = reading(...goal, submitted, agreed, { type: 'FirstVisitRecorded', ...now, went: true }, { type: 'CaseClosed', ...now, exit: 'E', reason: 'She goes by herself.' }).process;
    expect([ended.reached, ended.done.at(-1)]).toEqual(['ending', 'follow-up']);
  });
  it('starts again at the talk when a review opens it', () => expect(stage(...goal, submitted, agreed, { type: 'FirstVisitRecorded', ...now, went: true }, { type: 'ReviewHeld', ...now, words: 'more', next: 'change' })).toBe('follow-up'));
});
