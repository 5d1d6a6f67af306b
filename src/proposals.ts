/** npm run proposals: what link workers moved, as proposals for the words by which notes are filed. */
import { existsSync } from 'node:fs';
import type { CaseStore } from './app/ports';
import { readConfig, type StoreSetting } from './config';
import { loadContent } from './content/load';
import { correctionsIn, countCorrections, type Correction, type CorrectionCount } from './domain/reading/filing/corrections';
import { openStores } from './openStores';

const help = `Usage: STORE=sqlite:PATH npm run proposals -- [--with-sentences]

Prints one JSON line for each way in which link workers moved sentences of their notes: the prompt that was proposed, the one that
they chose, the words of the lexicon that had spoken for it, and how many times. Nothing else of a case is printed, and no name.
Where "proposed" is missing, no phrase had spoken for any prompt. The bot may be running.
  --with-sentences   the sentences too. They hold what people said: only where your service allows it, and not outside it.

What was moved in an erased case is gone with it. Ends with 0; with 2 when STORE or an argument is wrong.`;

/** Every case is read as it was written, with the words of the version that it began with. */
export async function gatherCorrections(cases: CaseStore, withSentences: boolean): Promise<readonly CorrectionCount[]> {
  const corrections: Correction[] = [];
  for await (const { caseId } of cases.all()) {
    const events = await cases.load(caseId);
    const opened = events.find((event) => event.type === 'CaseOpened');
    if (opened) corrections.push(...correctionsIn(events, loadContent(opened.framework).filing, withSentences));
  }
  return countCorrections(corrections);
}

function keptSomewhere(store: StoreSetting): string | undefined {
  if (store.kind === 'memory') return 'Nothing is kept: set STORE as it is set for the bot. See --help.';
  return store.kind === 'sqlite' && !existsSync(store.path) ? `There is no file ${store.path}.` : undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const say = (text: string, code: number): number => {
    (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
    return code;
  };
  if (args.includes('--help')) return say(help, 0);
  const unknown = args.find((arg) => arg !== '--with-sentences');
  if (unknown !== undefined) return say(`${unknown} means nothing here. See --help.`, 2);
  const read = readConfig(process.env);
  if (read.kind === 'refused') return say(read.problems.join('\n'), 2);
  const missing = keptSomewhere(read.config.store);
  if (missing !== undefined) return say(missing, 2);
  const opened = await openStores(read.config.store, read.config.sealKeys, () => undefined);
  if (opened.kind === 'refused') return say(opened.problem, 2);
  const { cases } = opened.stores;
  for (const count of await gatherCorrections(cases, args.includes('--with-sentences'))) say(JSON.stringify(count), 0);
  await cases.close();
  return 0;
}

if (require.main === module) void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
