import type { Activity, InvokeResponse } from 'botbuilder';
import restify from 'restify';
import { NotFromTheChannel, type TeamsAdapter } from './adapter';
import type { ThreefoldBot } from './bot';
import { describeError } from './describeError';
import { judgeInbound } from './inboundRules';
import { didNotWork } from './plainCards';
import type { Log, TeamsSettings } from './settings';
import { answerText, answerWithCard } from './writeOutcome';

const largestBody = 256 * 1024;

export type ServerParts = TeamsSettings & {
  readonly adapter: TeamsAdapter;
  readonly bot: ThreefoldBot;
  /** Whether the bot can do its work now: its store answers. */
  readonly isReady: () => Promise<boolean>;
  readonly log: Log;
};

export type TeamsServer = {
  /** Resolves with the port that it listens on. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more calls; resolves when those under way are answered. */
  close(): Promise<void>;
};

export function teamsServer(parts: ServerParts): TeamsServer {
  const server = restify.createServer({ name: 'Threefold' });
  let closing = false;

  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { alive: true });
  });
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = !closing && (await parts.isReady().catch(() => false));
    response.send(ready ? 200 : 503, { ready });
  });
  server.post('/api/messages', restify.plugins.bodyReader({ maxBodySize: largestBody }), restify.plugins.jsonBodyParser({ bodyReader: true, mapParams: false }), async (request: restify.Request, response: restify.Response) => {
    const { status, body } = await answer(parts, request);
    const sent = Buffer.from(answerText(body), 'utf8');
    response.sendRaw(status, sent, { 'content-type': 'application/json', 'content-length': String(sent.length) });
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

async function answer({ adapter, bot, identity, cardAction, log }: ServerParts, request: restify.Request): Promise<InvokeResponse> {
  const { authorization = '', host } = request.headers;
  const verdict = judgeInbound({ body: request.body, authorization, ...(host === undefined ? {} : { host }) }, identity);
  if (verdict.kind === 'turned-away') {
    log({ what: 'turned-away', status: verdict.status, why: verdict.why });
    return { status: verdict.status, body: { code: 'Refused' } };
  }
  const activity = request.body as Activity;
  try {
    if (activity.type === 'invoke') return await adapter.takeInvoke(authorization, activity, (invoke) => bot.answerInvoke(invoke));
    return (await adapter.takeActivity(authorization, withDates(activity), (context) => bot.run(context))) ?? { status: 200, body: {} };
  } catch (error) {
    log({ what: 'call', type: activity.type === 'invoke' ? 'invoke' : 'other', ...describeError(error instanceof NotFromTheChannel ? error.cause : error) });
    if (error instanceof NotFromTheChannel) return { status: 401, body: { code: 'Refused' } };
    return activity.type === 'invoke' ? answerWithCard(didNotWork(), cardAction) : { status: 500, body: { code: 'Failed' } };
  }
}

/** The SDK expects dates where the wire has text. */
function withDates(activity: Activity): Activity {
  const dated = (value: unknown) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : undefined);
  return { ...activity, ...(activity.timestamp === undefined ? {} : { timestamp: dated(activity.timestamp) }), ...(activity.localTimestamp === undefined ? {} : { localTimestamp: dated(activity.localTimestamp) }) };
}
