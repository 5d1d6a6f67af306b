/** Which prompts the sentences of a note may answer, by the words that practitioners list for each prompt. */
import type { Note } from '../../case/case';
import type { PromptId } from '../../framework/framework';
import type { Proposal } from './fileNote';
import type { FilingWords } from './filingWords';
import { piecesOf, type Piece } from './pieces';

const mostAlternatives = 2;

type Stretch = { readonly start: number; readonly end: number };
/** Sentences that tell of something restricted, and the prompts that may hold it. */
export type Guarded = { readonly stretches: readonly Stretch[]; readonly prompts: ReadonlySet<PromptId> };
const nothingGuarded: Guarded = { stretches: [], prompts: new Set() };

/**
 * What of the note is neither filed nor discarded yet, in order, each piece with its best prompt and up to two others.
 * What answers a prompt that may not be asked now is left to the worker: it is not named, and nothing else is guessed.
 * Of a guarded stretch no part becomes an ordinary answer: "his son takes his card" is no word about who is around.
 */
export function proposeFiling(note: Note, words: FilingWords, open: ReadonlySet<PromptId>, guarded = nothingGuarded): readonly Proposal[] {
  const isDone = ({ start, end }: Piece): boolean => note.filed.some((filed) => filed.start < end && start < filed.end);
  return piecesOf(note.text, words)
    .filter((piece) => !isDone(piece))
    .map((piece) => {
      const { start, end, text } = piece;
      const base = { note: note.id, start, end, text };
      const isGuarded = guarded.stretches.some((stretch) => stretch.start < end && start < stretch.end);
      const ranked = isGuarded ? piece.ranked.filter(({ prompt }) => guarded.prompts.has(prompt)) : piece.ranked;
      const [first] = ranked;
      if (!first || !open.has(first.prompt)) return { ...base, others: [] };
      const others = ranked.slice(1).filter(({ prompt }) => open.has(prompt)).slice(0, mostAlternatives).map(({ prompt }) => prompt);
      return { ...base, first: first.prompt, because: first.words, others };
    });
}
