/** Asked once at the start, so that a wrong setting is a sentence then and not a failed turn later. */
import type { ContainerDefinition, CosmosClient } from '@azure/cosmos';
import { casesContainer } from './cosmosContainer';
import { codeOf, cosmosRequests, type Attempt, type Patience } from './cosmosRequests';
import { cosmosClient, type CosmosAccount } from './cosmosStore';

export type CosmosChecked =
  | {
      readonly kind: 'ready';
      /** Whether every read gives what was written last, whichever instance wrote it. */
      readonly readsLatest: boolean;
      /** What works, and should be better. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problem: string };

/** Returns within `patienceMs`. No sentence repeats a key or what the server wrote. */
export async function checkCosmos(account: CosmosAccount, patience: Patience = { patienceMs: 6_000 }): Promise<CosmosChecked> {
  const client = cosmosClient(account);
  try {
    return await cosmosRequests(patience)('check', (attempt) => look(client, account, attempt));
  } catch (error) {
    return { kind: 'refused', problem: sentenceFor(error, account) };
  } finally {
    client.dispose();
  }
}

async function look(client: CosmosClient, { database, container }: CosmosAccount, { signal: abortSignal }: Attempt): Promise<CosmosChecked> {
  const { resource } = await client.database(database).container(container).read({ abortSignal });
  if (resource === undefined) return { kind: 'refused', problem: missing };
  const problem = problemOf(resource);
  if (problem !== undefined) return { kind: 'refused', problem };
  const readsLatest = await promisesLatest(client, abortSignal);
  return { kind: 'ready', readsLatest, remarks: [...(readsLatest ? [] : [readsLate]), ...remarksOn(resource)] };
}

/** Who may read the container need not be let near the account; then no more than Session is relied on. */
async function promisesLatest(client: CosmosClient, abortSignal: AbortSignal): Promise<boolean> {
  const account = await client.getDatabaseAccount({ abortSignal }).catch((error: unknown) => {
    if (codeOf(error) === 403) return undefined;
    throw error;
  });
  return ['Strong', 'BoundedStaleness'].includes(account?.resource?.consistencyPolicy ?? 'Session');
}

const wanted = casesContainer('');
const missing = 'There is no such container: COSMOS_DATABASE or COSMOS_CONTAINER is wrong, or infra has not made it yet. The bot makes none itself.';
const readsLate = 'This account does not promise that every instance reads what another has just written. Set its default consistency to Strong, as infra does, before there is more than one instance.';

function problemOf({ partitionKey }: ContainerDefinition): string | undefined {
  const paths = partitionKey?.paths ?? [];
  return paths.join() === wanted.partitionKey.paths.join() ? undefined : `The container is divided by another key than ${wanted.partitionKey.paths.join()}, and that cannot be changed. Let infra make one, and name it in COSMOS_CONTAINER.`;
}

function remarksOn({ indexingPolicy, defaultTtl }: ContainerDefinition): string[] {
  const indexed = new Set((indexingPolicy?.includedPaths ?? []).map(({ path }) => path));
  const lacking = indexed.has('/*') ? [] : wanted.indexingPolicy.includedPaths.map(({ path }) => path).filter((path) => !indexed.has(path));
  return [
    ...(lacking.length === 0 ? [] : [`The container has no index for ${lacking.join(', ')}, so every list reads every case. Deploy infra again.`]),
    ...(indexed.has('/*') ? ['The container indexes every word that is written, which costs money on each turn. Deploy infra again.'] : []),
    ...(defaultTtl === undefined ? ['The container lets nothing expire. Deploy infra again.'] : []),
  ];
}

const unreachable = 'Cosmos DB cannot be reached at COSMOS_ENDPOINT. Check the address, and that this network may reach it: an account made by infra is open to the private network of the bot alone.';
const notTrusted = 'COSMOS_ENDPOINT answers with a certificate that is not trusted here. For an emulator on this machine, name its certificate in NODE_EXTRA_CA_CERTS.';
const noToken = 'Entra ID gives no token for Cosmos DB. Where the bot runs, AZURE_CLIENT_ID must be the client id of an identity that was given to it; on your own machine, sign in with az login.';

function sentenceFor(error: unknown, { key }: CosmosAccount): string {
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : '';
  if (/^(CredentialUnavailable|Authentication|AggregateAuthentication|AuthenticationRequired)Error$/.test(name)) return noToken;
  if (code === 404) return missing;
  if (code === 401) return key === undefined ? 'Cosmos DB does not accept the identity. It must be of the same Entra tenant as the account.' : 'Cosmos DB does not accept COSMOS_KEY. Copy it again; or leave it out, as an account made by infra takes identities only.';
  if (code === 403) return key === undefined ? 'The identity may not read the container: it lacks the Cosmos DB role that infra gives it (built-in data contributor on the database), or the network is not let in.' : 'The account does not let this network in.';
  if (typeof code === 'string' && /CERT|SIGNATURE|ALTNAME/.test(code)) return notTrusted;
  if (typeof code === 'number') return `Cosmos DB answered ${code} when it was asked for the container.`;
  return unreachable;
}
