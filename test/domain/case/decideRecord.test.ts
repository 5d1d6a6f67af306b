import { retentionOf, warnDays } from '../../../src/domain/record/retention';
import type { CaseEvent } from '../../../src/domain/case/event';
import { answered, asIfAlone, given, now, opened, readingOf } from '../../support/givenCase';

const may = { mayManageRecords: true };
const mayNot = { mayManageRecords: false };
const admin = { ...now, by: 'alex' };
const reason = 'They say that it is wrong';
const restricted: CaseEvent = { type: 'CaseRestricted', ...admin, reason };
const hold: CaseEvent = { type: 'HoldPlaced', ...admin, reason };
const closed: CaseEvent = { type: 'CaseClosed', ...now, exit: 'C', reason: 'all done' };
const worry: CaseEvent = { type: 'ConcernRaised', ...now, concern: 'w1', code: 'F28', urgency: 'TODAY', words: 'quiet' };
const erasing: CaseEvent = { type: 'ErasureBegun', ...admin, why: 'asked', reason };

describe('setting a record aside (UK GDPR, article 18)', () => {
  it('is for whoever manages records, with a reason', () => {
    given(opened).when({ type: 'RestrictCase', reason, rights: may }, admin).then({ type: 'CaseRestricted', reason });
    given(opened).when({ type: 'RestrictCase', reason: ' ', rights: may }, admin).refuses('reason-missing');
    given(opened).when({ type: 'RestrictCase', reason, rights: mayNot }).refuses('not-your-case');
    given(opened, restricted).when({ type: 'RestrictCase', reason, rights: may }, admin).refuses('nothing-changed');
  });
  it('stops every use of it, also by its worker', () => {
    given(opened, restricted).when({ type: 'Observe', words: 'x' }).refuses('case-is-restricted');
    given(opened, restricted).when({ type: 'CloseCase', exit: 'C', reason: 'x' }).refuses('case-is-restricted');
    given(opened, restricted).when({ type: 'EraseCase', why: 'asked', reason, rights: may }, admin).refuses('set-aside-still');
  });
  it('does not stop a concern: a danger does not wait', () => {
    given(opened, restricted).when({ type: 'RaiseConcern', id: 'w1', code: 'F28', urgency: 'TODAY', words: 'quiet' }).then({ type: 'ConcernRaised' });
    given(opened, worry, restricted).when({ type: 'OwnConcern', concern: 'w1', owner: 'Dr Rao', action: 'rings', route: 'phone', detail: '' }).then({ type: 'ConcernOwned' });
  });
  it('is not opened by a supervisor either, but may go to another link worker', () => {
    const supervisor = { ...asIfAlone, supervises: true, mayGiveTo: () => true };
    given(opened, restricted).when({ type: 'OpenCaseOfTeam', name: 'Sam', isInTheirChannel: true }, { ...now, by: 'sam' }, supervisor).refuses('case-is-restricted');
    given(opened, restricted).when({ type: 'HandOver', to: 'jo', toName: 'Jo', name: 'Sam', reason: 'Wren left' }, { ...now, by: 'sam' }, supervisor).then({ type: 'CaseHandedOver', to: 'jo' });
  });
  it('ends with a reason, and then all goes on', () => {
    given(opened, restricted).when({ type: 'LiftRestriction', reason: 'It was put right', rights: may }, admin).then({ type: 'RestrictionLifted' });
    given(opened).when({ type: 'LiftRestriction', reason, rights: may }, admin).refuses('nothing-changed');
    given(opened, restricted, { type: 'RestrictionLifted', ...admin, reason }).when({ type: 'Observe', words: 'x' }).then({ type: 'ObservationRecorded' });
  });
});

describe('a statement of the person', () => {
  it('is added by whoever manages records or by the worker, and changes no word of what it is about', () => {
    given(opened, answered('PV1', [], 'my garden')).when({ type: 'AddStatement', prompt: 'PV1', words: 'I said my allotment', rights: mayNot }).then({ type: 'StatementAdded', prompt: 'PV1', words: 'I said my allotment' });
    given(opened).when({ type: 'AddStatement', words: 'My name is May', rights: may }, admin).then({ type: 'StatementAdded', words: 'My name is May' });
    given(opened).when({ type: 'AddStatement', words: 'x', rights: mayNot }, { ...now, by: 'sam' }).refuses('not-your-case');
    given(opened).when({ type: 'AddStatement', words: '', rights: may }, admin).refuses('words-missing');
    given(opened).when({ type: 'AddStatement', prompt: 'ZZ9', words: 'x', rights: may }, admin).refuses('prompt-not-open');
  });
});

describe('erasing', () => {
  it('begins with a reason, and from then on nothing is added', () => {
    given(opened).when({ type: 'EraseCase', why: 'asked', reason, rights: may }, admin).then({ type: 'ErasureBegun', why: 'asked' });
    given(opened).when({ type: 'EraseCase', why: 'asked', reason: '', rights: may }, admin).refuses('reason-missing');
    given(opened).when({ type: 'EraseCase', why: 'asked', reason, rights: mayNot }).refuses('not-your-case');
    given(opened, erasing).when({ type: 'Observe', words: 'x' }).refuses('case-is-being-erased');
    given(opened, erasing).when({ type: 'EraseCase', why: 'asked', reason, rights: may }, admin).refuses('case-is-being-erased');
    given(opened, erasing).when({ type: 'RaiseConcern', id: 'w1', code: 'F28', urgency: 'TODAY', words: 'quiet' }).refuses('case-is-being-erased');
  });
  it('waits while a safety action has nobody, and while the record is on hold', () => {
    given(opened, worry).when({ type: 'EraseCase', why: 'retention', reason, rights: may }, admin).refuses('concern-open-still');
    given(opened, hold).when({ type: 'EraseCase', why: 'retention', reason, rights: may }, admin).refuses('case-is-on-hold');
    given(opened, hold, { type: 'HoldLifted', ...admin, reason }).when({ type: 'EraseCase', why: 'mistake', reason, rights: may }, admin).then({ type: 'ErasureBegun' });
  });
});

describe('retention', () => {
  const rule = { days: 2922, warnDays };
  const on = (today: string, ...events: CaseEvent[]) => retentionOf(readingOf([opened, ...events]), rule, today);
  const announced = (at: string): CaseEvent => ({ type: 'RetentionAnnounced', at, by: 'threefold' });
  const warned = (at: string, eraseOn: string): CaseEvent => ({ type: 'RetentionWarned', at, by: 'threefold', eraseOn });

  it('counts from the day on which a case was closed', () => {
    expect(on('2040-01-01')).toEqual({ kind: 'open' });
    expect(on('2034-10-02', closed)).toEqual({ kind: 'kept', eraseOn: '2034-11-02' });
    expect(on('2034-10-03', closed)).toEqual({ kind: 'warn', eraseOn: '2034-11-02' });
  });
  it('gives a month of notice, also when it comes late', () => {
    expect(on('2036-01-01', closed)).toEqual({ kind: 'warn', eraseOn: '2036-01-31' });
    const told: CaseEvent[] = [closed, warned('2036-01-01T09:00:00.000Z', '2036-01-31'), announced('2036-01-01T09:01:00.000Z')];
    expect(on('2036-01-30', ...told)).toEqual({ kind: 'warned', eraseOn: '2036-01-31' });
    expect(on('2036-01-31', ...told)).toEqual({ kind: 'over' });
  });
  it('is over for nobody before the administrators were told, a month ago', () => {
    const told = [closed, warned('2036-01-01T09:00:00.000Z', '2036-01-31')];
    expect(on('2036-03-01', ...told)).toEqual({ kind: 'announce', eraseOn: '2036-03-31' });
    expect(on('2036-03-01', closed, announced('2034-01-01T09:00:00.000Z'), told[1]!)).toMatchObject({ kind: 'announce' });
    expect(on('2036-03-30', ...told, announced('2036-03-01T09:00:00.000Z'))).toEqual({ kind: 'warned', eraseOn: '2036-03-31' });
    expect(on('2036-03-31', ...told, announced('2036-03-01T09:00:00.000Z'))).toEqual({ kind: 'over' });
  });
  it('begins anew when a case was opened again: an old warning is none', () => {
    const again: CaseEvent[] = [closed, warned('2034-10-03T09:00:00.000Z', '2034-11-02'), { type: 'CaseReopened', ...now, at: '2034-10-10T09:00:00.000Z' }, { ...closed, at: '2034-10-11T09:00:00.000Z' }];
    expect(on('2034-11-02', ...again)).toEqual({ kind: 'kept', eraseOn: '2042-10-11' });
    expect(on('2043-01-01', ...again)).toMatchObject({ kind: 'warn' });
  });
  it('keeps what is set aside, on hold, or has a safety action that nobody took on', () => {
    expect(on('2040-01-01', closed, restricted)).toEqual({ kind: 'held', why: 'restricted' });
    expect(on('2040-01-01', closed, hold)).toEqual({ kind: 'held', why: 'on-hold' });
    expect(on('2040-01-01', worry, closed)).toEqual({ kind: 'held', why: 'concern-open' });
  });
});
