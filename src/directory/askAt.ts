/** One request to a name, at addresses that were looked at before: the name is not looked up again. */
import { Agent as PlainAgent, request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

type Asked = { readonly signal: AbortSignal; readonly headers: Readonly<Record<string, string>> };

/** Every connection in them was made to an address that was looked at. Milliseconds: those that nobody uses are given up. */
const kept = { keepAlive: true, timeout: 5_000 };
const agents = { 'http:': new PlainAgent(kept), 'https:': new SafeAgent(kept) } as const;

/** The server still proves that it is who its name says, and no redirect is followed. */
export function askAt(url: URL, addresses: readonly string[], { signal, headers }: Asked): Promise<Response> {
  const options: RequestOptions = { signal, headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' }, lookup: always(addresses), agent: agents[url.protocol === 'https:' ? 'https:' : 'http:'] };
  const { promise, resolve, reject } = deferred();
  const asking = (url.protocol === 'https:' ? safeRequest : plainRequest)(url, options, (answer) => resolve(responseOf(answer)));
  asking.on('error', reject);
  asking.end();
  return promise;
}

function deferred(): { readonly promise: Promise<Response>; readonly resolve: (response: Response) => void; readonly reject: (error: Error) => void } {
  let [resolve, reject]: [(response: Response) => void, (error: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<Response>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

/** Node asks for one address or for all of them. */
function always(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_name, { all }, done) => {
    const [first] = known;
    if (first === undefined) done(new Error('No address was looked at'), '', 4);
    else if (all === true) done(null, known);
    else done(null, first.address, first.family);
  };
}

const withoutBody = new Set([204, 205, 304]);

function responseOf(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 500;
  const headers = new Headers(Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]])));
  if (withoutBody.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(unpacked(answer)) as ReadableStream<Uint8Array>, { status, headers });
}

const unpackers: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** What breaks off breaks off the reader too. */
function unpacked(answer: IncomingMessage): Readable {
  const unpacker = unpackers[answer.headers['content-encoding']?.toLowerCase() ?? '']?.();
  if (unpacker === undefined) return answer;
  answer.on('error', (error) => unpacker.destroy(error));
  unpacker.on('close', () => answer.destroy());
  return answer.pipe(unpacker);
}
