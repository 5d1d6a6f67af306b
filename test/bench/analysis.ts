/** How long it takes to read a case in which everything is answered. */
import { presentCase } from '../../src/cards/present';
import { loadActivities } from '../../src/content/loadActivities';
import { loadContent } from '../../src/content/load';
import type { CaseReading } from '../../src/domain/analysis/caseReading';
import { readCase } from '../../src/domain/analysis/readCase';
import type { OpenCase } from '../../src/domain/case/case';
import { evolve, replay } from '../../src/domain/case/evolve';
import type { Length, Tell } from './figure';
import { median, percentile, rounded, spread } from './numbers';
import { wholeCase } from './wholeCase';

const times: Readonly<Record<Length, number>> = { quick: 200, usual: 600, full: 3000 };
type Measure = { readonly figure: string; readonly before: (index: number) => OpenCase; readonly measure: (state: OpenCase) => void; readonly isGoal: boolean };

const longest = 1;
const batches = 8;

export function measureAnalysis(tell: Tell, length: Length): void {
  const [content, catalogue, events] = [loadContent(), loadActivities(), wholeCase()];
  const answers = events.filter((event) => event.type === 'PromptAnswered');
  const read = (state: OpenCase): CaseReading => readCase({ caseId: 'c1', state, content, catalogue, today: '2026-11-02' });
  const sizes = sizesOf(everythingOf(read(stateOf(events))));
  /** A case that nobody has read before: nothing that is kept beside an answer helps. */
  const unread = () => stateOf(structuredClone(events));
  const known = unread();
  /** The case of the turn before with one answer given anew, as in every turn but the first of an instance. */
  const oneMore = (index: number) => {
    everythingOf(read(known));
    const again = answers[index % answers.length]!;
    const next = evolve(known, { ...again, ...(again.words === undefined ? {} : { words: `${again.words} ${index}` }) });
    if (next.status === 'none') throw new Error('The case went away.');
    return next;
  };
  const needed = neededBy(read(known));
  const forCards = (state: OpenCase) => void askFor(read(state), needed);
  const measures: readonly Measure[] = [
    { figure: 'analysis of a complete case for the next card and the summary, one answer new', before: oneMore, measure: forCards, isGoal: true },
    { figure: 'analysis of a complete case for the next card and the summary, all of it new', before: unread, measure: forCards, isGoal: true },
    { figure: 'analysis of a complete case with all that can be asked, one answer new', before: oneMore, measure: (state) => void everythingOf(read(state)), isGoal: false },
    { figure: 'analysis of a complete case with all that can be asked, all of it new', before: unread, measure: (state) => void everythingOf(read(state)), isGoal: false },
    { figure: 'analysis and summary card, one answer new', before: oneMore, measure: (state) => void presentCase({ kind: 'summary' }, read(state)), isGoal: false },
  ];
  for (const { figure, before, measure, isGoal } of measures) {
    const took: number[] = [];
    for (let index = 0; index < times[length] * 1.5; index++) {
      const state = before(index);
      const began = performance.now();
      measure(state);
      took.push(performance.now() - began);
    }
    const warm = took.slice(times[length] / 2);
    const size = Math.ceil(warm.length / batches);
    const middles = Array.from({ length: batches }, (_, batch) => median(warm.slice(batch * size, (batch + 1) * size)));
    tell.figure({ figure, value: rounded(median(warm)), unit: 'ms', p99: rounded(percentile(warm, 0.99)), ...sizes, ...(isGoal ? { goal: `under ${longest} ms`, met: median(warm) < longest } : {}), noise: rounded(spread(middles)) });
  }
}

function stateOf(events: ReturnType<typeof wholeCase>): OpenCase {
  const state = replay(events);
  if (state.status === 'none') throw new Error('These events open no case.');
  return state;
}

/** What the next card of the conversation and the summary ask of a reading: whatever they read while they are drawn. */
function neededBy(reading: CaseReading): readonly (keyof CaseReading)[] {
  const needed = new Set<keyof CaseReading>();
  const watched = new Proxy(reading, {
    get(target, name) {
      needed.add(name as keyof CaseReading);
      return Reflect.get(target, name, target) as unknown;
    },
  });
  for (const kind of ['talk', 'summary'] as const) presentCase({ kind }, watched);
  return [...needed];
}

function askFor(reading: CaseReading, needed: readonly (keyof CaseReading)[]): void {
  for (const name of needed) {
    const asked: unknown = reading[name];
    if (typeof asked === 'function') (asked as () => unknown)();
  }
}

/** All that can be asked of a reading. */
function everythingOf(reading: CaseReading) {
  const { state, conversation, step, meanings, findings, concerns, coverage, suggestions, tier, noticed, process, proposals } = reading;
  const asked = { options: reading.options(), chosen: reading.chosen(), fits: reading.fits(), plan: reading.plan(), editsLeftOut: reading.editsLeftOut(), gate: reading.gate() };
  return { state, conversation, step, meanings, findings, concerns, coverage, suggestions, tier, noticed, process, proposals, ...asked };
}

/** A case that turns out empty would be read fast. */
function sizesOf({ state, findings, concerns, options }: ReturnType<typeof everythingOf>): { answers: number; findings: number; concerns: number; matched: number } {
  const sizes = { answers: state.answers.size, findings: findings.length, concerns: concerns.length, matched: options.options.length + options.nearly.length + options.notOffered.length };
  if (sizes.answers < 45 || sizes.findings < 40 || sizes.concerns < 5 || sizes.matched < 10) throw new Error(`The complete case is not one: ${JSON.stringify(sizes)}`);
  return sizes;
}
