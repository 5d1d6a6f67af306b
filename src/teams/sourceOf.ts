/** Where a place in the built code stands in what people wrote. Maps are read when an error is told: to read them at the start takes a tenth of it. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const placed = /^(?<by>.*?)(?<file>(?:file:\/\/|\/|[A-Za-z]:\\)[^()]*\.js):(?<line>\d+):(?<column>\d+)(?<rest>\)?)$/;

/** The same line of a stack with the place in the source; as it is when there is no map of it. */
export function sourceOf(frame: string): string {
  const { by, file, line, column, rest } = placed.exec(frame)?.groups ?? {};
  if (by === undefined || file === undefined || rest === undefined) return frame;
  const built = file.startsWith('file:') ? fileURLToPath(file) : file;
  const entry = mapOf(built)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return frame;
  return `${by}${resolve(dirname(built), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}${rest}`;
}

function mapOf(built: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${built}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
