import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import path from 'node:path';

export type BotSettings = {
  readonly file: string;
  /** ISO instant at which its clock begins. */
  readonly clock: string;
  /** The built bot. */
  readonly main: string;
};
export type Answer = { readonly status: number; readonly body: string };

const clock = path.join(__dirname, 'clock.cjs');
const longestStartMs = 60_000;

/** The bot as a process of its own, as `npm run serve` starts it, on this machine only. It is ended by SIGKILL alone. */
export class Bot {
  private readonly child: ChildProcess;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly ended: Promise<void>;
  private wasKilled = false;
  private said = '';
  private port = 0;
  /** Resolves once it listens; rejects when it ends before. */
  readonly listens: Promise<void>;

  constructor({ file, clock: begins, main }: BotSettings) {
    const env = { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(clock)}`, CLOCK_BEGINS: begins, HOST: '127.0.0.1', PORT: '0', STORE: `sqlite:${file}`, SAMPLE_DATA: 'yes', SUPERVISORS: '', MicrosoftAppId: '' };
    this.child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => this.child.once('exit', () => resolve()));
    this.listens = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The bot did not start in ${longestStartMs / 1000} seconds. ${this.trouble}`)), longestStartMs);
      this.child.once('exit', () => reject(new Error(`The bot ended while it started. ${this.trouble}`)));
      this.child.stdout!.on('data', (piece: Buffer) => {
        this.hear(piece);
        this.port ||= Number(/"what":"listening".*?"port":(\d+)/.exec(this.said)?.[1] ?? 0);
        if (this.port > 0) resolve(clearTimeout(late));
      });
    });
    this.listens.catch(() => undefined);
    this.child.stderr?.on('data', (piece: Buffer) => this.hear(piece));
  }

  /** Undefined when the connection broke: nobody knows what became of it. */
  async send(activity: object): Promise<Answer | undefined> {
    const text = JSON.stringify(activity);
    return new Promise((resolve) => {
      const call = request({ host: '127.0.0.1', port: this.port, path: '/api/messages', method: 'POST', agent: this.agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve(response.complete ? { status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') } : undefined));
        response.on('error', () => resolve(undefined));
      });
      call.on('error', () => resolve(undefined));
      call.end(text);
    });
  }

  /** Throws when it had ended by itself. */
  async kill(): Promise<void> {
    const { exitCode, signalCode } = this.child;
    this.wasKilled = true;
    this.child.kill('SIGKILL');
    await this.ended;
    this.agent.destroy();
    if (exitCode !== null || signalCode !== null) throw new Error(`The bot ended by itself (${exitCode ?? signalCode}). ${this.trouble}`);
  }

  get isGone(): boolean {
    return this.wasKilled || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private hear(piece: Buffer): void {
    this.said = `${this.said}${piece.toString()}`.slice(-8_000);
  }

  private get trouble(): string {
    return `It said last:\n${this.said.slice(-2_000)}`;
  }
}
