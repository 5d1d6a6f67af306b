/** How long it takes to find what would fit among ten thousand services, and what the catalogue holds in memory. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConcepts } from '../../src/content/loadConcepts';
import { rankServices } from '../../src/domain/matching/rankServices';
import { indexServices, type Service } from '../../src/domain/matching/serviceIndex';
import type { Length, Tell } from './figure';
import { percentile, rounded } from './numbers';

const rounds: Readonly<Record<Length, number>> = { quick: 2, usual: 6, full: 20 };
const many = 10_000;
const longest = 20;
const mostMemory = 200;
const megabyte = 1e6;

export function measureMatching(tell: Tell, length: Length): void {
  const concepts = loadConcepts();
  const invented = rowsOf('council.jsonl') as Service[];
  const services = Array.from({ length: many }, (_, at): Service => ({ ...invented[at % invented.length]!, id: `service-${at}` }));
  const held = process.memoryUsage().heapUsed;
  const began = performance.now();
  const index = indexServices(services, concepts);
  const made = performance.now() - began;
  globalThis.gc?.();
  tell.figure({ figure: 'indexing 10,000 services, once', value: rounded(made), unit: 'ms' });
  tell.figure({ figure: 'memory of the index of 10,000 services', value: rounded((process.memoryUsage().heapUsed - held) / megabyte), unit: 'MB', goal: `under ${mostMemory} MB`, met: (process.memoryUsage().heapUsed - held) / megabyte < mostMemory });
  const texts = [...rowsOf('councilQueries.jsonl'), ...rowsOf('townQueries.jsonl')].map(({ text }) => text);
  const took = Array.from({ length: rounds[length] }, () => texts).flat().map((text) => {
    const start = performance.now();
    rankServices(text, index);
    return performance.now() - start;
  });
  const slow = percentile(took.slice(texts.length / 2), 0.95);
  tell.figure({ figure: 'ranking 10,000 services, 95th percentile', value: rounded(slow), unit: 'ms', goal: `under ${longest} ms`, met: slow < longest });
}

const rowsOf = (file: string): { readonly text: string }[] => readFileSync(path.join(__dirname, '../eval/matching', file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { text: string });
