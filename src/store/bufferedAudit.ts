/** An audit trail over whatever keeps its entries: what may wait for a moment is gathered and written together. */
import { randomUUID } from 'node:crypto';
import type { AuditTrail } from '../app/ports';
import { AuditEntry } from '../domain/record/auditEntry';

/** `id` is new for each entry, so that one which is written again, because nobody knows whether it was, is there once. */
export type NewEntry = { readonly id: string; readonly entry: AuditEntry };

/** Where entries are kept. */
export interface KeptAudit {
  add(entries: readonly NewEntry[]): Promise<void>;
  ofCase(caseId: string): Promise<readonly AuditEntry[]>;
  between(from: string, until: string): AsyncIterable<AuditEntry>;
}

/** By then it is written without being asked, so that a busy bot does not hold more and more. */
const mostWaiting = 200;

export function bufferedAudit(kept: KeptAudit): AuditTrail {
  let waiting: NewEntry[] = [];
  let last: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    try {
      await kept.add(entries);
    } catch (error) {
      waiting = [...entries, ...waiting];
      throw error;
    }
  };
  /** One after the other: what could not be written is there again for whoever comes next. */
  const flush = (): Promise<void> => (last = last.then(write, write));
  return {
    note: (entry) => {
      const noted = newEntry(entry);
      if (waiting.some((before) => isSameView(before.entry, noted.entry))) return;
      waiting.push(noted);
      // Whoever flushes next hears of it when this fails: what was noted still waits.
      if (waiting.length === mostWaiting) flush().catch(() => undefined);
    },
    record: async (entries) => kept.add(entries.map(newEntry)),
    flush,
    ofCase: async (caseId) => {
      await flush();
      return kept.ofCase(caseId);
    },
    async *between(from, until) {
      await flush();
      yield* kept.between(from, until);
    },
  };
}

const newEntry = (entry: AuditEntry): NewEntry => ({ id: randomUUID(), entry: AuditEntry.parse(entry) });

const isSameView = (one: AuditEntry, other: AuditEntry): boolean =>
  one.verb === 'view' && other.verb === 'view' && one.caseId === other.caseId && one.by === other.by && one.what === other.what && one.outcome === other.outcome;
