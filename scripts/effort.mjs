// npm run effort: plays every story and prints what it costs a link worker in taps, cards and typed characters.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, installIfNeeded, refuseUnknown, root } from './prepare.mjs';

if (process.argv.includes('--help')) {
  console.log(`Usage: npm run effort

Plays every story of test/scenarios and prints its taps, cards and typed characters.
A tap is a press on a button or tile, a tick, the entering of a text box, or the sending of a chat message.
Ends with 1 when a story fails, 2 for any other argument.`);
  process.exit(0);
}

refuseUnknown(process.argv.slice(2));
installIfNeeded();
const folder = join(root, 'test', 'results', 'effort');
rmSync(folder, { recursive: true, force: true });
console.error('Playing the stories.');
const played = spawnSync(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), 'test/scenarios', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
if (played.status !== 0) giveUp(`A story failed:\n${played.stderr}`);
if (!existsSync(folder)) giveUp('No story counted its taps.');

const rows = readdirSync(folder).sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const width = Math.max(...rows.map(({ story }) => story.length));
console.log(`${'story'.padEnd(width)}   taps  cards  typed`);
for (const { story, taps, cards, typed } of rows) console.log(`${story.padEnd(width)}  ${String(taps).padStart(5)}  ${String(cards).padStart(5)}  ${String(typed).padStart(5)}`);
