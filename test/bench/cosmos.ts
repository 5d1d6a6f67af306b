/** What Cosmos DB is asked for, and what it would charge: estimates, because the real arithmetic is not published. */
import type { CaseStore, Leases } from '../../src/app/ports';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { RequestCharges } from '../../src/store/requestCharges';
import { mrsK } from '../scenarios/people';
import { FakeCosmos } from '../support/fakeCosmos';
import { talkThrough } from '../support/person';
import { sam, Talk, World } from '../support/talk';
import { post, takeOnConcerns, upToOptions } from '../support/walk';
import type { Tell } from './figure';
import { median, percentile, rounded } from './numbers';

type Cost = { readonly requests: number; readonly units: number };

const mostRequests = 2;
const mostUnits = 20;

/**
 * From here to a year of one link worker. People a year: NHS England's reference guide for primary care networks says
 * 200 to 250. Later turns: a case is opened again for first visits, notes and a review; as many turns as the first
 * conversation is a guess on the high side. Price: the United States list price of serverless in Microsoft's billing
 * examples, in dollars for a million units; prices differ by region and change, so look yours up.
 */
const year = { people: 250, storiesAPerson: 2, dollarsForAMillion: 0.25 };

class CountedWorld extends World {
  readonly costs: Cost[] = [];

  constructor(
    private readonly fake: FakeCosmos,
    private readonly charges: RequestCharges,
    private readonly instances: readonly { readonly cases: CaseStore; readonly leases: Leases }[],
  ) {
    super({}, instances[0]!.cases, instances[0]!.leases);
  }

  /** Each turn is taken by the next instance; what it leaves owed is counted with it. */
  override async take(...turn: Parameters<World['take']>): ReturnType<World['take']> {
    Object.assign(this.parts, this.instances[this.costs.length % this.instances.length]);
    const before = this.fake.served.length;
    let units = 0;
    const outcome = await this.charges.during(
      () => super.take(...turn),
      (charged) => void (units = charged.units),
    );
    this.costs.push({ requests: this.fake.served.slice(before).filter(({ kind }) => kind !== 'plan').length, units });
    return outcome;
  }
}

export async function measureCosmos(tell: Tell): Promise<void> {
  const fake = await new FakeCosmos().start();
  // As infra makes the account; a read costs twice as much then.
  fake.consistency = 'Strong';
  try {
    for (const instances of [1, 3]) tellCosts(tell, instances, await costsWith(fake, instances));
  } finally {
    await fake.stop();
  }
}

async function costsWith(fake: FakeCosmos, count: number): Promise<readonly Cost[]> {
  const container = `with-${count}`;
  fake.has('threefold', casesContainer(container));
  const charges = new RequestCharges();
  const instances = Array.from({ length: count }, () => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container, onCharge: charges.onCharge, readsLatest: true }));
  const world = new CountedWorld(fake, charges, instances);
  await tellMrsK(world);
  await Promise.all(instances.map(({ cases }) => cases.close()));
  return world.costs;
}

/** From the referral to the agreed plan. */
async function tellMrsK(world: World): Promise<void> {
  const talk = await upToOptions(world, mrsK, { name: 'Mrs K', year: '1955', referral: 'Lonely and anxious. Please see.' });
  await talk.press('Choose this');
  await talkThrough(talk, mrsK);
  await takeOnConcerns(talk, 'Dr Alex Moss, GP');
  await post(talk);
  const [message] = [...world.rooms.messages.values()];
  await new Talk(world, sam, { kind: 'channel', place: 'plan-review' }).look(message!.shown.card).press('Agree');
}

function tellCosts(tell: Tell, instances: number, costs: readonly Cost[]): void {
  const where = instances === 1 ? 'one instance' : `${instances} instances by turns`;
  const [requests, units] = [costs.map((cost) => cost.requests), costs.map((cost) => cost.units)];
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const perTurn = { requests: sum(requests) / costs.length, units: sum(units) / costs.length };
  const extra = { turns: costs.length, store: 'an account played on this machine' };
  tell.figure({ figure: `Cosmos DB requests a turn, ${where}`, value: rounded(perTurn.requests), unit: 'requests', median: median(requests), most: percentile(requests, 1), ...extra, ...(instances === 1 ? { goal: `at most ${mostRequests} in the middle`, met: median(requests) <= mostRequests } : {}) });
  tell.figure({ figure: `Cosmos DB units a turn, ${where}`, value: rounded(perTurn.units), unit: 'estimated RU', median: rounded(median(units)), most: rounded(percentile(units, 1)), ...extra, ...(instances === 1 ? { goal: `at most ${mostUnits}`, met: perTurn.units <= mostUnits } : {}) });
  tell.figure({ figure: `Cosmos DB units for a whole case, ${where}`, value: rounded(sum(units)), unit: 'estimated RU', requests: sum(requests), ...extra });
  const unitsAYear = sum(units) * year.people * year.storiesAPerson;
  tell.figure({ figure: `Cosmos DB cost of a link worker for a year, ${where}`, value: rounded((unitsAYear * year.dollarsForAMillion) / 1_000_000), unit: 'US dollars', unitsAYear: rounded(unitsAYear), ...year });
}
