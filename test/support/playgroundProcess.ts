import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.join(__dirname, '../..');

/** What runs beside a test on this machine, and how it ends. */
export type Running = { readonly address: string; readonly stop: () => Promise<void> };

export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) throw new Error(`It stopped by itself (${child.exitCode}) before ${address} answered.`);
    const answer = await fetch(address, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`${address} did not answer.`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  await Promise.race([gone, pause(8000, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}

/** The playground alone, in front of any bot on this machine. Its log goes to a folder that is gone afterwards. */
export async function startPlayground(botAddress: string): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'threefold-playground-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const cli = path.join(root, 'node_modules/@microsoft/m365agentsplayground/cli.js');
  const args = ['start', '-e', `${botAddress}/api/messages`, '-c', 'msteams', '-p', String(port), '--su', `${address}/_connector`, '--disable-telemetry'];
  const child = spawn(process.execPath, ['--require', path.join(root, 'scripts/keepLocal.cjs'), cli, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: path.join(root, '.m365agentsplayground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: path.join(folder, 'playground.log'),
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const stop = async (): Promise<void> => {
    await end(child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  await answers(`${address}/_debug/ping`, child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { address, stop };
}

/** The bot and the playground as `npm start` runs them, on free ports and with a store of their own. */
export async function startEverything(settings: Readonly<Record<string, string>> = {}): Promise<Running & { readonly bot: string; readonly data: string; /** What the bot has logged so far. */ readonly log: () => string }> {
  const data = mkdtempSync(path.join(tmpdir(), 'threefold-e2e-'));
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: { ...process.env, ...settings, PORT: String(port), PLAYGROUND_PORT: String(playgroundPort), DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (piece: Buffer): void => {
    said += piece.toString();
  };
  child.stderr.on('data', hear);
  const stop = async (): Promise<void> => {
    await end(child, 'SIGINT');
    rmSync(data, { recursive: true, force: true });
  };
  const opened = new Promise<string>((found, failed) => {
    child.stdout.on('data', (piece: Buffer) => {
      hear(piece);
      const address = /Open (http\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('exit', () => failed(new Error(`npm start ended before it printed an address:\n${said}`)));
    void pause(120_000, undefined, { ref: false }).then(() => failed(new Error(`npm start printed no address in two minutes:\n${said}`)));
  });
  const address = await opened.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { address, bot: `http://127.0.0.1:${port}`, data, log: () => readFileSync(path.join(data, 'bot.log'), 'utf8'), stop };
}
