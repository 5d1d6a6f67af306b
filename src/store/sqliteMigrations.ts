/**
 * How the file of the SQLite store came to look as it does. `user_version` says how many of these it has seen, and
 * `application_id` that it is ours. A migration that was released is never changed: what comes after it is a new one.
 */
import { atomically, atOneMoment, codeOf, pragmaNumber, type Connection } from './sqliteFile';

/** "Thrf" in ASCII. */
const applicationId = 0x54687266;

const migrations: readonly string[] = [
  // Files made before versions were counted hold these tables already.
  `
  CREATE TABLE IF NOT EXISTS events (case_id TEXT NOT NULL, rev INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (case_id, rev)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS heads (case_id TEXT PRIMARY KEY, worker TEXT NOT NULL, ref TEXT NOT NULL, owes INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS heads_by_worker ON heads (worker);
  CREATE INDEX IF NOT EXISTS heads_that_owe ON heads (owes) WHERE owes = 1;
  CREATE INDEX IF NOT EXISTS heads_by_ref ON heads (ref);
  CREATE TABLE IF NOT EXISTS places (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
  `,
  // Whoever knows a case sees by its head alone whether it is still the same case, and at which revision.
  `
  ALTER TABLE heads ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE heads ADD COLUMN begun TEXT NOT NULL DEFAULT '';
  UPDATE heads SET rev = (SELECT COUNT(*) FROM events WHERE events.case_id = heads.case_id);
  `,
  // Heads of before say nothing of reminders: they do from the next turn of their case on.
  `
  ALTER TABLE heads ADD COLUMN remind_on TEXT;
  CREATE INDEX heads_to_remind ON heads (remind_on) WHERE remind_on IS NOT NULL;
  CREATE TABLE leases (case_id TEXT PRIMARY KEY, token TEXT NOT NULL, until TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
  `,
  // Reminders have an instant now; the days of before sort with them and stay as they are.
  `
  CREATE TABLE safety_places (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
  `,
  // The trail is only ever added to: the file itself refuses anything else.
  `
  CREATE TABLE audit (id TEXT PRIMARY KEY, at TEXT NOT NULL, case_id TEXT, body BLOB NOT NULL) WITHOUT ROWID;
  CREATE INDEX audit_by_case ON audit (case_id, at) WHERE case_id IS NOT NULL;
  CREATE INDEX audit_by_time ON audit (at);
  CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to'); END;
  CREATE TRIGGER audit_is_not_dropped BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to'); END;
  `,
  // Who may do what. Only ever added to, like the events of a case.
  `
  CREATE TABLE organisation (rev INTEGER PRIMARY KEY, body BLOB NOT NULL);
  `,
  // What was learnt of activities and of unmet needs, of no case.
  `
  CREATE TABLE learnt (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
  `,
  // Each turn asks whether there is more of it. Whoever adds to it, this counts.
  `
  CREATE TABLE learnt_count (one INTEGER PRIMARY KEY CHECK (one = 1), many INTEGER NOT NULL);
  INSERT INTO learnt_count SELECT 1, COUNT(*) FROM learnt;
  CREATE TRIGGER learnt_is_counted AFTER INSERT ON learnt BEGIN UPDATE learnt_count SET many = many + 1; END;
  `,
];
const tablesBeforeVersions = ['events', 'heads', 'places'];

/** Thrown for a file that must not be written to; the sentence says what to do. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
}

/** Throws WrongFile when the file is another program's, or of a newer version than this one. Writes nothing. */
export function refuseWrongFile(database: Connection, file: string): void {
  atOneMoment(database, () => refuse(database, file));
}

function refuse(database: Connection, file: string): void {
  const [application, version] = identityOf(database, file);
  const ours = application === applicationId || (application === 0 && version === 0 && tablesOf(database).every((name) => tablesBeforeVersions.includes(name)));
  if (!ours) throw new WrongFile(`${file} belongs to another program. Nothing in it was changed. Set STORE to another file.`);
  if (version > migrations.length) {
    throw new WrongFile(`${file} was written by a newer version of the bot (format ${version}; this version knows ${migrations.length}). Nothing in it was changed. Start the newer version, or put the backup from before the upgrade in its place.`);
  }
}

/** Brings the file up to date in one transaction: it is of the version that it was, or of this one. Another process may be doing the same. */
export function migrate(database: Connection, file: string): void {
  if (pragmaNumber(database, 'user_version') < migrations.length) {
    atomically(database, () => {
      refuse(database, file);
      for (const step of migrations.slice(pragmaNumber(database, 'user_version'))) database.exec(step);
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
    });
  }
  refuseWrongFile(database, file);
}

function identityOf(database: Connection, file: string): readonly [application: number, version: number] {
  try {
    return [pragmaNumber(database, 'application_id'), pragmaNumber(database, 'user_version')];
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') throw new WrongFile(`${file} is not a file of cases. Nothing in it was changed. Set STORE to another file.`);
    throw error;
  }
}

const tablesOf = (database: Connection): readonly string[] =>
  (database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'`).all() as { name: string }[]).map(({ name }) => name);
