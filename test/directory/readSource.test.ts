import type { ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readSource, sourceName } from '../../src/directory/readSource';
import { type RawRow, type SourceLimits, type SourceRead, usualLimits } from '../../src/directory/sourceLimits';
import { bare, type Answering, directoryServer, json } from './directoryServer';
import { v1Service, v3Service } from './feeds';

function brokenOff(response: ServerResponse): void {
  response.setHeader('content-length', '5000');
  response.write('{"contents":[{"id":"a","na', () => response.destroy());
}

const limits: SourceLimits = { ...usualLimits, retries: 1, pause: 1 };
type Outcome = { readonly read: SourceRead; readonly ids: readonly unknown[]; readonly rows: readonly RawRow[]; readonly asked: readonly string[] };

async function readFrom(source: string, some: Partial<SourceLimits> = {}): Promise<Outcome> {
  const rows: RawRow[] = [];
  const read = await readSource(source, (row) => rows.push(row), { limits: { ...limits, ...some } });
  return { read, rows, ids: rows.map(({ raw }) => (typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw)), asked: [] };
}

async function readServer(answering: Answering, some: Partial<SourceLimits> = {}, where = ''): Promise<Outcome> {
  const server = await directoryServer(answering);
  try {
    return { ...(await readFrom(server.address + where, some)), asked: server.asked };
  } finally {
    await server.close();
  }
}

setFlagsFromString('--expose-gc');
const clearMemory = runInNewContext('gc') as () => void;

const services = ['a', 'b', 'c', 'd', 'e'].map((id) => v3Service({ id }));
const v3Page = (page: number, size = 2): unknown => ({ total_items: 5, total_pages: 3, page_number: page, size, first_page: page === 1, last_page: page >= 3, empty: page > 3, contents: services.slice((page - 1) * size, page * size) });
/** Version 1 counts its pages from nought when it likes. */
const v1Page = (at: number): unknown => ({ totalElements: 3, totalPages: 2, number: at, size: 2, first: at === 0, last: at === 1, content: ['7', '8', '9'].map((id) => v1Service({ id })).slice(at * 2, at * 2 + 2) });
const problemOf = ({ read }: Outcome): string => (read.kind === 'refused' ? read.problem : 'it was read');

describe('an endpoint', () => {
  it('is read page by page until the last', async () => {
    const { read, ids, asked, rows } = await readServer(({ page }, response) => json(response, v3Page(page)));
    expect(read).toEqual({ kind: 'read', rows: 5, complete: true, notes: [] });
    expect(ids).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rows.every(({ format }) => format === 'oruk-v3')).toBe(true);
    expect(asked).toEqual(['/services?page=1&per_page=100', '/services?page=2&per_page=100', '/services?page=3&per_page=100']);
  });

  it('is read by its whole address too, and keeps what stands in it', async () => {
    const { asked, ids } = await readServer(({ page }, response) => json(response, v3Page(page)), {}, '/o/Brookside/v3/services/?taxonomy_id=x&per_page=2');
    expect(asked[0]).toBe('/o/Brookside/v3/services?taxonomy_id=x&per_page=2&page=1');
    expect(ids).toHaveLength(5);
  });

  it.each([['one', 1], ['nought', 0]])('of version 1 that counts from %s is read whole', async (_what, first) => {
    const { ids, rows } = await readServer(({ page }, response) => json(response, v1Page(page - first)));
    expect(ids).toEqual(['7', '8', '9']);
    expect(rows.every(({ format }) => format === 'oruk-v1')).toBe(true);
  });

  it('that lists only the beginnings is asked for each service', async () => {
    const { ids, rows, asked } = await readServer(({ path: at }, response) => {
      const id = at.split('/')[2];
      json(response, id === undefined ? { contents: [{ id: 'a', name: 'Short' }, { id: 'b', name: 'Short' }], total_items: 2, last_page: true } : id === 'b' ? {} : v3Service({ id }));
    });
    expect(ids).toEqual(['a', 'b']);
    expect(rows.map(({ raw }) => raw)).toEqual([v3Service({ id: 'a' }), { id: 'b', name: 'Short' }]);
    expect(asked).toContain('/services/a');
  });

  it('that gives a bare list is read once', async () => {
    const { ids, asked } = await readServer((_request, response) => json(response, services));
    expect([ids.length, asked.length]).toEqual([5, 1]);
  });

  it('that gives the same page for ever is refused, and so is one whose pages never end', async () => {
    const first = { ...(v3Page(1) as object), last_page: false };
    expect(problemOf(await readServer((_request, response) => json(response, first)))).toMatch(/gives the same page again and again \(asked for page 2\)\. Tell whoever/);
    const endless = await readServer(({ page }, response) => json(response, { last_page: false, contents: [v3Service({ id: `n${page}` })] }), { pages: 10 });
    expect(problemOf(endless)).toMatch(/gives more than 10 pages/);
  });

  it.each<[string, (page: number) => object]>([
    ['how many pages it has', () => ({ total_pages: 3 })],
    ['that another page follows', (page) => ({ last_page: page === 3 })],
  ])('that has no page where it said %s: nothing counts as withdrawn', async (_what, envelope) => {
    const { read, ids } = await readServer(({ page }, response) => (page === 2 ? bare(response, 404) : json(response, { ...envelope(page), contents: services.slice((page - 1) * 2, page * 2) })));
    expect(ids).toEqual(['a', 'b']);
    expect(read).toMatchObject({ kind: 'read', complete: false, notes: [expect.stringMatching(/has no page 2, though it said that there is one/)] });
  });

  it('that counts from nought and has no page behind its last is read whole', async () => {
    const { read, ids } = await readServer(({ page }, response) => (page > 1 ? bare(response, 404) : json(response, { total_pages: 2, first_page: page === 0, contents: services.slice(page * 3, page * 3 + 3) })));
    expect([ids.length, read]).toEqual([5, expect.objectContaining({ complete: true })]);
  });

  it('whose pages overlap is read with each service once, and nothing counts as withdrawn when some are short', async () => {
    const { read, ids } = await readServer(({ page }, response) => json(response, page === 1 ? v3Page(1) : { total_items: 5, last_page: true, contents: services.slice(1, 4) }));
    expect(ids).toEqual(['a', 'b', 'c', 'd']);
    expect(read).toMatchObject({ kind: 'read', complete: false, notes: [expect.stringMatching(/says that it has 5 services, and gave 4/), '1 services came on two pages; each is kept once.'] });
  });

  it.each<[string, Answering, RegExp]>([
    ['breaks off in the middle of a page', (_request, response) => brokenOff(response), /broke off at \/services\?page=1.*Try again later/],
    ['ends a page in the middle', (_request, response) => response.end('{"contents":[{"id":"a"},{"id"'), /broke off/],
    ['fails half-way', ({ page }, response) => (page === 1 ? json(response, v3Page(1)) : bare(response, 500)), /answers with status 500 at \/services\?page=2/],
    ['gives a web page', (_request, response) => response.setHeader('content-type', 'text/html').end('<html>Welcome</html>'), /gives no list of services at \/services, but a web page\. It is not JSON/],
    ['lets in only whom it knows', (_request, response) => bare(response, 401), /answers with status 401, so it lets in only those whom it knows/],
    ['has no such list', (_request, response) => bare(response, 404), /There is no list of services at/],
    ['sends without end', (_request, response) => response.end(' '.repeat(50_000)), /sends more than any directory holds/],
  ])('that %s is refused with what to do', async (_what, answering, says) => {
    expect(problemOf(await readServer(answering, { pageBytes: 40_000 }))).toMatch(says);
  });

  it('that stays silent is refused, though memory is cleared while it is waited for', async () => {
    expect(problemOf(await readServer(() => clearMemory(), { answerWithin: 300 }))).toMatch(/does not answer in time/);
  });

  it('that stays silent is refused when all the time there is has gone', async () => {
    expect(problemOf(await readServer(() => clearMemory(), { allWithin: 300 }))).toMatch(/It takes longer than/);
  });

  it('that stumbles once is asked again', async () => {
    let stumbled = false;
    const { ids } = await readServer(({ page }, response) => {
      if (page !== 2 || stumbled) return json(response, v3Page(page));
      stumbled = true;
      return void bare(response, 503);
    });
    expect(ids).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('that is not there is refused', async () => {
    const server = await directoryServer(() => undefined);
    await server.close();
    expect(problemOf(await readFrom(server.address))).toMatch(/cannot be reached/);
    expect(problemOf(await readFrom('http://'))).toMatch(/is no address/);
  });
});

describe('a file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'directory-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it.each([
    ['a page', 'page.json', JSON.stringify(v3Page(1), null, 2), ['a', 'b']],
    ['a bare list with a mark at its beginning', 'list.json', `\uFEFF${JSON.stringify(services)}`, ['a', 'b', 'c', 'd', 'e']],
    ['one service', 'one.json', JSON.stringify(v3Service({ id: 'a' })), ['a']],
    ['lines', 'lines.jsonl', `${services.map((service) => JSON.stringify(service)).join('\r\n')}\n\n`, ['a', 'b', 'c', 'd', 'e']],
    ['pages one after the other', 'pages.json', `${JSON.stringify(v3Page(1))}\n${JSON.stringify(v3Page(2))}`, ['a', 'b', 'c', 'd']],
    ['an empty list', 'none.json', '{"contents":[]}', []],
    ['a spreadsheet', 'sheet.csv', 'id,name\na,Bench\n', ['a']],
  ])('may hold %s', async (_what, name, text, ids) => {
    const outcome = await readFrom(write(name, text));
    expect(outcome).toMatchObject({ read: { kind: 'read', complete: true }, ids });
  });

  it('with one broken record hands that on as text, and the rest as records', async () => {
    expect((await readFrom(write('lines.jsonl', '{"id":"a"}\n{"id":"b",\n{"id":"c"}\n'))).ids).toEqual(['a', '{"id":"b",', 'c']);
    expect((await readFrom(write('list.json', '[{"id":"a"},{"id":oops},{"id":"c"}]'))).ids).toEqual(['a', '{"id":oops}', 'c']);
  });

  it('in a folder comes after the one before it', async () => {
    write('2.json', JSON.stringify(v3Page(2)));
    write('1.json', JSON.stringify(v3Page(1)));
    write('notes.md', 'not read');
    expect((await readFrom(folder)).ids).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['ends in the middle', 'half.json', JSON.stringify(v3Page(1)).slice(0, 500), /ends in the middle\. Export or copy it again/],
    ['is empty', 'empty.json', ' \n', /is empty/],
    ['is no JSON', 'page.json', 'hello', /It is not JSON/],
    ['closes what was never opened', 'page.json', '[1]]', /closed that was never opened/],
    ['is a workbook', 'book.csv', 'PK\u0003\u0004', /Save it as “CSV UTF-8”/],
    ['names nothing', 'sheet.csv', 'colour\nred\n', /no heading “name”/],
  ])('that %s is refused', async (_what, name, text, says) => {
    expect(problemOf(await readFrom(write(name, text)))).toMatch(says);
  });

  it('that is not there, is too long or has too many rows is refused', async () => {
    expect(problemOf(await readFrom(path.join(folder, 'none.json')))).toMatch(/There is no file or folder/);
    expect(problemOf(await readFrom(folder))).toMatch(/holds no \.json/);
    const file = write('list.json', JSON.stringify(services));
    expect(problemOf(await readFrom(file, { bytes: 100 }))).toMatch(/at most/);
    expect(problemOf(await readFrom(file, { rows: 4 }))).toMatch(/more than 4 rows/);
  });
});

it('a source is named after its host or its file', () => {
  expect(['https://directory.example.org/o/x/services?page=1', '/data/york.oruk-v3.json', 'folder/', 'a\\b\\sheet.csv'].map(sourceName)).toEqual(['directory.example.org', 'york', 'folder', 'sheet']);
});
