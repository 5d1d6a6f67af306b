// npm run serve, npm run console: runs a built file, after installing and building if needed.
import { existsSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { buildIfNeeded, giveUp, installIfNeeded, keepCompiled, root, whenNpmIsGone } from './prepare.mjs';

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

// In this process: to start another one would take as long as the settings.
whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
keepCompiled();
process.argv = [process.execPath, join(root, file), ...args];
Module.runMain(process.argv[1]);
