/** The operator's page, where the settings ask for it. */
import { organisationNow } from './app/organisationNow';
import type { CaseStore, OrganisationStore } from './app/ports';
import type { Config } from './config';
import { contactsToMention } from './content/contactsToCheck';
import { dayInLondon } from './domain/case/londonTime';
import type { Catalogue } from './domain/activities/activity';
import type { Content } from './domain/framework/content';
import { contentInForce } from './domain/organisation/contactsInForce';
import { operatorServer } from './operator/operatorServer';
import { readStanding, type Sends } from './operator/standing';

export type OperatorParts = {
  readonly cases: CaseStore;
  /** Where the numbers stand that were changed in the chat. */
  readonly organisation: OrganisationStore;
  readonly sends: () => Sends;
  readonly content: () => Content;
  readonly catalogue: () => Catalogue;
  readonly version: string;
};

/** Resolves with a sentence of where it is, and how it is closed; undefined when nobody asked for it. */
export async function openOperator({ operatorPort, store }: Pick<Config, 'operatorPort' | 'store'>, { cases, organisation, sends, content, catalogue, version }: OperatorParts): Promise<{ readonly remark: string; readonly close: () => Promise<void> } | undefined> {
  if (operatorPort === undefined) return undefined;
  const since = new Date().toISOString();
  const versions = { app: version, content: content().framework.version, node: process.version };
  const contacts = async (at: string) => contactsToMention(contentInForce(content(), (await organisationNow({ organisation })).contacts), dayInLondon(at));
  const server = operatorServer(() => readStanding({ cases, store: store.kind, versions, since, sends, contacts, catalogue }, new Date().toISOString()));
  const port = await server.listen(operatorPort);
  return { remark: `How the bot stands, for this machine alone: http://127.0.0.1:${port}/`, close: () => server.close() };
}
