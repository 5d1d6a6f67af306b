import type { Prompt } from '../framework/framework';
import type { Answer } from './case';

/**
 * What one answer tells a prompt, or a condition on it, read once: neither of them ever changes, and every turn reads the
 * whole case. Kept with the answer, so that the collector of memory has one thing to follow for each answer and not one
 * for each that asks.
 */
export function perAnswer<Told, Asker extends object = Prompt>(read: (asker: Asker, answer: Answer) => Told): (asker: Asker, answer: Answer) => Told {
  const known = new WeakMap<Answer, Map<Asker, Told>>();
  return (asker, answer) => {
    let told = known.get(answer);
    if (!told) known.set(answer, (told = new Map()));
    const before = told.get(asker);
    if (before !== undefined) return before;
    const now = read(asker, answer);
    told.set(asker, now);
    return now;
  };
}
