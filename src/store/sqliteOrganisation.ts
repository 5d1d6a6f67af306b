import { z } from 'zod';
import type { OrganisationAppended, OrganisationStore } from '../app/ports';
import { readKept } from '../domain/case/newerVersion';
import { OrganisationEvent } from '../domain/organisation/event';
import { bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

const Standing = z.object({ rev: z.number() });
const selectRev = 'SELECT COALESCE(MAX(rev), 0) AS rev FROM organisation';

/** A row an event, and its number is the lock. Each load looks at the file, so what another process withdrew is withdrawn at once. */
export class SqliteOrganisation implements OrganisationStore {
  private known: readonly OrganisationEvent[] = [];
  private readonly rev;
  private readonly after;
  private readonly revInWrite;
  private readonly add;

  constructor(
    database: Connection,
    private readonly writer: SqliteWriter,
  ) {
    this.rev = database.prepare(selectRev);
    this.after = database.prepare('SELECT body FROM organisation WHERE rev > ? ORDER BY rev');
    this.revInWrite = writer.statement(selectRev);
    this.add = writer.statement('INSERT INTO organisation (rev, body) VALUES (?, ?)');
  }

  async load(): Promise<readonly OrganisationEvent[]> {
    if (Standing.parse(this.rev.get(...bind())).rev > this.known.length) this.known = [...this.known, ...this.after.all(...bind(this.known.length)).map((row) => readKept(OrganisationEvent, decode(row)))];
    return this.known;
  }

  async append(expectedRev: number, events: readonly OrganisationEvent[]): Promise<OrganisationAppended> {
    const bodies = events.map((event) => encode(OrganisationEvent.parse(event)));
    const isAppended = await this.writer.write(() => {
      if (Standing.parse(this.revInWrite.get()).rev !== expectedRev) return false;
      for (const [index, body] of bodies.entries()) this.add.run(expectedRev + index + 1, body);
      return true;
    });
    return isAppended ? { kind: 'appended', events: (await this.load()).slice(0, expectedRev + events.length) } : { kind: 'somebody-was-first' };
  }
}
