/** One person's story through the real edges: HTTP, the SDK, the connector, and a store in a file. */
import { unbroken } from '../../src/cards/escape';
import { msA } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { planReview, sam, type Talk, wren } from '../support/talk';
import { textOf } from '../support/teamsRoom';
import { newThread, TeamsWorld } from '../support/teamsWorld';
import { openCase, post } from '../support/walk';

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
    expect(connector.sent('POST', newThread)).toHaveLength(tries);
    world.later(1 / 24);
    await world.deliverAll();
    await world.deliverAll();
    expect(connector.sent('POST', newThread)).toHaveLength(tries + 1);
    expect((await world.caseOf(wren)).state.submissions[0]?.message).toMatch(/^\d+@plan-review;messageid=/);
  });

  it('shows the channel the reference and not the name', async () => {
    const posted = world.room.connector.sent('POST', newThread).at(-1);
    expect(textOf(posted?.body)).toContain(unbroken((await world.caseOf(wren)).state.ref));
    expect(JSON.stringify(posted?.body)).not.toContain(marker);
  });

  it('is agreed by the supervisor: the card in the channel changes, and the worker hears of it in their own chat', async () => {
    const { connector } = world.room;
    const supervisor = world.reads(sam, connector.seenIn(planReview.id).at(-1)!);
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
