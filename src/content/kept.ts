/**
 * What takes long to make of what stands in files, kept in a file of its own so that a start need not make it: beside the
 * built code, and for the sources where the tests put it. A seal says of which texts and by which code it was made, and
 * that it is whole. What is missing, damaged or of before is nothing: it is made anew.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Plain data alone can be kept: strings, numbers, rows of them. */
export type ToKeep = {
  /** The name of the file. */
  readonly name: string;
  /** What it is made of, in an order that stays. */
  readonly texts: () => readonly string[];
  /** The folders with the code that makes it, from that of all the code, and everything within them. */
  readonly code: readonly string[];
  /** The folders in which it may stand; the first that has it counts. */
  readonly folders?: readonly string[];
};

const allCode = path.dirname(__dirname);
const beside: readonly string[] = [__dirname, path.join(__dirname, '../../.threefold')];
const endOfCode = path.extname(__filename);
const algorithm = 'sha1';
const length = 40;

export class Kept<Made> {
  #known: { readonly made: Made | undefined } | undefined;

  constructor(readonly what: ToKeep) {}

  /** Looked up once. Undefined when there is none that still holds. */
  made(): Made | undefined {
    this.#known ??= { made: this.#madeIn(bytesOf(this.what.folders ?? beside, this.what.name)) };
    return this.#known.made;
  }

  /** Keeps what is made in a folder, unless it is there and holds, or there is nothing to keep. Whoever reads meanwhile finds the old one or the new one, whole. */
  keepIn(folder: string, make: () => Made | undefined): void {
    if (this.#madeIn(bytesOf([folder], this.what.name)) !== undefined) return;
    const made = make();
    if (made === undefined) return;
    const data = serialize(made);
    const file = path.join(folder, this.what.name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, Buffer.concat([Buffer.from(this.#sealOf(data), 'latin1'), data]));
    renameSync(`${file}.${process.pid}`, file);
  }

  #madeIn(bytes: Buffer | undefined): Made | undefined {
    if (bytes === undefined) return undefined;
    const data = bytes.subarray(length);
    if (bytes.toString('latin1', 0, length) !== this.#sealOf(data)) return undefined;
    try {
      return deserialize(data) as Made;
    } catch {
      return undefined;
    }
  }

  #sealOf(data: Buffer): string {
    const hash = createHash(algorithm);
    for (const text of [...this.what.texts(), ...this.what.code.flatMap((folder) => codeIn(path.resolve(allCode, folder)))]) hash.update(`${text.length} `).update(text);
    return hash.update(data).digest('hex');
  }
}

function codeIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? codeIn(path.join(folder, entry.name)) : entry.name.endsWith(endOfCode) ? [entry.name, readFileSync(path.join(folder, entry.name), 'utf8')] : []));
}

function bytesOf(folders: readonly string[], name: string): Buffer | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(path.join(folder, name));
    } catch {
      continue;
    }
  }
  return undefined;
}
