/**
 * The contract of the stores against a real account or the official emulator: `npm run test:cosmos-live`.
 * It makes a container of its own in COSMOS_DATABASE, works in nothing else, and drops it at the end.
 */
import { CosmosClient } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { headAt, keepsTheContract, opened, said } from './contract';
import { leasesKeepTheContract } from './leasesContract';

const { COSMOS_ENDPOINT: endpoint = '', COSMOS_KEY: key = '', COSMOS_DATABASE: database = 'threefold-contract' } = process.env;
const run = randomUUID();
const container = `contract-${run}`;
const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
let count = 0;

beforeAll(async () => {
  const { database: kept } = await client.databases.createIfNotExists({ id: database });
  await kept.containers.createIfNotExists(casesContainer(container));
});
afterAll(async () => {
  await client.database(database).container(container).delete();
  client.dispose();
});

describe('the cosmos store, on the account that was given', () => {
  const keep = async () => {
    count += 1;
    const mark = `${run}-${count}`;
    return { mark, open: () => openCosmosStore({ endpoint, key, database, container, patienceMs: 30_000 }) };
  };
  keepsTheContract(keep);
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
    const store = openCosmosStore({ endpoint, key, database, container, onCharge: (units) => charged.push(units) }).cases;
    const caseId = `costs-${run}`;
    await store.append(caseId, 0, [opened('Mrs K')], headAt(caseId, 1, { worker: run }));
    for (let rev = 1; rev < 60; rev++) {
      await store.load(caseId);
      await store.append(caseId, rev, [said('a walk by the canal with my sister, before it gets dark')], headAt(caseId, rev + 1, { worker: run }));
    }
    const turns = charged.slice(1).reduce((sum, units) => sum + units, 0) / 59;
    await store.close();
    process.stdout.write(`${JSON.stringify({ what: 'request units a turn, on this account', units: Math.round(turns * 100) / 100 })}\n`);
    expect(turns).toBeLessThanOrEqual(20);
  });
});
