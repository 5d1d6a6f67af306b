import type { LearntStore } from '../app/ports';
import { Learnt } from '../domain/learnt/learnt';

/** What was learnt, in memory. Nothing outlives the process. */
export function memoryLearnt(): LearntStore {
  let known: readonly Learnt[] = [];
  return {
    load: async () => known,
    keep: async (learnt) => void (known = [...known, Learnt.parse(learnt)]),
  };
}
