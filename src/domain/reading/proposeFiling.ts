/** Which prompts a sentence of a note may answer: plain words that practitioners list for each prompt. */
import type { Note } from '../case/case';
import type { PromptId } from '../framework/framework';
import type { Proposal } from './fileNote';
import { plain } from './phrase';
import { sentencesOf } from './sentences';

export type FilingWords = Readonly<Record<PromptId, readonly string[]>>;

const MOST_ALTERNATIVES = 2;

/** The sentences of the note that are neither filed nor discarded yet, in order, each with its best prompt and up to two others. */
export function proposeFiling(note: Note, words: FilingWords, open: ReadonlySet<PromptId>): readonly Proposal[] {
  const done = new Set(note.filed.map(({ start, end }) => `${start}-${end}`));
  const lexicon = Object.entries(words).filter(([prompt]) => open.has(prompt)).map(([prompt, phrases]) => ({ prompt, phrases: phrases.map(plain) }));
  return sentencesOf(note.text)
    .filter(({ start, end }) => !done.has(`${start}-${end}`))
    .map(({ start, end, text }) => {
      const [first, ...others] = rank(plain(text), lexicon);
      const base = { note: note.id, start, end, text, others: others.slice(0, MOST_ALTERNATIVES).map(({ prompt }) => prompt) };
      return first ? { ...base, first: first.prompt, because: first.because } : base;
    });
}

type Ranked = { readonly prompt: PromptId; readonly weight: number; readonly because: string };

/** Longer phrases tell more than single words; ties keep the order of the framework's list. */
function rank(sentence: string, lexicon: readonly { readonly prompt: PromptId; readonly phrases: readonly string[] }[]): readonly Ranked[] {
  return lexicon
    .flatMap(({ prompt, phrases }): Ranked[] => {
      const hits = phrases.filter((phrase) => sentence.includes(phrase));
      const longest = [...hits].sort((a, b) => b.length - a.length)[0];
      return longest === undefined ? [] : [{ prompt, weight: hits.reduce((sum, hit) => sum + hit.trim().split(' ').length, 0) + longest.trim().split(' ').length, because: longest.trim() }];
    })
    .sort((a, b) => b.weight - a.weight);
}
