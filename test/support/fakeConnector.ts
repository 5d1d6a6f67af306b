import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { readonly method: string; readonly path: string; readonly body: Record<string, unknown>; readonly authorization?: string };
type Trouble = { readonly status?: number; readonly headers?: Record<string, string>; readonly hangs?: boolean; readonly only?: RegExp; times: number };

/** The platform's side of the conversation, on this machine: it can fail, throttle, hang and forget people. */
export class FakeConnector {
  readonly received: Received[] = [];
  readonly members = new Map<string, readonly string[]>();
  readonly channels = new Map<string, readonly { id: string; name?: string; type?: string }[]>();
  private troubles: Trouble[] = [];
  private readonly waiting: ServerResponse[] = [];
  private count = 0;
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const response of this.waiting) response.destroy();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next `times` calls (that `only` fits) go wrong in this way. */
  breaks(trouble: Omit<Trouble, 'times'>, times = 1): void {
    this.troubles.push({ ...trouble, times });
  }

  recovers(): void {
    this.troubles = [];
  }

  sent(method: 'POST' | 'PUT', path: RegExp = /activities/): Received[] {
    return this.received.filter((call) => call.method === method && path.test(call.path));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? '');
    const text = await textOf(request);
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const { authorization } = request.headers;
    this.received.push({ method: request.method ?? '', path, body, ...(authorization === undefined ? {} : { authorization }) });
    const trouble = this.troubles.find(({ times, only }) => times > 0 && (only?.test(`${request.method} ${path}`) ?? true));
    if (trouble) {
      trouble.times -= 1;
      if (trouble.hangs) this.waiting.push(response);
      else answer(response, trouble.status ?? 500, { error: { code: 'Trouble', message: 'as the test wants it' } }, trouble.headers);
      return;
    }
    this.work(request.method ?? '', path, response);
  }

  private work(method: string, path: string, response: ServerResponse): void {
    const member = /^\/v3\/conversations\/(.+)\/members\/(.+)$/.exec(path);
    const team = /^\/v3\/teams\/(.+)\/conversations$/.exec(path);
    if (member) {
      const [, conversation, id] = member;
      const isMember = this.members.get(conversation!)?.includes(id!) ?? false;
      answer(response, isMember ? 200 : 404, isMember ? { id, name: 'Somebody' } : { error: { code: 'MemberNotFoundInConversation' } });
    } else if (team) {
      answer(response, 200, { conversations: this.channels.get(team[1]!) ?? [] });
    } else if (method === 'POST' && path === '/v3/conversations') {
      this.count += 1;
      answer(response, 201, { id: `19:channel@thread.tacv2;messageid=${this.count}`, activityId: String(this.count) });
    } else {
      this.count += 1;
      answer(response, 200, { id: `message-${this.count}` });
    }
  }
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  // restify changes every ServerResponse of the process: its writeHead returns nothing.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
