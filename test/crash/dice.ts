/** Chance that can be had again: the same seed gives the same throws. */
export class Dice {
  constructor(private seed: number) {}

  /** From 0 up to 1, which is never reached. */
  throw(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.throw() * most);
  }

  isLucky(chance: number): boolean {
    return this.throw() < chance;
  }

  oneOf<Thing>(things: readonly Thing[]): Thing | undefined {
    return things[this.below(things.length)];
  }
}
