/** What stands in the Cosmos DB container, and the way from events to items and back. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KnownPlace, SafetyPlace } from '../app/ports';
import { Place, type CaseEvent } from '../domain/case/event';
import type { Seal } from './seal';

export const headId = 'head';
/** Who delivers for the case at this moment. No part of what happened to it. */
export const leaseId = 'delivery';
/** Places are no case. They share the container, in one partition under a name that no case has. */
export const placesKey = 'places';
/** What people decided of places, in a partition of its own, so that a list of either is one query. */
export const safetyPlacesKey = 'safety-places';

/** What happened to the organisation, in a partition of its own under a name that no case has. */
export const organisationKey = 'organisation';
/** What was learnt of activities and of unmet needs. */
export const learntKey = 'learnt';

/** A batch takes 100 operations; one of them is the head. */
const mostItems = 99;
const mostBytes = 2_000_000;

/** `write` names the request that made the item, so that whoever lost the answer can see whether it was theirs. */
export const EventItem = z.object({ id: z.string().regex(/^\d{6,}$/), caseId: z.string(), write: z.string(), events: z.array(z.unknown()).min(1) });
export type EventItem = z.infer<typeof EventItem>;

/** `begun` names the write that began the case, so that one which was erased and begun again is never taken for the first. */
export const HeadItem = z.object({ id: z.literal(headId), caseId: z.string(), rev: z.number().int().positive(), begun: z.string(), head: z.unknown(), _etag: z.string() });
export type HeadItem = z.infer<typeof HeadItem>;

export const Places: z.ZodType<readonly KnownPlace[]> = z.array(Place.extend({ team: z.string().optional(), teamId: z.string().optional(), address: z.string(), person: z.string().optional(), shared: z.literal(true).optional(), audienceAgreed: z.object({ by: z.string(), at: z.string() }).optional() }));
export const SafetyPlaces: z.ZodType<readonly SafetyPlace[]> = z.array(Place.extend({ by: z.string(), at: z.string() }));
export const Texts = z.array(z.string());

/** The id of the item that holds event `rev`. Padded, so that ids sort as the events happened. */
export const eventId = (rev: number): string => String(rev).padStart(6, '0');

/** An id may not hold what ids of conversations hold. */
export const placeId = (id: string): string => createHash('sha256').update(id).digest('hex');

export const headItem = (caseId: string, rev: number, begun: string, head: unknown) => ({ id: headId, caseId, rev, begun, head });

/**
 * One item an event; only what comes in more than 99 events at once is put together, so that it still fits one batch.
 * Throws before anything is written when all of it is more than Cosmos DB takes at once.
 */
export function eventItems({ caseId, expectedRev, write }: { readonly caseId: string; readonly expectedRev: number; readonly write: string }, events: readonly CaseEvent[], seal: Seal): readonly EventItem[] {
  const sealed = events.map((event, index) => seal.event(event, { caseId, rev: expectedRev + index + 1 }));
  const each = Math.max(1, Math.ceil(events.length / mostItems));
  const items = Array.from({ length: Math.ceil(events.length / each) }, (_, index) => ({
    id: eventId(expectedRev + index * each + 1),
    caseId,
    write,
    events: sealed.slice(index * each, (index + 1) * each),
  }));
  if (Buffer.byteLength(JSON.stringify(items), 'utf8') > mostBytes) throw new Error('That is more than can be stored at once');
  return items;
}

export type ReadWhole = { readonly events: readonly CaseEvent[]; readonly etag: string; readonly begun: string };

/**
 * The case from all items of its partition, in any order. `none` without a head, which also hides what an erasure that
 * was cut short has left; `torn` when pages were read before and after somebody else's turn.
 */
export function wholeCase(items: readonly unknown[], seal: Seal): ReadWhole | 'none' | 'torn' {
  const found = items.find((item) => idOf(item) === headId);
  if (found === undefined) return 'none';
  const head = HeadItem.parse(found);
  return wholeAfter(undefined, head, { items: items.filter((item) => item !== found && idOf(item) !== leaseId), seal }) ?? 'torn';
}

/** The case from what was known of it and the items that came after. Undefined when they do not reach the head, one by one. */
export function wholeAfter(known: ReadWhole | undefined, { caseId, rev, begun, _etag: etag }: HeadItem, { items, seal }: { readonly items: readonly unknown[]; readonly seal: Seal }): ReadWhole | undefined {
  const sorted = items.map((item) => EventItem.parse(item)).sort((a, b) => Number(a.id) - Number(b.id));
  const events = [...(known?.events ?? [])];
  for (const { id, events: stored } of sorted) {
    if (id !== eventId(events.length + 1)) return undefined;
    for (const one of stored) events.push(seal.openEvent(one, { caseId, rev: events.length + 1 }));
  }
  return events.length === rev ? { events, etag, begun } : undefined;
}

const idOf = (item: unknown): unknown => (typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined);
