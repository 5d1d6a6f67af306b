// npm start: the bot and the Microsoft 365 Agents Playground on this machine alone, and one address to open.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildIfNeeded, compiledFolder, giveUp, installIfNeeded, refuseUnknown, root, whenNpmIsGone, workFolder } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`Usage: npm start -- [--fresh]

Installs and builds if needed, starts the bot with invented sample data and the Microsoft 365 Agents Playground,
both on this machine alone, and prints the address to open in a browser. Ctrl-C stops everything.
  --fresh           forgets the local cases first

Environment:
  PORT              where the bot listens (3978, or the next free port)
  PLAYGROUND_PORT   where the playground listens (56150, or the next free port)
  DATA_DIR          where the local cases and the logs are kept (.threefold)

Ends with 0 after Ctrl-C, 1 when the bot or the playground stopped by itself, 2 for an argument or a port that
means nothing here, 3 when installing failed,
4 when the build failed.`);
  process.exit(0);
}

refuseUnknown(args, ['--fresh']);
installIfNeeded();
buildIfNeeded();

const data = resolve(root, process.env.DATA_DIR ?? workFolder);
const botScript = join(root, 'dist', 'main.js');
const playgroundScript = join(root, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
for (const script of [botScript, playgroundScript]) {
  if (!existsSync(script)) giveUp(`${script} is missing. Delete node_modules and dist, then run npm start again.`, 3);
}
mkdirSync(data, { recursive: true });
if (args.includes('--fresh')) {
  for (const end of ['', '-wal', '-shm']) rmSync(join(data, `threefold.sqlite${end}`), { force: true });
}

const isFree = (port) =>
  new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });

/** The wanted port, or the next free one, and says so. */
async function freePort(what, setting, standard, taken) {
  const wanted = Number(process.env[setting] ?? standard);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) giveUp(`${setting} must be a port number from 1 to 65535, not "${process.env[setting]}".`, 2);
  for (let port = wanted; port < Math.min(wanted + 100, 65536); port += 1) {
    if (taken.includes(port) || !(await isFree(port))) continue;
    if (port !== wanted) console.error(`Port ${wanted} is taken, so ${what} uses ${port}.`);
    return port;
  }
  return giveUp(`No free port for ${what} from ${wanted} on. Set ${setting} to a free one.`, 2);
}

const port = await freePort('the bot', 'PORT', 3978, []);
const playgroundPort = await freePort('the playground', 'PLAYGROUND_PORT', 56150, [port]);
const bot = `http://127.0.0.1:${port}`;
const playground = `http://127.0.0.1:${playgroundPort}`;

const children = [];
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  const alive = children.filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of alive) child.kill('SIGTERM');
  const gone = Promise.all(alive.map((child) => new Promise((done) => child.once('exit', done))));
  await Promise.race([gone, pause(5000, undefined, { ref: false })]);
  for (const child of alive) child.kill('SIGKILL');
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
whenNpmIsGone(() => void stop(0));

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');

function start(what, script, scriptArgs, env) {
  const logFile = join(data, `${what}.log`);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, ['--require', join(root, 'scripts', 'keepLocal.cjs'), script, ...scriptArgs], {
    cwd: data,
    env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiledFolder, ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  children.push(child);
  child.once('exit', (code) => {
    if (stopping) return;
    const said = existsSync(join(data, `${what}-detail.log`)) ? join(data, `${what}-detail.log`) : logFile;
    console.error(`The ${what} stopped by itself (${code ?? 'by a signal'}). The end of ${said}:\n${lastLines(said)}`);
    void stop(1);
  });
}

// Whoever sits at the page may look at administration too, and everybody there may review: where there is an administrator, reviewers are named.
const [atTheScreen = '', ...others] = [...readFileSync(join(root, '.m365agentsplayground.yml'), 'utf8').matchAll(/aadObjectId: (\S+)/g)].map(([, id]) => id);

// A real app id from the surroundings would make the bot ask the local playground for a signed token, which it has not.
const withoutAppId = { MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '', MicrosoftAppType: '' };
start('bot', botScript, [], {
  ...withoutAppId,
  PORT: String(port),
  HOST: '127.0.0.1',
  STORE: process.env.STORE ?? `sqlite:${join(data, 'threefold.sqlite')}`,
  SAMPLE_DATA: 'yes',
  SELF_REVIEW: 'yes',
  ADMINISTRATORS: process.env.ADMINISTRATORS ?? atTheScreen,
  SUPERVISORS: process.env.SUPERVISORS ?? [atTheScreen, ...others].join(','),
});
start('playground', playgroundScript, ['start', '-e', `${bot}/api/messages`, '-c', 'msteams', '-p', String(playgroundPort), '--su', `${playground}/_connector`, '--disable-telemetry'], {
  TEAMSAPPTESTER_BROWSER: 'none',
  M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(root, '.m365agentsplayground.yml'),
  M365_AGENTS_PLAYGROUND_LOGFILE: join(data, 'playground-detail.log'),
});

async function answers(address) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return answer;
    await pause(50);
  }
  console.error(`${address} did not answer within half a minute. Its log is in ${data}.`);
  return stop(1);
}

await Promise.all([answers(`${bot}/readyz`), answers(`${playground}/_debug/ping`)]);

// The bot hears of a chat when it is added to it. The playground adds it to the open chat only, so the others are told here.
// The personal chat waits for the page: what is sent before somebody looks is not shown there.
const { config } = await (await answers(`${playground}/_internal/v1/testConfig`)).json();
for (const { id } of [...config.teams, ...config.groupChats]) {
  const added = await fetch(`${playground}/_debug/conversation/${encodeURIComponent(id)}/installation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!added.ok) console.error(`The playground could not add the bot to ${id} (${added.status}).`);
}

if (!stopping) console.log(`Open ${playground} in a browser. Ctrl-C stops it.`);
