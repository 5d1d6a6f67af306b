import { describeError } from './describeError';
import type { Log } from './settings';

/** Work that goes on after the answer went out. It is counted, so that the bot does not stop in the middle of it. */
export class Background {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: Log) {}

  run(what: string, work: () => Promise<unknown>): void {
    const done: Promise<void> = work()
      .then(() => undefined)
      .catch((error: unknown) => this.log({ what, ...describeError(error) }))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Resolves when nothing is left, also of what was begun meanwhile. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
