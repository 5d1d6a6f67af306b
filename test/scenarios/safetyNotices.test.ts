/** A safety action that nobody has: who is told, when, where, and what they may read. */
import { readCardText } from '../../src/console/cardText';
import { Talk, World, wren, sam, planReview } from '../support/talk';
import { openCase } from '../support/walk';

const words = 'some days I just want to end it all';

/** In London, half an hour after half an hour would be too coarse for a NOW: five minutes after five minutes. */
async function until(world: World, at: string): Promise<void> {
  while (world.now < at) {
    world.now = new Date(Math.min(Date.parse(world.now) + 5 * 60_000, Date.parse(at))).toISOString();
    await world.deliverAll();
  }
}

const inChannel = (world: World, who = sam): Talk => new Talk(world, who, { kind: 'channel', place: planReview.id });
const channel = (world: World): string[] => world.rooms.read(planReview.id);
const told = (world: World): string[] => world.rooms.told.map(({ shown }) => readCardText(shown.card).lines.join('\n'));

async function raisedBy(world: World): Promise<Talk> {
  const talk = await openCase(world, { name: 'Mrs Kowalska', year: '1955' });
  while ((await world.caseOf(wren)).step?.prompt.id !== 'OP4') await talk.say('next');
  return talk.say(words);
}

it('is said in the channel that was marked, is reminded of, is said again to the next in line, and changes when somebody has it', async () => {
  const world = new World();
  await inChannel(world).say('Safety notices here.');
  const talk = await raisedBy(world);
  const { ref } = (await world.caseOf(wren)).state;
  expect(channel(world)).toEqual([`${ref}: a safety action is open\nWith: nobody yet (link worker Wren Alder)\nPlease get in touch with the link worker. What it is about is not written here.`]);
  expect(told(world)).toEqual([]);

  await until(world, '2026-11-02T12:00:00.000Z');
  expect(told(world)).toEqual([expect.stringContaining(`${ref}: a safety action is open`)]);
  await until(world, '2026-11-02T14:00:00.000Z');
  expect(told(world)).toHaveLength(1);
  expect(channel(world)).toEqual([expect.stringContaining('this was said again'), expect.stringContaining('nobody yet')]);

  await talk.say('concerns');
  await talk.press(talk.card.pressables.find(({ data }) => data['screen'] === 'concern')!.title);
  await talk.press('Record and go on', { 'Who has taken this on': 'Sam Okafor, safeguarding lead', 'What they will do': 'rings her at three' });
  expect(channel(world)[1]).toContain(`${ref}: somebody has the safety action\nWith: Sam Okafor (link worker Wren Alder)`);
  await until(world, '2026-11-04T12:00:00.000Z');
  expect(channel(world)).toHaveLength(2);
  expect(told(world)).toHaveLength(1);
  for (const text of [...channel(world), ...told(world), ...world.rooms.told.map(({ shown }) => shown.summary)]) expect(text).not.toMatch(/Kowalska|end it all|suicid|safeguard|life/i);
});
