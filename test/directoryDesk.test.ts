/** An administrator brings a source in again from the chat, while everybody works on. */
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringIn } from '../src/directory/bringIn';
import { usualLimits, type LookedAt } from '../src/directory/sourceLimits';
import { directoryDesk } from '../src/directoryDesk';
import { directoryServer, json, type DirectoryServer } from './directory/directoryServer';
import { v3Service } from './directory/feeds';
import { ada, riverside } from './support/riverside';
import { sam, Talk, World } from './support/talk';

let folder: string;
let server: DirectoryServer;
let names: string[];
let letIn: () => void;
let gate: Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'directory-desk-'));
  names = ['Potting', 'Singing'];
  gate = Promise.resolve();
  server = await directoryServer((_asked, response) => void gate.then(() => json(response, { contents: names.map((name, id) => v3Service({ id: `s${id}`, name })), total_items: names.length, total_pages: 1, page_number: 1 })));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function service(look: (url: URL) => Promise<LookedAt> = async () => ({ kind: 'found', addresses: ['127.0.0.1'] })): Promise<{ world: World; idle: () => Promise<void> }> {
  const file = path.join(folder, 'directory.jsonl');
  await bringIn({ source: server.address, name: 'town', file, day: '2026-10-01', write: true });
  writeFileSync(path.join(folder, 'own.json'), JSON.stringify([v3Service({ id: 'x', name: 'Own' })]));
  await bringIn({ source: path.join(folder, 'own.json'), file, day: '2026-10-01', write: true });
  const world = new World({ administrators: [ada.id] });
  await world.parts.organisation.append(0, riverside);
  const directory = directoryDesk(file, () => [], { ...usualLimits, look });
  Object.assign(world.parts, { directory });
  const idle = async (): Promise<void> => {
    while ((await directory.sources('2026-11-02')).some(({ run }) => run?.state === 'going-on')) await new Promise((resolve) => setImmediate(resolve));
  };
  return { world, idle };
}

it('shows the sources, goes on in the background, and says at the next look what came in', async () => {
  const { world, idle } = await service();
  const admin = await new Talk(world, ada).say('directory');
  expect(admin.text).toMatch(/town[\s\S]*2 on offer\.[\s\S]*own[\s\S]*1 on offer/);
  gate = new Promise((resolve) => (letIn = resolve));
  names = ['Potting', 'Singing', 'Walking'];
  await admin.press(/^town/);
  expect(admin.text).toMatch(/Begun[\s\S]*Being brought in again/);
  await admin.pressAgain({ title: 'again', verb: 'refresh-source', data: { which: 'town' } });
  expect(admin.text).toMatch(/going on already/);
  letIn();
  await idle();
  await admin.press('Look again');
  expect(admin.text).toMatch(/3 on offer[\s\S]*Brought in again[\s\S]*New: 1. Changed: 0. The same: 2/);
  expect(await new Talk(world, ada).say('directory').then(({ text }) => text)).not.toContain('127.0.0.1');
});

it('asks no address but where a source came from, and that only when it may be asked', async () => {
  const { world, idle } = await service(async () => ({ kind: 'refused', problem: 'That is inside of the network.' }));
  const asked = server.asked.length;
  const admin = await new Talk(world, ada).say('directory');
  await admin.pressAgain({ title: 'forged', verb: 'refresh-source', data: { which: 'https://elsewhere.example.org' } });
  expect(admin.text).toMatch(/cannot be brought in from here/);
  await admin.pressAgain({ title: 'forged', verb: 'refresh-source', data: { which: 'own' } });
  expect(admin.text).toMatch(/cannot be brought in from here/);
  await admin.press(/^town/);
  await idle();
  await admin.press('Look again');
  expect(admin.text).toMatch(/Not brought in[\s\S]*inside of the network/);
  expect(server.asked).toHaveLength(asked);
});

it('is for administrators alone', async () => {
  const { world } = await service();
  const forged = await new Talk(world, sam).pressAgain({ title: 'forged', verb: 'refresh-source', data: { which: 'town' } });
  expect(forged.text).toMatch(/for administrators/);
  expect((await new Talk(world, sam).say('directory')).text).not.toMatch(/on offer/);
});

it('writes no directory of one source alone when the file with all of them is not there at that moment', async () => {
  const { world } = await service();
  const file = path.join(folder, 'directory.jsonl');
  const directory = world.parts.directory!;
  gate = new Promise((resolve) => (letIn = resolve));
  expect(await directory.refresh('town', '2026-11-02')).toBe('begun');
  renameSync(file, `${file}.elsewhere`);
  letIn();
  while ((await directory.refresh('town', '2026-11-02')) === 'going-on') await new Promise((resolve) => setImmediate(resolve));
  expect(existsSync(file)).toBe(false);
  renameSync(`${file}.elsewhere`, file);
  expect((await directory.sources('2026-11-02')).map(({ name, services }) => [name, services])).toEqual([['town', 2], ['own', 1]]);
});
