import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { readonly method: string; readonly path: string; readonly body: Record<string, unknown>; readonly authorization?: string };
/** `taken`: the platform did what was asked, but whoever asked does not hear of it. */
export type Fault = {
  readonly kind: 'status' | 'reset' | 'hang' | 'slow';
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly taken?: boolean;
};
/** A message as its readers have it before them. */
export type Message = { readonly id: string; readonly conversation: string; activity: Record<string, unknown>; changes: number };
type Trouble = { readonly status?: number; readonly headers?: Record<string, string>; readonly hangs?: boolean; /** What the platform says of it. */ readonly error?: object; readonly only?: RegExp; times: number };

/** So many turns of the loop: after all that is at work already, and in time all the same. */
const slowTurns = 20;

/** The platform's side of the conversation, on this machine: it can fail, throttle, hang and forget people. */
export class FakeConnector {
  readonly received: Received[] = [];
  readonly members = new Map<string, readonly string[]>();
  /** What else the platform says of a member. */
  readonly memberFacts = new Map<string, object>();
  /** Who is in a team or chat, as the platform lists them. */
  readonly rosters = new Map<string, readonly object[]>();
  /** So many of them come at once. */
  rosterPage = 500;
  readonly channels = new Map<string, readonly { id: string; name?: string; type?: string }[]>();
  /** By what they are called: their own id and their conversation's. */
  readonly messages = new Map<string, Message>();
  /** What goes wrong with this call; nothing when undefined. */
  faults: (call: Received) => Fault | undefined = () => undefined;
  private troubles: Trouble[] = [];
  private readonly waiting = new Set<ServerResponse>();
  onHang: () => void = () => undefined;
  private count = 0;
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.hangUp();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  get hanging(): number {
    return this.waiting.size;
  }

  /** Calls that hang are cut off. */
  hangUp(): void {
    const hanging = [...this.waiting];
    this.waiting.clear();
    for (const response of hanging) response.destroy();
  }

  private hang(response: ServerResponse): void {
    this.waiting.add(response);
    response.on('close', () => this.waiting.delete(response));
    this.onHang();
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
      if (trouble.hangs) this.hang(response);
      else answer(response, trouble.status ?? 500, { error: trouble.error ?? { code: 'Trouble', message: 'as the test wants it' } }, trouble.headers);
      return;
    }
    const call = this.received.at(-1)!;
    const fault = this.faults(call);
    if (fault) this.goWrong(fault, call, response);
    else this.work(call, response);
  }

  private goWrong(fault: Fault, call: Received, response: ServerResponse): void {
    if (fault.kind === 'slow') return void turnsOfTheLoop(slowTurns).then(() => this.work(call, response));
    if (fault.taken) this.work(call, undefined);
    if (fault.kind === 'status') answer(response, fault.status ?? 500, { error: { code: 'Trouble', message: 'as the test wants it' } }, fault.headers);
    else if (fault.kind === 'reset') response.destroy();
    else this.hang(response);
  }

  /** What everybody who looks at this conversation, or at any thread of this channel, has before them. */
  seenIn(place: string): readonly Message[] {
    return [...this.messages.values()].filter(({ conversation }) => conversation === place || conversation.startsWith(`${place};`));
  }

  private keep(id: string, conversation: string, activity: Record<string, unknown>): void {
    const before = this.messages.get(`${id}@${conversation}`);
    this.messages.set(`${id}@${conversation}`, { id, conversation, activity, changes: before ? before.changes + 1 : 0 });
  }

  /** Without a response it is done, and nobody hears of it. */
  private work(received: Received, response: ServerResponse | undefined): void {
    const [status, said] = this.done(received);
    if (response) answer(response, status, said);
  }

  private done({ method, path, body }: Received): Said {
    const roster = /^\/v3\/conversations\/(.+)\/pagedmembers(?:\?(.*))?$/.exec(path);
    if (roster) return this.pageOfRoster(roster[1]!, Number(new URLSearchParams(roster[2]).get('continuationToken') ?? 0));
    const member = /^\/v3\/conversations\/(.+)\/members\/(.+)$/.exec(path);
    if (member) return this.memberOf(member[1]!, member[2]!);
    const team = /^\/v3\/teams\/(.+)\/conversations$/.exec(path);
    if (team) return [200, { conversations: this.channels.get(team[1]!) ?? [] }];
    this.count += 1;
    return method === 'POST' && path === '/v3/conversations' ? this.begin(body) : this.keepMessage(method, path, body);
  }

  private pageOfRoster(conversation: string, from: number): Said {
    const all = this.rosters.get(conversation) ?? [];
    const next = from + this.rosterPage;
    return [200, { members: all.slice(from, next), ...(next < all.length ? { continuationToken: String(next) } : {}) }];
  }

  private memberOf(conversation: string, id: string): Said {
    const isMember = this.members.get(conversation)?.includes(id) ?? false;
    return isMember ? [200, { id, name: 'Somebody', ...this.memberFacts.get(id) }] : [404, { error: { code: 'MemberNotFoundInConversation' } }];
  }

  private begin(body: Record<string, unknown>): Said {
    const id = `${channelOf(body) ?? '19:channel@thread.tacv2'};messageid=${this.count}`;
    if (body['activity'] !== undefined) this.keep(String(this.count), id, body['activity'] as Record<string, unknown>);
    return [201, { id, activityId: String(this.count) }];
  }

  private keepMessage(method: string, path: string, body: Record<string, unknown>): Said {
    const activity = /^\/v3\/conversations\/(.+)\/activities(?:\/(.+))?$/.exec(path);
    const id = method === 'PUT' ? activity?.[2] : `message-${this.count}`;
    if (activity?.[1] !== undefined && id !== undefined) this.keep(id, activity[1], body);
    return [200, { id: `message-${this.count}` }];
  }
}

type Said = readonly [status: number, body: object];

async function turnsOfTheLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const channelOf = (body: Record<string, unknown>): string | undefined => (body['channelData'] as { channel?: { id?: string } } | undefined)?.channel?.id;

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
