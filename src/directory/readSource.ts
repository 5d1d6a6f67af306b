/** Where a directory comes from: a file, a folder, or an address. */
import { readEndpoint } from './readEndpoint';
import { readFiles } from './readFiles';
import { type Progress, type RawRow, type Reading, type SourceLimits, type SourceRead, SourceStopped, usualLimits } from './sourceLimits';

export type ReadOptions = { readonly limits?: SourceLimits; readonly onProgress?: (progress: Progress) => void };

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/**
 * Hands every record to `take` and returns how many there were. Refuses with a sentence and its mend when the source cannot
 * be read to its end; what was taken until then must be thrown away.
 */
export async function readSource(source: string, take: (row: RawRow) => void, options: ReadOptions = {}): Promise<SourceRead> {
  const limits = options.limits ?? usualLimits;
  let rows = 0;
  const reading: Reading = {
    limits,
    onProgress: options.onProgress ?? (() => undefined),
    take: (row) => {
      rows += 1;
      if (rows > limits.rows) throw new SourceStopped(`There are more than ${limits.rows.toLocaleString('en-GB')} rows. Is this a directory of services?`);
      take(row);
      if (rows % 1_000 === 0) reading.onProgress({ rows, pages: 0, what: 'rows read' });
    },
  };
  try {
    const { complete, notes } = isAddress(source) ? await fromAddress(source, reading) : { complete: true, notes: await readFiles(source, reading) };
    return { kind: 'read', rows, complete, notes };
  } catch (error) {
    if (error instanceof SourceStopped) return { kind: 'refused', problem: error.message };
    throw error;
  }
}

async function fromAddress(source: string, reading: Reading): Promise<{ complete: boolean; notes: readonly string[] }> {
  if (!URL.canParse(source)) throw new SourceStopped(`${source} is no address. Write it as https://NAME/services.`);
  return readEndpoint(new URL(source), reading);
}

/** The name under which a source is kept when nobody gave it one: its host, or its file without the ending. */
export function sourceName(source: string): string {
  if (isAddress(source) && URL.canParse(source)) return new URL(source).hostname;
  return source.replace(/[/\\]+$/, '').split(/[/\\]/).pop()?.replace(/(?:\.oruk-v\d)?\.[a-z]+$/i, '') ?? source;
}
