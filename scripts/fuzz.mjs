// npm run fuzz: calls of any kind at the door, as many as wanted. npm test sends a few hundred.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

const args = process.argv.slice(2);
const help = `Usage: npm run fuzz -- [--calls N] [--seed S]

Sends calls to the bot on this machine: as Teams makes them, and then oversized, deeply nested, of the wrong kind, truncated, at random
or once more; with cards that name another's case; and, a quarter as many, with tokens of every wrong kind. Meanwhile every tenth call
to the platform fails. Each must be answered without an error of the bot; nothing of what was sent may come back to whoever is turned
away, or get into the log; and the case of somebody else must stay as it was.
  --calls N   how many (20000), at most 1000000
  --seed S    another run of chance (1)

Ends with 0 when all came out well, 1 when one did not, 2 for an argument that it does not know.`;

if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const known = { calls: 20_000, seed: 1 };
for (let at = 0; at < args.length; at += 2) {
  const name = args[at].replace(/^--/, '');
  const value = Number(args[at + 1]);
  if (!args[at].startsWith('--') || !(name in known) || !Number.isInteger(value) || value < 1 || value > 1_000_000) giveUp(help, 2);
  known[name] = value;
}

installIfNeeded();
const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--config', join(root, 'jest.config.cjs'), 'test/teams/fuzz.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_CALLS: String(known.calls), FUZZ_SEED: String(known.seed) },
});
process.exit(status === 0 ? 0 : 1);
