/** An administrator's turns: who may do what, where plans are reviewed, and the numbers of the service. */
import { dayInLondon } from '../domain/case/londonTime';
import type { ActionOf, CardAction } from '../cards/actions';
import { officeRefusalText } from '../cards/officeRefusals';
import type { LeftOpen, OfficeDesk, OfficeScreen } from '../cards/officeScreen';
import { presentOffice } from '../cards/presentOffice';
import { refusalText } from '../cards/refusals';
import { waitingToBeChecked } from '../domain/activities/tagsToCheck';
import { isAdministrator, workersToGiveTo } from '../domain/organisation/authority';
import type { OrganisationCommand } from '../domain/organisation/decideOrganisation';
import { memberOf, membersByName, type Member, type Organisation } from '../domain/organisation/organisation';
import { auditDone, idForAudit } from './auditOf';
import { changeOrganisation, groundOf } from './changeOrganisation';
import { keepRecord } from './keepRecord';
import { handOverAll, openHeadsOf } from './handOver';
import { home } from './homeCards';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';
import { tellOfOwnRole } from './tellOfOwnRole';
import type { Outcome, Turn } from './turn';

const officeVerbs = ['office', 'name-person', 'grant-role', 'put-in-team', 'withdraw-role', 'take-leave', 'come-back', 'person-left', 'person-returned', 'form-team', 'rename-team', 'set-review-channel', 'drop-review-channel', 'change-contact', 'drop-contact', 'hand-over-all', 'keep-record', 'refresh-source'] as const;
export type OfficeAction = ActionOf<(typeof officeVerbs)[number]>;
export const isOfficeAction = (action: CardAction): action is OfficeAction => (officeVerbs as readonly string[]).includes(action.verb);

/** `parts.content` as the settings have it: what was changed in the chat is shown beside it. */
export async function handleOffice(parts: Parts, turn: Turn, action: OfficeAction): Promise<Outcome> {
  const organisation = await organisationNow(parts, { fresh: true });
  if (!isAdministrator(organisation, parts.settings, turn.by.id)) return { shown: home(parts, { kind: 'notice', title: 'That is for administrators', text: 'Nothing was changed. Type help to see what I can do for you.' }) };
  if (action.verb === 'office') return show(parts, turn, organisation, await screenOf(parts, turn, organisation, action));
  if (action.verb === 'keep-record') return keepOne(parts, turn, organisation, action);
  if (action.verb === 'refresh-source') return refreshSource(parts, turn, organisation, action);
  if (action.verb === 'hand-over-all') return giveAll(parts, turn, organisation, action);
  const command = await commandOf(parts, turn, action);
  if (!command) return show(parts, turn, organisation, { ...(await screenAfter(parts, turn, organisation, action)), problem: 'I am not in that channel, or you are not. Please choose another one.' });
  const changed = await changeOrganisation(parts, { at: turn.at, by: turn.by.id }, command);
  const screen = await screenAfter(parts, turn, changed.organisation, action, changed.kind === 'refused');
  if (changed.kind === 'changed') {
    await tellOfOwnRole(parts, turn, command, changed.organisation);
    return show(parts, turn, changed.organisation, { ...screen, said: 'Recorded.' });
  }
  return show(parts, turn, changed.organisation, { ...screen, problem: officeRefusalText(changed.reason) });
}

export async function directoryScreen({ directory, learnt }: Parts, { at }: Pick<Turn, 'at'>): Promise<Extract<OfficeScreen, { kind: 'directory' }>> {
  const services = directory?.listed() ?? [];
  const waiting = waitingToBeChecked(services, await learnt.load({ fresh: true })).length;
  return { kind: 'directory', services: services.length, waiting, sources: directory ? await directory.sources(dayInLondon(at)) : [] };
}

const refreshWords = { begun: { said: 'Begun. It goes on while you do something else; look again in a minute.' }, 'going-on': { problem: 'An import is going on already. Please wait until it is done.' }, 'no-such-source': { problem: 'That source cannot be brought in from here. Whoever runs Threefold can do it.' } } as const;

async function refreshSource(parts: Parts, turn: Turn, organisation: Organisation, { which }: ActionOf<'refresh-source'>): Promise<Outcome> {
  const began = (await parts.directory?.refresh(which, dayInLondon(turn.at))) ?? 'no-such-source';
  await auditDone(parts, [{ at: turn.at, by: idForAudit(turn.by.id), verb: 'administer', place: 'personal', what: 'DirectoryRefreshed', outcome: began === 'begun' ? 'done' : 'refused' }]);
  return show(parts, turn, organisation, { ...(await directoryScreen(parts, turn)), ...refreshWords[began] });
}

async function keepOne(parts: Parts, turn: Turn, organisation: Organisation, action: ActionOf<'keep-record'>): Promise<Outcome> {
  const { screen, owes } = await keepRecord(parts, turn, action);
  return { ...show(parts, turn, organisation, screen), ...(owes === undefined ? {} : { owes }) };
}

type Change = Exclude<OfficeAction, { verb: 'office' | 'hand-over-all' | 'keep-record' | 'refresh-source' }>;

/** Undefined when the place that it names is none in which the bot and the administrator both are. */
async function commandOf(parts: Parts, turn: Turn, action: Change): Promise<OrganisationCommand | undefined> {
  switch (action.verb) {
    case 'name-person':
      return { type: 'NamePerson', person: action.person.trim().toLowerCase(), name: action.name };
    case 'grant-role':
      return { type: 'GrantRole', person: action.person, role: action.role, ...(action.role === 'supervisor' && action.team !== undefined ? { team: action.team } : {}) };
    case 'put-in-team':
      return { type: 'PutInTeam', person: action.person, team: action.team };
    case 'withdraw-role':
      return { type: 'WithdrawRole', person: action.person, role: action.role, ...(action.which === undefined ? {} : { team: action.which }) };
    case 'take-leave':
      return { type: 'TakeLeave', person: action.person, ...(action.until === undefined ? {} : { until: action.until }) };
    case 'come-back':
      return { type: 'ComeBack', person: action.person };
    case 'person-left':
      return { type: 'RecordLeft', person: action.person };
    case 'person-returned':
      return { type: 'RecordReturned', person: action.person };
    case 'form-team':
      return { type: 'FormTeam', team: action.team, name: action.name };
    case 'rename-team':
      return { type: 'RenameTeam', team: action.team, name: action.name };
    case 'set-review-channel': {
      const place = (await parts.messenger.placesOf(turn.by.id)).find(({ id }) => id === action.place);
      return place && { type: 'SetReviewChannel', team: action.team, place };
    }
    case 'drop-review-channel':
      return { type: 'DropReviewChannel', team: action.team, place: action.which };
    case 'change-contact':
      return { type: 'ChangeContact', contact: action.contact, name: action.name, number: action.number, hours: action.hours, reviewBy: action.day, reason: action.reason };
    case 'drop-contact':
      return { type: 'DropContact', contact: action.contact, reason: action.reason };
  }
}

/** Back to what was being changed; with everything that was typed when it was refused. */
async function screenAfter(parts: Parts, turn: Turn, organisation: Organisation, action: Change, refused = false): Promise<OfficeScreen> {
  const fields = refused ? { fields: typedIn(action) } : {};
  switch (action.verb) {
    case 'name-person':
      return { kind: 'people', from: 0, ...fields };
    case 'form-team':
      return { kind: 'teams', form: refused ? action.team : turn.freshId, from: 0, ...fields };
    case 'rename-team':
    case 'set-review-channel':
    case 'drop-review-channel':
      return { kind: 'team-setup', about: action.team, places: await parts.messenger.placesOf(turn.by.id), ...fields };
    case 'change-contact':
    case 'drop-contact':
      return refused ? { kind: 'number', about: action.contact, ...fields } : { kind: 'numbers', from: 0 };
    default:
      return memberScreen(parts, organisation, action.person);
  }
}

const typedIn = (action: Change): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(action).filter((field): field is [string, string] => typeof field[1] === 'string' && field[0] !== 'verb'));

async function memberScreen(parts: Parts, organisation: Organisation, person: string): Promise<OfficeScreen> {
  return organisation.members.has(person) ? { kind: 'member', about: person, open: (await openHeadsOf(parts, person)).length } : { kind: 'people', from: 0 };
}

async function screenOf(parts: Parts, turn: Turn, organisation: Organisation, { screen, about = '' }: ActionOf<'office'>): Promise<OfficeScreen> {
  const from = /^\d{1,6}$/.test(about) ? Number(about) : 0;
  switch (screen) {
    case 'office':
      return { kind: 'office', leftOpen: await leftOpenOf(parts, organisation) };
    case 'people':
      return { kind: 'people', from };
    case 'member':
      return memberScreen(parts, organisation, about);
    case 'teams':
      return { kind: 'teams', form: turn.freshId, from };
    case 'team-setup':
      return { kind: 'team-setup', about, places: await parts.messenger.placesOf(turn.by.id) };
    case 'numbers':
      return { kind: 'numbers', from };
    case 'number':
      return { kind: 'number', about };
    case 'changes':
      return { kind: 'changes', events: [...(await parts.organisation.load())].reverse(), from };
    case 'records':
      return { kind: 'records' };
    case 'directory':
      return directoryScreen(parts, turn);
    case 'hand-over-all':
      return { kind: 'hand-over-all', about, open: (await openHeadsOf(parts, about)).length, workers: workersToGiveTo(organisation, parts.settings, turn.by.id, about) };
  }
}

/** Link workers who have left, or are none any more, and whose cases are still open. */
async function leftOpenOf(parts: Parts, organisation: Organisation): Promise<readonly LeftOpen[]> {
  const gone = membersByName(organisation).filter(isGone);
  const counted = await Promise.all(gone.map(async (member) => ({ member, open: (await openHeadsOf(parts, member.id)).length })));
  return counted.filter(({ open }) => open > 0);
}

const isGone = ({ leftAt, worksIn, workedIn }: Member): boolean => leftAt !== undefined || (workedIn !== undefined && worksIn === undefined);

async function giveAll(parts: Parts, turn: Turn, organisation: Organisation, { person, to, reason }: ActionOf<'hand-over-all'>): Promise<Outcome> {
  const { given, stay, refused } = await handOverAll(parts, turn, organisation, { from: person, to, reason });
  // The others are told by whichever instance goes round next.
  const owes = given[0] === undefined ? {} : { owes: given[0] };
  if (refused !== undefined) {
    const workers = workersToGiveTo(organisation, parts.settings, turn.by.id, person);
    return { ...show(parts, turn, organisation, { kind: 'hand-over-all', about: person, open: (await openHeadsOf(parts, person)).length, workers, fields: { reason }, problem: refusalText(refused) }), ...owes };
  }
  const handed = given.length === 0 ? 'There was nothing to hand over.' : `${given.length === 1 ? 'One case is' : `${given.length} cases are`} with ${memberOf(organisation, to).name || 'them'} now.`;
  const left = stay === 0 ? '' : ` ${stay === 1 ? 'One stays as it is: it is' : `${stay} stay as they are: they are`} being erased, or somebody else was first.`;
  return { ...show(parts, turn, organisation, { ...(await memberScreen(parts, organisation, person)), said: `${handed}${left}` }), ...owes };
}

const show = (parts: Parts, turn: Turn, organisation: Organisation, screen: OfficeScreen): Outcome => ({ shown: presentOffice(screen, officeDesk(parts, turn, organisation)) });

export function officeDesk(parts: Parts, { at }: Pick<Turn, 'at'>, organisation: Organisation): OfficeDesk {
  const stages = new Map(parts.content().process.map(({ id, label }) => [id as string, label] as const));
  return { ...groundOf(parts, organisation), stages, today: dayInLondon(at) };
}
