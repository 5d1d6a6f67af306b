/** The stores that the settings ask for. */
import type { AuditTrail, CaseStore, LearntStore, Leases, OrganisationStore, PlaceStore, SealedCases } from './app/ports';
import type { CosmosSetting, StoreSetting } from './config';
import type * as CheckCosmos from './store/checkCosmos';
import type * as CosmosIdentity from './store/cosmosIdentity';
import type { OnCharge } from './store/cosmosRequests';
import type { OnLeftOut } from './store/learntSoFar';
import type * as CosmosStore from './store/cosmosStore';
import { memoryStore } from './store/memoryStore';
import { NotReadable, sealWith } from './store/seal';
import type { SealKey } from './store/sealKeys';
import { openSqliteStore } from './store/sqliteStore';

export type Stores = { readonly cases: CaseStore; readonly places: PlaceStore; readonly leases: Leases; readonly audit: AuditTrail; readonly organisation: OrganisationStore; readonly learnt: LearntStore; /** The same cases, where they are kept somewhere. */ readonly sealed?: SealedCases };
export type Opened = { readonly kind: 'opened'; readonly stores: Stores; readonly remarks: readonly string[] } | { readonly kind: 'refused'; readonly problem: string };

/** `onLeftOut` hears of what was learnt and cannot be read. Refused within seconds when Cosmos DB cannot be worked with as it is set up. */
export async function openStores(setting: StoreSetting, keys: readonly SealKey[], onCharge: OnCharge, onLeftOut: OnLeftOut = () => undefined): Promise<Opened> {
  const seal = sealWith(keys);
  switch (setting.kind) {
    case 'memory':
      return { kind: 'opened', stores: memoryStore(), remarks: ['Nothing is kept: cases are forgotten when the bot stops. Set STORE=sqlite:PATH to keep them.'] };
    case 'sqlite':
      return opened(openSqliteStore(setting.path, { seal, onLeftOut }), keys);
    case 'cosmos':
      return openCosmos(setting, keys, { onCharge, onLeftOut });
  }
}

/** The package of Cosmos DB takes half a second and 25 MB, so it is read only by who asks for it. */
async function openCosmos({ identity, ...setting }: CosmosSetting, keys: readonly SealKey[], hears: { readonly onCharge: OnCharge; readonly onLeftOut: OnLeftOut }): Promise<Opened> {
  const { checkCosmos } = require('./store/checkCosmos') as typeof CheckCosmos;
  const { openCosmosStore } = require('./store/cosmosStore') as typeof CosmosStore;
  const { credentialOf } = require('./store/cosmosIdentity') as typeof CosmosIdentity;
  const account = { ...setting, ...(identity === undefined ? {} : { credential: credentialOf(identity) }) };
  const checked = await checkCosmos(account);
  if (checked.kind === 'refused') return checked;
  return opened(openCosmosStore({ ...account, readsLatest: checked.readsLatest, seal: sealWith(keys), ...hears }), keys, checked.remarks);
}

/** Tried on one case, so that a key which was taken away too early is a sentence at the start and not a failed turn later. */
async function lacksKey(cases: CaseStore): Promise<string | undefined> {
  try {
    for await (const { caseId } of cases.all()) {
      await cases.load(caseId);
      return undefined;
    }
  } catch (error) {
    if (error instanceof NotReadable && error.lacksKey) return error.message;
    // What is wrong with one record is told to whoever opens it.
    if (!(error instanceof NotReadable)) throw error;
  }
  return undefined;
}

async function opened(stores: Required<Omit<Stores, 'sealed'>> & { readonly cases: SealedCases }, keys: readonly SealKey[], remarks: readonly string[] = []): Promise<Opened> {
  const problem = await lacksKey(stores.cases);
  if (problem !== undefined) {
    await stores.cases.close();
    return { kind: 'refused', problem };
  }
  const unsealed = keys.length > 0 ? [] : ['What people say is kept as it is, because SEAL_KEYS is not set. In production the bot does not start so.'];
  return { kind: 'opened', stores: { ...stores, sealed: stores.cases }, remarks: [...remarks, ...unsealed] };
}
