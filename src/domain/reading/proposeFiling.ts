/** Which prompts the sentences of a note may answer, by the words that practitioners list for each prompt. */
import type { Note } from '../case/case';
import type { PromptId } from '../framework/framework';
import type { Proposal } from './fileNote';
import type { FilingWords } from './filingWords';
import { piecesOf, type Piece } from './pieces';

const mostAlternatives = 2;

/**
 * What of the note is neither filed nor discarded yet, in order, each piece with its best prompt and up to two others.
 * What answers a prompt that may not be asked now is left to the worker: it is not named, and nothing else is guessed.
 */
export function proposeFiling(note: Note, words: FilingWords, open: ReadonlySet<PromptId>): readonly Proposal[] {
  const isDone = ({ start, end }: Piece): boolean => note.filed.some((filed) => filed.start < end && start < filed.end);
  return piecesOf(note.text, words)
    .filter((piece) => !isDone(piece))
    .map(({ start, end, text, ranked }) => {
      const base = { note: note.id, start, end, text };
      const [first] = ranked;
      if (!first || !open.has(first.prompt)) return { ...base, others: [] };
      const others = ranked.slice(1).filter(({ prompt }) => open.has(prompt)).slice(0, mostAlternatives).map(({ prompt }) => prompt);
      return { ...base, first: first.prompt, because: first.words, others };
    });
}
