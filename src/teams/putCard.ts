/**
 * Replaces the card of a message: one PUT to the connector (Bot Connector REST API, "Update Activity"). The SDK's client
 * does the same at three times the cost, and this is done after every press. The rest of what is sent goes through it.
 */
import http from 'node:http';
import https from 'node:https';
import type { Connector } from './adapter';
import { underPolicy, type SendPolicy } from './sendPolicy';

export type SentCard = { readonly serviceUrl: string; readonly conversationId: string; readonly activityId: string };

const keptAlive = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' } as const;
const agents = { 'http:': new http.Agent(keptAlive), 'https:': new https.Agent(keptAlive) };

/** `message` is its JSON. Throws, with its `statusCode` or `code`, when the platform did not confirm it. `connector` signs the call. */
export async function putCard(connector: Connector, { serviceUrl, conversationId, activityId }: SentCard, message: string, policy: SendPolicy): Promise<void> {
  const url = new URL(`v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
  const body = Buffer.from(message, 'utf8');
  const { status } = await underPolicy(policy)({ method: 'PUT' }, async ({ abortSignal }) => put({ url, body, authorization: await authorizationOf(connector), abortSignal }));
  if (status >= 400) throw Object.assign(new Error('The platform did not take the card'), { name: 'RestError', statusCode: status });
}

/** The SDK keeps the token until it ends; on this machine there is none. */
async function authorizationOf(connector: Connector): Promise<string | undefined> {
  const { credentials } = connector as unknown as { readonly credentials: { signRequest(request: { headers: Map<string, string> }): Promise<unknown> } };
  const headers = new Map<string, string>();
  await credentials.signRequest({ headers });
  return [...headers].find(([name]) => name.toLowerCase() === 'authorization')?.[1];
}

type Put = { readonly url: URL; readonly body: Buffer; readonly authorization: string | undefined; readonly abortSignal: AbortSignal | undefined };
type Answered = { readonly status: number; readonly headers: { get(name: string): string | undefined } };

function put({ url, body, authorization, abortSignal }: Put): Promise<Answered> {
  const isSafe = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const call = (isSafe ? https : http).request(url, {
      method: 'PUT',
      agent: isSafe ? agents['https:'] : agents['http:'],
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, ...(authorization === undefined ? {} : { authorization }) },
      ...(abortSignal ? { signal: abortSignal } : {}),
    });
    call.on('error', reject);
    call.on('response', (response) => {
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: { get: (name) => headerOf(response, name) } }));
      response.resume();
    });
    call.end(body);
  });
}

function headerOf({ headers }: http.IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
