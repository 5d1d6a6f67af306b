/**
 * Estimates of request units. They are not the service's own arithmetic, which is not published.
 *
 * Microsoft documents 1 RU for a read of 1 KB and 10 for 100 KB, and 5 and 50 for a write; a public recording of a real
 * account (API for NoSQL, default index on small items) shows 6.67 for a create or delete, 11.05 for a replace, 2.26 for
 * a query of one item, about 0.015 more for each further small item, and 0.38 for a 429. Where the two differ the
 * higher one is used. What a query loads is counted like a read by its size. A query plan is counted as nothing.
 * Reads and queries under Strong or BoundedStaleness are documented to cost twice as much as under Session.
 */
const kilobytesOver = (bytes: number): number => Math.max(0, bytes / 1024 - 1);
const readPerKilobyte = 9 / 99;
const writePerKilobyte = 45 / 99;

export const charges = {
  read: (bytes: number) => 1 + kilobytesOver(bytes) * readPerKilobyte,
  create: (bytes: number) => 6.67 + kilobytesOver(bytes) * writePerKilobyte,
  replace: (bytes: number) => 11.05 + 2 * kilobytesOver(bytes) * writePerKilobyte,
  delete: (bytes: number) => 6.67 + kilobytesOver(bytes) * writePerKilobyte,
  query: (ranges: number, items: number, bytes: number) => 2.26 * ranges + items * 0.015 + (bytes / 1024) * readPerKilobyte,
  turnedDown: 0.38,
  majority: 2,
};
