import { z } from 'zod';
import { AuditEntry } from '../domain/record/auditEntry';
import type { KeptAudit, NewEntry } from './bufferedAudit';
import { bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

const pageLength = 500;
const Row = z.object({ id: z.string(), at: z.string() });

/** A row an entry. It is known by its id, and the file refuses to change or drop one. */
export class SqliteAudit implements KeptAudit {
  private readonly insert;
  private readonly byCase;
  private readonly page;

  constructor(
    database: Connection,
    private readonly writer: SqliteWriter,
  ) {
    this.insert = writer.statement("INSERT INTO audit (id, at, case_id, body) VALUES (?, ?, NULLIF(?, ''), ?) ON CONFLICT (id) DO NOTHING");
    this.byCase = database.prepare('SELECT body FROM audit WHERE case_id = ? ORDER BY at, id');
    this.page = database.prepare(`SELECT id, at, body FROM audit WHERE (at, id) > (?, ?) AND at < ? ORDER BY at, id LIMIT ${pageLength}`);
  }

  add(entries: readonly NewEntry[]): Promise<void> {
    return this.writer.write(() => {
      for (const { id, entry } of entries) this.insert.run(id, entry.at, entry.caseId ?? '', encode(entry));
    });
  }

  async ofCase(caseId: string): Promise<readonly AuditEntry[]> {
    return this.byCase.all(...bind(caseId)).map(entryOf);
  }

  async *between(from: string, until: string): AsyncIterable<AuditEntry> {
    // No id is empty, so this is before the first of that instant.
    for (let [at, id] = [from, '']; ; ) {
      const rows = this.page.all(...bind(at, id, until));
      yield* rows.map(entryOf);
      if (rows.length < pageLength) return;
      ({ at, id } = Row.parse(rows.at(-1)));
    }
  }
}

const entryOf = (row: unknown): AuditEntry => AuditEntry.parse(decode(row));
