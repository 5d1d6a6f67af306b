/** Who may do what: the list of people, and one of them. */
import { dayInLondon } from '../domain/case/londonTime';
import { capital } from '../domain/learnt/capital';
import { isAdministrator } from '../domain/organisation/authority';
import { isAway, memberOf, membersByName, nameOfMember, teamsByName, type Member } from '../domain/organisation/organisation';
import { dayInWords } from '../domain/plan/days';
import { mainButton, menuButton, sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten } from './escape';
import { field } from './formCard';
import { backToOffice, officeDay, officeList, pageButtons, pageFoot, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const aPage = 12;
const mostTeamsListed = 12;
const mostTeamsOffered = 60;

export function presentPeople(screen: Extract<OfficeScreen, { kind: 'people' }>, desk: OfficeDesk): AdaptiveCard {
  const { organisation } = desk;
  const people = membersByName(organisation);
  const page = people.slice(screen.from, screen.from + aPage);
  return renderOffice({
    screen,
    title: 'People',
    intro: people.length === 0 ? 'Nobody has written to me yet. Everybody who does will be listed here.' : 'Everybody who has written to me. Tap a name to say what they may do.',
    groups: [{ label: '', tiles: page.map((member) => personTile(member, desk)) }].filter(({ tiles }) => tiles.length > 0),
    lines: [
      field('person', organisation.rev, 'Somebody who has not written to me yet', { placeholder: 'Their object id from Entra', value: screen.fields?.['person'] ?? '' }),
      field('name', organisation.rev, 'Their name', { value: screen.fields?.['name'] ?? '' }),
    ],
    foot: pageFoot(screen.from, page.length, people.length),
    buttons: [
      sideButton('Put them on the list', { verb: 'name-person' }),
      ...pageButtons('people', 'More people', { from: screen.from, aPage, count: people.length }),
      backToOffice,
    ],
  });
}

const personTile = (member: Member, desk: OfficeDesk): Tile => {
  const name = nameOfMember(member);
  return tile(plainLine(name, 60), { verb: 'office', screen: 'member', about: member.id }, { text: escapeText(shorten(name, 60)), note: escapeText(shorten(capital(rolesOf(member, desk).join(' · ')) || 'No role yet', 160)) });
};

/** What they may do, in words. */
export function rolesOf(member: Member, { organisation, appointed, today }: Pick<OfficeDesk, 'organisation' | 'appointed' | 'today'>): readonly string[] {
  if (member.leftAt !== undefined) return [`left on ${dayInWords(dayInLondon(member.leftAt))}`];
  const named = (team: string): string => organisation.teams.get(team)?.name ?? 'a team';
  return [
    ...(member.worksIn === undefined ? [] : [`link worker in ${named(member.worksIn)}`]),
    ...(isAway(member, today) ? [member.leave?.until === undefined ? 'on leave' : `on leave, back on ${dayInWords(member.leave.until)}`] : []),
    ...[...member.supervises].map((team) => `supervisor of ${named(team)}`),
    ...(member.isManager ? ['manager'] : []),
    ...(isAdministrator(organisation, appointed, member.id) ? ['administrator'] : []),
  ];
}

export function presentMember(screen: Extract<OfficeScreen, { kind: 'member' }>, desk: OfficeDesk): AdaptiveCard {
  const { organisation, today } = desk;
  const member = memberOf(organisation, screen.about);
  const roles = rolesOf(member, desk);
  const hasLeft = member.leftAt !== undefined;
  const teams = teamsByName(organisation).slice(0, mostTeamsOffered).map(({ id, name }) => ({ title: name, value: id }));
  return renderOffice({
    screen,
    title: escapeText(shorten(nameOfMember(member), 60)),
    intro: roles.length === 0 ? 'No role yet.' : `${escapeText(capital(roles.join(', ')))}.`,
    blocks: screen.open === 0 ? [] : [{ label: '', items: [screen.open === 1 ? 'One open case is theirs.' : `${screen.open} open cases are theirs.`] }],
    groups: hasLeft ? [] : [{ label: 'Tap what changes', tiles: tilesOf(member, desk) }],
    choices: hasLeft ? [] : officeList('team', organisation.rev, 'Or choose a team', teams, member.worksIn ?? teams[0]?.value),
    days: hasLeft || member.worksIn === undefined || isAway(member, today) ? [] : [officeDay('until', organisation.rev, 'First day back, if they go on leave', today)],
    foot: hasLeft ? '' : 'Each change is recorded with your name. It counts from their next press on.',
    buttons: [
      ...(hasLeft || teams.length === 0 ? [] : [mainButton('Link worker in this team', { verb: 'put-in-team', person: member.id }), sideButton('Supervisor of this team', { verb: 'grant-role', person: member.id, role: 'supervisor' })]),
      backToOffice,
      ...(screen.open > 0 ? [menuButton('Hand over their cases', { verb: 'office', screen: 'hand-over-all', about: member.id })] : []),
      hasLeft ? menuButton('They are back', { verb: 'person-returned', person: member.id }) : menuButton('They have left the service', { verb: 'person-left', person: member.id }),
    ],
  });
}

function tilesOf(member: Member, { organisation, appointed, today }: OfficeDesk): Tile[] {
  const { id: person } = member;
  const named = (team: string): string => organisation.teams.get(team)?.name ?? 'the team';
  const change = (title: string, press: Parameters<typeof tile>[1], note = ''): Tile => tile(plainLine(title, 80), press, { text: escapeText(title), note });
  const administers = isAdministrator(organisation, appointed, person);
  return [
    ...(member.worksIn === undefined ? [] : [change(`Not a link worker in ${named(member.worksIn)} any more`, { verb: 'withdraw-role', person, role: 'link-worker' }, 'Their cases stay, and are shut to them')]),
    ...(member.worksIn === undefined ? [] : [isAway(member, today) ? change('Back from leave', { verb: 'come-back', person }) : change('On leave', { verb: 'take-leave', person }, 'Reminders go to a supervisor meanwhile')]),
    ...[...member.supervises].slice(0, mostTeamsListed).map((team) => change(`Not a supervisor of ${named(team)} any more`, { verb: 'withdraw-role', person, role: 'supervisor', which: team })),
    member.isManager ? change('Not a manager any more', { verb: 'withdraw-role', person, role: 'manager' }) : change('Make them a manager', { verb: 'grant-role', person, role: 'manager' }, 'Managers see counts, and no case'),
    administers ? change('Not an administrator any more', { verb: 'withdraw-role', person, role: 'administrator' }) : change('Make them an administrator', { verb: 'grant-role', person, role: 'administrator' }, 'They can change all of this'),
  ];
}
