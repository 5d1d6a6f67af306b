/**
 * Writes into the bot's file, while the bot runs, that somebody agreed to who can read the channel. A process of its own:
 * the driver lets go of a file only when its statements are collected, and while anybody else has the file open, SQLite
 * does not look through its log again after a kill. What was on the disk but told to nobody is then undone.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStore } from '../../src/store/sqliteStore';

const [file, place, known, by, at] = process.argv.slice(1) as [string, string, string, string, string];

async function run(): Promise<void> {
  const { places, cases } = openSqliteStore(file);
  while ((await places.all()).length < Number(known)) await pause(20);
  for (const one of await places.all()) if (one.id === place) await places.remember({ ...one, audienceAgreed: { by, at } });
  await cases.close();
}

void run().then(() => process.disconnect());
