/** Whatever comes to the door, to a bot that talks to real stores: npm run fuzz sends tens of thousands. */
import { faultPlan, chanceOf } from '../support/faultPlan';
import { anyCall, written, type AnyCall } from '../support/anyActivity';
import { jo } from '../support/talk';
import { TeamsWorld } from '../support/teamsWorld';
import { TokenIssuer } from '../support/signedTokens';
import { TeamsRoom, tenantId } from '../support/teamsRoom';
import { openCase } from '../support/walk';

const calls = Number(process.env['FUZZ_CALLS'] ?? 250);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const atOnce = 8;
const secret = 'zqsecret';
/** A call that has no answer by then has none. */
const longest = 60_000;

type Answered = { readonly status: number; readonly text: string; readonly call: AnyCall };

async function sendAll(room: TeamsRoom, many: number, next: (earlier: readonly AnyCall[]) => AnyCall, look: (answered: Answered) => void): Promise<void> {
  const earlier: AnyCall[] = [];
  let left = many;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const call = next(earlier);
      if (earlier.length < 50) earlier.push(call);
      const response = await fetch(`${room.url}/api/messages`, { method: 'POST', headers: { ...call.headers }, body: call.body, signal: AbortSignal.timeout(longest) });
      look({ status: response.status, text: await response.text(), call });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

const bugs: unknown[] = [];
const note = (bug: unknown) => void bugs.push(bug);
beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  jest.restoreAllMocks();
});

describe(`${calls} calls of any kind`, () => {
  let world: TeamsWorld;
  beforeAll(async () => {
    world = await new TeamsWorld().open();
  }, 60_000);
  afterAll(() => world.close());

  it('are each answered, repeat nothing to whoever is turned away, and leave the case of somebody else as it was', async () => {
    const talk = await openCase(world, { name: 'Mrs Marker', year: '1951' }, jo);
    await talk.say(`noticed: ${secret}`);
    await world.room.settled();
    const { caseId } = await world.caseOf(jo);
    const before = JSON.stringify(await world.parts.cases.load(caseId));
    world.room.connector.faults = faultPlan(seed, 0.1);
    const chance = chanceOf(seed);
    const statuses = new Map<number, number>();
    const wrong: string[] = [];
    await sendAll(world.room, calls, (earlier) => anyCall(chance, world.room.connector.url, [caseId], earlier), ({ status, text, call }) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const isFine = status === 200 ? isAnswer(text) : [400, 403, 413, 415].includes(status) && !text.includes(written);
      if (!isFine || text.includes(secret)) wrong.push(`${status} ${text.slice(0, 300)} to ${String(call.body).slice(0, 600)}`);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    // Many were understood and many were not: neither alone would show anything.
    expect(statuses.get(200)).toBeGreaterThan(calls / 4);
    expect(statuses.get(400)).toBeGreaterThan(calls / 20);
    world.room.connector.faults = () => undefined;
    await world.room.settled();
    expect(bugs).toEqual([]);
    expect(JSON.stringify(await world.parts.cases.load(caseId))).toBe(before);
    const log = world.room.logged.join('\n');
    expect(log).not.toMatch(/zqwritten|zqsecret|Mrs Marker|Ann|Riverside/);
    expect(log).not.toContain('"what":"call"');
    for (const { path, body } of world.room.connector.received) if (!path.includes(`chat-${jo.id}`)) expect(JSON.stringify(body)).not.toMatch(/zqsecret|Mrs Marker/);
    // And everybody can go on.
    expect((await talk.say('cases')).text).toMatch(/Mrs Marker/);
  }, 1_800_000);
});

describe(`${Math.ceil(calls / 4)} calls with tokens of any kind`, () => {
  const appId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
  const teams = 'https://smba.trafficmanager.net/emea/';
  let issuer: TokenIssuer;
  let room: TeamsRoom;
  beforeAll(async () => {
    issuer = await new TokenIssuer().start();
    room = await new TeamsRoom().open({ identity: { appId, type: 'SingleTenant', tenantId, password: 'only-for-this-test' }, trust: issuer.trust });
  });
  afterAll(async () => {
    await room.close();
    await issuer.stop();
  });

  it('reach a turn only with one that the channel gave for this bot, and never end in an error', async () => {
    const chance = chanceOf(seed + 1);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
    const good = issuer.token({ aud: appId, serviceurl: teams });
    const makers: readonly (() => string)[] = [
      () => good,
      () => good.slice(0, Math.floor(chance() * good.length)),
      () => `${good.slice(0, 20 + Math.floor(chance() * (good.length - 30)))}x${good.slice(-8)}`,
      () => issuer.token({ aud: pick([appId, [appId], null, 7, '']), serviceurl: pick([teams, null, 7]), exp: pick([1, 4e9, 'soon', null]), iss: pick(['https://api.botframework.com', `https://sts.windows.net/${tenantId}/`, 5, null]) }, { kid: pick(['test', 'webchat', 'x', 7, null]), alg: pick(['RS256', 'RS512', 'HS256', 'none', 'ES256', 3]) }),
      () => issuer.tokenByHmac({ aud: appId, serviceurl: teams }),
      () => issuer.tokenWithoutSignature({ aud: appId, serviceurl: teams }),
      () => pick(['', 'Bearer', 'Bearer ..', 'Basic eA==', `Bearer ${'a'.repeat(7000)}.b.c`, 'bearer a.b.c', 'Bearer null.null.null']),
    ];
    const wrong: string[] = [];
    const counts = { let: 0, away: 0 };
    const tokens = new Map<AnyCall, string>();
    const next = (): AnyCall => {
      const authorization = pick(makers)();
      const press = { ...room.activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'help', data: {} } } }), serviceUrl: teams };
      const call = { body: JSON.stringify(press), headers: { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) } };
      tokens.set(call, authorization);
      return call;
    };
    await sendAll(room, Math.ceil(calls / 4), next, ({ status, text, call }) => {
      const isGood = tokens.get(call) === good;
      counts[status === 200 ? 'let' : 'away'] += 1;
      // Anything but the one that is good as it stands may at most be as good as it.
      if (isGood ? status !== 200 : ![200, 401, 403, 431].includes(status)) wrong.push(`${status} ${text} to ${tokens.get(call)}`);
      if (status === 200 && !isGood && !isSound(tokens.get(call)!, appId, teams)) wrong.push(`let in: ${tokens.get(call)}`);
      if (status !== 200 && text !== '{"code":"Refused"}') wrong.push(text);
      tokens.delete(call);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Math.min(counts.let, counts.away)).toBeGreaterThan(calls / 100);
    expect(bugs).toEqual([]);
    expect(room.turns).toHaveLength(counts.let);
  }, 1_800_000);
});

/** What an invoke is answered with can be shown; the answer to anything else is looked at by nobody. */
function isAnswer(text: string): boolean {
  const { statusCode, type, value } = JSON.parse(text) as { statusCode?: number; type?: string; value?: unknown };
  if (statusCode === undefined) return text === '{}';
  const isCard = type === 'application/vnd.microsoft.card.adaptive' && typeof value === 'object' && value !== null;
  return statusCode === 200 && (isCard || (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string' && value !== ''));
}

/** By the names of the claims alone: that the signature holds is what the bot had to find out. */
function isSound(authorization: string, appId: string, serviceUrl: string): boolean {
  const [header, claims] = authorization.slice('Bearer '.length).split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>);
  return header?.['kid'] === 'test' && /^RS/.test(String(header['alg'])) && claims?.['aud'] === appId && claims['serviceurl'] === serviceUrl && claims['iss'] === 'https://api.botframework.com' && claims['exp'] !== 1;
}

