/** Whose case it is says who may see it, as long as they are a link worker: with another role alone, their own cases are shut to them too. */
import type { CaseHead } from '../domain/case/head';
import type { CaseDesk } from './caseDesk';
import { authorityNow } from './organisationNow';
import type { Parts } from './ports';

type Asked = Pick<Parts, 'cases' | 'organisation' | 'settings'>;

const mayWork = async (parts: Asked, person: string): Promise<boolean> => (await authorityNow(parts, person)).mayWork;

/** All that are open to this person, closed ones too; none once they are no link worker any more. */
export const ownHeads = async (parts: Asked, person: string): Promise<readonly CaseHead[]> => ((await mayWork(parts, person)) ? parts.cases.headsOf(person) : []);

export const isOwnCase = async (parts: Asked, { state }: Pick<CaseDesk, 'state'>, person: string): Promise<boolean> => state.worker === person && mayWork(parts, person);
