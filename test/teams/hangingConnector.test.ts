import type { Fault, Received } from '../support/fakeConnector';
import { shownAs, TeamsRoom, textOf, wren } from '../support/teamsRoom';

const pauses: number[] = [];
const policy = { patience: 50, pause: async (ms: number) => void pauses.push(ms) };
const answersIn = (room: TeamsRoom) => room.connector.sent('POST', /a:wren\/activities/).map(({ body }) => textOf(body));

let room: TeamsRoom;
beforeEach(async () => {
  pauses.length = 0;
  room = new TeamsRoom();
  await room.open({ policy: room.policy(policy) });
});
afterEach(() => room.close());

/** From the first call that fits, so many go wrong. */
function goesWrong(fault: Fault, only: RegExp, times = Infinity): void {
  let left = times;
  room.connector.faults = ({ method, path }: Received) => (only.test(`${method} ${path}`) && left-- > 0 ? fault : undefined);
}

describe('while the platform hangs', () => {
  it('a press is answered with its card, and the message behind it is tried once', async () => {
    goesWrong({ kind: 'hang' }, /./);
    const { status, body } = await room.press('help');
    expect([status, textOf(body['value'])]).toEqual([200, 'heard pressed']);
    await room.settled();
    expect(room.connector.received).toHaveLength(1);
  });

  it('a press that has to ask it something is told that it takes longer, and gets its card when the asking has ended', async () => {
    await room.close();
    room = new TeamsRoom();
    room.time.held = true;
    let tooLong: () => void = () => undefined;
    const patience = (fire: () => void) => {
      tooLong = fire;
      return () => undefined;
    };
    await room.open({ policy: room.policy(policy), patience });
    room.connector.onHang = () => tooLong();
    await room.places.remember({ id: '19:review', name: 'Plan review', kind: 'channel', address: JSON.stringify({ serviceUrl: room.connector.url }) });
    goesWrong({ kind: 'hang' }, /GET/);
    room.takeTurn = async () => ({ shown: shownAs(`places: ${(await room.host.messenger.placesOf(wren.aadObjectId)).length}`) });
    const { status, body } = await room.press('help');
    expect([status, body['value']]).toEqual([200, expect.stringMatching(/takes longer than usual/)]);
    room.time.passes();
    await room.settled();
    expect(room.connector.sent('PUT').map((call) => textOf(call.body))).toEqual(['places: 0']);
    expect(room.connector.received.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('words are taken once, and the turn comes to its end', async () => {
    goesWrong({ kind: 'hang' }, /POST/, 1);
    expect((await room.say('my garden')).status).toBe(200);
    await room.settled();
    expect(room.turns).toHaveLength(1);
    expect(answersIn(room)).toEqual(['heard said', 'heard said']);
  });
});

describe('an answer that could not be sent', () => {
  it.each([
    ['refused', { kind: 'status', status: 500 }],
    ['lost', { kind: 'reset', taken: true }],
  ] as const)('because it was %s is sent again behind the turn, and nobody is told that nothing was kept', async (_how, fault) => {
    goesWrong(fault, /POST/, 2);
    await room.say('my garden');
    await room.settled();
    expect(answersIn(room)).toEqual(['heard said', 'heard said', 'heard said']);
    expect(pauses).toEqual([2000, 8000]);
    expect(room.connector.seenIn('a:wren').map(({ activity }) => textOf(activity)).join()).not.toMatch(/Nothing was changed/);
  });

  it('is left alone after a few times', async () => {
    goesWrong({ kind: 'status', status: 503 }, /POST/);
    await room.say('my garden');
    await room.settled();
    expect(answersIn(room)).toHaveLength(4);
  });

  it('is not sent again once something newer came, which has an answer of its own', async () => {
    await room.close();
    let go: () => void = () => undefined;
    const paused = new Promise<void>((resolve) => (go = resolve));
    room = new TeamsRoom();
    await room.open({ policy: room.policy({ ...policy, pause: () => paused }) });
    goesWrong({ kind: 'status', status: 500 }, /POST/, 1);
    room.takeTurn = ({ intent }) => ({ shown: shownAs(intent.kind === 'said' ? `answer to ${intent.text}` : '') });
    await room.say('one');
    await room.say('two');
    go();
    await room.settled();
    expect(answersIn(room)).toEqual(['answer to one', 'answer to two']);
  });
});
