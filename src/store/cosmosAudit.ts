/**
 * The audit trail in Cosmos DB: a partition for each case beside the case's own, so that erasing a case does not reach
 * it. Nothing here replaces or deletes an item.
 */
import type { Container, JSONObject } from '@azure/cosmos';
import { z } from 'zod';
import { AuditEntry } from '../domain/record/auditEntry';
import type { KeptAudit, NewEntry } from './bufferedAudit';
import { codeOf, NotSettled, type Attempt, type Perform } from './cosmosRequests';

const Entries = z.array(AuditEntry);
const mostOperations = 100;
const dayMs = 86_400_000;

/** No id of a case holds a space, so no case is in such a partition. */
const partitionOf = ({ caseId = '' }: { readonly caseId?: string | undefined }): string => `audit ${caseId}`;

export class CosmosAudit implements KeptAudit {
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
  ) {}

  /** A batch for each case. When one fails, those before it are there, and are known by their ids when it is called again. */
  async add(entries: readonly NewEntry[]): Promise<void> {
    for (const partition of new Set(entries.map(({ entry }) => partitionOf(entry)))) {
      const its = entries.filter(({ entry }) => partitionOf(entry) === partition);
      for (let first = 0; first < its.length; first += mostOperations) {
        const batch = its.slice(first, first + mostOperations);
        await this.perform('add-audit', (attempt) => this.create(partition, batch, attempt));
      }
    }
  }

  async ofCase(caseId: string): Promise<readonly AuditEntry[]> {
    const found = await this.perform('audit-of-case', async ({ signal, charge }) => {
      const { resources, requestCharge } = await this.container.items.query('SELECT VALUE c.audit FROM c', { partitionKey: partitionOf({ caseId }), maxItemCount: -1, abortSignal: signal }).fetchAll();
      charge(requestCharge);
      return Entries.parse(resources);
    });
    return inOrder(found);
  }

  /** Asked for a day at a time, so that years of entries are never in memory at once. */
  async *between(from: string, until: string): AsyncIterable<AuditEntry> {
    for (let start = from; start < until; ) {
      const nextDay = new Date((Math.floor(Date.parse(start) / dayMs) + 1) * dayMs).toISOString();
      const end = nextDay < until ? nextDay : until;
      yield* inOrder(await this.perform('audit-of-day', (attempt) => this.spanOf(start, end, attempt)));
      start = end;
    }
  }

  private async spanOf(from: string, until: string, { signal, charge }: Attempt): Promise<readonly AuditEntry[]> {
    const parameters = [{ name: '@from', value: from }, { name: '@until', value: until }];
    const { resources, requestCharge } = await this.container.items.query({ query: 'SELECT VALUE c.audit FROM c WHERE c.audit.at >= @from AND c.audit.at < @until', parameters }, { maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    return Entries.parse(resources);
  }

  /** A conflict says that some are there already, from an attempt whose answer was lost: then each is written by itself, once. */
  private async create(partition: string, entries: readonly NewEntry[], { signal, charge }: Attempt): Promise<void> {
    const operations = entries.map(({ id, entry }) => ({ operationType: 'Create' as const, resourceBody: asJson({ id, caseId: partition, audit: entry }) }));
    const { result = [], headers } = await this.container.items.batch(operations, partition, { abortSignal: signal }).catch((error: unknown) => {
      throw new NotSettled(error instanceof Error ? error.message : 'The batch was not answered');
    });
    charge(Number(headers['x-ms-request-charge'] ?? 0));
    const culprit = result.find(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
    if (culprit?.statusCode === 409) return this.createEach(operations.map(({ resourceBody }) => resourceBody), { signal, charge });
    if (culprit !== undefined) throw new NotSettled(`Cosmos DB answered ${culprit.statusCode} to entries of the audit trail`);
  }

  private async createEach(items: readonly JSONObject[], { signal, charge }: Attempt): Promise<void> {
    for (const item of items) {
      const made = await this.container.items.create(item, { abortSignal: signal }).catch((error: unknown) => {
        if (codeOf(error) === 409) return undefined;
        throw error;
      });
      charge(made?.requestCharge ?? 0);
    }
  }
}

const inOrder = (entries: readonly AuditEntry[]): readonly AuditEntry[] => [...entries].sort((a, b) => a.at.localeCompare(b.at));

/** The SDK's type of a JSON value knows no readonly and no optional fields; it writes them out all the same. */
const asJson = (value: object): JSONObject => value as JSONObject;
