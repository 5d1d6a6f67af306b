/** One connection to a bot that is kept open, a call at a time: as little work as possible beside the bot under load. */
import { connect, type Socket } from 'node:net';

export type Answered = { readonly status: number; readonly body: string };
type Waiting = { resolve(answered: Answered): void; reject(error: Error): void };

const endOfHead = Buffer.from('\r\n\r\n');

export class KeptConnection {
  private readonly socket: Socket;
  private received: Buffer[] = [];
  private size = 0;
  private waiting: Waiting | undefined;
  private readonly head: string;

  constructor(port: number, authorization?: string) {
    this.head = `POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n${authorization === undefined ? '' : `authorization: ${authorization}\r\n`}content-length: `;
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('The connection was closed.')));
  }

  post(body: string): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${this.head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.reject(error);
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    const [first] = this.received;
    const end = first!.indexOf(endOfHead);
    // A head in several pieces is rare: it is put together and looked at again.
    if (end === -1) {
      this.received = [Buffer.concat(this.received)];
      if (this.received[0]!.indexOf(endOfHead) === -1) return;
      return this.answer(this.received[0]!.indexOf(endOfHead));
    }
    this.answer(end);
  }

  private answer(end: number): void {
    const head = this.received[0]!.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.fail(new Error(`An answer did not say how long it is: ${head}`));
    const from = end + endOfHead.length;
    if (this.size < from + Number(length)) return;
    const whole = this.received.length === 1 ? this.received[0]! : Buffer.concat(this.received);
    this.received = [];
    this.size = 0;
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body: whole.toString('utf8', from) });
  }
}
