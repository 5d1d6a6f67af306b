/** A person's word on one tag, kept with the service so that it survives every import. */
import { Correction } from '../domain/activities/tags';
import { type KeptDirectory, loadDirectory, saveDirectory } from './catalogueFile';
import { takeTurn } from './takeTurn';

export type Corrected = { readonly kind: 'done'; readonly correction: Correction } | { readonly kind: 'refused'; readonly problem: string };

/** Returns the directory with the correction; an earlier one on the same field is replaced. Undefined when no such service is kept. */
function withCorrection({ imports, entries }: KeptDirectory, correction: Correction): KeptDirectory | undefined {
  if (!entries.some(({ listing }) => listing.id === correction.listing)) return undefined;
  return {
    imports,
    entries: entries.map((entry) => (entry.listing.id === correction.listing ? { ...entry, corrections: [...entry.corrections.filter(({ field }) => field !== correction.field), correction] } : entry)),
  };
}

/** Refuses, with nothing changed, a field or value that is not known and a service that is not kept. */
export async function correctTag(file: string, wish: unknown): Promise<Corrected> {
  const correction = Correction.safeParse(wish);
  if (!correction.success) return { kind: 'refused', problem: correction.error.issues.map(({ path, message }) => (path[0] === 'field' ? `There is no such field. ${message}` : message)).join(' ') };
  const turn = await takeTurn(file);
  if (turn.kind === 'refused') return turn;
  try {
    const kept = await loadDirectory(file);
    if (kept.kind === 'refused') return kept;
    const corrected = withCorrection(kept.directory, correction.data);
    if (!corrected) return { kind: 'refused', problem: `No service with the id ${correction.data.listing} is kept. Find it with: npm run directory -- list WORDS` };
    await saveDirectory(file, corrected);
    return { kind: 'done', correction: correction.data };
  } finally {
    await turn.release();
  }
}
