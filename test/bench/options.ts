/** How long it takes to read the options of a whole case, and to look through the list by words, among ten thousand activities. */
import { loadContent } from '../../src/content/load';
import { loadActivities } from '../../src/content/loadActivities';
import type { Activity } from '../../src/domain/activities/activity';
import { searchActivities } from '../../src/domain/activities/searchActivities';
import { servicesIndexOf } from '../../src/domain/activities/servicesIndex';
import { readCase } from '../../src/domain/analysis/readCase';
import { replay } from '../../src/domain/case/evolve';
import { mrsK } from '../cards/samples/results';
import type { Length, Tell } from './figure';
import { percentile, rounded } from './numbers';

const rounds: Readonly<Record<Length, number>> = { quick: 20, usual: 60, full: 300 };
const many = 10_000;
const longest = 20;
const mostMemory = 200;
const megabyte = 1e6;
const words = ['something with animals on a Tuesday', 'a choir near the library', 'gardening in the afternoon', 'help with bills', 'anything for lonely evenings'];

export function measureOptions(tell: Tell, length: Length): void {
  const content = loadContent();
  const concepts = content.concepts();
  const { activities: sample } = loadActivities();
  globalThis.gc?.();
  const held = process.memoryUsage().heapUsed;
  const activities = Array.from({ length: many }, (_, at): Activity => structuredClone({ ...sample[at % sample.length]!, id: `activity-${at}`, provider: `Provider ${at % 997}` }));
  servicesIndexOf(activities, concepts);
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - held) / megabyte;
  tell.figure({ figure: 'memory of 10,000 activities, ready to be searched', value: rounded(memory), unit: 'MB', goal: `under ${mostMemory} MB`, met: memory < mostMemory });
  const catalogue = { version: 'bench', activities };
  const state = replay(mrsK);
  if (state.status === 'none') throw new Error('The case of the bench needs its opening');
  const options = timesOf(rounds[length], () => readCase({ caseId: 'bench', state, content, catalogue, today: '2026-11-21' }).options());
  tell.figure({ figure: 'options of a whole case among 10,000, 95th percentile', value: rounded(options), unit: 'ms', goal: `under ${longest} ms`, met: options < longest });
  const search = timesOf(rounds[length], (round) => searchActivities({ words: words[round % words.length]!, activities, concepts, today: '2026-11-21' }));
  tell.figure({ figure: 'a search among 10,000, 95th percentile', value: rounded(search), unit: 'ms', goal: `under ${longest} ms`, met: search < longest });
}

/** The first fifth warms up. */
function timesOf(times: number, work: (round: number) => unknown): number {
  const took = Array.from({ length: times }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  return percentile(took.slice(times / 5), 0.95);
}
