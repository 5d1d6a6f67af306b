/** A safety action in a channel, through the real edges: HTTP, the SDK, the connector, and a store in a file. */
import { planReview, sam, Talk, wren } from '../support/talk';
import { team, tenantId, textOf } from '../support/teamsRoom';
import { newThread, TeamsWorld } from '../support/teamsWorld';
import { openCase } from '../support/walk';

let world: TeamsWorld;
beforeEach(async () => void (world = await new TeamsWorld().open()));
afterEach(() => world.close());

const inChannel = (): Talk => new Talk(world, sam, { kind: 'channel', place: planReview.id });
const posts = () => world.room.connector.sent('POST', newThread);
const everything = () => [...world.room.connector.sent('POST'), ...world.room.connector.sent('PUT')].map(({ body }) => JSON.stringify(body));

async function raise(): Promise<Talk> {
  const talk = await openCase(world, { name: 'Mrs Marker', year: '1951' });
  await talk.say('worried: markerwords about her');
  await world.room.settled();
  return talk;
}

it('is a new thread that says whose it is, and is put in place of itself when somebody has it', async () => {
  await inChannel().say('Safety notices here');
  const talk = await raise();
  const { ref } = (await world.caseOf(wren)).state;
  expect(posts().map(({ body }) => textOf(body))).toEqual([expect.stringContaining(`${ref}: a safety action is open`)]);
  expect(posts()[0]!.body).toMatchObject({ activity: { summary: `${ref}: a safety action is open` } });
  await talk.press('Record and go on', { 'Who has taken this on': 'Sam Okafor', 'What they will do': 'rings her' });
  await world.room.settled();
  await world.deliverAll();
  expect(posts()).toHaveLength(1);
  const { message } = (await world.caseOf(wren)).state.safetyNotices[0]!;
  const [id] = message.split('@');
  expect(world.room.connector.sent('PUT', new RegExp(`/activities/${id}$`)).map(({ body }) => textOf(body))).toEqual([expect.stringContaining('**With:** Sam Okafor (link worker Wren Alder)')]);
});

it('tells the channel nothing of the person or the matter', async () => {
  await inChannel().say('safety notices here');
  await raise();
  const shared = [...posts(), ...world.room.connector.sent('PUT', /plan-review/)];
  expect(shared.length).toBeGreaterThan(0);
  for (const { body } of shared) expect(JSON.stringify(body)).not.toMatch(/Marker|markerwords|F28|worried|stuck/);
  // That the words are there to be found at all: in the worker's own chat they are.
  expect(everything().join()).toContain('markerwords');
});

it('has a place that is remembered when the platform tells of the channels again, and is forgotten when the bot is taken out of the team', async () => {
  await inChannel().say('safety notices here');
  const { room } = world;
  const inTeam = { conversation: { id: team.id, conversationType: 'channel', isGroup: true }, channelData: { tenant: { id: tenantId }, team, channel: { id: planReview.id } } };
  room.connector.channels.set(team.id, [{ id: planReview.id, name: 'Plan review, renamed' }]);
  await room.installIn(inTeam);
  expect(await world.parts.safetyPlaces.marked()).toEqual([expect.objectContaining({ id: planReview.id, by: sam.id })]);
  await room.installIn(inTeam, 'remove');
  expect(await world.parts.safetyPlaces.marked()).toEqual([]);
});
