/**
 * The directory as it is kept: a file of JSON lines, one service a line after a first line that says what it is.
 *
 * It is written beside itself and put in place at once, so that a reader finds the old one or the new one, never a half.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Correction } from '../domain/activities/tags';
import { Listing } from './listing';
import type { Entry } from './mergeListings';
import { codeOf, nameOf } from './nodeError';

const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ImportMark = z.object({ source: z.string(), from: z.string(), day: IsoDay, services: z.number().int() }).strict();
/** The last import of each source. */
export type ImportMark = z.infer<typeof ImportMark>;

const Head = z.object({ kind: z.literal('threefold-directory'), version: z.literal(1), imports: z.array(ImportMark) }).strict();
const EntryLine = z
  .object({
    listing: Listing,
    firstSeen: IsoDay,
    lastSeen: IsoDay,
    changes: z.array(z.object({ day: IsoDay, fields: z.array(z.string()) }).strict()),
    withdrawn: IsoDay.optional(),
    corrections: z.array(Correction),
  })
  .strict();

export type KeptDirectory = { readonly imports: readonly ImportMark[]; readonly entries: readonly Entry[] };
export type DirectoryRead = { readonly kind: 'read'; readonly directory: KeptDirectory } | { readonly kind: 'refused'; readonly problem: string };

/** Returns what is kept; nothing when there is no file yet. Refuses a file that is another or damaged, and names the line. */
export async function loadDirectory(file: string): Promise<DirectoryRead> {
  return readLines(file, () => true);
}

/** The same with these services alone: the others are passed over unread, which takes a tenth of the time. */
export async function loadEntries(file: string, ids: ReadonlySet<string>): Promise<DirectoryRead> {
  return readLines(file, (line) => {
    const id = startOfEntry.exec(line)?.[1];
    return id === undefined || ids.has(id);
  });
}

/** Every entry is written with its id first. */
const startOfEntry = /^\{"listing":\{"id":"([a-z0-9-]+)"/;

async function readLines(file: string, isWanted: (line: string) => boolean): Promise<DirectoryRead> {
  const entries: Entry[] = [];
  let imports: readonly ImportMark[] | undefined;
  let at = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      at += 1;
      if (at === 1) imports = Head.parse(JSON.parse(line)).imports;
      else if (line !== '' && isWanted(line)) entries.push(EntryLine.parse(JSON.parse(line)));
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'read', directory: { imports: [], entries: [] } };
    if (nameOf(error) !== 'SyntaxError' && !(error instanceof z.ZodError)) throw error;
    return { kind: 'refused', problem: at === 1 ? `${file} is not a directory that this program wrote. Name another file.` : `Line ${at} of ${file} is damaged. Put back a copy of the file, or delete it and import every source again.` };
  }
  return imports === undefined ? { kind: 'refused', problem: `${file} is empty. Delete it, and import again.` } : { kind: 'read', directory: { imports, entries } };
}

/** Writes all of it, or leaves the file as it was. */
export async function saveDirectory(file: string, { imports, entries }: KeptDirectory): Promise<void> {
  const beside = `${file}.new`;
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  const handle = await open(beside, 'w', 0o600);
  try {
    let lines = [JSON.stringify({ kind: 'threefold-directory', version: 1, imports })];
    for (const entry of entries) {
      lines.push(JSON.stringify(entry));
      if (lines.length < 500) continue;
      await handle.appendFile(`${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) await handle.appendFile(`${lines.join('\n')}\n`);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(beside, { force: true });
    throw error;
  }
  await handle.close();
  await rename(beside, file);
}
