/** Somebody whom a sentence names, other than the person of the note. */
import type { Span } from '../cues/findCues';
import type { OneSex } from './grammarWords';
import type { Sex } from './people';

export type Somebody = Span & {
  readonly sex: Sex;
  /** Nobody's own: a stranger, a role, a friend's friend. Else a friend or a relative of the person. */
  readonly isStranger: boolean;
  /** Said by the speaker: "my mate". */
  readonly isMine: boolean;
  /** Whose they are, when that is said: "her mate". */
  readonly owner?: OneSex;
  readonly name?: string;
  /** "a lad had …": nothing says where. */
  readonly isBare?: boolean;
  /** Of somebody who has a name: "Edna's niece". */
  readonly isOfName?: boolean;
};
