/** What each event means for the organisation. A new event that nobody handles does not compile. */
import { noOrganisation, memberOf, type Member, type Organisation, type Team } from './organisation';
import type { GrantedRole, OrganisationEvent, OrganisationEventOf, Role } from './event';

const known = new WeakMap<readonly OrganisationEvent[], Organisation>();

/** The organisation that these events add up to. The same list gives the same object. */
export function organisationOf(events: readonly OrganisationEvent[]): Organisation {
  const before = known.get(events);
  if (before) return before;
  const organisation = events.reduce(evolveOrganisation, noOrganisation);
  known.set(events, organisation);
  return organisation;
}

export function evolveOrganisation(state: Organisation, event: OrganisationEvent): Organisation {
  // The entry is the one for this event's type, which the compiler cannot follow through the index.
  const next = (meanings[event.type] as Meaning<typeof event.type>)(state, event);
  return { ...next, rev: state.rev + 1 };
}

type Meaning<Type extends OrganisationEvent['type']> = (state: Organisation, event: OrganisationEventOf<Type>) => Organisation;

/** One entry an event: an event without one does not compile. */
const meanings: { readonly [Type in OrganisationEvent['type']]: Meaning<Type> } = {
  PersonNamed: (state, { person, name, at }) => changed(state, person, (member) => ({ ...member, name, namedAt: at })),
  RoleGranted: (state, { person, role, team }) => changed(state, person, (member) => granted(member, role, team)),
  RoleWithdrawn: (state, { person, role, team }) => changed(state, person, (member) => withdrawn(member, role, team)),
  TeamFormed: (state, { team, name }) => ({ ...state, teams: new Map(state.teams).set(team, { id: team, name, reviewPlaces: [] }) }),
  TeamRenamed: (state, { team, name }) => changedTeam(state, team, (before) => ({ ...before, name })),
  WorkerPutInTeam: (state, { person, team }) => changed(state, person, (member) => ({ ...member, worksIn: team, workedIn: team })),
  WorkerTookLeave: (state, { person, at, until }) => changed(state, person, (member) => ({ ...member, leave: { at, ...(until === undefined ? {} : { until }) } })),
  WorkerCameBack: (state, { person }) => changed(state, person, ({ leave: _leave, ...member }) => member),
  PersonLeft: (state, { person, at }) => changed(state, person, (member) => ({ ...withoutRoles(member), leftAt: at })),
  PersonReturned: (state, { person }) => changed(state, person, ({ leftAt: _left, ...member }) => member),
  ReviewChannelSet: (state, { team, place }) => changedTeam(state, team, (before) => ({ ...before, reviewPlaces: [...before.reviewPlaces.filter(({ id }) => id !== place.id), place] })),
  ReviewChannelDropped: (state, { team, place }) => changedTeam(state, team, (before) => ({ ...before, reviewPlaces: before.reviewPlaces.filter(({ id }) => id !== place) })),
  LocalContactChanged: (state, { contact, at, by, reason }) => ({ ...state, contacts: new Map(state.contacts).set(contact.id, { contact, at, by, ...(reason === undefined ? {} : { reason }) }) }),
  LocalContactDropped: (state, { contact }) => ({ ...state, contacts: new Map([...state.contacts].filter(([id]) => id !== contact)) }),
};

function changed(state: Organisation, person: string, change: (member: Member) => Member): Organisation {
  return { ...state, members: new Map(state.members).set(person, change(memberOf(state, person))) };
}

function changedTeam(state: Organisation, team: string, change: (before: Team) => Team): Organisation {
  const before = state.teams.get(team);
  return before ? { ...state, teams: new Map(state.teams).set(team, change(before)) } : state;
}

function granted(member: Member, role: GrantedRole, team: string | undefined): Member {
  switch (role) {
    case 'supervisor':
      return team === undefined ? member : { ...member, supervises: new Set(member.supervises).add(team) };
    case 'manager':
      return { ...member, isManager: true };
    case 'administrator':
      return { ...member, isAdministrator: true };
  }
}

function withdrawn(member: Member, role: Role, team: string | undefined): Member {
  switch (role) {
    case 'link-worker': {
      const { worksIn: _before, ...rest } = member;
      return team === undefined || member.worksIn === team ? rest : member;
    }
    case 'supervisor':
      return { ...member, supervises: new Set([...member.supervises].filter((one) => team !== undefined && one !== team)) };
    case 'manager':
      return { ...member, isManager: false };
    case 'administrator':
      return { ...member, isAdministrator: false };
  }
}

function withoutRoles({ worksIn: _works, leave: _leave, ...member }: Member): Member {
  return { ...member, supervises: new Set(), isManager: false, isAdministrator: false };
}
