/**
 * The embedded store: SQLite through libsql, durable before the answer is sent (WAL, synchronous FULL), safe with
 * several processes on one file. One connection reads, another writes, so that neither waits for the other.
 */
import Database from 'libsql';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import type { AuditTrail, LearntStore, Leases, OrganisationStore, PlaceStore, SealedCases } from '../app/ports';
import { bufferedAudit } from './bufferedAudit';
import { SqliteAudit } from './sqliteAudit';
import type { OnLeftOut } from './learntSoFar';
import { cannotOpen } from './cannotOpen';
import { noSeal, type Seal } from './seal';
import { SqliteCases } from './sqliteCases';
import { isBusy, type Connection } from './sqliteFile';
import { SqliteLearnt } from './sqliteLearnt';
import { SqliteLeases } from './sqliteLeases';
import { SqliteOrganisation } from './sqliteOrganisation';
import { migrate, refuseWrongFile } from './sqliteMigrations';
import { sqlitePlaces } from './sqlitePlaces';
import { SqliteWriter, type WriterPatience } from './sqliteWriter';

export type SqliteStore = { readonly cases: SealedCases; readonly places: PlaceStore; readonly leases: Leases; readonly audit: AuditTrail; readonly organisation: OrganisationStore; readonly learnt: LearntStore };

export type SqliteSettings = WriterPatience & {
  /** Events of recent cases that are kept in memory, about 1 KB each. */
  readonly mostRecentEvents?: number;
  readonly seal?: Seal;
  readonly onLeftOut?: OnLeftOut;
};

/** Milliseconds that opening, or a read, waits for another process that recovers or upgrades the same file. */
const patienceToRead = 5_000;

/**
 * Opens or creates the file and brings it up to date. Throws when it cannot be opened, is another program's or of a
 * newer version; nothing is overwritten then, and the sentence says what to do.
 */
export function openSqliteStore(name: string, { mostRecentEvents = 10_000, seal = noSeal, onLeftOut, ...patience }: SqliteSettings = {}): SqliteStore {
  const file = path.resolve(name);
  const { database, writer } = openBoth(file, patience);
  const audit = bufferedAudit(new SqliteAudit(database, writer));
  return { cases: new SqliteCases(database, writer, seal, mostRecentEvents), places: sqlitePlaces(database, writer), leases: new SqliteLeases(writer), audit, organisation: new SqliteOrganisation(database, writer), learnt: new SqliteLearnt(database, writer, onLeftOut) };
}

function openBoth(file: string, patience: WriterPatience): { readonly database: Connection; readonly writer: SqliteWriter } {
  try {
    return { database: openFile(file), writer: new SqliteWriter(file, patience) };
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

function openFile(file: string): Connection {
  mkdirSync(path.dirname(file), { recursive: true });
  // A new file, and with it its log, is for nobody but who runs the bot.
  closeSync(openSync(file, 'a', 0o600));
  // SQLite gives up at once, without waiting, when two processes make the log of a new file.
  for (const end = Date.now() + patienceToRead; ; ) {
    try {
      return setUp(file);
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function setUp(file: string): Connection {
  const database = new Database(file, { timeout: patienceToRead });
  try {
    refuseWrongFile(database, file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
