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
