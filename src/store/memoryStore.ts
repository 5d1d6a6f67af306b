/** The case store in memory: for tests, the console and trying things out. Nothing outlives the process. */
import type { CaseStore, KnownPlace, PlaceStore } from '../app/ports';
import type { CaseEvent } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';

export function memoryCaseStore(): CaseStore {
  const cases = new Map<string, { events: readonly CaseEvent[]; head: CaseHead }>();
  const heads = () => [...cases.values()].map(({ head }) => head);
  return {
    load: async (caseId) => cases.get(caseId)?.events ?? [],
    append: async (caseId, expectedRev, events, head) => {
      const before = cases.get(caseId)?.events ?? [];
      if (before.length !== expectedRev) return { kind: 'somebody-was-first' };
      cases.set(caseId, { events: [...before, ...structuredClone(events)], head });
      return { kind: 'appended' };
    },
    headsOf: async (worker) => heads().filter((head) => head.worker === worker),
    headsThatOwe: async () => heads().filter(({ owes }) => owes),
    refsTaken: async (refs) => heads().map(({ ref }) => ref).filter((ref) => refs.includes(ref)),
    async *all() {
      yield* heads();
    },
    erase: async (caseId) => void cases.delete(caseId),
    close: async () => undefined,
  };
}

export function memoryPlaceStore(): PlaceStore {
  const places = new Map<string, KnownPlace>();
  return {
    remember: async (place) => void places.set(place.id, place),
    forget: async (id) => void places.delete(id),
    all: async () => [...places.values()],
  };
}
