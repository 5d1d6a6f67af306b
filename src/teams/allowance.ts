import { Recent } from './recent';

/** How much may come from one side: so many at once, and as many again in every minute, evenly. */
export class Allowance {
  private readonly sides = new Recent<{ left: number; at: number; told: boolean }>(5000);

  constructor(
    private readonly perMinute: number,
    private readonly now: () => Date,
  ) {}

  /** Takes one. `told` is true from the second time in a row that there is none. */
  take(side: string): { readonly kind: 'taken' } | { readonly kind: 'spent'; readonly told: boolean } {
    const kept = this.refilled(side);
    if (kept.left < 1) {
      const { told } = kept;
      kept.told = true;
      return { kind: 'spent', told };
    }
    kept.left -= 1;
    kept.told = false;
    return { kind: 'taken' };
  }

  isSpent(side: string): boolean {
    return this.sides.get(side) !== undefined && this.refilled(side).left < 1;
  }

  private refilled(side: string): { left: number; at: number; told: boolean } {
    const at = this.now().getTime();
    const kept = this.sides.get(side) ?? { left: this.perMinute, at, told: false };
    kept.left = Math.min(this.perMinute, kept.left + (Math.max(0, at - kept.at) / 60_000) * this.perMinute);
    kept.at = at;
    this.sides.set(side, kept);
    return kept;
  }
}
