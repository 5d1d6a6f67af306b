/** How often, how long and at what price Cosmos DB is asked. */
import { setTimeout as wait } from 'node:timers/promises';

export type CosmosOperation = 'load' | 'append' | 'heads-of' | 'heads-that-owe' | 'refs-taken' | 'all' | 'erase' | 'remember-place' | 'forget-place' | 'places';
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

const mostAttempts = 4;
const firstPauseMs = 60;

/** Too busy (after the SDK has waited as told), moved, being written by somebody else, or not available just now. */
const passing = new Set<unknown>([408, 410, 429, 449, 500, 503, 'TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'REQUEST_SEND_ERROR']);

export type Patience = {
  /** Milliseconds for one operation with all its attempts. A turn is answered within seconds or not at all. */
  readonly patienceMs?: number;
  readonly onCharge?: OnCharge;
  readonly pause?: (ms: number) => Promise<unknown>;
};

/** Work must be safe to repeat: nobody knows whether a request whose answer was lost was done. Throws the last error. */
export function cosmosRequests({ patienceMs = 8_000, onCharge, pause = wait }: Patience): Perform {
  return async (operation, work) => {
    const signal = AbortSignal.timeout(patienceMs);
    let units = 0;
    const charge = (more: number) => void (units += more);
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work({ signal, charge });
        } catch (error) {
          if (attempt === mostAttempts || signal.aborted || !mayPass(error)) throw error;
          await pause(pauseAfter(attempt, error));
        }
      }
    } finally {
      onCharge?.(units, operation);
    }
  };
}

function mayPass(error: unknown): boolean {
  if (error instanceof NotSettled) return true;
  return error instanceof Error && 'code' in error && passing.has(error.code);
}

/** Longer each time and never quite the same, so that two instances do not meet again. */
function pauseAfter(attempt: number, error: unknown): number {
  const asked = error instanceof NotSettled ? (error.afterMs ?? 0) : 0;
  return Math.max(asked, firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
}
