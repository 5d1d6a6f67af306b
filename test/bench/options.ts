/** How long it takes to read the options of a whole case, and to look through the list by words, among ten thousand activities. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { loadContent } from '../../src/content/load';
import { loadActivities } from '../../src/content/loadActivities';
import type { Activity, Catalogue, Heard } from '../../src/domain/activities/activity';
import { searchActivities } from '../../src/domain/activities/searchActivities';
import { servicesIndexOf } from '../../src/domain/activities/servicesIndex';
import { readCase } from '../../src/domain/analysis/readCase';
import type { OpenCase } from '../../src/domain/case/case';
import type { CaseEvent } from '../../src/domain/case/event';
import { evolve, replay } from '../../src/domain/case/evolve';
import { mrsK } from '../cards/samples/results';
import type { Length, Tell } from './figure';
import { median, percentile, rounded } from './numbers';

const rounds: Readonly<Record<Length, number>> = { quick: 40, usual: 100, full: 400 };
const many = 10_000;
const heardOf = 1000;
const longest = 20;
const mostMemory = 200;
const megabyte = 1e6;
const today = '2026-11-21';
const words = ['something with animals on a Tuesday', 'a choir near the library', 'gardening in the afternoon', 'help with bills', 'anything for lonely evenings'];

export function measureOptions(tell: Tell, length: Length): void {
  const content = loadContent();
  const concepts = content.concepts();
  globalThis.gc?.();
  const held = process.memoryUsage().heapUsed;
  const activities = manyActivities();
  servicesIndexOf(activities, concepts);
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - held) / megabyte;
  tell.figure({ figure: 'memory of 10,000 activities, ready to be searched', value: rounded(memory), unit: 'MB', goal: `under ${mostMemory} MB`, met: memory < mostMemory });
  const catalogue: Catalogue = { version: 'bench', activities };
  const heard: Catalogue = { ...catalogue, heard: new Map(activities.slice(0, heardOf).map(({ id }, at) => [id, heardAt(at)])) };
  const options = (state: OpenCase, among: Catalogue) => readCase({ caseId: 'bench', state, content, catalogue: among, today }).options();
  const known = stateOf(mrsK);
  const measures: readonly (readonly [string, (round: number) => OpenCase, Catalogue])[] = [
    ['options of a whole case among 10,000', () => known, catalogue],
    ['options of a whole case among 10,000, one answer new', (round) => oneMore(known, round), catalogue],
    ['options of a whole case among 10,000, all of it new', () => stateOf(structuredClone(mrsK)), catalogue],
    [`options of a whole case among 10,000, with word of ${heardOf} from link workers`, () => known, heard],
  ];
  for (const [figure, before, among] of measures) tellTimes(tell, figure, timesOf(rounds[length], before, (state) => options(state, among)));
  tellTimes(tell, 'a search among 10,000', timesOf(rounds[length], (round) => words[round % words.length]!, (asked) => searchActivities({ words: asked, activities, concepts, today })));
  tellFirst(tell);
}

function tellTimes(tell: Tell, figure: string, { clock, processor }: Times): void {
  const slow = percentile(clock, 0.95);
  tell.figure({ figure: `${figure}, 95th percentile`, value: rounded(slow), unit: 'ms', goal: `under ${longest} ms`, met: slow < longest, median: rounded(median(clock)), cpuMs: rounded(median(processor)), cpuMs95: rounded(percentile(processor, 0.95)) });
}

/** The sample many times over, by many providers. */
export function manyActivities(): readonly Activity[] {
  const { activities: sample } = loadActivities();
  return Array.from({ length: many }, (_, at): Activity => structuredClone({ ...sample[at % sample.length]!, id: `activity-${at}`, provider: `Provider ${at % 997}` }));
}

const heardAt = (at: number): Heard => ({ well: at % 4, accepted: at % 3, declined: 0, silent: at % 2, days: [at % 9], ...(at % 3 === 0 ? { checked: '2026-11-01' } : {}), ...(at % 7 === 0 ? { trouble: { what: 'changed', day: '2026-11-10' } } : {}) });

function stateOf(events: readonly CaseEvent[]): OpenCase {
  const state = replay(events);
  if (state.status === 'none') throw new Error('The case of the bench needs its opening.');
  return state;
}

const answers = mrsK.filter((event) => event.type === 'PromptAnswered');

/** One answer is given anew, as in every turn but the first of an instance. */
function oneMore(known: OpenCase, round: number): OpenCase {
  const again = answers[round % answers.length]!;
  const next = evolve(known, { ...again, ...(again.words === undefined ? {} : { words: `${again.words} ${round}` }) });
  if (next.status === 'none') throw new Error('The case went away.');
  return next;
}

type Times = { readonly clock: readonly number[]; readonly processor: readonly number[] };

/** In milliseconds, by the clock and of processor. The first fifth warms up. */
function timesOf<Given>(times: number, before: (round: number) => Given, work: (given: Given) => unknown): Times {
  const took = Array.from({ length: times }, (_, round) => {
    const given = before(round);
    const [start, used] = [performance.now(), process.cpuUsage()];
    work(given);
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - start, processor: (user + system) / 1000 };
  }).slice(times / 5);
  return { clock: took.map(({ clock }) => clock), processor: took.map(({ processor }) => processor) };
}

/** Nothing was called before: the options of the first person whom a process meets, with the list made ready at its start. */
function tellFirst(tell: Tell): void {
  const { stdout, status, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'firstOptions.cjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The first call could not be measured: ${stderr}`);
  const { clock, processor } = JSON.parse(stdout) as { readonly clock: number; readonly processor: number };
  tell.figure({ figure: 'first options of a fresh process among 10,000', value: rounded(clock), unit: 'ms', cpuMs: rounded(processor) });
}
