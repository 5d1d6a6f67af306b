import { request } from 'node:http';
import type { CaseHead } from '../../src/domain/case/head';
import type { Messenger } from '../../src/app/ports';
import { countSends } from '../../src/operator/countSends';
import { operatorPage, troublesIn } from '../../src/operator/operatorPage';
import { operatorServer, type OperatorServer } from '../../src/operator/operatorServer';
import { owedIn, readStanding, type Standing, type StandingParts } from '../../src/operator/standing';

const at = '2026-11-02T12:00:00.000Z';
const head = (over: Partial<CaseHead>): CaseHead => ({ caseId: 'case-secret', rev: 3, ref: 'TF-SECRET', name: 'Mrs Ackroyd', worker: 'worker-secret', state: 'open', stage: 'talk', touchedAt: at, activeAt: at, openConcerns: 0, owes: false, ...over });

const parts = (over: Partial<StandingParts> = {}): StandingParts => ({
  cases: { ready: async () => undefined, headsThatOwe: async () => [] },
  store: 'sqlite',
  versions: { app: '1.2.3', content: 'v1', node: 'v20.0.0' },
  since: '2026-11-02T08:00:00.000Z',
  sends: () => ({ sent: 4, failedForNow: 1, failedForGood: 0 }),
  contacts: async () => [],
  catalogue: () => ({ version: 'directory 2026-11-01', activities: [] }),
  ...over,
});

const ask = (port: number, path: string, options: { readonly method?: string; readonly host?: string } = {}): Promise<{ readonly status: number; readonly type: string; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const call = request({ port, path, host: '127.0.0.1', method: options.method ?? 'GET', headers: { host: options.host ?? `127.0.0.1:${port}` } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body }));
    });
    call.on('error', reject).end();
  });

describe('how the bot stands, for whoever runs it', () => {
  it('counts what is owed and says since when, without a name or a case', async () => {
    const heads = [head({ owes: true, touchedAt: '2026-11-02T10:30:00.000Z' }), head({ owes: true, touchedAt: '2026-11-02T11:30:00.000Z' }), head({ remindOn: '2026-11-02T09:00:00.000Z' }), head({ remindOn: '2026-12-01' })];
    expect(owedIn(heads, at)).toEqual({ cases: 2, reminders: 1, oldest: '2026-11-02T10:30:00.000Z' });
    const standing = await readStanding(parts({ cases: { ready: async () => undefined, headsThatOwe: async () => heads } }), at);
    expect(JSON.stringify(standing) + operatorPage(standing)).not.toMatch(/Ackroyd|SECRET|secret/);
  });

  it('says that nothing has to be done', async () => {
    const standing = await readStanding(parts(), at);
    expect(troublesIn(standing)).toEqual([]);
    expect(operatorPage(standing)).toContain('Everything is as it should be.');
  });

  it('says first that the store does not answer, and what that means', async () => {
    const away = async (): Promise<never> => {
      throw new Error('Mrs Ackroyd');
    };
    const standing = await readStanding(parts({ cases: { ready: away, headsThatOwe: away } }), at);
    expect(standing.owed).toBeUndefined();
    expect(troublesIn(standing)[0]).toMatch(/^The store does not answer/);
    expect(operatorPage(standing)).not.toContain('Ackroyd');
  });

  it('names what waited for more than an hour, messages that failed for good, and numbers past their day', async () => {
    const cases = { ready: async () => undefined, headsThatOwe: async () => [head({ owes: true, touchedAt: '2026-11-02T09:00:00.000Z' })] };
    const standing = await readStanding(parts({ cases, sends: () => ({ sent: 0, failedForNow: 0, failedForGood: 1 }), contacts: async () => ['Ring the duty desk: its day has passed.'] }), at);
    const [waits, failed, number] = troublesIn(standing);
    expect(waits).toMatch(/owed for 3 hours/);
    expect(failed).toMatch(/^1 message could not be delivered/);
    expect(number).toBe('Ring the duty desk: its day has passed.');
  });

  it('writes what comes from elsewhere as words, never as markup', () => {
    const standing: Standing = { at, since: at, versions: { app: '<b>1</b>', content: 'v1', node: 'v20' }, store: { kind: 'sqlite', answers: true }, owed: { cases: 0, reminders: 0 }, sends: { sent: 0, failedForNow: 0, failedForGood: 0 }, contacts: ['<script>'], directory: { version: '"x"', services: 0 } };
    const page = operatorPage(standing);
    expect(page).toContain('&lt;b&gt;1&lt;/b&gt;');
    expect(page).not.toContain('<script>');
  });

  it('counts how messages went', async () => {
    const went: Messenger = { placesOf: async () => [], isIn: async () => false, post: async () => ({ kind: 'sent', message: 'm' }), update: async () => ({ kind: 'failed', reason: 'gone', final: true }), tell: async () => ({ kind: 'failed', reason: 'busy', final: false }) };
    const { messenger, sends } = countSends(went);
    const shown = {} as Parameters<Messenger['tell']>[1];
    await messenger.post({ id: 'p', name: 'p', kind: 'channel' }, shown);
    await messenger.update({ id: 'p', name: 'p', kind: 'channel' }, 'm', shown);
    await messenger.tell('a', shown);
    expect(sends()).toEqual({ sent: 1, failedForNow: 1, failedForGood: 1 });
  });
});

describe("the operator's port", () => {
  let server: OperatorServer;
  let port: number;
  beforeEach(async () => {
    server = operatorServer(() => readStanding(parts(), at));
    port = await server.listen(0);
  });
  afterEach(() => server.close());

  it('shows a page to people and the same to programs', async () => {
    const page = await ask(port, '/');
    expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('How Threefold stands');
    const told = await ask(port, '/operator.json');
    expect(JSON.parse(told.body)).toEqual(await readStanding(parts(), at));
  });

  it('answers nobody who calls it by another name, changes nothing, and has nothing else', async () => {
    expect((await ask(port, '/', { host: 'evil.example.org' })).status).toBe(403);
    expect((await ask(port, '/', { method: 'POST' })).status).toBe(405);
    expect((await ask(port, '/cases')).status).toBe(404);
  });

  it('says nothing of why it failed', async () => {
    const failing = operatorServer(async () => {
      throw new Error('Mrs Ackroyd');
    });
    const answer = await ask(await failing.listen(0), '/');
    expect([answer.status, answer.body]).toEqual([500, '']);
    await failing.close();
  });
});
