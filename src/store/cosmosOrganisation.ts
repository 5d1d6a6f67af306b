/**
 * The organisation in Cosmos DB: one partition, an item an event, and the next number is the lock.
 *
 * A turn asks for nothing while what is known is younger than a few seconds, and for one small read after that: whether
 * there is a next event. So a right that was withdrawn on another instance ends here within these seconds; whoever asks
 * for `fresh` sees it at once.
 */
import type { Container } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OrganisationAppended, OrganisationStore } from '../app/ports';
import { readKept } from '../domain/case/newerVersion';
import { OrganisationEvent } from '../domain/organisation/event';
import { eventId, organisationKey } from './cosmosItems';
import { readItem } from './cosmosRead';
import { NotSettled, type Attempt, type Perform } from './cosmosRequests';

const Item = z.object({ id: z.string().regex(/^\d{6,}$/), write: z.string(), organisation: z.unknown() });

/** Milliseconds for which what was read counts without another look. */
const keptFor = 5_000;
const mostAtOnce = 100;

export class CosmosOrganisation implements OrganisationStore {
  private known: readonly OrganisationEvent[] = [];
  private until = Number.NEGATIVE_INFINITY;
  private asking: Promise<readonly OrganisationEvent[]> | undefined;

  /** `now` is in milliseconds and only ever goes forward. */
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async load({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<readonly OrganisationEvent[]> {
    if (fresh) return this.ask();
    if (this.now() < this.until) return this.known;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** One batch, all of it or nothing: whoever creates the next number was first. */
  async append(expectedRev: number, events: readonly OrganisationEvent[]): Promise<OrganisationAppended> {
    if (events.length > mostAtOnce) throw new Error('That is more than can be stored at once');
    const write = randomUUID();
    const items = events.map((event, index) => ({ id: eventId(expectedRev + index + 1), caseId: organisationKey, write, organisation: OrganisationEvent.parse(event) }));
    const isOurs = await this.perform('append-organisation', (attempt) => this.create(items, write, attempt));
    if (!isOurs) return { kind: 'somebody-was-first' };
    const all = await this.ask();
    return { kind: 'appended', events: all.slice(0, expectedRev + events.length) };
  }

  private async ask(): Promise<readonly OrganisationEvent[]> {
    const began = this.now();
    const known = await this.perform('load-organisation', async (attempt) => ((await this.item(this.known.length + 1, attempt)) === undefined ? this.known : this.whole(attempt)));
    // Somebody who asked later may have been answered sooner.
    if (known.length > this.known.length) this.known = known;
    this.until = began + keptFor;
    return this.known;
  }

  private item(rev: number, attempt: Attempt): Promise<unknown> {
    return readItem(this.container, eventId(rev), organisationKey, attempt);
  }

  private async whole({ signal, charge }: Attempt): Promise<readonly OrganisationEvent[]> {
    const { resources, requestCharge } = await this.container.items.query('SELECT * FROM c', { partitionKey: organisationKey, maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    const items = resources.map((item) => Item.parse(item)).sort((a, b) => Number(a.id) - Number(b.id));
    if (items.some(({ id }, index) => id !== eventId(index + 1))) throw new NotSettled('The organisation changed while it was read');
    return items.map(({ organisation }) => readKept(OrganisationEvent, organisation));
  }

  /** The answer to an earlier attempt may have been lost: then what stands there is our own. */
  private async create(items: readonly { readonly id: string; readonly write: string }[], write: string, attempt: Attempt): Promise<boolean> {
    const operations = items.map((item) => ({ operationType: 'Create' as const, resourceBody: item }));
    const { result = [], headers } = await this.container.items.batch(operations, organisationKey, { abortSignal: attempt.signal }).catch((error: unknown) => {
      throw new NotSettled(error instanceof Error ? error.message : 'The batch was not answered');
    });
    attempt.charge(Number(headers['x-ms-request-charge'] ?? 0));
    const culprit = result.find(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
    if (culprit === undefined) return true;
    if (culprit.statusCode !== 409) throw new NotSettled(`Cosmos DB answered ${culprit.statusCode} to a change of the organisation`);
    const stands = Item.safeParse(await this.item(Number(items[0]!.id), attempt));
    return stands.success && stands.data.write === write;
  }
}
