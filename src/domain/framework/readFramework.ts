/** Reads a framework from data that a practitioner wrote. Everything that does not make sense is said at once, in words. */
import type { z } from 'zod';
import { Framework } from './framework';
import { partProblems } from './partProblems';
import { pathProblems } from './pathProblems';
import { triggerProblems } from './triggerProblems';

export type FrameworkReading = { readonly kind: 'read'; readonly framework: Framework } | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Returns the framework, or every problem with its mend. A framework that cannot be parsed is not cross-checked. */
export function readFramework(data: unknown): FrameworkReading {
  const parsed = Framework.safeParse(data);
  if (!parsed.success) return { kind: 'refused', problems: parsed.error.issues.map((issue) => inWords(issue, data)) };
  const framework = parsed.data;
  const problems = [...pathProblems(framework), ...framework.prompts.flatMap((prompt) => [...partProblems(prompt), ...triggerProblems(prompt, framework)])];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', framework };
}

/** One line about one place: where it is, what is wrong, and what it should be. */
export function inWords(issue: z.core.$ZodIssue, data: unknown): string {
  return `${placeOf(issue.path, data)}: ${complaintOf(issue, valueAt(data, issue.path))}`;
}

function complaintOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' ? `“${String(value)}” is too long. Use at most ${issue.maximum} characters.` : `there are too many. Use at most ${issue.maximum}.`;
    case 'too_small':
      return issue.origin === 'string' ? `it is too short. Use at least ${issue.minimum} characters.` : `there are too few. Use at least ${issue.minimum}.`;
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `“${key}”`).join(', ')} is not known here. Check the spelling, or leave it out.`;
    case 'invalid_type':
      return value === undefined ? `it is missing. Write ${article(issue.expected)}.` : `it should be ${article(issue.expected)}.`;
    case 'invalid_value':
      return `“${String(value)}” is not one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return `“${String(value)}” is not written as it should be (${issue.pattern ?? issue.format}).`;
    default:
      return issue.message;
  }
}

const article = (expected: string): string => ({ array: 'a list', boolean: 'true or false', int: 'a whole number', string: 'words between quotation marks', number: 'a number', object: 'a group in braces' })[expected] ?? expected;

/** "Prompt PV1, part matters, label": an id where there is one, else the position counted from one. */
function placeOf(path: readonly PropertyKey[], data: unknown): string {
  const names: string[] = [];
  path.forEach((step, index) => {
    const value = valueAt(data, path.slice(0, index + 1));
    if (typeof step !== 'number') return void names.push(String(step));
    const kind = names.pop() ?? 'entry';
    const named = idOf(value);
    names.push(named === undefined ? `${singular(kind)} ${step + 1}` : `${singular(kind)} ${named}`);
  });
  const place = names.join(', ');
  return place === '' ? 'The file' : place.charAt(0).toUpperCase() + place.slice(1);
}

const singular = (word: string): string => word.replace(/s$/, '');

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('id' in value && typeof value.id === 'string') return value.id;
  return 'code' in value && typeof value.code === 'string' ? value.code : undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined), data);
}
