/** What a role lets people type and press, and what is left to somebody who has none any more. */
import { dayInLondon } from '../domain/case/londonTime';
import type { CardAction } from '../cards/actions';
import { byTheBot } from '../domain/case/owed';
import { hasTeams, isAdministrator, isBarred, isGoverned } from '../domain/organisation/authority';
import { memberOf, type Organisation } from '../domain/organisation/organisation';
import { changeOrganisation, OrganisationTooBusy } from './changeOrganisation';
import { handleLeave, isLeaveAction } from './handleLeave';
import { handleNeeds, mayCountNeeds } from './handleNeeds';
import { handleOffice, isOfficeAction } from './handleOffice';
import { handleTags, isTagAction } from './handleTags';
import { handleTeam, isTeamAction, openByRef, supervisesAnybody } from './handleTeam';
import { home } from './homeCards';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';
import type { Said } from './readSaid';
import type { Outcome, Turn } from './turn';
import { wordsBrought } from './typedWith';

/** Undefined for a press that is no matter of roles. `parts.content` as the settings have it. */
export function pressedInRole(parts: Parts, turn: Turn, action: CardAction): Promise<Outcome> | undefined {
  if (action.verb === 'unmet-needs') return handleNeeds(parts, turn);
  if (isOfficeAction(action)) return handleOffice(parts, turn, action);
  if (isTagAction(action)) return handleTags(parts, turn, action);
  if (isLeaveAction(action)) return handleLeave(parts, turn, action);
  return isTeamAction(action) ? handleTeam(parts, turn, action) : undefined;
}

/** Undefined when whoever typed it has not that role: then they are words like any other. */
export async function saidInRole(parts: Parts, turn: Turn, said: Said): Promise<Outcome | undefined> {
  switch (said.kind) {
    case 'office':
      return (await administers(parts, turn)) ? handleOffice(parts, turn, { verb: 'office', screen: said.screen }) : undefined;
    case 'tags':
      return (await administers(parts, turn)) ? handleTags(parts, turn, { verb: 'check-tags' }) : undefined;
    case 'leave':
      return handleLeave(parts, turn, { verb: 'my-leave' });
    case 'needs':
      return (await mayCountNeeds(parts, turn.by.id)) ? handleNeeds(parts, turn) : undefined;
    case 'team':
      return (await supervisesAnybody(parts, turn.by.id)) ? handleTeam(parts, turn, { verb: 'team', from: 0 }) : undefined;
    case 'open-case':
      return (await supervisesAnybody(parts, turn.by.id)) ? openByRef(parts, turn, said.ref) : undefined;
    default:
      return undefined;
  }
}

const administers = async (parts: Parts, { by }: Turn): Promise<boolean> => isAdministrator(await organisationNow(parts), parts.settings, by.id);

/** What they typed is given back, and whom to ring is said: that they may not be here does not make anybody safe. */
export async function barredFrom(parts: Parts, { by, intent }: Turn): Promise<Outcome | undefined> {
  const organisation = await organisationNow(parts);
  if (!isBarred(organisation, parts.settings, by.id)) return undefined;
  const typed = wordsBrought(intent);
  const emergency = parts.content().texts['welcome-emergency'] ?? '';
  const text = `You are in no team of this service any more, so nothing was opened and nothing was kept. An administrator can put you in one. ${emergency}`.trim();
  return { shown: home(parts, { kind: 'notice', title: 'This is not open to you', text, ...(typed.trim() === '' ? {} : { typed }) }) };
}

/** Where somebody sees to roles, whoever writes stands on the list of people from then on. Names change rarely: at most once a day here. */
export async function meet(parts: Parts, { at, by }: Turn): Promise<void> {
  const organisation = await organisationNow(parts);
  if (!isGoverned(organisation, parts.settings) || !isNews(organisation, { at, by })) return;
  // What they came for does not wait for that: the next turn does it.
  await changeOrganisation(parts, { at, by: by.id }, { type: 'NamePerson', person: by.id, name: by.name.slice(0, 80) }).catch((trouble: unknown) => {
    if (!(trouble instanceof OrganisationTooBusy)) throw trouble;
  });
}

function isNews(organisation: Organisation, { at, by }: Pick<Turn, 'at' | 'by'>): boolean {
  const { name, namedAt } = memberOf(organisation, by.id);
  return by.id !== byTheBot && by.name.trim() !== '' && by.name.trim() !== name && (namedAt === undefined || dayInLondon(namedAt) !== dayInLondon(at));
}

/** Where there are teams, it is for those who answer for one to say that safety actions are shown somewhere, and that they are not any more. */
export async function mayDecideOnPlaces(parts: Parts, person: string): Promise<boolean> {
  const organisation = await organisationNow(parts, { fresh: true });
  return !hasTeams(organisation) || isAdministrator(organisation, parts.settings, person) || memberOf(organisation, person).supervises.size > 0;
}
