import type { Activity, InvokeResponse } from 'botbuilder';
import type { IncomingMessage } from 'node:http';
import restify from 'restify';
import { KeysNotReached, NotFromTheChannel, type TeamsAdapter } from './adapter';
import { Allowance } from './allowance';
import { askedSeldom } from './askedSeldom';
import type { ThreefoldBot } from './bot';
import { describeError } from './describeError';
import { judgeInbound } from './inboundRules';
import { didNotWork } from './plainCards';
import { readBody } from './readBody';
import type { After } from './sendPolicy';
import type { Log, TeamsSettings } from './settings';
import { answerBytes, answerWithCard } from './writeOutcome';

/** Milliseconds for what comes before the body; the body has its own time. */
const longestHeaders = 10_000;
/** Milliseconds that an idle connection is kept: longer than the proxies in front keep theirs, so that none sends into one that closes. */
const keptOpen = 75_000;
const mostConnections = 2_000;

export type ServerParts = TeamsSettings & {
  readonly adapter: TeamsAdapter;
  readonly bot: ThreefoldBot;
  /** Whether the bot can do its work now: its store answers. */
  readonly isReady: () => Promise<boolean>;
  readonly log: Log;
  readonly now: () => Date;
  readonly after: After;
};

export type TeamsServer = {
  /** Resolves with the port that it listens on. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more calls; resolves when those under way are answered. */
  close(): Promise<void>;
};

export function teamsServer(parts: ServerParts): TeamsServer {
  // The name goes out with every answer; nobody needs to know what this is made with.
  const server = restify.createServer({ name: 'Threefold' });
  Object.assign(server.server, { headersTimeout: longestHeaders, keepAliveTimeout: keptOpen, maxConnections: mostConnections });
  const refusals = parts.limits && new Allowance(parts.limits.refusalsAMinute, parts.now);
  const isReady = askedSeldom(parts.isReady, parts.now);
  let closing = false;

  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { alive: true });
  });
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = !closing && (await isReady());
    response.send(ready ? 200 : 503, { ready });
  });
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    const answered = await answer({ ...parts, ...(refusals ? { refusals } : {}) }, request);
    if (answered === undefined) return;
    const sent = answerBytes(answered.body);
    response.sendRaw(answered.status, sent, { 'content-type': 'application/json', 'content-length': String(sent.length), ...(answered.status === 429 || answered.status === 503 ? { 'retry-after': '30' } : {}) });
  });

  // Errors of parsing quote what they were sent; nobody needs that back.
  server.on('restifyError', (_request: unknown, _response: unknown, error: { toJSON?: () => object; toString?: () => string; body?: unknown }, done: () => void) => {
    error.toJSON = () => ({ code: 'Refused' });
    error.toString = () => 'Refused';
    done();
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.on('error', reject);
        server.listen(port, host, () => resolve(server.address().port));
      }),
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

type Doors = ServerParts & { readonly refusals?: Allowance };
type Answered = InvokeResponse | undefined;

/** Undefined when nobody waits for an answer any more. */
async function answer(parts: Doors, request: IncomingMessage): Promise<Answered> {
  const { adapter, identity, refusals, after } = parts;
  const { authorization = '', host } = request.headers;
  const source = sourceOf(request, parts.limits?.proxiesInFront ?? 0);
  if (refusals?.isSpent(source) && !adapter.isKnown(authorization)) {
    request.resume();
    return turnAway(parts, source, 429, 'too-many');
  }
  const read = await readBody(request, after);
  if (read.kind === 'gone') return undefined;
  if (read.kind === 'refused') return turnAway(parts, source, read.status, read.why);
  const verdict = judgeInbound({ body: read.body, authorization, ...(host === undefined ? {} : { host }) }, identity);
  if (verdict.kind === 'turned-away') return turnAway(parts, source, verdict.status, verdict.why);
  // Without registration a token proves nothing, and the SDK would ask Microsoft for the keys to it.
  return take(parts, source, identity ? authorization : '', verdict.activity);
}

async function take(parts: Doors, source: string, authorization: string, activity: Activity): Promise<Answered> {
  const { adapter, bot, cardAction, log } = parts;
  try {
    if (activity.type === 'invoke') return await adapter.takeInvoke(authorization, activity, (invoke) => bot.answerInvoke(invoke));
    return (await adapter.takeActivity(authorization, activity, (context) => bot.run(context))) ?? { status: 200, body: {} };
  } catch (error) {
    if (error instanceof NotFromTheChannel) return turnAway(parts, source, 401, describeError(error.cause).error);
    log({ what: 'call', type: activity.type === 'invoke' ? 'invoke' : 'other', ...describeError(error) });
    if (error instanceof KeysNotReached) return { status: 503, body: { code: 'Busy' } };
    return activity.type === 'invoke' ? answerWithCard(didNotWork(), cardAction) : { status: 500, body: { code: 'Failed' } };
  }
}

/** Says why to the log alone, and no longer to that either once one side is turned away all the time. */
function turnAway({ refusals, log }: Doors, source: string, status: number, why: string): InvokeResponse {
  const spent = refusals?.take(source) ?? { kind: 'taken' };
  if (spent.kind === 'taken') log({ what: 'turned-away', status, why });
  else if (!spent.told) log({ what: 'turned-away', status, why: 'too-many' });
  return { status, body: { code: status === 429 ? 'TooMany' : 'Refused' } };
}

/** Proxies write down whom they had it from, the last of them at the end; what stands before theirs may be made up. */
function sourceOf({ headers, socket }: IncomingMessage, proxiesInFront: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((part) => part.trim());
  return (proxiesInFront > 0 ? forwarded.at(-proxiesInFront) : undefined) || (socket.remoteAddress ?? '');
}
