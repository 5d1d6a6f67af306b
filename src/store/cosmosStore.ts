/**
 * The production store: Azure Cosmos DB, with as many instances of the bot as one likes.
 *
 * Session consistency: an instance reads its own writes. It may read what another wrote a moment late; then it decides
 * on an older revision, its batch is turned down, and the turn is decided again on what is stored.
 */
import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import type { CaseStore, PlaceStore } from '../app/ports';
import { CosmosCases } from './cosmosCases';
import { CosmosPlaces } from './cosmosPlaces';
import { cosmosRequests, type Patience } from './cosmosRequests';

export type CosmosStoreSettings = Patience & {
  readonly endpoint: string;
  readonly database: string;
  readonly container: string;
  /** One of both: the key of the account, or a credential of Entra ID. */
  readonly key?: string;
  readonly credential?: NonNullable<CosmosClientOptions['aadCredentials']>;
};

export type CosmosStore = { readonly cases: CaseStore; readonly places: PlaceStore };

const oneRequestMs = 4_000;
const longestWaitWhenBusySeconds = 6;

/** Asks nothing yet. The database and the container must be there: infra makes them, the bot may not. */
export function openCosmosStore({ endpoint, key, credential, database, container, ...patience }: CosmosStoreSettings): CosmosStore {
  const client = new CosmosClient({
    endpoint,
    ...(key === undefined ? {} : { key }),
    ...(credential === undefined ? {} : { aadCredentials: credential }),
    // Unless it is named, the SDK sends no session token, and an instance may not see what it has just written.
    consistencyLevel: 'Session',
    connectionPolicy: {
      requestTimeout: oneRequestMs,
      // There is one region. With discovery, a lost connection is tried 120 times, a second apart, whatever we say.
      enableEndpointDiscovery: false,
      retryOptions: { maxRetryAttemptCount: 9, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: longestWaitWhenBusySeconds },
    },
  });
  const kept = client.database(database).container(container);
  const perform = cosmosRequests(patience);
  return { cases: new CosmosCases(kept, perform, async () => client.dispose()), places: new CosmosPlaces(kept, perform) };
}
