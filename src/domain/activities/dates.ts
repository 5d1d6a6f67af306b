const DAY = 24 * 60 * 60 * 1000;

/** Whole days from one ISO day to another; never less than nothing, and 0 when either is no day. */
export function daysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);
  return Number.isNaN(days) ? 0 : Math.max(0, days);
}

/** The ISO day that lies this many days before another. */
export const dayBefore = (day: string, days: number): string => new Date(Date.parse(day.slice(0, 10)) - days * DAY).toISOString().slice(0, 10);
