/** One person's story through the real edges: HTTP, the SDK, the connector, and a store in a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deliverAllDue, deliverDue } from '../../src/app/deliverDue';
import { handleTurn } from '../../src/app/handleTurn';
import type { Parts } from '../../src/app/ports';
import type { Actor, Intent, Outcome, Where } from '../../src/app/turn';
import type { AdaptiveCard } from '../../src/cards/registry';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { msA } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { planReview, sam, Talk, World, wren } from '../support/talk';
import { TeamsRoom, team, tenantId, textOf } from '../support/teamsRoom';
import { openCase, post } from '../support/walk';

const newThread = /\/v3\/conversations$/;
const memberOf = ({ id }: Actor) => `29:${id}`;
const channelData = { tenant: { id: tenantId }, team, channel: { id: planReview.id } };

/** The same stories as elsewhere, but every turn goes through the platform. */
class TeamsWorld extends World {
  readonly room = new TeamsRoom();
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'threefold-story-'));
  private readonly store = openSqliteStore(path.join(this.folder, 'cases.db'));
  private whole!: Parts;

  async open(): Promise<this> {
    Object.assign(this.parts, { cases: this.store.cases });
    await this.room.open({ places: this.store.places }, ({ messenger }) => {
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
    return deliverAllDue(this.whole)(this.now);
  }
}

const shownIn = (card: unknown): Outcome => ({ shown: { card: card as AdaptiveCard, summary: '' } });

describe('Ms A on the phone, through Teams', () => {
  let world: TeamsWorld;
  let talk: Talk;
  const marker = 'Ms Amaryllis';

  beforeAll(async () => {
    world = await new TeamsWorld().open();
  });
  afterAll(() => world.close());

  it('has a plan after the conversation', async () => {
    talk = await openCase(world, { name: marker, year: '1951', way: 'On the phone' });
    await talkThrough(talk, msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    expect((await world.caseOf(wren)).gate().filter(({ ok }) => !ok)).toEqual([]);
  }, 60_000);

  it('is told the truth when the channel does not answer, and the plan goes out once when it does', async () => {
    const { connector } = world.room;
    connector.breaks({ status: 503, only: /POST \/v3\/conversations$/ }, 99);
    await post(talk);
    await world.room.settled();
    expect((await world.caseOf(wren)).state.submissions[0]?.message).toBeUndefined();
    connector.recovers();
    const tries = connector.sent('POST', newThread).length;
    await world.deliverAll();
    await world.deliverAll();
    expect(connector.sent('POST', newThread)).toHaveLength(tries + 1);
    expect((await world.caseOf(wren)).state.submissions[0]?.message).toMatch(/^\d+@19:/);
  });

  it('shows the channel the reference and not the name', async () => {
    const posted = world.room.connector.sent('POST', newThread).at(-1);
    expect(textOf(posted?.body)).toContain((await world.caseOf(wren)).state.ref);
    expect(JSON.stringify(posted?.body)).not.toContain(marker);
  });

  it('is agreed by the supervisor: the card in the channel changes, and the worker hears of it in their own chat', async () => {
    const { connector } = world.room;
    const posted = connector.sent('POST', newThread).at(-1)?.body['activity'] as { attachments: { content: AdaptiveCard }[] };
    const supervisor = new Talk(world, sam, { kind: 'channel', place: planReview.id }).look(posted.attachments[0]!.content);
    await supervisor.press('Agree');
    await world.room.settled();
    expect((await world.caseOf(wren)).state.submissions[0]?.decisions).toEqual([expect.objectContaining({ kind: 'agreed' })]);
    expect(connector.sent('PUT').map(({ body }) => textOf(body)).join('\n')).toContain(sam.name);
    expect(connector.sent('POST', /chat-wren/).map(({ body }) => textOf(body)).join('\n')).toContain('agreed the plan');
    expect(await world.deliverAll()).toBe(0);
  });

  it('leaves nothing of her in the log, nor in what a notification shows', () => {
    const { logged, connector } = world.room;
    expect(logged.length).toBeGreaterThan(30);
    for (const text of [marker, 'Amaryllis', 'knit', sam.name, wren.name]) expect(logged.join('\n')).not.toContain(text);
    for (const { body } of connector.received) expect(String(body['summary'] ?? '')).not.toMatch(/Amaryllis|knit/);
  });
});
