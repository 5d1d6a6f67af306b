import type { CaseEvent } from '../../../src/domain/case/event';
import { after, alone, answered, given, now, opened, readingOf } from '../../support/givenCase';

const seen = (words: string, at = now.at): CaseEvent => ({ type: 'ObservationRecorded', ...now, at, words });
const owned = (events: readonly CaseEvent[], concern: string): readonly CaseEvent[] => after(events, { type: 'OwnConcern', concern, owner: 'Dr Rao', action: 'sees her', route: 'phone' });
const read = (...events: readonly CaseEvent[]) => readingOf([opened, alone, ...events]);
const stateOf = (events: readonly CaseEvent[], id: string) => readingOf(events).concerns.find((concern) => concern.id === id)?.state;

describe('words raise a concern wherever they stand', () => {
  const words = 'She wants to die';
  it.each<[string, CaseEvent]>([
    ['an answer', answered('PH2', [], words)],
    ['what was noticed', seen(words)],
    ['a pasted note', { type: 'NotePasted', ...now, note: 'n1', text: `Saw her at home. ${words}.` }],
    ['the referral', { type: 'ReferralRecorded', ...now, words }],
    ['the worker’s own worry', { type: 'ConcernRaised', ...now, concern: 'w1', code: 'F28', urgency: 'TODAY', words }],
    ['the first visit', { type: 'FirstVisitRecorded', ...now, went: true, words }],
    ['a review', { type: 'ReviewHeld', ...now, words, next: 'keep' }],
    ['the reason of a tier', { type: 'TierChanged', ...now, tier: 2, reason: words }],
    ['why an activity was declined', { type: 'OptionDeclined', ...now, activity: 'choir', reason: words }],
    ['a line of the plan', { type: 'PlanEdited', ...now, edits: [{ target: 'new-goal', text: words }] }],
    ['the reason for closing', { type: 'CaseClosed', ...now, exit: 'W', reason: words }],
  ])('%s', (_where, event) => {
    const concern = read(event).concerns.find(({ code }) => code === 'F03');
    expect(concern).toMatchObject({ id: 'F03-TODAY', grade: 'prompt', by: 'words', state: 'open', restricted: true, since: now.at });
    expect(concern?.mentions.map((mention) => mention.words)).toEqual(['wants to die']);
  });

  it('and join the answer that raises the same', () => {
    const { concerns } = read(answered('PC5', ['thoughts-now']), seen('She wants to die'));
    expect(concerns.map(({ id, by, keys }) => [id, by, keys.length])).toEqual([['F03-TODAY', 'answer', 2]]);
  });
  it('told by a phrase of the framework as well, they are told once', () => {
    const [concern] = read(answered('PV1', [], 'I want to die')).concerns;
    expect([concern?.id, concern?.mentions.length]).toEqual(['F03-TODAY', 1]);
  });
  it('filed from a note into an answer, they were said once', () => {
    const note: CaseEvent = { type: 'NotePasted', ...now, note: 'n1', text: 'Saw her at home. She wants to die.' };
    const before = [opened, alone, note];
    const filed = after(before, { type: 'FileSentence', note: 'n1', start: 17, end: 34, prompt: 'PV1' });
    const [concern] = readingOf(filed).concerns;
    expect(concern?.keys).toEqual(readingOf(before).concerns[0]?.keys);
    expect(concern?.withheld).toEqual(['PV1']);
    expect(stateOf(after(owned(before, 'F03-TODAY'), { type: 'FileSentence', note: 'n1', start: 17, end: 34, prompt: 'PV1' }), 'F03-TODAY')).toBe('owned');
  });
});

describe('what is noted, or read as denied', () => {
  const denied = read(seen('She denies any thoughts of suicide.'));
  it('holds nothing: no plan, no tier, no gate', () => {
    expect([denied.concerns, denied.noted.map(({ id }) => id), denied.tier.is]).toEqual([[], ['F03-TODAY~denied'], 1]);
    expect(denied.gate().find(({ id }) => id === 'safety')?.ok).toBe(true);
  });
  it('joins the concern that it would have been when it is raised', () => {
    const events = [opened, alone, seen('She denies any thoughts of suicide.')];
    given(...events).when({ type: 'RaiseMentions', concern: 'F03-TODAY~denied' }).then({ type: 'MentionsRaised', concern: 'F03-TODAY~denied' });
    const raised = readingOf(after(events, { type: 'RaiseMentions', concern: 'F03-TODAY~denied' }));
    expect([raised.concerns.map(({ id, state }) => [id, state]), raised.noted]).toEqual([[['F03-TODAY', 'open']], []]);
    given(...after(events, { type: 'RaiseMentions', concern: 'F03-TODAY~denied' })).when({ type: 'RaiseMentions', concern: 'F03-TODAY' }).refuses('nothing-changed');
  });
  it('keeps its words out of the plan all the same', () => {
    const { noted, plan } = read(answered('PV1', [], 'My garden. She used to self harm, years ago, before the children came.'));
    expect(new Set(noted.flatMap(({ withheld }) => withheld))).toEqual(new Set(['PV1']));
    expect(JSON.stringify(plan())).not.toMatch(/self harm/);
  });
  it('is set aside with a tap, or with words for another reason', () => {
    const events = [opened, alone, seen('She denies any thoughts of suicide.')];
    const aside = { type: 'SetAsideConcern', concern: 'F03-TODAY~denied' } as const;
    given(...events).when({ ...aside, reason: '', kind: 'past' }).then({ type: 'ConcernSetAside', kind: 'past', reason: 'It is in the past' });
    given(...events).when({ ...aside, reason: ' ', kind: 'other' }).refuses('reason-missing');
    expect(readingOf(after(events, { ...aside, reason: '', kind: 'past' })).noted.map(({ state }) => state)).toEqual(['set-aside']);
  });
});

describe('what comes up after somebody saw to it', () => {
  const start = [opened, alone, answered('PC5', ['thoughts-now'])];
  const taken = owned(start, 'F03-TODAY');
  const later = '2026-11-03T09:00:00.000Z';

  it('opens the concern again: new words', () => {
    const concern = readingOf([...taken, seen('She wants to die', later)]).concerns.find(({ code }) => code === 'F03');
    expect(concern).toMatchObject({ id: 'F03-TODAY', state: 'open', since: later });
    expect(concern?.owner).toBeUndefined();
  });
  it('opens it again: the same words said once more', () => {
    const once = [opened, alone, answered('PV1', [], 'I want to die')];
    expect(stateOf(owned(once, 'F03-TODAY'), 'F03-TODAY')).toBe('owned');
    expect(stateOf([...owned(once, 'F03-TODAY'), answered('PV1', [], 'I want to die\nI want to die')], 'F03-TODAY')).toBe('open');
  });
  it('opens it again: a new tick', () => {
    const washing = owned([opened, alone, answered('OC1', ['washing:not-done'])], 'F11-SOON');
    expect(stateOf(washing, 'F11-SOON')).toBe('owned');
    expect(stateOf([...washing, answered('OC1', ['washing:not-done', 'dressing:not-done'])], 'F11-SOON')).toBe('open');
  });
  it('does not: the same answer again, with other words around it', () => {
    expect(stateOf([...taken, answered('PC5', ['thoughts-now'])], 'F03-TODAY')).toBe('owned');
    const said = owned([opened, alone, answered('PV1', [], 'I want to die')], 'F03-TODAY');
    expect(stateOf([...said, answered('PV1', [], 'My garden. I want to die')], 'F03-TODAY')).toBe('owned');
  });
  it('does not for what was seen to before it was written down what: all of it was meant', () => {
    const old: CaseEvent = { type: 'ConcernOwned', ...now, concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her', route: 'phone' };
    expect(stateOf([...start, old, seen('She wants to die', later)], 'F03-TODAY')).toBe('owned');
  });
  it('is told by its own words when the earlier ones were set aside', () => {
    const aside = after([opened, alone, answered('PV1', [], 'I want to die')], { type: 'SetAsideConcern', concern: 'F03-TODAY', reason: 'she was singing', kind: 'figure' });
    expect(readingOf(aside).concerns[0]).toMatchObject({ state: 'set-aside', withheld: [] });
    expect(stateOf([...aside, seen('She wants to die', later)], 'F03-TODAY')).toBe('open');
    const past = after([opened, alone, answered('PV1', [], 'I want to die')], { type: 'SetAsideConcern', concern: 'F03-TODAY', reason: '', kind: 'past' });
    expect(readingOf(past).concerns[0]).toMatchObject({ state: 'set-aside', withheld: ['PV1'] });
  });
});

describe('the record of what was done', () => {
  const start = [opened, alone, answered('PC5', ['thoughts-now'])];
  it('keeps each field once, apart, in an event of its own', () => {
    given(...start)
      .when({ type: 'OwnConcern', concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her', route: 'phone', record: { said: 'I cannot go on', seen: 'she wept', after: ' ' } })
      .then({ type: 'ConcernOwned' }, { type: 'EscalationRecorded', concern: 'F03-TODAY', said: 'I cannot go on', seen: 'she wept' });
  });
  it('says nothing twice', () => {
    const kept = after(start, { type: 'RecordEscalation', concern: 'F03-TODAY', record: { said: 'I cannot go on' } });
    given(...kept).when({ type: 'RecordEscalation', concern: 'F03-TODAY', record: { said: 'I cannot go on' } }).refuses('nothing-changed');
    given(...kept).when({ type: 'RecordEscalation', concern: 'F03-TODAY', record: { said: 'I cannot go on', wants: 'somebody with her' } }).then({ type: 'EscalationRecorded', wants: 'somebody with her' });
  });
  it('raises what it tells of something more urgent, and not its own concern again', () => {
    const kept = after(owned(start, 'F03-TODAY'), { type: 'RecordEscalation', concern: 'F03-TODAY', record: { said: 'I want to die' } });
    expect(stateOf(kept, 'F03-TODAY')).toBe('owned');
    const worse = after(kept, { type: 'RecordEscalation', concern: 'F03-TODAY', record: { seen: 'She took all her tablets this morning' } });
    expect(stateOf(worse, 'F01-NOW')).toBe('open');
  });
  it('can be written when the case is closed', () => {
    given(...start, { type: 'CaseClosed', ...now, exit: 'W', reason: 'busy' }).when({ type: 'OwnConcern', concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her', route: 'phone' }).then({ type: 'ConcernOwned' });
  });
});

describe('rules that rest on other concerns', () => {
  it('hear what words raise: somebody depends on a person who wants to die', () => {
    expect(read(answered('ES3', ['yes-fine', 'child']), seen('She wants to die')).concerns.map(({ id }) => id)).toContain('F18-TODAY');
    expect(read(answered('ES3', ['yes-fine', 'baby']), seen('She wants to die')).concerns.map(({ id }) => id)).toEqual(expect.arrayContaining(['F06-TODAY', 'F18-TODAY']));
  });
  it('do not hear what is denied, or was set aside', () => {
    expect(read(answered('ES3', ['yes-fine', 'child']), seen('She denies any thoughts of suicide.')).concerns).toEqual([]);
    const aside = after([opened, alone, answered('ES3', ['yes-fine', 'child']), seen('She wants to die')], { type: 'SetAsideConcern', concern: 'F03-TODAY', reason: 'a song', kind: 'figure' });
    expect(readingOf(aside).concerns.map(({ code, state }) => [code, state])).toEqual([['F03', 'set-aside']]);
  });
});
