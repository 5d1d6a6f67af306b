/** A safety action that nobody has: who is told, when, where, and what they may read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deliverAllDue } from '../../src/app/deliverDue';
import type { CaseStore, Leases, PlaceStore } from '../../src/app/ports';
import { readCardText } from '../../src/console/cardText';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { memoryStore } from '../../src/store/memoryStore';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { talkThrough } from '../support/person';
import { everything, service } from '../support/riverside';
import { jo, planReview, sam, Talk, World, wren } from '../support/talk';
import { openCase, post, takeOnConcerns } from '../support/walk';
import { msA } from './people';

type Stores = { readonly cases: CaseStore; readonly leases: Leases; readonly places: PlaceStore };

const folder = mkdtempSync(path.join(tmpdir(), 'threefold-safety-'));
const fake = new FakeCosmos();
beforeAll(() => fake.start());
afterAll(async () => {
  await fake.stop();
  rmSync(folder, { recursive: true });
});

let count = 0;
const stores: readonly (readonly [name: string, open: () => Stores])[] = [
  ['in memory', memoryStore],
  ['in SQLite', () => openSqliteStore(path.join(folder, `${(count += 1)}.db`))],
  [
    'in a model of Cosmos DB',
    () => {
      const container = `safety-${(count += 1)}`;
      fake.has('threefold', casesContainer(container));
      return openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, onCharge: () => undefined, readsLatest: true, pause: async () => undefined });
    },
  ],
];

const words = 'Some days I just want to end it all.';
/** Nothing of this may stand where others read, in a notification or in a reminder. */
const secret = /Kowalska|end it all|suicid|safeguard|F0[1-3]|dying|their life/i;

const worldOn = ({ cases, leases, places }: Stores = memoryStore()): World => new World({}, cases, leases, places);
const inChannel = (world: World, who = sam): Talk => new Talk(world, who, { kind: 'channel', place: planReview.id });
const channel = (world: World): string[] => world.rooms.read(planReview.id);
const told = (world: World): string[] => world.rooms.told.map(({ shown }) => readCardText(shown.card).lines.join('\n'));

/** Five minutes after five minutes, as an instance that goes round now and then. */
async function until(world: World, at: string): Promise<void> {
  while (world.now < at) {
    world.now = new Date(Math.min(Date.parse(world.now) + 5 * 60_000, Date.parse(at))).toISOString();
    await world.deliverAll();
  }
}

async function raise(world: World): Promise<Talk> {
  const talk = await openCase(world, { name: 'Mrs Kowalska', year: '1955' });
  while ((await world.caseOf(wren)).step?.prompt.id !== 'OP4') await talk.say('next');
  return talk.say(words);
}

async function take(talk: Talk, owner: string): Promise<void> {
  await takeOnConcerns(talk, owner);
}

async function openConcern(talk: Talk): Promise<string> {
  await talk.say('concerns');
  await talk.press(talk.card.pressables.find(({ data }) => data['screen'] === 'concern')!.title);
  return talk.text;
}

function expectNothingPrivate(world: World): void {
  const shared = [...world.rooms.messages.values()].map(({ shown }) => JSON.stringify(shown));
  for (const text of [...shared, ...told(world), ...world.rooms.told.map(({ shown }) => shown.summary)]) expect(text).not.toMatch(secret);
}

describe.each(stores)('kept %s, an action that opens', (_name, open) => {
  it('is said in the channel, reminded of, said again to the next in line, changed when somebody has it, and then it is quiet', async () => {
    const world = worldOn(open());
    await inChannel(world).say('Safety notices here.');
    const talk = await raise(world);
    const { ref } = (await world.caseOf(wren)).state;
    expect(channel(world)).toEqual([`${ref}: a safety action is open\nWith: nobody yet (link worker Wren Alder)\nPlease get in touch with the link worker. What it is about is not written here.`]);
    expect(told(world)).toEqual([]);
    expect(await openConcern(talk)).toContain('Plan review shows that a safety action is open and whose it is, never what it is about.');
    expect(talk.text).not.toContain('A channel is never shown more');

    await until(world, '2026-11-02T11:55:00.000Z');
    expect(told(world)).toEqual([]);
    await until(world, '2026-11-02T12:00:00.000Z');
    expect(told(world)).toEqual([expect.stringContaining(`${ref}: a safety action is open\nWith: nobody yet.`)]);
    await until(world, '2026-11-02T13:55:00.000Z');
    expect(channel(world)).toHaveLength(1);
    await until(world, '2026-11-02T14:00:00.000Z');
    expect(channel(world)).toEqual([expect.stringContaining('this was said again'), expect.stringMatching(/a safety action is still open\nWith: nobody yet/)]);

    await take(talk, 'Sam Okafor, safeguarding lead');
    expect(channel(world)).toEqual([expect.stringContaining('this was said again'), expect.stringContaining(`${ref}: somebody has the safety action\nWith: Sam Okafor (link worker Wren Alder)`)]);
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(channel(world)).toHaveLength(2);
    expect(told(world)).toHaveLength(1);
    expectNothingPrivate(world);
    await world.parts.cases.close();
  });

  it('is told once, whichever of two instances comes first, also when the platform did not answer at first', async () => {
    const world = worldOn(open());
    await inChannel(world).say('safety notices here');
    world.rooms.answering = false;
    await raise(world);
    expect(channel(world)).toEqual([]);
    world.rooms.answering = true;
    world.now = '2026-11-02T10:05:00.000Z';
    await Promise.all([1, 2].map(() => deliverAllDue(world.parts)(() => world.now)));
    await until(world, '2026-11-02T11:00:00.000Z');
    expect(channel(world)).toHaveLength(1);
    await world.parts.cases.close();
  });
});

describe('where no place is marked', () => {
  it('nothing is posted; the worker reads whom to ring, once that day and once on each next one', async () => {
    const world = worldOn();
    const talk = await raise(world);
    expect(await openConcern(talk)).toContain('Nobody else was told when it came up: no channel or chat shows safety notices. You can ring: Your GP supervisor (sample), 01632 960102.');
    await until(world, '2026-11-02T18:00:00.000Z');
    expect(channel(world)).toEqual([]);
    expect(told(world)).toEqual([expect.stringContaining('a safety action is open'), expect.stringMatching(/a safety action is still open\nWith: nobody yet\. No channel shows safety notices, so I have told nobody else\. Please ring: Your GP supervisor \(sample\), 01632 960102; or Duty GP/)]);
    await until(world, '2026-11-03T18:00:00.000Z');
    expect(told(world)).toHaveLength(3);
    expect(told(world)[2]).toContain('Please ring');
    await take(talk, 'Sam Okafor');
    await until(world, '2026-11-05T18:00:00.000Z');
    expect(told(world)).toHaveLength(3);
    expectNothingPrivate(world);
  });
  it('it is shown from the next reminder on when one is marked', async () => {
    const world = worldOn();
    await raise(world);
    await until(world, '2026-11-02T11:00:00.000Z');
    await inChannel(world).say('safety notices here');
    await until(world, '2026-11-02T13:55:00.000Z');
    expect(channel(world)).toEqual([]);
    await until(world, '2026-11-02T14:00:00.000Z');
    expect(channel(world)).toEqual([expect.stringContaining('nobody yet')]);
  });
});

describe('a place', () => {
  it('is marked by any member, by a button too, and everybody there sees who did', async () => {
    const world = worldOn();
    const hello = await inChannel(world, jo).arrive();
    expect(hello.text).toMatch(/Plans can be reviewed here[\s\S]*open safety actions can be shown here too/);
    await hello.press('Show safety notices here');
    expect(hello.text).toMatch(/Safety notices are shown here\nJo Bell chose this/);
    expect(await world.safetyPlaces.marked()).toEqual([expect.objectContaining({ id: planReview.id, by: jo.id, at: world.now })]);
    for (const seen of [await inChannel(world).arrive(), await inChannel(world).say('help')]) expect(seen.has('Stop safety notices here')).toBe(true);
    await hello.press('Stop safety notices here');
    expect(await world.safetyPlaces.marked()).toEqual([]);
  });
  it('is marked and ended on the record: who, where and when, also when it was refused', async () => {
    const world = await service();
    const trail = async (): Promise<unknown[]> => (await everything(world)).filter(({ verb }) => verb === 'administer').map(({ by, what, place, outcome, caseId }) => [by, what, place, outcome, caseId]);
    await inChannel(world, wren).say('safety notices here');
    await inChannel(world, sam).say('safety notices here');
    await inChannel(world, sam).say('stop safety notices');
    expect(await trail()).toEqual([['wren', 'SafetyPlaceMarked', 'channel', 'refused', undefined], ['sam', 'SafetyPlaceMarked', 'channel', 'done', undefined], ['sam', 'SafetyPlaceUnmarked', 'channel', 'done', undefined]]);
  });

  it('is not marked from the chat of one person, who is told where to type it', async () => {
    const world = worldOn();
    const talk = await openCase(world, { name: 'Mr D' });
    await talk.say('safety notices here');
    expect(talk.text).toMatch(/Please type that in the channel/);
    expect(await world.safetyPlaces.marked()).toEqual([]);
    expect((await world.caseOf(wren)).state.answers.size).toBe(0);
  });
  it('shows nothing new once it was ended, and keeps what stands there up to date', async () => {
    const world = worldOn();
    await inChannel(world).say('safety notices here');
    const talk = await raise(world);
    await inChannel(world).say('stop safety notices');
    await until(world, '2026-11-02T15:00:00.000Z');
    expect(channel(world)).toEqual([expect.stringContaining('nobody yet')]);
    await take(talk, 'Sam Okafor');
    expect(channel(world)).toEqual([expect.stringContaining('With: Sam Okafor')]);
  });
  it('of others is told nothing of a link worker who does not belong there', async () => {
    const world = worldOn();
    world.rooms.open('hillside', { id: 'hillside', name: 'Hillside', kind: 'channel' }, [jo.id]);
    await new Talk(world, jo, { kind: 'channel', place: 'hillside' }).say('safety notices here');
    await raise(world);
    await until(world, '2026-11-02T14:00:00.000Z');
    expect([...world.rooms.messages.values()]).toEqual([]);
    expect(told(world).at(-1)).toContain('Please ring');
  });
  it('that is gone leaves nobody out: the worker is told whom to ring', async () => {
    const world = worldOn();
    await inChannel(world).say('safety notices here');
    world.rooms.gone.add(planReview.id);
    await raise(world);
    await until(world, '2026-11-02T14:00:00.000Z');
    expect(channel(world)).toEqual([]);
    expect(told(world).at(-1)).toContain('Please ring');
  });
});

describe('the message', () => {
  it('says that the case is closed and nobody had it, and is told anew when the case is opened again', async () => {
    const world = worldOn();
    await inChannel(world).say('safety notices here');
    const talk = await raise(world);
    await talk.say('close');
    await talk.press('Another service comes first');
    await talk.press(/^Close/, { [talk.card.boxes[0]!.label]: 'The community team sees her on Thursday' });
    expect(channel(world)).toEqual([expect.stringContaining('the case is closed\nWith: nobody (link worker Wren Alder)')]);
    await until(world, '2026-11-03T12:00:00.000Z');
    expect(channel(world)).toHaveLength(1);
    expect(told(world)).toEqual([]);
    await talk.press(/open (it|the case) again/i);
    expect(channel(world)).toEqual([expect.stringContaining('the case is closed'), expect.stringContaining('nobody yet')]);
    expectNothingPrivate(world);
  });
  it('is told anew when something comes up after somebody took it on, because nobody hears of a message that only changes', async () => {
    const world = worldOn();
    await inChannel(world).say('safety notices here');
    const talk = await raise(world);
    await take(talk, 'Sam Okafor');
    world.now = '2026-11-02T11:00:00.000Z';
    await talk.say('worried: she sounded different today');
    expect(channel(world)).toEqual([expect.stringContaining('this was said again'), expect.stringContaining('nobody yet')]);
    expect(world.rooms.told).toEqual([]);
  });
});

describe('a posted plan', () => {
  it('says that a safety action is open, and whose, as it is now; all else stays as it was posted', async () => {
    const world = worldOn();
    const talk = await openCase(world, { name: 'Ms A', year: '1951', way: 'On the phone' });
    await talkThrough(talk, msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await takeOnConcerns(talk, 'Priya Nair');
    await post(talk);
    const before = channel(world)[0]!;
    expect(before).toContain('Safety: nothing recorded has to be taken on today.');
    await talk.say('worried: she was very quiet today');
    const during = channel(world)[0]!;
    expect(during).toBe(before.replace('nothing recorded has to be taken on today', 'a safety action is open and nobody has taken it on yet. Please speak to the link worker today'));
    await talk.press('Record and go on', { 'Who has taken this on': 'Sam Okafor', 'What they will do': 'rings her at three' });
    expect(channel(world)[0]).toBe(before.replace('nothing recorded has to be taken on today', 'a safety action is open. Sam Okafor has taken it on; the link worker can say how it stands'));
    expect(channel(world)).toHaveLength(1);
  });
});
