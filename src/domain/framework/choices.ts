/** Choices of a prompt: their ids, their labels, and what patterns of them match. */
import type { Option, Part, Prompt } from './framework';

/** A choice pattern is a choice id, or for grids `row:*` and `*:column`; `*` matches any choice. */
export function matchesChoice(pattern: string, choice: string): boolean {
  if (pattern === choice || pattern === '*') return true;
  if (pattern.endsWith(':*')) return pattern.startsWith('*') ? choice.includes(':') : choice.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*:') && choice.endsWith(pattern.slice(1));
}

/** The options that a part offers by name; a grid offers its rows and columns, the rest offer none. */
export function optionsOf(part: Part): readonly Option[] {
  switch (part.kind) {
    case 'one':
    case 'many':
      return part.options;
    case 'grid':
      return [...part.rows, ...part.columns];
    case 'scale':
    case 'words':
    case 'day':
    case 'goal':
    case 'activity':
      return [];
  }
}

/** The part of the prompt that offers this choice, or undefined when nobody offered it. */
export function partOffering(prompt: Prompt, choice: string): Part | undefined {
  return namedChoices(prompt).get(choice) ?? prompt.parts.find((part) => offers(part, choice));
}

const named = new WeakMap<Prompt, ReadonlyMap<string, Part>>();

/** Every choice that has a name, with its part: looked up for each choice of each reading, so it is listed once. */
function namedChoices(prompt: Prompt): ReadonlyMap<string, Part> {
  const known = named.get(prompt);
  if (known) return known;
  const all = new Map([...prompt.parts].reverse().flatMap((part) => namesOf(part).map((choice) => [choice, part] as const)));
  named.set(prompt, all);
  return all;
}

function namesOf(part: Part): readonly string[] {
  if (part.kind === 'one' || part.kind === 'many') return part.options.map(({ id }) => id);
  return part.kind === 'grid' ? part.rows.flatMap((row) => part.columns.map((column) => `${row.id}:${column.id}`)) : [];
}

export function offers(part: Part, choice: string): boolean {
  switch (part.kind) {
    case 'one':
    case 'many':
      return part.options.some(({ id }) => id === choice);
    case 'grid': {
      const [row, column, rest] = choice.split(':');
      return rest === undefined && part.rows.some(({ id }) => id === row) && part.columns.some(({ id }) => id === column);
    }
    case 'scale':
      return /^\d{1,3}$/.test(choice) && Number(choice) >= part.from && Number(choice) <= part.to;
    case 'day':
      return /^on:\d{4}-\d{2}-\d{2}$/.test(choice);
    case 'goal':
      return /^goal:[1-3]$/.test(choice);
    case 'activity':
      return /^activity:[a-z0-9-]+$/.test(choice) || choice === 'something-else' || choice === 'not-now';
    case 'words':
      return false;
  }
}

/** How a choice reads: "Up and down", "Growing and nature: used to", "4 out of 10". */
export function labelOfChoice(prompt: Prompt, choice: string): string {
  const part = partOffering(prompt, choice);
  if (!part) return choice;
  switch (part.kind) {
    case 'one':
    case 'many':
      return part.options.find(({ id }) => id === choice)?.label ?? choice;
    case 'grid': {
      const [row, column] = choice.split(':');
      const label = (options: readonly Option[], id: string | undefined) => options.find((option) => option.id === id)?.label ?? id;
      return `${label(part.rows, row)}: ${label(part.columns, column)?.toLowerCase()}`;
    }
    case 'scale':
      return `${choice} out of ${part.to}`;
    case 'day':
      return choice.slice('on:'.length);
    case 'goal':
    case 'activity':
    case 'words':
      return choice;
  }
}

/** The options behind a choice, whose meanings it carries: one for a tile, row and column for a grid. */
export function optionsBehind(prompt: Prompt, choice: string): readonly Option[] {
  const part = partOffering(prompt, choice);
  if (!part) return [];
  if (part.kind === 'grid') {
    const [row, column] = choice.split(':');
    return [...part.rows.filter(({ id }) => id === row), ...part.columns.filter(({ id }) => id === column)];
  }
  return optionsOf(part).filter(({ id }) => id === choice);
}
