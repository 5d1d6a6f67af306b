/** How much is taken from one source, and how long anybody waits for it. */
export type SourceLimits = {
  /** All that is read, in bytes. */
  readonly bytes: number;
  /** One page of an endpoint, or one spreadsheet, which is read at once. */
  readonly pageBytes: number;
  readonly rows: number;
  readonly pages: number;
  /** Milliseconds for one answer, and for everything. */
  readonly answerWithin: number;
  readonly allWithin: number;
  /** How often an answer is asked for again, and how long is waited before. */
  readonly retries: number;
  readonly pause: number;
  /** Whether an address may be asked: looked at before each, redirects too. Absent: whoever runs the import answers for it. */
  readonly look?: (url: URL) => Promise<LookedAt>;
};

/** Why not, in words; or where on the network it was found, and nowhere else it is asked. */
export type LookedAt = { readonly kind: 'refused'; readonly problem: string } | { readonly kind: 'found'; readonly addresses: readonly string[] };

export const usualLimits: SourceLimits = { bytes: 1_000_000_000, pageBytes: 100_000_000, rows: 100_000, pages: 5_000, answerWithin: 60_000, allWithin: 60 * 60_000, retries: 2, pause: 1_000 };

/** Thrown inside of the reading of a source, and caught at its edge: the sentence says what happened and what to do. */
export class SourceStopped extends Error {
  override readonly name = 'SourceStopped';
}

export type Format = 'oruk-v1' | 'oruk-v3' | 'csv';
/** One record as it came, before anything is read out of it. A string is one that is not JSON. */
export type RawRow = { readonly raw: unknown; readonly format: Format };
export type Progress = { readonly rows: number; readonly pages: number; /** How many the source says that it has. */ readonly of?: number; readonly what: string };
export type Reading = { readonly take: (row: RawRow) => void; readonly onProgress: (progress: Progress) => void; readonly limits: SourceLimits };

/** `complete` is false when the source itself says that it has more than it gave: then nothing may be taken as withdrawn. */
export type SourceRead = { readonly kind: 'read'; readonly rows: number; readonly complete: boolean; readonly notes: readonly string[] } | { readonly kind: 'refused'; readonly problem: string };
