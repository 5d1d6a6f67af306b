/** What this version cannot read because a newer one wrote it: while an update is under way, two versions share one store. */
import type { z } from 'zod';

/** Thrown instead of a guess at what it means. Nothing of what it says is in it. */
export class WrittenByNewerVersion extends Error {
  override readonly name = 'WrittenByNewerVersion';
  constructor() {
    super('A newer version of Threefold wrote this, and this one cannot read it. Finish the update, or go back to the newer version.');
  }
}

/** A field, a kind of thing or a choice that this version does not know. What is missing or of another shape is damage. */
const isNews = ({ code, message }: z.core.$ZodIssue): boolean => code === 'unrecognized_keys' || code === 'invalid_value' || code === 'invalid_union' || message.includes('discriminator');

/** Returns what was read. Throws WrittenByNewerVersion when all that is wrong with it is that it holds more than is known here. */
export function readKept<Read>(schema: z.ZodType<Read>, kept: unknown): Read {
  const read = schema.safeParse(kept);
  if (read.success) return read.data;
  throw read.error.issues.every(isNews) ? new WrittenByNewerVersion() : read.error;
}
