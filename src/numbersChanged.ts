/** The numbers that administrators changed in the chat, read before there is a bot. */
import { existsSync } from 'node:fs';
import type { Config } from './config';
import { organisationOf } from './domain/organisation/evolveOrganisation';
import type { Organisation } from './domain/organisation/organisation';
import { openStores } from './openStores';

/** None where nothing is kept yet, or where the store cannot be opened: what is wrong with it is said by whoever works with it. Makes no file. */
export async function numbersChanged({ store, sealKeys }: Pick<Config, 'store' | 'sealKeys'>): Promise<Organisation['contacts']> {
  if (store.kind === 'memory' || (store.kind === 'sqlite' && !existsSync(store.path))) return new Map();
  const opened = await openStores(store, sealKeys, () => undefined).catch(() => undefined);
  if (opened?.kind !== 'opened') return new Map();
  try {
    return organisationOf(await opened.stores.organisation.load()).contacts;
  } finally {
    await opened.stores.cases.close();
  }
}
