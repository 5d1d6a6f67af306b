// npm run serve, npm run console: runs a built file, after installing and building if needed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded, giveUp, installIfNeeded, nodeFlags, root, whenNpmIsGone } from './prepare.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined || file === '--help') {
  console.log(`Usage: node scripts/run.mjs dist/FILE.js [arguments]

Installs and builds if needed, then runs that file with these arguments.
Ends with the exit code of what it ran; 3 when installing failed, 4 when the build failed.`);
  process.exit(file === undefined ? 2 : 0);
}

installIfNeeded();
buildIfNeeded();
if (!existsSync(join(root, file))) giveUp(`${file} is not part of this build.`, 2);

const child = spawn(process.execPath, [...nodeFlags, join(root, file), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Ctrl-C reaches the child by itself; a signal sent to this process alone does not.
  process.on(signal, () => setTimeout(() => child.kill(signal), 50).unref());
}
whenNpmIsGone(() => child.kill('SIGTERM'));
child.on('error', (error) => giveUp(`${file} could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
