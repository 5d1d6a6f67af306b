/** A place in a text whose words may be a concern: the exact words, the rule that they met, and how they were read. Never a decision. */
import type { Urgency } from '../framework/framework';
import type { Stretch } from './words/sentences';

/** `hypothetical` covers safety advice; `other` is about somebody else; `figure` is a figure of speech. */
export const statuses = ['present', 'past', 'denied', 'hypothetical', 'other', 'figure'] as const;
export type Status = (typeof statuses)[number];

/** How it is shown: at once; as a quiet line that can be raised; as a record that it was asked and denied. */
export type Grade = 'prompt' | 'noted' | 'denied';

export type Whose = 'child' | 'carer' | 'partner' | 'relative' | 'somebody';

export type Mention = {
  /** Id of the lexicon's entry. */
  readonly rule: string;
  readonly code: string;
  readonly urgency: Urgency;
  /** Positions in the text; `words` are the text's own between them. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly sentence: Stretch;
  readonly status: Status;
  readonly grade: Grade;
  /** Whose it is, when it is somebody else's. */
  readonly whose?: Whose;
  /** What the rule is about: "words about not wanting to live". */
  readonly why: string;
  /** The text's words that decided the status: "denies", "in 1998", "her brother". */
  readonly cue?: string;
  /** Words around that often stand beside such: with so many of them, everyday words are shown at once. */
  readonly beside?: readonly string[];
};
