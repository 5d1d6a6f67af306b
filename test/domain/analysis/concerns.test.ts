import type { CaseEvent } from '../../../src/domain/case/event';
import { alone, answered, now, opened, readingOf } from '../../support/givenCase';

const concerns = (...events: readonly CaseEvent[]) => readingOf([opened, alone, ...events]).concerns;

describe('concerns', () => {
  it('stand once for each category and urgency, with every answer that they rest on', () => {
    const [money, ...others] = concerns(answered('EE1', ['often-not']), answered('EP1', ['cold-or-damp']), answered('EI2', ['debt']));
    expect(others).toEqual([]);
    expect(money).toMatchObject({ id: 'F25-SOON', state: 'open', by: 'answer' });
    expect(money?.from.map((source) => ('prompt' in source ? source.prompt : ''))).toEqual(['EP1', 'EE1', 'EI2']);
  });
  it('quote each answer once, however many rules it meets', () => expect(concerns(answered('OC1', ['washing:not-done', 'dressing:not-done']))[0]?.from.map((source) => source.kind === 'choice' && source.choice)).toEqual(['washing:not-done', 'dressing:not-done']));
  it('come with the most urgent first', () => expect(concerns(answered('PC2', ['one-fall']), answered('PC5', ['thoughts-now', 'not-safe']), answered('PC1', ['pain:long-standing'])).map(({ id }) => id)).toEqual(['F01-NOW', 'F03-TODAY', 'F10-SOON', 'F12-ROUTINE']));
  it('say so when only the words told', () => {
    expect(concerns(answered('EP1', [], 'sofa surfing'))[0]).toMatchObject({ by: 'words', words: 'sofa surfing' });
    expect(concerns(answered('EP1', ['notice-or-arrears'], 'sofa surfing'))[0]).toMatchObject({ by: 'answer' });
  });
  it('are restricted where the guide says so, whoever raised them', () => {
    expect(concerns(answered('PC5', ['thoughts-now']))[0]?.restricted).toBe(true);
    expect(concerns(answered('PV1', [], 'no point'))[0]?.restricted).toBe(true);
    expect(concerns({ type: 'ConcernRaised', ...now, concern: 'w1', code: 'F15', urgency: 'TODAY', words: 'bruises' })[0]?.restricted).toBe(true);
    expect(concerns(answered('PC2', ['one-fall']))[0]?.restricted).toBe(false);
  });
  it('know who has them', () => expect(concerns(answered('PC2', ['one-fall']), { type: 'ConcernOwned', ...now, concern: 'F10-SOON', owner: 'Dr Rao', action: 'falls service', route: 'letter' })[0]).toMatchObject({ state: 'owned', owner: 'Dr Rao', action: 'falls service' }));
  it('go when the answer is put right', () => expect(concerns(answered('PC2', ['hurt']), answered('PC2', ['no']))).toEqual([]));
});
