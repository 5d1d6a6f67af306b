import { judgeInbound } from '../../src/teams/inboundRules';
import { TokenIssuer } from '../support/signedTokens';
import { chats, TeamsRoom, tenantId, textOf, wren } from '../support/teamsRoom';

const appId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
const identity = { appId, type: 'SingleTenant' as const, tenantId, password: 'only-for-this-test' };
const teams = 'https://smba.trafficmanager.net/emea/';

describe('a bot without registration', () => {
  let room: TeamsRoom;
  beforeAll(async () => {
    room = await new TeamsRoom().open();
  });
  afterAll(() => room.close());

  it('says that it lives and that it is ready', async () => {
    expect(await (await room.get('/healthz')).json()).toEqual({ alive: true });
    expect((await room.get('/readyz')).status).toBe(200);
  });

  it('is not ready while its store does not answer, and lives all the same', async () => {
    room.isReady = false;
    expect((await room.get('/readyz')).status).toBe(503);
    expect((await room.get('/healthz')).status).toBe(200);
    room.isReady = true;
  });

  it.each([
    ['no JSON', '{"type": "secret-marker', 400],
    ['a list', '[]', 400],
    ['a word', '"hello"', 400],
    ['nothing', '', 400],
    ['no type', JSON.stringify({ channelId: 'msteams' }), 400],
  ])('refuses a call that holds %s, and repeats nothing of it', async (_what, body, status) => {
    const response = await room.post(body);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('secret-marker');
  });

  it('refuses a call larger than any card can be', async () => {
    expect((await room.post(JSON.stringify(room.activity({ type: 'message', text: 'x'.repeat(300_000) })))).status).toBe(413);
  });

  it('refuses what any page in a browser could send without asking', async () => {
    expect((await room.post(JSON.stringify(room.activity({ type: 'message', text: 'hi' })), { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it.each([['evil.example:3978'], ['127.0.0.1.evil.example'], [undefined]])('refuses a call that reached this machine as %s', (host) => {
    const body = room.activity({ type: 'message', text: 'hi' });
    expect(judgeInbound({ body, ...(host === undefined ? {} : { host }) }, undefined)).toMatchObject({ status: 403, why: 'not-this-machine' });
    expect(judgeInbound({ body, host: 'localhost:3978' }, undefined)).toMatchObject({ kind: 'let-in' });
  });

  it.each(['https://smba.trafficmanager.net/', 'http://10.0.0.1/', 'http://127.0.0.1.evil.example/', 'http://user@127.0.0.1/', 'file:///etc/passwd', 'nonsense'])('never sends anything to %s', async (serviceUrl) => {
    const turns = room.turns.length;
    expect((await room.send({ ...room.activity({ type: 'message', text: 'hi' }), serviceUrl })).status).toBe(403);
    expect(room.turns).toHaveLength(turns);
  });

  it('hears no other channel than Teams', async () => {
    expect((await room.send({ ...room.activity({ type: 'message', text: 'hi' }), channelId: 'directline' })).status).toBe(400);
  });
});

describe('a registered bot', () => {
  let issuer: TokenIssuer;
  let room: TeamsRoom;
  beforeAll(async () => {
    // The SDK writes what is wrong with a token to the console by itself.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    issuer = await new TokenIssuer().start();
    room = await new TeamsRoom().open({ identity, trust: issuer.trust });
  });
  afterAll(async () => {
    await room.close();
    await issuer.stop();
    jest.restoreAllMocks();
  });

  const call = (authorization: string | undefined, change: object = {}) =>
    room.post(JSON.stringify({ ...room.activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'help', data: {} } } }), serviceUrl: teams, ...change }), authorization === undefined ? {} : { authorization });
  const good = (claims: object = {}) => issuer.token({ aud: appId, serviceurl: teams, ...claims });

  it('takes a call that the channel signed', async () => {
    const response = await call(good());
    expect(response.status).toBe(200);
    expect(textOf(await response.json())).toContain('heard pressed');
  });

  it.each([
    ['no token', () => undefined],
    ['another scheme', () => 'Basic abc'],
    ['a token for another bot', () => good({ aud: '00000000-0000-4000-8000-000000000000' })],
    ['a token that ran out', () => good({ exp: 1_700_000_000 })],
    ["the bot's own outbound token", () => issuer.token({ iss: `https://sts.windows.net/${tenantId}/`, aud: appId, appid: appId, ver: '1.0' })],
    ['a token of another issuer', () => good({ iss: 'https://elsewhere.example' })],
    ['a token for another service address', () => good({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['a changed token', () => good().replace(/\.[^.]+\./, (claims) => `${claims.slice(0, -6)}AAAA.`)],
  ])('answers 401 to %s, and says no more', async (_what, token) => {
    const turns = room.turns.length;
    const response = await call(token());
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 'Refused' });
    expect(room.turns).toHaveLength(turns);
  });

  it('believes a token that it has just checked again, but for no other service address and with no other signature', async () => {
    const token = good();
    expect([(await call(token)).status, (await call(token)).status]).toEqual([200, 200]);
    expect((await call(token, { serviceUrl: 'https://smba.trafficmanager.net/amer/' })).status).toBe(401);
    expect((await call(`${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401);
  });

  it.each([
    ['another tenant', { channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' } }, conversation: { id: 'a:x', conversationType: 'personal' } }],
    ['no tenant', { channelData: {}, conversation: { id: 'a:x', conversationType: 'personal' } }],
    ['two tenants', { ...chats.personal, conversation: { id: 'a:x', conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111' } }],
  ])('lets nobody in from %s', async (_what, change) => {
    expect((await call(good(), change)).status).toBe(403);
  });

  it.each(['http://smba.trafficmanager.net/emea/', 'https://evil.trafficmanager.net/', 'http://127.0.0.1:1/', 'https://smba.trafficmanager.net.evil.example/'])('does not believe the service address %s, even when it is signed', async (serviceUrl) => {
    expect((await call(good({ serviceurl: serviceUrl }), { serviceUrl })).status).toBe(403);
  });

  it('does not take a call without a service address', async () => {
    expect((await call(good(), { serviceUrl: undefined })).status).toBe(400);
  });

  it('knows people by their directory id alone', async () => {
    const { aadObjectId: _id, ...stranger } = wren;
    const body = (await (await call(good(), { from: stranger })).json()) as { value: unknown };
    expect(textOf(body.value)).toMatch(/cannot tell who you are/);
  });
});
