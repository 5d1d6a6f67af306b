// npm run container: what the Dockerfile puts into its last stage, started from a folder of its own, without Docker.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildIfNeeded, giveUp, installIfNeeded, root, workFolder } from './prepare.mjs';

if (process.argv.includes('--help') || process.argv.length > 2) {
  console.log(`Usage: npm run container

Lays out in a folder what the last stage of the Dockerfile holds, with the packages that are no tools, and starts it as the image
would: by its own command, in production, as somebody who may write nothing. Asks /healthz and /readyz and the Dockerfile's own
health check, loads what Cosmos DB needs, and stops it as a container is stopped. Needs no Docker, and does not prove an image.

Ends with 0 when all of that held, 1 when something did not.`);
  process.exit(process.argv.includes('--help') ? 0 : 2);
}

installIfNeeded();
buildIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { commandOf, copiesOf, readDockerfile } = require('./container/dockerfile.ts');

const image = readDockerfile(readFileSync(join(root, 'infra', 'Dockerfile'), 'utf8')).at(-1);
const folder = join(workFolder, `container-${process.pid}`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Hard links: the copy costs no space, and unlike a symbolic link a package finds only what lies beside it here. */
function link(from, to) {
  if (!statSync(from).isDirectory()) return linkSync(from, to);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) link(join(from, name), join(to, name));
}

function layOutPackages(to) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const kept = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(root, path)));
  const inside = new Set(kept.map(([path]) => path));
  for (const [path] of kept) {
    const target = join(dirname(to), path);
    mkdirSync(target, { recursive: true });
    // A package within a package is one of its own.
    for (const name of readdirSync(join(root, path))) if (name !== 'node_modules') link(join(root, path, name), join(target, name));
  }
  return inside.size;
}

let packages = 0;
mkdirSync(folder, { recursive: true });
for (const { what, to } of copiesOf(image)) {
  for (const path of what) {
    const name = basename(path);
    if (name === 'node_modules') packages = layOutPackages(join(folder, 'node_modules'));
    else cpSync(join(root, name), to === './' ? join(folder, name) : join(folder, to), { recursive: true });
  }
}

const problems = [];
const expect = (what, held) => {
  console.log(`${held ? 'ok' : 'not ok'}: ${what}`);
  if (!held) problems.push(what);
};

// Numbers that only this check believes. They are handed to nobody.
const contacts = join(folder, 'contacts.json');
const own = JSON.parse(readFileSync(join(root, 'docs', 'contacts.sample.json'), 'utf8')).map((contact, index) => ({ ...contact, sample: false, name: `Our ${contact.id}`, number: `0191 000 00${index}0`, reviewBy: '2099-12-31', source: 'invented for this check' }));
writeFileSync(contacts, JSON.stringify(own));

const port = await new Promise((answer) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => answer(free));
  });
});
const id = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
const env = {
  PATH: dirname(process.execPath), NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', STORE: 'memory:', TRIAL: 'yes', CONTACTS_FILE: contacts,
  MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: id, ADMINISTRATORS: id, SEAL_KEYS: `check:${Buffer.alloc(32, 7).toString('base64')}`,
};
// As in the image, the files belong to somebody else. Only root can be somebody else here.
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const within = nobody.uid === undefined ? {} : { ...nobody };
if (nobody.uid === undefined) for (const path of [folder, join(folder, 'dist')]) chmodSync(path, 0o555);

const [program, ...args] = commandOf(image, 'CMD');
expect(`the command runs ${args.at(-1)} by node, without a shell`, program === 'node');
const child = spawn(process.execPath, args, { cwd: folder, env, ...within, stdio: ['ignore', 'pipe', 'pipe'] });
let said = '';
for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
const ended = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
/** A connection of its own each time, as a probe makes it. */
const status = async (path) => (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(10_000) }).catch(() => undefined))?.status;
for (let tries = 0; tries < 300 && child.exitCode === null && (await status('/readyz')) !== 200; tries += 1) await pause(100);
expect('it starts with the files of the image alone', child.exitCode === null);
expect('it says that it is a trial, which forgets its cases', said.includes('This is a trial'));
expect('it lives and is ready', (await status('/healthz')) === 200 && (await status('/readyz')) === 200);
// It goes on loading what it reads notes with after it listens.
await pause(1500);
expect('it goes on living once everything is loaded', child.exitCode === null && (await status('/healthz')) === 200);

const node = (...nodeArgs) => spawnSync(process.execPath, nodeArgs, { cwd: folder, env, ...within, encoding: 'utf8' });
const [, ...health] = commandOf(image, 'HEALTHCHECK') ?? [];
expect('the health check of the image finds it well', node(...health).status === 0);
expect('Cosmos DB and the managed identity can be loaded', node('-e', "require('@azure/cosmos'); require('@azure/identity'); require('libsql')").status === 0);
expect('listings can be brought in by the same files', node('dist/directoryCommand.js', '--help').status === 0);
const tools = ['jest', 'typescript', 'eslint', '@microsoft/m365agentsplayground', 'playwright-core'].filter((name) => existsSync(join(folder, 'node_modules', name)));
expect(`${packages} packages, and no tool among them${tools.length > 0 ? `: ${tools.join(', ')}` : ''}`, packages > 50 && tools.length === 0);
const touched = node('-e', "for (const file of ['dist/x', 'x', 'node_modules/x']) { try { require('fs').writeFileSync(file, ''); process.exit(1) } catch {} }");
expect('it could not write into its own files', touched.status === 0);

child.kill('SIGTERM');
const code = await Promise.race([ended, pause(15_000, 'nothing', { ref: false })]);
expect('it stops by itself when it is asked to', code === 0);
if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
expect('it named nobody and no key in what it said', !said.includes('BwcHBwcH'));
if (problems.length > 0) giveUp(`The image would not hold: ${problems.join('; ')}.\n${said.split('\n').slice(-12).join('\n')}`);
process.exit(0);
