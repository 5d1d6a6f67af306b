/** How often, how long and at what price Cosmos DB is asked. */
import { setTimeout as wait } from 'node:timers/promises';

export type CosmosOperation = 'load' | 'append' | 'heads-of' | 'heads-that-owe' | 'check' | 'refs-taken' | 'head-of-ref' | 'all' | 'erase' | 'ready' | 'take-lease' | 'give-back-lease' | 'remember-place' | 'forget-place' | 'places' | 'mark-place' | 'unmark-place' | 'marked-places' | 'reseal' | 'add-audit' | 'audit-of-case' | 'audit-of-day' | 'load-organisation' | 'append-organisation' | 'load-learnt' | 'keep-learnt';
/** Request units that one operation cost, all its requests and attempts together. */
export type OnCharge = (units: number, operation: CosmosOperation) => void;

export type Attempt = { readonly signal: AbortSignal; readonly charge: (units: number) => void };
export type Perform = <Value>(operation: CosmosOperation, work: (attempt: Attempt) => Promise<Value>) => Promise<Value>;

/** Thrown by work that may be tried again. `afterMs` is the delay that the server asked for. */
export class NotSettled extends Error {
  override readonly name = 'NotSettled';
  constructor(message: string, readonly afterMs?: number) {
    super(message);
  }
}

/** Thrown when all the time that an operation has is over. What it asked for may be done all the same. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
  readonly code = 'TimeoutError';
}

const mostAttempts = 4;
const firstPauseMs = 60;

/** Too busy (after the SDK has waited as told), moved, being written by somebody else, or not available just now. */
const passing = new Set<unknown>([408, 410, 429, 449, 500, 503, 'TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'REQUEST_SEND_ERROR']);
/** A 404 of a copy that does not have what this instance knows to be there. */
const sessionNotAvailable = 1002;

export type Patience = {
  /** Milliseconds for one operation with all its attempts. A turn is answered within seconds or not at all. */
  readonly patienceMs?: number;
  readonly onCharge?: OnCharge;
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Rings once after that time, unless what it gives back is called before. */
  readonly after?: After;
};
type After = (ms: number, ring: () => void) => () => void;

const onTheClock: After = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

/** Work must be safe to repeat: nobody knows whether a request whose answer was lost was done. Throws the last error, or TookTooLong. */
export function cosmosRequests({ patienceMs = 8_000, onCharge, pause = wait, after = onTheClock }: Patience): Perform {
  return async (operation, work) => {
    let units = 0;
    const charge = (more: number) => void (units += more);
    try {
      return await within(patienceMs, after, (signal) => repeated(() => work({ signal, charge }), signal, pause));
    } finally {
      onCharge?.(units, operation);
    }
  };
}

async function repeated<Value>(work: () => Promise<Value>, signal: AbortSignal, pause: (ms: number) => Promise<unknown>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === mostAttempts || signal.aborted || !mayPass(error)) throw error;
      await pause(pauseAfter(attempt, error));
    }
  }
}

/** The SDK sleeps through an abort while a busy server has told it to wait, so nobody waits for the SDK itself. */
function within<Value>(ms: number, after: After, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const over = new AbortController();
  return new Promise((resolve, reject) => {
    const stop = after(ms, () => {
      over.abort();
      reject(new TookTooLong('Cosmos DB took too long'));
    });
    work(over.signal).then(resolve, reject).finally(stop);
  });
}

function mayPass(error: unknown): boolean {
  if (error instanceof NotSettled) return true;
  const code = codeOf(error);
  return passing.has(code) || (code === 404 && error instanceof Error && 'substatus' in error && error.substatus === sessionNotAvailable);
}

/** The status that Cosmos DB answered with, or the name of what went wrong on the way. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Longer each time and never quite the same, so that two instances do not meet again; never shorter than the server asked. */
function pauseAfter(attempt: number, error: unknown): number {
  return Math.max(askedFor(error), firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
}

function askedFor(error: unknown): number {
  if (error instanceof NotSettled) return error.afterMs ?? 0;
  return error instanceof Error && 'retryAfterInMs' in error && typeof error.retryAfterInMs === 'number' ? error.retryAfterInMs : 0;
}
