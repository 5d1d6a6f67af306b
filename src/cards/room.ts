import { escapeText } from './escape';

const lengths = [600, 400, 280, 200, 150, 110, 80, 60, 40, 24] as const;

/** How much of each text can be shown when all of them share a card: the most that keeps them together within so many letters. */
export function roomFor(texts: readonly string[], letters: number): number {
  const long = texts.map((text) => escapeText(text).length);
  return lengths.find((most) => long.reduce((sum, length) => sum + Math.min(length, most * 1.5), 0) <= letters) ?? 24;
}
