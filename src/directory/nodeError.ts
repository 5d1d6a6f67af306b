/** What Node says of an error, whichever realm threw it. */
const textAt = (error: unknown, name: 'code' | 'name'): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** "ENOENT" and the like, of the error or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  const cause: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
  return textAt(error, 'code') ?? textAt(cause, 'code');
}

export const nameOf = (error: unknown): string | undefined => textAt(error, 'name');
