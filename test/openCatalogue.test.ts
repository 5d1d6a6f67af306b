import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadActivities } from '../src/content/loadActivities';
import { loadDirectory, loadEntries } from '../src/directory/catalogueFile';
import { bringIn } from '../src/directory/bringIn';
import { openCatalogue, type OpenedCatalogue } from '../src/openCatalogue';
import { World } from './support/talk';
import { openCase } from './support/walk';

let folder: string;
let directoryFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'threefold-catalogue-'));
  directoryFile = path.join(folder, 'directory.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const garden = { id: 'g1', name: 'Bramble Lane garden mornings', description: 'Come and dig, sow and pot on at our community garden. A small friendly group, tea after. Free. Drop in on Tuesday mornings.', status: 'active', assured_date: '2026-10-20' };
const choir = { id: 'c1', name: 'Sing Out community choir', description: 'A relaxed singing group for adults. No auditions. Thursday evenings, two pounds.', status: 'active', assured_date: '2026-10-20' };

async function bring(services: readonly unknown[], day: string): Promise<void> {
  const source = path.join(folder, 'brookside.json');
  writeFileSync(source, JSON.stringify(services));
  const brought = await bringIn({ source, file: directoryFile, day, write: true, withdrawMany: true });
  expect(brought.kind).toBe('done');
}
async function opened(more = {}): Promise<OpenedCatalogue> {
  const shelf = await openCatalogue({ directoryFile, sampleData: true, ...more });
  if (shelf.kind === 'refused') throw new Error(shelf.problem);
  return shelf;
}
const namesIn = ({ catalogue }: OpenedCatalogue): readonly string[] => catalogue().activities.map(({ name }) => name);

describe('the catalogue of a service', () => {
  it('is its directory, and then no invented activity is among them', async () => {
    await bring([garden, choir], '2026-11-01');
    const shelf = await opened();
    expect(namesIn(shelf)).toEqual([garden.name, choir.name]);
    expect(shelf.catalogue().version).toBe('directory 2026-11-01');
    expect(shelf.catalogue().activities.every(({ sample }) => !sample)).toBe(true);
  });

  it('is what the next import says, while the bot runs', async () => {
    await bring([garden, choir], '2026-11-01');
    const shelf = await opened();
    const before = shelf.catalogue();
    expect([await shelf.refresh(), shelf.catalogue()]).toEqual([undefined, before]);
    await bring([choir], '2026-11-08');
    expect(await shelf.refresh()).toBeUndefined();
    expect(namesIn(shelf)).toEqual([choir.name]);
  });

  it('stays as it was when the file goes away meanwhile, says so once, and goes on when it is back', async () => {
    await bring([garden], '2026-11-01');
    const shelf = await opened();
    rmSync(directoryFile);
    expect(await shelf.refresh()).toMatch(/is not there any more/);
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [garden.name]]);
    await bring([choir], '2026-11-08');
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [choir.name]]);
  });

  it('stays as it was when the file is spoilt meanwhile, and says so; at the start it is refused', async () => {
    await bring([garden], '2026-11-01');
    const shelf = await opened();
    writeFileSync(directoryFile, 'something else');
    expect(await shelf.refresh()).toMatch(/is not a directory that this program wrote/);
    expect(namesIn(shelf)).toEqual([garden.name]);
    expect(await openCatalogue({ directoryFile, sampleData: true })).toMatchObject({ kind: 'refused' });
  });

  it('tells of a spoilt file once, also of one that cannot be opened at all, and reads the next good one', async () => {
    await bring([garden], '2026-11-01');
    const shelf = await opened();
    rmSync(directoryFile);
    mkdirSync(directoryFile);
    expect(await shelf.refresh()).toMatch(/cannot be read/);
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [garden.name]]);
    rmSync(directoryFile, { recursive: true });
    await bring([choir], '2026-11-08');
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [choir.name]]);
  });

  it.each([
    ['cannot be read', async () => Promise.reject(new Error('EIO'))],
    ['is found damaged', async () => ({ kind: 'refused' as const, problem: 'Line 2 cannot be read' })],
  ])('is read again at the next look when it %s for a moment, though the file is the same, and that is said once', async (_how, trouble) => {
    await bring([garden], '2026-11-01');
    let isAway = false;
    const shelf = await openCatalogue({ directoryFile, sampleData: true }, { loadEntries, loadDirectory: (file) => (isAway ? trouble() : loadDirectory(file)) });
    if (shelf.kind === 'refused') throw new Error(shelf.problem);
    await bring([choir], '2026-11-08');
    isAway = true;
    expect(await shelf.refresh()).toMatch(/cannot be read/);
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [garden.name]]);
    isAway = false;
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [choir.name]]);
    await bring([garden], '2026-11-09');
    isAway = true;
    expect(await shelf.refresh()).toMatch(/cannot be read/);
  });

  it('reads again what was settled when that could not be read for a moment', async () => {
    await bring([garden], '2026-11-01');
    let isAway = false;
    const shelf = await openCatalogue({ directoryFile, sampleData: true }, { loadDirectory, loadEntries: async (file, ids) => (isAway ? Promise.reject(new Error('EIO')) : loadEntries(file, ids)) });
    if (shelf.kind === 'refused') throw new Error(shelf.problem);
    const { id } = shelf.catalogue().activities[0]!;
    const settled = new Map([[id, [{ listing: id, field: 'access' as const, values: ['step-free'], by: 'ada', on: '2026-11-02' }]]]);
    isAway = true;
    expect(await shelf.refresh(settled)).toMatch(/cannot be read/);
    const before = shelf.catalogue();
    isAway = false;
    expect(await shelf.refresh(settled)).toBeUndefined();
    expect(shelf.catalogue()).not.toBe(before);
  });

  it('does not become empty when the file goes away at the very moment when it is read', async () => {
    await bring([garden], '2026-11-01');
    let goes = false;
    const shelf = await openCatalogue({ directoryFile, sampleData: true }, { loadEntries, loadDirectory: (file) => loadDirectory(goes ? `${file}.gone` : file) });
    if (shelf.kind === 'refused') throw new Error(shelf.problem);
    await bring([choir], '2026-11-08');
    goes = true;
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([expect.stringMatching(/is not there any more/), [garden.name]]);
    goes = false;
    expect([await shelf.refresh(), namesIn(shelf)]).toEqual([undefined, [choir.name]]);
  });

  it('is empty before the first import, with what to do', async () => {
    const shelf = await opened();
    expect([namesIn(shelf), shelf.remarks]).toEqual([[], [expect.stringContaining('npm run directory -- import')]]);
  });

  it('without a directory is the invented sample, or nothing', async () => {
    const sample = await openCatalogue({ sampleData: true });
    const none = await openCatalogue({ sampleData: false });
    expect([sample, none].map((shelf) => (shelf.kind === 'opened' ? shelf.catalogue() : shelf))).toEqual([loadActivities(), { version: 'none', activities: [] }]);
  });
});

it('offers what was brought in to somebody who loves a garden, with what has to be asked first', async () => {
  await bring([garden, choir], '2026-10-30');
  const { catalogue } = await opened();
  const world = new World();
  Object.assign(world.parts, { catalogue });
  const talk = await openCase(world, { name: 'Mrs K', year: '1955' });
  await talk.say('interests: she loved her garden and growing things');
  await talk.say('options');
  expect(talk.text).toContain(garden.name);
  expect(talk.text).not.toContain(choir.name);
});
