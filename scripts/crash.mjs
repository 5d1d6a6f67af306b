// npm run crash: kills the bot in the middle of conversations, starts it again, and looks for what was lost.
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, giveUp, installIfNeeded, root, workFolder } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`Usage: npm run crash -- [--kills N] [--seed S] [--lanes N] [--workers N] [--minutes N]

Starts the bot as it is served, on this machine only, with a new file for its cases and a stand-in for Teams. Link workers
talk through invented cases, post plans, and a supervisor decides on them, while the bot is killed with SIGKILL at random
moments, also while it starts. After each kill the file is compared with every card that came back before it.
  --kills N     how often (300)
  --seed S      another run of chance (1)
  --lanes N     bots at once, each with a file of its own (3)
  --workers N   people who press at once on each bot (5)
  --minutes N   when to stop at the latest (20)
Progress goes to stderr, one line with the result to stdout.

Ends with 0 when nothing was lost, halved or doubled and every plan arrived, 1 when something was, 2 when an argument is wrong.`);
  process.exit(0);
}

const known = { kills: 300, seed: 1, lanes: 3, workers: 5, minutes: 20 };
for (let at = 0; at < args.length; at += 2) {
  const name = args[at].replace(/^--/, '');
  const value = Number(args[at + 1]);
  if (!args[at].startsWith('--') || !(name in known) || !Number.isInteger(value) || value < 1) giveUp(`${args[at]} ${args[at + 1] ?? ''} means nothing here. See --help.`, 2);
  known[name] = value;
}

installIfNeeded();
buildIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { runCrash } = require('../test/crash/runCrash.ts');
const { minutes, ...settings } = known;
// What is built meanwhile does not change what runs here.
const built = join(workFolder, `crash-${process.pid}`);
process.on('exit', () => rmSync(built, { recursive: true, force: true }));
for (const part of ['dist', 'cards', 'package.json']) cpSync(join(root, part), join(built, part), { recursive: true });
const { problems, folder, ...told } = await runCrash({ ...settings, mostMinutes: minutes, main: join(built, 'dist', 'main.js'), say: (line) => console.error(line) });
for (const problem of problems.slice(0, 20)) console.error(problem);
if (problems.length > 20) console.error(`and ${problems.length - 20} more`);
if (folder !== undefined) console.error(`The files are left in ${folder}.`);
console.log(JSON.stringify({ what: 'crash', seed: known.seed, problems: problems.length, ...told }));
process.exit(problems.length === 0 ? 0 : 1);
