import type { Fault, Received } from './fakeConnector';

/** Every way in which the platform fails. Whatever is not refused outright may have been taken all the same. */
export const everyFault: Readonly<Record<string, Fault>> = {
  'too many, wait': { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  'too many, wait for minutes': { kind: 'status', status: 429, headers: { 'retry-after': '300' } },
  'precondition failed': { kind: 'status', status: 412 },
  'server error': { kind: 'status', status: 500 },
  'server error after it was taken': { kind: 'status', status: 500, taken: true },
  'bad gateway': { kind: 'status', status: 502 },
  'unavailable after it was taken': { kind: 'status', status: 503, taken: true },
  'gateway timeout after it was taken': { kind: 'status', status: 504, taken: true },
  'connection reset': { kind: 'reset' },
  'connection reset after it was taken': { kind: 'reset', taken: true },
  hangs: { kind: 'hang' },
  'hangs after it was taken': { kind: 'hang', taken: true },
  slow: { kind: 'slow' },
};

/** Chance that is the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Goes wrong for that share of all calls, in a way that the seed chooses. */
export function faultPlan(seed: number, share: number, happened: string[] = []): (call: Received) => Fault | undefined {
  const chance = chanceOf(seed);
  const kinds = Object.entries(everyFault);
  return ({ method, path }) => {
    if (chance() >= share) return undefined;
    const [name, fault] = kinds[Math.floor(chance() * kinds.length)]!;
    happened.push(`${name}: ${method} ${path.split('/').length}`);
    return fault;
  };
}
