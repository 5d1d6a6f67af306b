import { sourceOf } from './sourceOf';

/**
 * What may be logged of an error. Its message is left out: errors of parsers and of the connector quote what they
 * were given, and that can be what somebody said.
 */
export function describeError(error: unknown): { readonly error: string; readonly code?: string; readonly frame?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = [code, statusCode].find((value) => typeof value === 'number' || (typeof value === 'string' && /^[A-Za-z0-9_.-]{1,40}$/.test(value)));
  const frame = /\n\s+at (.+)/.exec(error.stack ?? '')?.[1];
  return { error: error.name, ...(known === undefined ? {} : { code: String(known) }), ...(frame === undefined ? {} : { frame: sourceOf(frame) }) };
}
