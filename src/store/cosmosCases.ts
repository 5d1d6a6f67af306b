/**
 * Cases in Cosmos DB: a partition a case, an item an event, and one head that changes with them.
 *
 * Why no list is kept apart: heads are found by a query over all partitions, on indexed fields alone. It sees what was
 * committed with the events, so there is no second write that could get lost with an owed post in it.
 */
import type { Container, JSONObject, OperationInput, OperationResponse } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Appended, SealedCases } from '../app/ports';
import { CaseEvent } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import { eventId, EventItem, eventItems, HeadItem, headId, headItem, placesKey, Texts, wholeAfter, wholeCase, type ReadWhole } from './cosmosItems';
import { readItem } from './cosmosRead';
import { NotSettled, type Attempt, type Perform } from './cosmosRequests';
import { RecentCases } from './recentCases';
import type { Seal } from './seal';

const mostRecentEvents = 10_000;
const mostOperations = 100;
/** More than that are fewer units in one query. */
const mostNewEvents = 20;
const mostRoundsOfErasing = 100;
/** A batch is 2 MB at most, and an item may be large. */
const mostResealedAtOnce = 20;

const Stored = EventItem.extend({ _etag: z.string() });

const appended = (events: readonly CaseEvent[]): Appended => ({ kind: 'appended', events });
const somebodyWasFirst: Appended = { kind: 'somebody-was-first' };

const owing = 'c.head.owes = @owes';

/** No mark: there is no head yet. */
type Before = Omit<ReadWhole, 'etag'> & { readonly etag?: string };
type Filter = { readonly where: string; readonly values: Readonly<Record<string, string | boolean>> };

export class CosmosCases implements SealedCases {
  private readonly recent = new RecentCases<ReadWhole>(mostRecentEvents);

  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
    private readonly seal: Seal,
    readonly close: () => Promise<void>,
  ) {}

  /** One small read when this instance saw the case last; what is new since, when another did; else one query of its partition. */
  load(caseId: string): Promise<readonly CaseEvent[]> {
    return this.perform('load', async (attempt) => (await this.current(caseId, attempt))?.events ?? []);
  }

  /**
   * One batch, all of it or nothing. The head is replaced only where it still bears the mark that was read with
   * `expectedRev`, so two writers, a gap or an erased case all end the batch; the new event's own id is the lock for
   * the first events, when there is no head yet.
   */
  async append(caseId: string, expectedRev: number, events: readonly CaseEvent[], head: CaseHead): Promise<Appended> {
    const write = randomUUID();
    // A copy of their own: whoever said it may change it afterwards.
    const added = events.map((event) => CaseEvent.parse(event));
    const items = eventItems({ caseId, expectedRev, write }, added, this.seal);
    let after: readonly CaseEvent[] = [];
    return this.perform('append', async (attempt) => {
      const before = await this.before(caseId, expectedRev, write, attempt);
      if (before === undefined) return (await this.isOurs(caseId, expectedRev, write, attempt)) ? appended(after) : somebodyWasFirst;
      after = [...before.events, ...added];
      const next = headItem(caseId, expectedRev + events.length, before.begun, this.seal.head(head));
      const [changed, ...created] = await this.batch(caseId, [writeHead(next, before.etag), ...items.map((item) => create(item))], attempt);
      if (changed === undefined || created.length < items.length) return (await this.isOursAfterAll(caseId, expectedRev, write, before.etag, attempt)) ? appended(after) : somebodyWasFirst;
      if (changed.eTag === undefined) this.recent.drop(caseId);
      else this.recent.keep(caseId, { events: after, etag: changed.eTag, begun: before.begun });
      return appended(after);
    });
  }

  headsOf(worker: string): Promise<readonly CaseHead[]> {
    return this.perform('heads-of', async (attempt) => this.headsFrom(await this.find('c.head', { where: 'c.head.worker = @worker', values: { '@worker': worker } }, attempt)));
  }

  headsThatOwe(at?: string): Promise<readonly CaseHead[]> {
    const filter: Filter = at === undefined ? { where: owing, values: { '@owes': true } } : { where: `${owing} OR c.head.remindOn <= @at`, values: { '@owes': true, '@at': at } };
    return this.perform('heads-that-owe', async (attempt) => this.headsFrom(await this.find('c.head', filter, attempt)));
  }

  async refsTaken(refs: readonly string[]): Promise<readonly string[]> {
    if (refs.length === 0) return [];
    const names = refs.map((_, index) => `@ref${index}`);
    const filter = { where: `c.head.ref IN (${names.join(', ')})`, values: Object.fromEntries(names.map((name, index) => [name, refs[index]!])) };
    const taken = new Set(await this.perform('refs-taken', async (attempt) => Texts.parse(await this.find('c.head.ref', filter, attempt))));
    return refs.filter((ref) => taken.has(ref));
  }

  async headOfRef(ref: string): Promise<CaseHead | undefined> {
    const found = await this.perform('head-of-ref', async (attempt) => this.headsFrom(await this.find('c.head', { where: 'c.head.ref = @ref', values: { '@ref': ref } }, attempt)));
    return [...found].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))[0];
  }

  async *all(): AsyncIterable<CaseHead> {
    const pages = this.container.items.query('SELECT VALUE c.head FROM c WHERE IS_DEFINED(c.head.worker)', { maxItemCount: 200 });
    while (pages.hasMoreResults()) {
      const page = await this.perform('all', async ({ charge }) => {
        const { resources, requestCharge } = await pages.fetchNext();
        charge(requestCharge);
        return this.headsFrom(resources ?? []);
      });
      yield* page;
    }
  }

  /**
   * The head goes with the first batch, so a case that is half erased reads as none, is on no list and takes no events;
   * its first event goes last, so nobody can begin it again before. To be called again when it throws.
   */
  async erase(caseId: string): Promise<void> {
    this.recent.drop(caseId);
    await this.perform('erase', async (attempt) => {
      for (let round = 0; round < mostRoundsOfErasing; round++) {
        const ids = Texts.parse(await this.idsNewestFirst(caseId, attempt));
        if (ids.length === 0) return;
        await this.batch(caseId, ids.slice(0, mostOperations).map((id) => ({ operationType: 'Delete', id })), attempt);
      }
      throw new Error('A case was written to while it was being erased');
    });
  }

  /** Only what still stands as it was read is written anew, so nobody's turn is lost in it. */
  reseal(caseId: string): Promise<number> {
    return this.perform('reseal', async (attempt) => {
      const items = (await this.everyItem(caseId, attempt)).flatMap((item) => this.resealed(caseId, item) ?? []);
      for (let first = 0; first < items.length; first += mostResealedAtOnce) {
        const batch = items.slice(first, first + mostResealedAtOnce);
        if ((await this.batch(caseId, batch, attempt)).length === 0) throw new NotSettled('A case was written to while it was sealed anew');
      }
      return items.length;
    });
  }

  /** Undefined when it stands as it would be written today, or holds nothing that is sealed. */
  private resealed(caseId: string, item: unknown): OperationInput | undefined {
    const head = HeadItem.safeParse(item).data;
    if (head) return this.seal.isCurrent(head.head) ? undefined : writeHead({ ...head, head: this.seal.resealHead(head.head) }, head._etag);
    const event = Stored.safeParse(item).data;
    if (!event || event.events.every((one) => this.seal.isCurrent(one))) return undefined;
    const { _etag: ifMatch, ...kept } = event;
    const sealed = kept.events.map((one, index) => {
      const at = { caseId, rev: Number(kept.id) + index };
      return this.seal.resealEvent(one, at);
    });
    return { operationType: 'Replace', id: kept.id, ifMatch, resourceBody: asJson({ ...kept, events: sealed }) };
  }

  /** The smallest read there is, of something that is not there. */
  async ready(): Promise<void> {
    await this.perform('ready', (attempt) => this.item(headId, placesKey, attempt));
  }

  /** What stands before an append. Undefined when the case is not at that revision. */
  private async before(caseId: string, expectedRev: number, write: string, attempt: Attempt): Promise<Before | undefined> {
    if (expectedRev === 0) return { events: [], begun: write };
    const recent = this.recent.get(caseId);
    if (recent?.events.length === expectedRev) return recent;
    const current = await this.current(caseId, attempt);
    return current?.events.length === expectedRev ? current : undefined;
  }

  private async current(caseId: string, attempt: Attempt): Promise<ReadWhole | undefined> {
    const recent = this.recent.get(caseId);
    const head = recent && (await this.head(caseId, attempt));
    if (recent && head?._etag === recent.etag) return recent;
    const current = (recent && head && (await this.grown(recent, head, attempt))) ?? (await this.whole(caseId, attempt));
    if (current === undefined) this.recent.drop(caseId);
    else this.recent.keep(caseId, current);
    return current;
  }

  /** Events never change, so of the same case only those are read that came since. Undefined when that is not how it is. */
  private async grown(recent: ReadWhole, head: HeadItem, attempt: Attempt): Promise<ReadWhole | undefined> {
    const missing = head.rev - recent.events.length;
    if (head.begun !== recent.begun || missing < 1 || missing > mostNewEvents) return undefined;
    const ids = Array.from({ length: missing }, (_, index) => eventId(recent.events.length + 1 + index));
    // Whatever becomes of it, the case can still be read whole.
    const read = await this.batch(head.caseId, ids.map((id) => ({ operationType: 'Read', id })), attempt).catch(() => []);
    const items = read.flatMap(({ resourceBody }) => resourceBody ?? []);
    return wholeAfter(recent, head, { items, seal: this.seal });
  }

  private async whole(caseId: string, attempt: Attempt): Promise<ReadWhole | undefined> {
    const whole = wholeCase(await this.everyItem(caseId, attempt), this.seal);
    if (whole === 'torn') throw new NotSettled('A case changed while it was read');
    return whole === 'none' ? undefined : whole;
  }

  /** The answer to an earlier attempt may have been lost: then the event that stands there is our own. */
  private async isOurs(caseId: string, expectedRev: number, write: string, attempt: Attempt): Promise<boolean> {
    return (await this.writeAt(caseId, expectedRev + 1, attempt)) === write;
  }

  /**
   * After a batch was turned down. A copy that lags may show neither the event that was in the way nor another head;
   * then nothing is known yet, and whoever loaded the case again would find it as it was. So it is tried again until
   * something is seen to have moved on, and from then on this instance sees at least that.
   */
  private async isOursAfterAll(caseId: string, expectedRev: number, write: string, replaced: string | undefined, attempt: Attempt): Promise<boolean> {
    const found = await this.writeAt(caseId, expectedRev + 1, attempt);
    if (found !== undefined) return found === write;
    if ((await this.head(caseId, attempt))?._etag === replaced) throw new NotSettled('A copy of the case lags behind');
    return false;
  }

  /** The mark of the write that made the event at `rev`, if one stands there. */
  private async writeAt(caseId: string, rev: number, attempt: Attempt): Promise<unknown> {
    return (await this.item(eventId(rev), caseId, attempt))?.['write'];
  }

  private headsFrom(found: readonly unknown[]): readonly CaseHead[] {
    return found.map((one) => this.seal.listedHead(one));
  }

  private async head(caseId: string, attempt: Attempt): Promise<HeadItem | undefined> {
    const found = await this.item(headId, caseId, attempt);
    return found === undefined ? undefined : HeadItem.parse(found);
  }

  private item(id: string, caseId: string, attempt: Attempt): Promise<JSONObject | undefined> {
    return readItem(this.container, id, caseId, attempt);
  }

  /** Returns one response an operation, or none when the batch was turned down because the case is not as expected. */
  private async batch(caseId: string, operations: readonly OperationInput[], { signal, charge }: Attempt): Promise<readonly OperationResponse[]> {
    const { result = [], headers } = await this.container.items.batch([...operations], caseId, { abortSignal: signal, contentResponseOnWriteEnabled: operations.some(({ operationType }) => operationType === 'Read') }).catch((error: unknown) => {
      // The SDK keeps nothing but the text of what went wrong, so that whether it was done has to be found out.
      throw new NotSettled(error instanceof Error ? error.message : 'The batch was not answered');
    });
    charge(Number(headers['x-ms-request-charge'] ?? 0));
    const culprit = result.find(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
    if (culprit === undefined) return result;
    if ([404, 409, 412].includes(culprit.statusCode)) return [];
    throw new NotSettled(`Cosmos DB answered ${culprit.statusCode} to a batch`);
  }

  private async everyItem(caseId: string, { signal, charge }: Attempt): Promise<readonly unknown[]> {
    const { resources, requestCharge } = await this.container.items.query('SELECT * FROM c', { partitionKey: caseId, maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    return resources;
  }

  private async idsNewestFirst(caseId: string, { signal, charge }: Attempt): Promise<readonly unknown[]> {
    const { resources, requestCharge } = await this.container.items.query<string>('SELECT VALUE c.id FROM c', { partitionKey: caseId, maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    // 'head' sorts after every number.
    return resources.sort().reverse();
  }

  private async find(what: string, { where, values }: Filter, { signal, charge }: Attempt): Promise<readonly unknown[]> {
    const parameters = Object.entries(values).map(([name, value]) => ({ name, value }));
    const { resources, requestCharge } = await this.container.items.query({ query: `SELECT VALUE ${what} FROM c WHERE ${where}`, parameters }, { maxItemCount: -1, abortSignal: signal }).fetchAll();
    charge(requestCharge);
    return resources;
  }
}

const create = (item: object): OperationInput => ({ operationType: 'Create', resourceBody: asJson(item) });
const writeHead = (item: object, etag: string | undefined): OperationInput => (etag === undefined ? create(item) : { operationType: 'Replace', id: headId, ifMatch: etag, resourceBody: asJson(item) });

/** The SDK's type of a JSON value knows no readonly and no optional fields; it writes them out all the same. */
const asJson = (value: object): JSONObject => value as JSONObject;
