import { EmulatorValidation } from 'botframework-connector';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { judgeInbound } from '../../src/teams/inboundRules';
import { TokenIssuer } from '../support/signedTokens';
import { chats, TeamsRoom, tenantId, textOf, wren } from '../support/teamsRoom';

const appId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
const identity = { appId, type: 'SingleTenant' as const, tenantId, password: 'only-for-this-test' };
const teams = 'https://smba.trafficmanager.net/emea/';

describe('a bot without registration', () => {
  let room: TeamsRoom;
  let at = Date.parse('2026-11-21T10:00:00.000Z');
  let asked = 0;
  let isAnswered = (): Promise<void> => Promise.resolve();
  const askStore = async (): Promise<boolean> => {
    asked += 1;
    await isAnswered();
    if (!room.isReady) throw new Error('The store is away');
    return true;
  };
  beforeAll(async () => {
    room = await new TeamsRoom().open({ now: () => new Date(at) }, () => ({ isReady: askStore }));
  });
  beforeEach(() => void (at += 60_000));
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
    at += 3_000;
    expect((await room.get('/readyz')).status).toBe(200);
  });

  it('asks its store once for all who want to know within a few seconds, however many they are', async () => {
    asked = 0;
    let answer = (): void => undefined;
    isAnswered = () => new Promise((resolve) => (answer = resolve));
    const all = Array.from({ length: 20 }, () => room.get('/readyz'));
    await room.get('/healthz');
    while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
    answer();
    isAnswered = () => Promise.resolve();
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([200]));
    at += 2_999;
    await room.get('/readyz');
    expect(asked).toBe(1);
    at += 1;
    await room.get('/readyz');
    expect(asked).toBe(2);
    at -= 10_000;
    await room.get('/readyz');
    expect(asked).toBe(3);
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

  it('asks nobody about a token that it does not need', async () => {
    for (const authorization of ['Bearer a.b.c', 'nonsense']) expect((await room.post(JSON.stringify(room.activity({ type: 'message', text: 'hi' })), { authorization })).status).toBe(200);
  });

  it('unpacks nothing for a caller', async () => {
    const packed = gzipSync(JSON.stringify(room.activity({ type: 'message', text: 'x'.repeat(50_000_000) })));
    expect(packed.length).toBeLessThan(100_000);
    expect((await room.post(packed, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('refuses what is nested deeper than a card, and takes brackets in what people write', async () => {
    for (const [open, close] of [['[', ']'], ['{"a":', '}']]) {
      const deep = `${open!.repeat(100)}1${close!.repeat(100)}`;
      expect((await room.post(JSON.stringify(room.activity({ type: 'message', value: 'HERE' })).replace('"HERE"', deep))).status).toBe(400);
    }
    expect((await room.post('['.repeat(200_000))).status).toBe(400);
    expect((await room.say(`${'['.repeat(100)} "{{{{ \\" [`)).status).toBe(200);
    expect(room.turns.at(-1)?.intent).toMatchObject({ text: `${'['.repeat(100)} "{{{{ \\" [` });
  });

  it('refuses what is no text', async () => {
    expect((await room.post(Buffer.concat([Buffer.from('{"type":"message","text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]))).status).toBe(400);
  });

  it('leaves what is of the wrong kind aside, and takes the rest', async () => {
    expect((await room.send({ ...room.activity({ type: 'message', text: 'hello' }), from: { ...wren, name: { first: 'Wren' } }, entities: [null, { type: 7 }, 'x'], replyToId: 5, channelData: null, timestamp: {}, membersAdded: 'all' })).status).toBe(200);
    expect(room.turns.at(-1)).toMatchObject({ by: { id: wren.aadObjectId, name: '' }, intent: { kind: 'said', text: 'hello' } });
    expect((await room.send({ ...room.activity({ type: 'message', text: ['hello'] }) })).status).toBe(200);
    expect(room.turns.at(-1)?.intent).toEqual({ kind: 'said', text: '' });
  });

  it('hangs up on a body that does not come, and answers others meanwhile', async () => {
    room.time.held = true;
    const { port } = new URL(room.url);
    const slow = connect(Number(port), '127.0.0.1');
    const heard = new Promise<string>((resolve) => slow.once('data', (data) => resolve(String(data))));
    slow.write('POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"type":');
    expect((await room.say('hello')).status).toBe(200);
    await room.time.begun(10_000);
    room.time.passes();
    expect(await heard).toMatch(/^HTTP\/1.1 408/);
    slow.destroy();
    room.time.held = false;
  });

  it('is not troubled by a caller who hangs up in the middle', async () => {
    const { port } = new URL(room.url);
    const gone = connect(Number(port), '127.0.0.1');
    gone.write('POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"type":');
    await room.time.begun(10_000);
    gone.destroy();
    expect((await room.say('hello')).status).toBe(200);
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
    ['a token for several bots', () => good({ aud: [appId, '00000000-0000-4000-8000-000000000000'] })],
    ['a token that ran out', () => good({ exp: 1_700_000_000 })],
    ['a token that does not count yet', () => good({ nbf: 4_000_000_000, exp: 4_000_000_600 })],
    ['a token without a service address', () => good({ serviceurl: undefined })],
    ['a token that is signed with the public key', () => issuer.tokenByHmac({ aud: appId, serviceurl: teams })],
    ['a token that nobody signed', () => issuer.tokenWithoutSignature({ aud: appId, serviceurl: teams })],
    ['a token that says nothing of its signature', () => issuer.tokenWithoutSignature({ aud: appId, serviceurl: teams }).replace(/\.$/, '.AAAA')],
    ['a token that names no key', () => issuer.token({ aud: appId, serviceurl: teams }, { kid: undefined })],
    ['a token by a key that nobody knows', () => issuer.token({ aud: appId, serviceurl: teams }, { kid: 'another' })],
    ["a token by a key for another channel", () => issuer.token({ aud: appId, serviceurl: teams }, { kid: 'webchat' })],
    ['a token of another cloud', () => good({ iss: 'https://api.botframework.us' })],
    ["the bot's own outbound token of the second version", () => issuer.token({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, aud: appId, azp: appId, ver: '2.0' })],
    ['what is no token', () => 'Bearer a.b.c'],
    ['a token whose parts are no JSON', () => `Bearer ${['x', 'y', 'z'].map((text) => Buffer.from(text).toString('base64url')).join('.')}`],
    ['a token that is longer than any', () => good({ pad: 'x'.repeat(9000) })],
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

  it('keeps nothing of tokens that others made, however many come', async () => {
    const issuers = () => EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer?.length;
    const before = issuers();
    for (let count = 0; count < 50; count++) expect((await call(issuer.token({ iss: `https://sts.windows.net/${randomUUID()}/`, tid: randomUUID(), aud: appId, appid: appId, ver: '1.0' }))).status).toBe(401);
    for (let count = 0; count < 50; count++) expect((await call(good({ tid: randomUUID(), aud: randomUUID() }))).status).toBe(401);
    expect(issuers()).toBe(before);
  });

  it('asks for the keys no more often, however many tokens name one that nobody knows', async () => {
    await call(good());
    const before = issuer.fetches;
    for (let count = 0; count < 30; count++) expect((await call(issuer.token({ aud: appId, serviceurl: teams }, { kid: `unknown-${count}` }))).status).toBe(401);
    expect(issuer.fetches).toBe(before);
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

describe('a registered bot that many call at once', () => {
  let issuer: TokenIssuer;
  let room: TeamsRoom;
  let now: Date;
  beforeEach(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    now = new Date();
    issuer = await new TokenIssuer().start();
    room = await new TeamsRoom().open({ identity, trust: issuer.trust, now: () => now, limits: { turnsAMinute: 30, refusalsAMinute: 20, proxiesInFront: 1 } });
  });
  afterEach(async () => {
    await room.close();
    await issuer.stop();
    jest.restoreAllMocks();
  });

  const later = (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000));
  const good = () => issuer.token({ aud: appId, serviceurl: teams });
  const press = (authorization: string, { from = wren, via = '203.0.113.1', extra = {} }: { from?: object; via?: string; extra?: object } = {}) =>
    room.post(JSON.stringify({ ...room.activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'help', data: {} } } }, from), serviceUrl: teams, ...extra }), { authorization, 'x-forwarded-for': `198.51.100.7, ${via}` });

  it('does not look at more from one address that is turned away all the time, and logs it no longer', async () => {
    for (let count = 0; count < 20; count++) expect((await press('Bearer nonsense')).status).toBe(401);
    for (let count = 0; count < 20; count++) expect((await press('Bearer nonsense')).status).toBe(429);
    expect((await press(good())).headers.get('retry-after')).toBe('30');
    expect(room.logged.filter((line) => line.includes('turned-away'))).toHaveLength(21);
    expect((await press(good(), { via: '203.0.113.2' })).status).toBe(200);
    later(60);
    expect((await press(good())).status).toBe(200);
  });

  it('goes on with a token that was good a moment ago, whoever else calls from there', async () => {
    const token = good();
    expect((await press(token)).status).toBe(200);
    for (let count = 0; count < 25; count++) await press('Bearer nonsense');
    expect((await press('Bearer nonsense')).status).toBe(429);
    expect((await press(token)).status).toBe(200);
    expect((await press(token, { extra: { serviceUrl: 'https://smba.trafficmanager.net/amer/' } })).status).toBe(401);
  });

  it('tells somebody who presses far too often so, leaves their card as it is, and hears others', async () => {
    const token = good();
    for (let count = 0; count < 30; count++) await press(token);
    const turns = room.turns.length;
    const refused = await press(token);
    expect(refused.status).toBe(200);
    expect(await refused.json()).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: expect.stringMatching(/a lot at once.*Nothing you typed is lost.*999/) });
    expect(room.turns).toHaveLength(turns);
    await press(token, { from: { ...wren, aadObjectId: '11111111-2222-4333-8444-555555555555' } });
    expect(room.turns).toHaveLength(turns + 1);
    later(4);
    expect((await press(token)).status).toBe(200);
    expect(room.turns).toHaveLength(turns + 2);
  });

  it('asks for the keys once, although many wait for them', async () => {
    expect((await Promise.all(Array.from({ length: 20 }, () => press(good())))).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(issuer.fetches).toBe(1);
  });

  it.each(['fails', 'hangs'] as const)('says that it is busy while the server of the keys %s, asks it no more for a while, and is well again by itself', async (keys) => {
    issuer.keys = keys;
    room.time.held = true;
    const first = press(good());
    if (keys === 'hangs') {
      await room.time.begun(5000);
      room.time.passes();
    }
    expect((await first).status).toBe(503);
    for (let count = 0; count < 10; count++) expect((await press(good())).status).toBe(503);
    expect(issuer.fetches).toBe(1);
    issuer.keys = 'served';
    later(6);
    expect((await press(good())).status).toBe(200);
  });
});
