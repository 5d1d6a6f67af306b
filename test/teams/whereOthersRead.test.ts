import { chats, sam, shownAs, TeamsRoom, textOf } from '../support/teamsRoom';

let room: TeamsRoom;
beforeEach(async () => {
  room = new TeamsRoom();
});
afterEach(() => room.close());

/** What everybody in the channel reads, and what one person was told. */
const inTheChannel = () => room.connector.sent('PUT').concat(room.connector.sent('POST', /review/)).map(({ body }) => textOf(body)).join(' ');
const oneToOne = () => room.connector.sent('POST', /a:sam\/activities/).map(({ body }) => textOf(body)).join(' ');
const change = { caseId: 'c1', version: 1, line: 'plan', words__r1: 'she told me about her son' };
const samsChat = { ...chats.personal, conversation: { ...chats.personal.conversation, id: 'a:sam' } };

async function opened(patience: 'none' | 'usual' = 'usual'): Promise<void> {
  await room.open(patience === 'none' ? { patience: (tooLong) => (setImmediate(tooLong), () => undefined) } : {});
  await room.say('hello', sam, samsChat);
  await room.settled();
  room.connector.received.length = 0;
}

describe('a press on a plan that others read', () => {
  it('is answered to whoever pressed alone when it fails late: the plan stays, and nobody reads what they wrote', async () => {
    await opened('none');
    let fail: () => void = () => undefined;
    room.takeTurn = () => new Promise((_resolve, reject) => (fail = () => reject(new Error('no store'))));
    const { body } = await room.press('ask-change', change, sam, chats.channel);
    expect(body['value']).toMatch(/takes longer than usual/);
    fail();
    await room.settled();
    expect(inTheChannel()).toBe('');
    expect(oneToOne()).toMatch(/That did not work just now.*she told me about her son/);
  });

  it('is answered one to one when its answer is for them alone, and comes late', async () => {
    await opened('none');
    let answer: () => void = () => undefined;
    room.takeTurn = () => new Promise((resolve) => (answer = () => resolve({ shown: shownAs('You cannot agree your own plan') })));
    await room.press('agree', { caseId: 'c1', version: 1 }, sam, chats.channel);
    answer();
    await room.settled();
    expect([inTheChannel(), oneToOne()]).toEqual(['', 'You cannot agree your own plan']);
  });

  it('is answered one to one when it came as a message, and failed', async () => {
    await opened();
    room.takeTurn = () => Promise.reject(new Error('no store'));
    await room.submit({ ...change, verb: 'ask-change' }, sam, chats.channel);
    await room.settled();
    expect(inTheChannel()).toBe('');
    expect(oneToOne()).toMatch(/she told me about her son/);
  });
});

describe('a conversation of which the platform does not say that it is with one person', () => {
  it.each([
    ['a kind that nobody here knows', { ...chats.personal, conversation: { id: '19:x@thread.v2', conversationType: 'meetingStage', tenantId: 'x' } }, 'group'],
    ['no kind, and a team', { ...chats.channel, conversation: { id: '19:review@thread.tacv2;messageid=7', tenantId: 'x' } }, 'channel'],
  ] as const)('is one where others read: %s', async (_what, chat, kind) => {
    await opened();
    await room.say('Mrs K', sam, chat);
    expect(room.turns.at(-1)?.where.kind).toBe(kind);
  });
});

describe('what somebody typed where it cannot be kept', () => {
  const typedBack = { ...shownAs('That was not kept. You wrote: she told me about her son') };

  it.each([
    ['a moment', 503, 2],
    ['a while, and says so', 429, 2],
  ])('reaches them one to one although the platform does not take it for %s', async (_long, status, times) => {
    await opened();
    room.takeTurn = () => ({ shown: shownAs('Please write to me one to one'), ownChat: typedBack });
    room.connector.breaks({ status, only: /POST .*a:sam/ }, times);
    await room.press('ask-change', change, sam, chats.channel);
    await room.settled();
    expect(oneToOne()).toContain('she told me about her son');
    expect(room.connector.sent('POST', /a:sam/).filter(({ body }) => textOf(body).includes('son')).length).toBeGreaterThan(1);
    expect([...room.connector.messages.values()].some((message) => JSON.stringify(message).includes('she told me about her son'))).toBe(true);
  });

  it('reaches them one to one when the turn failed where others read, and so did the first answer', async () => {
    await opened();
    room.takeTurn = () => Promise.reject(new Error('no store'));
    room.connector.breaks({ status: 503, only: /POST .*a:sam/ }, 1);
    await room.submit({ ...change, verb: 'ask-change' }, sam, chats.channel);
    await room.settled();
    expect([...room.connector.messages.values()].some((message) => JSON.stringify(message).includes('she told me about her son'))).toBe(true);
  });

  it('is not sent again to somebody who has blocked the bot', async () => {
    await opened();
    room.takeTurn = () => ({ shown: shownAs('Please write to me one to one'), ownChat: typedBack });
    room.connector.breaks({ status: 403, error: { code: 'ConversationBlockedByUser' }, only: /POST .*a:sam/ });
    await room.press('ask-change', change, sam, chats.channel);
    await room.settled();
    expect(room.connector.sent('POST', /a:sam/)).toHaveLength(1);
  });
});

it('a card that changed twice shows the newer state although the platform did not take the older one', async () => {
  await opened();
  const states = ['first', 'second'];
  room.takeTurn = () => ({ shown: shownAs(states.shift()!) });
  const samsCard = async (): Promise<unknown> => room.press('next', { caseId: 'c1', rev: 1 }, sam, samsChat);
  room.connector.breaks({ status: 400, only: /PUT/ });
  await Promise.all([samsCard(), samsCard()]);
  await room.settled();
  expect(textOf(room.connector.sent('PUT').at(-1)?.body)).toBe('second');
});
