/** The organisation as its administrators and supervisors see it: an invented service, and one whose every word tries to break a card. */
import type { OfficeDesk, OfficeScreen } from '../../../src/cards/officeScreen';
import { presentOffice } from '../../../src/cards/presentOffice';
import { presentOthersCase } from '../../../src/cards/othersCaseCard';
import { presentNeeds } from '../../../src/cards/needsCard';
import { presentReaders } from '../../../src/cards/readersCard';
import { TagField, tagFields } from '../../../src/domain/activities/tags';
import type { TaggedService } from '../../../src/domain/activities/tagsToCheck';
import type { Learnt } from '../../../src/domain/learnt/learnt';
import { countNeeds } from '../../../src/domain/learnt/needCounts';
import { organisationOf } from '../../../src/domain/organisation/evolveOrganisation';
import type { OrganisationEvent } from '../../../src/domain/organisation/event';
import { membersByName, type Organisation } from '../../../src/domain/organisation/organisation';
import { safetyContactsOf } from '../../../src/domain/organisation/contactsInForce';
import type { Samples } from './conversation';
import { content, endless, happened, nasty, readingOf, typicalEvents, worstEvents } from './people';

const by = { at: '2026-11-02T10:00:00.000Z', by: 'ada' };
const place = (id: string, name: string) => ({ id, name, kind: 'channel' as const });
const people = [['ada', 'Ada Stone'], ['wren', 'Wren Alder'], ['jo', 'Jo Bell'], ['sam', 'Sam Okafor'], ['lee', 'Lee Hart']] as const;

const typicalOrganisation: readonly OrganisationEvent[] = [
  ...people.map(([person, name]): OrganisationEvent => ({ type: 'PersonNamed', ...by, person, name })),
  { type: 'TeamFormed', ...by, team: 't1', name: 'Riverside' },
  { type: 'TeamFormed', ...by, team: 't2', name: 'Hillside' },
  { type: 'WorkerPutInTeam', ...by, person: 'wren', team: 't1' },
  { type: 'WorkerPutInTeam', ...by, person: 'jo', team: 't1' },
  { type: 'RoleGranted', ...by, person: 'sam', role: 'supervisor', team: 't1' },
  { type: 'RoleGranted', ...by, person: 'lee', role: 'manager' },
  { type: 'ReviewChannelSet', ...by, team: 't1', place: place('p1', 'Plan review') },
  { type: 'WorkerTookLeave', ...by, person: 'wren', until: '2026-11-16' },
  { type: 'LocalContactChanged', ...by, contact: { id: 'crisis-team', name: 'Mental health crisis team', number: '0161 271 0000', scope: 'local', sample: false, reviewBy: '2027-04-30', hours: 'all day, every day' }, reason: 'They have a new line' },
];

/** More of everything than a card can show, with names that try to break it. */
const worstOrganisation: readonly OrganisationEvent[] = [
  ...Array.from({ length: 30 }, (_, index): OrganisationEvent => ({ type: 'PersonNamed', ...by, person: `0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a${10 + index}`, name: `${nasty} ${index}`.slice(0, 80) })),
  ...Array.from({ length: 16 }, (_, index): OrganisationEvent => ({ type: 'TeamFormed', ...by, team: `team-${index}`, name: `${index} ${nasty}`.slice(0, 80) })),
  ...Array.from({ length: 16 }, (_, index): OrganisationEvent => ({ type: 'WorkerPutInTeam', ...by, person: `0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a${10 + index}`, team: 'team-0' })),
  ...Array.from({ length: 8 }, (_, index): OrganisationEvent => ({ type: 'RoleGranted', ...by, person: '0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a10', role: 'supervisor', team: `team-${index}` })),
  ...Array.from({ length: 4 }, (_, index): OrganisationEvent => ({ type: 'ReviewChannelSet', ...by, team: 'team-0', place: place(`19:${'x'.repeat(60)}${index}@thread.tacv2`, nasty) })),
  { type: 'WorkerTookLeave', ...by, person: '0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a10' },
  { type: 'LocalContactChanged', ...by, contact: { id: 'crisis-team', name: nasty.slice(0, 60), number: '0161 271 0000', scope: 'local', sample: false, reviewBy: '2026-01-31', hours: nasty }, reason: endless },
];

const deskOf = (events: readonly OrganisationEvent[]): OfficeDesk => ({
  organisation: organisationOf(events),
  appointed: { administrators: ['ada'], supervisors: [] },
  contacts: content.contacts,
  safetyContacts: safetyContactsOf(content),
  stages: new Map(content.process.map(({ id, label }) => [id as string, label])),
  today: '2026-11-02',
});
const [typical, worst] = [deskOf(typicalOrganisation), deskOf(worstOrganisation)];
const both = (one: (desk: OfficeDesk, worker: string, isWorst: boolean) => OfficeScreen) => ({ typical: presentOffice(one(typical, 'wren', false), typical).card, worst: presentOffice(one(worst, '0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a10', true), worst).card });
const everybody = ({ members }: Organisation) => membersByName({ ...typical.organisation, members }).filter(({ worksIn }) => worksIn !== undefined);
const teamOf = (desk: OfficeDesk) => [...desk.organisation.teams.values()][0]!;
const listed = (count: number, worker: string) => Array.from({ length: count }, (_, index) => ({ caseId: `case-0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a${10 + index}`, ref: `WREN-${200 + index}`, worker, state: index % 4 === 3 ? ('paused' as const) : ('open' as const), stage: 'plan', touchedAt: by.at, openConcerns: index % 3 }));
const fields = (isWorst: boolean) => (isWorst ? { fields: { name: nasty, number: nasty, hours: nasty, reason: nasty, person: nasty }, problem: endless } : {});

const opening = happened({ type: 'CaseOpenedBySupervisor', name: 'Sam Okafor', reason: 'Wren is on leave' });
const readers = { team: 'Riverside', supervisors: ['Sam Okafor'], administrators: ['Ada Stone'], planReaders: [], copies: [] };
const many = Array.from({ length: 40 }, () => nasty);

/** Ten of each of so many wants, and a few of something that must not be seen. */
const unmet = (wants: number): readonly Learnt[] => [
  ...Array.from({ length: 10 * wants }, (_, index): Learnt => ({ type: 'NeedUnmet', month: `2026-${String((index % 10) + 1).padStart(2, '0')}`, want: [wants > 1 ? `${nasty} ${index % wants}` : 'Pottery', 'Being with people'], when: ['Tuesday'], area: wants > 1 ? `${nasty} ${index % wants}` : 'Swinton', barrier: wants > 1 ? `${endless} ${index % wants}` : 'Getting there' })),
  ...Array.from({ length: 3 }, (): Learnt => ({ type: 'NeedUnmet', month: '2026-11', want: ['Bell ringing'], when: [] })),
];

const said = (field: TagField, values: readonly string[], words: string, part = 'description'): TaggedService['tags'][number] => ({ field, values, stands: 'proposed', from: values.map((value) => ({ field, value, words, part, weight: 2 })) });
const groups = new Map([['carers', 'people who look after somebody'], ['veterans', 'people who served in the forces']]);
const typicalService: TaggedService = {
  id: 'town-g1', name: 'Bramble Lane garden mornings', organisation: 'Bramble Lane Trust', groups,
  description: 'Come and dig, sow and pot on at our community garden. A small friendly group, tea after. Drop in on Tuesday mornings.',
  tags: [said('status', ['open'], 'active', 'news'), said('joining', ['drop-in'], 'Drop in'), said('pounds', ['0'], 'Free', 'cost'), said('interest', ['growing'], 'community garden'), said('company', ['small'], 'small friendly group'), said('days', ['tue'], 'Tuesday'), said('time', ['morning'], 'mornings', 'name'), said('setting', ['outdoors'], 'garden', 'name'), said('gives', ['calm', 'people'], 'friendly'), said('manner', ['doing'], 'dig'), said('body', ['some'], 'dig'), { field: 'access', values: ['step-free'], stands: 'confirmed', from: { listing: 'town-g1', field: 'access', values: ['step-free'], by: 'ada', on: '2026-10-30' } }],
  open: [{ field: 'kind', values: ['drop-in', 'group'], from: [{ field: 'kind', value: 'drop-in', words: 'Drop in', part: 'description', weight: 2 }, { field: 'kind', value: 'group', words: 'group', part: 'description', weight: 2 }] }],
};
/** Every field, with as many values as it takes. */
const worstService: TaggedService = {
  ...typicalService, name: endless, organisation: nasty, description: endless, open: [],
  groups: new Map(Array.from({ length: 30 }, (_, index) => [`group-${index}`, `${nasty} ${index}`])),
  tags: TagField.options.map((field) => { const rule: { readonly most: number; readonly values?: readonly string[] } = tagFields[field]; return said(field, rule.values?.slice(0, rule.most) ?? ['12'], nasty, 'eligibility'); }),
};

export const office: Samples = {
  leave: both((desk, worker, isWorst) => ({ kind: 'leave', people: isWorst ? [...everybody(desk.organisation), ...everybody(desk.organisation)] : [...desk.organisation.members.values()].filter(({ id }) => id === worker), self: worker, ...(isWorst ? { problem: endless } : { said: 'Recorded.' }) })),
  administration: both((desk, worker) => ({ kind: 'office', leftOpen: [{ member: desk.organisation.members.get(worker)!, open: 3 }] })),
  'the people of a service': both((_desk, _worker, isWorst) => ({ kind: 'people', from: isWorst ? 12 : 0, ...fields(isWorst) })),
  'one of the people': both((_desk, worker, isWorst) => ({ kind: 'member', about: worker, open: 2, ...(isWorst ? { problem: endless } : {}) })),
  'the teams of a service': both((_desk, _worker, isWorst) => ({ kind: 'teams', form: 't9', from: 0, ...fields(isWorst) })),
  'one of the teams': both((desk, _worker, isWorst) => ({ kind: 'team-setup', about: teamOf(desk).id, places: isWorst ? Array.from({ length: 45 }, (_, index) => place(`19:${index}${'f'.repeat(60)}@thread.tacv2`, nasty)) : [place('p2', 'Case talk')], ...fields(isWorst) })),
  'the local numbers': both(() => ({ kind: 'numbers', from: 0 })),
  'one of the local numbers': both((_desk, _worker, isWorst) => ({ kind: 'number', about: 'crisis-team', ...fields(isWorst) })),
  'records by their reference': both((_desk, _worker, isWorst) => ({ kind: 'records', ...fields(isWorst) })),
  'unmet needs in numbers': { typical: presentNeeds(countNeeds(unmet(1), '2026-12-02')).card, worst: presentNeeds(countNeeds(unmet(40), '2026-12-02')).card },
  'the directory': both((_desk, _worker, isWorst) => ({
    kind: 'directory',
    services: isWorst ? 98_765 : 972,
    waiting: isWorst ? 98_764 : 41,
    sources: isWorst
      ? Array.from({ length: 12 }, (_, index) => ({ name: `${nasty} ${index}`, day: '2026-11-02', services: 98_765, withdrawn: 12_345, unchecked: 45_678, isRefreshable: true, run: { state: 'ended' as const, isDone: false, said: Array.from({ length: 7 }, () => nasty) } }))
      : [
          { name: 'directory.example.org', day: '2026-10-26', services: 812, withdrawn: 14, unchecked: 96, isRefreshable: true, run: { state: 'going-on', rows: 300, of: 826 } },
          { name: 'our-own', day: '2026-09-01', services: 42, withdrawn: 0, unchecked: 0, isRefreshable: false },
          { name: 'activities.example.org', day: '2026-11-01', services: 120, withdrawn: 2, unchecked: 0, isRefreshable: true, run: { state: 'ended', isDone: true, said: ['New: 3. Changed: 5. The same: 112. Withdrawn: 1. Back again: 0. Not readable: 1.', '“Row dance” (row 7): It has no name. Write one into “name”.'] } },
        ],
    ...(isWorst ? { problem: endless } : {}),
  })),
  'what is said of an activity': both((_desk, _worker, isWorst) => ({ kind: 'tags', service: isWorst ? worstService : typicalService, seen: 'status:open', form: 3, ...(isWorst ? { said: endless, problem: endless } : { said: 'Kept. Here is the next one.' }) })),
  'what an activity is like': both((_desk, _worker, isWorst) => ({ kind: 'likeness', service: isWorst ? worstService : typicalService })),
  'one thing said of an activity': both((_desk, _worker, isWorst) => ({ kind: 'tag', service: isWorst ? worstService : typicalService, about: isWorst ? 'access' : 'company', form: 3, ...(isWorst ? { problem: endless } : {}) })),
  'a number said of an activity': both((_desk, _worker, isWorst) => ({ kind: 'tag', service: isWorst ? worstService : typicalService, about: isWorst ? 'madeFor' : 'pounds', form: 3, ...(isWorst ? {} : { typed: 'a fiver', problem: 'I cannot read that. Please write it in digits, like 12 or 2.50.' }) })),
  'activities by their name': both((_desk, _worker, isWorst) => ({ kind: 'found-services', words: isWorst ? nasty : 'garden', form: 3, found: Array.from({ length: isWorst ? 40 : 3 }, (_, index) => ({ id: `town-${index}`, name: isWorst ? `${nasty} ${index}` : ['Bramble Lane garden mornings', 'Garden club', 'The sensory garden'][index]!, doubts: 0 })) })),
  'what was changed in the service': both((_desk, _worker, isWorst) => ({ kind: 'changes', from: isWorst ? 12 : 0, events: [...(isWorst ? worstOrganisation : typicalOrganisation)].reverse() })),
  'the cases of somebody who left': both((desk, worker, isWorst) => ({ kind: 'hand-over-all', about: worker, open: 3, workers: everybody(desk.organisation), ...fields(isWorst) })),
  'the cases of a team': both((desk, worker, isWorst) => ({ kind: 'my-team', from: 0, teams: [{ team: teamOf(desk), cases: listed(isWorst ? 40 : 4, worker) }], ...(isWorst ? { said: endless } : {}) })),
  'a case to hand over': both((desk, worker, isWorst) => ({ kind: 'hand-over', head: listed(1, worker)[0]!, workers: everybody(desk.organisation), ...fields(isWorst) })),
  'a case that a supervisor reads': { typical: presentOthersCase(readingOf(...typicalEvents), { about: 'overview', said: 'It is recorded that you opened this case.' }).card, worst: presentOthersCase(readingOf(...worstEvents), { about: 'overview', problem: endless }).card },
  'what was said, for a supervisor': { typical: presentOthersCase(readingOf(...typicalEvents), { about: content.framework.sections[0]!.id }).card, worst: presentOthersCase(readingOf(...worstEvents), { about: content.framework.sections[0]!.id }).card },
  'the concerns, for a supervisor': { typical: presentOthersCase(readingOf(...typicalEvents), { about: 'concerns' }).card, worst: presentOthersCase(readingOf(...worstEvents), { about: 'concerns' }).card },
  'the plan, for a supervisor': { typical: presentOthersCase(readingOf(...typicalEvents), { about: 'plan' }).card, worst: presentOthersCase(readingOf(...worstEvents), { about: 'plan' }).card },
  'the notes, for a supervisor': { typical: presentOthersCase(readingOf(...typicalEvents), { about: 'seen' }).card, worst: presentOthersCase(readingOf(...worstEvents), { about: 'seen' }).card },
  'who can see a case': {
    typical: presentReaders(readingOf(...typicalEvents, opening), { readers }),
    worst: presentReaders(readingOf(...worstEvents, ...Array.from({ length: 20 }, () => happened({ type: 'CaseOpenedBySupervisor', name: nasty, reason: endless })), ...Array.from({ length: 20 }, () => happened({ type: 'CaseHandedOver', to: 'wren', toName: nasty, name: nasty, reason: endless }))), { readers: { team: nasty, supervisors: many, administrators: many, planReaders: [], copies: [] }, problem: endless }),
  },
};

