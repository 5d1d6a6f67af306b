/** The keys that seal what is kept: the first seals, all of them open. */
import { createSecretKey, type KeyObject } from 'node:crypto';

export type SealKey = { readonly id: string; readonly key: KeyObject };
export type SealKeysRead = { readonly kind: 'keys'; readonly keys: readonly SealKey[] } | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** AES-256. */
const keyBytes = 32;
const shape = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_=-]+)$/;

/** Reads `id:base64, id:base64`. Refuses with every problem at once; none repeats a key. */
export function readSealKeys(text: string): SealKeysRead {
  const read = text.split(/[\s,;]+/).filter((part) => part !== '').map(readOne);
  const ids = read.flatMap((one) => ('id' in one ? [one.id] : []));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const problems = [...read.flatMap((one) => ('problem' in one ? [one.problem] : [])), ...twice.map((id) => `SEAL_KEYS has two keys with the id ${id}. Give each its own.`)];
  return problems.length > 0 ? { kind: 'refused', problems: [...new Set(problems)] } : { kind: 'keys', keys: read.filter((one): one is SealKey => 'id' in one) };
}

function readOne(part: string): SealKey | { readonly problem: string } {
  const [, id, encoded = ''] = shape.exec(part) ?? [];
  if (id === undefined) return { problem: 'SEAL_KEYS must be keys like autumn:BASE64 with commas between them, the newest first. Make one with: npm run admin -- new-key autumn' };
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== keyBytes) return { problem: `The key ${id} in SEAL_KEYS must be ${keyBytes} bytes in base64. Make one with: npm run admin -- new-key ${id}` };
  return { id, key: createSecretKey(bytes) };
}
