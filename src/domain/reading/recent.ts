/** What was worked out for the latest texts: a text of a case is read again and again, by one instance after every turn. */

/** The same text and the same rules give the same; the oldest of `most` texts is let go. */
export function keptPerText<Rules extends object, Value>(work: (text: string, rules: Rules) => Value, most: number): (text: string, rules: Rules) => Value {
  const kept = new WeakMap<Rules, Map<string, Value>>();
  return (text, rules) => {
    const known = kept.get(rules) ?? new Map<string, Value>();
    kept.set(rules, known);
    const value = known.get(text) ?? work(text, rules);
    known.delete(text);
    known.set(text, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
