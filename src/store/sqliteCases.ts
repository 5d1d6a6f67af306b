/** Cases in SQLite: a row an event, `(case, rev)` is the lock, and one head that changes in the same transaction. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Appended, SealedCases } from '../app/ports';
import type { CaseEvent } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import { RecentCases } from './recentCases';
import type { Seal } from './seal';
import { atOneMoment, bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

/** Where a case stands. `begun` is different for each case, also for one that was erased and begun again under its id. */
const Standing = z.object({ rev: z.number(), begun: z.string() });
type Standing = z.infer<typeof Standing>;
type Known = { readonly events: readonly CaseEvent[]; readonly begun: string };

const nothing: Known = { events: [], begun: '' };
const somebodyWasFirst: Appended = { kind: 'somebody-was-first' };
const selectStanding = 'SELECT rev, begun FROM heads WHERE case_id = ?';

export class SqliteCases implements SealedCases {
  private readonly recent: RecentCases<Known>;
  private readonly read;
  private readonly change;

  constructor(
    private readonly database: Connection,
    private readonly writer: SqliteWriter,
    private readonly seal: Seal,
    mostEvents: number,
  ) {
    this.recent = new RecentCases(mostEvents);
    this.read = {
      standing: database.prepare(selectStanding),
      eventsAfter: database.prepare('SELECT body FROM events WHERE case_id = ? AND rev > ? ORDER BY rev'),
      byWorker: database.prepare('SELECT body FROM heads WHERE worker = ?'),
      owing: database.prepare('SELECT body FROM heads WHERE owes = 1'),
      owingOn: database.prepare('SELECT body FROM heads WHERE owes = 1 UNION ALL SELECT body FROM heads WHERE remind_on IS NOT NULL AND remind_on <= ? AND owes = 0'),
      page: database.prepare('SELECT case_id, body FROM heads WHERE case_id > ? ORDER BY case_id LIMIT 200'),
      ref: database.prepare('SELECT ref FROM heads WHERE ref = ?'),
      byRef: database.prepare('SELECT body FROM heads WHERE ref = ? ORDER BY case_id LIMIT 1'),
      anything: database.prepare('SELECT 1 AS one FROM heads LIMIT 1'),
    };
    this.change = {
      standing: writer.statement(selectStanding),
      addEvent: writer.statement('INSERT INTO events (case_id, rev, body) VALUES (?, ?, ?)'),
      addHead: writer.statement('INSERT INTO heads (case_id, worker, ref, owes, remind_on, body, rev, begun) VALUES (?, ?, ?, ?, NULLIF(?, \'\'), ?, ?, ?)'),
      putHead: writer.statement('UPDATE heads SET worker = ?, ref = ?, owes = ?, remind_on = NULLIF(?, \'\'), body = ?, rev = ? WHERE case_id = ?'),
      event: writer.statement('SELECT body FROM events WHERE case_id = ? AND rev = ?'),
      putEvent: writer.statement('UPDATE events SET body = ? WHERE case_id = ? AND rev = ?'),
      head: writer.statement('SELECT body FROM heads WHERE case_id = ?'),
      putHeadBody: writer.statement('UPDATE heads SET body = ? WHERE case_id = ?'),
      dropEvents: writer.statement('DELETE FROM events WHERE case_id = ?'),
      dropHead: writer.statement('DELETE FROM heads WHERE case_id = ?'),
      dropLease: writer.statement('DELETE FROM leases WHERE case_id = ?'),
    };
  }

  async load(caseId: string): Promise<readonly CaseEvent[]> {
    return this.known(caseId).events;
  }

  async append(caseId: string, expectedRev: number, events: readonly CaseEvent[], head: CaseHead): Promise<Appended> {
    const texts = events.map((event) => JSON.stringify(event));
    const bodies = events.map((event, index) => encode(this.seal.event(event, { caseId, rev: expectedRev + index + 1 })));
    const headBody = encode(this.seal.head(head));
    const before = expectedRev === 0 ? { events: [], begun: randomBytes(8).toString('hex') } : this.knownAt(caseId, expectedRev);
    if (before === undefined) return somebodyWasFirst;
    const { begun } = before;
    const rev = expectedRev + events.length;
    const appended = await this.writer.write(() => {
      const stands = readStanding(this.change.standing.get(caseId));
      if ((stands?.rev ?? 0) !== expectedRev || (stands && stands.begun !== begun)) return false;
      for (const [index, body] of bodies.entries()) this.change.addEvent.run(caseId, expectedRev + index + 1, body);
      if (stands) this.change.putHead.run(head.worker, head.ref, head.owes ? 1 : 0, head.remindOn ?? '', headBody, rev, caseId);
      else this.change.addHead.run(caseId, head.worker, head.ref, head.owes ? 1 : 0, head.remindOn ?? '', headBody, rev, begun);
      return true;
    });
    return appended ? { kind: 'appended', events: this.keep(caseId, before, texts) } : somebodyWasFirst;
  }

  async headsOf(worker: string): Promise<readonly CaseHead[]> {
    return this.headsFrom(this.read.byWorker.all(...bind(worker)));
  }

  async headsThatOwe(at?: string): Promise<readonly CaseHead[]> {
    return this.headsFrom(at === undefined ? this.read.owing.all(...bind()) : this.read.owingOn.all(...bind(at)));
  }

  async refsTaken(refs: readonly string[]): Promise<readonly string[]> {
    return refs.filter((ref) => this.read.ref.get(...bind(ref)) !== undefined);
  }

  async headOfRef(ref: string): Promise<CaseHead | undefined> {
    return this.headsFrom(this.read.byRef.all(...bind(ref)))[0];
  }

  async *all(): AsyncIterable<CaseHead> {
    for (let after = ''; ; ) {
      const rows = this.read.page.all(...bind(after));
      yield* this.headsFrom(rows);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = z.object({ case_id: z.string() }).parse(last).case_id;
    }
  }

  /**
   * What is deleted is overwritten with zeros in the file and the log is emptied, so the file and its log hold nothing
   * of the case when this resolves. If another process reads the file at that very moment, the log keeps its pages until
   * it is next emptied: at the next erasure, when the store is closed, or when it is written anew after some thousand
   * writes. Not reached are backups, blocks that the disk has put aside, and the memory of another process that knew
   * the case, until it asks for the case again or forgets it.
   */
  async erase(caseId: string): Promise<void> {
    await this.writer.write(() => {
      this.change.dropEvents.run(caseId);
      this.change.dropHead.run(caseId);
      this.change.dropLease.run(caseId);
    });
    this.recent.drop(caseId);
    await this.writer.emptyLog();
  }

  /** What was there before is overwritten, as in an erasure. The case stays at its revision, so nobody has to read it again. */
  async reseal(caseId: string): Promise<number> {
    const written = await this.writer.write(() => {
      const rev = readStanding(this.change.standing.get(caseId))?.rev ?? 0;
      const events = Array.from({ length: rev }, (_, index) => index + 1).filter((each) => this.resealEvent({ caseId, rev: each }));
      return events.length + (rev > 0 && this.resealHead(caseId) ? 1 : 0);
    });
    if (written > 0) await this.writer.emptyLog();
    return written;
  }

  private resealEvent(at: { readonly caseId: string; readonly rev: number }): boolean {
    const stored = decode(this.change.event.get(at.caseId, at.rev));
    if (this.seal.isCurrent(stored)) return false;
    this.change.putEvent.run(encode(this.seal.resealEvent(stored, at)), at.caseId, at.rev);
    return true;
  }

  private resealHead(caseId: string): boolean {
    const stored = decode(this.change.head.get(caseId));
    if (this.seal.isCurrent(stored)) return false;
    this.change.putHeadBody.run(encode(this.seal.resealHead(stored)), caseId);
    return true;
  }

  async ready(): Promise<void> {
    this.read.anything.get(...bind());
  }

  async close(): Promise<void> {
    await this.writer.close();
    this.database.close();
  }

  /** The case as it is stored now, read from the file only as far as it is not known. */
  private known(caseId: string): Known {
    const recent = this.recent.get(caseId);
    const stands = readStanding(this.read.standing.get(...bind(caseId)));
    if (recent && stands?.begun === recent.begun && stands.rev === recent.events.length) return recent;
    const now = atOneMoment(this.database, () => this.readOn(caseId, recent ?? nothing));
    if (now === nothing) this.recent.drop(caseId);
    else this.recent.keep(caseId, now);
    return now;
  }

  private readOn(caseId: string, recent: Known): Known {
    const stands = readStanding(this.read.standing.get(...bind(caseId)));
    if (stands === undefined) return nothing;
    const { rev, begun } = stands;
    const known = recent.begun === begun ? recent.events : [];
    const events = [...known, ...this.read.eventsAfter.all(...bind(caseId, known.length)).map((row, index) => this.seal.openEvent(decode(row), { caseId, rev: known.length + index + 1 }))];
    if (events.length !== rev) throw new Error(`Case ${caseId} should have ${rev} events and has ${events.length}`);
    return { events, begun };
  }

  private knownAt(caseId: string, rev: number): Known | undefined {
    const recent = this.recent.get(caseId);
    const known = recent?.events.length === rev ? recent : this.known(caseId);
    return known.events.length === rev ? known : undefined;
  }

  private headsFrom(rows: readonly unknown[]): CaseHead[] {
    return rows.map((row) => this.seal.listedHead(decode(row)));
  }

  /** What was just written is known as it will be read: nothing of it is shared with whoever wrote it. */
  private keep(caseId: string, before: Known, texts: readonly string[]): readonly CaseEvent[] {
    const rev = before.events.length + texts.length;
    const recent = this.recent.get(caseId);
    if (recent?.begun === before.begun && recent.events.length >= rev) return recent.events.length === rev ? recent.events : recent.events.slice(0, rev);
    const events = [...before.events, ...texts.map((text) => JSON.parse(text) as CaseEvent)];
    this.recent.keep(caseId, { events, begun: before.begun });
    return events;
  }
}

const readStanding = (row: unknown): Standing | undefined => (row === undefined ? undefined : Standing.parse(row));
