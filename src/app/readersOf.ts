/** Who can see a case and who did, by name, as the organisation and the case have it. */
import type { Readers } from '../cards/readersCard';
import { isAdministrator, supervisorsOf } from '../domain/organisation/authority';
import { memberOf, membersByName, nameOfMember, teamOfWorker } from '../domain/organisation/organisation';
import type { CaseDesk } from './caseDesk';
import { trailOf } from './changeRecord';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';

export async function readersOf(parts: Parts, { caseId, reading: { state } }: Pick<CaseDesk, 'caseId' | 'reading'>): Promise<Readers> {
  const organisation = await organisationNow(parts);
  const team = teamOfWorker(organisation, state.worker);
  const [events, trail] = [await parts.cases.load(caseId), await trailOf(parts, caseId)];
  return {
    ...(team === undefined ? {} : { team: organisation.teams.get(team)?.name ?? '' }),
    supervisors: team === undefined ? [] : supervisorsOf(organisation, team).filter(({ id }) => id !== state.worker).map(nameOfMember),
    administrators: membersByName(organisation).filter(({ id }) => isAdministrator(organisation, parts.settings, id)).map(nameOfMember),
    copies: trail.filter(({ verb, outcome }) => verb === 'export' && outcome === 'done').map(({ by, at }) => ({ name: nameOfMember(memberOf(organisation, by)), at })),
    planReaders: events.flatMap((event) => (event.type === 'PlanOpenedByReviewer' && event.by !== state.worker ? [{ name: event.reviewer || nameOfMember(memberOf(organisation, event.by)), at: event.at }] : [])),
  };
}
