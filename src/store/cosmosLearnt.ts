/** What was learnt, in Cosmos DB: an item each, in a partition of its own under a name that no case has. */
import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import type { LearntStore } from '../app/ports';
import { Learnt } from '../domain/learnt/learnt';
import { learntKey } from './cosmosItems';
import { codeOf, type Attempt, type Perform } from './cosmosRequests';
import { learntId } from './learntId';
import { LearntSoFar, type OnLeftOut } from './learntSoFar';

/** `_ts` is the second in which Cosmos DB wrote it. It is always indexed. */
const Items = z.array(z.object({ id: z.string(), _ts: z.number(), learnt: z.unknown() }));
type Items = z.infer<typeof Items>;
/** Milliseconds for which what was read counts without another look: nobody is in danger if it is a minute old. */
const keptFor = 60_000;
/** Seconds. What was written within them before the last that was seen is asked for again: the clocks of their machines are not one. */
const overlap = 600;

export class CosmosLearnt implements LearntStore {
  private readonly known;
  /** The second in which the last was written of all that was seen. */
  private last = 0;
  private until = Number.NEGATIVE_INFINITY;
  private asking: Promise<void> | undefined;
  private readonly now: () => number;

  /** `now` is in milliseconds and only ever goes forward. */
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
    { onLeftOut, now = () => performance.now() }: { readonly onLeftOut?: OnLeftOut; readonly now?: () => number } = {},
  ) {
    this.known = new LearntSoFar(onLeftOut);
    this.now = now;
  }

  async load({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<readonly Learnt[]> {
    if (fresh) await this.ask();
    else if (this.now() >= this.until) await (this.asking ??= this.ask().finally(() => (this.asking = undefined)));
    return this.known.all({ whole: fresh });
  }

  /** The same id at each attempt: one whose answer was lost is found there, and is not kept twice. */
  async keep(given: Learnt, promise?: string): Promise<void> {
    const item = { id: learntId(promise), caseId: learntKey, learnt: Learnt.parse(given) };
    await this.perform('keep-learnt', async ({ signal, charge }) => {
      const made = await this.container.items.create(item, { abortSignal: signal }).catch((error: unknown) => {
        if (codeOf(error) === 409) return undefined;
        throw error;
      });
      charge(made?.requestCharge ?? 0);
    });
    this.known.add([item]);
  }

  private async ask(): Promise<void> {
    const began = this.now();
    const items = await this.perform('load-learnt', (attempt) => this.since(this.last - overlap, attempt));
    this.known.add(items);
    this.last = items.reduce((last, { _ts: at }) => Math.max(last, at), this.last);
    this.until = began + keptFor;
  }

  private async since(second: number, { signal, charge }: Attempt): Promise<Items> {
    const query = { query: 'SELECT * FROM c WHERE c._ts >= @since', parameters: [{ name: '@since', value: second }] };
    const { resources, requestCharge } = await this.container.items.query(query, { partitionKey: learntKey, maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    return Items.parse(resources);
  }
}
