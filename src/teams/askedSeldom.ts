/** Milliseconds for which an answer counts. */
const countsFor = 3_000;

/**
 * Whether it is so, asked anew only when the last answer is some seconds old: anybody may ask whether the bot is ready,
 * and that must not become work for its store. Who asks meanwhile waits for the same answer. What fails is a no.
 */
export function askedSeldom(ask: () => Promise<boolean>, now: () => Date): () => Promise<boolean> {
  let asked: { readonly answer: Promise<boolean>; at?: number } | undefined;
  return () => {
    const age = asked?.at === undefined ? 0 : now().getTime() - asked.at;
    if (asked && age >= 0 && age < countsFor) return asked.answer;
    const current: typeof asked = { answer: ask().catch(() => false) };
    void current.answer.then(() => void (current.at = now().getTime()));
    asked = current;
    return current.answer;
  };
}
