/** A copy of the SQLite file at one moment, made while the bot is running. */
import Database from 'libsql';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, type Connection } from './sqliteFile';
import { refuseWrongFile } from './sqliteMigrations';

export type BackedUp = { readonly cases: number; readonly events: number; readonly places: number };

/** Thrown when there is no good copy; the sentence says why and what to do. Nothing is left behind then. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup';
}

/** Milliseconds that the copy waits for another process that recovers or upgrades the file. */
const patience = 5_000;

/**
 * Writes all that is stored in `file` to the new file `to`, checks the copy and returns what it holds. Throws NoBackup
 * when there is nothing to copy, when `to` is there already, or when the copy is not whole; WrongFile when `file` is
 * not one of ours. What was erased is not in the copy.
 */
export function backUpSqlite(file: string, to: string): BackedUp {
  if (!existsSync(file)) throw new NoBackup(`There is no file ${file} to back up. Check STORE.`);
  const source = new Database(path.resolve(file), { timeout: patience });
  try {
    refuseWrongFile(source, file);
    const target = path.resolve(to);
    makeNew(target);
    try {
      source.prepare('VACUUM INTO ?').run([target]);
      const copied = check(target);
      onDisk(target);
      onDisk(path.dirname(target));
      return copied;
    } catch (error) {
      rmSync(target, { force: true });
      throw error;
    }
  } finally {
    source.close();
  }
}

/** Readable for nobody else from the first byte on. */
function makeNew(target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new NoBackup(`${target} is there already and was not touched. Name a new file with --to.`);
    throw error;
  }
}

const Count = z.object({ count: z.number() });
const torn = [
  'SELECT COUNT(*) AS count FROM (SELECT case_id FROM events GROUP BY case_id HAVING COUNT(*) <> MAX(rev))',
  'SELECT COUNT(*) AS count FROM heads WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.case_id = heads.case_id)',
  'SELECT COUNT(*) AS count FROM events WHERE NOT EXISTS (SELECT 1 FROM heads WHERE heads.case_id = events.case_id)',
];

function check(target: string): BackedUp {
  const copy: Connection = new Database(target);
  try {
    refuseWrongFile(copy, target);
    const count = (sql: string): number => Count.parse(copy.prepare(sql).get([])).count;
    const said = (copy.pragma('integrity_check') as Record<string, unknown>[]).map(({ integrity_check: line }) => line);
    if (said.length !== 1 || said[0] !== 'ok') throw new NoBackup('The copy is damaged, and so perhaps is the file itself. Look at its disk, and go back to an earlier backup.');
    if (torn.some((sql) => count(sql) > 0)) throw new NoBackup('The copy holds half a case, and so does the file itself. Go back to an earlier backup.');
    return { cases: count('SELECT COUNT(*) AS count FROM heads'), events: count('SELECT COUNT(*) AS count FROM events'), places: count('SELECT COUNT(*) AS count FROM places') };
  } finally {
    copy.close();
  }
}

function onDisk(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
