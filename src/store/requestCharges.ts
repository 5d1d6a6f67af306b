import { AsyncLocalStorage } from 'node:async_hooks';
import type { OnCharge } from './cosmosRequests';

export type Charged = { readonly units: number; readonly operations: number };

/** Adds up what the store was charged while one turn ran, however many turns run at once. */
export class RequestCharges {
  private readonly running = new AsyncLocalStorage<{ units: number; operations: number }>();

  readonly onCharge: OnCharge = (units) => {
    const sum = this.running.getStore();
    if (sum === undefined) return;
    sum.units += units;
    sum.operations += 1;
  };

  /** `tell` hears the sum also when the work fails, and nothing when the store was not asked. */
  async during<Value>(work: () => Promise<Value>, tell: (charged: Charged) => void): Promise<Value> {
    const sum = { units: 0, operations: 0 };
    try {
      return await this.running.run(sum, work);
    } finally {
      if (sum.operations > 0) tell({ units: Math.round(sum.units * 100) / 100, operations: sum.operations });
    }
  }
}
