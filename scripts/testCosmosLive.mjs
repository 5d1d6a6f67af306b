// npm run test:cosmos-live: the contract of the stores against a real Cosmos DB account or the official emulator.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded, root } from './prepare.mjs';

const missing = ['COSMOS_ENDPOINT', 'COSMOS_KEY'].filter((name) => (process.env[name] ?? '').trim() === '');

if (process.argv.includes('--help')) {
  console.log(`Usage: COSMOS_ENDPOINT=... COSMOS_KEY=... npm run test:cosmos-live

Runs the tests that every store must pass against an account of Azure Cosmos DB for NoSQL, or the official emulator.
They make a container of their own in COSMOS_DATABASE (threefold-contract unless set) and drop it at the end.
The emulator speaks https with a certificate of its own: name that in NODE_EXTRA_CA_CERTS.

Ends with 0 when all passed or nothing was asked for, 1 when something failed.`);
} else if (missing.length > 0) {
  console.log(`Skipped: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set, so there is no account to test against.`);
} else {
  installIfNeeded();
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--config', join(root, 'jest.config.cjs'), '--rootDir', root, '--testMatch', '**/test/store/cosmosLive.ts', '--testTimeout', '120000', '--runInBand'];
  process.exitCode = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
