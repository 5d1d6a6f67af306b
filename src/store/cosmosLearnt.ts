/** What was learnt, in Cosmos DB: an item each, in a partition of its own under a name that no case has. */
import type { Container } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LearntStore } from '../app/ports';
import { readKept } from '../domain/case/newerVersion';
import { Learnt } from '../domain/learnt/learnt';
import { learntKey } from './cosmosItems';
import { codeOf, type Attempt, type Perform } from './cosmosRequests';

const Items = z.array(Learnt);
/** Milliseconds for which what was read counts without another look: nobody is in danger if it is a minute old. */
const keptFor = 60_000;

export class CosmosLearnt implements LearntStore {
  private known: readonly Learnt[] = [];
  private until = Number.NEGATIVE_INFINITY;
  private asking: Promise<readonly Learnt[]> | undefined;

  /** `now` is in milliseconds and only ever goes forward. */
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async load({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<readonly Learnt[]> {
    if (!fresh && this.now() < this.until) return this.known;
    if (fresh) return this.ask();
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** The same id at each attempt: one whose answer was lost is found there, and is not kept twice. */
  async keep(learnt: Learnt): Promise<void> {
    const item = { id: randomUUID(), caseId: learntKey, learnt: Learnt.parse(learnt) };
    await this.perform('keep-learnt', async ({ signal, charge }) => {
      const made = await this.container.items.create(item, { abortSignal: signal }).catch((error: unknown) => {
        if (codeOf(error) === 409) return undefined;
        throw error;
      });
      charge(made?.requestCharge ?? 0);
    });
    this.known = [...this.known, item.learnt];
    this.until = Math.min(this.until, this.now());
  }

  private async ask(): Promise<readonly Learnt[]> {
    const began = this.now();
    const all = await this.perform('load-learnt', (attempt) => this.whole(attempt));
    // The same list as long as there is nothing new, and never less than what was kept here.
    if (all.length > this.known.length) this.known = all;
    this.until = began + keptFor;
    return this.known;
  }

  private async whole({ signal, charge }: Attempt): Promise<readonly Learnt[]> {
    const { resources, requestCharge } = await this.container.items.query('SELECT VALUE c.learnt FROM c', { partitionKey: learntKey, maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    return readKept(Items, resources);
  }
}
