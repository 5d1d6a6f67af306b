import type { KnownPlace, PlaceStore, SafetyPlace } from '../app/ports';
import { bind, decode, encode, type Connection } from './sqliteFile';
import type { SqliteWriter } from './sqliteWriter';

export function sqlitePlaces(database: Connection, writer: SqliteWriter): PlaceStore {
  const put = writer.statement('INSERT INTO places (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body');
  const drop = writer.statement('DELETE FROM places WHERE id = ?');
  const select = database.prepare('SELECT body FROM places ORDER BY id');
  const mark = writer.statement('INSERT INTO safety_places (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body');
  const unmark = writer.statement('DELETE FROM safety_places WHERE id = ?');
  const marked = database.prepare('SELECT body FROM safety_places ORDER BY id');
  return {
    mark: (place) => writer.write(() => mark.run(place.id, encode(place))),
    unmark: (id) => writer.write(() => unmark.run(id)),
    marked: async () => marked.all(...bind()).map((row) => decode(row) as SafetyPlace),
    remember: (place) => writer.write(() => put.run(place.id, encode(place))),
    forget: (id) => writer.write(() => drop.run(id)),
    all: async () => select.all(...bind()).map((row) => decode(row) as KnownPlace),
  };
}
