/** What people did about a concern, told from what came up since: a new word or a new tick opens it again. */
import type { ConcernRecord } from '../case/case';
import type { Concern } from './finding';

/** One thing that a concern rests on. */
export type Piece = { readonly key: string; readonly at: string };

type SeenTo = { readonly about?: readonly string[] };

const covers = (done: SeenTo | undefined, { key }: Pick<Piece, 'key'>): boolean => done !== undefined && (done.about === undefined || done.about.includes(key));
const coversAll = (done: SeenTo | undefined, pieces: readonly Piece[]): boolean => done !== undefined && pieces.every((piece) => covers(done, piece));

export const isSetAside = (piece: Pick<Piece, 'key'>, record: ConcernRecord | undefined): boolean => covers(record?.setAside, piece);

/** Words that were read wrongly: a figure of speech, or something else altogether. */
export function isMisread(piece: Pick<Piece, 'key'>, record: ConcernRecord | undefined): boolean {
  const kind = record?.setAside?.kind;
  return isSetAside(piece, record) && (kind === undefined || kind === 'figure');
}

/** Closed by a named owner or by a reply, or set aside, with regard to all that it rests on. */
export function seenTo(pieces: readonly Piece[], record: ConcernRecord | undefined): Pick<Concern, 'state' | 'owner' | 'action' | 'since'> {
  const live = pieces.filter((piece) => !isSetAside(piece, record));
  const owner = record?.owned && { owner: record.owned.owner, action: record.owned.action };
  if (live.length === 0) return { state: 'set-aside', since: earliest(pieces), ...owner };
  if (coversAll(record?.answered, live)) return { state: 'answered', since: earliest(live), ...owner };
  if (coversAll(record?.owned, live)) return { state: 'owned', since: earliest(live), ...owner };
  // Whoever took on what was there before does not have what came since.
  const unseen = live.filter((piece) => !covers(record?.owned, piece) && !covers(record?.answered, piece));
  return { state: 'open', since: earliest(unseen.length > 0 ? unseen : live) };
}

/** Whose reply closes the worker's own worry; replies that were recorded before it was asked do. */
const closingRoles: ReadonlySet<string | undefined> = new Set([undefined, 'supervisor', 'gp']);

/** The worker's own worry waits for a reply of the supervisor or the named GP, whoever has taken it on. */
export function workersOwn({ owned, answered, setAside }: ConcernRecord): Pick<Concern, 'state' | 'owner' | 'action'> {
  const owner = owned && { owner: owned.owner, action: owned.action };
  if (setAside) return { state: 'set-aside', ...owner };
  return { state: answered && closingRoles.has(answered.role) ? 'answered' : 'open', ...owner };
}

const earliest = (pieces: readonly Piece[]): string => pieces.map(({ at }) => at).sort()[0] ?? '';
