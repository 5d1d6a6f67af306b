/** An administrator checks in the chat what is said of activities: most of it in one tap, what is wrong one by one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringIn } from '../src/directory/bringIn';
import { correctTag } from '../src/directory/correctTag';
import { directoryDesk } from '../src/directoryDesk';
import { settledInChat } from '../src/domain/activities/tagsToCheck';
import { openCatalogue, type OpenedCatalogue } from '../src/openCatalogue';
import { openSqliteStore, type SqliteStore } from '../src/store/sqliteStore';
import { ada, everything, riverside } from './support/riverside';
import { sam, Talk, World, wren } from './support/talk';
import { openCase } from './support/walk';

const garden = { id: 'g1', name: 'Bramble Lane garden mornings', description: 'Come and dig, sow and pot on at our community garden. A small friendly group, tea after. Drop in on Tuesday mornings.', fees: 'Free', status: 'active', assured_date: '2026-10-20' };
const choir = { id: 'c1', name: 'Sing Out community choir', description: 'A relaxed singing group for adults. No auditions. Thursday evenings, two pounds.', status: 'active', assured_date: '2026-10-20' };
const bench = { id: 'b1', name: 'The Friday bench', description: 'Some say that it is a walk. Some say that it is not.', status: 'active', assured_date: '2026-10-20' };

let folder: string;
let file: string;
let stores: SqliteStore[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'threefold-tags-'));
  file = path.join(folder, 'directory.jsonl');
  stores = [];
  await bring([garden, choir, bench], '2026-10-30');
});
afterEach(async () => {
  for (const { cases } of stores) await cases.close();
  rmSync(folder, { recursive: true });
});

async function bring(services: readonly unknown[], day: string): Promise<void> {
  writeFileSync(path.join(folder, 'brookside.json'), JSON.stringify(services));
  expect(await bringIn({ source: path.join(folder, 'brookside.json'), file, day, write: true, withdrawMany: true })).toMatchObject({ kind: 'done' });
}

type Instance = { readonly world: World; readonly shelf: OpenedCatalogue; readonly goRound: () => Promise<void> };

/** Another instance on the same two files. */
async function instance(): Promise<Instance> {
  const shelf = await openCatalogue({ directoryFile: file, sampleData: false });
  if (shelf.kind === 'refused') throw new Error(shelf.problem);
  const store = openSqliteStore(path.join(folder, 'cases.sqlite'));
  stores.push(store);
  const world = new World({ administrators: [ada.id] });
  if ((await store.organisation.load()).length === 0) await store.organisation.append(0, riverside);
  Object.assign(world.parts, { catalogue: shelf.catalogue, learnt: store.learnt, organisation: store.organisation, directory: directoryDesk(file, shelf.listed) });
  const goRound = async (): Promise<void> => expect(await shelf.refresh(settledInChat(await store.learnt.load()).corrections)).toBeUndefined();
  return { world, shelf, goRound };
}

const known = ({ shelf }: Instance, id: string) => shelf.catalogue().activities.find((one) => one.id === `brookside-${id}`)!;

async function checking(one: Instance): Promise<Talk> {
  const admin = await new Talk(one.world, ada).say('directory');
  return admin.press(/^Check them one by one/);
}

it('shows what is most used first, with the words that led to each, and keeps all of it in one tap', async () => {
  const one = await instance();
  await one.world.parts.learnt.keep({ type: 'ActivityTried', activity: 'brookside-c1', day: '2026-10-31', found: 'well' });
  const admin = await new Talk(one.world, ada).say('directory');
  expect(admin.text).toMatch(/3 of 3 to look at/);
  await admin.press(/^Check them one by one/);
  expect(admin.text).toMatch(/^Sing Out community choir/);
  expect(admin.text).toMatch(/About: music\n“choir” in its name/);
  await admin.press('All of this is right');
  expect(admin.text).toMatch(/Kept. Here is the next one/);
  expect(admin.text).not.toMatch(/Sing Out/);
  expect((await new Talk(one.world, ada).say('directory')).text).toMatch(/2 of 3 to look at/);
});

it('is opened by one word as well, by an administrator alone', async () => {
  const one = await instance();
  expect((await new Talk(one.world, ada).say('tags')).text).toMatch(/Is this right\? Tap what is not/);
  expect((await new Talk(one.world, sam).say('tags')).text).not.toMatch(/Is this right/);
});

it('says that something was kept only where it was', async () => {
  const one = await instance();
  const admin = await new Talk(one.world, ada).say('tags');
  for (let press = 0; press < 3; press++) await admin.press(/^(All of this is right|I have looked at this)$/);
  expect(admin.text).toContain('Kept. All activities were looked at.');
  await admin.say('tags');
  expect(admin.text).toContain('All activities were looked at.');
  expect(admin.text).not.toContain('Kept.');
});

it('lets what is wrong be put right: it counts for everybody, also on another instance, and after an import that says otherwise', async () => {
  const [one, other] = [await instance(), await instance()];
  const admin = await new Talk(one.world, ada).say('directory');
  await admin.press('Find one');
  await admin.press('Find', { 'Words of its name': 'bramble' });
  expect(admin.text).toMatch(/^Bramble Lane/);
  await admin.press(/^Cost: free/);
  expect(admin.text).toMatch(/“Free” in its cost/i);
  await admin.press('Keep this', { 'Pounds (0 for free)': 'a fiver' });
  expect(admin.text).toMatch(/cannot read that/);
  expect(JSON.stringify(admin.json)).toContain('a fiver');
  await admin.press('Keep this', { 'Pounds (0 for free)': '3' });
  expect(admin.text).toMatch(/Cost: £3 \(Ada Stone, Monday 2 November\)/);
  expect([known(one, 'g1').pounds, known(other, 'g1').pounds]).toEqual([0, 0]);
  for (const each of [one, other]) await each.goRound();
  expect([known(one, 'g1').pounds, known(other, 'g1').pounds]).toEqual([3, 3]);

  await bring([{ ...garden, fees: 'Free for everybody' }, choir, bench], '2026-11-03');
  for (const each of [one, other]) await each.goRound();
  expect([known(one, 'g1').pounds, known(other, 'g1').pounds]).toEqual([3, 3]);
  expect(known(await restarted(), 'g1').pounds).toBe(3);
});

const restarted = async (): Promise<Instance> => {
  const again = await instance();
  await again.goRound();
  return again;
};

it('says of a list whether there may be more, and takes away what is not so', async () => {
  const one = await instance();
  const admin = await new Talk(one.world, ada).pressAgain({ title: 'typed', verb: 'check-tags', data: { activity: 'brookside-g1' } });
  await admin.press('Add or change', { 'Something that is not above': ['Made easier'] });
  await admin.press('Keep: there may be more', { 'Choose all that fit': ['Step-free', 'Seated'] });
  await one.goRound();
  expect(known(one, 'g1')).toMatchObject({ access: ['step-free', 'seated'], inPart: expect.arrayContaining(['access']) });
  one.world.now = '2026-11-02T10:01:00.000Z';
  await admin.press('Add or change', { 'Something that is not above': ['Made easier'] });
  await admin.press('Keep: this is all', { 'Choose all that fit': ['Step-free'] });
  await one.goRound();
  expect(known(one, 'g1').access).toEqual(['step-free']);
  expect(known(one, 'g1').inPart).not.toContain('access');
  await admin.press(/^Company: a small group/);
  await admin.press('It is not known');
  await one.goRound();
  expect(known(one, 'g1').company).toBeUndefined();
});

it('changes nothing of what is offered by being confirmed: the words by which it is found and its hours stay', async () => {
  const one = await instance();
  const before = one.shelf.catalogue();
  const admin = await new Talk(one.world, ada).pressAgain({ title: 'typed', verb: 'check-tags', data: { activity: 'brookside-g1' } });
  await admin.press('All of this is right');
  await one.goRound();
  expect(one.shelf.catalogue()).toBe(before);
  expect((await restarted()).shelf.catalogue()).toEqual(before);
});

it('comes back to be looked at when its listing changes', async () => {
  const one = await instance();
  const admin = await checking(one);
  for (let left = 3; left > 0; left--) await admin.press(/^(?:All of this is right|I have looked at this)$/);
  expect(admin.text).toMatch(/All activities were looked at[\s\S]*All were looked at/);
  await bring([garden, { ...choir, description: 'A singing group for women only, three pounds.' }, bench], '2026-11-09');
  await one.goRound();
  await admin.say('directory');
  expect(admin.text).toMatch(/1 of 3 to look at/);
  await admin.press(/^Check them one by one/);
  expect(admin.text).toMatch(/^Sing Out/);
});

it('goes on to the next when there is no time for this one, and confirms nothing that was not on the card', async () => {
  const one = await instance();
  const admin = await checking(one);
  const first = admin.text;
  const confirm = admin.find(/^(?:All of this is right|I have looked at this)$/);
  await admin.press('Later');
  expect(admin.text).not.toBe(first);
  await bring([garden, choir, bench].map((each) => ({ ...each, description: 'A walking group outdoors for men only. £4.' })), '2026-11-09');
  await one.goRound();
  await admin.pressAgain(confirm);
  expect(admin.text).toMatch(/changed since you saw it/);
  expect((await one.world.parts.learnt.load()).length).toBe(0);
});

it('is kept once when the answer was lost and the press comes again', async () => {
  const one = await instance();
  const admin = await checking(one);
  await admin.press('Later');
  const press = admin.find('All of this is right');
  await admin.pressAgain(press);
  await admin.pressAgain(press);
  expect(admin.text).toMatch(/Kept/);
  expect((await one.world.parts.learnt.load()).length).toBe(1);
});

it('stands over what was said at the terminal before, and gives way to what is said there later', async () => {
  const one = await instance();
  const atTheTerminal = (values: readonly string[], on: string) => correctTag(file, { listing: 'brookside-g1', field: 'pounds', values, by: 'service lead', on });
  await atTheTerminal(['1'], '2026-10-31');
  const admin = await new Talk(one.world, ada).pressAgain({ title: 'typed', verb: 'show-tag', data: { activity: 'brookside-g1', which: 'pounds' } });
  expect(admin.text).toMatch(/£1, as service lead, Saturday 31 October said/);
  await admin.press('Keep this', { 'Pounds (0 for free)': '2' });
  await one.goRound();
  expect(known(one, 'g1').pounds).toBe(2);
  await atTheTerminal(['5'], '2026-11-20');
  await one.goRound();
  expect(known(one, 'g1').pounds).toBe(5);
});

it('keeps who did it, beside it and in the audit trail, and no name', async () => {
  const one = await instance();
  const admin = await checking(one);
  await admin.press('Later');
  await admin.press('All of this is right');
  expect(await one.world.parts.learnt.load()).toEqual([expect.objectContaining({ type: 'TagsSettled', by: ada.id, at: one.world.now, whole: true })]);
  expect(await everything(one.world)).toContainEqual(expect.objectContaining({ by: ada.id, verb: 'administer', what: 'TagsSettled', outcome: 'done' }));
});

it('is for administrators alone, and takes nothing that the lists do not have', async () => {
  const one = await instance();
  for (const [verb, data] of [['check-tags', {}], ['show-tag', { activity: 'brookside-g1', which: 'pounds' }], ['confirm-tags', { activity: 'brookside-g1', seen: '' }], ['change-tag', { activity: 'brookside-g1', field: 'pounds', values: '9' }], ['find-service', { words: 'bramble' }]] as const) {
    expect((await new Talk(one.world, sam).pressAgain({ title: 'forged', verb, data })).text).toMatch(/for administrators/);
  }
  const admin = new Talk(one.world, ada);
  await admin.pressAgain({ title: 'forged', verb: 'change-tag', data: { activity: 'elsewhere-1', field: 'pounds', values: '9' } });
  expect(admin.text).toMatch(/not on offer any more/);
  await admin.pressAgain({ title: 'forged', verb: 'change-tag', data: { activity: 'brookside-g1', field: 'madeFor', values: 'somebody-nasty' } });
  await admin.pressAgain({ title: 'forged', verb: 'change-tag', data: { activity: 'brookside-g1', field: 'company', values: 'huge' } });
  await admin.pressAgain({ title: 'forged', verb: 'change-tag', data: { activity: 'brookside-g1', field: 'company', values: 'small,big' } });
  expect(await one.world.parts.learnt.load()).toEqual([]);
});

it('shuts the door that the listing left open: what was put right decides what a person is offered', async () => {
  const one = await instance();
  const talk = await openCase(one.world, { name: 'Mrs K', year: '1955' });
  await talk.say('interests: she loved her garden and growing things');
  const offered = async (): Promise<readonly string[]> => (await one.world.caseOf(wren)).options().options.map(({ activity }) => activity.name);
  expect(await offered()).toContain(garden.name);
  const admin = await new Talk(one.world, ada).pressAgain({ title: 'typed', verb: 'show-tag', data: { activity: 'brookside-g1', which: 'status' } });
  await admin.press('Keep this', { 'It is': ['Closed'] });
  await one.goRound();
  expect(await offered()).not.toContain(garden.name);
});
