/** Compares a resource of infra with what Azure's published types say of it, as far as infra writes it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BicepBlock, BicepValue } from './readBicep';

type Shape = {
  readonly kind: 'object' | 'array' | 'map' | 'choice' | 'string' | 'int' | 'bool' | 'any';
  readonly required?: true;
  readonly fields?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly values?: readonly string[];
};

type AzureTypes = { readonly source: string; readonly lacking: readonly string[]; readonly resources: Readonly<Record<string, Shape>> };

export const azureTypes = JSON.parse(readFileSync(path.join(__dirname, '../../infra/types/azureTypes.json'), 'utf8')) as AzureTypes;

/** Words of the language itself, which no type of a resource has. */
const ofBicep = ['parent', 'scope', 'dependsOn'];

/** Returns what is misspelt, missing, of the wrong kind or not among the choices, each with where it stands. */
export function againstTypes({ target, body, workedOut }: BicepBlock, { resources }: AzureTypes = azureTypes): string[] {
  const shape = resources[target];
  if (shape === undefined) return [`${target} has no types here: run scripts/bicepTypes.mjs`];
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => !ofBicep.includes(name)));
  return problemsIn(own, shape, [], new Set(workedOut)).map((problem) => `${target.split('@')[0]} ${problem}`);
}

function problemsIn(value: BicepValue, shape: Shape, at: readonly string[], workedOut: ReadonlySet<string>): string[] {
  const here = at.join('.');
  if (workedOut.has(here) || shape.kind === 'any') return [];
  const kind = Array.isArray(value) ? 'array' : typeof value;
  const wrong = [`${here} is ${kind}, not ${shape.kind}`];
  switch (shape.kind) {
    case 'string':
      return kind === 'string' ? [] : wrong;
    case 'int':
      return Number.isInteger(value) ? [] : wrong;
    case 'bool':
      return kind === 'boolean' ? [] : wrong;
    case 'choice':
      return shape.values?.includes(String(value)) ? [] : [`${here} is '${String(value)}', not one of ${shape.values?.join(', ')}`];
    case 'map':
      return kind === 'object' ? [] : wrong;
    case 'array':
      return Array.isArray(value) ? value.flatMap((one, index) => problemsIn(one, shape.items ?? { kind: 'any' }, [...at, String(index)], workedOut)) : wrong;
    case 'object':
      return typeof value === 'object' && !Array.isArray(value) ? problemsInFields(value, shape.fields ?? {}, at, workedOut) : wrong;
  }
}

function problemsInFields(value: { readonly [name: string]: BicepValue }, fields: Readonly<Record<string, Shape>>, at: readonly string[], workedOut: ReadonlySet<string>): string[] {
  const missing = Object.keys(fields).filter((name) => fields[name]?.required && value[name] === undefined);
  return [
    ...missing.map((name) => `${[...at, name].join('.')} is missing`),
    ...Object.entries(value).flatMap(([name, given]) => {
      const field = fields[name];
      return field === undefined ? [`${[...at, name].join('.')} is not known`] : problemsIn(given, field, [...at, name], workedOut);
    }),
  ];
}
