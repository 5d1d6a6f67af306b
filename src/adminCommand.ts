/** npm run admin: what operators do with records from a terminal, with the settings of the bot. */
import { existsSync } from 'node:fs';
import { adminHelp, readAdminArguments, type AdminWish } from './admin/adminArguments';
import { administer, newKey, noMessenger } from './admin/adminVerbs';
import type { Parts } from './app/ports';
import { readConfig, type Config, type StoreSetting } from './config';
import { dayInLondon } from './domain/case/londonTime';
import { warnDays } from './domain/record/retention';
import { openCatalogue } from './openCatalogue';
import { openContent } from './openContent';
import { openStores } from './openStores';

type Ended = { readonly code: 0 | 1 | 2; readonly text: string };
const wrong = (...problems: readonly string[]): Ended => ({ code: 2, text: problems.join('\n') });

/** Never makes a new file where there is none. */
function keptSomewhere(store: StoreSetting): string | undefined {
  if (store.kind === 'memory') return 'Nothing is kept: set STORE as it is set for the bot. See --help.';
  return store.kind === 'sqlite' && !existsSync(store.path) ? `There is no file ${store.path}. Set STORE as it is set for the bot.` : undefined;
}

/** Returns what to say and the exit code. */
export async function runAdmin(args: readonly string[], env: Readonly<Record<string, string | undefined>>, now: () => string): Promise<Ended> {
  if (args.includes('--help') || args.includes('-h')) return { code: 0, text: adminHelp };
  const wish = readAdminArguments(args);
  if (typeof wish === 'string') return wrong(wish);
  if (wish.verb === 'new-key') return { code: 0, text: newKey(wish.about ?? '') };
  const read = readConfig(env);
  if (read.kind === 'refused') return wrong(...read.problems);
  const missing = keptSomewhere(read.config.store);
  return missing === undefined ? withStores(read.config, wish, now) : wrong(missing);
}

async function withStores(config: Config, wish: AdminWish, now: () => string): Promise<Ended> {
  const { supervisors, administrators, selfReview, sealKeys, retentionDays } = config;
  // A number past its day keeps the bot from starting, and nobody from what is kept about them.
  const words = openContent({ ...config, production: false }, dayInLondon(now()));
  const shelf = await openCatalogue(config);
  if (words.kind === 'refused') return wrong(...words.problems);
  if (shelf.kind === 'refused') return wrong(shelf.problem);
  const opened = await openStores(config.store, sealKeys, () => undefined);
  if (opened.kind === 'refused') return wrong(opened.problem);
  const { cases, places, leases, audit, organisation, learnt, sealed } = opened.stores;
  if (!sealed) return wrong('Nothing is kept in that store.');
  const parts: Parts = { cases, leases, messenger: noMessenger, safetyPlaces: places, audit, organisation, learnt, content: words.content, catalogue: shelf.catalogue, settings: { supervisors, administrators, selfReview } };
  try {
    return await administer({ parts, sealed, ...(sealKeys[0] ? { firstKey: sealKeys[0].id } : {}), rule: { days: retentionDays, warnDays }, now }, wish);
  } finally {
    await audit.flush();
    await cases.close();
  }
}

async function main(): Promise<void> {
  const { code, text } = await runAdmin(process.argv.slice(2), process.env, () => new Date().toISOString()).catch((error: unknown): Ended => ({ code: 1, text: error instanceof Error ? error.message : String(error) }));
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
}

if (require.main === module) void main();
