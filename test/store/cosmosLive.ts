/**
 * The contract of the stores against a real account or the official emulator: `npm run test:cosmos-live`.
 *
 * With a key it makes a container of its own in COSMOS_DATABASE, works in nothing else, and drops it at the end. An
 * identity may make none: it works in the container that it is given, if that holds no case, and erases what it wrote.
 */
import type { CosmosClient } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { checkCosmos } from '../../src/store/checkCosmos';
import { casesContainer } from '../../src/store/cosmosContainer';
import { credentialOf } from '../../src/store/cosmosIdentity';
import { cosmosClient, openCosmosStore, type CosmosAccount } from '../../src/store/cosmosStore';
import { headAt, keepsTheContract, opened, said } from './contract';
import { leasesKeepTheContract } from './leasesContract';
import { placesKeepTheContract } from './placesContract';

const { COSMOS_ENDPOINT: endpoint = '', COSMOS_KEY: key = '', AZURE_CLIENT_ID: clientId = '', COSMOS_DATABASE: database = 'threefold-contract', COSMOS_CONTAINER: given = '' } = process.env;
const run = randomUUID();
const hasKey = key !== '';
const container = hasKey ? `contract-${run}` : given;
const account: CosmosAccount = { endpoint, database, container, ...(hasKey ? { key } : { credential: credentialOf(clientId === '' ? { kind: 'azure-cli' } : { kind: 'managed', clientId }) }) };
const client: CosmosClient = cosmosClient(account);
const items = client.database(database).container(container).items;
let readsLatest = false;
let count = 0;

const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

beforeAll(async () => {
  if (hasKey) {
    const { database: kept } = await client.databases.createIfNotExists({ id: database });
    await kept.containers.createIfNotExists(casesContainer(container));
  }
  const checked = await checkCosmos(account);
  if (checked.kind === 'refused') throw new Error(checked.problem);
  ({ readsLatest } = checked);
  for (const remark of checked.remarks) tell({ what: 'remark', remark });
  for await (const _case of openCosmosStore({ ...account, readsLatest }).cases.all()) throw new Error('The container holds cases already. Give an empty one: what this writes is erased at the end.');
});

afterAll(async () => {
  if (hasKey) await client.database(database).container(container).delete();
  else await eraseWhatWasWritten();
  client.dispose();
});

/** Also what a test that failed left behind: everything that it wrote bears the mark of this run. */
async function eraseWhatWasWritten(): Promise<void> {
  const { cases, places } = openCosmosStore({ ...account, readsLatest });
  const parameters = [{ name: '@run', value: run }];
  const written = await items.query<string>({ query: 'SELECT VALUE c.caseId FROM c WHERE CONTAINS(c.caseId, @run)', parameters }).fetchAll();
  for (const caseId of new Set(written.resources)) await cases.erase(caseId);
  for (const { id } of await places.all()) if (id.includes(run)) await places.forget(id);
  await cases.close();
}

describe('the cosmos store, on the account that was given', () => {
  const keep = async () => {
    count += 1;
    return { mark: `${run}-${count}`, open: () => openCosmosStore({ ...account, readsLatest, patienceMs: 30_000 }) };
  };
  keepsTheContract(keep);
  placesKeepTheContract(keep);
  leasesKeepTheContract(keep);

  it('works in a container that indexes as infra says', async () => {
    const { resource } = await client.database(database).container(container).read();
    const paths = (of: readonly { readonly path: string }[] = []) => of.map(({ path }) => path).sort();
    const wanted = casesContainer(container);
    expect(paths(resource?.indexingPolicy?.includedPaths)).toEqual(paths(wanted.indexingPolicy.includedPaths));
    expect(paths(resource?.indexingPolicy?.excludedPaths)).toEqual(expect.arrayContaining(paths(wanted.indexingPolicy.excludedPaths)));
    expect([resource?.partitionKey?.paths, resource?.defaultTtl]).toEqual([wanted.partitionKey.paths, wanted.defaultTtl]);
  });

  it('charges for a turn what the README says, and tells what it was', async () => {
    const charged: number[] = [];
    const store = openCosmosStore({ ...account, readsLatest, onCharge: (units) => charged.push(units) }).cases;
    const caseId = `costs-${run}`;
    await store.append(caseId, 0, [opened('Mrs K')], headAt(caseId, 1, { worker: run }));
    for (let rev = 1; rev < 60; rev++) {
      await store.load(caseId);
      await store.append(caseId, rev, [said('a walk by the canal with my sister, before it gets dark')], headAt(caseId, rev + 1, { worker: run }));
    }
    const turns = charged.slice(1).reduce((sum, units) => sum + units, 0) / 59;
    await store.close();
    tell({ what: 'request units a turn, on this account', units: Math.round(turns * 100) / 100, readsLatest });
    expect(turns).toBeLessThanOrEqual(20);
  });
});
