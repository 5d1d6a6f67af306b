/**
 * Who the bot is to Cosmos DB when it has no key.
 *
 * Each is one source and no other. DefaultAzureCredential tries nine in turn and takes the first that answers: a secret
 * left in the environment or somebody's own login would then open the records.
 */
import type { CosmosAccount } from './cosmosStore';

export type CosmosIdentity =
  /** Where the bot runs: the identity that infra gave it, by its client id. */
  | { readonly kind: 'managed'; readonly clientId: string }
  /** On a developer's machine: whoever is signed in with `az login`. */
  | { readonly kind: 'azure-cli' };

type Credential = NonNullable<CosmosAccount['credential']>;

/** Asks for nothing until the first request. The package is large, so it is read only by who needs it. */
export function credentialOf(identity: CosmosIdentity): Credential {
  let source: Promise<Credential> | undefined;
  return { getToken: async (...asked) => (await (source ??= sourceOf(identity))).getToken(...asked) };
}

async function sourceOf(identity: CosmosIdentity): Promise<Credential> {
  const { AzureCliCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return identity.kind === 'managed' ? new ManagedIdentityCredential({ clientId: identity.clientId }) : new AzureCliCredential();
}
