/**
 * The production store: Azure Cosmos DB, with as many instances of the bot as one likes.
 *
 * No instance owns a case, and the next press may reach another instance than the last. So that nobody is shown a case
 * as it was before their own press, the account must read what was written last, whoever wrote it: Strong consistency,
 * which is what infra asks for. With less, nothing is lost and nothing is done twice, because a batch that was decided
 * on an older revision is turned down; but an instance may show late what another has written.
 */
import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import type { AuditTrail, LearntStore, Leases, OrganisationStore, PlaceStore, SealedCases } from '../app/ports';
import { bufferedAudit } from './bufferedAudit';
import { CosmosAudit } from './cosmosAudit';
import { CosmosCases } from './cosmosCases';
import { CosmosLearnt } from './cosmosLearnt';
import { CosmosLeases } from './cosmosLeases';
import { CosmosOrganisation } from './cosmosOrganisation';
import { CosmosPlaces } from './cosmosPlaces';
import { cosmosRequests, type Patience } from './cosmosRequests';
import type { OnLeftOut } from './learntSoFar';
import { noSeal, type Seal } from './seal';

export type CosmosAccount = {
  readonly endpoint: string;
  readonly database: string;
  readonly container: string;
  /** One of both: the key of the account, or an identity of Entra ID. */
  readonly key?: string;
  readonly credential?: NonNullable<CosmosClientOptions['aadCredentials']>;
  /** How requests travel: over connections that are kept, unless something else is given. */
  readonly transport?: NonNullable<CosmosClientOptions['httpClient']>;
};

export type CosmosStoreSettings = CosmosAccount &
  Patience & {
    /** Whether the account itself promises that what is read is what was written last; see checkCosmos. */
    readonly readsLatest?: boolean;
    readonly seal?: Seal;
    readonly onLeftOut?: OnLeftOut;
  };

export type CosmosStore = { readonly cases: SealedCases; readonly places: PlaceStore; readonly leases: Leases; readonly audit: AuditTrail; readonly organisation: OrganisationStore; readonly learnt: LearntStore };

const oneRequestMs = 4_000;
const longestWaitWhenBusySeconds = 6;

/** Asks nothing yet. The database and the container must be there: infra makes them, the bot may not. */
export function openCosmosStore({ readsLatest = false, seal = noSeal, onLeftOut, ...settings }: CosmosStoreSettings): CosmosStore {
  // Unless Session is named, the SDK sends no session token, and an instance may not see what it has just written.
  // Naming it on an account that promises more would get less.
  const client = cosmosClient(settings, readsLatest ? {} : { consistencyLevel: 'Session' });
  const kept = client.database(settings.database).container(settings.container);
  const perform = cosmosRequests(settings);
  return { cases: new CosmosCases(kept, perform, seal, async () => client.dispose()), places: new CosmosPlaces(kept, perform), leases: new CosmosLeases(kept, perform), audit: bufferedAudit(new CosmosAudit(kept, perform)), organisation: new CosmosOrganisation(kept, perform), learnt: new CosmosLearnt(kept, perform, onLeftOut === undefined ? {} : { onLeftOut }) };
}

export function cosmosClient({ endpoint, key, credential, transport }: CosmosAccount, more: Pick<CosmosClientOptions, 'consistencyLevel'> = {}): CosmosClient {
  return new CosmosClient({
    endpoint,
    ...(key === undefined ? {} : { key }),
    ...(credential === undefined ? {} : { aadCredentials: credential }),
    ...(transport === undefined ? {} : { httpClient: transport }),
    ...more,
    connectionPolicy: {
      requestTimeout: oneRequestMs,
      // There is one region. With discovery, a lost connection is tried 120 times, a second apart, whatever we say.
      enableEndpointDiscovery: false,
      retryOptions: { maxRetryAttemptCount: 9, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: longestWaitWhenBusySeconds },
    },
  });
}
