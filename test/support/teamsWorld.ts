/** The whole product with the platform beside it: HTTP, the SDK, a connector that can fail, and a store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deliverAllDue, deliverDue } from '../../src/app/deliverDue';
import { handleTurn } from '../../src/app/handleTurn';
import type { Parts } from '../../src/app/ports';
import type { Actor, Intent, Outcome, Where } from '../../src/app/turn';
import type { AdaptiveCard } from '../../src/cards/registry';
import { openSqliteStore } from '../../src/store/sqliteStore';
import type { TeamsParts } from '../../src/teams/host';
import type { Message } from './fakeConnector';
import { planReview, sam, Talk, World, wren } from './talk';
import { TeamsRoom, team, tenantId } from './teamsRoom';

export const newThread = /\/v3\/conversations$/;
const memberOf = ({ id }: Actor) => `29:${id}`;
const channelData = { tenant: { id: tenantId }, team, channel: { id: planReview.id } };

/** The same stories as elsewhere, but every turn goes through the platform. */
export class TeamsWorld extends World {
  readonly room = new TeamsRoom();
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'threefold-story-'));
  private readonly store = openSqliteStore(path.join(this.folder, 'cases.db'));
  private readonly reading = new Map<string, Message>();
  /** What the platform was answered to each press. */
  readonly answers: { readonly status: number; readonly body: Record<string, unknown> }[] = [];
  whole!: Parts;

  async open(settings: Partial<TeamsParts> = {}): Promise<this> {
    const { cases, leases, places, audit, organisation } = this.store;
    Object.assign(this.parts, { cases, leases, safetyPlaces: places, audit, organisation });
    await this.room.open({ places, now: () => new Date(this.now), ...settings }, ({ messenger }) => {
      this.whole = { ...this.parts, messenger };
      return { takeTurn: handleTurn(this.whole), deliver: deliverDue(this.whole) };
    });
    const { connector } = this.room;
    connector.channels.set(team.id, [{ id: planReview.id, name: planReview.name }]);
    connector.members.set(planReview.id, [wren, sam].map(memberOf));
    await this.room.installIn({ conversation: { id: team.id, conversationType: 'channel', isGroup: true }, channelData });
    return this;
  }

  async close(): Promise<void> {
    await this.room.close();
    await this.store.cases.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Somebody in the channel who has this message before them, and presses what stands on it. */
  reads(who: Actor, message: Message): Talk {
    this.reading.set(who.id, message);
    return new Talk(this, who, { kind: 'channel', place: planReview.id }).look(cardIn(message.activity));
  }

  override async take(by: Actor, intent: Intent, where: Where): Promise<Outcome> {
    const from = { id: memberOf(by), aadObjectId: by.id, name: by.name };
    const message = where.kind === 'personal' ? undefined : this.reading.get(by.id);
    const chat = where.kind === 'personal' ? { conversation: { id: where.place, conversationType: 'personal' }, channelData: { tenant: { id: tenantId } } } : { conversation: { id: message?.conversation ?? where.place, conversationType: 'channel', isGroup: true }, channelData };
    if (intent.kind === 'pressed') {
      const { verb, ...read } = intent.action;
      // What was read from a card goes back as the platform brings it: several choices joined with commas.
      const data = Object.fromEntries(Object.entries(read).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]));
      const pressed = { type: 'invoke', name: 'adaptiveCard/action', replyToId: message?.id ?? 'card-1', value: { action: { type: 'Action.Execute', verb, data } } };
      const answer = await this.room.send(this.room.activity(pressed, from, chat));
      this.answers.push(answer);
      return shownIn(answer.body['value']);
    }
    const before = this.room.connector.sent('POST').length;
    if (intent.kind === 'said') await this.room.say(intent.text, from, chat);
    else await this.room.send(this.room.activity({ type: 'installationUpdate', action: 'add' }, from, chat));
    const sent = this.room.connector.sent('POST')[before];
    return shownIn(cardIn(sent!.body));
  }

  override deliverAll(): Promise<number> {
    return deliverAllDue(this.whole)(() => this.now);
  }
}

export const cardIn = (activity: Record<string, unknown>): AdaptiveCard => (activity['attachments'] as readonly { readonly content: AdaptiveCard }[])[0]!.content;
const shownIn = (card: unknown): Outcome => ({ shown: { card: card as AdaptiveCard, summary: '' } });
