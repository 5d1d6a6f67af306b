import { readConfig, type Config } from '../src/config';

const appId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
const tenantId = '0d5c1f52-7a34-4b0e-9a6b-5f3f0a7c2e10';
const registered = { MicrosoftAppId: appId, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: 'only-for-this-test', ADMINISTRATORS: appId };

function configOf(env: Record<string, string>): Config {
  const read = readConfig(env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  return read.config;
}
function problemsOf(env: Record<string, string>): readonly string[] {
  const read = readConfig(env);
  return read.kind === 'refused' ? read.problems : [];
}

const sealKey = `autumn:${Buffer.alloc(32, 7).toString('base64')}`;

describe('with nothing set', () => {
  it('listens on this machine only and forgets', () => {
    expect(configOf({})).toEqual({ port: 3978, host: '127.0.0.1', store: { kind: 'memory' }, supervisors: [], administrators: [], selfReview: false, sampleData: false, trial: false, production: false, sealKeys: [], retentionDays: 2922, cardAction: 'execute', proxiesInFront: 0, turnsAMinute: 240 });
  });
  it('reads an empty name as one that is not set', () => {
    expect(configOf({ MicrosoftAppId: '', PORT: ' ', STORE: '', HOST: '' })).toEqual(configOf({}));
  });
  it('does not start in production', () => {
    expect(problemsOf({ NODE_ENV: 'production', TRIAL: 'yes' })).toEqual([expect.stringMatching(/MicrosoftAppId is missing/)]);
  });
  it.each(['0.0.0.0', '::', '192.168.1.20', 'bot.example'])('does not listen on %s', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/HOST must be 127\.0\.0\.1/)]);
  });
});

describe('with a registered bot', () => {
  it('reads who it is, and listens where a container does', () => {
    expect(configOf(registered)).toMatchObject({ host: '0.0.0.0', identity: { appId, type: 'SingleTenant', tenantId, password: 'only-for-this-test' } });
  });
  it('takes the type in any case, and refuses one that it does not know', () => {
    expect(configOf({ ...registered, MicrosoftAppType: 'singletenant' }).identity?.type).toBe('SingleTenant');
    expect(problemsOf({ ...registered, MicrosoftAppType: 'SingelTenant' })).toEqual([expect.stringMatching(/one of SingleTenant, UserAssignedMSI, MultiTenant/)]);
  });
  it('needs a tenant, whatever the type', () => {
    expect(problemsOf({ ...registered, MicrosoftAppTenantId: '', MicrosoftAppType: 'MultiTenant' })).toEqual([expect.stringMatching(/MicrosoftAppTenantId is missing/)]);
  });
  it('needs a password unless it is a managed identity, which must have none', () => {
    const { MicrosoftAppPassword: _password, ...without } = registered;
    expect(problemsOf(without)).toEqual([expect.stringMatching(/MicrosoftAppPassword is missing/)]);
    expect(problemsOf({ ...without, MicrosoftAppType: 'UserAssignedMSI' })).toEqual([]);
    expect(problemsOf({ ...registered, MicrosoftAppType: 'UserAssignedMSI' })).toEqual([expect.stringMatching(/has no password/)]);
  });
  it('never lets people review their own plan', () => {
    expect(problemsOf({ ...registered, SELF_REVIEW: 'yes' })).toEqual([expect.stringMatching(/nobody reviews their own plan/)]);
  });
});

describe('settings', () => {
  it('reads the store', () => {
    expect(configOf({ STORE: 'sqlite:/data/cases.db' }).store).toEqual({ kind: 'sqlite', path: '/data/cases.db' });
    expect(problemsOf({ STORE: 'postgres://x' })).toEqual([expect.stringMatching(/STORE must be sqlite:PATH/)]);
    expect(problemsOf({ STORE: 'sqlite:' })).toHaveLength(1);
  });
  it('reads where Cosmos DB is, with the names that infra gives when there are none', () => {
    const account = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://x.documents.azure.com:443/', COSMOS_KEY: 'only-for-this-test' };
    expect(configOf(account).store).toEqual({ kind: 'cosmos', endpoint: account.COSMOS_ENDPOINT, key: 'only-for-this-test', database: 'threefold', container: 'cases' });
    expect(configOf({ ...account, COSMOS_DATABASE: 'trial', COSMOS_CONTAINER: 'c1' }).store).toMatchObject({ database: 'trial', container: 'c1' });
    expect(configOf({ ...account, COSMOS_ENDPOINT: 'http://127.0.0.1:8081/' }).store).toMatchObject({ endpoint: 'http://127.0.0.1:8081/' });
    expect(configOf({ ...account, COSMOS_ENDPOINT: 'http://[::1]:8081/' }).store.kind).toBe('cosmos');
    expect(configOf({ STORE: 'memory:', COSMOS_ENDPOINT: 'not used', COSMOS_DATABASE: 'a/b' }).store).toEqual({ kind: 'memory' });
  });
  it('opens Cosmos DB with the key that it was given, else with the identity of the container, else as whoever is signed in here', () => {
    const account = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://x.documents.azure.com:443/' };
    expect(configOf({ ...account, AZURE_CLIENT_ID: appId }).store).toMatchObject({ identity: { kind: 'managed', clientId: appId } });
    expect(configOf({ ...account, AZURE_CLIENT_ID: appId, COSMOS_KEY: 'k' }).store).toEqual(expect.not.objectContaining({ identity: expect.anything() }));
    expect(configOf(account).store).toMatchObject({ identity: { kind: 'azure-cli' } });
    expect(problemsOf({ ...registered, ...account, SEAL_KEYS: sealKey, NODE_ENV: 'production' })).toEqual([expect.stringMatching(/AZURE_CLIENT_ID is missing/)]);
    expect(problemsOf({ ...account, AZURE_CLIENT_ID: 'secret-marker' })).toEqual([expect.stringMatching(/AZURE_CLIENT_ID must be a GUID/)]);
    expect(configOf({ STORE: 'memory:', AZURE_CLIENT_ID: 'of somebody else' }).store.kind).toBe('memory');
  });
  it('says everything that Cosmos DB lacks at once, beside what else is wrong', () => {
    expect(problemsOf({ STORE: 'cosmos', COSMOS_DATABASE: 'a/b', COSMOS_CONTAINER: 'c#d', NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/MicrosoftAppId is missing/), expect.stringMatching(/COSMOS_ENDPOINT is missing/), expect.stringMatching(/AZURE_CLIENT_ID is missing/), expect.stringMatching(/COSMOS_DATABASE may not/), expect.stringMatching(/COSMOS_CONTAINER may not/), expect.stringMatching(/SEAL_KEYS is missing/),
    ]);
  });
  it.each(['http://x.documents.azure.com/', 'x.documents.azure.com', 'ftp://127.0.0.1/', 'secret-marker'])('does not send cases to %s', (COSMOS_ENDPOINT) => {
    const problems = problemsOf({ STORE: 'cosmos', COSMOS_ENDPOINT, COSMOS_KEY: 'secret-marker' });
    expect(problems).toEqual([expect.stringMatching(/COSMOS_ENDPOINT must be an https address/)]);
    expect(problems.join(' ')).not.toContain('secret-marker');
  });
  it('reads the supervisors, however they are separated', () => {
    expect(configOf({ SUPERVISORS: `${appId}, ${tenantId};` }).supervisors).toEqual([appId, tenantId]);
    expect(problemsOf({ SUPERVISORS: 'sam' })).toEqual([expect.stringMatching(/Entra object ids/)]);
  });
  it('reads the keys that seal what is kept, and never says one', () => {
    expect(configOf({ SEAL_KEYS: `${sealKey}, ${sealKey.replace('autumn', 'spring')}` }).sealKeys.map(({ id }) => id)).toEqual(['autumn', 'spring']);
    const problems = problemsOf({ SEAL_KEYS: 'autumn:c2VjcmV0LW1hcmtlcg==' });
    expect(problems).toEqual([expect.stringMatching(/The key autumn in SEAL_KEYS must be 32 bytes/)]);
    expect(problems.join()).not.toContain('c2VjcmV0');
    expect(JSON.stringify(configOf({ SEAL_KEYS: sealKey }))).not.toContain(sealKey.split(':')[1]);
  });
  it('keeps nothing of real people unsealed', () => {
    const real = { ...registered, NODE_ENV: 'production', STORE: 'sqlite:/data/cases.db' };
    expect(problemsOf(real)).toEqual([expect.stringMatching(/^SEAL_KEYS is missing: in production what people said is sealed/)]);
    expect(problemsOf({ ...real, SEAL_KEYS: sealKey })).toEqual([]);
    expect(configOf({ ...real, NODE_ENV: '' }).sealKeys).toEqual([]);
  });
  it('forgets no case of real people: without a store it starts only when it is said to be a trial', () => {
    for (const STORE of ['', 'memory:']) {
      expect(problemsOf({ ...registered, NODE_ENV: 'production', STORE, TRIAL: '' })).toEqual([expect.stringMatching(/^STORE is missing or memory: in production cases must outlive the bot.*TRIAL=yes/)]);
      expect(configOf({ ...registered, NODE_ENV: 'production', STORE, TRIAL: 'yes' })).toMatchObject({ trial: true, store: { kind: 'memory' } });
    }
    expect(problemsOf({ TRIAL: 'yes', STORE: 'sqlite:/data/cases.db' })).toEqual([expect.stringMatching(/TRIAL says that nothing is to be kept/)]);
    expect(configOf({}).trial).toBe(false);
  });
  it('keeps closed cases for eight years unless it is told otherwise', () => {
    expect(configOf({ RETENTION_DAYS: '7305' }).retentionDays).toBe(7305);
    for (const RETENTION_DAYS of ['0', '30', 'forever']) expect(problemsOf({ RETENTION_DAYS })).toEqual([expect.stringMatching(/RETENTION_DAYS must be a whole number from 365/)]);
  });
  it('reads the administrators, also with capital letters, and does not start in production without one', () => {
    expect(configOf({ ADMINISTRATORS: `${appId.toUpperCase()}\n${tenantId}` }).administrators).toEqual([appId, tenantId]);
    expect(problemsOf({ ADMINISTRATORS: 'sam' })).toEqual([expect.stringMatching(/ADMINISTRATORS must be the Entra object ids/)]);
    expect(problemsOf({ ...registered, ADMINISTRATORS: '', NODE_ENV: 'production', TRIAL: 'yes' })).toEqual([expect.stringMatching(/ADMINISTRATORS is missing/)]);
  });
  it.each(['-1', '65536', '80.5', 'eighty'])('refuses port %s', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringMatching(/PORT must be a whole number/)]);
  });
  it('reads where the directory is, and the middle of the area', () => {
    expect(configOf({ DIRECTORY_FILE: 'directory.jsonl', AREA_MIDDLE: '53.48, -2.24' })).toMatchObject({ directoryFile: 'directory.jsonl', middle: { latitude: 53.48, longitude: -2.24 } });
    for (const AREA_MIDDLE of ['Salford', '53.48', '153, 2', '53.48;-2.24']) expect(problemsOf({ AREA_MIDDLE })).toEqual([expect.stringMatching(/a latitude and a longitude/)]);
  });
  it('reads how many proxies are in front, and how much one person may send', () => {
    expect(configOf({ PROXIES_IN_FRONT: '1', TURNS_A_MINUTE: '600' })).toMatchObject({ proxiesInFront: 1, turnsAMinute: 600 });
    expect(problemsOf({ PROXIES_IN_FRONT: 'yes', TURNS_A_MINUTE: '1' })).toEqual([expect.stringMatching(/PROXIES_IN_FRONT must be/), expect.stringMatching(/TURNS_A_MINUTE must be a whole number from 30/)]);
  });

  it('tells nobody anything unless asked to: a page for this machine, a collector with its key', () => {
    expect(configOf({})).not.toHaveProperty('operatorPort');
    expect(configOf({})).not.toHaveProperty('telemetry');
    expect(configOf({ OPERATOR_PORT: '3990', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%2Cb, other = c' })).toMatchObject({
      operatorPort: 3990,
      telemetry: { endpoint: 'http://127.0.0.1:4318', headers: { 'api-key': 'a,b', other: 'c' } },
    });
    expect(problemsOf({ OPERATOR_PORT: '99999', OTEL_EXPORTER_OTLP_ENDPOINT: 'collector', OTEL_EXPORTER_OTLP_HEADERS: 'secret' })).toEqual([
      expect.stringMatching(/OPERATOR_PORT must be a whole number/),
      expect.stringMatching(/OTEL_EXPORTER_OTLP_ENDPOINT must be the http or https address/),
      expect.stringMatching(/OTEL_EXPORTER_OTLP_HEADERS must be names and values/),
    ]);
  });
  it('does not take a misspelt production for a trial', () => {
    expect(problemsOf({ NODE_ENV: 'prod' })).toEqual([expect.stringMatching(/NODE_ENV must be production/)]);
  });
  it('does not let anybody in who comes without a signature, only because the id is missing', () => {
    expect(problemsOf({ ...registered, MicrosoftAppId: '' })).toEqual([expect.stringMatching(/MicrosoftAppId is missing, but there is a tenant/)]);
    expect(problemsOf({ MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: '' })).toEqual([]);
  });
  it.each([
    'ToChannelFromBotLoginUrl', 'ToChannelFromBotOAuthScope', 'ToBotFromChannelTokenIssuer', 'ToBotFromChannelOpenIdMetadataUrl', 'ToBotFromEmulatorOpenIdMetadataUrl', 'BotOpenIdMetadata', 'OAuthUrl', 'OAuthApiEndpoint',
    'CallerId', 'ChannelService', 'ValidateAuthority', 'botopenidmetadata',
  ])('is refused in production while %s says whose signature to believe', (name) => {
    const problems = problemsOf({ ...registered, NODE_ENV: 'production', TRIAL: 'yes', [name]: 'http://127.0.0.1/secret-marker' });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} changes whom the bot believes`, 'i'))]);
    expect(problemsOf({ ...registered, NODE_ENV: 'production', TRIAL: 'yes', [name]: ' ' })).toEqual([]);
  });
  it('is refused in production while no certificate is looked at', () => {
    expect(problemsOf({ ...registered, NODE_ENV: 'production', TRIAL: 'yes', NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual([expect.stringMatching(/believe anybody/)]);
  });
  it('says what cannot be read and what is missing in one go, and of each setting only one of them', () => {
    const problems = problemsOf({ NODE_ENV: 'production', PORT: 'x', MicrosoftAppId: appId, MicrosoftAppType: 'SingelTenant', SELF_REVIEW: 'yes', STORE: 'cosmos', CallerId: 'x' });
    expect(problems).toEqual([
      expect.stringMatching(/^PORT must/), expect.stringMatching(/^MicrosoftAppType must be one of/), expect.stringMatching(/^MicrosoftAppTenantId is missing/), expect.stringMatching(/^ADMINISTRATORS is missing/), expect.stringMatching(/^SELF_REVIEW is for/),
      expect.stringMatching(/^COSMOS_ENDPOINT is missing/), expect.stringMatching(/^AZURE_CLIENT_ID is missing/), expect.stringMatching(/^SEAL_KEYS is missing/), expect.stringMatching(/^CallerId changes/),
    ]);
  });
  it('keeps what could be read, so that what it names can be looked at in the same go', () => {
    const read = readConfig({ PORT: 'x', CONTACTS_FILE: 'contacts.json' });
    expect(read).toMatchObject({ kind: 'refused', asFarAsRead: { contactsFile: 'contacts.json', port: 3978 } });
  });
  it('says everything that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', STORE: 'y', CARD_ACTION: 'z', SAMPLE_DATA: 'perhaps', MicrosoftAppId: 'not-a-guid' });
    // Two more are missing once there is an id, whatever is wrong with it.
    expect(problems).toHaveLength(7);
  });
  it('never repeats what a setting held', () => {
    const marker = 'secret-marker';
    const problems = problemsOf({ STORE: marker, PORT: marker, MicrosoftAppType: marker, MicrosoftAppId: marker, SUPERVISORS: marker, CARD_ACTION: marker, HOST: marker });
    expect(problems.length).toBeGreaterThan(5);
    expect(problems.join(' ')).not.toContain(marker);
  });
});
