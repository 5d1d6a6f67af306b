/** Reading a choice that was typed or scripted instead of tapped: by its label, any case, or its other wordings. */
import { plain } from '../reading/words/phrase';
import { offers, optionsOf } from './choices';
import type { Option, Part, Prompt } from './framework';

/** The choice ids that this text names in these parts, or undefined when it names none of them. */
export function matchChoices(parts: readonly Part[], text: string): readonly string[] | undefined {
  const whole = matchOne(parts, text);
  if (whole) return whole;
  const pieces = text.split(/[,;\n]/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  const matched = pieces.map((piece) => matchOne(parts, piece));
  return matched.every((choices) => choices !== undefined) ? matched.flat() : undefined;
}

/**
 * Reads a written answer, its labels parted by semicolons, over a whole prompt. What names no choice is given back.
 * A row of a grid without a column takes the column that is named next ("pain; long-standing"), else the first one.
 * A label that several tiles share means the first row of tiles that has no answer yet ("too much; too little").
 */
export function matchLabels({ parts }: Prompt, text: string): { readonly choices: readonly string[]; readonly unmatched: readonly string[] } {
  const whole = matchOne(parts, text);
  if (whole) return { choices: whole, unmatched: [] };
  const choices: string[] = [];
  const unmatched: string[] = [];
  let rows: readonly Row[] = [];
  const pieces = text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '');
  for (const [index, piece] of pieces.entries()) {
    const column = rows[0]?.part.columns.find((option) => names(option, piece));
    if (column) {
      choices.push(...withColumn(rows, column.id));
      rows = [];
      continue;
    }
    const row = rowAlone(parts, piece);
    const columnFollows = row?.part.columns.some((option) => names(option, pieces[index + 1] ?? ''));
    const found = columnFollows ? undefined : matchPiece(parts, piece, choices);
    if (found) choices.push(...found);
    else if (row) rows = [...rows, row];
    else unmatched.push(piece);
  }
  choices.push(...withColumn(rows, undefined));
  return { choices: [...new Set(choices)], unmatched };
}

function matchPiece(parts: readonly Part[], piece: string, before: readonly string[]): readonly string[] | undefined {
  const unanswered = parts.filter((part) => part.kind !== 'one' || !before.some((choice) => offers(part, choice)));
  return matchInNamedPart(parts, piece) ?? matchOne(unanswered, piece) ?? matchOne(parts, piece) ?? matchChoices(parts, piece.replace(/ and /gi, ','));
}

/** "Time with people: about right". */
function matchInNamedPart(parts: readonly Part[], piece: string): readonly string[] | undefined {
  const [name, ...rest] = piece.split(':');
  const part = rest.length === 0 ? undefined : parts.find(({ id, label }) => [id, label ?? id].some((known) => plain(known) === plain(name!)));
  return part && matchInPart(part, rest.join(':').trim());
}

type GridPart = Extract<Part, { kind: 'grid' }>;
type Row = { readonly part: GridPart; readonly id: string };

const withColumn = (rows: readonly Row[], column: string | undefined): string[] => rows.map(({ part, id }) => `${id}:${column ?? part.columns[0]!.id}`);

function rowAlone(parts: readonly Part[], piece: string): Row | undefined {
  for (const part of parts) {
    const row = part.kind === 'grid' ? part.rows.find((option) => names(option, piece)) : undefined;
    if (row && part.kind === 'grid') return { part, id: row.id };
  }
  return undefined;
}

function matchOne(parts: readonly Part[], text: string): readonly string[] | undefined {
  for (const part of parts) {
    const found = matchInPart(part, text.trim());
    if (found) return found;
  }
  return undefined;
}

function matchInPart(part: Part, text: string): readonly string[] | undefined {
  switch (part.kind) {
    case 'one':
    case 'many': {
      const option = optionsOf(part).find((candidate) => names(candidate, text));
      return option && [option.id];
    }
    case 'scale': {
      const number = /^(\d{1,3})(?:\s*(?:\/|out of|of)\s*\d+)?$/i.exec(text)?.[1];
      return number !== undefined && Number(number) >= part.from && Number(number) <= part.to ? [String(Number(number))] : undefined;
    }
    case 'grid':
      return matchInGrid(part, text);
    case 'day': {
      const offered = part.in.find(({ label }) => plain(label) === plain(text));
      if (offered) return [`in:${offered.days}`];
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? [`on:${text}`] : undefined;
    }
    case 'activity':
      return plain(text) === ' something else ' ? ['something-else'] : plain(text) === ' not now ' ? ['not-now'] : undefined;
    case 'goal':
    case 'words':
      return undefined;
  }
}

function matchInGrid(part: GridPart, text: string): readonly string[] | undefined {
  const shortcut = part.shortcuts.find(({ label, aka }) => [label, ...aka].some((name) => plain(name) === plain(text)));
  if (shortcut) return shortcut.choices;
  for (const separator of [':', '=', ' - ', ' x ']) {
    const at = text.lastIndexOf(separator);
    if (at <= 0) continue;
    const [rows, column] = [text.slice(0, at), text.slice(at + separator.length)];
    const columns = column.split(/[,/]| and /i).flatMap((name) => part.columns.filter((option) => names(option, name)));
    const found = rows.split(',').map((name) => part.rows.find((option) => names(option, name)));
    const whole = part.rows.find((option) => names(option, rows));
    const named = whole ? [whole] : found.every((row) => row !== undefined) ? found : [];
    if (named.length > 0 && columns.length > 0) return named.flatMap((row) => columns.map((chosen) => `${row.id}:${chosen.id}`));
  }
  return undefined;
}

/** No name is nearly as long; what is longer was not meant as one. */
const longestName = 200;
const plainNames = new WeakMap<Option, readonly string[]>();

function names(option: Option, text: string): boolean {
  if (text.length > longestName) return false;
  const typed = plain(text);
  return typed.trim() !== '' && namesOf(option).includes(typed);
}

function namesOf(option: Option): readonly string[] {
  const known = plainNames.get(option) ?? [option.label, ...option.aka, option.id.replaceAll('-', ' ')].map(plain);
  plainNames.set(option, known);
  return known;
}
