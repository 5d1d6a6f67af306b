/** A sentence of a note as it stands in an answer: a line of its own, each of its words where it is in the note. */
import { unwrapped } from '../reading/words/unwrapped';

export const filedLine = (note: { readonly text: string }, { start, end }: { readonly start: number; readonly end: number }): string => unwrapped(note.text).slice(start, end).trim();
