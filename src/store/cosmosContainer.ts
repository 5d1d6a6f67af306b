/**
 * The container that the Cosmos DB store works in. `infra/modules/records.bicep` makes the same one; a test compares them.
 *
 * Only what a query filters on is indexed: an index on every word that somebody wrote would cost money on every turn.
 * The partition key is named because Cosmos DB does not index it by itself.
 */
import { IndexingMode, PartitionKeyDefinitionVersion, PartitionKeyKind, type ContainerDefinition } from '@azure/cosmos';

export const casesContainer = (id: string) =>
  ({
    id,
    partitionKey: { paths: ['/caseId'], kind: PartitionKeyKind.Hash, version: PartitionKeyDefinitionVersion.V2 },
    // On, so that an item may say when it ends; nothing does unless it says so.
    defaultTtl: -1,
    indexingPolicy: {
      indexingMode: IndexingMode.consistent,
      automatic: true,
      includedPaths: [{ path: '/caseId/?' }, { path: '/head/worker/?' }, { path: '/head/owes/?' }, { path: '/head/remindOn/?' }, { path: '/head/ref/?' }, { path: '/audit/at/?' }],
      excludedPaths: [{ path: '/*' }],
    },
  }) satisfies ContainerDefinition;
