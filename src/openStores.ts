/** The stores that the settings ask for. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditTrail, CaseStore, Leases, OrganisationStore, PlaceStore } from './app/ports';
import type { CosmosSetting, StoreSetting } from './config';
import type * as CheckCosmos from './store/checkCosmos';
import type * as CosmosIdentity from './store/cosmosIdentity';
import type { OnCharge } from './store/cosmosRequests';
import type * as CosmosStore from './store/cosmosStore';
import { memoryStore } from './store/memoryStore';
import { openSqliteStore } from './store/sqliteStore';

export type Stores = { readonly cases: CaseStore; readonly places: PlaceStore; readonly leases: Leases; readonly audit: AuditTrail; readonly organisation: OrganisationStore };
export type Opened = { readonly kind: 'opened'; readonly stores: Stores; readonly remarks: readonly string[] } | { readonly kind: 'refused'; readonly problem: string };

/** Refused within seconds when Cosmos DB cannot be worked with as it is set up. */
export async function openStores(setting: StoreSetting, onCharge: OnCharge): Promise<Opened> {
  switch (setting.kind) {
    case 'memory':
      return { kind: 'opened', stores: memoryStore(), remarks: ['Nothing is kept: cases are forgotten when the bot stops. Set STORE=sqlite:PATH to keep them.'] };
    case 'sqlite':
      mkdirSync(dirname(setting.path), { recursive: true });
      return { kind: 'opened', stores: openSqliteStore(setting.path), remarks: [] };
    case 'cosmos':
      return openCosmos(setting, onCharge);
  }
}

/** The package of Cosmos DB takes half a second and 25 MB, so it is read only by who asks for it. */
async function openCosmos({ identity, ...setting }: CosmosSetting, onCharge: OnCharge): Promise<Opened> {
  const { checkCosmos } = require('./store/checkCosmos') as typeof CheckCosmos;
  const { openCosmosStore } = require('./store/cosmosStore') as typeof CosmosStore;
  const { credentialOf } = require('./store/cosmosIdentity') as typeof CosmosIdentity;
  const account = { ...setting, ...(identity === undefined ? {} : { credential: credentialOf(identity) }) };
  const checked = await checkCosmos(account);
  if (checked.kind === 'refused') return checked;
  return { kind: 'opened', stores: openCosmosStore({ ...account, readsLatest: checked.readsLatest, onCharge }), remarks: checked.remarks };
}
