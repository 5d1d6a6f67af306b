/** Who may change who may do what. given(...events).when(command).then(...) | .refuses(reason) */
import { authorityOf, isBarred } from '../../../src/domain/organisation/authority';
import { decideOrganisation, type OrganisationCommand } from '../../../src/domain/organisation/decideOrganisation';
import { organisationOf } from '../../../src/domain/organisation/evolveOrganisation';
import { OrganisationEvent } from '../../../src/domain/organisation/event';
import { nextInLine, standingOfWorker } from '../../../src/domain/organisation/nextInLine';
import { memberOf } from '../../../src/domain/organisation/organisation';
import type { OrganisationRefusal } from '../../../src/domain/organisation/refusal';
import type { Contact } from '../../../src/domain/framework/content';

const at = '2026-11-02T10:00:00.000Z';
const ada = { at, by: 'ada' };
const appointed = { administrators: ['ada'], supervisors: [] as string[] };
const contact = (id: string, more: Partial<Contact> = {}): [string, Contact] => [id, { id, name: id, number: '0161 271 0000', scope: 'local', sample: false, reviewBy: '2026-12-31', ...more }];
const contacts = new Map([contact('crisis-team'), contact('befriending'), contact('999', { scope: 'national' })]);
const safetyContacts = new Set(['crisis-team', '999']);

const named = (person: string): OrganisationEvent => ({ type: 'PersonNamed', at, by: person, person, name: person.toUpperCase() });
const formed: OrganisationEvent = { type: 'TeamFormed', ...ada, team: 't1', name: 'Riverside' };
const works: OrganisationEvent = { type: 'WorkerPutInTeam', ...ada, person: 'wren', team: 't1' };
const supervises: OrganisationEvent = { type: 'RoleGranted', ...ada, person: 'sam', role: 'supervisor', team: 't1' };
const place = { id: 'p1', name: 'Plan review', kind: 'channel' as const };
const team = [named('wren'), named('sam'), formed, works, supervises];

const given = (...events: readonly OrganisationEvent[]) => ({
  when: (command: OrganisationCommand, by = 'ada', settings = appointed) => {
    const decision = decideOrganisation(command, { at, by }, { organisation: organisationOf(events), appointed: settings, contacts, safetyContacts });
    return {
      then: (...expected: Partial<OrganisationEvent>[]) => {
        expect(decision).toEqual({ kind: 'accepted', events: expected.map((event) => expect.objectContaining(event)) });
        if (decision.kind === 'accepted') for (const event of decision.events) OrganisationEvent.parse(event);
      },
      refuses: (reason: OrganisationRefusal) => expect(decision).toEqual({ kind: 'refused', reason }),
    };
  },
});

describe('who may change it', () => {
  const changes: readonly OrganisationCommand[] = [
    { type: 'NamePerson', person: 'jo', name: 'Jo' }, { type: 'GrantRole', person: 'wren', role: 'administrator' }, { type: 'PutInTeam', person: 'sam', team: 't1' }, { type: 'WithdrawRole', person: 'sam', role: 'supervisor', team: 't1' },
    { type: 'FormTeam', team: 't2', name: 'Hillside' }, { type: 'RenameTeam', team: 't1', name: 'Hillside' }, { type: 'RecordLeft', person: 'wren' }, { type: 'RecordReturned', person: 'wren' },
    { type: 'SetReviewChannel', team: 't1', place }, { type: 'DropReviewChannel', team: 't1', place: 'p1' }, { type: 'DropContact', contact: 'befriending', reason: 'x' },
    { type: 'ChangeContact', contact: 'befriending', name: 'B', number: '0161 1', hours: '', reviewBy: '2027-01-31', reason: '' },
  ];
  it.each(changes)('$type is refused to a link worker, a supervisor, a manager and a stranger', (command) => {
    const manager: OrganisationEvent = { type: 'RoleGranted', ...ada, person: 'lee', role: 'manager' };
    for (const by of ['wren', 'sam', 'lee', 'zed', '']) given(...team, named('lee'), manager).when(command, by).refuses('not-an-administrator');
  });
  it('an administrator who has left changes nothing', () =>
    given(...team, named('lee'), { type: 'RoleGranted', ...ada, person: 'lee', role: 'administrator' }, { type: 'PersonLeft', ...ada, person: 'lee' }).when({ type: 'FormTeam', team: 't2', name: 'X' }, 'lee').refuses('not-an-administrator'));
  it('an administrator of the settings needs no event', () => given().when({ type: 'FormTeam', team: 't1', name: ' Riverside ' }).then({ type: 'TeamFormed', team: 't1', name: 'Riverside' }));
  it('whoever writes to the bot gives their own name, and nobody else\u2019s', () => {
    given().when({ type: 'NamePerson', person: 'jo', name: 'Jo Bell' }, 'jo').then({ type: 'PersonNamed', person: 'jo', name: 'Jo Bell' });
    given().when({ type: 'NamePerson', person: 'sam', name: 'Jo Bell' }, 'jo').refuses('not-an-administrator');
  });
  it('nobody makes themselves a supervisor while another administrator could; who administers alone does it on the record', () => {
    const self = { type: 'GrantRole', person: 'ada', role: 'supervisor', team: 't1' } as const;
    const second: OrganisationEvent = { type: 'RoleGranted', ...ada, person: 'lee', role: 'administrator' };
    given(...team, named('ada'), named('lee'), second).when(self).refuses('not-by-yourself');
    given(...team, named('ada')).when(self, 'ada', { ...appointed, administrators: ['ada', 'kim'] }).refuses('not-by-yourself');
    given(...team, named('ada'), named('lee'), second).when(self, 'lee').then({ type: 'RoleGranted', person: 'ada', by: 'lee' });
    given(...team, named('ada'), named('lee'), second, { type: 'PersonLeft', ...ada, person: 'lee' }).when(self).then({ type: 'RoleGranted', person: 'ada', by: 'ada' });
  });
  it('no administrator hands a case to themselves while another one could', () => {
    const worker: OrganisationEvent = { type: 'WorkerPutInTeam', ...ada, person: 'ada', team: 't1' };
    const gives = (settings: typeof appointed, ...events: readonly OrganisationEvent[]): boolean => authorityOf(organisationOf([...team, named('ada'), worker, ...events]), settings, 'ada', 'wren').mayGiveTo('ada');
    expect([gives(appointed), gives({ ...appointed, administrators: ['ada', 'kim'] }), gives({ ...appointed, administrators: ['ada', 'kim'] }, { type: 'RoleGranted', at, by: 'kim', person: 'ada', role: 'supervisor', team: 't1' })]).toEqual([true, false, true]);
  });
  it('the bot itself may only withdraw, never give', () => {
    given(...team).when({ type: 'WithdrawRole', person: 'sam', role: 'supervisor', team: 't1', reason: 'not in the channel' }, 'threefold').then({ type: 'RoleWithdrawn', person: 'sam', role: 'supervisor', team: 't1' });
    given(...team).when({ type: 'GrantRole', person: 'wren', role: 'manager' }, 'threefold').refuses('not-an-administrator');
  });
});

describe('roles', () => {
  it('are given to people on the list', () => given(...team).when({ type: 'GrantRole', person: 'nobody', role: 'manager' }).refuses('no-such-person'));
  it('a supervisor is one of a team', () => {
    given(...team).when({ type: 'GrantRole', person: 'wren', role: 'supervisor' }).refuses('team-missing');
    given(...team).when({ type: 'GrantRole', person: 'wren', role: 'supervisor', team: 't9' }).refuses('no-such-team');
    given(...team).when({ type: 'GrantRole', person: 'wren', role: 'supervisor', team: 't1' }).then({ type: 'RoleGranted', person: 'wren', role: 'supervisor', team: 't1' });
  });
  it('that stand already change nothing', () => {
    given(...team).when({ type: 'PutInTeam', person: 'wren', team: 't1' }).refuses('nothing-changed');
    given(...team).when({ type: 'GrantRole', person: 'sam', role: 'supervisor', team: 't1' }).refuses('nothing-changed');
    given(...team).when({ type: 'WithdrawRole', person: 'wren', role: 'manager' }).refuses('nothing-changed');
  });
  it('are not given to somebody who has left, until they are said to be back', () => {
    const left: OrganisationEvent = { type: 'PersonLeft', ...ada, person: 'wren' };
    given(...team, left).when({ type: 'PutInTeam', person: 'wren', team: 't1' }).refuses('has-left');
    given(...team, left).when({ type: 'RecordReturned', person: 'wren' }).then({ type: 'PersonReturned', person: 'wren' });
  });
  it('somebody is always left who can give them', () => {
    const granted: OrganisationEvent = { type: 'RoleGranted', ...ada, person: 'wren', role: 'administrator' };
    given(named('wren'), granted).when({ type: 'WithdrawRole', person: 'wren', role: 'administrator' }, 'wren', { administrators: [], supervisors: [] }).refuses('last-administrator');
    given(named('wren'), granted).when({ type: 'RecordLeft', person: 'wren' }, 'wren', { administrators: [], supervisors: [] }).refuses('last-administrator');
    given(named('wren'), granted).when({ type: 'WithdrawRole', person: 'wren', role: 'administrator' }).then({ type: 'RoleWithdrawn', role: 'administrator' });
    given(named('ada')).when({ type: 'WithdrawRole', person: 'ada', role: 'administrator' }).refuses('named-in-the-settings');
  });
  it('two teams do not share a name', () => given(...team).when({ type: 'FormTeam', team: 't2', name: 'RIVERSIDE' }).refuses('name-taken'));
  it('leave is said by the link worker, their supervisor or an administrator, up to a day that is to come', () => {
    for (const by of ['wren', 'sam', 'ada']) given(...team).when({ type: 'TakeLeave', person: 'wren', until: '2026-11-16' }, by).then({ type: 'WorkerTookLeave', until: '2026-11-16' });
    given(...team, named('jo')).when({ type: 'TakeLeave', person: 'wren' }, 'jo').refuses('not-your-team');
    given(...team).when({ type: 'TakeLeave', person: 'wren', until: '2026-11-02' }).refuses('day-in-the-past');
    given(...team).when({ type: 'ComeBack', person: 'wren' }).refuses('nothing-changed');
  });
  it('a review channel is set once, and dropped once', () => {
    given(...team).when({ type: 'SetReviewChannel', team: 't1', place }).then({ type: 'ReviewChannelSet', team: 't1', place });
    given(...team, { type: 'ReviewChannelSet', ...ada, team: 't1', place }).when({ type: 'SetReviewChannel', team: 't1', place }).refuses('nothing-changed');
    given(...team).when({ type: 'DropReviewChannel', team: 't1', place: 'p1' }).refuses('nothing-changed');
  });
});

describe('a local number', () => {
  const change = (more: object = {}): OrganisationCommand => ({ type: 'ChangeContact', contact: 'crisis-team', name: 'Crisis team', number: '0161 271 9999', hours: 'always', reviewBy: '2027-04-30', reason: 'A new line', ...more });
  it('is changed with its review day, and counts as real from then on', () => given().when(change()).then({ type: 'LocalContactChanged', reason: 'A new line', contact: { id: 'crisis-team', name: 'Crisis team', number: '0161 271 9999', hours: 'always', scope: 'local', sample: false, reviewBy: '2027-04-30' } }));
  it.each<[object, OrganisationRefusal]>([
    [{ reason: ' ' }, 'reason-missing'], [{ number: 'ring me' }, 'number-unreadable'], [{ number: '' }, 'number-unreadable'], [{ number: '01632 960999' }, 'number-for-drama'], [{ name: ' ' }, 'name-missing'], [{ name: 'x'.repeat(61) }, 'name-too-long'],
    [{ reviewBy: '' }, 'day-missing'], [{ reviewBy: '2026-02-31' }, 'day-missing'], [{ reviewBy: '2026-11-02' }, 'day-in-the-past'], [{ reviewBy: '2029-01-01' }, 'day-too-far'], [{ contact: '999' }, 'national-number'], [{ contact: 'nobody' }, 'no-such-contact'],
  ])('%j is refused: %s', (more, reason) => given().when(change(more)).refuses(reason));
  it('that nobody in danger depends on needs no reason', () => given().when(change({ contact: 'befriending', reason: '' })).then({ type: 'LocalContactChanged' }));
  it('of the settings counts again when the change is dropped', () => {
    const changed: OrganisationEvent = { type: 'LocalContactChanged', ...ada, contact: contact('crisis-team')[1] };
    given(changed).when({ type: 'DropContact', contact: 'crisis-team', reason: 'a slip' }).then({ type: 'LocalContactDropped', contact: 'crisis-team' });
    given().when({ type: 'DropContact', contact: 'crisis-team', reason: 'a slip' }).refuses('nothing-changed');
  });
});

describe('what somebody may do', () => {
  const authority = (events: readonly OrganisationEvent[], person: string, worker = person, settings = appointed) => authorityOf(organisationOf(events), settings, person, worker);
  it('where nobody sees to roles, whoever is there may review, and nobody reads what is not theirs', () => expect(authority([], 'jo', 'wren', { administrators: [], supervisors: [] })).toMatchObject({ mayReview: true, supervises: false, mayOpenCases: true }));
  it('where somebody does, nobody may review merely by being there', () => expect(authority([], 'jo', 'wren')).toMatchObject({ mayReview: false, mayOpenCases: true }));
  it('the supervisors of the settings review until there is a team', () => {
    const settings = { administrators: ['ada'], supervisors: ['jo'] };
    expect(authority([], 'jo', 'wren', settings)).toMatchObject({ mayReview: true, supervises: false });
    expect(authority(team, 'jo', 'wren', settings)).toMatchObject({ mayReview: false });
  });
  it('a supervisor reviews and reads the cases of their team, and of no other', () => {
    const other: readonly OrganisationEvent[] = [...team, { type: 'TeamFormed', ...ada, team: 't2', name: 'Hillside' }, { type: 'WorkerPutInTeam', ...ada, person: 'kit', team: 't2' }];
    expect(authority(other, 'sam', 'wren')).toMatchObject({ mayReview: true, supervises: true });
    expect(authority(other, 'sam', 'kit')).toMatchObject({ mayReview: false, supervises: false });
    expect(authority(other, 'sam', 'nobody-knows')).toMatchObject({ mayReview: false, supervises: false });
  });
  it('the cases of a link worker who has gone stay with the team that they worked in', () => {
    for (const gone of [{ type: 'PersonLeft', ...ada, person: 'wren' }, { type: 'RoleWithdrawn', ...ada, person: 'wren', role: 'link-worker', team: 't1' }] as const) {
      expect(authority([...team, gone], 'sam', 'wren')).toMatchObject({ supervises: true });
      expect(authority([...team, gone], 'wren')).toMatchObject({ mayWork: false, mayOpenCases: false });
    }
  });
  it('who worked here before there were teams keeps their cases, and opens new ones once they are in a team', () => expect(authority([named('kit'), formed], 'kit')).toMatchObject({ mayWork: true, mayOpenCases: false }));
  it('who has left has nothing; a link worker who only supervises now is let in, without the cases that were theirs', () => {
    const out: OrganisationEvent = { type: 'RoleWithdrawn', ...ada, person: 'wren', role: 'link-worker', team: 't1' };
    const up: OrganisationEvent = { type: 'RoleGranted', ...ada, person: 'wren', role: 'supervisor', team: 't1' };
    const barred = (events: readonly OrganisationEvent[]) => isBarred(organisationOf(events), appointed, 'wren');
    expect([barred(team), barred([...team, out]), barred([...team, out, up]), barred([...team, up, { type: 'PersonLeft', ...ada, person: 'wren' }])]).toEqual([false, true, false, true]);
    expect(authority([...team, out, up], 'wren')).toMatchObject({ mayWork: false });
  });
  it('leaving ends every role at once, and coming back gives none of them', () => {
    const back = organisationOf([...team, { type: 'PersonLeft', ...ada, person: 'sam' }, { type: 'PersonReturned', ...ada, person: 'sam' }]);
    expect([...memberOf(back, 'sam').supervises]).toEqual([]);
  });
});

describe('who is next in line', () => {
  const line = (events: readonly OrganisationEvent[], worker = 'wren') => nextInLine(organisationOf(events), appointed, worker, '2026-11-02').map(({ person, as }) => `${person} ${as}`);
  const standing = (events: readonly OrganisationEvent[]) => standingOfWorker(organisationOf(events), appointed, 'wren', '2026-11-02').kind;
  it('the supervisors of the team, who are there before who is on leave; administrators where there is none', () => {
    expect(line(team)).toEqual(['sam supervisor']);
    expect(line([...team, named('jo'), { type: 'RoleGranted', ...ada, person: 'jo', role: 'supervisor', team: 't1' }, { type: 'WorkerPutInTeam', ...ada, person: 'sam', team: 't1' }, { type: 'WorkerTookLeave', ...ada, person: 'sam' }])).toEqual(['jo supervisor', 'sam supervisor']);
    expect(line([formed, works])).toEqual(['ada administrator']);
  });
  it('leave ends on the first day back', () => {
    const leave = (until: string): readonly OrganisationEvent[] => [...team, { type: 'WorkerTookLeave', ...ada, person: 'wren', until }];
    expect([standing(team), standing(leave('2026-11-03')), standing(leave('2026-11-02')), standing([...team, { type: 'PersonLeft', ...ada, person: 'wren' }])]).toEqual(['there', 'on-leave', 'there', 'gone']);
  });
});
