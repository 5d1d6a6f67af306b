/** Where an administrator begins: what there is, and what is amiss. */
import { supervisorsOf } from '../domain/organisation/authority';
import { isOverdue } from '../domain/framework/isOverdue';
import { capital } from '../domain/learnt/capital';
import { nameOfMember, teamsByName } from '../domain/organisation/organisation';
import { sideButton, tile, type Tile } from './buttons';
import { escapeText, plainLine, shorten } from './escape';
import { backToMyCases, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const mostAmiss = 8;

export function presentOfficeHome(screen: Extract<OfficeScreen, { kind: 'office' }>, desk: OfficeDesk): AdaptiveCard {
  const { members, teams, contacts } = desk.organisation;
  const amiss = [...leftOpenTiles(screen), ...teamTiles(desk), ...numberTiles(desk)];
  return renderOffice({
    screen,
    title: 'Administration',
    intro: 'Who may do what, where plans are reviewed, and your own numbers. No case can be read from here.',
    groups: [
      ...(amiss.length === 0 ? [] : [{ label: 'To look at', tiles: amiss.slice(0, mostAmiss) }]),
      {
        label: amiss.length === 0 ? '' : 'All of it',
        tiles: [
          tile('People', { verb: 'office', screen: 'people' }, { note: `${members.size} on the list` }),
          tile('Teams', { verb: 'office', screen: 'teams' }, { note: teams.size === 0 ? 'None yet' : teams.size === 1 ? 'One so far' : `${teams.size} on the list` }),
          tile('Local numbers', { verb: 'office', screen: 'numbers' }, { note: contacts.size === 0 ? 'None changed here' : `${contacts.size} changed here` }),
          tile('Records', { verb: 'office', screen: 'records' }, { note: 'Set aside, keep on or erase' }),
          tile('The directory', { verb: 'office', screen: 'directory' }, { note: 'Where the activities come from' }),
          tile('What was changed', { verb: 'office', screen: 'changes' }),
        ],
      },
    ],
    buttons: [sideButton('What can you do?', { verb: 'help' }), backToMyCases],
  });
}

/** Cases that nobody works on come first: somebody may be waiting. */
const leftOpenTiles = ({ leftOpen }: Extract<OfficeScreen, { kind: 'office' }>): Tile[] =>
  leftOpen.map(({ member, open }) => {
    const title = `${open === 1 ? 'One case' : `${open} cases`} of ${nameOfMember(member)}: nobody works on ${open === 1 ? 'it' : 'them'}`;
    return tile(plainLine(title, 100), { verb: 'office', screen: 'hand-over-all', about: member.id }, { text: escapeText(shorten(title, 100)), note: 'Hand over' });
  });

function teamTiles({ organisation }: OfficeDesk): Tile[] {
  return teamsByName(organisation).flatMap((team) => {
    const lacks = [...(supervisorsOf(organisation, team.id).length === 0 ? ['no supervisor, so nobody can agree its plans'] : []), ...(team.reviewPlaces.length === 0 ? ['no review channel'] : [])];
    const name = shorten(team.name, 40);
    return lacks.length === 0 ? [] : [tile(plainLine(`${name}: ${lacks.join(', ')}`, 100), { verb: 'office', screen: 'team-setup', about: team.id }, { text: escapeText(name), note: escapeText(capital(lacks.join(' \u00b7 '))) })];
  });
}

function numberTiles({ contacts, organisation, today }: OfficeDesk): Tile[] {
  const now = [...contacts.values()].filter(({ scope }) => scope === 'local').map((contact) => organisation.contacts.get(contact.id)?.contact ?? contact);
  const wanting = now.filter((contact) => contact.sample || isOverdue(contact, today)).length;
  return wanting === 0 ? [] : [tile(wanting === 1 ? 'One local number needs a check' : `${wanting} local numbers need a check`, { verb: 'office', screen: 'numbers' })];
}
