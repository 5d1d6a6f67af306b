// Runs an image as it should be run anywhere: files that nobody can write, no rights, no network but a port of this machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveUp, root } from '../prepare.mjs';

const [image] = process.argv.slice(2);
if (image === undefined || image === '--help') {
  console.log(`Usage: node scripts/container/runImage.mjs IMAGE

Starts IMAGE with Docker, in production and with invented contacts, as the Dockerfile says it is to be run; asks /healthz and /readyz,
and stops it. Ends with 0 when it answered and stopped by itself, 1 when not, 2 without an image.`);
  process.exit(image === undefined ? 2 : 0);
}

const folder = mkdtempSync(join(tmpdir(), 'threefold-image-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const contacts = JSON.parse(readFileSync(join(root, 'docs', 'contacts.sample.json'), 'utf8')).map((contact, index) => ({ ...contact, sample: false, name: `Our ${contact.id}`, number: `0191 000 00${index}0`, reviewBy: '2099-12-31', source: 'invented for this check' }));
writeFileSync(join(folder, 'contacts.json'), JSON.stringify(contacts), { mode: 0o644 });

const id = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
const env = { STORE: 'memory:', CONTACTS_FILE: '/etc/threefold/contacts.json', MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: id, ADMINISTRATORS: id, SEAL_KEYS: `check:${Buffer.alloc(32, 7).toString('base64')}` };
const docker = (...args) => spawnSync('docker', args, { encoding: 'utf8' });

const started = docker('run', '--detach', '--read-only', '--cap-drop=ALL', '--security-opt=no-new-privileges', '--publish', '127.0.0.1::3978', '--volume', `${folder}:/etc/threefold:ro`, ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]), image);
if (started.status !== 0) giveUp(`The image could not be started: ${started.stderr}`);
const container = started.stdout.trim();
const port = docker('port', container, '3978').stdout.trim().split(':').at(-1);
const status = async (path) => (await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined))?.status;
for (let tries = 0; tries < 120 && (await status('/readyz')) !== 200; tries += 1) await pause(500);
const lives = (await status('/healthz')) === 200 && (await status('/readyz')) === 200;
docker('stop', '--time', '15', container);
const code = docker('inspect', '--format', '{{.State.ExitCode}}', container).stdout.trim();
const said = docker('logs', '--tail', '20', container);
docker('rm', '--force', container);
if (!lives || code !== '0') giveUp(`The image ${lives ? `ended with ${code}` : 'did not answer'}.\n${said.stdout}${said.stderr}`);
console.log('The image answers, and stops when it is asked to.');
