import { writeAddress } from '../../src/teams/address';
import type { TeamsParts } from '../../src/teams/host';
import { sam, shownAs, TeamsRoom, tenantId, textOf, wren } from '../support/teamsRoom';

const review = { id: '19:review@thread.tacv2', name: 'Plan review', kind: 'channel' } as const;
const group = { id: '19:group@thread.v2', name: 'Link workers', kind: 'group' } as const;
const plan = shownAs('the plan');

let room: TeamsRoom;
async function open(settings: (fresh: TeamsRoom) => Partial<TeamsParts> = () => ({})) {
  const fresh = new TeamsRoom();
  room = await fresh.open(settings(fresh));
  const address = writeAddress({ serviceUrl: room.connector.url, tenantId, botId: '28:bot' });
  await room.places.remember({ ...review, team: 'Riverside', address });
  await room.places.remember({ ...group, address });
  room.connector.members.set(review.id, [wren.id, sam.id]);
  room.connector.members.set(group.id, [sam.id]);
}
beforeEach(() => open());
afterEach(() => room.close());

/** Whoever asks has just written or pressed, so the bot knows them. */
const meet = async (person: object) => {
  await room.say('hello', person);
  await room.settled();
  room.connector.received.length = 0;
};

describe('posting to a channel', () => {
  it('begins a thread and keeps both what it is called and what the message is called', async () => {
    expect(await room.host.messenger.post(review, plan)).toEqual({ kind: 'sent', message: '1@19:review@thread.tacv2;messageid=1' });
    const [call] = room.connector.received;
    expect(call).toMatchObject({ method: 'POST', path: '/v3/conversations', body: { isGroup: true, channelData: { channel: { id: review.id }, tenant: { id: tenantId } } } });
    expect(textOf(call?.body['activity'])).toContain('the plan');
  });

  it('lets the posted message be changed later', async () => {
    const sent = await room.host.messenger.post(review, plan);
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    expect(await room.host.messenger.update(review, sent.message, shownAs('agreed'))).toEqual(sent);
    expect(room.connector.sent('PUT').map(({ path, body }) => [path, textOf(body)])).toEqual([['/v3/conversations/19:review@thread.tacv2;messageid=1/activities/1', 'agreed']]);
  });

  it('posts once while the platform only asks it to wait', async () => {
    room.connector.breaks({ status: 429, headers: { 'retry-after': '1' }, only: /conversations$/ }, 2);
    expect((await room.host.messenger.post(review, plan)).kind).toBe('sent');
    expect(room.connector.received).toHaveLength(3);
  });

  it.each([500, 502, 503, 504])('does not post again after %d, when it may have been taken', async (status) => {
    room.connector.breaks({ status });
    expect(await room.host.messenger.post(review, plan)).toEqual({ kind: 'failed', reason: 'Teams did not answer', final: false, perhaps: true });
    expect(room.connector.received).toHaveLength(1);
  });

  it('gives up on a platform that hangs, and does not post again', async () => {
    await room.close();
    await open((fresh) => ({ policy: fresh.policy({ patience: 0 }) }));
    room.connector.breaks({ hangs: true });
    expect(await room.host.messenger.post(review, plan)).toMatchObject({ kind: 'failed', final: false });
    expect(room.connector.received).toHaveLength(1);
  });

  it('does not wait longer than it has patience for', async () => {
    room.connector.breaks({ status: 429, headers: { 'retry-after': '60' } }, 9);
    expect(await room.host.messenger.post(review, plan)).toEqual({ kind: 'failed', reason: 'too much was sent there at once', final: false, retryAfter: 60 });
    expect(room.connector.received).toHaveLength(1);
  });

  it('is certain that nothing arrived where nobody answered the door', async () => {
    await room.close();
    await open((fresh) => ({ policy: fresh.policy({ patience: 0 }) }));
    await room.places.remember({ ...review, address: writeAddress({ serviceUrl: 'http://127.0.0.1:1' }) });
    expect(await room.host.messenger.post(review, plan)).toEqual({ kind: 'failed', reason: 'Teams did not answer', final: false });
  });

  it.each([
    [403, 'I am not in that conversation any more'],
    [404, 'I am not in that conversation any more'],
    [400, 'Teams does not take it as it is'],
    [413, 'it is too long for one message'],
  ])('says for good why not after %d', async (status, reason) => {
    room.connector.breaks({ status });
    expect(await room.host.messenger.post(review, plan)).toEqual({ kind: 'failed', reason, final: true });
  });

  it('says so when the place is not known', async () => {
    expect(await room.host.messenger.post({ ...review, id: '19:elsewhere' }, plan)).toMatchObject({ kind: 'failed', final: true });
    expect(room.connector.received).toHaveLength(0);
  });

  it('never sends to a stored address that is not of the platform', async () => {
    await room.places.remember({ ...review, address: writeAddress({ serviceUrl: 'https://evil.trafficmanager.net/' }) });
    expect((await room.host.messenger.post(review, plan)).kind).toBe('failed');
    expect(room.connector.received).toHaveLength(0);
  });
});

it('changes a message again after an error, because that gives the same result twice', async () => {
  room.connector.breaks({ status: 503 }, 2);
  expect((await room.host.messenger.update(review, '1@19:x', plan)).kind).toBe('sent');
  expect(room.connector.sent('PUT')).toHaveLength(3);
});

it('posts to a group chat as one message', async () => {
  expect(await room.host.messenger.post(group, plan)).toEqual({ kind: 'sent', message: 'message-1@19:group@thread.v2' });
  expect(room.connector.received.map(({ path }) => path)).toEqual(['/v3/conversations/19:group@thread.v2/activities']);
});

describe('the places to choose from', () => {
  it('are those that the person belongs to, asked under the id that the platform knows', async () => {
    await meet(wren);
    expect(await room.host.messenger.placesOf(wren.aadObjectId)).toEqual([review]);
    await meet(sam);
    expect(await room.host.messenger.placesOf(sam.aadObjectId)).toEqual([review, group]);
  });

  it('are none for somebody whom no roster holds, or when no roster answers', async () => {
    expect(await room.host.messenger.placesOf('nobody')).toEqual([]);
    await meet(wren);
    room.connector.breaks({ status: 500, only: /members/ }, 9);
    expect(await room.host.messenger.placesOf(wren.aadObjectId)).toEqual([]);
  });

  it('are somebody’s, not theirs, or not told: each said as it is', async () => {
    const { messenger } = room.host;
    await meet(wren);
    expect([await messenger.isIn(wren.aadObjectId, review.id), await messenger.isIn('nobody', review.id), await messenger.isIn(wren.aadObjectId, '19:unknown')]).toEqual([true, false, false]);
    room.connector.breaks({ status: 500, only: /members/ }, 9);
    expect(await messenger.isIn(wren.aadObjectId, review.id)).toBeUndefined();
  });

  it('tell channels of the same name apart', async () => {
    await room.places.remember({ ...review, id: '19:other', team: 'Hillside', address: writeAddress({ serviceUrl: room.connector.url }) });
    room.connector.members.set('19:other', [wren.id]);
    await meet(wren);
    expect((await room.host.messenger.placesOf(wren.aadObjectId)).map(({ name }) => name).sort()).toEqual(['Plan review, Hillside', 'Plan review, Riverside']);
  });
});

describe('telling one person', () => {
  it('writes to the chat that they have with the bot', async () => {
    await meet(wren);
    expect((await room.host.messenger.tell(wren.aadObjectId, plan)).kind).toBe('sent');
    expect(room.connector.received.map(({ path }) => path)).toEqual(['/v3/conversations/a:wren/activities']);
  });

  it('opens one for somebody who never wrote, and keeps it', async () => {
    expect((await room.host.messenger.tell(sam.aadObjectId, plan)).kind).toBe('sent');
    expect(room.connector.received.map(({ path }) => path)).toEqual(['/v3/conversations', '/v3/conversations/19:channel@thread.tacv2;messageid=1/activities']);
    expect(room.connector.received[0]?.body).toMatchObject({ isGroup: false, members: [{ id: sam.aadObjectId }], tenantId });
    await room.host.messenger.tell(sam.aadObjectId, plan);
    expect(room.connector.received).toHaveLength(3);
  });

  it('does not keep a chat in which nothing arrived', async () => {
    room.connector.breaks({ status: 404, only: /activities$/ });
    expect((await room.host.messenger.tell(sam.aadObjectId, plan)).kind).toBe('failed');
    expect((await room.places.all()).filter(({ kind }) => kind === 'personal')).toEqual([]);
  });

  it('opens a new one when the old one is gone', async () => {
    await meet(wren);
    room.connector.breaks({ status: 404, only: /a:wren/ });
    expect((await room.host.messenger.tell(wren.aadObjectId, plan)).kind).toBe('sent');
    expect(room.connector.received.map(({ path }) => path)).toEqual(['/v3/conversations/a:wren/activities', '/v3/conversations', '/v3/conversations/19:channel@thread.tacv2;messageid=2/activities']);
    expect((await room.places.all()).filter(({ kind }) => kind === 'personal').map(({ id }) => id)).toEqual(['19:channel@thread.tacv2;messageid=2']);
  });

  it('keeps the old one, and tries it again later, when the platform only does not answer', async () => {
    await meet(wren);
    room.connector.breaks({ status: 503 });
    expect(await room.host.messenger.tell(wren.aadObjectId, plan)).toMatchObject({ kind: 'failed', final: false, perhaps: true });
    expect((await room.places.all()).filter(({ kind }) => kind === 'personal').map(({ id }) => id)).toEqual(['a:wren']);
    expect(room.connector.received).toHaveLength(1);
  });

  it('tries again later when a chat could not be opened just now', async () => {
    room.connector.breaks({ status: 429, headers: { 'retry-after': '90' } }, 9);
    expect(await room.host.messenger.tell(sam.aadObjectId, plan)).toEqual({ kind: 'failed', reason: 'too much was sent there at once', final: false, retryAfter: 90 });
    room.connector.recovers();
    room.connector.breaks({ status: 503 });
    expect(await room.host.messenger.tell(sam.aadObjectId, plan)).toEqual({ kind: 'failed', reason: 'Teams did not answer', final: false });
  });

  it('says so when there is no way to reach them', async () => {
    room.connector.breaks({ status: 403, only: /POST \/v3\/conversations$/ });
    expect(await room.host.messenger.tell(sam.aadObjectId, plan)).toMatchObject({ kind: 'failed', final: true });
  });
});

describe('how often the platform is asked who belongs where', () => {
  const channel = (id: string, teamId: string, more: object = {}) => room.places.remember({ id, name: id, kind: 'channel', team: teamId, teamId, address: writeAddress({ serviceUrl: room.connector.url, tenantId }), ...more });
  const asked = () => room.connector.received.filter(({ path }) => /members/.test(path)).length;

  it('is once for all standard channels of a team, which have its members, and once for each shared one', async () => {
    await room.places.forget(review.id);
    await room.places.forget(group.id);
    for (const id of ['19:a1', '19:a2', '19:a3']) await channel(id, '19:a1');
    for (const id of ['19:b1', '19:b2']) await channel(id, '19:b1');
    await channel('19:a4', '19:a1', { shared: true });
    for (const id of ['19:a1', '19:a2', '19:a3']) room.connector.members.set(id, [wren.id]);
    await meet(wren);
    expect((await room.host.messenger.placesOf(wren.aadObjectId)).map(({ id }) => id).sort()).toEqual(['19:a1', '19:a2', '19:a3']);
    expect(asked()).toBe(3);
  });
});
