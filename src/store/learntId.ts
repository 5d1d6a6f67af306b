import { createHash, randomUUID } from 'node:crypto';

/** The same for the same promise; what was not promised is something new each time. */
export const learntId = (promise: string | undefined): string => (promise === undefined ? randomUUID() : createHash('sha256').update(promise).digest('hex'));
