/** Returns the value that this share of the values is not above, by the nearest rank; NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How far apart the values are, as a share of the middle one: what the machine does to a figure. */
export const spread = (values: readonly number[]): number => (values.length < 2 ? 0 : (Math.max(...values) - Math.min(...values)) / median(values));

/** Three figures are as many as such a measurement is worth. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(value >= 1000 ? 4 : 3)) : value);
