import { CosmosClient } from '@azure/cosmos';
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import { casesContainer } from '../../src/store/cosmosContainer';
import { CosmosOrganisation } from '../../src/store/cosmosOrganisation';
import { cosmosRequests } from '../../src/store/cosmosRequests';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { memoryOrganisation } from '../../src/store/memoryOrganisation';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened } from './contract';
import { freshFiles } from './freshFiles';
import { keepsTheOrganisation } from './organisationContract';

let count = 0;

describe('the organisation in memory', () => {
  let store = memoryOrganisation();
  beforeEach(() => void (store = memoryOrganisation()));
  keepsTheOrganisation(() => store);
});

describe('the organisation in SQLite', () => {
  const { open } = freshFiles('organisation');
  keepsTheOrganisation(() => open().organisation);

  it('sees at the next turn what another process withdrew, without being asked to look again', async () => {
    const [one, other] = [open().organisation, open().organisation];
    await one.append(0, [{ type: 'TeamFormed', at: 'x', by: 'ada', team: 't1', name: 'Riverside' }]);
    expect(await other.load()).toHaveLength(1);
  });
});

describe('the organisation in Cosmos DB', () => {
  const fake = new FakeCosmos();
  let container: string;
  beforeAll(() => fake.start());
  afterAll(() => fake.stop());
  beforeEach(() => {
    container = `organisation-${(count += 1)}`;
    fake.has('threefold', casesContainer(container));
    fake.served.length = 0;
  });
  const account = () => ({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, onCharge: () => undefined, readsLatest: true, pause: async () => undefined });
  const open = () => openCosmosStore(account());
  keepsTheOrganisation(() => open().organisation);

  it('is on no list of cases', async () => {
    const { cases, organisation } = open();
    await organisation.append(0, [formed]);
    await cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    const found: string[] = [];
    for await (const { caseId } of cases.all()) found.push(caseId);
    expect(found).toEqual(['c1']);
  });

  it('knows its own change when the answer to it was lost', async () => {
    const { organisation } = open();
    fake.breaks({ drops: 'after', only: 'batch' });
    expect(await organisation.append(0, [formed, withdrawn])).toEqual({ kind: 'appended', events: [formed, withdrawn] });
    expect(await open().organisation.load()).toEqual([formed, withdrawn]);
  });

  describe('with a clock', () => {
    let now = 0;
    const withClock = () => {
      const client = new CosmosClient({ endpoint: fake.endpoint, key: fake.key, connectionPolicy: { enableEndpointDiscovery: false } });
      return new CosmosOrganisation(client.database('threefold').container(container), cosmosRequests({ pause: async () => undefined }), () => now);
    };
    const asked = () => fake.served.filter(({ kind }) => kind !== 'plan').length;

    it('asks nothing for five seconds, and then for one item; a right that another instance withdrew ends within them', async () => {
      const [here, there] = [withClock(), withClock()];
      await there.append(0, [formed]);
      expect(await here.load()).toHaveLength(1);
      fake.served.length = 0;
      now += 4_999;
      await there.append(1, [withdrawn]);
      fake.served.length = 0;
      expect(await here.load()).toHaveLength(1);
      expect(asked()).toBe(0);
      now += 1;
      expect(await Promise.all([here.load(), here.load()])).toEqual([[formed, withdrawn], [formed, withdrawn]]);
      fake.served.length = 0;
      now += 5_000;
      await here.load();
      expect(asked()).toBe(1);
    });

    it('knows its own change at once', async () => {
      const here = withClock();
      await here.load();
      await here.append(0, [formed]);
      expect(await here.load()).toEqual([formed]);
    });
  });
});

const formed: OrganisationEvent = { type: 'TeamFormed', at: '2026-11-02T09:00:00.000Z', by: 'ada', team: 't1', name: 'Riverside' };
const withdrawn: OrganisationEvent = { type: 'RoleWithdrawn', at: '2026-11-02T09:00:01.000Z', by: 'ada', person: 'sam', role: 'supervisor', team: 't1' };
