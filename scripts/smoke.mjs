// Starts npm start as somebody would, opens what it prints, stops it with Ctrl-C and looks for leftovers.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { refuseUnknown, root } from './prepare.mjs';

if (process.argv.includes('--help')) {
  console.log(`Usage: node scripts/smoke.mjs

Runs npm start on free ports with data of its own, fetches the printed address and the bot's /healthz and /readyz,
stops it with the signal of Ctrl-C and checks that nothing is left listening. Ends with 0 when all of that held, 2 for any other argument.`);
  process.exit(0);
}
refuseUnknown(process.argv.slice(2));

const freePort = () =>
  new Promise((answer) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => answer(port));
    });
  });
const [port, playgroundPort] = [await freePort(), await freePort()];
const data = mkdtempSync(join(tmpdir(), 'threefold-smoke-'));

const began = performance.now();
const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
  cwd: root,
  env: { ...process.env, PORT: String(port), PLAYGROUND_PORT: String(playgroundPort), DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((done) => child.once('exit', (code) => done(code)));

const problems = [];
const expect = (what, held) => {
  console.log(`${held ? 'ok' : 'not ok'}: ${what}`);
  if (!held) problems.push(what);
};
const fetched = async (address) => (await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined))?.status;

const printed = await Promise.race([
  new Promise((found) => {
    let text = '';
    child.stdout.on('data', (piece) => {
      text += piece;
      const address = /https?:\/\/\S+/.exec(text)?.[0];
      if (address !== undefined) found({ text, address });
    });
  }),
  ended.then(() => undefined),
  pause(120_000, undefined, { ref: false }),
]);
expect(`it prints an address (after ${((performance.now() - began) / 1000).toFixed(1)} s)`, printed !== undefined);
if (printed !== undefined) {
  expect('it prints that one line and no more', printed.text.trim().split('\n').length === 1);
  expect('the address opens', (await fetched(printed.address)) === 200);
  expect('the bot is alive', (await fetched(`http://127.0.0.1:${port}/healthz`)) === 200);
  expect('the bot is ready', (await fetched(`http://127.0.0.1:${port}/readyz`)) === 200);
}

child.kill('SIGINT');
const code = await Promise.race([ended, pause(10_000, 'still running', { ref: false })]);
if (code === 'still running') child.kill('SIGKILL');
expect('Ctrl-C ends it well', code === 0);
for (const [what, number] of [['bot', port], ['playground', playgroundPort]]) {
  expect(`the ${what} is gone`, (await fetched(`http://127.0.0.1:${number}/`)) === undefined);
}
rmSync(data, { recursive: true, force: true });
console.log(problems.length === 0 ? 'npm start works' : `npm start does not work: ${problems.join('; ')}`);
process.exit(problems.length === 0 ? 0 : 1);
