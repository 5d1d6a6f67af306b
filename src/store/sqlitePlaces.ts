import type { KnownPlace, PlaceStore } from '../app/ports';
import { bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

export function sqlitePlaces(database: Connection, writer: SqliteWriter): PlaceStore {
  const put = writer.statement('INSERT INTO places (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body');
  const drop = writer.statement('DELETE FROM places WHERE id = ?');
  const select = database.prepare('SELECT body FROM places ORDER BY id');
  return {
    remember: (place) => writer.write(() => put.run(place.id, encode(place))),
    forget: (id) => writer.write(() => drop.run(id)),
    all: async () => select.all(...bind()).map((row) => decode(row) as KnownPlace),
  };
}
