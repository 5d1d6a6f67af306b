import { secondsAsked, setSendPolicy } from '../../src/teams/sendPolicy';

type Request = { method: string; abortSignal?: AbortSignal };
type Next = (request: Request) => Promise<{ status: number; headers: { get(name: string): string | undefined } }>;
type Policy = { name: string; sendRequest: (request: Request, next: Next) => ReturnType<Next> };

const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: { get: (name: string) => headers[name] } });

/** The policies as the client runs them: the one around everything, then the attempts, then whatever the test answers. */
function sending(last: Next) {
  const timers = new Map<() => void, number>();
  const after = (ms: number, fire: () => void) => (timers.set(fire, ms), () => void timers.delete(fire));
  const policies: Record<string, Policy> = {};
  const pauses: number[] = [];
  const pipeline = { removePolicy: () => [{}], addPolicy: (policy: Policy, { phase }: { phase: string }) => void (policies[phase] = policy) };
  setSendPolicy({ client: { pipeline } }, { timeout: 1000, patience: 3000, pause: async (ms) => void pauses.push(ms), after });
  const send = (method: string) => policies['Serialize']!.sendRequest({ method }, (request) => policies['Retry']!.sendRequest(request, last));
  return { send, pauses, timers };
}

it('refuses a client that is not built as expected', () => {
  expect(() => setSendPolicy({}, { timeout: 1, patience: 1, pause: async () => undefined, after: () => () => undefined })).toThrow('built differently');
});

it('waits as it is asked to, between attempts that were refused before they were taken', async () => {
  const answers = [answer(429, { 'retry-after': '1' }), answer(412), answer(201)];
  const { send, pauses } = sending(async () => answers.shift()!);
  expect((await send('POST')).status).toBe(201);
  expect(pauses).toEqual([1000, 400]);
});

it('never begins an attempt after its patience, however many it has left', async () => {
  let attempts = 0;
  const { send, pauses } = sending(async () => {
    attempts += 1;
    return answer(429, { 'retry-after': '2' });
  });
  expect((await send('PUT')).status).toBe(429);
  expect([attempts, pauses]).toEqual([2, [2000]]);
});

it('does not repeat what may have been taken, unless the same again is the same', async () => {
  let posts = 0;
  expect((await sending(async () => (posts++, answer(503))).send('POST')).status).toBe(503);
  let puts = 0;
  expect((await sending(async () => (puts++, answer(puts < 3 ? 503 : 200))).send('PUT')).status).toBe(200);
  expect([posts, puts]).toEqual([1, 3]);
});

it('comes to an end when what it is signed with never comes, and tells what hangs to stop', async () => {
  let stopped = false;
  const { send, timers } = sending((request) => new Promise(() => request.abortSignal!.addEventListener('abort', () => (stopped = true))));
  const sent = send('POST');
  expect([...timers.values()]).toEqual([5000, 1000]);
  [...timers].find(([, ms]) => ms === 5000)![0]();
  await expect(sent).rejects.toThrow('not reached in time');
  expect(stopped).toBe(true);
});

it('gives up one attempt that hangs, begins the next with a signal of its own, and leaves no timer behind', async () => {
  const signals: AbortSignal[] = [];
  const { send, timers } = sending(async ({ abortSignal }) => {
    signals.push(abortSignal!);
    return signals.length === 1 ? new Promise(() => undefined) : answer(200);
  });
  const sent = send('PUT');
  [...timers].find(([, ms]) => ms === 1000)![0]();
  expect((await sent).status).toBe(200);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(timers.size).toBe(0);
});

it('reads what a server asks for as seconds or as a date', () => {
  const now = Date.parse('2026-11-02T10:00:00Z');
  expect(['30', '0', 'Mon, 02 Nov 2026 10:02:00 GMT', 'Mon, 02 Nov 2026 09:00:00 GMT', 'soon', '', undefined].map((text) => secondsAsked(text, now))).toEqual([30, 0, 120, 0, undefined, undefined, undefined]);
});
