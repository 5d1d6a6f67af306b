/** What is said at the start when Cosmos DB cannot be worked with, and who is let in. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CosmosClient } from '@azure/cosmos';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { openStores } from '../../src/openStores';
import { checkCosmos } from '../../src/store/checkCosmos';
import { casesContainer } from '../../src/store/cosmosContainer';
import { credentialOf } from '../../src/store/cosmosIdentity';
import { openCosmosStore, type CosmosAccount } from '../../src/store/cosmosStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { headAt, opened } from './contract';

const fake = new FakeCosmos();
beforeAll(() => fake.start());
afterAll(() => fake.stop());
beforeEach(() => {
  fake.has('threefold', casesContainer('cases'));
  Object.assign(fake, { consistency: 'Strong', takesKeys: true, mayReadAccount: true });
  fake.tokens.clear();
});

const account = (more: Partial<CosmosAccount> = {}): CosmosAccount => ({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases', ...more });
const check = (more: Partial<CosmosAccount> = {}, patienceMs = 2_000) => checkCosmos(account(more), { patienceMs, pause: async () => undefined });
const refused = (problem: RegExp) => ({ kind: 'refused', problem: expect.stringMatching(problem) });
const remarksOn = async () => {
  const checked = await check();
  return checked.kind === 'ready' ? checked.remarks : checked.problem;
};

describe('the check at the start', () => {
  it('finds the container as infra makes it, on an account that every instance can rely on', async () => {
    expect(await check()).toEqual({ kind: 'ready', readsLatest: true, remarks: [] });
  });

  it('relies on less when the account promises less, or says nothing of itself, and says so', async () => {
    fake.consistency = 'Session';
    expect(await check()).toEqual({ kind: 'ready', readsLatest: false, remarks: [expect.stringMatching(/consistency to Strong/)] });
    fake.breaks({ status: 403, only: 'account' });
    expect(await check()).toMatchObject({ kind: 'ready', readsLatest: false });
  });

  it('says that nobody answers', async () => {
    expect(await check({ endpoint: 'http://127.0.0.1:9/' })).toEqual(refused(/cannot be reached at COSMOS_ENDPOINT/));
  });

  it('says so in its own time when an account takes the call and never answers', async () => {
    fake.breaks({ hangs: true }, 1);
    expect(await check({}, 60)).toEqual(refused(/cannot be reached/));
  });

  it('says that the key is not taken, without saying the key', async () => {
    const key = Buffer.from('another key').toString('base64');
    const checked = await check({ key });
    expect(checked).toEqual(refused(/does not accept COSMOS_KEY/));
    expect(JSON.stringify(checked)).not.toContain(key);
    fake.takesKeys = false;
    expect(await check()).toEqual(refused(/leave it out/));
  });

  it.each([{ database: 'elsewhere' }, { container: 'elsewhere' }])('says that there is nothing at %j, and makes nothing', async (elsewhere) => {
    fake.served.length = 0;
    expect(await check(elsewhere)).toEqual(refused(/no such container.*COSMOS_DATABASE or COSMOS_CONTAINER/));
    expect(fake.served.map(({ kind }) => kind)).toEqual(['container']);
  });

  it('says that the network is not let in', async () => {
    fake.breaks({ status: 403, only: 'container' });
    expect(await check()).toEqual(refused(/does not let this network in/));
  });

  it('says that a container is divided in another way', async () => {
    fake.has('threefold', { ...casesContainer('cases'), partitionKey: { paths: ['/id'] } });
    expect(await check()).toEqual(refused(/divided by another key than \/caseId/));
    fake.has('threefold', { ...casesContainer('cases'), partitionKey: { paths: ['/caseId', '/id'] } });
    expect(await check()).toEqual(refused(/divided by another key/));
  });

  it('starts on a container that works but costs more than it should, and says what to mend', async () => {
    const { indexingPolicy, defaultTtl: _defaultTtl, ...rest } = casesContainer('cases');
    fake.has('threefold', { ...rest, indexingPolicy: { ...indexingPolicy, includedPaths: indexingPolicy.includedPaths.filter(({ path }) => path !== '/head/owes/?') } });
    expect(await remarksOn()).toEqual([expect.stringMatching(/no index for \/head\/owes\/\?/), expect.stringMatching(/lets nothing expire/)]);
    fake.has('threefold', { ...casesContainer('cases'), indexingPolicy: { includedPaths: [{ path: '/*' }] } });
    expect(await remarksOn()).toEqual([expect.stringMatching(/indexes every word/)]);
  });

  it('waits a moment when the account is only busy', async () => {
    fake.breaks({ status: 503, only: 'container' }, 2);
    expect(await check()).toMatchObject({ kind: 'ready' });
  });
});

/** Where a container finds its identity: an address in the environment that gives tokens to who knows its header. */
class FakeIdentity {
  readonly asked: URLSearchParams[] = [];
  refuses = false;
  private readonly server: Server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://identity');
    this.asked.push(searchParams);
    const known = request.headers['x-identity-header'] === 'only-this-container';
    response.writeHead(known && !this.refuses ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known && !this.refuses ? { access_token: `token-of-${searchParams.get('client_id')}`, expires_on: Math.floor(Date.now() / 1000) + 86_400, resource: searchParams.get('resource'), token_type: 'Bearer' } : { error: 'invalid_request', error_description: 'No such identity' }));
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'only-this-container';
  }

  async stop(): Promise<void> {
    delete process.env['IDENTITY_ENDPOINT'];
    delete process.env['IDENTITY_HEADER'];
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** A token is only ever sent over TLS, so the account has an https address here, and this leads it to the fake. */
const https = 'https://cases.documents.example:443/';
const http = createDefaultHttpClient();
const toTheFake: NonNullable<CosmosAccount['transport']> = {
  sendRequest: (request) => {
    const { pathname, search } = new URL(request.url);
    request.url = `${fake.endpoint.replace(/\/$/, '')}${pathname}${search}`;
    delete request.agent;
    return http.sendRequest(Object.assign(request, { allowInsecureConnection: true }));
  },
};

describe('with the identity of a container', () => {
  const clientId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
  const identity = new FakeIdentity();
  const asTheContainer = (): CosmosAccount => ({ endpoint: https, credential: credentialOf({ kind: 'managed', clientId }), database: 'threefold', container: 'cases', transport: toTheFake });
  beforeAll(() => identity.start());
  afterAll(() => identity.stop());
  beforeEach(() => {
    identity.refuses = false;
    identity.asked.length = 0;
    fake.takesKeys = false;
    fake.tokens.add(`token-of-${clientId}`);
  });

  it('opens the store, with one token for many requests, and makes nothing itself', async () => {
    expect(await checkCosmos(asTheContainer())).toEqual({ kind: 'ready', readsLatest: true, remarks: [] });
    const { cases } = openCosmosStore({ ...asTheContainer(), readsLatest: true });
    const before = identity.asked.length;
    await cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    expect(await cases.load('c1')).toEqual([opened('Mrs K')]);
    expect(await cases.headsOf('w1')).toEqual([headAt('c1', 1)]);
    await cases.erase('c1');
    expect(identity.asked.length - before).toBeLessThanOrEqual(1);
    expect(identity.asked.map((asked) => [asked.get('client_id'), asked.get('resource')])).toEqual(identity.asked.map(() => [clientId, 'https://cases.documents.example']));
  });

  it('would not be let make a database or a container', async () => {
    const { credential, transport } = asTheContainer();
    const client = new CosmosClient({ endpoint: https, aadCredentials: credential!, httpClient: transport!, connectionPolicy: { enableEndpointDiscovery: false } });
    await expect(client.databases.create({ id: 'mine' })).rejects.toMatchObject({ code: 403 });
    await expect(client.database('threefold').containers.create({ id: 'mine' })).rejects.toMatchObject({ code: 403 });
  });

  it('needs no way to the account itself, and then relies on less', async () => {
    fake.mayReadAccount = false;
    expect(await checkCosmos(asTheContainer())).toMatchObject({ kind: 'ready', readsLatest: false });
  });

  it('says that the identity is not given to this container', async () => {
    identity.refuses = true;
    const stranger = { ...asTheContainer(), credential: credentialOf({ kind: 'managed', clientId: '0d5c1f52-7a34-4b0e-9a6b-5f3f0a7c2e10' }) };
    expect(await checkCosmos(stranger)).toEqual(refused(/Entra ID gives no token/));
  });

  it('says that the identity lacks the role, or is of another tenant', async () => {
    fake.breaks({ status: 403, headers: { 'x-ms-substatus': '5300' }, only: 'container' });
    expect(await checkCosmos(asTheContainer())).toEqual(refused(/lacks the Cosmos DB role/));
    fake.tokens.clear();
    expect(await checkCosmos(asTheContainer())).toEqual(refused(/does not accept the identity/));
  });
});

describe('the stores that the settings ask for', () => {
  const setting = () => ({ kind: 'cosmos' as const, endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases' });

  it('are opened when the check is content', async () => {
    const units: number[] = [];
    const found = await openStores(setting(), [], (charge) => units.push(charge));
    if (found.kind === 'refused') throw new Error(found.problem);
    await found.stores.cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    await found.stores.cases.ready();
    expect(await found.stores.cases.load('c1')).toEqual([opened('Mrs K')]);
    expect([found.remarks, units.length]).toEqual([[expect.stringMatching(/kept as it is, because SEAL_KEYS is not set/)], 4]);
    await found.stores.cases.close();
  });

  it('are refused with its sentence when it is not', async () => {
    expect(await openStores({ ...setting(), container: 'elsewhere' }, [], () => undefined)).toEqual(refused(/no such container/));
  });

  it('need nothing else when nothing is kept', async () => {
    expect(await openStores({ kind: 'memory' }, [], () => undefined)).toMatchObject({ kind: 'opened', remarks: [expect.stringMatching(/Nothing is kept/)] });
  });
});
