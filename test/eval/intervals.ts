/** A figure with its 95% interval and how many it rests on. */
export type Figure = { readonly value: number; readonly low: number; readonly high: number; readonly n: number };

const z = 1.959964;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const figure = (value: number, low: number, high: number, n: number): Figure => ({ value: rounded(value), low: rounded(low), high: rounded(high), n });

/** Wilson's interval (1927) for a share. With nothing to count the figure is 0 and nothing is known: 0 to 1. */
export function share(hits: number, n: number): Figure {
  if (n === 0) return figure(0, 0, 1, 0);
  const value = hits / n;
  const middle = value + (z * z) / (2 * n);
  const reach = z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n));
  const over = 1 + (z * z) / n;
  return figure(value, Math.max(0, (middle - reach) / over), Math.min(1, (middle + reach) / over), n);
}

/** Percentile bootstrap over rows, for figures that are no plain share. The seed is fixed: the same rows give the same interval. */
export function bootstrapped<Row>(rows: readonly Row[], valueOf: (rows: readonly Row[]) => number, rounds = 1000): Figure {
  if (rows.length === 0) return figure(0, 0, 1, 0);
  const random = seeded(20261122);
  const values = Array.from({ length: rounds }, () => valueOf(Array.from(rows, () => rows[Math.floor(random() * rows.length)]!))).sort((a, b) => a - b);
  return figure(valueOf(rows), values[Math.floor(0.025 * rounds)]!, values[Math.ceil(0.975 * rounds) - 1]!, rows.length);
}

/** Numbers from 0 to below 1: mulberry32, small, even enough, the same everywhere for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
