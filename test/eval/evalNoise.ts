/** What slips, lost marks and lost spaces cost: the same notes as they are written, and as thumbs write them. */
import type { Mention } from '../../src/domain/reading/mention';
import { scoreReading, type ReadingRow } from './evalReading';
import { seeded, type Figure } from './intervals';
import { noises, withNoise, type Noise } from './noise';

type Found = { readonly recallShown: Figure; readonly recallPrompt: Figure };
/** `costs`: how much of `recallShown` and `recallPrompt` is lost, as shares. */
type Cost = Found & { readonly costs: { readonly shown: number; readonly prompt: number } };
export type NoiseScore = { readonly asWritten: Found; readonly notes: number } & Readonly<Record<Noise, Cost>>;

const seed = 1;

export function scoreNoise(rows: readonly ReadingRow[], read: (text: string) => readonly Mention[]): NoiseScore {
  const foundIn = (some: readonly ReadingRow[]): Found => {
    const { recallShown, recallPrompt } = scoreReading(some, read).pooled;
    return { recallShown, recallPrompt };
  };
  const asWritten = foundIn(rows);
  const costOf = (noise: Noise): Cost => {
    const chance = seeded(seed);
    const found = foundIn(rows.map((row) => ({ ...row, text: withNoise(row.text, noise, chance) })));
    return { ...found, costs: { shown: lost(asWritten.recallShown, found.recallShown), prompt: lost(asWritten.recallPrompt, found.recallPrompt) } };
  };
  return { asWritten, ...(Object.fromEntries(noises.map((noise) => [noise, costOf(noise)])) as Record<Noise, Cost>), notes: rows.length };
}

const lost = (before: Figure, after: Figure): number => Number((before.value - after.value).toFixed(3));
