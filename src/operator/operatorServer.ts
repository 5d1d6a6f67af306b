/**
 * The operator's page on a port of its own that only this machine can reach: whoever may open a shell beside the bot may
 * read it. GET / is for people, GET /operator.json for programs.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operatorPage } from './operatorPage';
import type { Standing } from './standing';

export type OperatorServer = { /** Resolves with the port. */ listen(port: number): Promise<number>; close(): Promise<void> };

const safe = { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

export function operatorServer(read: () => Promise<Standing>): OperatorServer {
  const server = createServer((request, response) => {
    void answer(read, request, response).catch(() => {
      response.writeHead(500, safe);
      response.end();
    });
  });
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(read: () => Promise<Standing>, { method, url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { ...safe, 'content-type': `${type}; charset=utf-8` });
    response.end(method === 'HEAD' ? undefined : body);
  };
  // A page in a browser can be made to call this machine under another name; then its name stands here.
  if (!URL.canParse(`http://${headers.host ?? ''}`) || !loopback.includes(new URL(`http://${headers.host ?? ''}`).hostname)) return send(403, 'text/plain', 'Only from this machine.');
  if (method !== 'GET' && method !== 'HEAD') return send(405, 'text/plain', 'There is nothing to change here.');
  switch (url.split('?')[0]) {
    case '/':
      return send(200, 'text/html', operatorPage(await read()));
    case '/operator.json':
      return send(200, 'application/json', JSON.stringify(await read()));
    default:
      return send(404, 'text/plain', 'Here are / and /operator.json.');
  }
}
