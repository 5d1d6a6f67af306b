/** A directory out of a file or a folder of files. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from './csv';
import { readCsvTable, underHeadings } from './fromCsv';
import { isOther, orukVersion } from './orukVersion';
import { RecordSplitter } from './recordSplitter';
import { type RawRow, type Reading, SourceStopped } from './sourceLimits';

export const readable = /\.(?:json|jsonl|ndjson|csv|tsv|txt)$/i;

/** Returns the notes. Throws SourceStopped when one of the files cannot be read to its end. */
export async function readFiles(source: string, reading: Reading): Promise<readonly string[]> {
  const found = await stat(source).catch(() => undefined);
  if (!found) throw new SourceStopped(`There is no file or folder ${source}. Check the path.`);
  if (!found.isDirectory()) return readOne(source, found.size, reading);
  const names = (await readdir(source)).filter((name) => readable.test(name)).sort();
  if (names.length === 0) throw new SourceStopped(`The folder ${source} holds no .json, .jsonl, .ndjson or .csv file.`);
  const notes: string[] = [];
  for (const name of names) {
    const file = path.join(source, name);
    notes.push(...(await readOne(file, (await stat(file)).size, reading)));
  }
  return notes;
}

async function readOne(file: string, size: number, reading: Reading): Promise<readonly string[]> {
  if (size > reading.limits.bytes) throw new SourceStopped(`${file} is ${megabytes(size)} MB long; at most ${megabytes(reading.limits.bytes)} MB are read. Part it into several files in one folder.`);
  if (/\.(?:csv|tsv|txt)$/i.test(file)) return readCsvFile(file, size, reading);
  if (/\.(?:jsonl|ndjson)$/i.test(file)) await readLines(file, reading);
  else await readJson(file, reading);
  return [];
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 });

async function readCsvFile(file: string, size: number, { take, limits }: Reading): Promise<readonly string[]> {
  if (size > limits.pageBytes) throw new SourceStopped(`${file} is ${megabytes(size)} MB long; a spreadsheet may be ${megabytes(limits.pageBytes)} MB. Part it into several files in one folder.`);
  const bytes = await readFile(file);
  // A workbook begins with the letters of a zip file.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new SourceStopped(`${file} is an Excel workbook. Save it as “CSV UTF-8” and give that file.`);
  const table = readCsvTable(decodeText(bytes));
  if (table.kind === 'refused') throw new SourceStopped(`${file}: ${table.problem}`);
  for (const raw of table.records) take({ raw, format: 'csv' });
  return table.notes;
}

async function readLines(file: string, { take }: Reading): Promise<void> {
  let rest = '';
  const line = (text: string): void => {
    if (text.trim() !== '') take(rowOf(text));
  };
  for await (const chunk of piecesOf(file)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(line);
  }
  line(rest);
}

async function readJson(file: string, { take }: Reading): Promise<void> {
  let any = false;
  const splitter = new RecordSplitter((text) => take(rowOf(text)));
  for await (const chunk of piecesOf(file)) {
    any ||= chunk.trim() !== '';
    splitter.push(chunk);
    if (splitter.problem !== undefined) throw new SourceStopped(`${file}: ${splitter.problem} Export it again.`);
  }
  if (!any) throw new SourceStopped(`${file} is empty. Export it again.`);
  if (!splitter.end()) throw new SourceStopped(`${file} ends in the middle. Export or copy it again.`);
}

async function* piecesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) yield decoder.decode(bytes as Uint8Array, { stream: true });
  yield decoder.decode();
}

function rowOf(text: string): RawRow {
  const raw = parsed(text);
  return isOther(raw) ? { raw: underHeadings(raw), format: 'csv' } : { raw, format: orukVersion(raw) };
}

/** A record that is not JSON stays a text: reading it says so and names its row. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return text;
  }
}
