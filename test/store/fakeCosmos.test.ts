import { CosmosClient, type Container, type OperationInput } from '@azure/cosmos';
import { casesContainer } from '../../src/store/cosmosContainer';
import { FakeCosmos } from '../support/fakeCosmos';

const fake = new FakeCosmos();
let container: Container;
let count = 0;
beforeAll(() => fake.start());
afterAll(() => fake.stop());
beforeEach(() => {
  const id = `c${(count += 1)}`;
  fake.has('d', casesContainer(id));
  container = new CosmosClient({ endpoint: fake.endpoint, key: fake.key, connectionPolicy: { enableEndpointDiscovery: false } }).database('d').container(id);
});
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: unknown; message: string }) => error.code ?? error.message);
const create = (id: string, more: object = {}, caseId = 'p') => container.items.create({ id, caseId, ...more });

describe('the model of Cosmos DB, as the SDK meets it', () => {
  it('creates once: 409, in each partition for itself', async () => {
    await create('a');
    expect(await codeOf(create('a'))).toBe(409);
    expect(await codeOf(create('a', {}, 'q'))).toBe('done');
    expect((await container.item('a', 'r').read()).statusCode).toBe(404);
  });

  it('replaces and deletes only what still bears the mark: 412, and 404 for what is not there', async () => {
    const { etag } = await create('a');
    const accessCondition = { type: 'IfMatch', condition: etag };
    await container.item('a', 'p').replace({ id: 'a', caseId: 'p', n: 2 }, { accessCondition });
    expect(await codeOf(container.item('a', 'p').replace({ id: 'a', caseId: 'p', n: 3 }, { accessCondition }))).toBe(412);
    expect(await codeOf(container.item('a', 'p').delete({ accessCondition }))).toBe(412);
    expect(await codeOf(container.item('b', 'p').replace({ id: 'b', caseId: 'p' }))).toBe(404);
    expect((await container.item('a', 'p').read<{ n: number }>()).resource?.n).toBe(2);
  });

  it('does a batch whole or not at all, and says 424 of all but the culprit', async () => {
    await create('a');
    const operations: OperationInput[] = [
      { operationType: 'Create', resourceBody: { id: 'b', caseId: 'p' } },
      { operationType: 'Delete', id: 'a' },
      { operationType: 'Replace', id: 'nobody', resourceBody: { id: 'nobody', caseId: 'p' } },
    ];
    const failed = await container.items.batch(operations, 'p');
    expect([failed.code, failed.result?.map(({ statusCode }) => statusCode)]).toEqual([207, [424, 424, 404]]);
    expect((await container.items.query('SELECT VALUE c.id FROM c', { partitionKey: 'p' }).fetchAll()).resources).toEqual(['a']);
    expect((await container.items.batch(operations.slice(0, 2), 'p')).result?.map(({ statusCode }) => statusCode)).toEqual([201, 204]);
    const elsewhere = await container.items.batch([{ operationType: 'Create', resourceBody: { id: 'z', caseId: 'q' } }], 'p');
    expect(elsewhere.result?.map(({ statusCode }) => statusCode)).toEqual([400]);
  });

  it('reads several items in one batch, or says which of them is not there', async () => {
    for (const id of ['a', 'b']) await create(id, { n: id });
    const read = await container.items.batch(['b', 'a'].map((id) => ({ operationType: 'Read', id })), 'p');
    expect(read.result?.map(({ resourceBody }) => resourceBody?.['n'])).toEqual(['b', 'a']);
    const lacking = await container.items.batch(['a', 'z'].map((id) => ({ operationType: 'Read', id })), 'p');
    expect(lacking.result?.map(({ statusCode }) => statusCode)).toEqual([424, 404]);
  });

  it('gives pages, in order when asked, and never of another partition', async () => {
    for (const id of ['3', '1', '2']) await create(id);
    await create('9', {}, 'q');
    const pages = container.items.query<string>('SELECT VALUE c.id FROM c ORDER BY c.id', { partitionKey: 'p', maxItemCount: 2 });
    expect([(await pages.fetchNext()).resources, (await pages.fetchNext()).resources, pages.hasMoreResults()]).toEqual([['1', '2'], ['3'], false]);
  });

  it('lets items end by its clock', async () => {
    const start = fake.now();
    await create('a', { ttl: 10 });
    fake.now = () => start + 9_999;
    expect((await container.item('a', 'p').read()).statusCode).toBe(200);
    fake.now = () => start + 10_000;
    expect((await container.item('a', 'p').read()).statusCode).toBe(404);
    expect(await codeOf(create('a'))).toBe('done');
  });

  it('turns away a wrong key, an item over 2 MB and an id that cannot be', async () => {
    const stranger = new CosmosClient({ endpoint: fake.endpoint, key: Buffer.from('x').toString('base64'), connectionPolicy: { enableEndpointDiscovery: false } });
    expect(await codeOf(stranger.database('d').container('c1').items.create({ id: 'a', caseId: 'p' }))).toBe(401);
    expect(await codeOf(create('a', { text: 'x'.repeat(2_200_000) }))).toBe(413);
    // The SDK itself refuses such an id; so it goes in a batch, which the SDK does not look into.
    expect((await container.items.batch([{ operationType: 'Create', resourceBody: { id: 'a/b', caseId: 'p' } }], 'p')).result?.[0]?.statusCode).toBe(400);
  });

  it('keeps text as UTF-8, in which half a character is none', async () => {
    await create('a', { text: 'a\ud800b\u0000' });
    expect((await container.item('a', 'p').read<{ text: string }>()).resource?.text).toBe('a\ufffdb\u0000');
  });

  it.each([
    'SELECT TOP 1 * FROM c', 'SELECT VALUE COUNT(1) FROM c', 'SELECT * FROM c WHERE c.a > 1', 'SELECT * FROM c WHERE c.head.ref = "x"', 'SELECT * FROM c ORDER BY c.head.ref', 'SELECT DISTINCT c.id FROM c',
  ])('refuses a query that it does not model: %s', async (query) => {
    expect(await codeOf(container.items.query(query, { partitionKey: 'p' }).fetchAll())).toBe(400);
  });

  it('refuses a filter that no index serves, and a name without a value', async () => {
    expect(await codeOf(container.items.query({ query: 'SELECT * FROM c WHERE c.head.name = @name', parameters: [{ name: '@name', value: 'x' }] }).fetchAll())).toBe(400);
    expect(await codeOf(container.items.query('SELECT * FROM c WHERE c.head.ref = @ref', { partitionKey: 'p' }).fetchAll())).toBe(400);
  });

  it('refuses what it does not model: patches, procedures, an order over all partitions', async () => {
    await create('a');
    expect(await codeOf(container.item('a', 'p').patch([{ op: 'set', path: '/n', value: 1 }]))).toBe(501);
    expect(await codeOf(container.scripts.storedProcedure('x').execute('p'))).toBe(501);
    expect(await codeOf(container.items.query('SELECT * FROM c ORDER BY c.id').fetchAll())).not.toBe('done');
  });
});
