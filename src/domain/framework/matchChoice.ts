/** Reading a choice that was typed or scripted instead of tapped: by its label, any case, or its other wordings. */
import { plain } from '../reading/phrase';
import { optionsOf } from './choices';
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
 */
export function matchLabels(prompt: Prompt, text: string): { readonly choices: readonly string[]; readonly unmatched: readonly string[] } {
  const whole = matchOne(prompt.parts, text);
  if (whole) return { choices: whole, unmatched: [] };
  const choices: string[] = [];
  const unmatched: string[] = [];
  let rowsAlone: { readonly part: GridPart; readonly rows: readonly string[] } | undefined;
  const settleRows = (column: string | undefined) => {
    if (rowsAlone) choices.push(...rowsAlone.rows.map((row) => `${row}:${column ?? rowsAlone!.part.columns[0]!.id}`));
    rowsAlone = undefined;
  };
  for (const piece of text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '')) {
    const column = rowsAlone?.part.columns.find((option) => names(option, piece));
    if (column) {
      settleRows(column.id);
      continue;
    }
    const found = matchOne(prompt.parts, piece) ?? matchChoices(prompt.parts, piece.replace(/ and /gi, ','));
    const row = found ? undefined : rowAlone(prompt.parts, piece);
    if (row) rowsAlone = { part: row.part, rows: [...(rowsAlone?.rows ?? []), row.id] };
    else if (found) choices.push(...found);
    else unmatched.push(piece);
  }
  settleRows(undefined);
  return { choices: [...new Set(choices)], unmatched };
}

type GridPart = Extract<Part, { kind: 'grid' }>;

function rowAlone(parts: readonly Part[], piece: string): { readonly part: GridPart; readonly id: string } | undefined {
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

function names({ id, label, aka }: Option, text: string): boolean {
  const typed = plain(text);
  return typed.trim() !== '' && [label, ...aka, id.replaceAll('-', ' ')].some((name) => plain(name) === typed);
}
