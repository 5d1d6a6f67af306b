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

/** As matchChoices over a whole prompt, but what could not be matched is named. Used for written cases. */
export function matchLabels(prompt: Prompt, text: string): { readonly choices: readonly string[]; readonly unmatched: readonly string[] } {
  const whole = matchOne(prompt.parts, text);
  if (whole) return { choices: whole, unmatched: [] };
  const choices: string[] = [];
  const unmatched: string[] = [];
  let rows: { part: Extract<Part, { kind: 'grid' }>; ids: string[] } | undefined;
  for (const piece of text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '')) {
    const found = matchOne(prompt.parts, piece) ?? columnFor(rows, piece) ?? commaPieces(prompt.parts, piece);
    const waiting = found ? undefined : rowAlone(prompt.parts, piece);
    if (found) choices.push(...found);
    else if (waiting) choices.push(`${waiting.id}:${waiting.part.columns[0]!.id}`);
    else unmatched.push(piece);
    rows = waiting ? { part: waiting.part, ids: [...(rows?.ids ?? []), waiting.id] } : found && rows ? undefined : rows;
    if (found && columnJustNamed(found)) for (const [index, choice] of choices.entries()) choices[index] = found.find((named) => named.split(':')[0] === choice.split(':')[0]) ?? choice;
  }
  return { choices: [...new Set(choices)], unmatched };
}

const columnJustNamed = (found: readonly string[]): boolean => found.some((choice) => choice.includes(':'));

function commaPieces(parts: readonly Part[], piece: string): readonly string[] | undefined {
  return piece.includes(',') || / and /i.test(piece) ? matchChoices(parts, piece.replace(/ and /gi, ',')) : undefined;
}

/** "long-standing" after "pain" and "tiredness": the column holds for the rows that were named before it. */
function columnFor(rows: { part: Extract<Part, { kind: 'grid' }>; ids: readonly string[] } | undefined, piece: string): readonly string[] | undefined {
  const column = rows?.part.columns.find((option) => names(option, piece));
  return column && rows!.ids.map((row) => `${row}:${column.id}`);
}

function rowAlone(parts: readonly Part[], piece: string): { part: Extract<Part, { kind: 'grid' }>; id: string } | undefined {
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

function matchInGrid(part: Extract<Part, { kind: 'grid' }>, text: string): readonly string[] | undefined {
  const shortcut = part.shortcuts.find(({ label }) => plain(label) === plain(text));
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
