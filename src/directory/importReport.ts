/** What an import did, for whoever ran it: in words, the most important first, and never a wall of lines. */
import type { BroughtIn, RowNotes } from './bringIn';
import type { Named } from './mergeListings';

const SHOWN = 20;

export type ReportOptions = { /** Every line, not the first few of each kind. */ readonly all: boolean };

export function importReport(result: BroughtIn, { all }: ReportOptions): string {
  const most = all ? Number.POSITIVE_INFINITY : SHOWN;
  if (result.kind === 'refused') return [result.problem, ...block('Rows that could not be read', result.problems.map(lineOf), most)].join('\n');
  const { merged, name, rows, problems, notes, sourceNotes, written } = result;
  const { fresh, changed, withdrawn, returned, kept, unchanged } = merged;
  return [
    `${written ? 'Imported' : 'Checked, nothing was written'}: ${counted(rows, 'row')} from ${name}.`,
    `New: ${fresh.length}. Changed: ${changed.length}. The same: ${unchanged}. Withdrawn: ${withdrawn.length}. Back again: ${returned.length}. Not readable: ${problems.length}.`,
    ...sourceNotes,
    ...block('Not readable, the rest came in', problems.map(lineOf), most),
    ...block('Not readable this time, kept as they were', namesOf(kept), most),
    ...block('Withdrawn (kept, and not offered any more)', namesOf(withdrawn), most),
    ...block('Back again', namesOf(returned), most),
    ...block('Changed', changed.map(({ name: service, fields }) => `${service}: ${fields.join(', ')}`), most),
    ...block('Came in, with something left out', notes.map(notesLine), most),
  ].join('\n');
}

const lineOf = ({ row, problem }: { row: string; problem: string }): string => `${row}: ${problem}`;
const notesLine = ({ row, notes }: RowNotes): string => `${row}: ${notes.join(' ')}`;
const namesOf = (named: readonly Named[]): string[] => named.map(({ name }) => name);
const counted = (count: number, what: string): string => `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;

function block(title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`  … and ${lines.length - most} more. Add --all to see them.`] : [];
  return ['', `${title}: ${lines.length}`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}
