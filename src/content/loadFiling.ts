/** The words by which the sentences of a note find their prompts. */
import { inWords } from '../domain/framework/readFramework';
import { filingRulesOf, FilingWords } from '../domain/reading/filingWords';

export type FilingReading = { readonly filing?: FilingWords; readonly problems: readonly string[] };

const known = new WeakMap<object, FilingReading>();

/** Returns the words, with their rules made ready, or every problem of the file. The same file is read once: there are many phrases. */
export function readFiling(given: unknown): FilingReading {
  if (typeof given !== 'object' || given === null) return read(given);
  const before = known.get(given) ?? read(given);
  known.set(given, before);
  return before;
}

function read(given: unknown): FilingReading {
  const parsed = FilingWords.safeParse(given);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => `filing.json: ${inWords(issue, given)}`) };
  try {
    filingRulesOf(parsed.data);
    return { filing: parsed.data, problems: [] };
  } catch (error) {
    return { problems: (error instanceof Error ? error.message : String(error)).split('\n').map((problem) => `filing.json: ${problem}.`) };
  }
}
