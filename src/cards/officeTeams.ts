/** Teams: who works in them, who supervises, and where their plans are reviewed. */
import { supervisorsOf, workersOf } from '../domain/organisation/authority';
import { nameOfMember, teamsByName, type Team } from '../domain/organisation/organisation';
import { mainButton, sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten } from './escape';
import { field } from './formCard';
import { backToOffice, officeList, pageButtons, pageFoot, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const aPage = 14;
const mostPlaces = 40;

export function presentTeams(screen: Extract<OfficeScreen, { kind: 'teams' }>, desk: OfficeDesk): AdaptiveCard {
  const { organisation } = desk;
  const teams = teamsByName(organisation);
  const page = teams.slice(screen.from, screen.from + aPage);
  return renderOffice({
    screen,
    title: 'Teams',
    intro: teams.length === 0 ? 'There is no team yet. From the first one on, roles alone say who may open cases and who may review.' : 'Tap a team to change it.',
    groups: teams.length === 0 ? [] : [{ label: '', tiles: page.map((team) => teamTile(team, desk)) }],
    lines: [field('name', organisation.rev, 'Name of a new team', { value: screen.fields?.['name'] ?? '' })],
    foot: pageFoot(screen.from, page.length, teams.length),
    buttons: [mainButton('Form this team', { verb: 'form-team', team: screen.form }), ...pageButtons('teams', 'More teams', { from: screen.from, aPage, count: teams.length }), backToOffice],
  });
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? `one ${one}` : `${count === 0 ? 'no' : count} ${many}`);

function teamTile(team: Team, { organisation }: OfficeDesk): Tile {
  const workers = workersOf(organisation, team.id).filter(({ worksIn }) => worksIn !== undefined).length;
  const supervisors = supervisorsOf(organisation, team.id).length;
  const note = [plural(workers, 'link worker', 'link workers'), plural(supervisors, 'supervisor', 'supervisors'), team.reviewPlaces.length === 0 ? 'no review channel' : team.reviewPlaces.map(({ name }) => name).join(', ')].join(' · ');
  return tile(plainLine(team.name, 60), { verb: 'office', screen: 'team-setup', about: team.id }, { text: escapeText(shorten(team.name, 60)), note: escapeText(shorten(note, 160)) });
}

export function presentTeamSetup(screen: Extract<OfficeScreen, { kind: 'team-setup' }>, desk: OfficeDesk): AdaptiveCard {
  const { organisation } = desk;
  const team = organisation.teams.get(screen.about);
  if (!team) return presentTeams({ kind: 'teams', form: screen.about, from: 0, ...(screen.problem === undefined ? {} : { problem: screen.problem }) }, desk);
  const named = (members: readonly { readonly name: string; readonly id: string }[]): string => members.map((member) => escapeText(shorten(nameOfMember({ ...member, supervises: new Set(), isManager: false, isAdministrator: false }), 40))).join(', ') || 'nobody yet: tap their name under People';
  const open = screen.places.filter(({ id, kind }) => kind !== 'personal' && !team.reviewPlaces.some((place) => place.id === id)).slice(0, mostPlaces);
  return renderOffice({
    screen,
    title: escapeText(shorten(team.name, 60)),
    blocks: [
      { label: 'Link workers', items: [named(workersOf(organisation, team.id).filter(({ worksIn }) => worksIn === team.id))] },
      { label: 'Supervisors', items: [named(supervisorsOf(organisation, team.id))] },
      { label: 'Where plans are reviewed', items: [team.reviewPlaces.length === 0 ? 'Wherever I and the link worker both are. Set a channel, so that plans go to one place.' : team.reviewPlaces.map(({ name }) => escapeText(shorten(name, 60))).join(', ')] },
    ],
    groups: team.reviewPlaces.length === 0 ? [] : [{ label: '', tiles: team.reviewPlaces.map(({ id, name }) => tile(plainLine(`Stop reviewing plans in ${name}`, 80), { verb: 'drop-review-channel', team: team.id, which: id }, { text: escapeText(`Stop reviewing plans in ${shorten(name, 60)}`) })) }],
    lines: [field('name', organisation.rev, 'Another name for this team', { value: screen.fields?.['name'] ?? '' })],
    choices: officeList('place', organisation.rev, 'Review channel', open.map(({ id, name }) => ({ title: name, value: id })), open[0]?.id),
    foot: open.length === 0 ? 'To set a channel, add me to its team and be a member yourself. I cannot post in private channels: a small private team with a standard channel does the same.' : 'Everybody in that channel can read the posted plans.',
    buttons: [
      ...(open.length === 0 ? [] : [mainButton('Review plans there', { verb: 'set-review-channel', team: team.id })]),
      sideButton('Use this name', { verb: 'rename-team', team: team.id }),
      backToOffice,
    ],
  });
}
