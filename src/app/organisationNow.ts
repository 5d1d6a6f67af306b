/** The organisation as it stands, and what it says of somebody. */
import { authorityOf, type Authority } from '../domain/organisation/authority';
import { organisationOf } from '../domain/organisation/evolveOrganisation';
import type { Organisation } from '../domain/organisation/organisation';
import type { OrganisationStore, Parts } from './ports';

type Asked = Parameters<OrganisationStore['load']>[0];

export const organisationNow = async ({ organisation }: Pick<Parts, 'organisation'>, asked?: Asked): Promise<Organisation> => organisationOf(await organisation.load(asked));

/** Of `person` as regards a case of `worker`. What is somebody else's is never shown or changed by what was true seconds ago. */
export async function authorityNow(parts: Pick<Parts, 'organisation' | 'settings'>, person: string, worker: string = person): Promise<Authority> {
  return authorityOf(await organisationNow(parts, { fresh: person !== worker }), parts.settings, person, worker);
}
