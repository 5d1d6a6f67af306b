/**
 * How often and how long the bot tries to reach the connector. The SDK tries four times, also when a message may
 * already have been taken, and waits for ever; its settings for both are ignored in 4.23.3, so its policy is replaced.
 */

type Headers = { get(name: string): string | undefined };
type Request = { readonly method: string; abortSignal?: AbortSignal | undefined };
type Response = { readonly status: number; readonly headers: Headers };
type Send = (request: Request) => Promise<Response>;
type Policy = { readonly name: string; sendRequest(request: Request, next: Send): Promise<Response> };
type Pipeline = { removePolicy(policy: { name: string }): unknown[]; addPolicy(policy: Policy, options: { phase: 'Retry' | 'Serialize' }): void };

/** Calls `fire` after so many milliseconds, unless what it returns is called before. */
export type After = (milliseconds: number, fire: () => void) => () => void;

export type SendPolicy = {
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Milliseconds after which no further attempt is begun. All of it is over after `patience` and one `timeout` more. */
  readonly patience: number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly after: After;
};

const sdkPolicy = 'defaultRetryPolicy';
const mostAttempts = 4;

/** Refused before it was taken: trying again cannot do it twice. */
const neverTaken = [412, 429];
/** May have been taken: only what gives the same result twice is tried again. */
const perhapsTaken = [502, 503, 504];
const notConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** Replaces the SDK's policy in a connector client, and throws when the client is not built as expected. */
export function setSendPolicy(client: object, policy: SendPolicy): void {
  const pipeline = (Reflect.get(client, 'client') as { pipeline?: Pipeline } | undefined)?.pipeline;
  if (pipeline === undefined || pipeline.removePolicy({ name: sdkPolicy }).length !== 1) {
    throw new Error('The connector client is built differently from botbuilder 4.23.3, so its retries cannot be replaced.');
  }
  pipeline.addPolicy(retryOf(policy), { phase: 'Retry' });
  // Around everything: the token that a request is signed with is fetched outside of the attempts.
  pipeline.addPolicy(deadlineOf(policy), { phase: 'Serialize' });
}

/** What a failed request is known to have done: nothing, or nobody knows. */
export function isUnsure({ code, statusCode }: { readonly code?: unknown; readonly statusCode?: unknown }): boolean {
  return typeof statusCode === 'number' ? statusCode >= 500 || statusCode === 408 : !notConnected.includes(String(code));
}

/** Seconds that the server asked to wait, from the seconds or the date (RFC 9110, 10.2.3) that it named. */
export function secondsAsked(retryAfter: string | null | undefined, now: number): number | undefined {
  if (retryAfter === undefined || retryAfter === null || retryAfter.trim() === '') return undefined;
  const seconds = Number(retryAfter);
  const asked = Number.isFinite(seconds) ? seconds : (Date.parse(retryAfter) - now) / 1000;
  return Number.isNaN(asked) ? undefined : Math.max(0, asked);
}

class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** Rejects after so many milliseconds, and tells what hangs to stop. */
export async function within<Result>(after: After, milliseconds: number, work: (stop: AbortSignal, end: () => void) => Promise<Result>): Promise<Result> {
  const end = new AbortController();
  let cancel: () => void = () => undefined;
  const tooLong = new Promise<never>((_, reject) => {
    cancel = after(milliseconds, () => {
      reject(new TookTooLong('The platform was not reached in time'));
      end.abort();
    });
  });
  try {
    return await Promise.race([work(end.signal, () => end.abort()), tooLong]);
  } finally {
    cancel();
  }
}

/** The signal goes from the request when the work is done: the next attempt has one of its own. */
async function sendWithin(after: After, milliseconds: number, request: Request, next: Send): Promise<Response> {
  const { abortSignal: outer } = request;
  let stopToo: () => void = () => undefined;
  try {
    return await within(after, milliseconds, (stop, end) => {
      stopToo = end;
      outer?.addEventListener('abort', end);
      request.abortSignal = stop;
      return next(request);
    });
  } finally {
    outer?.removeEventListener('abort', stopToo);
    request.abortSignal = outer;
  }
}

const deadlineOf = ({ timeout, patience, after }: SendPolicy): Policy => ({
  name: 'threefoldDeadlinePolicy',
  sendRequest: (request, next) => sendWithin(after, patience + 2 * timeout, request, next),
});

const retryOf = ({ timeout, patience, pause, after }: SendPolicy): Policy => ({
  name: 'threefoldRetryPolicy',
  async sendRequest(request, next) {
    const canRepeat = request.method !== 'POST';
    const began = performance.now();
    for (let attempt = 1, waited = 0; ; attempt++) {
      const tried = await attemptOf(() => sendWithin(after, timeout, request, next));
      const wait = waitAfter(tried, attempt, canRepeat);
      const spent = waited + performance.now() - began;
      if (wait === undefined || attempt === mostAttempts || spent + wait > patience) return resultOf(tried);
      waited += wait;
      await pause(wait);
    }
  },
});

/** The same rules for a call that does not go through a client of the SDK. */
export const underPolicy = (policy: SendPolicy): ((request: Request, send: Send) => Promise<Response>) => {
  const [deadline, retry] = [deadlineOf(policy), retryOf(policy)];
  return (request, send) => deadline.sendRequest(request, (within) => retry.sendRequest(within, send));
};

type Tried = { readonly response: Response } | { readonly error: unknown };

async function attemptOf(send: () => Promise<Response>): Promise<Tried> {
  try {
    return { response: await send() };
  } catch (error) {
    return { error };
  }
}

function resultOf(tried: Tried): Response {
  if ('response' in tried) return tried.response;
  throw tried.error;
}

/** Milliseconds until the next attempt; undefined when there is to be none. */
function waitAfter(tried: Tried, attempt: number, canRepeat: boolean): number | undefined {
  const backOff = 200 * 2 ** (attempt - 1);
  if ('error' in tried) {
    const code = (tried.error as { code?: unknown } | undefined)?.code;
    return canRepeat || notConnected.includes(String(code)) ? backOff : undefined;
  }
  const { status, headers } = tried.response;
  if (!neverTaken.includes(status) && !(canRepeat && perhapsTaken.includes(status))) return undefined;
  const seconds = secondsAsked(headers.get('retry-after'), Date.now());
  return seconds === undefined ? backOff : seconds * 1000;
}
