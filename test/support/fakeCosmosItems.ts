/** The items of one container as Cosmos DB keeps them: in partitions, with etags, expiry and older states for late readers. */
import { charges } from './fakeCosmosCharges';
import type { Document } from './fakeCosmosQuery';

export type Definition = { readonly id: string; readonly partitionKey: { readonly paths: readonly string[] }; readonly defaultTtl?: number; readonly indexingPolicy?: { readonly includedPaths?: readonly { readonly path: string }[] } };
export type Operation = { readonly operationType: string; readonly id?: string; readonly ifMatch?: string; readonly ifNoneMatch?: string; readonly resourceBody?: Document };
export type Result = { readonly statusCode: number; readonly requestCharge: number; readonly substatus?: number; readonly eTag?: string; readonly resourceBody?: Document };

type Version = { readonly lsn: number; readonly item?: Document };
type Range = { readonly id: string; lsn: number; readonly items: Map<string, Version[]> };

const mostItemBytes = 2 * 1024 * 1024;
const forbiddenInIds = /[/\\?#]/;
const bytesOf = (item: Document): number => Buffer.byteLength(JSON.stringify(item), 'utf8');

export class FakeItems {
  /** Two, so that a question over all partitions has more than one place to ask. */
  readonly ranges: readonly Range[] = ['0', '1'].map((id) => ({ id, lsn: 0, items: new Map() }));
  private etags = 0;

  constructor(
    readonly definition: Definition,
    private readonly now: () => number,
  ) {}

  rangeOf(partition: string): Range {
    const sum = [...partition].reduce((total, char) => total + char.codePointAt(0)!, 0);
    return this.ranges[sum % this.ranges.length]!;
  }

  /** What a reader sees that may be `lag` writes late but knows of everything up to `seen`. */
  read(partition: string, id: string, seen: ReadonlyMap<string, number>, lag: number): Document | undefined {
    const range = this.rangeOf(partition);
    return this.at(range, keyOf(partition, id), asOf(range, seen, lag));
  }

  list(partition: string | undefined, seen: ReadonlyMap<string, number>, lag: number): readonly Document[] {
    const ranges = partition === undefined ? this.ranges : [this.rangeOf(partition)];
    return ranges.flatMap((range) =>
      [...range.items.keys()]
        .filter((key) => partition === undefined || key.startsWith(`${partition}\n`))
        .map((key) => this.at(range, key, asOf(range, seen, lag)))
        .filter((item) => item !== undefined),
    );
  }

  /** All or nothing: the first that fails has its own status, all others 424, and nothing is written. */
  write(partition: string, operations: readonly Operation[]): readonly Result[] {
    const range = this.rangeOf(partition);
    const changed = new Map<string, Document | undefined>();
    const results: Result[] = [];
    for (const operation of operations) {
      const result = this.try(partition, operation, range, changed);
      results.push(result);
      if (result.statusCode >= 400) return operations.map((_, index) => (index === results.length - 1 ? result : { statusCode: 424, requestCharge: 0 }));
    }
    if (changed.size > 0) range.lsn += 1;
    for (const [key, item] of changed) range.items.set(key, [...(range.items.get(key) ?? []), { lsn: range.lsn, ...(item === undefined ? {} : { item }) }]);
    return results;
  }

  private try(partition: string, operation: Operation, range: Range, changed: Map<string, Document | undefined>): Result {
    const { operationType, resourceBody: body } = operation;
    const id = operationType === 'Create' || operationType === 'Upsert' ? body?.['id'] : operation.id;
    if (typeof id !== 'string' || id === '' || forbiddenInIds.test(id) || Buffer.byteLength(id) > 1023) return { statusCode: 400, requestCharge: 0 };
    const key = keyOf(partition, id);
    const before = changed.has(key) ? changed.get(key) : this.at(range, key, range.lsn);
    const refused = refusalOf(operationType, before, operation);
    if (refused !== undefined) return { statusCode: refused, requestCharge: charges.read(0) };
    if (operationType === 'Read') return { statusCode: 200, requestCharge: charges.read(bytesOf(before!)), eTag: String(before!['_etag']), resourceBody: before! };
    if (operationType === 'Delete') {
      changed.set(key, undefined);
      return { statusCode: 204, requestCharge: charges.delete(bytesOf(before!)) };
    }
    if (body === undefined || body['id'] !== id || JSON.stringify([body[this.keyName()]]) !== partition) return { statusCode: 400, substatus: 1001, requestCharge: 0 };
    const size = bytesOf(body);
    if (size > mostItemBytes) return { statusCode: 413, requestCharge: 0 };
    const item = this.stamped(body);
    changed.set(key, item);
    return { statusCode: before === undefined ? 201 : 200, requestCharge: before === undefined ? charges.create(size) : charges.replace(size), eTag: item._etag, resourceBody: item };
  }

  private stamped(body: Document): Document & { readonly _etag: string } {
    this.etags += 1;
    const mark = this.etags.toString(16).padStart(8, '0');
    return { ...body, _rid: mark, _self: `items/${mark}`, _etag: `"${mark}"`, _attachments: 'attachments/', _ts: Math.floor(this.now() / 1000) };
  }

  private at({ items }: Range, key: string, lsn: number): Document | undefined {
    const item = items.get(key)?.findLast((version) => version.lsn <= lsn)?.item;
    return item === undefined || this.hasEnded(item) ? undefined : item;
  }

  private hasEnded(item: Document): boolean {
    const { defaultTtl } = this.definition;
    if (defaultTtl === undefined) return false;
    const ttl = typeof item['ttl'] === 'number' ? item['ttl'] : defaultTtl;
    return ttl >= 0 && this.now() / 1000 >= Number(item['_ts']) + ttl;
  }

  private keyName(): string {
    return this.definition.partitionKey.paths[0]!.slice(1);
  }
}

const keyOf = (partition: string, id: string): string => `${partition}\n${id}`;
/** How far a reader sees who may be `lag` writes late but knows of everything up to `seen`. */
export const asOf = ({ id, lsn }: Range, seen: ReadonlyMap<string, number>, lag: number): number => Math.max(seen.get(id) ?? 0, lsn - lag);

function refusalOf(type: string, before: Document | undefined, { ifMatch, ifNoneMatch }: Operation): number | undefined {
  if (!['Create', 'Read', 'Replace', 'Upsert', 'Delete'].includes(type)) return 501;
  if (ifNoneMatch !== undefined) return 501;
  if (type === 'Create') return before === undefined ? undefined : 409;
  if (before === undefined) return type === 'Upsert' ? undefined : 404;
  return ifMatch === undefined || ifMatch === before['_etag'] ? undefined : 412;
}
