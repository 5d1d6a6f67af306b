import type { CaseEvent } from '../../../src/domain/case/event';
import { alone, answered, given, now, opened, readingOf } from '../../support/givenCase';

const tier = (...events: readonly CaseEvent[]) => readingOf([opened, alone, ...events]).tier;
const owned = (concern: string): CaseEvent => ({ type: 'ConcernOwned', ...now, concern, owner: 'Dr Rao', action: 'sees her', route: 'phone' });
const sure = [answered('PV4', ['8']), answered('ES1', ['family'])];

describe('who should help', () => {
  it('0, information: sure of themselves, with people around and nothing in the way', () => expect(tier(...sure)).toEqual({ is: 0, why: ['Sure of themselves, with people around, and nothing in the way so far'] }));
  it('is not 0 while something waits, even without a barrier', () => {
    const { is, why } = tier(...sure, answered('EP1', [], 'I am sofa surfing'));
    expect(is).toBe(1);
    expect(why.join()).toMatch(/^EP1: \u201csofa surfing\u201d \(/);
  });
  it('1, a link worker for a short while: nothing said yet, or one or two things in the way', () => {
    expect(tier().is).toBe(1);
    expect(tier(...sure, answered('PV5', ['cost']))).toEqual({ is: 1, why: ['cost when tried before'] });
  });
  it.each<[string, readonly CaseEvent[], RegExp]>([
    ['several things are in the way', [...sure, answered('PV5', ['cost', 'nerves', 'travel'])], /Several things get in the way: cost/],
    ['they are not sure of a small change', [answered('PV4', ['3'])], /Not sure/],
    ['nobody is around', [answered('ES1', ['no-one'])], /Nobody around/],
  ])('2, a link worker with support: %s', (_name, events, why) => {
    expect(tier(...events).is).toBe(2);
    expect(tier(...events).why.join()).toMatch(why);
  });
  it.each<[string, CaseEvent]>([
    ['PC4: most days', answered('PC4', ['most-days'])],
    ['PC1: pain: new', answered('PC1', ['pain:new'])],
    ['PC7: medicine problem', answered('PC7', ['medicine-problem'])],
    ['PC2: more than one', answered('PC2', ['more-falls'])],
    ['OC1: washing: not getting done', answered('OC1', ['washing:not-done'])],
    ['PC3: slowly getting worse', answered('PC3', ['slowly-worse'])],
    ['EE2: losing weight', answered('EE2', ['losing-weight'])],
    ['EP1: too full to use', answered('EP1', ['too-full'])],
    ['PC6: yes', answered('PC6', ['yes'])],
    ['ES3: yes, hard', answered('ES3', ['yes-hard'])],
    ['EI1: Another team', answered('EI1', ['social-worker'])],
  ])('3, shared with a professional: %s', (why, answer) => {
    expect(tier(answer).is).toBe(3);
    expect(tier(answer).why[0]).toContain(why);
  });
  it('stays shared when somebody has taken it on, and not when it was set aside', () => {
    expect(tier(answered('PC2', ['more-falls']), owned('F10-SOON')).is).toBe(3);
    expect(tier(answered('PC2', ['more-falls']), { type: 'ConcernSetAside', ...now, concern: 'F10-SOON', reason: 'wrong tile' }).is).not.toBe(3);
  });
  it('4, another service leads: once somebody has what could not wait', () => {
    const racing = answered('PC4', ['racing']);
    expect(tier(racing).is).toBe(5);
    expect(tier(racing, owned('F04-TODAY')).is).toBe(4);
  });
  it.each([['done-something'], ['how-or-when'], ['thoughts-now']])('5, act now: %s', (choice) => {
    const now5 = tier(answered('PC5', [choice]));
    expect(now5.is).toBe(5);
    expect(now5.why[0]).toMatch(/^PC5: /);
  });
  it('5, act now: the worker is worried', () => expect(tier({ type: 'ConcernRaised', ...now, concern: 'w1', code: 'F28', urgency: 'TODAY', words: 'very quiet' })).toEqual({ is: 5, why: ['very quiet'] }));
});

describe('the worker sees it otherwise', () => {
  const changed: CaseEvent = { type: 'TierChanged', ...now, tier: 3, reason: 'the OT leads on the home' };
  it('and their tier stands, with their reason and what it was', () => expect(tier(...sure, changed)).toEqual({ is: 3, why: ['the OT leads on the home'], changedFrom: 0 }));
  it('until something comes up that asks for more, and then again when they say so again', () => {
    const chosen: CaseEvent = { type: 'TierChanged', ...now, tier: 1, reason: 'her GP has it all' };
    const later = { ...now, at: '2026-11-02T11:00:00.000Z' };
    const fell: CaseEvent = { ...(answered('PC2', ['more-falls']) as Extract<CaseEvent, { type: 'PromptAnswered' }>), at: later.at };
    const [is, leads] = [tier(...sure, chosen, fell), tier(...sure, chosen, { ...(answered('PC4', ['racing']) as Extract<CaseEvent, { type: 'PromptAnswered' }>), at: later.at }, owned('F04-TODAY'))];
    expect([is.is, is.changedFrom, leads.is]).toEqual([3, undefined, 4]);
    expect(tier(...sure, answered('PC2', ['more-falls']), chosen).is).toBe(1);
    const again: CaseEvent = { ...chosen, at: '2026-11-02T12:00:00.000Z' };
    given(opened, alone, ...sure, chosen, fell).when({ type: 'ChangeTier', tier: 1, reason: 'her GP has it all' }).then({ type: 'TierChanged', tier: 1 });
    expect(tier(...sure, chosen, fell, again)).toMatchObject({ is: 1, changedFrom: 3 });
  });
  it('but not while something has to be done now', () => expect(tier(...sure, changed, answered('PC5', ['thoughts-now'])).is).toBe(5));
});
