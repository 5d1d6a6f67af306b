import type { LearntStore } from '../app/ports';
import { Learnt } from '../domain/learnt/learnt';
import { learntId } from './learntId';

/** What was learnt, in memory. Nothing outlives the process. */
export function memoryLearnt(): LearntStore {
  let known: readonly Learnt[] = [];
  const ids = new Set<string>();
  return {
    load: async () => known,
    keep: async (given, promise) => {
      const learnt = Learnt.parse(given);
      const id = learntId(promise);
      if (ids.has(id)) return;
      ids.add(id);
      known = [...known, learnt];
    },
  };
}
