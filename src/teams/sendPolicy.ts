/**
 * How often and how long the bot tries to reach the connector. The SDK tries four times, also when a message may
 * already have been taken, and waits for ever; its settings for both are ignored in 4.23.3, so its policy is replaced.
 */

type Headers = { get(name: string): string | undefined };
type Request = { readonly method: string; timeout: number };
type Response = { readonly status: number; readonly headers: Headers };
type Policy = { readonly name: string; sendRequest(request: Request, next: (request: Request) => Promise<Response>): Promise<Response> };
type Pipeline = { removePolicy(policy: { name: string }): unknown[]; addPolicy(policy: Policy, options: { phase: 'Retry' }): void };

export type SendPolicy = {
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Milliseconds that may be spent on waiting between attempts, all together. */
  readonly patience: number;
  readonly pause: (milliseconds: number) => Promise<void>;
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
}

const retryOf = ({ timeout, patience, pause }: SendPolicy): Policy => ({
  name: 'threefoldRetryPolicy',
  async sendRequest(request, next) {
    request.timeout = timeout;
    const canRepeat = request.method !== 'POST';
    for (let attempt = 1, waited = 0; ; attempt++) {
      const tried = await attemptOf(request, next);
      const wait = waitAfter(tried, attempt, canRepeat);
      if (wait === undefined || attempt === mostAttempts || waited + wait > patience) return resultOf(tried);
      waited += wait;
      await pause(wait);
    }
  },
});

type Tried = { readonly response: Response } | { readonly error: unknown };

async function attemptOf(request: Request, next: (request: Request) => Promise<Response>): Promise<Tried> {
  try {
    return { response: await next(request) };
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
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : backOff;
}
