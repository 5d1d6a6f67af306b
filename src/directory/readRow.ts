/** What every format shares: a row needs an id and a name, and what comes out must be a listing. */
import { Fields, isRecord, lengths, shown } from './fields';
import { Listing, listingId, type RowPlace, type RowRead } from './listing';

export type Identity = Pick<Listing, 'id' | 'source' | 'sourceId' | 'name' | 'description'>;
/** What a format reads out of the fields: a listing, checked afterwards. */
export type FormatReader = (fields: Fields, identity: Identity) => unknown;

/** Returns the listing that `read` makes of the row, or the one problem for which it cannot come in. */
export function readRow(raw: unknown, place: RowPlace, read: FormatReader, idOf: (fields: Fields) => string | undefined = (fields) => fields.text('id')): RowRead {
  if (!isRecord(raw)) return { kind: 'problem', row: `row ${place.at}`, problem: `It is ${raw === null ? 'empty' : shown(raw)}, not a service. A service is a record with an id and a name.` };
  const notes = new Set<string>();
  const fields = new Fields(raw, notes);
  const name = fields.text('name', lengths.name)?.replaceAll('\n', ' ');
  const row = name === undefined ? `row ${place.at}` : `“${name}” (row ${place.at})`;
  const sourceId = idOf(fields);
  if (sourceId === undefined) return { kind: 'problem', row, problem: 'It has no id, so the next import could not tell that it is the same. Give it an “id” of its own.' };
  const id = listingId(place.source, sourceId);
  if (name === undefined) return { kind: 'problem', row: `the service ${shown(sourceId)} (row ${place.at})`, problem: 'It has no name. Write one into “name”.', id };
  const description = fields.text(['description', 'text'], lengths.description) ?? '';
  const listing = Listing.safeParse(read(fields, { id, source: place.source, sourceId, name, description }));
  if (listing.success) return { kind: 'listing', row, listing: listing.data, notes: [...notes] };
  return { kind: 'problem', row, problem: listing.error.issues.map((issue) => `“${issue.path.join('.')}”: ${issue.message}.`).join(' '), id };
}
