import { z } from 'zod';
import type { LearntStore } from '../app/ports';
import { Learnt } from '../domain/learnt/learnt';
import { learntId } from './learntId';
import { LearntSoFar, type OnLeftOut } from './learntSoFar';
import { bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

const Counted = z.object({ many: z.number() });
const Row = z.object({ id: z.string(), body: z.unknown() });

/** The file counts them as they come: to count them anew would read all of them on each turn. */
export const howManyLearnt = 'SELECT many FROM learnt_count';

/** Rows stand in the order of ids that mean nothing, so that the file does not tell what was learnt after what. */
export class SqliteLearnt implements LearntStore {
  private readonly known;
  private readonly count;
  private readonly rows;
  private readonly put;

  constructor(
    database: Connection,
    private readonly writer: SqliteWriter,
    onLeftOut?: OnLeftOut,
  ) {
    this.known = new LearntSoFar(onLeftOut);
    this.count = database.prepare(howManyLearnt);
    this.rows = database.prepare('SELECT id, body FROM learnt ORDER BY id');
    this.put = writer.statement('INSERT INTO learnt (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
  }

  async load({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<readonly Learnt[]> {
    if (Counted.parse(this.count.get(...bind())).many !== this.known.count) {
      const unread = this.rows.all(...bind()).map((row) => Row.parse(row)).filter(({ id }) => !this.known.has(id));
      this.known.add(unread.map((row) => ({ id: row.id, learnt: decode(row) })));
    }
    return this.known.all({ whole: fresh });
  }

  async keep(given: Learnt, promise?: string): Promise<void> {
    const [id, learnt] = [learntId(promise), Learnt.parse(given)];
    const body = encode(learnt);
    await this.writer.write(() => this.put.run(id, body));
    this.known.add([{ id, learnt }]);
  }
}
