import type { OpenCase, Opening } from './case';

/** The last time that somebody else read the case, as long as its worker has not seen it: it stands on the card of their next act, and until they act again. */
export function openingToShow({ openings, acts }: Pick<OpenCase, 'openings' | 'acts'>): Opening | undefined {
  const last = openings.at(-1);
  return last !== undefined && acts - last.acts <= 1 ? last : undefined;
}
