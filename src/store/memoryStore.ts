/** The stores in memory: for tests, the console and trying things out. Nothing outlives the process. */
import { randomUUID } from 'node:crypto';
import type { AuditTrail, CaseStore, KnownPlace, LearntStore, Leases, OrganisationStore, PlaceStore, SafetyPlace, Waits } from '../app/ports';
import type { CaseEvent } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import type { AuditEntry } from '../domain/record/auditEntry';
import { bufferedAudit } from './bufferedAudit';
import { memoryLearnt } from './memoryLearnt';
import { memoryOrganisation } from './memoryOrganisation';

/** `token` is empty while nobody has it; `until` is then the end of the quiet time. */
type Held = { readonly token: string; readonly until: string; readonly waits: Waits };

export function memoryStore(): { readonly cases: CaseStore; readonly places: PlaceStore; readonly leases: Leases; readonly audit: AuditTrail; readonly organisation: OrganisationStore; readonly learnt: LearntStore } {
  const held = new Map<string, Held>();
  const cases = memoryCaseStore();
  const erase = async (caseId: string) => {
    await cases.erase(caseId);
    held.delete(caseId);
  };
  return { cases: { ...cases, erase }, places: memoryPlaceStore(), leases: memoryLeases(held), audit: memoryAudit(), organisation: memoryOrganisation(), learnt: memoryLearnt() };
}

export function memoryCaseStore(): CaseStore {
  const cases = new Map<string, { events: readonly CaseEvent[]; head: CaseHead }>();
  const heads = () => [...cases.values()].map(({ head }) => head);
  return {
    load: async (caseId) => cases.get(caseId)?.events ?? [],
    append: async (caseId, expectedRev, events, head) => {
      const before = cases.get(caseId)?.events ?? [];
      if (before.length !== expectedRev) return { kind: 'somebody-was-first' };
      const after = [...before, ...structuredClone(events)];
      cases.set(caseId, { events: after, head });
      return { kind: 'appended', events: after };
    },
    headsOf: async (worker) => heads().filter((head) => head.worker === worker),
    headsThatOwe: async (at) => heads().filter(({ owes, remindOn }) => owes || (at !== undefined && remindOn !== undefined && remindOn <= at)),
    refsTaken: async (refs) => heads().map(({ ref }) => ref).filter((ref) => refs.includes(ref)),
    headOfRef: async (ref) => firstById(heads().filter((head) => head.ref === ref)),
    async *all() {
      yield* heads();
    },
    erase: async (caseId) => void cases.delete(caseId),
    ready: async () => undefined,
    close: async () => undefined,
  };
}

const firstById = (heads: readonly CaseHead[]): CaseHead | undefined => [...heads].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))[0];

export function memoryPlaceStore(): PlaceStore {
  const places = new Map<string, KnownPlace>();
  const marks = new Map<string, SafetyPlace>();
  return {
    mark: async (place) => void marks.set(place.id, place),
    unmark: async (id) => void marks.delete(id),
    marked: async () => [...marks.values()],
    remember: async (place) => void places.set(place.id, place),
    forget: async (id) => void places.delete(id),
    all: async () => [...places.values()],
  };
}

export function memoryLeases(held = new Map<string, Held>()): Leases {
  return {
    take: async ({ caseId, at, until, urgent }) => {
      const before = held.get(caseId);
      if (before && before.until > at && !(urgent && before.token === '')) return undefined;
      const lease = { token: randomUUID(), waits: before?.waits ?? {} };
      held.set(caseId, { ...lease, until });
      return lease;
    },
    giveBack: async ({ caseId, token, waits, quietUntil = '' }) => {
      if (held.get(caseId)?.token !== token) return;
      if (Object.keys(waits).length === 0) held.delete(caseId);
      else held.set(caseId, { token: '', until: quietUntil, waits });
    },
  };
}

export function memoryAudit(): AuditTrail {
  const kept: AuditEntry[] = [];
  const sorted = (entries: readonly AuditEntry[]): readonly AuditEntry[] => [...entries].sort((a, b) => a.at.localeCompare(b.at));
  return bufferedAudit({
    add: async (entries) => void kept.push(...entries.map(({ entry }) => entry)),
    ofCase: async (caseId) => sorted(kept.filter((entry) => entry.caseId === caseId)),
    async *between(from, until) {
      yield* sorted(kept.filter(({ at }) => at >= from && at < until));
    },
  });
}
