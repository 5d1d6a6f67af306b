/** The words by which the sentences of a note find their prompts. */
import { inWords } from '../domain/framework/readFramework';
import { filingRulesOf, FilingWords } from '../domain/reading/filing/filingWords';

export type FilingReading = { readonly filing?: FilingWords; readonly problems: readonly string[] };

const known = new WeakMap<object, FilingReading>();

/** Returns the words, or every problem of the file; `ready`: with their rules made, of which each is checked. The same file is read once: there are many phrases. */
export function readFiling(given: unknown, ready: boolean): FilingReading {
  const before = typeof given === 'object' && given !== null ? (known.get(given) ?? parse(given)) : parse(given);
  if (typeof given === 'object' && given !== null) known.set(given, before);
  return ready && before.filing ? withRules(before.filing) : before;
}

function parse(given: unknown): FilingReading {
  const parsed = FilingWords.safeParse(given);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => `filing.json: ${inWords(issue, given)}`) };
  return { filing: parsed.data, problems: [] };
}

function withRules(filing: FilingWords): FilingReading {
  try {
    filingRulesOf(filing);
    return { filing, problems: [] };
  } catch (error) {
    return { problems: (error instanceof Error ? error.message : String(error)).split('\n').map((problem) => `filing.json: ${problem}.`) };
  }
}
