/** What happens to the places that the bot is in, and to the people there. */
import type { Left } from '../../src/teams/whereabouts';
import { readCardText } from '../../src/console/cardText';
import { TokenIssuer } from '../support/signedTokens';
import { cardIn } from '../support/teamsWorld';
import { chats, sam, shownAs, team, TeamsRoom, tenantId, textOf, wren } from '../support/teamsRoom';

let room: TeamsRoom;
let left: Left[];
beforeEach(async () => {
  left = [];
  room = await new TeamsRoom().open({}, () => ({ left: async (who) => void left.push(who) }));
});
afterEach(() => room.close());

const inTeam = (of: object = team, more: object = {}) => ({ conversation: { id: team.id, conversationType: 'channel', isGroup: true, tenantId }, channelData: { tenant: { id: tenantId }, team: of, ...more } });
const general = { id: team.id };
const review = { id: '19:review@thread.tacv2', name: 'Plan review', type: 'standard' };
const names = async () => (await room.places.all()).map(({ name, team: of }) => `${name}, ${of}`);
const happens = (eventType: string, more: object = {}, of: object = team) => room.send(room.activity({ type: 'conversationUpdate' }, wren, inTeam(of, { eventType, ...more })));
const place = { id: review.id, name: 'Plan review', kind: 'channel' } as const;
const said = () => room.connector.sent('POST').map(({ body }) => textOf(body));

describe('a team', () => {
  beforeEach(async () => {
    room.connector.channels.set(team.id, [general, review]);
    await room.installIn(inTeam());
    await room.places.mark({ ...place, by: 'sam', at: '2026-11-01T10:00:00Z' });
  });

  it('whose channels are made, named anew, deleted and brought back is known as it is', async () => {
    room.connector.channels.set(team.id, [general, review, { id: '19:new@thread.tacv2', name: 'New' }]);
    await happens('channelCreated', { channel: { id: '19:new@thread.tacv2' } });
    expect(await names()).toEqual(['General, Riverside', 'Plan review, Riverside', 'New, Riverside']);
    room.connector.channels.set(team.id, [general, { ...review, name: 'Reviews' }, { id: '19:new@thread.tacv2', name: 'New' }]);
    await happens('channelRenamed', { channel: { id: review.id } });
    expect(await names()).toContain('Reviews, Riverside');
    await happens('channelDeleted', { channel: { id: '19:new@thread.tacv2' } });
    expect(await names()).toEqual(['General, Riverside', 'Reviews, Riverside']);
    await happens('channelRestored', { channel: { id: '19:new@thread.tacv2' } });
    expect(await names()).toContain('New, Riverside');
  });

  it('that has another name is the same team', async () => {
    await happens('teamRenamed', {}, { ...team, name: 'Hillside' });
    expect(await names()).toEqual(['General, Hillside', 'Plan review, Hillside']);
    await room.installIn(inTeam({ ...team, name: 'Hillside' }), 'remove');
    expect(await names()).toEqual([]);
  });

  it('is not forgotten with another of the same name', async () => {
    const other = { id: '19:other@thread.tacv2', name: 'Riverside' };
    room.connector.channels.set(other.id, [{ id: '19:theirs@thread.tacv2', name: 'Theirs' }]);
    await room.installIn({ ...inTeam(other), conversation: { ...inTeam().conversation, id: other.id } });
    await room.installIn({ ...inTeam(other), conversation: { ...inTeam().conversation, id: other.id } }, 'remove');
    expect(await names()).toEqual(['General, Riverside', 'Plan review, Riverside']);
  });

  it('that is archived is not posted to, and is as before when it is opened again', async () => {
    await happens('teamArchived');
    expect(await names()).toEqual([]);
    expect(await room.host.messenger.post(place, shownAs('plan'))).toMatchObject({ kind: 'failed', final: true });
    expect(await room.places.marked()).toHaveLength(1);
    await happens('teamUnarchived');
    expect(await names()).toEqual(['General, Riverside', 'Plan review, Riverside']);
  });

  it.each(['teamDeleted', 'teamHardDeleted'])('is gone after %s, with what was decided of it', async (eventType) => {
    await happens(eventType);
    expect(await names()).toEqual([]);
    expect(await room.places.marked()).toEqual([]);
  });

  it('is gone when the bot is told that it was removed itself, and is not asked for its channels then', async () => {
    room.connector.received.length = 0;
    await room.send(room.activity({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }, wren, inTeam()));
    expect(await names()).toEqual([]);
    expect(room.connector.received).toEqual([]);
  });

  it('that another instance was taken out of is known again when it is added again, as is a group chat', async () => {
    await room.installIn(chats.group);
    const other = await new TeamsRoom().open({ places: room.places });
    try {
      await other.installIn(inTeam(), 'remove');
      await other.installIn(chats.group, 'remove');
      expect(await names()).toEqual([]);
      await room.installIn(inTeam());
      await room.installIn(chats.group);
      expect(await names()).toEqual(['General, Riverside', 'Plan review, Riverside', 'Link workers, undefined']);
    } finally {
      await other.close();
    }
  });

  it('that is added again is greeted again, and what was decided before is forgotten', async () => {
    await room.installIn(inTeam(), 'remove');
    await room.installIn(inTeam());
    expect(room.turns.map(({ intent }) => intent.kind)).toEqual(['arrived', 'arrived']);
    expect(await names()).toEqual(['General, Riverside', 'Plan review, Riverside']);
    expect(await room.places.marked()).toEqual([]);
  });

  it('that cannot be asked keeps the channels that were known, and the turn comes to its end though the platform hangs', async () => {
    room.connector.breaks({ status: 500, only: /teams/ }, 9);
    await happens('teamRenamed', {}, { ...team, name: 'Hillside' });
    room.connector.recovers();
    room.connector.breaks({ hangs: true, only: /teams/ }, 9);
    expect((await happens('channelCreated')).status).toBe(200);
    expect(await names()).toEqual(['General, Riverside', 'Plan review, Riverside']);
  });

  it('tells whose right ends when people leave it: in all of its channels', async () => {
    await room.say('hello', sam);
    await room.send(room.activity({ type: 'conversationUpdate', membersRemoved: [{ id: wren.id, aadObjectId: wren.aadObjectId }, { id: sam.id }, { id: '29:unknown' }] }, wren, inTeam(team, { eventType: 'teamMemberRemoved' })));
    expect(left).toEqual([{ personIds: [wren.aadObjectId, sam.aadObjectId], places: [team.id, review.id], at: '2026-11-21T10:00:00.000Z' }]);
  });
});

describe('a group chat', () => {
  it('is left by somebody whom the bot met before it was started anew, and of whom the platform says only its own id', async () => {
    await room.say('hello', sam, { ...chats.personal, conversation: { ...chats.personal.conversation, id: 'a:sam' } });
    await room.settled();
    const again = await new TeamsRoom().open({ places: room.places }, () => ({ left: async (who) => void left.push(who) }));
    try {
      await again.send(again.activity({ type: 'conversationUpdate', membersRemoved: [{ id: sam.id }, { id: '29:unknown' }] }, wren, chats.group));
      await again.settled();
      expect(left).toMatchObject([{ personIds: [sam.aadObjectId], places: ['19:group@thread.v2'] }]);
    } finally {
      await again.close();
    }
  });

  it('has the name that it was given last, and is left by people and by the bot', async () => {
    await room.installIn(chats.group);
    await room.send(room.activity({ type: 'conversationUpdate', topicName: 'Plans' }, wren, { ...chats.group, conversation: { ...chats.group.conversation, name: undefined } }));
    expect((await room.places.all()).map(({ name }) => name)).toEqual(['Plans']);
    await room.send(room.activity({ type: 'conversationUpdate', membersRemoved: [{ id: sam.id, aadObjectId: sam.aadObjectId }] }, wren, chats.group));
    expect(left).toMatchObject([{ personIds: [sam.aadObjectId], places: ['19:group@thread.v2'] }]);
    await room.send(room.activity({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }, wren, chats.group));
    expect(await room.places.all()).toEqual([]);
  });
});

describe('a private channel', () => {
  it('is never offered, and the team is told what to do instead', async () => {
    room.connector.channels.set(team.id, [general, { id: '19:closed@thread.tacv2', name: 'Closed circle', type: 'private' }]);
    await room.installIn(inTeam());
    expect(await names()).toEqual(['General, Riverside']);
    expect(said()).toEqual(['heard arrived', expect.stringMatching(/cannot post in a private channel.*small private team.*standard channel/)]);
    // Its name is for those who are in it.
    expect(JSON.stringify(room.connector.received)).not.toContain('Closed circle');
  });

  it('in which the bot is spoken to is answered one to one', async () => {
    await room.say('hello');
    room.connector.received.length = 0;
    await room.say('hello', wren, { ...chats.channel, channelData: { ...chats.channel.channelData, channel: { id: '19:closed@thread.tacv2', type: 'private' } } });
    await room.settled();
    expect(room.connector.sent('POST').map(({ path, body }) => [path, textOf(body)])).toEqual([['/v3/conversations/a:wren/activities', expect.stringMatching(/cannot post in a private channel/)]]);
    expect(room.turns).toHaveLength(1);
  });
});

describe('a shared channel', () => {
  it('is read by people of other organisations, who do not belong to it for anything else', async () => {
    room.connector.channels.set(team.id, [general, { ...review, type: 'shared' }]);
    await room.installIn(inTeam());
    room.connector.members.set(review.id, [wren.id, sam.id]);
    room.connector.memberFacts.set(wren.id, { tenantId });
    room.connector.memberFacts.set(sam.id, { tenantId: '99999999-9999-4999-8999-999999999999' });
    await room.say('hello', wren);
    await room.say('hello', sam);
    expect((await room.host.messenger.placesOf(wren.aadObjectId)).map(({ id }) => id)).toEqual([review.id]);
    expect(await room.host.messenger.placesOf(sam.aadObjectId)).toEqual([]);
  });
});

describe('who can read a place', () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `29:${index}`, name: `Person ${index}`, userRole: 'user', tenantId }));
  beforeEach(async () => {
    room.connector.channels.set(team.id, [general, review]);
    await room.installIn(inTeam());
  });

  it('is the roster of the team, page after page, with its owners and guests', async () => {
    room.connector.rosterPage = 2;
    room.connector.rosters.set(team.id, [...people(3), { id: '29:o', name: 'Sam Okafor', userRole: 'owner', tenantId }, { id: '29:g', name: 'Guest', userRole: 'guest', tenantId }, { id: '29:f', name: 'From elsewhere', tenantId: '99999999-9999-4999-8999-999999999999' }]);
    expect(await room.host.audiences.toShow(place)).toEqual({ kind: 'seen', people: 6, more: false, guests: 2, names: ['Sam Okafor', 'Person 0', 'Person 1', 'Person 2', 'Guest'], owners: ['Sam Okafor'], shared: false });
  });

  it('says that there are more than it counted, and asks no further', async () => {
    room.connector.rosterPage = 1;
    room.connector.rosters.set(team.id, people(9));
    expect(await room.host.audiences.toShow(place)).toMatchObject({ people: 4, more: true });
  });

  it('is asked until somebody agreed who had seen it, and not again when the platform tells of the channels anew', async () => {
    room.connector.rosters.set(team.id, people(2));
    await room.host.audiences.agree(place, { by: 'wren', at: '2026-11-21T10:00:00Z' });
    expect(await room.host.audiences.toShow(place)).toMatchObject({ kind: 'seen' });
    await room.host.audiences.agree(place, { by: 'wren', at: '2026-11-21T10:00:00Z' });
    expect(await room.host.audiences.toShow(place)).toBeUndefined();
    await happens('channelRenamed');
    expect(await room.host.audiences.toShow(place)).toBeUndefined();
  });

  it('is unknown when the roster names nobody: whoever asks is on it', async () => {
    room.connector.rosters.set(team.id, []);
    expect(await room.host.audiences.toShow(place)).toEqual({ kind: 'unseen', shared: false });
  });

  it('is said to be unknown when the platform does not tell, and then nothing is agreed', async () => {
    room.connector.breaks({ status: 403, only: /pagedmembers/ }, 9);
    expect(await room.host.audiences.toShow(place)).toEqual({ kind: 'unseen', shared: false });
    await room.host.audiences.agree(place, { by: 'wren', at: '2026-11-21T10:00:00Z' });
    expect(await room.host.audiences.toShow(place)).toEqual({ kind: 'unseen', shared: false });
  });
});

describe('somebody who blocked the bot', () => {
  const blocks = (error: object) => room.connector.breaks({ status: 403, error, only: /a:wren/ });
  beforeEach(async () => {
    await room.say('hello');
    await room.settled();
    room.connector.received.length = 0;
  });

  it.each([{ code: 'BotDisabledByUser' }, { code: 'Forbidden', subCode: 'ConversationBlockedByUser' }, { code: 'Forbidden', message: 'User blocked the conversation with the bot.' }])('is sent nothing more after %j, until they come by themselves, and is told then', async (error) => {
    blocks(error);
    const failed = { kind: 'failed', reason: 'they have blocked me in Teams', final: true };
    expect(await room.host.messenger.tell(wren.aadObjectId, shownAs('one'))).toEqual(failed);
    expect(await room.host.messenger.tell(wren.aadObjectId, shownAs('two'))).toEqual(failed);
    expect(room.connector.received).toHaveLength(1);
    expect((await room.places.all()).map(({ id }) => id)).toEqual(['a:wren']);
    await room.press('help');
    await room.settled();
    expect(said()).toEqual(['one', expect.stringMatching(/could not reach you for a while.*type cases/)]);
    expect((await room.host.messenger.tell(wren.aadObjectId, shownAs('three'))).kind).toBe('sent');
  });

  it('is told apart from a chat that is gone', async () => {
    blocks({ code: 'BotNotInConversationRoster' });
    await room.host.messenger.tell(wren.aadObjectId, shownAs('one'));
    expect(await room.places.all()).toEqual([]);
  });
});

it.each([
  ['BotDisabledByAdmin', /administrator of your Teams has switched me off/],
  ['MessageWritesBlocked', /does not let me write there/],
  ['BotNotInConversationRoster', /not in that conversation any more/],
])('says why a place does not take a plan: %s', async (code, reason) => {
  room.connector.channels.set(team.id, [review]);
  await room.installIn(inTeam());
  room.connector.breaks({ status: 403, error: { code }, only: /conversations$/ });
  expect(await room.host.messenger.post(place, shownAs('plan'))).toEqual({ kind: 'failed', reason: expect.stringMatching(reason), final: true });
});

it('learns nothing of a team of another organisation, and sends nothing there', async () => {
  const identity = { appId: '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02', type: 'UserAssignedMSI', tenantId } as const;
  await room.close();
  const issuer = await new TokenIssuer().start();
  room = await new TeamsRoom().open({ identity, trust: issuer.trust });
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  const foreign = { id: '99999999-9999-4999-8999-999999999999' };
  const installed = { ...room.activity({ type: 'installationUpdate', action: 'add' }, wren, { conversation: { id: team.id, conversationType: 'channel', isGroup: true, tenantId: foreign.id }, channelData: { tenant: foreign, team } }), serviceUrl };
  expect((await room.post(JSON.stringify(installed), { authorization: issuer.token({ aud: identity.appId, serviceurl: serviceUrl }) })).status).toBe(403);
  await room.settled();
  expect([await room.places.all(), room.turns, room.connector.received]).toEqual([[], [], []]);
  await issuer.stop();
});

it('warns somebody who writes as fast as a machine, once, and hears them again later', async () => {
  await room.close();
  let now = new Date('2026-11-21T10:00:00Z');
  room = await new TeamsRoom().open({ now: () => now, limits: { turnsAMinute: 30, refusalsAMinute: 60, proxiesInFront: 0 } });
  for (let count = 0; count < 40; count++) await room.say(`word ${count}`);
  expect(room.turns).toHaveLength(30);
  expect(said().filter((text) => /a lot at once.*still stand above.*999/.test(text))).toHaveLength(1);
  now = new Date('2026-11-21T10:01:00Z');
  await room.say('again');
  expect(room.turns).toHaveLength(31);
  expect(readCardText(cardIn(room.connector.sent('POST').at(-1)!.body)).lines.join()).toContain('heard said');
});
