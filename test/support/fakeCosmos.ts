/**
 * Azure Cosmos DB as far as the store needs it, over HTTP on this machine, so that the real SDK with its headers,
 * signature and retries runs. Statuses and bodies follow the documentation and a public recording of a real account.
 * Whatever is not modelled is refused with 400 or 501. It proves our use of the protocol, not the service.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { charges } from './fakeCosmosCharges';
import { asOf, FakeItems, type Definition, type Operation, type Result } from './fakeCosmosItems';
import { NotModelled, plainPlan, readQuery, type Document, type QueryBody } from './fakeCosmosQuery';

export type RequestKind = 'account' | 'database' | 'container' | 'plan' | 'query' | 'batch' | 'create' | 'upsert' | 'read' | 'replace' | 'delete' | 'unknown';
export type Served = { readonly kind: RequestKind; readonly status: number; readonly units: number };
type Trouble = {
  /** Answered instead of doing anything. */
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** The connection breaks: before anything is done, or after, so that the answer is lost. */
  readonly drops?: 'before' | 'after';
  readonly hangs?: boolean;
  /** The first operation of a batch gets this status, in an answer that is 207. */
  readonly inBatch?: number;
  readonly only?: RequestKind;
  /** So many requests go well before. */
  skips?: number;
  times: number;
};
type Answer = { readonly status: number; readonly body?: unknown; readonly units?: number; readonly headers?: Record<string, string> };
type Call = { readonly method: string; readonly path: readonly string[]; readonly headers: IncomingMessage['headers']; readonly text: string };

const methodOf: Record<string, RequestKind> = { GET: 'read', PUT: 'replace', DELETE: 'delete' };
const mostRequestBytes = 2 * 1024 * 1024;

export class FakeCosmos {
  readonly key = Buffer.from('only for tests on this machine, and no key of anything').toString('base64');
  readonly served: Served[] = [];
  /** Milliseconds; items end by this clock. */
  now = () => Date.UTC(2026, 10, 2, 9);
  /** What the account promises to readers who do not ask for less. */
  consistency: 'Strong' | 'Session' = 'Session';
  /** How many writes late a reader may be who does not know of them, and how many reads find it so. */
  lag = 0;
  lateReads = Infinity;
  /** Whether a batch that was turned down says how far its partition is. */
  tellsProgressOnConflict = true;
  /** Tokens of Entra ID that are let in; keys are let in unless an account takes none. */
  readonly tokens = new Set<string>();
  takesKeys = true;
  /** What a token may do beside reading and writing items. */
  mayReadAccount = true;
  connections = 0;
  private troubles: Trouble[] = [];
  readonly hanging: ServerResponse[] = [];
  private readonly databases = new Map<string, Map<string, FakeItems>>();
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    this.server.on('connection', () => void (this.connections += 1));
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const response of this.hanging) response.destroy();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** What infra makes. */
  has(database: string, definition: Definition): void {
    this.database(database).set(definition.id, new FakeItems(definition, () => this.now()));
  }

  /** The next `times` requests (of that kind) go wrong in this way. */
  breaks(trouble: Omit<Trouble, 'times'>, times = 1): void {
    this.troubles.push({ ...trouble, times });
  }

  itemsOf(database: string, container: string): readonly Document[] {
    return this.databases.get(database)?.get(container)?.list(undefined, new Map(), 0) ?? [];
  }

  private database(id: string): Map<string, FakeItems> {
    const found = this.databases.get(id) ?? new Map<string, FakeItems>();
    this.databases.set(id, found);
    return found;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? '').split('?')[0]!).split('/').filter((part) => part !== '');
    const call: Call = { method: request.method ?? '', path, headers: request.headers, text: await textOf(request) };
    const kind = kindOf(call);
    const trouble = this.troubleFor(kind);
    if (trouble?.hangs) return void this.hanging.push(response);
    if (trouble?.drops === 'before') return void response.destroy();
    const answer = trouble?.status === undefined ? this.answerTo(call, kind, trouble?.inBatch) : refused(trouble.status, 'as the test wants it', trouble.headers);
    this.served.push({ kind, status: answer.status, units: answer.units ?? 0 });
    if (trouble?.drops === 'after') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', 'x-ms-request-charge': String(answer.units ?? 0), 'x-ms-activity-id': 'fake', ...answer.headers });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }

  private troubleFor(kind: RequestKind): Trouble | undefined {
    const trouble = this.troubles.find(({ times, only }) => times > 0 && (only === undefined || only === kind));
    if (trouble === undefined) return undefined;
    const isDue = (trouble.skips ?? 0) === 0;
    if (isDue) trouble.times -= 1;
    else trouble.skips! -= 1;
    return isDue ? trouble : undefined;
  }

  private answerTo(call: Call, kind: RequestKind, inBatch: number | undefined): Answer {
    const denied = this.deniedTo(call, kind);
    if (denied !== undefined) return denied;
    if (Buffer.byteLength(call.text) > mostRequestBytes) return refused(413, 'Request size is too large');
    try {
      const [, database, , container, docs, id] = call.path;
      if (kind === 'unknown') return refused(501, 'not modelled');
      if (kind === 'account') return { status: 200, body: accountAt(this.endpoint, this.consistency) };
      if (kind === 'database' || kind === 'container') return this.manage(call, database, container);
      const items = this.databases.get(database!)?.get(container!);
      if (!items) return refused(404, 'Owner resource does not exist');
      if (docs !== 'docs') return refused(501, 'not modelled');
      return this.onItems(items, call, kind, id, inBatch);
    } catch (error) {
      if (error instanceof NotModelled || error instanceof SyntaxError) return refused(400, error.message);
      throw error;
    }
  }

  private onItems(items: FakeItems, call: Call, kind: RequestKind, id: string | undefined, inBatch: number | undefined): Answer {
    const { headers } = call;
    const partition = headers['x-ms-documentdb-partitionkey'] === undefined ? undefined : JSON.stringify(JSON.parse(String(headers['x-ms-documentdb-partitionkey'])));
    if (kind === 'plan') return { status: 200, body: plainPlan };
    if (kind === 'query') return this.query(items, call, partition);
    if (partition === undefined) return refused(400, 'The partition key is missing', { 'x-ms-substatus': '1001' });
    const session = (lag = 0) => sessionHeaders(call.path, [items.rangeOf(partition)], (range) => asOf(range, seenBy(call), lag));
    if (kind === 'batch') {
      const answer = batch(items, partition, call, inBatch, this.asksMajority(call) ? charges.majority : 1);
      return answer.status === 207 && !this.tellsProgressOnConflict ? answer : withHeaders(answer, session());
    }
    if (kind === 'read') {
      const lag = this.lagFor(call);
      const item = items.read(partition, id!, seenBy(call), lag);
      return item === undefined ? refused(404, 'Entity with the specified id does not exist in the system', session(lag)) : { status: 200, body: item, units: this.priceOf(call, charges.read(Buffer.byteLength(JSON.stringify(item)))), headers: { ...session(lag), etag: String(item['_etag']) } };
    }
    return withHeaders(writeOne(items, partition, call, kind, id), session());
  }

  /** A plain projection over all partitions is served by the gateway itself; one with an order is not. */
  private query(items: FakeItems, call: Call, partition: string | undefined): Answer {
    const { headers } = call;
    if (partition === undefined && String(headers['x-ms-documentdb-query-enablecrosspartition']).toLowerCase() !== 'true') return refused(400, 'Cross partition query is required but disabled');
    const query = readQuery(bodyOf<QueryBody>(call), (items.definition.indexingPolicy?.includedPaths ?? []).map(({ path }) => path));
    if (query.ordered && partition === undefined) return refused(400, 'The provided cross partition query can not be directly served by the gateway', { 'x-ms-substatus': '1004' });
    const lag = this.lagFor(call);
    const found = items.list(partition, seenBy(call), lag).filter((item) => query.matches(item));
    if (query.ordered) found.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
    const from = headers['x-ms-continuation'] === undefined ? 0 : Number((JSON.parse(String(headers['x-ms-continuation'])) as { token: string }).token);
    const size = Number(headers['x-ms-max-item-count'] ?? 1000);
    const page = size === -1 ? found.slice(from) : found.slice(from, from + size);
    const more: Record<string, string> = from + page.length < found.length ? { 'x-ms-continuation': JSON.stringify({ token: String(from + page.length), range: { min: '', max: 'FF' } }) } : {};
    const ranges = partition === undefined ? items.ranges : [items.rangeOf(partition)];
    const documents = page.map((item) => query.select(item)).filter((value) => value !== undefined);
    return {
      status: 200,
      body: { _rid: 'items', Documents: documents, _count: documents.length },
      units: this.priceOf(call, charges.query(ranges.length, page.length, Buffer.byteLength(JSON.stringify(documents)))),
      headers: { ...sessionHeaders(call.path, ranges, (range) => asOf(range, seenBy(call), lag)), ...more },
    };
  }

  private manage({ method, text }: Call, database: string | undefined, container: string | undefined): Answer {
    const wanted = text === '' ? undefined : (JSON.parse(text) as Definition);
    const known = database === undefined ? undefined : this.databases.get(database);
    if (method === 'POST' && wanted !== undefined && database === undefined) {
      this.database(wanted.id);
      return { status: 201, body: wanted };
    }
    if (!known) return refused(404, 'Owner resource does not exist');
    if (method === 'POST' && wanted !== undefined) {
      if (known.has(wanted.id)) return refused(409, 'Resource with specified id or name already exists');
      this.has(database!, wanted);
      return { status: 201, body: wanted };
    }
    const found = container === undefined ? { id: database } : known.get(container)?.definition;
    if (!found) return refused(404, 'Resource Not Found');
    if (method === 'GET') return { status: 200, body: found };
    if (method !== 'DELETE') return refused(501, 'not modelled');
    if (container === undefined) this.databases.delete(database!);
    else known.delete(container);
    return { status: 204 };
  }

  /** A strong account reads from a majority, unless the request itself asks for less. */
  private lagFor(call: Call): number {
    if (this.asksMajority(call) || this.lag === 0 || this.lateReads === 0) return 0;
    this.lateReads -= 1;
    return this.lag;
  }

  private asksMajority({ headers }: Call): boolean {
    return this.consistency === 'Strong' && headers['x-ms-consistency-level'] === undefined;
  }

  /** Two copies are read where a majority is asked. */
  private priceOf(call: Call, units: number): number {
    return this.asksMajority(call) ? charges.majority * units : units;
  }

  /** A key may do everything. A token reads and writes items and reads what a container is; it makes and drops nothing. */
  private deniedTo(call: Call, kind: RequestKind): Answer | undefined {
    const token = /^type=aad&ver=1\.0&sig=(.+)$/.exec(decodeURIComponent(call.headers.authorization ?? ''))?.[1];
    if (token === undefined) return this.takesKeys && this.isSigned(call) ? undefined : refused(401, 'The input authorization token cannot serve the request');
    if (!this.tokens.has(token)) return refused(401, 'The AAD token is not valid here');
    const manages = (kind === 'database' || kind === 'container') && call.method !== 'GET';
    return manages || (kind === 'account' && !this.mayReadAccount) ? refused(403, 'Request blocked by Auth', { 'x-ms-substatus': '5300' }) : undefined;
  }

  /** The signature covers verb, type, address and date, with the key of the account. */
  private isSigned({ method, path, headers }: Call): boolean {
    const named = path.length % 2 === 0;
    const type = (named ? path.at(-2) : path.at(-1)) ?? '';
    const address = (named ? path : path.slice(0, -1)).join('/');
    const signed = `${method.toLowerCase()}\n${type}\n${address}\n${String(headers['x-ms-date']).toLowerCase()}\n\n`;
    const expected = Buffer.from(`type=master&ver=1.0&sig=${createHmac('sha256', Buffer.from(this.key, 'base64')).update(signed).digest('base64')}`);
    const given = Buffer.from(decodeURIComponent(headers.authorization ?? ''));
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function kindOf({ method, path, headers }: Call): RequestKind {
  if (path.length === 0) return 'account';
  if (path.length <= 2) return 'database';
  if (path.length <= 4) return 'container';
  if (method !== 'POST') return path.length === 6 ? (methodOf[method] ?? 'unknown') : 'unknown';
  if (headers['x-ms-cosmos-is-query-plan-request'] !== undefined) return 'plan';
  if (headers['x-ms-documentdb-isquery'] !== undefined) return 'query';
  if (headers['x-ms-cosmos-is-batch-request'] !== undefined) return 'batch';
  return headers['x-ms-documentdb-is-upsert'] === undefined ? 'create' : 'upsert';
}

const typeOf: Partial<Record<RequestKind, string>> = { create: 'Create', upsert: 'Upsert', replace: 'Replace', delete: 'Delete' };

function writeOne(items: FakeItems, partition: string, call: Call, kind: RequestKind, id: string | undefined): Answer {
  const ifMatch = call.headers['if-match'];
  const [result] = items.write(partition, [{
    operationType: typeOf[kind] ?? kind,
    ...(id === undefined ? {} : { id }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(call.headers['if-none-match'] === undefined ? {} : { ifNoneMatch: String(call.headers['if-none-match']) }),
    ...(call.text === '' ? {} : { resourceBody: bodyOf<Document>(call) }),
  }]);
  const { statusCode: status, requestCharge: units, resourceBody, eTag } = result!;
  return status >= 400 ? refused(status, 'as documented') : { status, units, ...(eTag === undefined ? {} : { headers: { etag: eTag } }), ...(resourceBody === undefined ? {} : { body: resourceBody }) };
}

const withHeaders = (answer: Answer, headers: Record<string, string>): Answer => ({ ...answer, headers: { ...answer.headers, ...headers } });

function batch(items: FakeItems, partition: string, call: Call, inBatch: number | undefined, readPrice: number): Answer {
  const operations = bodyOf<readonly Operation[]>(call);
  if (String(call.headers['x-ms-cosmos-batch-atomic']).toLowerCase() !== 'true') return refused(501, 'Only atomic batches are modelled');
  if (operations.length > 100) return refused(400, 'Batch request has more operations than what is supported');
  const results: readonly Result[] = inBatch === undefined ? items.write(partition, operations) : operations.map((_, index) => ({ statusCode: index === 0 ? inBatch : 424, requestCharge: 0 }));
  const brief = call.headers['prefer'] === 'return=minimal';
  const failed = results.some(({ statusCode }) => statusCode >= 400);
  return {
    status: failed ? 207 : 200,
    units: results.reduce((sum, { requestCharge }, index) => sum + requestCharge * (operations[index]?.operationType === 'Read' ? readPrice : 1), 0),
    body: results.map(({ resourceBody, ...result }) => (brief || resourceBody === undefined ? result : { ...result, resourceBody })),
  };
}

const refused = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({ status, body: { code: String(status), message }, headers, units: status === 429 ? charges.turnedDown : status === 404 ? charges.read(0) : 0 });

/** Text is kept as UTF-8, which has no room for half a character. */
const bodyOf = <Body>({ text }: Call): Body => JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)) as Body;

function seenBy({ headers }: Call): ReadonlyMap<string, number> {
  const token = headers['x-ms-session-token'];
  return new Map((token === undefined || token === '' ? [] : String(token).split(',')).map((part) => [part.split(':')[0]!, Number(part.split('#')[1])]));
}

const sessionHeaders = (path: readonly string[], ranges: FakeItems['ranges'], progress: (range: FakeItems['ranges'][number]) => number): Record<string, string> => ({
  'x-ms-session-token': ranges.map((range) => `${range.id}:1#${progress(range)}`).join(','),
  'x-ms-alt-content-path': path.slice(0, 4).join('/'),
  'x-ms-content-path': 'AAAAAAAAAAA=',
});

const accountAt = (endpoint: string, consistency: string) => {
  const here = [{ name: 'UK South', databaseAccountEndpoint: endpoint }];
  return { id: 'fake', _rid: 'fake', writableLocations: here, readableLocations: here, enableMultipleWriteLocations: false, userConsistencyPolicy: { defaultConsistencyLevel: consistency } };
};

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
