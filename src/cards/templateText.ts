/**
 * What stands in a template: plain text, or an expression. The templating package parses; what it made of our templates
 * is kept beside the built code, because to load its parser takes longer than the rest of the cards together.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Expression } from 'adaptive-expressions';
import type * as Templating from 'adaptivecards-templating';

/** An expression as the package parsed it; `text` is how it writes it. */
export type Parsed = { readonly type: string; readonly text: string; readonly value?: unknown; readonly children: readonly Parsed[] };

type Kept = { readonly version: string; readonly texts: Readonly<Record<string, Parsed>> };

/** Beside the built code; for the sources, where the tests put it. What another version of the package parsed does not count. */
const keptFile = [path.join(__dirname, 'templateTexts.json'), path.join(__dirname, '../../.threefold/templateTexts.json')].find((file) => existsSync(file));

function readKept(): Kept['texts'] {
  if (keptFile === undefined) return {};
  const { version, texts } = JSON.parse(readFileSync(keptFile, 'utf8')) as Kept;
  return version === versionOfPackage() ? texts : {};
}

export const versionOfPackage = (): string => (require('adaptivecards-templating/package.json') as { readonly version: string }).version;

const kept = readKept();

/** Returns the text itself when there is nothing in it to fill in. */
export function parseTemplateText(text: string): string | Parsed {
  return text.includes('${') ? (kept[text] ?? parseAnew(text)) : text;
}

/** By the package itself. Throws when it cannot be parsed. */
export function parseAnew(text: string): string | Parsed {
  // Loaded only when a template holds what was not kept.
  const { Template } = require('adaptivecards-templating') as typeof Templating;
  const parsed = Template.parseInterpolatedString(text);
  return typeof parsed === 'string' ? parsed : plainOf(parsed);
}

function plainOf(expression: Expression): Parsed {
  const value: unknown = Reflect.get(expression, 'value');
  return { type: expression.type, text: expression.toString(), ...(value === undefined ? {} : { value }), children: expression.children.map(plainOf) };
}
