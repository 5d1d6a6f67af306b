// npm test: types, lint and every jest test, on a fresh machine too.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installIfNeeded, root, workFolder } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`Usage: npm test -- [--only-jest] [jest arguments]

Installs the packages if needed, then checks types, lint and every test. The last line counts them all.
  --only-jest   leaves out types and lint
Anything else goes to jest: npm test -- test/domain

Ends with 0 when all passed, 1 when something failed, 3 when installing failed.`);
  process.exit(0);
}

installIfNeeded();

const tool = (...parts) => join(root, 'node_modules', ...parts);

/** Runs a tool and returns whether it was content. What it says is shown in one piece, so that two may run at once. */
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

/** Jest writes to the terminal by itself, and its counts to a file. */
function runJest(jestArgs) {
  mkdirSync(workFolder, { recursive: true });
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

const onlyJest = args.includes('--only-jest');
const checks = onlyJest
  ? []
  : await Promise.all([run('Types', tool('typescript', 'bin', 'tsc'), ['--noEmit', '--incremental', '--tsBuildInfoFile', join(workFolder, 'types.tsbuildinfo'), '-p', '.']), run('Lint', tool('eslint', 'bin', 'eslint.js'), ['.'])]);
const tests = await runJest(args.filter((arg) => arg !== '--only-jest'));

const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((content) => !content).length;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
