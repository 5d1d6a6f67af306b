import type { LearntStore } from '../app/ports';
import { Learnt } from '../domain/learnt/learnt';

/** What was learnt, in memory. Nothing outlives the process. */
export function memoryLearnt(): LearntStore {
  let known: readonly Learnt[] = [];
  const promises = new Set<string>();
  return {
    load: async () => known,
    keep: async (given, promise) => {
      const learnt = Learnt.parse(given);
      if (promise !== undefined && promises.has(promise)) return;
      known = [...known, learnt];
      if (promise !== undefined) promises.add(promise);
    },
  };
}
