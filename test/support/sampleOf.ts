/** Values that a schema accepts: with only what must be there, and with everything that may. The same each time. */
import type { z } from 'zod';

type Schema = z.core.$ZodType;
export type Fullness = 'least' | 'most';

export function sampleOf(schema: Schema, fullness: Fullness, name = 'value'): unknown {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypeDef & Record<string, unknown> };
  const inner = (part: unknown, as = name): unknown => sampleOf(part as Schema, fullness, as);
  switch (def.type) {
    case 'object':
      return objectOf(def['shape'] as Record<string, Schema>, fullness);
    case 'literal':
      return (def['values'] as unknown[])[0];
    case 'enum':
      return Object.values(def['entries'] as Record<string, string>).at(fullness === 'least' ? 0 : -1);
    case 'union':
      return inner((def['options'] as unknown[]).at(fullness === 'least' ? 0 : -1));
    case 'array':
      return fullness === 'least' && !hasCheck(def, 'min_length') ? [] : [inner(def['element'])];
    case 'optional':
    case 'default':
    case 'nullable':
      return inner(def['innerType']);
    case 'boolean':
      return fullness === 'most';
    case 'number':
      return fullness === 'least' ? 1 : 2;
    case 'string':
      return textOf(def, name, fullness);
    default:
      throw new Error(`No sample is known for a schema of type ${def.type}`);
  }
}

function objectOf(shape: Record<string, Schema>, fullness: Fullness): Record<string, unknown> {
  const mayBeLeftOut = (part: Schema): boolean => ['optional', 'default'].includes(part._zod.def.type);
  return Object.fromEntries(Object.entries(shape).flatMap(([name, part]) => (fullness === 'least' && mayBeLeftOut(part) ? [] : [[name, sampleOf(part, fullness, name)]])));
}

const checksOf = (def: Record<string, unknown>): readonly Record<string, unknown>[] => ((def['checks'] ?? []) as { _zod: { def: Record<string, unknown> } }[]).map(({ _zod }) => _zod.def);
const hasCheck = (def: Record<string, unknown>, check: string): boolean => checksOf(def).some((one) => one['check'] === check);

const instants = ['at', 'postedAt', 'heldAt'];

/** A pattern is met by the one of these that it fits. */
const forPatterns = ['PV1', 'F01', '2026-11-02', '2026-11-02T10:00:00.000Z', 'a-slug', 'W1', '1', '2026-11'];

function textOf(def: Record<string, unknown>, name: string, fullness: Fullness): string {
  const pattern = [def, ...checksOf(def)].map((one) => one['pattern']).find((one) => one instanceof RegExp);
  if (pattern) {
    const found = forPatterns.find((text) => pattern.test(text));
    if (found === undefined) throw new Error(`No sample fits ${String(pattern)} of ${name}`);
    return found;
  }
  if (instants.includes(name)) return '2026-11-02T10:00:00.000Z';
  return fullness === 'least' ? `a ${name}` : `another ${name}`;
}
