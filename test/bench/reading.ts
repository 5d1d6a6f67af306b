/** How long it takes to read a note by the rules: one of ordinary notes, one of the notes that test the rules, and one that only grows. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadContent } from '../../src/content/load';
import { readText } from '../../src/domain/reading/readText';
import type { Length, Tell } from './figure';
import { median, percentile, rounded, spread } from './numbers';

const times: Readonly<Record<Length, number>> = { quick: 100, usual: 300, full: 1000 };
const longest = 5;
const mostGrowth = 2.4;
const batches = 8;

export function measureReading(tell: Tell, length: Length): void {
  const { lexicon } = loadContent();
  const rows = notes();
  const timed = (words: readonly string[], many: number, rounds: number): number[] =>
    Array.from({ length: rounds }, (_, index) => {
      const note = noteOf(words, many, index);
      const began = performance.now();
      readText(note, lexicon);
      return performance.now() - began;
    });
  const dense = wordsOf(rows);
  for (const [figure, words] of [['reading an ordinary note of 1,000 words', wordsOf(rows.filter(({ kind }) => isPlain(kind)))], ['reading 1,000 words in which nearly every sentence speaks of a concern', dense]] as const) {
    const took = timed(words, 1000, times[length] * 1.5).slice(times[length] / 2);
    const size = Math.ceil(took.length / batches);
    const middles = Array.from({ length: batches }, (_, batch) => median(took.slice(batch * size, (batch + 1) * size)));
    tell.figure({ figure, value: rounded(median(took)), unit: 'ms', p99: rounded(percentile(took, 0.99)), goal: `under ${longest} ms`, met: median(took) < longest, noise: rounded(spread(middles)) });
  }
  const [short, long] = [median(timed(dense, 10_000, 12).slice(2)), median(timed(dense, 20_000, 12).slice(2))];
  tell.figure({ figure: 'reading 20,000 words to reading 10,000', value: rounded(long / short), unit: 'ratio', goal: `at most ${mostGrowth}`, met: long / short <= mostGrowth });
}

/** Begins elsewhere each time, so that no two are the same. */
const noteOf = (words: readonly string[], many: number, index: number): string => Array.from({ length: many }, (_, at) => words[(index * 389 + at) % words.length]).join(' ');

type Note = { readonly text: string; readonly kind: string };
const isPlain = (kind: string): boolean => /plain|ordinary/.test(kind);
const wordsOf = (rows: readonly Note[]): readonly string[] => rows.flatMap(({ text }) => text.split(/\s+/));

/** The invented notes, with their marks. */
function notes(): readonly Note[] {
  const folder = path.join(__dirname, '../eval/notes');
  return readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n').map((row) => JSON.parse(row) as Note));
}
