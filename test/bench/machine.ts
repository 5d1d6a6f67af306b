/** What the machine does to any figure: the same work again and again, beside nothing of ours. */
import { cpus, loadavg } from 'node:os';
import type { Tell } from './figure';
import { median, percentile, rounded, spread } from './numbers';

const pieces = 60;

export function measureMachine(tell: Tell): void {
  const took = Array.from({ length: pieces }, pieceOfWork).slice(10);
  tell.figure({
    figure: 'machine, a fixed piece of work',
    value: rounded(median(took)),
    unit: 'ms',
    best: rounded(Math.min(...took)),
    p99: rounded(percentile(took, 0.99)),
    noise: rounded(spread(took)),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? '',
    load: rounded(loadavg()[0] ?? Number.NaN),
    node: process.version,
  });
}

/** Returns the milliseconds that it took. */
function pieceOfWork(): number {
  const began = performance.now();
  let text = '';
  for (let index = 0; index < 3000; index++) text = JSON.stringify({ index, before: text.slice(0, 200) });
  if (text === '') throw new Error('Nothing was done.');
  return performance.now() - began;
}
