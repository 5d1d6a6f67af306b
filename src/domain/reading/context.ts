import type { Cues } from './cues';
import type { Status, Whose } from './mention';
import type { Token } from './tokens';

export type Cue = { readonly start: number; readonly end: number };
export type Context = { readonly negated?: Cue; readonly past?: Cue; readonly hypothetical?: Cue; readonly other?: Cue & { readonly whose: Whose }; readonly present?: Cue };

export function readContext(_tokens: readonly Token[], _span: { first: number; last: number }, _cues: Cues, _options: object): Context {
  return {};
}

export const statusOf = (_context: Context): Status => 'present';
