/** The platform says that somebody is not in a place any more: what they were by being in the team of that place ends at once. */
import { byTheBot } from '../domain/case/owed';
import type { Member, Organisation, Team } from '../domain/organisation/organisation';
import { memberOf } from '../domain/organisation/organisation';
import type { OrganisationCommand } from '../domain/organisation/decideOrganisation';
import { changeOrganisation } from './changeOrganisation';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';

export type Left = { readonly personIds: readonly string[]; /** Ids of the channels or of the chat. */ readonly places: readonly string[]; /** ISO instant. */ readonly at: string };

const reason = 'not in the channel of the team any more';

/**
 * Roles in teams that review in one of these places are withdrawn, unless the team reviews in another place as well.
 * Somebody who comes back is given them anew by an administrator: a platform that says it twice changes nothing.
 */
export const recordLeft = (parts: Parts) => async ({ personIds, places, at }: Left): Promise<void> => {
  for (const person of personIds) {
    for (const command of endsFor(await organisationNow(parts, { fresh: true }), person, places)) await changeOrganisation(parts, { at, by: byTheBot }, command);
  }
};

function endsFor(organisation: Organisation, person: string, places: readonly string[]): readonly OrganisationCommand[] {
  const member = memberOf(organisation, person);
  return [...organisation.teams.values()].filter((team) => isLeft(team, places)).flatMap((team) => rolesIn(member, team, person));
}

const isLeft = ({ reviewPlaces }: Team, places: readonly string[]): boolean => reviewPlaces.length > 0 && reviewPlaces.every(({ id }) => places.includes(id));

const rolesIn = ({ supervises, worksIn }: Member, { id: team }: Team, person: string): readonly OrganisationCommand[] => [
  ...(supervises.has(team) ? [{ type: 'WithdrawRole' as const, person, role: 'supervisor' as const, team, reason }] : []),
  ...(worksIn === team ? [{ type: 'WithdrawRole' as const, person, role: 'link-worker' as const, team, reason }] : []),
];
