/** What may next happen to the organisation, and who may make it happen. */
import { dayInLondon } from '../case/londonTime';
import { byTheBot } from '../case/owed';
import type { Place } from '../case/event';
import type { Contact } from '../framework/content';
import { isAdministrator, otherAdministrators, type Appointed } from './authority';
import { decideContact, type ContactCommand } from './decideContact';
import type { GrantedRole, OrganisationEvent, Role } from './event';
import { isAway, memberOf, type Organisation } from './organisation';
import { accept, refuse, type OrganisationDecision, type OrganisationRefusal } from './refusal';

export type OrganisationCommand =
  /** Whoever writes to the bot says so themselves; an administrator says it of others. */
  | { type: 'NamePerson'; person: string; name: string }
  | { type: 'GrantRole'; person: string; role: GrantedRole; team?: string }
  | { type: 'PutInTeam'; person: string; team: string }
  /** By an administrator; by the bot when the platform says that they are not in the team's channel any more. */
  | { type: 'WithdrawRole'; person: string; role: Role; team?: string; reason?: string }
  | { type: 'FormTeam'; team: string; name: string }
  | { type: 'RenameTeam'; team: string; name: string }
  | { type: 'TakeLeave'; person: string; until?: string }
  | { type: 'ComeBack'; person: string }
  | { type: 'RecordLeft'; person: string }
  | { type: 'RecordReturned'; person: string }
  | { type: 'SetReviewChannel'; team: string; place: Place }
  | { type: 'DropReviewChannel'; team: string; place: string }
  | ContactCommand;

export type OrganisationEnvelope = { readonly at: string; readonly by: string };
export type OrganisationGround = {
  readonly organisation: Organisation;
  readonly appointed: Appointed;
  /** The numbers as the settings have them, by id. */
  readonly contacts: ReadonlyMap<string, Contact>;
  /** Ids of those that somebody in danger may depend on. */
  readonly safetyContacts: ReadonlySet<string>;
};
type Ground = OrganisationGround;
type Of<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>;

/** Returns the events that follow, or why not. Only administrators change who may do what; a change that changes nothing is none. */
export function decideOrganisation(command: OrganisationCommand, envelope: OrganisationEnvelope, ground: Ground): OrganisationDecision {
  const barred = mayAsk(command, envelope.by, ground);
  return barred ? refuse(barred) : decide(command, envelope, ground);
}

function mayAsk(command: OrganisationCommand, by: string, { organisation, appointed }: Ground): OrganisationRefusal | undefined {
  if (isAdministrator(organisation, appointed, by)) return undefined;
  switch (command.type) {
    case 'NamePerson':
      return command.person === by ? undefined : 'not-an-administrator';
    case 'WithdrawRole':
      return by === byTheBot ? undefined : 'not-an-administrator';
    case 'TakeLeave':
    case 'ComeBack':
      return command.person === by || isSupervisorOf(organisation, by, command.person) ? undefined : 'not-your-team';
    default:
      return 'not-an-administrator';
  }
}

const isSupervisorOf = (organisation: Organisation, by: string, worker: string): boolean => {
  const { worksIn } = memberOf(organisation, worker);
  return worksIn !== undefined && memberOf(organisation, by).supervises.has(worksIn);
};

function decide(command: OrganisationCommand, envelope: OrganisationEnvelope, ground: Ground): OrganisationDecision {
  const { organisation } = ground;
  switch (command.type) {
    case 'NamePerson':
      return namePerson(command, envelope, organisation);
    case 'GrantRole':
    case 'PutInTeam':
      return give(command, envelope, ground);
    case 'WithdrawRole':
      return withdraw(command, envelope, ground);
    case 'FormTeam':
    case 'RenameTeam':
      return nameTeam(command, envelope, organisation);
    case 'TakeLeave':
    case 'ComeBack':
      return decideLeave(command, envelope, organisation);
    case 'RecordLeft':
    case 'RecordReturned':
      return decideLeaving(command, envelope, ground);
    case 'SetReviewChannel':
    case 'DropReviewChannel':
      return decideChannel(command, envelope, organisation);
    case 'ChangeContact':
    case 'DropContact':
      return decideContact(command, envelope, ground);
  }
}

const mostLettersOfAName = 80;
/** How ids of people look in Entra, or on a host without it: never empty, never a sentence. */
const looksLikeAnId = (text: string): boolean => /^[\w.@:-]{1,120}$/.test(text);

function namePerson({ person, name }: Of<'NamePerson'>, envelope: OrganisationEnvelope, organisation: Organisation): OrganisationDecision {
  const trimmed = name.trim();
  if (!looksLikeAnId(person)) return refuse('id-unreadable');
  if (trimmed === '') return refuse('name-missing');
  if (trimmed.length > mostLettersOfAName) return refuse('name-too-long');
  return memberOf(organisation, person).name === trimmed ? refuse('nothing-changed') : accept({ type: 'PersonNamed', ...envelope, person, name: trimmed });
}

function give(command: Of<'GrantRole'> | Of<'PutInTeam'>, envelope: OrganisationEnvelope, { organisation, appointed }: Ground): OrganisationDecision {
  const { person, team } = command;
  if (!organisation.members.has(person)) return refuse('no-such-person');
  const member = memberOf(organisation, person);
  if (member.leftAt !== undefined) return refuse('has-left');
  if (team !== undefined && !organisation.teams.has(team)) return refuse('no-such-team');
  if (command.type === 'PutInTeam') return member.worksIn === team ? refuse('nothing-changed') : accept({ type: 'WorkerPutInTeam', ...envelope, person, team: command.team });
  switch (command.role) {
    case 'supervisor':
      if (team === undefined) return refuse('team-missing');
      if (member.supervises.has(team)) return refuse('nothing-changed');
      // Supervisors read cases: where there are two who can give that, nobody gives it to themselves.
      if (person === envelope.by && otherAdministrators(organisation, appointed, person).length > 0) return refuse('not-by-yourself');
      return accept({ type: 'RoleGranted', ...envelope, person, role: 'supervisor', team });
    case 'manager':
      return member.isManager ? refuse('nothing-changed') : accept({ type: 'RoleGranted', ...envelope, person, role: 'manager' });
    case 'administrator':
      return isAdministrator(organisation, appointed, person) ? refuse('nothing-changed') : accept({ type: 'RoleGranted', ...envelope, person, role: 'administrator' });
  }
}

function withdraw({ person, role, team, reason }: Of<'WithdrawRole'>, envelope: OrganisationEnvelope, ground: Ground): OrganisationDecision {
  const member = memberOf(ground.organisation, person);
  const withdrawn = (of?: string): OrganisationDecision => accept({ type: 'RoleWithdrawn', ...envelope, person, role, ...(of === undefined ? {} : { team: of }), ...(reason?.trim() ? { reason } : {}) });
  switch (role) {
    case 'link-worker':
      return member.worksIn === undefined || (team !== undefined && member.worksIn !== team) ? refuse('nothing-changed') : withdrawn(member.worksIn);
    case 'supervisor':
      if (team === undefined) return refuse('team-missing');
      return member.supervises.has(team) ? withdrawn(team) : refuse('nothing-changed');
    case 'manager':
      return member.isManager ? withdrawn() : refuse('nothing-changed');
    case 'administrator': {
      const stays = staysAdministrator(person, ground);
      return stays ? refuse(stays) : member.isAdministrator ? withdrawn() : refuse('nothing-changed');
    }
  }
}

/** The settings are changed where they stand; and somebody has to be left who can give the role again. */
function staysAdministrator(person: string, { organisation, appointed }: Ground): OrganisationRefusal | undefined {
  if (appointed.administrators.includes(person)) return 'named-in-the-settings';
  const others = [...organisation.members.values()].some(({ id, isAdministrator: granted, leftAt }) => granted && leftAt === undefined && id !== person);
  return others || appointed.administrators.length > 0 || !memberOf(organisation, person).isAdministrator ? undefined : 'last-administrator';
}

function nameTeam(command: Of<'FormTeam' | 'RenameTeam'>, envelope: OrganisationEnvelope, { teams }: Organisation): OrganisationDecision {
  const name = command.name.trim();
  const before = teams.get(command.team);
  if (name === '') return refuse('name-missing');
  if (name.length > mostLettersOfAName) return refuse('name-too-long');
  if ([...teams.values()].some((team) => team.id !== command.team && team.name.toLowerCase() === name.toLowerCase())) return refuse('name-taken');
  if (command.type === 'FormTeam') return before ? refuse('nothing-changed') : accept({ type: 'TeamFormed', ...envelope, team: command.team, name });
  if (!before) return refuse('no-such-team');
  return before.name === name ? refuse('nothing-changed') : accept({ type: 'TeamRenamed', ...envelope, team: command.team, name });
}

function decideLeave(command: Of<'TakeLeave' | 'ComeBack'>, envelope: OrganisationEnvelope, organisation: Organisation): OrganisationDecision {
  const { person } = command;
  const member = memberOf(organisation, person);
  if (member.worksIn === undefined) return refuse('no-such-person');
  if (command.type === 'ComeBack') return member.leave === undefined ? refuse('nothing-changed') : accept({ type: 'WorkerCameBack', ...envelope, person });
  const { until } = command;
  const today = dayInLondon(envelope.at);
  if (until !== undefined && until <= today) return refuse('day-in-the-past');
  if (isAway(member, today) && member.leave?.until === until) return refuse('nothing-changed');
  return accept({ type: 'WorkerTookLeave', ...envelope, person, ...(until === undefined ? {} : { until }) });
}

function decideLeaving(command: Of<'RecordLeft' | 'RecordReturned'>, envelope: OrganisationEnvelope, ground: Ground): OrganisationDecision {
  const { person } = command;
  if (!ground.organisation.members.has(person)) return refuse('no-such-person');
  const { leftAt } = memberOf(ground.organisation, person);
  if (command.type === 'RecordReturned') return leftAt === undefined ? refuse('nothing-changed') : accept({ type: 'PersonReturned', ...envelope, person });
  if (leftAt !== undefined) return refuse('nothing-changed');
  const stays = staysAdministrator(person, ground);
  return stays ? refuse(stays) : accept({ type: 'PersonLeft', ...envelope, person });
}

function decideChannel(command: Of<'SetReviewChannel' | 'DropReviewChannel'>, envelope: OrganisationEnvelope, { teams }: Organisation): OrganisationDecision {
  const team = teams.get(command.team);
  if (!team) return refuse('no-such-team');
  const has = (id: string): boolean => team.reviewPlaces.some((place) => place.id === id);
  const event: OrganisationEvent = command.type === 'SetReviewChannel' ? { type: 'ReviewChannelSet', ...envelope, team: team.id, place: command.place } : { type: 'ReviewChannelDropped', ...envelope, team: team.id, place: command.place };
  return (command.type === 'SetReviewChannel' ? has(command.place.id) : !has(command.place)) ? refuse('nothing-changed') : accept(event);
}
