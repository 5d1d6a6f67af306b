/** How long it takes to read a note by the rules: ordinary notes, and one that only grows. */
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
  const words = wordsOfNotes();
  /** Begins elsewhere each time, so that no two are the same. */
  const noteOf = (many: number, index: number): string => Array.from({ length: many }, (_, at) => words[(index * 389 + at) % words.length]).join(' ');
  const timed = (many: number, rounds: number): number[] =>
    Array.from({ length: rounds }, (_, index) => {
      const note = noteOf(many, index);
      const began = performance.now();
      readText(note, lexicon);
      return performance.now() - began;
    });
  const took = timed(1000, times[length] * 1.5).slice(times[length] / 2);
  const size = Math.ceil(took.length / batches);
  const middles = Array.from({ length: batches }, (_, batch) => median(took.slice(batch * size, (batch + 1) * size)));
  tell.figure({ figure: 'reading a note of 1,000 words', value: rounded(median(took)), unit: 'ms', p99: rounded(percentile(took, 0.99)), goal: `under ${longest} ms`, met: median(took) < longest, noise: rounded(spread(middles)) });
  const [short, long] = [median(timed(10_000, 12).slice(2)), median(timed(20_000, 12).slice(2))];
  tell.figure({ figure: 'reading 20,000 words to reading 10,000', value: rounded(long / short), unit: 'ratio', goal: `at most ${mostGrowth}`, met: long / short <= mostGrowth });
}

/** The words of the invented notes, with their marks. */
function wordsOfNotes(): readonly string[] {
  const folder = path.join(__dirname, '../eval/notes');
  const rows = readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'));
  return rows.flatMap((row) => (JSON.parse(row) as { text: string }).text.split(/\s+/));
}
