/**
 * What somebody may do, as the organisation says: from the id that the platform signed, never from a card. Whoever needs
 * to be in a place as well is looked up there besides (see Rights).
 */
import { memberOf, membersByName, teamOfWorker, type Member, type Organisation, type Team } from './organisation';

/** Who has a say before anybody was given a role: ids from the settings. */
export type Appointed = {
  /** Administrators from the first day; no card takes that from them. */
  readonly administrators: readonly string[];
  /** May review plans until the first team is formed; none: any member of the place, unless there are administrators. */
  readonly supervisors: readonly string[];
};

export type Authority = {
  /** Their own cases are open to them: not when they left, or are no link worker any more. */
  readonly mayWork: boolean;
  readonly mayOpenCases: boolean;
  /** Supervises the team of the link worker whose case it is: may read it, and hand it over. */
  readonly supervises: boolean;
  /** May decide on this link worker's plans, where they belong to the place. */
  readonly mayReview: boolean;
  readonly administers: boolean;
  /** Sees counts, and no case. */
  readonly manages: boolean;
  /** Whether they may give a case of this link worker to this person. */
  readonly mayGiveTo: (to: string) => boolean;
  /** Ids of the places where plans of this link worker are reviewed; absent: wherever both belong. */
  readonly reviewPlaces?: readonly string[];
};

/** Teams were formed: from then on roles alone say who may do what. */
export const hasTeams = ({ teams }: Organisation): boolean => teams.size > 0;

/** Somebody sees to roles here, or will: nobody becomes a reviewer by merely being there. */
export const isGoverned = (organisation: Organisation, { administrators }: Appointed): boolean => hasTeams(organisation) || administrators.length > 0;

export const isAdministrator = (organisation: Organisation, appointed: Appointed, id: string): boolean => {
  const { isAdministrator: granted, leftAt } = memberOf(organisation, id);
  return appointed.administrators.includes(id) || (granted && leftAt === undefined);
};

/** Ids of all who administer beside this person. */
export const otherAdministrators = (organisation: Organisation, appointed: Appointed, id: string): readonly string[] =>
  [...new Set([...appointed.administrators, ...organisation.members.keys()])].filter((other) => other !== id && isAdministrator(organisation, appointed, other));

/** What this person may do with a case of `worker`; of their own when it is they. */
export function authorityOf(organisation: Organisation, appointed: Appointed, person: string, worker: string = person): Authority {
  const member = memberOf(organisation, person);
  const team = teamOfWorker(organisation, worker);
  const places = team === undefined ? [] : (organisation.teams.get(team)?.reviewPlaces ?? []).map(({ id }) => id);
  const mayWork = member.leftAt === undefined && (member.worksIn !== undefined || member.workedIn === undefined);
  return {
    mayWork,
    mayOpenCases: mayWork && (!hasTeams(organisation) || member.worksIn !== undefined),
    supervises: member.leftAt === undefined && team !== undefined && member.supervises.has(team),
    mayReview: member.leftAt === undefined && mayReview(organisation, appointed, member, team),
    administers: isAdministrator(organisation, appointed, person),
    manages: member.leftAt === undefined && member.isManager,
    mayGiveTo: (to) => mayGive(organisation, appointed, { by: person, from: worker, to: memberOf(organisation, to) }),
    ...(places.length === 0 ? {} : { reviewPlaces: places }),
  };
}

type Giving = { readonly by: string; readonly from: string; readonly to: Member };

/** To a link worker of any team as an administrator, of their own teams as a supervisor. No administrator takes a case for themselves where another one could give it to them. */
function mayGive(organisation: Organisation, appointed: Appointed, { by, from, to: { id, leftAt, worksIn } }: Giving): boolean {
  if (id === from || leftAt !== undefined || worksIn === undefined) return false;
  const { supervises } = memberOf(organisation, by);
  const team = teamOfWorker(organisation, from);
  if (supervises.has(worksIn) && team !== undefined && supervises.has(team)) return true;
  return isAdministrator(organisation, appointed, by) && (id !== by || otherAdministrators(organisation, appointed, by).length === 0);
}

/** Link workers to whom this person may give a case of `from`, by name. */
export const workersToGiveTo = (organisation: Organisation, appointed: Appointed, by: string, from: string): readonly Member[] => membersByName(organisation).filter((to) => mayGive(organisation, appointed, { by, from, to }));

/** There is nothing here for them: they left, or have no role any more. */
export function isBarred(organisation: Organisation, appointed: Appointed, person: string): boolean {
  const { mayWork, administers, manages } = authorityOf(organisation, appointed, person);
  return !mayWork && !administers && !manages && teamsSupervisedBy(organisation, person).length === 0;
}

/** Roles count once there are teams, then those who were named in the settings; where nobody sees to roles, whoever is there. */
function mayReview(organisation: Organisation, appointed: Appointed, member: Member, team: string | undefined): boolean {
  if (hasTeams(organisation)) return team !== undefined && member.supervises.has(team);
  if (appointed.supervisors.length > 0) return appointed.supervisors.includes(member.id);
  return !isGoverned(organisation, appointed);
}

/** The teams that this person supervises now. */
export const teamsSupervisedBy = (organisation: Organisation, person: string): readonly Team[] => [...memberOf(organisation, person).supervises].flatMap((id) => organisation.teams.get(id) ?? []);

/** Link workers of a team, those who worked there last included: their cases are still there. */
export const workersOf = ({ members }: Organisation, team: string): readonly Member[] => [...members.values()].filter(({ worksIn, workedIn }) => (worksIn ?? workedIn) === team);

/** Supervisors of a team who can be asked. */
export const supervisorsOf = ({ members }: Organisation, team: string): readonly Member[] => [...members.values()].filter((member) => member.leftAt === undefined && member.supervises.has(team));
