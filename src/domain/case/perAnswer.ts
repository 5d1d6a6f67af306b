import type { Prompt } from '../framework/framework';
import type { Answer } from './case';

/** What one answer to one prompt tells, read once: neither of them ever changes, and every turn reads the whole case. */
export function perAnswer<Told>(read: (prompt: Prompt, answer: Answer) => Told): (prompt: Prompt, answer: Answer) => Told {
  const known = new WeakMap<Prompt, WeakMap<Answer, Told>>();
  return (prompt, answer) => {
    let ofPrompt = known.get(prompt);
    if (!ofPrompt) known.set(prompt, (ofPrompt = new WeakMap()));
    const before = ofPrompt.get(answer);
    if (before !== undefined) return before;
    const told = read(prompt, answer);
    ofPrompt.set(answer, told);
    return told;
  };
}
