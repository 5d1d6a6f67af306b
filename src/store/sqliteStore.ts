/**
 * The embedded case store: SQLite through libsql, durable before the answer is sent (WAL, synchronous FULL).
 *
 * One row an event, `(case, rev)` is the lock; the head changes in the same transaction.
 */
import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Appended, CaseStore, KnownPlace, PlaceStore } from '../app/ports';
import { CaseEvent } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import { atomically, bind, decode, encode, type Connection } from './sqliteFile';
import { migrate, refuseWrongFile } from './sqliteMigrations';

export type SqliteStore = { readonly cases: CaseStore; readonly places: PlaceStore };

/** Milliseconds that opening waits for another process which opens or upgrades the same file. */
const patienceToOpen = 5_000;

/**
 * Opens or creates the file and brings it up to date. Throws when it cannot be opened, is another program's or of a
 * newer version; nothing is overwritten then.
 */
export function openSqliteStore(file: string): SqliteStore {
  const database = openFile(file);
  return { cases: caseStore(database), places: placeStore(database) };
}

function openFile(file: string): Connection {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const database = new Database(file, { timeout: patienceToOpen });
  try {
    refuseWrongFile(database, file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function caseStore(database: Connection): CaseStore {
  const selectEvents = database.prepare('SELECT body FROM events WHERE case_id = ? ORDER BY rev');
  const selectRev = database.prepare('SELECT COALESCE(MAX(rev), 0) AS rev FROM events WHERE case_id = ?');
  const insertEvent = database.prepare('INSERT INTO events (case_id, rev, body) VALUES (?, ?, ?)');
  const putHead = database.prepare('INSERT INTO heads (case_id, worker, ref, owes, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET owes = excluded.owes, body = excluded.body');
  const selectByWorker = database.prepare('SELECT body FROM heads WHERE worker = ?');
  const selectOwing = database.prepare('SELECT body FROM heads WHERE owes = 1');
  const selectAll = database.prepare('SELECT case_id, body FROM heads WHERE case_id > ? ORDER BY case_id LIMIT 200');
  const selectRef = database.prepare('SELECT ref FROM heads WHERE ref = ?');
  const eraseEvents = database.prepare('DELETE FROM events WHERE case_id = ?');
  const eraseHead = database.prepare('DELETE FROM heads WHERE case_id = ?');

  const headsFrom = (rows: unknown[]): CaseHead[] => rows.map((row) => decode(row) as CaseHead);
  return {
    load: async (caseId) => selectEvents.all(...bind(caseId)).map((row) => CaseEvent.parse(decode(row))),
    append: async (caseId, expectedRev, events, head) =>
      atomically(database, (): Appended => {
        const { rev } = z.object({ rev: z.number() }).parse(selectRev.get(...bind(caseId)));
        if (rev !== expectedRev) return { kind: 'somebody-was-first' };
        events.forEach((event, index) => insertEvent.run(...bind(caseId, expectedRev + index + 1, encode(event))));
        putHead.run(...bind(caseId, head.worker, head.ref, head.owes ? 1 : 0, encode(head)));
        return { kind: 'appended' };
      }),
    headsOf: async (worker) => headsFrom(selectByWorker.all(...bind(worker))),
    headsThatOwe: async () => headsFrom(selectOwing.all()),
    refsTaken: async (refs) => refs.filter((ref) => selectRef.get(...bind(ref)) !== undefined),
    async *all() {
      for (let after = ''; ; ) {
        const rows = selectAll.all(...bind(after));
        yield* headsFrom(rows);
        const last = rows.at(-1);
        if (last === undefined) return;
        after = z.object({ case_id: z.string() }).parse(last).case_id;
      }
    },
    erase: async (caseId) =>
      atomically(database, () => {
        eraseEvents.run(...bind(caseId));
        eraseHead.run(...bind(caseId));
      }),
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

function placeStore(database: Connection): PlaceStore {
  const put = database.prepare('INSERT INTO places (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body');
  const drop = database.prepare('DELETE FROM places WHERE id = ?');
  const select = database.prepare('SELECT body FROM places ORDER BY id');
  return {
    remember: async (place) => void put.run(...bind(place.id, encode(place))),
    forget: async (id) => void drop.run(...bind(id)),
    all: async () => select.all().map((row) => decode(row) as KnownPlace),
  };
}
