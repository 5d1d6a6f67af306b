// npm run test:cosmos-live: the contract of the stores against a real Cosmos DB account or the official emulator.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

if (process.argv.includes('--help')) {
  console.log(`Usage: COSMOS_ENDPOINT=... [COSMOS_KEY=...] [COSMOS_DATABASE=...] [COSMOS_CONTAINER=...] npm run test:cosmos-live

Runs the tests that every store must pass, leases among them, against an account of Azure Cosmos DB for NoSQL or the official
emulator, and prints what a turn costs there. Everything that it writes is invented.

  With COSMOS_KEY      it makes a container of its own in COSMOS_DATABASE (threefold-contract unless set) and drops it at the end.
  Without a key        it signs in as the managed identity AZURE_CLIENT_ID, or else as whoever is signed in with az login. An
                       identity may make no container: name one in COSMOS_DATABASE and COSMOS_CONTAINER that is made as infra
                       makes it and holds no case. What was written there is erased at the end.

The emulator as a container (vnext) listens on http://127.0.0.1:8081 and takes the well-known key of its documentation; the older
one speaks https with a certificate of its own: name that in NODE_EXTRA_CA_CERTS.

Ends with 0 when all passed, 1 when something failed, 2 when there is no account to test against, 3 when installing failed.`);
  process.exit(0);
}

const isSet = (name) => (process.env[name] ?? '').trim() !== '';
if (!isSet('COSMOS_ENDPOINT')) giveUp('Nothing was tested: COSMOS_ENDPOINT is not set, so there is no account to test against. See npm run test:cosmos-live -- --help.', 2);
if (!isSet('COSMOS_KEY') && !(isSet('COSMOS_DATABASE') && isSet('COSMOS_CONTAINER'))) giveUp('Nothing was tested: without COSMOS_KEY, COSMOS_DATABASE and COSMOS_CONTAINER must name an empty container, because an identity may make none.', 2);

installIfNeeded();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = ['--config', join(root, 'jest.config.cjs'), '--rootDir', root, '--testMatch', '**/test/store/cosmosLive.ts', '--testTimeout', '120000', '--runInBand'];
process.exitCode = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
