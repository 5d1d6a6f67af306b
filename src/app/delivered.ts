import type { Command } from '../domain/case/decide';
import type { Sent } from './ports';

/** What became of something owed, and what the case is to record of it. */
export type Delivered = { readonly sent: Sent; readonly record: readonly Command[] };
