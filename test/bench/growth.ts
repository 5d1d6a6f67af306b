/** Whether a turn costs more in a case in which much has happened, and in a store in which many cases are kept. */
import type { CaseEvent } from '../../src/domain/case/event';
import type { CaseHead } from '../../src/domain/case/head';
import { headOf } from '../../src/app/headOf';
import type { Actor } from '../../src/app/turn';
import { answered, opened, readingOf } from '../support/givenCase';
import { standsFor, type Press } from './cardPress';
import type { Length, Tell } from './figure';
import { Desk, onwards, revOf, type Shown } from './inProcess';
import { median, rounded, spread } from './numbers';
import type { Rig } from './rig';

const early = 10;
const late = 500;
const sampled = 20;
const casesGrown: Readonly<Record<Length, number>> = { quick: 4, usual: 10, full: 30 };
const mostForLate = 1.3;

/** The same prompt is answered again and again, on two instances by turns where `alternating`: then each has to read what the other wrote. */
export async function measureGrowth(rig: Rig, tell: Tell, length: Length): Promise<void> {
  for (const alternating of [false, true]) {
    const desks = [new Desk(rig.at('growth.sqlite')), ...(alternating ? [new Desk(rig.at('growth.sqlite'))] : [])];
    const times = { early: [] as number[], late: [] as number[] };
    // The first two are for Node's compiler.
    for (let count = -2; count < (alternating ? 2 : casesGrown[length]); count++) {
      const grown = await growOne(desks);
      tell.progress(`a case of ${late} events${alternating ? ', two instances by turns' : ''}: ${rounded(median(grown.early))} ms at event ${early}, ${rounded(median(grown.late))} ms at event ${late}`);
      if (count < 0) continue;
      times.early.push(median(grown.early));
      times.late.push(median(grown.late));
    }
    await Promise.all(desks.map((desk) => desk.close()));
    const ratio = median(times.late) / median(times.early);
    tell.figure({
      figure: `turn at event ${late}${alternating ? ' after another instance took the one before' : ''}`,
      value: rounded(median(times.late)),
      unit: 'ms',
      peer: `turn at event ${early}`,
      peerValue: rounded(median(times.early)),
      ratio: rounded(ratio),
      ...(alternating ? {} : { goal: `at most ${mostForLate} times`, met: ratio <= mostForLate }),
      noise: rounded(Math.max(spread(times.early), spread(times.late))),
    });
  }
}

async function growOne(desks: readonly Desk[]): Promise<{ early: number[]; late: number[] }> {
  const grown = { early: [] as number[], late: [] as number[] };
  let card = await desks[0]!.open();
  for (let turn = 0, rev = revOf(card); rev < late + sampled; turn++, rev = revOf(card)) {
    const press: Press = { verb: 'answer', data: { caseId: standsFor(card)!.caseId, rev, prompt: 'OP1', part: 'place', choice: turn % 2 === 0 ? 'private' : 'near-fine' } };
    const began = performance.now();
    card = await desks[turn % desks.length]!.press(press);
    const took = performance.now() - began;
    if (revOf(card) <= rev) throw new Error(`An answer at revision ${rev} was not kept.`);
    if (rev >= early && rev < early + sampled) grown.early.push(took);
    if (rev >= late) grown.late.push(took);
  }
  return grown;
}

const fewCases = 100;
const manyCases: Readonly<Record<Length, number>> = { quick: 20_000, usual: 100_000, full: 100_000 };
const turnsEach: Readonly<Record<Length, number>> = { quick: 20, usual: 60, full: 200 };
const casesOfAWorker = 100;
const mostForMany = 1.2;

/** A case is opened and its first prompts answered, in a small store and in a large one by turns. */
export async function measureStored(rig: Rig, tell: Tell, length: Length): Promise<void> {
  const many = manyCases[length];
  const [few, full] = [new Desk(rig.at('few.sqlite')), new Desk(rig.at('many.sqlite'))];
  await seed(few, fewCases);
  tell.progress(`storing ${many} cases`);
  await seed(full, many);
  const times = new Map<Desk, { turns: number[]; opening: number[]; list: number[] }>([few, full].map((desk) => [desk, { turns: [], opening: [], list: [] }]));
  for (let round = -10; round < turnsEach[length]; round++) {
    for (const desk of [few, full]) {
      const took = await tenPrompts(desk, workerOf(0));
      if (round < 0) continue;
      const kept = times.get(desk)!;
      kept.turns.push(median(took.turns));
      kept.opening.push(took.opening);
      kept.list.push(took.list);
    }
  }
  await Promise.all([few.close(), full.close()]);
  const [small, large] = [times.get(few)!, times.get(full)!];
  const told = { turns: 'turn', opening: 'opening of a case', list: 'list of my cases' };
  for (const what of ['turns', 'opening', 'list'] as const) {
    const ratio = median(large[what]) / median(small[what]);
    tell.figure({
      figure: `${told[what]} with ${many} cases stored`,
      value: rounded(median(large[what])),
      unit: 'ms',
      peer: `with ${fewCases} cases stored`,
      peerValue: rounded(median(small[what])),
      ratio: rounded(ratio),
      ...(what === 'turns' ? { goal: `at most ${mostForMany} times`, met: ratio <= mostForMany } : {}),
      noise: rounded(spreadOfQuarters(large[what])),
    });
  }
}

/** Single turns are far apart; the middles of quarters of them say what the machine does to the middle. */
const spreadOfQuarters = (values: readonly number[]): number => spread([0, 1, 2, 3].map((quarter) => median(values.filter((_, index) => index % 4 === quarter))));

const workerOf = (number: number): Actor => ({ id: `worker-${number}`, name: `Worker ${number}` });

async function tenPrompts(desk: Desk, by: Actor): Promise<{ turns: number[]; opening: number; list: number }> {
  const timed = async (work: () => Promise<Shown>): Promise<[Shown, number]> => {
    const began = performance.now();
    const card = await work();
    return [card, performance.now() - began];
  };
  const turns: number[] = [];
  const [first, opening] = await timed(() => desk.open(by));
  let card = first;
  for (let turn = 0; turn < 10; turn++) {
    const [next, took] = await timed(() => desk.press(onwards(card), by));
    if (revOf(next) <= revOf(card)) throw new Error('An answer was not kept.');
    turns.push(took);
    card = next;
  }
  const [, list] = await timed(() => desk.press({ verb: 'cases', data: {} }, by));
  return { turns, opening, list };
}

/** Small cases of many link workers, as the product would have stored them. */
async function seed({ store }: Desk, count: number): Promise<void> {
  const atOnce = 1000;
  for (let from = 0; from < count; from += atOnce) {
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - from) }, (_, offset) => {
        const [events, head] = smallCase(from + offset);
        return store.cases.append(head.caseId, 0, events, head);
      }),
    );
  }
}

const smallHead = headOf(readingOf([opened, answered('OP1', ['private'])]));

function smallCase(number: number): [CaseEvent[], CaseHead] {
  const by = workerOf(Math.floor(number / casesOfAWorker)).id;
  const ref = `SEED-${number}`;
  const events = [{ ...opened, by, ref }, { ...answered('OP1', ['private']), by }] as CaseEvent[];
  return [events, { ...smallHead, caseId: `case-seed-${number}`, worker: by, ref }];
}
