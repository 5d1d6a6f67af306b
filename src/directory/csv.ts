/** Spreadsheets as text (RFC 4180, and what Excel makes of it): rows of cells, quoted or not. */

export type CsvRead = { readonly kind: 'read'; readonly rows: readonly (readonly string[])[]; readonly separator: string } | { readonly kind: 'refused'; readonly problem: string };

/** Text out of the bytes of a file: UTF-8, UTF-16 with a mark at its beginning, or the Windows letters of an older Excel. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Returns every row, without those that hold nothing. Refuses a quotation mark that is never closed, because all after it would be one cell. */
export function readCsv(text: string): CsvRead {
  const clean = text.replace(/^\uFEFF/, '');
  // Excel may write which separator it used into a first line of its own.
  const said = /^sep=(.)\r?\n?/i.exec(clean);
  const body = said === null ? clean : clean.slice(said[0].length);
  const separator = said?.[1] ?? separatorOf(body);
  const { rows, openSince } = split(body, separator);
  if (openSince !== undefined) return { kind: 'refused', problem: `A quotation mark that begins in line ${openSince} is never closed. Close it, or double it ("") when it belongs to the words.` };
  return { kind: 'read', rows: rows.filter((row) => row.some((cell) => cell.trim() !== '')), separator };
}

/** The one that parts the first row most often, outside of quotation marks. */
function separatorOf(text: string): string {
  const first = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/).find((line) => line.trim() !== '') ?? '';
  const counted = [',', ';', '\t', '|'].map((separator) => ({ separator, times: first.split(separator).length }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).separator;
}

function split(text: string, separator: string): { rows: string[][]; openSince?: number } {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const end = endOfQuoted(text, at);
      if (end === -1) return { rows, openSince: line };
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split('\n').length - 1;
      at = end + 1;
    } else cell = '';
    // What stands after the closing mark belongs to the cell too: people type that.
    const stop = endOfPlain(text, at, separator);
    row.push(cell + text.slice(at, stop));
    at = stop;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows };
}

function endOfQuoted(text: string, open: number): number {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1 || text[at + 1] !== '"') return at;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === separator || text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}
