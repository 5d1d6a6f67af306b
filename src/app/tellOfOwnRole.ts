/** Somebody who alone administers made themselves a supervisor: those who answer for the team with them are told. */
import type { OrganisationCommand } from '../domain/organisation/decideOrganisation';
import { otherAdministrators, supervisorsOf } from '../domain/organisation/authority';
import type { Organisation } from '../domain/organisation/organisation';
import { home } from './homeCards';
import type { Parts } from './ports';
import type { Turn } from './turn';

/** That it happened is on the record by then, whoever can be reached. */
export async function tellOfOwnRole(parts: Parts, { by }: Turn, command: OrganisationCommand, organisation: Organisation): Promise<void> {
  if (command.type !== 'GrantRole' || command.role !== 'supervisor' || command.person !== by.id || command.team === undefined) return;
  const team = organisation.teams.get(command.team)?.name ?? 'a team';
  const others = [...otherAdministrators(organisation, parts.settings, by.id), ...supervisorsOf(organisation, command.team).map(({ id }) => id)];
  const shown = home(parts, { kind: 'notice', title: `${by.name} supervises ${team} now`, text: 'They are an administrator, and gave themselves that role. They can read the cases of the team; each opening is shown to its link worker.' });
  for (const person of new Set(others.filter((id) => id !== by.id))) await parts.messenger.tell(person, shown).catch(() => undefined);
}
