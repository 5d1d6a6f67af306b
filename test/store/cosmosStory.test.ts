/** Mrs K's whole story, from the referral to the agreed plan, with Cosmos DB under it. */
import type { CaseStore } from '../../src/app/ports';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { RequestCharges } from '../../src/store/requestCharges';
import { mrsK } from '../scenarios/people';
import { FakeCosmos } from '../support/fakeCosmos';
import { talkThrough } from '../support/person';
import { sam, Talk, World, wren } from '../support/talk';
import { post, takeOnConcerns, upToOptions } from '../support/walk';

const fake = new FakeCosmos();
// As infra makes the account: then it is no matter how far some of its copies lag.
Object.assign(fake, { consistency: 'Strong', lag: 3 });
const charges = new RequestCharges();
beforeAll(() => fake.start());
afterAll(() => fake.stop());

const instance = (container: string): CaseStore => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, onCharge: charges.onCharge, readsLatest: true, pause: async () => undefined }).cases;

type Cost = { readonly requests: number; readonly units: number };

/** Counts what each turn asked of the store, the work that it left owed included. */
class CountedWorld extends World {
  readonly costs: Cost[] = [];

  override async take(...turn: Parameters<World['take']>): ReturnType<World['take']> {
    const before = fake.served.length;
    let units = 0;
    const outcome = await charges.during(() => super.take(...turn), (charged) => void (units = charged.units));
    this.costs.push({ requests: fake.served.slice(before).filter(({ kind }) => kind !== 'plan').length, units });
    return outcome;
  }
}

async function tell<Told extends World>(world: Told): Promise<Told> {
  const talk = await upToOptions(world, mrsK, { name: 'Mrs K', year: '1955', referral: 'Lonely and anxious. Please see.' });
  await talk.press('Choose this');
  await talkThrough(talk, mrsK);
  await takeOnConcerns(talk, 'Dr Alex Moss, GP');
  await post(talk);
  const [message] = [...world.rooms.messages.values()];
  await new Talk(world, sam, { kind: 'channel', place: 'plan-review' }).look(message!.shown.card).press('Agree');
  return world;
}

const eventsOf = async (world: World) => {
  const [head] = await world.parts.cases.headsOf(wren.id);
  return world.parts.cases.load(head!.caseId);
};

/** Each turn is taken by the next instance, so that none of them ever did what came just before. */
class RotatedWorld extends CountedWorld {
  constructor(private readonly instances: readonly CaseStore[]) {
    super({}, instances[0]);
  }

  override async take(...turn: Parameters<World['take']>): ReturnType<World['take']> {
    Object.assign(this.parts, { cases: this.instances[this.costs.length % this.instances.length] });
    return super.take(...turn);
  }
}

const troubles = [
  { status: 503, only: 'read' },
  { status: 449, only: 'batch' },
  { drops: 'before', only: 'batch' },
  { status: 429, headers: { 'x-ms-retry-after-ms': '1' }, only: 'read' },
  { inBatch: 449, only: 'batch' },
  { drops: 'after', only: 'batch' },
  { status: 408, only: 'batch' },
  { status: 429, headers: { 'x-ms-retry-after-ms': '1' }, only: 'batch' },
  { status: 503, only: 'query' },
  { inBatch: 429, only: 'batch' },
] as const;

/** Something goes wrong in every turn, now before it was done and now after. */
class IllWorld extends RotatedWorld {
  override async take(...turn: Parameters<World['take']>): ReturnType<World['take']> {
    fake.breaks(troubles[this.costs.length % troubles.length]!);
    return super.take(...turn);
  }
}

/** Two stories of seventy turns, on a machine that may be busy. */
const wholeStoryMs = 60_000;
let inMemory: Promise<World>;
beforeAll(() => void (inMemory = tell(new World())));

const sumOf = (costs: readonly Cost[], what: keyof Cost) => costs.reduce((sum, cost) => sum + cost[what], 0);

it('ends as it does in memory; an answer costs two requests and under 20 units, a case under 1,500', async () => {
  fake.has('threefold', casesContainer('one'));
  const world = await tell(new CountedWorld({}, instance('one')));
  expect(await eventsOf(world)).toEqual(await eventsOf(await inMemory));
  const { costs } = world;
  const dear = costs.filter(({ requests, units }) => requests > 2 || units > 20);
  // Opening the case, and the two turns after which a post or a notice was delivered as well; once, two events at once.
  expect(dear.length).toBeLessThanOrEqual(4);
  expect(sumOf(costs, 'requests')).toBeLessThanOrEqual(2.1 * costs.length);
  expect(sumOf(costs, 'units')).toBeLessThan(1_500);
  await world.parts.cases.close();
}, wholeStoryMs);

it('ends so too when three instances take its turns by rotation, for one request a turn more', async () => {
  fake.has('threefold', casesContainer('three'));
  const world = await tell(new RotatedWorld([instance('three'), instance('three'), instance('three')]));
  expect(await eventsOf(world)).toEqual(await eventsOf(await inMemory));
  expect(sumOf(world.costs, 'requests')).toBeLessThanOrEqual(3.1 * world.costs.length);
  expect(sumOf(world.costs, 'units')).toBeLessThan(1_700);
}, wholeStoryMs);

it('ends so too when something goes wrong in every turn', async () => {
  fake.has('threefold', casesContainer('ill'));
  const world = await tell(new IllWorld([instance('ill'), instance('ill')]));
  expect(await eventsOf(world)).toEqual(await eventsOf(await inMemory));
  const turnedDown = fake.served.filter(({ status }) => status >= 400);
  expect(turnedDown.length).toBeGreaterThan(world.costs.length / 3);
}, wholeStoryMs);
