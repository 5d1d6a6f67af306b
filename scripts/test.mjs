// npm test: types, lint and every jest test, on a fresh machine too.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Types and lint; returns of each whether it was content. What one says is shown in one piece, because the tests are speaking too. */
function checkSources() {
  const heard = new Map();
  const tell = ({ name, said, passed }) => {
    heard.set(name, passed);
    if (said.trim() !== '') console.log(said.trimEnd());
    console.log(`${name}: ${passed ? 'passed' : 'failed'}`);
  };
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'checks', 'checkSources.mjs')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('message', tell);
    child.on('close', () => {
      for (const name of ['Types', 'Lint']) if (!heard.has(name)) tell({ name, said: '', passed: false });
      done([...heard.values()]);
    });
  });
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
