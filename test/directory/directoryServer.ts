/** A directory's server on this machine that behaves as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answering = (request: { readonly path: string; readonly page: number; readonly perPage: number }, response: ServerResponse) => void;
export type DirectoryServer = { readonly address: string; readonly asked: readonly string[]; readonly close: () => Promise<void> };

/** `at`: another address of this machine, which may have the same port as the first. */
export async function directoryServer(answering: Answering, at: { readonly host: string; readonly port: number } = { host: '127.0.0.1', port: 0 }): Promise<DirectoryServer> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${url.pathname}${url.search}`);
    answering({ path: url.pathname, page: Number(url.searchParams.get('page') ?? '1'), perPage: Number(url.searchParams.get('per_page') ?? '0') }, response);
  });
  await new Promise<void>((resolve) => server.listen(at.port, at.host, resolve));
  return {
    address: `http://${at.host}:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const json = (response: ServerResponse, body: unknown): void => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
};

/** An answer without a word. What it sets does not lean on what calls return: others on this machine may have changed that. */
export const bare = (response: ServerResponse, status: number): void => {
  response.statusCode = status;
  response.end();
};
