/** What is special about the SQLite driver, kept in one place: how values go in and come out. */
import type Database from 'libsql';
import { z } from 'zod';

export type Connection = InstanceType<typeof Database>;
export type Bound = string | number | Buffer;

const Body = z.object({ body: z.instanceof(Buffer).or(z.instanceof(ArrayBuffer)).or(z.instanceof(Uint8Array)) });

/**
 * The driver takes the values as one array, and aborts the process on values of other types. A NUL would cut a text
 * silently, so it is refused here.
 */
export function bind(...values: readonly Bound[]): [Bound[]] {
  for (const value of values) if (typeof value === 'string' && value.includes('\0')) throw new Error('A key may not hold a NUL character');
  return [[...values]];
}

/** Bodies are blobs, because the driver aborts the process on stored text that is not UTF-8. */
export const encode = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');
export const decode = (row: unknown): unknown => JSON.parse(Buffer.from(Body.parse(row).body as Uint8Array).toString('utf8'));

/** The code that the driver or the file system gave to what went wrong, or nothing. */
export const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** Another process has the file at this moment. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

/** The one number that a pragma says. */
export function pragmaNumber(database: Connection, name: 'application_id' | 'user_version'): number {
  return z.record(z.string(), z.number()).parse((database.pragma(name) as unknown[])[0])[name] ?? 0;
}

/** IMMEDIATE takes the write lock first, so two processes on one file cannot both read the same revision. */
export const atomically = <Value>(database: Connection, work: () => Value): Value => within(database, 'BEGIN IMMEDIATE', work);

/** Everything read in here is of the same moment. */
export const atOneMoment = <Value>(database: Connection, read: () => Value): Value => within(database, 'BEGIN', read);

function within<Value>(database: Connection, begin: string, work: () => Value): Value {
  database.exec(begin);
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
