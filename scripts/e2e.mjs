// npm run e2e: stories in the Microsoft 365 Agents Playground, in a headless Chromium.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, giveUp, installIfNeeded, root } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`Usage: npm run e2e -- [jest arguments]

Starts the bot and the playground as npm start does, on free ports and with data of their own, and plays the stories of
test/e2e in a headless Chromium. Pictures of the cards on the way go to test/results/e2e.
Arguments go to jest: npm run e2e -- -t agreed

Needs Chromium (on Debian: apt-get install chromium fonts-liberation), or its path in CHROMIUM.
Ends with 0 when every story held, 1 when one did not, 2 when Chromium is missing, 3 when installing failed, 4 when the build failed.`);
  process.exit(0);
}

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { findChromium, withoutChromium } = require('../test/support/browser.ts');
if (findChromium() === undefined) giveUp(withoutChromium, 2);
buildIfNeeded();

rmSync(join(root, 'test', 'results', 'e2e'), { recursive: true, force: true });
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, [jest, '--config', join(root, 'test', 'e2e', 'jest.config.cjs'), ...args], { cwd: root, stdio: 'inherit' });
process.exit(status === 0 ? 0 : 1);
