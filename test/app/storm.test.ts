/**
 * The same case told twice: once calmly, and once in a storm. In the storm every press comes several times, with the
 * same or another id, late, out of order and at the same time, by way of two instances whose store now and then does
 * its work without an answer, or does not. In the end nobody can tell which was which.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headOf } from '../../src/app/headOf';
import { readCardText } from '../../src/console/cardText';
import { readCase } from '../../src/domain/analysis/readCase';
import { replay } from '../../src/domain/case/evolve';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { memoryStore } from '../../src/store/memoryStore';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { FakeCosmos } from '../support/fakeCosmos';
import type { Beat } from '../support/storm/acts';
import { Words } from '../support/storm/answers';
import { Chance } from '../support/storm/chance';
import { seedsFrom } from '../support/seeds';
import { happenings, outcomeOf } from '../support/storm/outcome';
import { playCalmly, Scene, Storm, type Stored } from '../support/storm/playing';
import { roughStore } from '../support/storm/roughStore';
import { wholeCase } from '../support/storm/wholeCase';
import { planReview, sam, wren } from '../support/talk';

/** Two ways to one store, and the end of it. */
type Opened = { readonly stores: readonly [Stored, Stored]; readonly close: () => Promise<void> };

const inMemory = (): Opened => {
  const store = memoryStore();
  return { stores: [store, store], close: async () => undefined };
};

const inOneFile = (): Opened => {
  const folder = mkdtempSync(path.join(tmpdir(), 'threefold-storm-'));
  const file = path.join(folder, 'cases.db');
  const stores = [openSqliteStore(file), openSqliteStore(file)] as const;
  const close = async (): Promise<void> => {
    for (const { cases } of stores) await cases.close();
    rmSync(folder, { recursive: true });
  };
  return { stores, close };
};

const inCosmos = async (): Promise<Opened> => {
  // As infra makes the account: some of its copies lag, and no reader is to notice.
  const fake = Object.assign(await new FakeCosmos().start(), { consistency: 'Strong', lag: 3 });
  fake.has('threefold', casesContainer('cases'));
  // How long this machine takes is no part of the storm.
  const after = () => () => undefined;
  const open = () => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases', readsLatest: true, after });
  const stores = [open(), open()] as const;
  const close = async (): Promise<void> => {
    for (const { cases } of stores) await cases.close();
    await fake.stop();
  };
  return { stores, close };
};

async function tellCalmly(seed: number): Promise<{ scene: Scene; beats: readonly Beat[] }> {
  const scene = new Scene([memoryStore()], new Chance(seed));
  const telling = wholeCase(new Chance(seed + 1), new Words(new Chance(seed + 2)));
  const beats: Beat[] = [];
  for (let next = telling.next(); !next.done; ) {
    beats.push(next.value);
    await playCalmly(scene, next.value);
    next = telling.next((await scene.reading())!);
  }
  return { scene, beats };
}

async function tellInAStorm(seed: number, beats: readonly Beat[], stores: readonly Stored[]): Promise<Scene> {
  const chance = new Chance(seed + 3);
  const scene = new Scene(
    stores.map(({ cases, leases }) => ({ cases: roughStore(cases, { chance, lost: 0.05, away: 0.03 }), leases })),
    chance,
  );
  const storm = new Storm(scene, chance);
  for (const beat of beats) await storm.play(beat);
  await storm.end();
  return scene;
}

/** A reminder goes out by the clock, which a storm moves further; a decision is told whatever the hour. */
const decisionsTold = ({ rooms }: Scene): readonly string[] => rooms.told.map(({ shown }) => readCardText(shown.card).lines[0] ?? '').filter((line) => line.includes(sam.name));

const decisionsIn = async (scene: Scene): Promise<readonly string[]> => (await scene.reading())!.state.submissions.flatMap(({ decisions }) => decisions.map(({ kind }) => kind));

const eventsOf = (scene: Scene) => scene.parts[0]!.cases.load('case-storm');

const places = [
  { where: 'in memory', open: inMemory, seeds: seedsFrom(1) },
  { where: 'in one file of two processes', open: inOneFile, seeds: seedsFrom(6) },
  { where: 'in Cosmos DB', open: inCosmos, seeds: seedsFrom(7).slice(1) },
];

describe.each(places.flatMap(({ seeds, ...place }) => seeds.map((seed) => ({ ...place, seed }))))('a whole case $where, seed $seed', ({ seed, open }) => {
  let calm: Scene;
  let storm: Scene;
  let beats: readonly Beat[];
  let opened: Opened;

  beforeAll(async () => {
    ({ scene: calm, beats } = await tellCalmly(seed));
    opened = await open();
    storm = await tellInAStorm(seed, beats, opened.stores);
  }, 600_000);

  afterAll(() => opened?.close());

  it('was a storm: two versions of a plan, presses that came again, answers that were lost', async () => {
    const decisions = await decisionsIn(calm);
    // Where chance left something out that a plan needs, it cannot be agreed.
    expect([['change', 'supervision', 'agreed'], ['change', 'supervision']]).toContainEqual(decisions);
    expect((await calm.reading())!.state.submissions).toHaveLength(2);
    expect(storm.turns).toBeGreaterThan(2 * calm.turns);
    expect(storm.lost).toBeGreaterThan(5);
  });

  it('comes out as it would have in calm weather', async () => {
    expect(outcomeOf((await storm.reading())!)).toEqual(outcomeOf((await calm.reading())!));
  });

  it('keeps every word that anybody typed', async () => {
    const kept = JSON.stringify(await eventsOf(storm));
    expect(beats.flat().flatMap(({ typed }) => typed).filter((words) => !kept.includes(words))).toEqual([]);
  });

  it('lets nothing happen twice, and nothing go missing', async () => {
    expect(happenings(await eventsOf(storm))).toEqual(happenings(await eventsOf(calm)));
  });

  it('posts each version once, and tells the worker of each decision once', async () => {
    expect(storm.rooms.read(planReview.id)).toHaveLength(2);
    expect(decisionsTold(storm)).toEqual(decisionsTold(calm));
    expect(decisionsTold(calm)).toHaveLength((await decisionsIn(calm)).length);
  });

  it('has the head that its events add up to', async () => {
    const [{ cases, content, catalogue }] = storm.parts as [Scene['parts'][number]];
    const state = replay(await eventsOf(storm));
    if (state.status === 'none') throw new Error('There is no case');
    const reading = readCase({ caseId: 'case-storm', state, content: content(state.framework), catalogue: catalogue(), today: '2026-11-02' });
    expect(await cases.headsOf(wren.id)).toEqual([headOf(reading)]);
  });
});
