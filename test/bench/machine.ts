/** What the machine does to any figure: the same work again and again, beside nothing of ours. */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Tell } from './figure';
import { median, percentile, rounded, spread } from './numbers';
import type { Rig } from './rig';

const pieces = 60;
const writes = 200;

export function measureMachine(rig: Rig, tell: Tell): void {
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
  const synced = durableWrites(rig.at('written'));
  tell.figure({ figure: 'machine, a durable write of 4 KB', value: rounded(median(synced)), unit: 'ms', best: rounded(Math.min(...synced)), p99: rounded(percentile(synced, 0.99)), noise: rounded(spread(synced)) });
}

/** Returns the milliseconds that each took: no answer that is kept can be faster than the disk. */
function durableWrites(path: string): number[] {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4096, 'x');
  const took = Array.from({ length: writes }, () => {
    const began = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return took;
}

/** Returns the milliseconds that it took. */
function pieceOfWork(): number {
  const began = performance.now();
  let text = '';
  for (let index = 0; index < 3000; index++) text = JSON.stringify({ index, before: text.slice(0, 200) });
  if (text === '') throw new Error('Nothing was done.');
  return performance.now() - began;
}
