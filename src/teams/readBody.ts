/**
 * The body of a call, read by ourselves: restify's reader unpacks gzip without a limit and waits for the end of what is
 * too long, and nobody has shown yet who they are.
 */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { After } from './sendPolicy';

export type BodyRead =
  | { readonly kind: 'read'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 408 | 413 | 415; readonly why: 'json' | 'nesting' | 'too-slow' | 'too-large' | 'media-type' }
  /** Whoever called hung up. */
  | { readonly kind: 'gone' };

/** Bytes: more than any card and what is typed into it. */
const largest = 256 * 1024;
/** Cards and what comes back from them are far flatter; what walks through a value would come to the end of its stack. */
const deepest = 64;
/** Milliseconds for all of it. */
const longest = 10_000;

type Refused = Extract<BodyRead, { kind: 'refused' }>;
const refused = (status: Refused['status'], why: Refused['why']): Refused => ({ kind: 'refused', status, why });

/** Returns what a call holds, or why it is not looked at. Never rejects. */
export async function readBody(request: IncomingMessage, after: After): Promise<BodyRead> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers;
  if (!/^application\/json\s*(;|$)/i.test(type) || encoding !== 'identity') return refuseUnread(request, refused(415, 'media-type'));
  if (Number(length) > largest) return refuseUnread(request, refused(413, 'too-large'));
  const bytes = await collect(request, after);
  return Buffer.isBuffer(bytes) ? parse(bytes) : bytes;
}

/** What still comes is thrown away, so that whoever sends it gets to read the answer. */
function refuseUnread(request: IncomingMessage, verdict: Refused): Refused {
  request.resume();
  return verdict;
}

function collect(request: IncomingMessage, after: After): Promise<Buffer | Refused | { readonly kind: 'gone' }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const cancel = after(longest, () => resolve(refused(408, 'too-slow')));
    const end = (result: Parameters<typeof resolve>[0]) => {
      cancel();
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largest) chunks.push(chunk);
      else end(refused(413, 'too-large'));
    });
    request.on('end', () => end(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', () => end({ kind: 'gone' }));
    request.on('close', () => end({ kind: 'gone' }));
  });
}

function parse(bytes: Buffer): BodyRead {
  if (!isUtf8(bytes)) return refused(400, 'json');
  const text = bytes.toString('utf8');
  if (isDeeperThan(deepest, text)) return refused(400, 'nesting');
  try {
    return { kind: 'read', body: JSON.parse(text) };
  } catch {
    return refused(400, 'json');
  }
}

/** Counts brackets outside of strings; of what is no JSON it may say anything. */
function isDeeperThan(most: number, text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      if (at < 0) return false;
    } else if (code === openList || code === openObject) {
      depth += 1;
      if (depth > most) return true;
    } else if (code === closeList || code === closeObject) depth -= 1;
  }
  return false;
}

const [quote, backslash, openList, closeList, openObject, closeObject] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Where the string that begins here ends; -1 when it does not. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return -1;
}
