/**
 * Everything that is written to the SQLite file goes through here: what waits at the same moment becomes one
 * transaction and one COMMIT, and nobody hears of success before that COMMIT is on the disk.
 *
 * COMMIT is done on another thread, and BEGIN waits for nobody. So neither the disk nor another process that holds the
 * file stops the turns that are under way, and what they want to write meanwhile is the next transaction.
 */
import Database from 'libsql/promise';
import { setTimeout as wait } from 'node:timers/promises';
import { bind, isBusy, type Bound } from './sqliteFile';

type Native = { run(values: readonly Bound[]): unknown; get(values: readonly Bound[]): unknown };
type Writing = {
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<Native>;
  close(): void;
  readonly inTransaction: boolean;
};

/** Thrown when another program kept the file for longer than the writer waits. Nothing was written. */
export class FileInUse extends Error {
  override readonly name = 'FileInUse';
}

/** A statement of the writer. It may only be run inside `write`. */
export class WriteStatement {
  native: Native | undefined;
  constructor(readonly sql: string) {}

  run(...values: readonly Bound[]): void {
    this.native!.run(...bind(...values));
  }

  /** The first row, if there is one. */
  get(...values: readonly Bound[]): unknown {
    return this.native!.get(...bind(...values));
  }
}

/** `work` returns how its promise is to be settled once all is on the disk. */
type Job = { readonly work: () => () => void; readonly reject: (error: unknown) => void };

export type WriterPatience = {
  /** Milliseconds that a write waits for another process to let go of the file. */
  readonly patienceMs?: number;
};

/** One transaction holds up the turns that come meanwhile, so it takes no more than this. */
const mostAtOnce = 200;
const longestPauseMs = 4;
const triesToEmpty = 25;

export class SqliteWriter {
  private readonly database: Writing;
  private readonly patienceMs: number;
  private readonly unprepared: WriteStatement[] = [];
  private readonly start = this.statement('BEGIN IMMEDIATE');
  private readonly savepoint = this.statement('SAVEPOINT one');
  private readonly keep = this.statement('RELEASE one');
  private readonly undo = this.statement('ROLLBACK TO one');
  private readonly checkpoint = this.statement('PRAGMA wal_checkpoint(TRUNCATE)');
  private readonly waiting: Job[] = [];
  /** Ends when all is done that was begun so far. */
  private last: Promise<void> = Promise.resolve();
  private isSetUp = false;
  /** Asked only when something was begun: the driver answers it when its other thread lets go. */
  private hasBegun = false;
  private isClosed = false;

  constructor(file: string, { patienceMs = 5_000 }: WriterPatience = {}) {
    const database: unknown = new Database(file, {});
    this.database = database as Writing;
    this.patienceMs = patienceMs;
  }

  /** To be called once for each text of SQL, not once for each write. */
  statement(sql: string): WriteStatement {
    const statement = new WriteStatement(sql);
    this.unprepared.push(statement);
    return statement;
  }

  /**
   * Runs `work` in a transaction that holds the write lock, and resolves with what it returned once that is durable.
   * Rejects, with nothing of it written, when it throws, when the COMMIT fails, or when the file stays in use.
   * `work` may be run with others in one transaction; what one of them does when it throws does not touch the others.
   */
  write<Value>(work: () => Value): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.waiting.push({ reject, work: () => settleWith(work(), resolve) });
      if (this.waiting.length === 1) this.transactNext();
    });
  }

  /**
   * Moves all that is in the log into the file and empties the log. Does nothing when another process reads at that
   * moment and goes on doing so.
   */
  emptyLog(): Promise<void> {
    return this.inTurn(async () => {
      if (this.isClosed) return;
      await this.prepareAll();
      for (let tries = 0; tries < triesToEmpty; tries++) {
        const { busy } = this.checkpoint.get() as { busy: number };
        if (busy === 0) return;
        await wait(longestPauseMs);
      }
    });
  }

  async close(): Promise<void> {
    await this.emptyLog();
    await this.inTurn(async () => {
      this.isClosed = true;
      this.database.close();
    });
  }

  private transactNext(): void {
    this.inTurn(() => this.transact()).catch((error: unknown) => this.refuse(this.waiting.splice(0), error));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work, work);
    this.last = done;
    return done;
  }

  private async transact(): Promise<void> {
    // Asked whether it is in a transaction, a closed connection aborts the process.
    if (this.isClosed) throw new Error('The store is closed');
    await this.prepareAll();
    await this.rollBack();
    await this.begin();
    const jobs = this.waiting.splice(0, mostAtOnce);
    if (this.waiting.length > 0) this.transactNext();
    try {
      const settle = jobs.map((job) => this.perform(job));
      await this.database.exec('COMMIT');
      this.hasBegun = false;
      for (const done of settle) done();
    } catch (error) {
      this.refuse(jobs, error);
      await this.rollBack();
    }
  }

  /** The lock is asked for often and at no fixed time: SQLite's own waiting grows so long that a busy neighbour always wins. */
  private async begin(): Promise<void> {
    const end = performance.now() + this.patienceMs;
    for (;;) {
      try {
        this.start.run();
        this.hasBegun = true;
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (performance.now() > end) throw new FileInUse(`The file of cases was in use by another program for ${this.patienceMs / 1000} seconds. Nothing was written.`, { cause: error });
        await wait(Math.random() * longestPauseMs);
      }
    }
  }

  private perform({ work, reject }: Job): () => void {
    this.savepoint.run();
    try {
      const settle = work();
      this.keep.run();
      return settle;
    } catch (error) {
      // A full disk ends the whole transaction by itself.
      if (!this.database.inTransaction) throw error;
      this.undo.run();
      this.keep.run();
      return () => reject(error);
    }
  }

  private async rollBack(): Promise<void> {
    if (this.hasBegun && this.database.inTransaction) await this.database.exec('ROLLBACK');
    this.hasBegun = false;
  }

  private refuse(jobs: readonly Job[], error: unknown): void {
    for (const { reject } of jobs) reject(error);
  }

  private async prepareAll(): Promise<void> {
    if (!this.isSetUp) await this.database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    this.isSetUp = true;
    for (let next = this.unprepared[0]; next !== undefined; next = this.unprepared[0]) {
      next.native = await this.database.prepare(next.sql);
      this.unprepared.shift();
    }
  }
}

const settleWith = <Value>(value: Value, resolve: (value: Value) => void) => (): void => resolve(value);
