import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { type BringIn, bringIn, type BroughtIn } from '../../src/directory/bringIn';
import { loadDirectory, saveDirectory } from '../../src/directory/catalogueFile';
import { importReport } from '../../src/directory/importReport';
import { obey, readArguments } from '../../src/directoryCommand';
import { directoryServer, json } from './directoryServer';
import { v1Service, v3Service } from './feeds';

let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'directory-'));
  kept = path.join(folder, 'kept', 'directory.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

function feed(name: string, services: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof services === 'string' ? services : JSON.stringify(services));
  return file;
}
const many = (count: number, more: Record<string, unknown> = {}): unknown[] => Array.from({ length: count }, (_, at) => v3Service({ id: `s${at}`, name: `Service ${at}`, ...more }));
const bring = (source: string, more: Partial<BringIn> = {}): Promise<BroughtIn> => bringIn({ source, file: kept, day: '2026-11-01', write: true, ...more });
const report = (result: BroughtIn): string => importReport(result, { all: false });

it('brings in what can be read, names each row that cannot, and finds all of it again', async () => {
  const result = await bring(feed('brookside.json', [v3Service({ id: 'a' }), v3Service({ id: 'a', name: 'Twin' }), v3Service({ id: 'b', name: '' }), 'words', v1Service({ assured_date: 'spring' })]));
  expect(report(result)).toBe(
    [
      'Imported: 5 rows from brookside.',
      'New: 2. Changed: 0. The same: 0. Withdrawn: 0. Back again: 0. Not readable: 3.',
      'Some rows have no id, so it is not known which services they are: nothing is taken as withdrawn this time.',
      '',
      'Not readable, the rest came in: 3',
      '  “Twin” (row 2): Its id “a” stands at “Potting shed mornings” already. The first one is kept; give each service an id of its own.',
      '  the service “b” (row 3): It has no name. Write one into “name”.',
      '  row 4: It is not JSON: a comma, a quotation mark or a brace is missing or too many. Export it again.',
      '',
      'Came in, with something left out: 1',
      '  “Chair-based movement” (row 5): “assured_date” should be a day, but is “spring”: left out.',
    ].join('\n'),
  );
  const read = await loadDirectory(kept);
  expect(read).toMatchObject({ kind: 'read', directory: { imports: [{ source: 'brookside', day: '2026-11-01', services: 2 }], entries: [{ listing: { name: 'Potting shed mornings' } }, { listing: { name: 'Chair-based movement' } }] } });
  expect(readdirSync(path.dirname(kept))).toEqual(['directory.jsonl']);
  expect(statSync(kept).mode & 0o077).toBe(0);
});

it('takes no day that is still to come for the day on which somebody looked', async () => {
  const result = await bring(feed('brookside.json', [v3Service({ id: 'a', assured_date: '2027-03-01', last_modified: '2026-10-01T09:00:00Z' }), v3Service({ id: 'b', name: 'Today', assured_date: '2026-11-01' })]));
  expect(report(result)).toContain('“Potting shed mornings” (row 1): It says that it was last checked on 2027-03-01, a day still to come: left out.');
  const read = await loadDirectory(kept);
  if (read.kind !== 'read') throw new Error(read.kind);
  expect(read.directory.entries.map(({ listing }) => [listing.assuredDate, listing.lastModified])).toEqual([[undefined, '2026-10-01'], ['2026-11-01', expect.anything()]]);
});

it('writes the same file when the same comes again', async () => {
  const source = feed('brookside.json', many(30));
  await bring(source);
  const before = readFileSync(kept, 'utf8');
  const again = await bring(source);
  expect(again).toMatchObject({ kind: 'done', merged: { unchanged: 30, fresh: [] } });
  expect(readFileSync(kept, 'utf8')).toBe(before);
});

it('check reads and compares, and writes nothing', async () => {
  expect(report(await bring(feed('brookside.json', many(3)), { write: false }))).toMatch(/^Checked, nothing was written: 3 rows/);
  expect(existsSync(kept)).toBe(false);
});

it('changes nothing when a server stops half-way', async () => {
  await bring(feed('brookside.json', many(3)));
  const before = readFileSync(kept, 'utf8');
  const server = await directoryServer(({ page }, response) => (page === 1 ? json(response, { last_page: false, contents: many(2, { fees_description: '£9' }) }) : response.destroy()));
  const result = await bring(server.address, { name: 'brookside', limits: { bytes: 1e6, pageBytes: 1e6, rows: 100, pages: 10, answerWithin: 2_000, allWithin: 10_000, retries: 0, pause: 1 } });
  await server.close();
  expect(report(result)).toMatch(/broke off at \/services\?page=2.*Try again later/);
  expect(readFileSync(kept, 'utf8')).toBe(before);
});

it('refuses that most services are gone, until somebody says so', async () => {
  await bring(feed('brookside.json', many(30)));
  const source = feed('brookside.json', many(10));
  expect(report(await bring(source))).toBe('20 of 30 services of brookside are missing this time. That is more likely a broken feed than so many endings, so nothing was changed. If they did end, add --withdraw-many.');
  expect(await bring(source, { withdrawMany: true })).toMatchObject({ kind: 'done', merged: { withdrawn: { length: 20 } } });
});

it('refuses the same services under a second name, unless that is wished', async () => {
  await bring(feed('brookside-october.json', many(5)));
  const source = feed('brookside-november.json', many(5));
  expect(report(await bring(source))).toMatch(/are in the directory already, under the name brookside-october\. If it is the same source, add --name brookside-october/);
  expect(await bring(source, { name: 'brookside-october' })).toMatchObject({ kind: 'done', merged: { unchanged: 5 } });
  expect(await bring(source, { name: 'another' })).toMatchObject({ kind: 'done', merged: { fresh: { length: 5 } } });
});

it('refuses a source in which nothing can be read', async () => {
  expect(report(await bring(feed('none.json', '[]')))).toMatch(/^No service in .* could come in, so nothing was changed\.$/);
});

it('refuses a kept file that is damaged, and names the line', async () => {
  await bring(feed('brookside.json', many(3)));
  const lines = readFileSync(kept, 'utf8').split('\n');
  writeFileSync(kept, [...lines.slice(0, 2), '{"listing":', ...lines.slice(3)].join('\n'));
  expect(report(await bring(feed('brookside.json', many(3))))).toMatch(/^Line 3 of .* is damaged\. Put back a copy/);
  writeFileSync(kept, 'something else\n');
  expect(await loadDirectory(kept)).toMatchObject({ kind: 'refused', problem: expect.stringMatching(/is not a directory that this program wrote/) as string });
});

it('waits for nobody: a second import at once is refused, and a mark that a crash left is not', async () => {
  await bring(feed('brookside.json', many(1)));
  writeFileSync(`${kept}.importing`, String(process.pid));
  expect(report(await bring(feed('brookside.json', many(1))))).toMatch(/Another import into .* is going on/);
  writeFileSync(`${kept}.importing`, '99999999');
  expect(await bring(feed('brookside.json', many(1)))).toMatchObject({ kind: 'done' });
});

it('waits for an import on another machine that shares the file, and takes over what a machine left that is gone', async () => {
  await bring(feed('brookside.json', many(1)));
  const mark = `${kept}.importing`;
  const markedBy = (owner: string, on: string): void => {
    writeFileSync(mark, owner);
    utimesSync(mark, new Date(on), new Date(on));
  };
  markedBy('99999999 its-own another-machine', '2199-01-01');
  expect(report(await bring(feed('brookside.json', many(1))))).toMatch(/Another import into .* is going on/);
  markedBy('99999999 its-own another-machine', '2020-01-01');
  expect((await bring(feed('brookside.json', many(1)))).kind).toBe('done');
  markedBy(`${process.pid} one-that-had-this-number-before ${hostname()}`, '2199-01-01');
  expect((await bring(feed('brookside.json', many(1)))).kind).toBe('done');
});

it('the new file is put in place whole: what is half written beside it is never read', async () => {
  await bring(feed('brookside.json', many(2)));
  writeFileSync(`${kept}.new`, '{"half');
  expect(await loadDirectory(kept)).toMatchObject({ directory: { entries: { length: 2 } } });
  await saveDirectory(kept, { imports: [], entries: [] });
  expect(existsSync(`${kept}.new`)).toBe(false);
});

describe('the command', () => {
  const run = async (...args: string[]): Promise<{ code: number; text: string }> => {
    const wish = readArguments(args);
    return typeof wish === 'string' ? { code: 2, text: wish } : obey(wish, kept, '2026-11-01');
  };

  it('imports, lists and finds', async () => {
    expect(await run('import', feed('brookside.json', many(2)))).toMatchObject({ code: 0 });
    expect((await run('list', 'service', '1')).text).toMatch(/brookside: 2 services, imported on 2026-11-01 from .*\n\nbrookside-s1 {2}Service 1 \(Brookside Growers; ZZ1 1ZZ; active; last checked on 2026-09-01\)\n1 of 2 services\.$/);
  });

  it('without a source brings in again every one that was brought in before, and one that fails leaves the others', async () => {
    expect(await run('import')).toMatchObject({ code: 2, text: expect.stringMatching(/needs a SOURCE/) as string });
    const [brookside, hillside] = [feed('brookside.json', many(2)), feed('hillside.json', [v3Service({ id: 'h', name: 'Hill walk' })])];
    await run('import', brookside);
    await run('import', hillside);
    feed('brookside.json', many(3));
    const again = await run('import');
    expect(again).toMatchObject({ code: 0, text: expect.stringMatching(/3 rows from brookside[\s\S]*1 row from hillside/) as string });
    rmSync(brookside);
    const broken = await run('import');
    expect(broken).toMatchObject({ code: 1, text: expect.stringMatching(/1 row from hillside/) as string });
    expect(await loadDirectory(kept)).toMatchObject({ directory: { entries: { length: 4 } } });
    expect(await run('check', '--name', 'hillside')).toMatchObject({ code: 0, text: expect.not.stringMatching(/brookside/) as string });
  });

  it('writes the template once, and what was filled in comes in', async () => {
    const file = path.join(folder, 'ours.csv');
    expect(await run('template', file)).toMatchObject({ code: 0 });
    expect(await run('--template', file)).toMatchObject({ code: 1, text: expect.stringMatching(/was not touched/) as string });
    writeFileSync(file, `${readFileSync(file, 'utf8').replace('Sample: Knit and natter', 'Knit and natter')}`);
    expect(await run('import', file, '--name', 'ours')).toMatchObject({ code: 0 });
  });

  it('shows what is proposed with its words, and keeps what a person says through the next import', async () => {
    const source = feed('brookside.json', [v3Service({ id: 'a', description: 'A small friendly gardening group. Drop in, no need to book.' })]);
    await run('import', source);
    expect((await run('tags', 'potting')).text).toMatch(/brookside-a {2}Potting shed mornings\n(?:.*\n)* {2}rhythm: drop-in \(proposed: “drop in”/i);
    expect(await run('tag', 'brookside-a', 'rhythm=regular', '--by', 'service lead')).toMatchObject({ code: 0 });
    await run('import', feed('brookside.json', [v3Service({ id: 'a', description: 'New words. Drop in.' })]));
    expect((await run('tags', 'brookside-a')).text).toContain('  rhythm: regular (confirmed by service lead on 2026-11-01)');
    for (const said of ['rhythm=sometimes', 'colour=red']) expect(await run('tag', 'brookside-a', said, '--by', 'service lead')).toMatchObject({ code: 1 });
    expect(await run('tag', 'brookside-z', 'rhythm=regular', '--by', 'service lead')).toMatchObject({ code: 1, text: expect.stringMatching(/No service with the id brookside-z/) as string });
    expect(await run('tag', 'brookside-a', 'rhythm=regular')).toMatchObject({ code: 2 });
  });

  it('ends with 1 when a row could not be read, and with 2 when an argument is wrong', async () => {
    expect(await run('check', feed('brookside.json', [...many(1), {}]))).toMatchObject({ code: 1 });
    for (const args of [['import', 'a', 'b'], ['sing'], ['list', '--loud'], ['import', 'a', '--name']]) expect(await run(...args)).toMatchObject({ code: 2 });
  });

  it('gives the report as one JSON object when asked', async () => {
    const { text } = await run('check', feed('brookside.json', many(2)), '--json');
    expect(JSON.parse(text)).toMatchObject({ kind: 'done', rows: 2, merged: { entries: 2, fresh: { length: 2 } } });
  });
});
