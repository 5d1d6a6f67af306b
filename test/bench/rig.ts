/** The processes of a run: the bots under load, and the one that plays the platform and the link workers. */
import { transformSync } from '@swc/core';
import { fork, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Length, Tell } from './figure';
import type { Order, Ready, Report } from './generator';
import type { Manner } from './linkWorker';
import { registration } from './platform';
import { middling, promptCards } from './promptCards';

const root = path.join(__dirname, '../..');

export type BotName = 'ours' | 'a' | 'a-signed' | 'b' | 'c' | 'plain';
type Made = { readonly file: string; readonly signed: boolean; readonly manner: Manner };
const bots: Readonly<Record<BotName, Made>> = {
  ours: { file: path.join(root, 'dist/main.js'), signed: true, manner: 'walks' },
  a: { file: 'bareBot.js', signed: false, manner: 'repeats' },
  'a-signed': { file: 'bareBot.js', signed: true, manner: 'repeats' },
  b: { file: 'waterfallBot.js', signed: false, manner: 'goes-round' },
  c: { file: 'agentsBot.js', signed: false, manner: 'repeats' },
  plain: { file: 'plainServer.js', signed: false, manner: 'repeats' },
};

/** A bot in a process of its own. */
export type Bot = Made & {
  readonly name: BotName;
  readonly port: number;
  /** Milliseconds of processor time so far, all threads; undefined where the system does not tell. */
  cpu(): number | undefined;
  /** Megabytes that are resident now; undefined where the system does not tell. */
  resident(): number | undefined;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
};

/** Node's compiler is done with a bot after so many turns: what is measured comes after it. */
const turnsToWarmUp: Readonly<Record<Length, number>> = { quick: 1500, usual: 4000, full: 8000 };
const longestWarmUp = 40;

export type LoadOf = Partial<Order['load']> & { readonly seconds: number };
export type Loaded = Report['loaded'] & { /** Milliseconds of processor time for each turn. */ readonly cpuPerTurn?: number };

export class Rig {
  private readonly folder = path.join(root, '.threefold', `bench-${process.pid}`);
  private readonly running: Bot[] = [];
  private generator!: ChildProcess;
  private platformPort = 0;
  private workers = 0;
  private orders = 0;

  constructor(private nextPort: number) {}

  async open(): Promise<this> {
    mkdirSync(this.folder, { recursive: true });
    const peers = path.join(__dirname, 'peers');
    // Stripped beforehand: a bot under load holds nothing in memory that it does not need.
    for (const file of readdirSync(peers)) writeFileSync(path.join(this.folder, file.replace(/\.ts$/, '.js')), strip(path.join(peers, file)));
    const cards = await promptCards();
    writeFileSync(this.at('cards.json'), JSON.stringify(cards));
    writeFileSync(this.at('card.json'), JSON.stringify([middling(cards)]));
    this.platformPort = this.nextPort++;
    this.generator = fork(path.join(__dirname, 'generator.ts'), [String(this.platformPort)], { execArgv: ['--require', path.join(root, 'scripts/typeScript.cjs')] });
    await Promise.race([once(this.generator, 'message') as Promise<[Ready]>, once(this.generator, 'exit').then(() => Promise.reject(new Error('The link workers could not be started.')))]);
    return this;
  }

  async close(): Promise<void> {
    await Promise.all(this.running.map((bot) => bot.stop()));
    this.generator?.disconnect();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A path below the folder of this run, which goes when it ends. */
  at(name: string): string {
    return path.join(this.folder, name);
  }

  /** Where a bot under the profiler writes what it found. */
  get profile(): string {
    return this.at('turns.cpuprofile');
  }

  /** Resolves when the bot listens. */
  async start(name: BotName, options: { /** As npm run serve starts it. */ readonly served?: boolean; readonly node?: readonly string[] } = {}): Promise<Bot> {
    const made = bots[name];
    const port = this.nextPort++;
    const file = path.resolve(this.folder, made.file);
    const log = this.at(`${name}-${port}.log`);
    const divert = ['--require', path.join(__dirname, 'divertPlatform.cjs')];
    const node = [...(options.node ?? []), ...(made.signed ? divert : [])];
    const environment = this.environment(made, port);
    const stdio: StdioOptions = ['ignore', openSync(log, 'w'), openSync(log, 'a')];
    const child = options.served
      ? spawn('npm', ['run', '--silent', 'serve'], { cwd: root, env: { ...environment, NODE_OPTIONS: divert.map((part) => JSON.stringify(part)).join(' ') }, stdio, detached: true })
      : spawn(process.execPath, [...node, file], { cwd: this.folder, env: environment, stdio });
    const bot: Bot = { ...made, name, port, cpu: () => cpuOf(child.pid!), resident: () => residentOf(child.pid!), signal: (signal) => void child.kill(signal), stop: () => stop(child, options.served ?? false) };
    this.running.push(bot);
    await listening(child, port).catch((error: unknown) => Promise.reject(new Error(`${name} did not start: ${String(error)}\n${readFileSync(log, 'utf8').slice(-2000)}`)));
    return bot;
  }

  /** Started, and answering as fast as it ever will. */
  async startWarm(name: BotName, length: Length, tell: Tell): Promise<Bot> {
    const bot = await this.start(name);
    tell.progress(`warming up ${name}`);
    await this.load(bot, { seconds: longestWarmUp, turns: turnsToWarmUp[length], warmUpSeconds: 0 });
    return bot;
  }

  /** Puts a bot under load. Throws when an answer was not what it should be. */
  async load(bot: Bot, load: LoadOf): Promise<Loaded> {
    const id = (this.orders += 1);
    const order: Order = { id, load: { port: bot.port, manner: bot.manner, signed: bot.signed, workers: 32, firstWorker: this.workers, warmUpSeconds: 1, ...load } };
    this.workers += 10_000;
    const before = bot.cpu();
    this.generator.send(order);
    const [{ loaded }] = (await once(this.generator, 'message')) as [Report];
    const after = bot.cpu();
    if (loaded.problems.length > 0) throw new Error(`${bot.name} did not answer as it should, ${loaded.problems.length} times. First: ${loaded.problems[0]}\n${readFileSync(this.at(`${bot.name}-${bot.port}.log`), 'utf8').slice(-600)}`);
    if (loaded.turns === 0) throw new Error(`${bot.name} answered nothing in ${load.seconds} s.`);
    return { ...loaded, ...(before === undefined || after === undefined ? {} : { cpuPerTurn: (after - before) / loaded.turnsInAll }) };
  }

  private environment(made: Made, port: number): NodeJS.ProcessEnv {
    const { PATH, HOME, TMPDIR } = process.env;
    return {
      PATH, HOME, TMPDIR, PORT: String(port), HOST: '127.0.0.1',
      STORE: `sqlite:${this.at(`${port}.sqlite`)}`,
      BENCH_PLATFORM_PORT: String(this.platformPort),
      BENCH_PROFILE: this.profile,
      BENCH_CARDS: this.at(made.manner === 'goes-round' ? 'cards.json' : 'card.json'),
      ...(made.signed ? registration : {}),
      // Invented activities, so that there is something to match: the most work that a turn can be.
      SAMPLE_DATA: 'yes',
      // Nobody's hands are as quick as these.
      TURNS_A_MINUTE: '1000000',
    };
  }
}

const strip = (file: string): string => transformSync(readFileSync(file, 'utf8'), { filename: file, swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code;

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (const until = performance.now() + 30_000; performance.now() < until; await pause(5)) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    if (await answers(port)) return;
  }
  throw new Error('nothing listened for 30 s');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** npm does not pass a signal on to what it runs, so all of them get it. */
async function stop(child: ChildProcess, isGroup: boolean): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const send = (signal: NodeJS.Signals) => (isGroup ? process.kill(-child.pid!, signal) : child.kill(signal));
  send('SIGTERM');
  const hard = setTimeout(() => send('SIGKILL'), 15_000);
  await ended;
  clearTimeout(hard);
}

const ticksPerSecond = 100;

function cpuOf(pid: number): number | undefined {
  const text = readProc(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The name of the process stands in brackets and may hold blanks.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

function residentOf(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
