// npm test: types, lint and every jest test, on a fresh machine too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installIfNeeded, root, workFolder } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`Usage: npm test -- [--only-jest] [jest arguments]

Installs the packages if needed, then checks types and lint while every test runs. The last line counts them all.
  --only-jest   leaves out types and lint
Anything else goes to jest: npm test -- test/domain

Ends with 0 when all passed, 1 when something failed, 3 when installing failed.`);
  process.exit(0);
}

installIfNeeded();

const tool = (...parts) => join(root, 'node_modules', ...parts);

/** Runs a tool and returns whether it was content. What it says is shown in one piece, because the tests are speaking too. */
function run(name, script, toolArgs) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...toolArgs], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('exit', (code) => {
      if (said.trim() !== '') console.log(said.trimEnd());
      console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
      done(code === 0);
    });
  });
}

const typesKept = join(workFolder, 'types.tsbuildinfo');

/** Lint after types: it keeps what it found in a file for as long as neither the file nor the shape of any file has changed, and the shapes are what the compiler kept. */
async function checkSources() {
  const types = await run('Types', tool('typescript', 'bin', 'tsc'), ['--noEmit', '--incremental', '--tsBuildInfoFile', typesKept, '-p', '.']);
  const kept = `lint-${hashOfShapes()}`;
  for (const old of readdirSync(workFolder)) if (old.startsWith('lint-') && old !== kept) rmSync(join(workFolder, old), { force: true });
  return [types, await run('Lint', tool('eslint', 'bin', 'eslint.js'), ['--cache', '--cache-strategy', 'content', '--cache-location', join(workFolder, kept), '.'])];
}

/** Of each file the compiler keeps a mark of what other files see of it; where it has none, of all that stands in it. */
function hashOfShapes() {
  if (!existsSync(typesKept)) return String(process.pid);
  const { fileNames, fileInfos } = JSON.parse(readFileSync(typesKept, 'utf8'));
  const shapes = fileInfos.map((info, at) => `${fileNames[at]} ${typeof info === 'string' ? info : (info.signature || info.version)}`);
  return createHash('sha256').update([...shapes].sort().join('\n')).digest('hex').slice(0, 16);
}

/** Jest writes to the terminal by itself, and its counts to a file. */
function runJest(jestArgs) {
  const counts = join(workFolder, `jest-${process.pid}.json`);
  return new Promise((done) => {
    const all = ['--config', join(root, 'jest.config.cjs'), '--maxWorkers=100%', '--json', `--outputFile=${counts}`, ...jestArgs];
    const child = spawn(process.execPath, [tool('jest', 'bin', 'jest.js'), ...all], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) => {
      const found = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : undefined;
      rmSync(counts, { force: true });
      // A test file that cannot be read holds no counted test, and is still a failure.
      const broken = found?.numRuntimeErrorTestSuites ?? 0;
      const failed = (found?.numFailedTests ?? 0) + broken;
      done({ passed: found?.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(failed, 1) });
    });
  });
}

mkdirSync(workFolder, { recursive: true });
const onlyJest = args.includes('--only-jest');
const [checks, tests] = await Promise.all([onlyJest ? [] : checkSources(), runJest(args.filter((arg) => arg !== '--only-jest'))]);

const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((content) => !content).length;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
