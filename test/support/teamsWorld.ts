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
import { planReview, sam, World, wren } from './talk';
import { TeamsRoom, team, tenantId } from './teamsRoom';

export const newThread = /\/v3\/conversations$/;
const memberOf = ({ id }: Actor) => `29:${id}`;
const channelData = { tenant: { id: tenantId }, team, channel: { id: planReview.id } };

/** The same stories as elsewhere, but every turn goes through the platform. */
export class TeamsWorld extends World {
  readonly room = new TeamsRoom();
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'threefold-story-'));
  private readonly store = openSqliteStore(path.join(this.folder, 'cases.db'));
  whole!: Parts;

  async open(settings: Partial<TeamsParts> = {}): Promise<this> {
    const { cases, leases, places } = this.store;
    Object.assign(this.parts, { cases, leases });
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

  /** `on` is the message whose card is pressed, in the channel. */
  override async take(by: Actor, intent: Intent, where: Where): Promise<Outcome> {
    const from = { id: memberOf(by), aadObjectId: by.id, name: by.name };
    const chat = where.kind === 'personal' ? { conversation: { id: where.place, conversationType: 'personal' }, channelData: { tenant: { id: tenantId } } } : { conversation: { id: `${where.place};messageid=1`, conversationType: 'channel', isGroup: true }, channelData };
    if (intent.kind === 'pressed') {
      const { verb, ...read } = intent.action;
      // What was read from a card goes back as the platform brings it: several choices joined with commas.
      const data = Object.fromEntries(Object.entries(read).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]));
      return shownIn((await this.room.press(verb, data, from, chat)).body['value']);
    }
    const before = this.room.connector.sent('POST').length;
    if (intent.kind === 'said') await this.room.say(intent.text, from, chat);
    else await this.room.send(this.room.activity({ type: 'installationUpdate', action: 'add' }, from, chat));
    const sent = this.room.connector.sent('POST')[before];
    return shownIn((sent?.body['attachments'] as { content: unknown }[])[0]?.content);
  }

  override deliverAll(): Promise<number> {
    return deliverAllDue(this.whole)(() => this.now);
  }
}

const shownIn = (card: unknown): Outcome => ({ shown: { card: card as AdaptiveCard, summary: '' } });
