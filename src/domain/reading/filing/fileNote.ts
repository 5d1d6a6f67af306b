/** A pasted note, cut into sentences, each with the prompts that it may answer. The note itself stays verbatim. */
import type { PromptId } from '../../framework/framework';

/** Offsets are positions in the note; `first` is the best guess, `others` up to two more. No guess: the worker chooses. */
export type Proposal = { readonly note: string; readonly start: number; readonly end: number; readonly text: string; readonly first?: PromptId; readonly others: readonly PromptId[]; readonly because?: string };
