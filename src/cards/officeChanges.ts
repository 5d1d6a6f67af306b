/** What was changed in the organisation, and by whom: each event in words. */
import { dayInLondon } from '../domain/case/londonTime';
import { byTheBot } from '../domain/case/owed';
import type { OrganisationEvent, OrganisationEventOf, Role } from '../domain/organisation/event';
import { memberOf, nameOfMember, type Organisation } from '../domain/organisation/organisation';
import { dayInWords } from '../domain/plan/days';
import { escapeText, shorten } from './escape';
import { backToOffice, pageButtons, pageFoot, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const aPage = 12;

export function presentChanges(screen: Extract<OfficeScreen, { kind: 'changes' }>, { organisation }: OfficeDesk): AdaptiveCard {
  const page = screen.events.slice(screen.from, screen.from + aPage);
  const items = page.map((event) => `${dayInWords(dayInLondon(event.at))}, ${escapeText(shorten(whoDid(event, organisation), 40))}: ${escapeText(shorten(changeInWords(event, organisation), 200))}`);
  return renderOffice({
    screen,
    title: 'What was changed',
    intro: items.length === 0 ? 'Nothing yet.' : 'The newest first.',
    blocks: items.length === 0 ? [] : [{ label: '', items }],
    foot: pageFoot(screen.from, page.length, screen.events.length),
    buttons: [...pageButtons('changes', 'Earlier changes', { from: screen.from, aPage, count: screen.events.length }), backToOffice],
  });
}

const whoDid = ({ by }: OrganisationEvent, organisation: Organisation): string => (by === byTheBot ? 'Threefold' : nameOfMember(memberOf(organisation, by)));

const roleWords: Readonly<Record<Role, string>> = { 'link-worker': 'a link worker', supervisor: 'a supervisor', manager: 'a manager', administrator: 'an administrator' };

type Words = { readonly [Type in OrganisationEvent['type']]: (event: OrganisationEventOf<Type>, named: { person(id: string): string; team(id: string | undefined): string }) => string };

/** One entry an event: an event without one does not compile. */
const words: Words = {
  PersonNamed: ({ name }) => `${name} is on the list`,
  RoleGranted: ({ person, role, team }, named) => `${named.person(person)} is ${roleWords[role]}${named.team(team)}`,
  RoleWithdrawn: ({ person, role, team, reason }, named) => `${named.person(person)} is not ${roleWords[role]}${named.team(team)} any more${reason === undefined ? '' : ` (${reason})`}`,
  TeamFormed: ({ name }) => `the team ${name} was formed`,
  TeamRenamed: ({ name }) => `a team is called ${name} now`,
  WorkerPutInTeam: ({ person, team }, named) => `${named.person(person)} is a link worker${named.team(team)}`,
  WorkerTookLeave: ({ person, until }, named) => `${named.person(person)} is on leave${until === undefined ? '' : `, back on ${dayInWords(until)}`}`,
  WorkerCameBack: ({ person }, named) => `${named.person(person)} is back from leave`,
  PersonLeft: ({ person }, named) => `${named.person(person)} has left the service`,
  PersonReturned: ({ person }, named) => `${named.person(person)} is back in the service`,
  ReviewChannelSet: ({ team, place }, named) => `plans${named.team(team)} are reviewed in ${place.name}`,
  ReviewChannelDropped: ({ team }, named) => `one review channel fewer${named.team(team)}`,
  LocalContactChanged: ({ contact, reason }) => `${contact.name} is ${contact.number} now, to be checked by ${dayInWords(contact.reviewBy)}${reason === undefined ? '' : ` (${reason})`}`,
  LocalContactDropped: ({ contact }) => `the number ${contact} of the settings counts again`,
};

function changeInWords(event: OrganisationEvent, organisation: Organisation): string {
  const named = { person: (id: string): string => nameOfMember(memberOf(organisation, id)), team: (id: string | undefined): string => (id === undefined ? '' : ` in ${organisation.teams.get(id)?.name ?? 'a team'}`) };
  // The entry is the one for this event's type, which the compiler cannot follow through the index.
  return (words[event.type] as Words[typeof event.type] & ((event: OrganisationEvent, by: typeof named) => string))(event, named);
}
