import type { After } from '../../src/teams/sendPolicy';
import type { FakeConnector } from './fakeConnector';

type Timer = { readonly milliseconds: number; readonly fire: () => void };

/** Time that only passes when nothing is left to do but to wait for calls that hang: then the next that is due is over. */
export class StillTime {
  private readonly timers = new Set<Timer>();
  /** While true, it passes only when the test says so. */
  held = false;

  constructor(private readonly connector: FakeConnector) {
    connector.onHang = () => this.look();
  }

  readonly after: After = (milliseconds, fire) => {
    const timer = { milliseconds, fire };
    this.timers.add(timer);
    this.look();
    return () => {
      if (this.timers.delete(timer)) this.look();
    };
  };

  /** Resolves when something waits for that long. */
  async begun(milliseconds: number): Promise<void> {
    while (![...this.timers].some((timer) => timer.milliseconds === milliseconds)) await new Promise((resolve) => setImmediate(resolve));
  }

  passes(): void {
    const due = this.soonest();
    this.connector.hangUp();
    for (const timer of due) {
      this.timers.delete(timer);
      timer.fire();
    }
  }

  private soonest(): readonly Timer[] {
    const least = Math.min(...[...this.timers].map(({ milliseconds }) => milliseconds));
    return [...this.timers].filter(({ milliseconds }) => milliseconds === least);
  }

  /** A call that hangs has a timer for this attempt and one for all of them; any other timer belongs to what is still being worked at. */
  private look(): void {
    if (!this.held && this.connector.hanging > 0 && this.timers.size === 2 * this.connector.hanging) this.passes();
  }
}
