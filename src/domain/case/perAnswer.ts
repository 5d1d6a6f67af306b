import type { Prompt } from '../framework/framework';
import type { Answer } from './case';

/** What one answer tells a prompt, or a condition on it, read once: neither of them ever changes, and every turn reads the whole case. */
export function perAnswer<Told, Asker extends object = Prompt>(read: (asker: Asker, answer: Answer) => Told): (asker: Asker, answer: Answer) => Told {
  const known = new WeakMap<Asker, WeakMap<Answer, Told>>();
  return (asker, answer) => {
    let ofAsker = known.get(asker);
    if (!ofAsker) known.set(asker, (ofAsker = new WeakMap()));
    const before = ofAsker.get(answer);
    if (before !== undefined) return before;
    const told = read(asker, answer);
    ofAsker.set(answer, told);
    return told;
  };
}
