/** The organisation: what its events add up to. */
import type { Place } from '../case/event';
import type { Contact } from '../framework/content';

/** Somebody of whom the organisation has heard, with whatever they may do now. */
export type Member = {
  readonly id: string;
  /** Empty while nobody has said it. */
  readonly name: string;
  readonly namedAt?: string;
  /** The team in which they are a link worker now. */
  readonly worksIn?: string;
  /** Where they were a link worker last: whose supervisors see to their cases. */
  readonly workedIn?: string;
  readonly supervises: ReadonlySet<string>;
  readonly isManager: boolean;
  readonly isAdministrator: boolean;
  readonly leave?: { readonly at: string; /** ISO day of the first day back. */ readonly until?: string };
  /** ISO instant at which they left the organisation. */
  readonly leftAt?: string;
};

export type Team = { readonly id: string; readonly name: string; /** Where plans of this team are reviewed; none: wherever its link workers belong. */ readonly reviewPlaces: readonly Place[] };

export type ChangedContact = { readonly contact: Contact; readonly at: string; readonly by: string; readonly reason?: string };

export type Organisation = {
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
  /** The same object as long as no contact changes. */
  readonly contacts: ReadonlyMap<string, ChangedContact>;
  readonly rev: number;
};

export const noOrganisation: Organisation = { members: new Map(), teams: new Map(), contacts: new Map(), rev: 0 };

export const memberOf = ({ members }: Organisation, id: string): Member => members.get(id) ?? { id, name: '', supervises: new Set(), isManager: false, isAdministrator: false };

/** What to call them: the name that was given, or the beginning of the id that stands for them. */
export const nameOfMember = ({ id, name }: Member): string => (name === '' ? `Person ${id.slice(0, 8)}` : name);

export const membersByName = ({ members }: Organisation): readonly Member[] => [...members.values()].sort((a, b) => nameOfMember(a).localeCompare(nameOfMember(b)) || a.id.localeCompare(b.id));
export const teamsByName = ({ teams }: Organisation): readonly Team[] => [...teams.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));

/** On leave at this ISO day. */
export const isAway = ({ leave }: Member, today: string): boolean => leave !== undefined && (leave.until === undefined || today < leave.until);

/** The team that sees to somebody's cases: where they work, or worked last. */
export const teamOfWorker = (organisation: Organisation, worker: string): string | undefined => {
  const { worksIn, workedIn } = memberOf(organisation, worker);
  return worksIn ?? workedIn;
};
