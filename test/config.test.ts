import { readConfig, type Config } from '../src/config';

const appId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
const tenantId = '0d5c1f52-7a34-4b0e-9a6b-5f3f0a7c2e10';
const registered = { MicrosoftAppId: appId, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: 'only-for-this-test' };

function configOf(env: Record<string, string>): Config {
  const read = readConfig(env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  return read.config;
}
function problemsOf(env: Record<string, string>): readonly string[] {
  const read = readConfig(env);
  return read.kind === 'refused' ? read.problems : [];
}

describe('with nothing set', () => {
  it('listens on this machine only and forgets', () => {
    expect(configOf({})).toEqual({ port: 3978, host: '127.0.0.1', store: { kind: 'memory' }, supervisors: [], selfReview: false, sampleData: false, cardAction: 'execute' });
  });
  it('reads an empty name as one that is not set', () => {
    expect(configOf({ MicrosoftAppId: '', PORT: ' ', STORE: '', HOST: '' })).toEqual(configOf({}));
  });
  it('does not start in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/MicrosoftAppId is missing/)]);
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
  it('reads the supervisors, however they are separated', () => {
    expect(configOf({ SUPERVISORS: `${appId}, ${tenantId};` }).supervisors).toEqual([appId, tenantId]);
    expect(problemsOf({ SUPERVISORS: 'sam' })).toEqual([expect.stringMatching(/Entra object ids/)]);
  });
  it.each(['-1', '65536', '80.5', 'eighty'])('refuses port %s', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringMatching(/PORT must be a whole number/)]);
  });
  it('says everything that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', STORE: 'y', CARD_ACTION: 'z', SAMPLE_DATA: 'perhaps', MicrosoftAppId: 'not-a-guid' });
    expect(problems).toHaveLength(5);
  });
  it('never repeats what a setting held', () => {
    const marker = 'secret-marker';
    const problems = problemsOf({ STORE: marker, PORT: marker, MicrosoftAppType: marker, MicrosoftAppId: marker, SUPERVISORS: marker, CARD_ACTION: marker, HOST: marker });
    expect(problems.length).toBeGreaterThan(5);
    expect(problems.join(' ')).not.toContain(marker);
  });
});
