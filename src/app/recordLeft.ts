/** The platform says that somebody is not in a place any more: what they were by being in the team of that place ends at once. */
import { byTheBot } from '../domain/case/owed';
import type { Member, Team } from '../domain/organisation/organisation';
import { memberOf } from '../domain/organisation/organisation';
import type { OrganisationCommand } from '../domain/organisation/decideOrganisation';
import { changeOrganisation } from './changeOrganisation';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';

export type Left = { readonly personIds: readonly string[]; /** Ids of the channels or of the chat. */ readonly places: readonly string[]; /** ISO instant. */ readonly at: string };

const reason = 'not in the channel of the team any more';

type Still = 'can-read' | 'cannot-read' | 'nobody-says';

/**
 * Roles in teams that review in one of these places are withdrawn, unless they belong to another place in which the team
 * reviews. Somebody who comes back is given them anew by an administrator: a platform that says it twice changes
 * nothing. Returns those of whom the platform did not say where else they are: to be asked again.
 */
export const recordLeft = (parts: Parts) => async (left: Left): Promise<readonly Left[]> => {
  const open: Left[] = [];
  for (const person of left.personIds) if (!(await endRoles(parts, person, left))) open.push({ ...left, personIds: [person] });
  return open;
};

/** Asks again, round after round, until the platform says where they are. */
export function keepAsking(record: ReturnType<typeof recordLeft>): { readonly left: (left: Left) => Promise<void>; readonly again: () => Promise<void> } {
  const waiting = new Set<Left>();
  const ask = async (one: Left): Promise<void> => {
    waiting.add(one);
    const open = await record(one);
    waiting.delete(one);
    for (const still of open) waiting.add(still);
  };
  return {
    left: ask,
    again: async () => {
      for (const one of [...waiting]) await ask(one);
    },
  };
}

async function endRoles(parts: Parts, person: string, { places, at }: Left): Promise<boolean> {
  const organisation = await organisationNow(parts, { fresh: true });
  const member = memberOf(organisation, person);
  let isSettled = true;
  for (const team of organisation.teams.values()) {
    const roles = team.reviewPlaces.some(({ id }) => places.includes(id)) ? rolesIn(member, team, person) : [];
    const still = roles.length === 0 ? 'can-read' : await stillReads(parts, person, team, places);
    if (still === 'cannot-read') for (const command of roles) await changeOrganisation(parts, { at, by: byTheBot }, command);
    if (still === 'nobody-says') isSettled = false;
  }
  return isSettled;
}

/** Whether they belong to any other place where plans of the team are reviewed. */
async function stillReads({ messenger }: Parts, person: string, { reviewPlaces }: Team, places: readonly string[]): Promise<Still> {
  const others = await Promise.all(reviewPlaces.filter(({ id }) => !places.includes(id)).map(({ id }) => messenger.isIn(person, id)));
  if (others.includes(true)) return 'can-read';
  return others.includes(undefined) ? 'nobody-says' : 'cannot-read';
}

const rolesIn = ({ supervises, worksIn }: Member, { id: team }: Team, person: string): readonly OrganisationCommand[] => [
  ...(supervises.has(team) ? [{ type: 'WithdrawRole' as const, person, role: 'supervisor' as const, team, reason }] : []),
  ...(worksIn === team ? [{ type: 'WithdrawRole' as const, person, role: 'link-worker' as const, team, reason }] : []),
];
