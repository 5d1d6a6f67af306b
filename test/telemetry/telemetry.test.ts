import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Messenger } from '../../src/app/ports';
import { memoryAudit, memoryStore } from '../../src/store/memoryStore';
import { followedAudit, followedCases, followedMessenger } from '../../src/telemetry/followed';
import { Telemetry } from '../../src/telemetry/telemetry';

type Span = { name: string; traceId: string; spanId: string; parentSpanId?: string; status: { code?: number }; attributes: { key: string; value: Record<string, unknown> }[] };
type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: unknown };

/** Everything below any key of this name. */
function below(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => (name === key && Array.isArray(held) ? held : below(held, key)));
}

/** A collector on this machine that keeps what it is told. */
class Collector {
  readonly received: Received[] = [];
  #server: Server | undefined;

  async begin(): Promise<string> {
    this.#server = createServer((call, answer) => {
      void json(call).then((body) => {
        this.received.push({ path: call.url ?? '', headers: call.headers, body });
        answer.setHeader('content-type', 'application/json');
        answer.end('{}');
      });
    });
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  spans = (): Span[] => this.received.filter(({ path }) => path === '/v1/traces').flatMap(({ body }) => below(body, 'spans') as Span[]);
  metrics = (): { name: string }[] => this.received.filter(({ path }) => path === '/v1/metrics').flatMap(({ body }) => below(body, 'metrics') as { name: string }[]);

  async end(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

let collector: Collector;
let telemetry: Telemetry;
beforeEach(async () => {
  collector = new Collector();
  const endpoint = await collector.begin();
  telemetry = new Telemetry({ endpoint: `${endpoint}/`, headers: { 'api-key': 'sample' }, version: '1.2.3', instance: 'one', every: 3_600_000, within: 500 });
});
afterEach(async () => {
  await telemetry.stop(async () => undefined);
  await collector.end();
});

describe('what whoever runs the bot is told', () => {
  it('shows a turn with what it asked of the store, in one trace', async () => {
    const cases = followedCases(memoryStore().cases, telemetry);
    const turn = telemetry.around('turn', async (caseId: string) => {
      await cases.load(caseId);
      await cases.headsOf('worker-1');
      return 'shown';
    });
    expect(await turn('case-1')).toBe('shown');
    await telemetry.stop();
    const spans = collector.spans();
    expect(spans.map(({ name }) => name).sort()).toEqual(['store.heads-of', 'store.load', 'turn']);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    const whole = spans.find(({ name }) => name === 'turn')!;
    expect(spans.filter(({ parentSpanId }) => parentSpanId === whole.spanId)).toHaveLength(2);
  });

  it('keeps turns apart that are worked on at the same time', async () => {
    const cases = followedCases(memoryStore().cases, telemetry);
    const turn = telemetry.around('turn', (caseId: string) => cases.load(caseId));
    await Promise.all([turn('one'), turn('two'), turn('three')]);
    await telemetry.stop();
    expect(new Set(collector.spans().map(({ traceId }) => traceId)).size).toBe(3);
  });

  it('says that a piece of work failed, and passes the failure on, without a word of its message', async () => {
    const failing = telemetry.around('turn', async () => {
      throw new RangeError('Mrs Ackroyd said so');
    });
    await expect(failing()).rejects.toThrow('Mrs Ackroyd');
    await telemetry.stop();
    const [span] = collector.spans();
    expect(span?.status.code).toBe(2);
    expect(span?.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'RangeError' } });
    expect(JSON.stringify(collector.received)).not.toContain('Ackroyd');
  });

  it('counts the lines of the log by their closed words, without a case or where an error stood', async () => {
    telemetry.line({ what: 'turn', intent: 'pressed', verb: 'answer', where: 'personal', case: 'case-77', ms: 12 });
    telemetry.line({ what: 'turn', intent: 'pressed', verb: 'answer', where: 'personal', case: 'case-78', ms: 30 });
    telemetry.line({ what: 'roster', error: 'TypeError', frame: 'somewhere (file.js:1:1)' });
    await telemetry.stop();
    const told = JSON.stringify(collector.received);
    expect(told).not.toMatch(/case-7|somewhere/);
    const happened = collector.metrics().find(({ name }) => name === 'threefold.happened');
    const points = below(happened, 'dataPoints') as { asDouble?: number; asInt?: number | string; attributes: { key: string; value: { stringValue?: string } }[] }[];
    const turns = points.find(({ attributes }) => attributes.some(({ key, value }) => key === 'verb' && value.stringValue === 'answer'));
    expect(Number(turns?.asInt ?? turns?.asDouble)).toBe(2);
    expect(collector.metrics().map(({ name }) => name)).toContain('threefold.duration');
  });

  it('counts what was sent by how it went, and nothing of what or to whom', async () => {
    const messenger: Messenger = {
      placesOf: async () => [],
      isIn: async () => false,
      post: async () => ({ kind: 'sent', message: 'm-1' }),
      update: async () => ({ kind: 'failed', reason: 'gone', final: true }),
      tell: async () => ({ kind: 'failed', reason: 'busy', final: false }),
    };
    const followed = followedMessenger(messenger, telemetry);
    const shown = { card: { type: 'AdaptiveCard' }, summary: 'A plan for Mrs Ackroyd' } as unknown as Parameters<Messenger['tell']>[1];
    const place = { id: 'place-secret', name: 'Review of Mrs Ackroyd', kind: 'channel' } as const;
    await followed.post(place, shown);
    await followed.update(place, 'm-1', shown);
    await followed.tell('person-secret', shown);
    await telemetry.stop();
    const told = JSON.stringify(collector.received);
    for (const result of ['sent', 'failed-for-good', 'failed-for-now']) expect(told).toContain(result);
    expect(told).not.toMatch(/Ackroyd|secret/);
  });

  it('counts what people did by what it was and how it ended; the trail alone knows who', async () => {
    const trail = memoryAudit();
    const audit = followedAudit(trail, telemetry);
    await audit.record([{ at: '2026-11-02T10:00:00.000Z', by: 'worker-secret', verb: 'export', caseId: 'case-secret', outcome: 'refused' }]);
    audit.note({ at: '2026-11-02T10:01:00.000Z', by: 'worker-secret', verb: 'change', caseId: 'case-secret', what: 'PromptAnswered', outcome: 'done' });
    await telemetry.stop();
    const told = JSON.stringify(collector.received);
    expect(told).toMatch(/refused/);
    expect(told).toMatch(/PromptAnswered/);
    expect(told).not.toMatch(/secret/);
    expect((await audit.ofCase('case-secret')).map(({ by }) => by)).toEqual(['worker-secret', 'worker-secret']);
  });

  it('asks for what is owed when it tells its figures, and leaves out what cannot be had', async () => {
    telemetry.watch(['owed_cases', 'oldest_owed_seconds'], async () => ({ owed_cases: 3 }));
    telemetry.watch(['lost'], async () => {
      throw new Error('the store is away');
    });
    await telemetry.stop();
    const names = collector.metrics().map(({ name }) => name);
    expect(names).toContain('threefold.owed_cases');
    expect(names).not.toContain('threefold.lost');
    expect(names).not.toContain('threefold.oldest_owed_seconds');
  });

  it('says which version and instance speaks, and shows the collector its key', async () => {
    telemetry.count('hello');
    await telemetry.stop();
    expect(JSON.stringify(collector.received)).toMatch(/service\.version.*1\.2\.3/);
    expect(collector.received.every(({ headers }) => headers['api-key'] === 'sample')).toBe(true);
  });

  it('stops although nobody hears it any more', async () => {
    telemetry.count('hello');
    await collector.end();
    await expect(telemetry.stop(async () => undefined)).resolves.toBeUndefined();
  });
});
