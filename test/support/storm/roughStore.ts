import type { CaseStore } from '../../../src/app/ports';
import type { CaseEvent } from '../../../src/domain/case/event';
import { byTheBot } from '../../../src/domain/case/owed';
import type { Chance } from './chance';

/**
 * A network between the bot and its store: it takes a while, and sometimes it breaks, before or after the store did its
 * work. It does not break between a post and the record of it, also where that record came second in a race: a second
 * copy of a plan has stories of its own.
 */
export type Weather = { readonly chance: Chance; readonly lost: number; readonly away: number };

export class Broken extends Error {}

const mostTicks = 6;

/** One instance's way to a store that others use too. What it is given out is its own: nothing is shared in memory. */
export function roughStore(store: CaseStore, { chance, lost, away }: Weather): CaseStore {
  const lists = new WeakMap<readonly CaseEvent[], readonly CaseEvent[]>();
  const events = new WeakMap<CaseEvent, CaseEvent>();
  const ownEvent = (event: CaseEvent): CaseEvent => kept(events, event, () => structuredClone(event));
  const own = (list: readonly CaseEvent[]): readonly CaseEvent[] => kept(lists, list, () => list.map(ownEvent));
  const aWhile = async (): Promise<void> => {
    for (let ticks = chance.below(mostTicks); ticks > 0; ticks--) await Promise.resolve();
  };
  return {
    load: async (caseId) => {
      await aWhile();
      const list = own(await store.load(caseId));
      await aWhile();
      return list;
    },
    append: async (caseId, expectedRev, added, head) => {
      await aWhile();
      const isRecord = added.some(({ by }) => by === byTheBot);
      if (chance.happens(away) && !isRecord) throw new Broken('The store did not answer, and nothing was written');
      const appended = await store.append(caseId, expectedRev, added, head);
      await aWhile();
      if (chance.happens(lost) && !(isRecord && appended.kind === 'somebody-was-first')) throw new Broken('It was written, and the answer was lost');
      return appended.kind === 'appended' ? { kind: 'appended', events: own(appended.events) } : appended;
    },
    headsOf: async (worker) => {
      await aWhile();
      return store.headsOf(worker);
    },
    headsThatOwe: (day) => store.headsThatOwe(day),
    headOfRef: (ref) => store.headOfRef(ref),
    refsTaken: (refs) => store.refsTaken(refs),
    all: () => store.all(),
    erase: (caseId) => store.erase(caseId),
    ready: () => store.ready(),
    close: () => store.close(),
  };
}

function kept<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
