import { memoryPlaceStore } from '../../src/store/memoryStore';
import { teamsHost, type Core, type TeamsHost, type TeamsParts } from '../../src/teams/host';
import { FakeConnector } from './fakeConnector';
import { StillTime } from './stillTime';
import type { SendPolicy } from '../../src/teams/sendPolicy';
import type { Outcome, Shown, Turn } from '../../src/app/turn';
import { toDataUri } from '../../src/cards/pictures/rasterise';

export const wren = { id: '29:wren', aadObjectId: '6b1c4c0e-2f5d-4c57-8a35-0a4f6b1d7e01', name: 'Wren Alder' };
export const sam = { id: '29:sam', aadObjectId: '1f0a9d83-5c1e-4f7b-b0c4-7d2c9e6a4b02', name: 'Sam Okafor' };
export const tenantId = '0d5c1f52-7a34-4b0e-9a6b-5f3f0a7c2e10';
export const team = { id: '19:team@thread.tacv2', name: 'Riverside' };

export const shownAs = (text: string, caseId?: string): Shown => ({ card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] }, summary: text, ...(caseId === undefined ? {} : { caseId }) });

type Answer = { readonly status: number; readonly body: Record<string, unknown> };
type Chat = { readonly conversation: object; readonly channelData: object };

export const chats = {
  personal: { conversation: { id: 'a:wren', conversationType: 'personal', tenantId }, channelData: { tenant: { id: tenantId } } },
  group: { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, name: 'Link workers', tenantId }, channelData: { tenant: { id: tenantId } } },
  channel: { conversation: { id: '19:review@thread.tacv2;messageid=7', conversationType: 'channel', isGroup: true, tenantId }, channelData: { tenant: { id: tenantId }, team, channel: { id: '19:review@thread.tacv2' } } },
} satisfies Record<string, Chat>;

/** A bot that listens on this machine, with a platform beside it. The core is whatever the test gives. */
export class TeamsRoom {
  readonly connector = new FakeConnector();
  readonly time = new StillTime(this.connector);
  readonly logged: string[] = [];
  readonly turns: Turn[] = [];
  readonly delivered: string[] = [];
  readonly places = memoryPlaceStore();
  takeTurn: (turn: Turn) => Outcome | Promise<Outcome> = ({ intent }) => ({ shown: shownAs(`heard ${intent.kind}`) });
  isReady = true;
  host!: TeamsHost;
  private server!: ReturnType<TeamsHost['serve']>;
  private address = '';
  private ids = 0;

  async open(settings: Partial<TeamsParts> = {}, core: (host: TeamsHost) => Partial<Core> = () => ({})): Promise<this> {
    await this.connector.start();
    this.host = teamsHost({
      cardAction: 'execute',
      rasterise: async (svg) => toDataUri(svg),
      places: this.places,
      log: (line) => void this.logged.push(JSON.stringify(line)),
      now: () => new Date('2026-11-21T10:00:00.000Z'),
      policy: this.policy(),
      patience: () => () => undefined,
      ...settings,
    });
    this.server = this.host.serve({
      takeTurn: async (turn) => {
        this.turns.push(turn);
        return this.takeTurn(turn);
      },
      deliver: async (caseId) => void this.delivered.push(caseId),
      isReady: async () => this.isReady,
      ...core(this.host),
    });
    this.address = `http://127.0.0.1:${await this.server.listen(0, '127.0.0.1')}`;
    return this;
  }

  /** How often and how long the platform is tried, in time that stands still. */
  policy(change: Partial<SendPolicy> = {}): SendPolicy {
    return { timeout: 8000, patience: 3000, pause: () => Promise.resolve(), after: this.time.after, ...change };
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.server.idle();
    await this.connector.stop();
  }

  /** Resolves when what goes on behind the answers is done. */
  settled(): Promise<void> {
    return this.server.idle();
  }

  get url(): string {
    return this.address;
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.address}${path}`);
  }

  post(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.address}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', connection: 'close', ...headers }, body });
  }

  activity(extra: object, from: object = wren, chat: Chat = chats.personal): Record<string, unknown> {
    this.ids += 1;
    return { id: `activity-${this.ids}`, channelId: 'msteams', serviceUrl: this.connector.url, timestamp: '2026-11-21T10:00:00Z', recipient: { id: '28:bot', name: 'Threefold' }, from, ...chat, ...extra };
  }

  async send(activity: object): Promise<Answer> {
    const response = await this.post(JSON.stringify(activity));
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, unknown> };
  }

  say(text: string, from: object = wren, chat: Chat = chats.personal): Promise<Answer> {
    return this.send(this.activity({ type: 'message', text }, from, chat));
  }

  press(verb: string, data: object = {}, from: object = wren, chat: Chat = chats.personal): Promise<Answer> {
    return this.send(this.activity({ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card-1', value: { action: { type: 'Action.Execute', verb, data } } }, from, chat));
  }

  submit(value: object, from: object = wren, chat: Chat = chats.personal): Promise<Answer> {
    return this.send(this.activity({ type: 'message', replyToId: 'card-1', value }, from, chat));
  }

  installIn(chat: Chat, action = 'add'): Promise<Answer> {
    return this.send(this.activity({ type: 'installationUpdate', action }, wren, chat));
  }
}

/** What a card says, to be read in a test. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  const { text, title, ...rest } = value as Record<string, unknown>;
  return [text, title, ...Object.values(rest).map((part) => (typeof part === 'object' ? textOf(part) : ''))].filter((part) => typeof part === 'string' && part !== '').join(' ');
}
