// npm run backup: a checked copy of the file that holds the cases, made while the bot is running.
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { buildIfNeeded, giveUp, installIfNeeded, root } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`Usage: STORE=sqlite:PATH npm run backup -- [--to FILE]

Copies every case from the file that STORE names to a new file, and checks the copy. The bot may be running.
  --to FILE   where the copy goes; left out, beside the file, with the time in its name. Nothing is overwritten.
The copy holds what people said. Keep it where the file itself might be kept; only its owner can read it.

To restore: stop the bot, delete PATH, PATH-wal and PATH-shm, put the copy where STORE says, and start the bot.
With STORE=cosmos there is nothing to copy: Azure Cosmos DB keeps continuous backups (infra/ asks for them).

Ends with 0 when the copy is whole, 1 when there is none, 2 when STORE or an argument is wrong.`);
  process.exit(0);
}

const unknown = args.find((arg, index) => arg !== '--to' && args[index - 1] !== '--to');
if (unknown !== undefined) giveUp(`${unknown} means nothing here. See --help.`, 2);
const to = args.includes('--to') ? args[args.indexOf('--to') + 1] : undefined;
if (args.includes('--to') && (to ?? '') === '') giveUp('--to needs the name of a file. See --help.', 2);

const file = fileOf((process.env.STORE ?? '').trim());

function fileOf(store) {
  if (/^cosmos:?$/.test(store)) giveUp('Cases are in Azure Cosmos DB, which keeps continuous backups by itself. Restore one in the Azure portal, or with az cosmosdb restore.', 2);
  const path = /^sqlite:(.+)$/.exec(store)?.[1];
  if (path === undefined) giveUp('Nothing is kept in a file: set STORE to sqlite:PATH, as it is set for the bot. See --help.', 2);
  return path;
}

/** Beside the file, so that it is on the same disk and under the same rules. */
function besideFile() {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return join(dirname(file), `${basename(file, extname(file))}-${time}${extname(file) || '.db'}`);
}

installIfNeeded();
buildIfNeeded();
const { backUpSqlite } = createRequire(import.meta.url)(join(root, 'dist', 'store', 'sqliteBackup.js'));
const target = to ?? besideFile();
try {
  const { cases, events, places } = backUpSqlite(file, target);
  console.log(`${target} was written and is whole. Cases: ${cases}. Events: ${events}. Places: ${places}.`);
} catch (error) {
  giveUp(`No backup was made: ${error.message}`);
}
