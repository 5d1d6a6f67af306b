import fc from 'fast-check';
import { nameForOthers, planSafetyOf, safetyActionOf } from '../../../src/domain/analysis/safetyAction';
import type { CaseEvent } from '../../../src/domain/case/event';
import { owedBy } from '../../../src/domain/case/owedSafety';
import type { Urgency } from '../../../src/domain/framework/framework';
import { now, opened, readingOf, reviewPlace } from '../../support/givenCase';

const raised = (concern = 'w1', urgency: Urgency = 'TODAY'): CaseEvent => ({ type: 'ConcernRaised', ...now, concern, code: 'F28', urgency, words: 'quiet' });
const owned = (owner = 'Sam Okafor', concern = 'w1'): CaseEvent => ({ type: 'ConcernOwned', ...now, concern, owner, action: 'rings her', route: 'phone' });
const answered = (concern = 'w1'): CaseEvent => ({ type: 'ConcernAnswered', ...now, concern, from: 'Sam Okafor', reply: 'seen today', role: 'supervisor' });
const closed: CaseEvent = { type: 'CaseClosed', ...now, exit: 'W', reason: 'busy' };
const actionAfter = (...events: readonly CaseEvent[]) => safetyActionOf(readingOf([opened, ...events]));

describe('what others may know', () => {
  it('is nothing while nothing must be acted on today or now', () => {
    expect(actionAfter()).toEqual({ kind: 'none' });
    expect(actionAfter(raised('w1', 'SOON'))).toEqual({ kind: 'none' });
  });
  it('is that it is open, whose it is, and that it is closed', () => {
    expect(actionAfter(raised())).toEqual({ kind: 'open' });
    expect(actionAfter(raised(), owned())).toEqual({ kind: 'open', owner: 'Sam Okafor' });
    expect(actionAfter(raised(), owned(), answered())).toEqual({ kind: 'closed' });
  });
  it('is that nobody has it, as long as nobody has one of several', () => expect(actionAfter(raised(), raised('w2'), owned())).toEqual({ kind: 'open' }));
  it('is that it was left, when the case is closed and nobody had it', () => {
    expect(actionAfter(raised(), closed)).toEqual({ kind: 'left' });
    expect(actionAfter(raised(), owned(), answered(), closed)).toEqual({ kind: 'closed' });
  });
  it('is said on a plan in the same way', () => {
    expect(planSafetyOf(readingOf([opened, raised(), owned('Sam Okafor, crisis team')]))).toEqual({ open: 1, owner: 'Sam Okafor' });
    expect(planSafetyOf(readingOf([opened, raised(), raised('w2'), owned()]))).toEqual({ open: 2 });
    expect(planSafetyOf(readingOf([opened, raised(), closed]))).toEqual({ open: 0 });
  });
});

describe('an owner, for others', () => {
  it.each([
    ['Sam Okafor', 'Sam Okafor'],
    ['Dr Rao, duty GP', 'Dr Rao'],
    ['Priya Nair (safeguarding lead)', 'Priya Nair'],
    ['Priya Nair - IDVA', 'Priya Nair'],
    ['Safeguarding lead', 'a named person'],
    ['the crisis team', 'a named person'],
    ['Children’s social care', 'a named person'],
    ['999', 'a named person'],
    ['her son Jan Nowak', 'a named person'],
    ['Jan Nowak (her son)', 'a named person'],
    ['Dr Rao, rings her at five', 'Dr Rao'],
    ['Women’s Aid', 'a named person'],
    ["Women's Aid", 'a named person'],
    ['NSPCC', 'a named person'],
    ['Karma Nirvana', 'a named person'],
    ['PC Jones', 'a named person'],
    ['CAMHS', 'a named person'],
    ['Home Treatment Team', 'a named person'],
    ['A&E', 'a named person'],
    ['a & e', 'a named person'],
    ['the paramedics', 'a named person'],
    ['health visitor Ann Bell', 'a named person'],
    ['Joy, CPN', 'Joy'],
    ['CPN Joy', 'a named person'],
    ['Cruse', 'a named person'],
    ['Citizens Advice', 'a named person'],
    ['team lead Kay', 'team lead Kay'],
    ['my line manager Kay Minder', 'my line manager Kay Minder'],
    ['duty GP', 'duty GP'],
    ['practice manager', 'practice manager'],
    ['Ed Beaton', 'Ed Beaton'],
    ['Kowalska family GP', 'a named person'],
    ['the GP of mrs kowalska', 'a named person'],
    ['Mrs Adeyemi', 'Mrs Adeyemi'],
    ['  ', 'a named person'],
    [', police', 'a named person'],
  ])('%j is %j', (owner, shown) => expect(nameForOthers(owner, 'Mrs Anna Kowalska')).toBe(shown));
  it('is never longer than a name, nor what stands behind it, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 40 }), (owner, name) => {
        const shown = nameForOthers(owner, name);
        expect(shown.length).toBeLessThanOrEqual(60);
        expect(shown).not.toBe('');
        expect(shown).not.toMatch(/[,;:(\n]/);
      }),
    );
  });
});

describe('what is owed to others', () => {
  const posted = (message: string, says = 'open'): CaseEvent => ({ type: 'SafetyNoticePosted', ...now, place: reviewPlace, message, says });
  const changed = (message: string, says: string, reason?: string): CaseEvent => ({ type: 'SafetyNoticeChanged', ...now, message, says, ...(reason === undefined ? {} : { reason }) });
  const owedAfter = (...events: readonly CaseEvent[]) => owedBy(readingOf([opened, ...events])).map((owed) => ('says' in owed ? `${owed.kind} ${owed.kind === 'redraw-safety' ? `${owed.notice.message} ` : ''}${owed.says}` : owed.kind));

  it('is a message when it opens, once', () => {
    expect(owedAfter(raised())).toEqual(['tell-safety open']);
    expect(owedAfter(raised(), posted('m1'))).toEqual([]);
    expect(owedAfter(raised(), { type: 'SafetyNoticeUntold', ...now, says: 'open', reason: 'nowhere' })).toEqual([]);
  });
  it('is the same message with what is so now', () => {
    expect(owedAfter(raised(), posted('m1'), owned())).toEqual(['redraw-safety m1 open:Sam Okafor']);
    expect(owedAfter(raised(), posted('m1'), owned(), changed('m1', 'open:Sam Okafor'))).toEqual([]);
    expect(owedAfter(raised(), posted('m1'), owned(), answered())).toEqual(['redraw-safety m1 closed']);
    expect(owedAfter(raised(), posted('m1'), closed)).toEqual(['redraw-safety m1 left']);
  });
  it('is a new message, and the older one says so, when it was told again', () => expect(owedAfter(raised(), posted('m1'), posted('m2'))).toEqual(['redraw-safety m1 moved']));
  it('is a new message when it opens again', () => {
    expect(owedAfter(raised(), posted('m1'), owned(), changed('m1', 'open:Sam Okafor'), raised('w2'))).toEqual(['tell-safety open']);
    expect(owedAfter(raised(), posted('m1'), owned(), answered(), changed('m1', 'closed'), raised('w2'))).toEqual(['tell-safety open']);
  });
  it('is a new message when the first was taken away, and nothing of what cannot be reached', () => expect(owedAfter(raised(), posted('m1'), owned(), changed('m1', 'open:Sam Okafor', 'gone'))).toEqual(['tell-safety open:Sam Okafor']));
  it('is nothing when somebody had it before anybody was told', () => {
    const words: CaseEvent = { type: 'PromptAnswered', ...now, prompt: 'PC2', choices: ['one-fall', 'hurt'], how: 'card' };
    const reading = readingOf([opened, { ...words, prompt: 'OP1', choices: ['private'] }, words]);
    const [hurt] = reading.concerns.filter(({ urgency }) => urgency === 'TODAY');
    expect(owedAfter({ ...words, prompt: 'OP1', choices: ['private'] }, words, { type: 'ConcernOwned', ...now, concern: hurt!.id, owner: 'Dr Rao', action: 'sees her', route: 'phone' })).toEqual([]);
  });
});
