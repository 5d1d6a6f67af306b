import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LearntStore } from '../app/ports';
import { readKept } from '../domain/case/newerVersion';
import { Learnt } from '../domain/learnt/learnt';
import { bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

const Counted = z.object({ many: z.number() });

/** Rows stand in the order of ids that mean nothing, so that the file does not tell what was learnt after what. */
export class SqliteLearnt implements LearntStore {
  private known: readonly Learnt[] = [];
  private readonly count;
  private readonly all;
  private readonly add;

  constructor(
    database: Connection,
    private readonly writer: SqliteWriter,
  ) {
    this.count = database.prepare('SELECT COUNT(*) AS many FROM learnt');
    this.all = database.prepare('SELECT body FROM learnt ORDER BY id');
    this.add = writer.statement('INSERT INTO learnt (id, body) VALUES (?, ?)');
  }

  async load(): Promise<readonly Learnt[]> {
    if (Counted.parse(this.count.get(...bind())).many !== this.known.length) this.known = this.all.all(...bind()).map((row) => readKept(Learnt, decode(row)));
    return this.known;
  }

  async keep(learnt: Learnt): Promise<void> {
    const [id, body] = [randomUUID(), encode(Learnt.parse(learnt))];
    await this.writer.write(() => this.add.run(id, body));
  }
}
