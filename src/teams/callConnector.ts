/**
 * One call to the connector (Bot Connector REST API) under our own policy. The SDK's clients cost three times as much, and
 * the one for teams and channels takes no policy at all: it would wait for ever.
 */
import http from 'node:http';
import https from 'node:https';
import type { Connector } from './adapter';
import { underPolicy, type SendPolicy } from './sendPolicy';

export type ConnectorCall = {
  readonly serviceUrl: string;
  /** Below the service's address; each part is encoded already. */
  readonly path: string;
} & ({ readonly method: 'GET' } | { readonly method: 'PUT'; /** JSON in UTF-8. */ readonly body: Buffer });

const keptAlive = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' } as const;
const agents = { 'http:': new http.Agent(keptAlive), 'https:': new https.Agent(keptAlive) };
/** Bytes of an answer: more than the longest roster page. */
const longestAnswer = 2 * 1024 * 1024;

/** Returns what the platform answered, read as JSON. Throws, with its `statusCode` or `code`, when it did not confirm. `connector` signs the call. */
export async function callConnector(connector: Connector, call: ConnectorCall, policy: SendPolicy): Promise<unknown> {
  const { serviceUrl, path, method } = call;
  const url = new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
  const body = call.method === 'PUT' ? call.body : undefined;
  const answered = await underPolicy(policy)({ method }, async ({ abortSignal }) => send({ url, method, body, authorization: await authorizationOf(connector), abortSignal }));
  const { status, text } = answered as Answered;
  if (status >= 400) throw Object.assign(new Error('The platform did not take the call'), { name: 'RestError', statusCode: status });
  return method === 'GET' ? JSON.parse(text) : undefined;
}

/** The SDK keeps the token until it ends; on this machine there is none. */
async function authorizationOf(connector: Connector): Promise<string | undefined> {
  const { credentials } = connector as unknown as { readonly credentials: { signRequest(request: { headers: Map<string, string> }): Promise<unknown> } };
  const headers = new Map<string, string>();
  await credentials.signRequest({ headers });
  return [...headers].find(([name]) => name.toLowerCase() === 'authorization')?.[1];
}

type Sending = { readonly url: URL; readonly method: string; readonly body: Buffer | undefined; readonly authorization: string | undefined; readonly abortSignal: AbortSignal | undefined };
type Answered = { readonly status: number; readonly headers: { get(name: string): string | undefined }; readonly text: string };

function send({ url, method, body, authorization, abortSignal }: Sending): Promise<Answered> {
  const isSafe = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const call = (isSafe ? https : http).request(url, {
      method,
      agent: isSafe ? agents['https:'] : agents['http:'],
      headers: { ...(body ? { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length } : {}), ...(authorization === undefined ? {} : { authorization }) },
      ...(abortSignal ? { signal: abortSignal } : {}),
    });
    call.on('error', reject);
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (method === 'GET') chunks.push(chunk);
        if (size > longestAnswer) call.destroy(new Error('The platform answered at too great a length'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: { get: (name) => headerOf(response, name) }, text: Buffer.concat(chunks).toString('utf8') }));
    });
    call.end(body);
  });
}

function headerOf({ headers }: http.IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
