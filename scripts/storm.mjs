// npm run storm: whole cases while everything goes wrong, as many as wanted. npm test tells one of each kind.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

const args = process.argv.slice(2);
const help = `Usage: npm run storm -- [--seeds N]

Tells whole cases while presses come twice, late and out of order through two instances, answers are lost, and the platform fails in
every way that it has. In the end each case must be what it would have been in calm weather.
  --seeds N   how many different cases of each kind, at most 200; 4 if left out

Ends with 0 when all came out well, 1 when one did not, 2 for an argument that it does not know.`;

if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const [name, value, ...rest] = args;
const seeds = name === undefined ? 4 : Number(value);
if ((name !== undefined && name !== '--seeds') || rest.length > 0 || !Number.isInteger(seeds) || seeds < 2 || seeds > 200) giveUp(help, 2);

installIfNeeded();
const files = ['test/app/storm.test.ts', 'test/app/anyPress.test.ts', 'test/teams/faultyConnector.test.ts'];
const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--config', join(root, 'jest.config.cjs'), ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, STORM_SEEDS: String(seeds) },
});
process.exit(status === 0 ? 0 : 1);
