import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Lease, LeaseAsked, Leases, Waits } from '../app/ports';
import { decode, encode } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

const Row = z.object({ token: z.string(), until: z.string(), body: z.unknown() });

/** A row a case, only while somebody delivers or waits. `token` is empty while nobody has it; `until` is then the end of the quiet time. */
export class SqliteLeases implements Leases {
  private readonly row;
  private readonly put;
  private readonly drop;

  constructor(private readonly writer: SqliteWriter) {
    this.row = writer.statement('SELECT token, until, body FROM leases WHERE case_id = ?');
    this.put = writer.statement('INSERT INTO leases (case_id, token, until, body) VALUES (?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET token = excluded.token, until = excluded.until, body = excluded.body');
    this.drop = writer.statement('DELETE FROM leases WHERE case_id = ?');
  }

  take({ caseId, at, until, urgent }: LeaseAsked): Promise<Lease | undefined> {
    return this.writer.write(() => {
      const before = this.held(caseId);
      if (before && before.until > at && !(urgent && before.token === '')) return undefined;
      const lease = { token: randomUUID(), waits: before ? (decode(before) as Waits) : {} };
      this.put.run(caseId, lease.token, until, encode(lease.waits));
      return lease;
    });
  }

  giveBack({ caseId, token, waits, quietUntil = '' }: Parameters<Leases['giveBack']>[0]): Promise<void> {
    return this.writer.write(() => {
      if (this.held(caseId)?.token !== token) return;
      if (Object.keys(waits).length === 0) this.drop.run(caseId);
      else this.put.run(caseId, '', quietUntil, encode(waits));
    });
  }

  private held(caseId: string): z.infer<typeof Row> | undefined {
    return Row.optional().parse(this.row.get(caseId));
  }
}
