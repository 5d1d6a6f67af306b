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
  return sentencesOf(note.text)
    .filter(({ start, end }) => !done.has(`${start}-${end}`))
    .map(({ start, end, text }) => {
      const [first, ...others] = rank(text, lexiconOf(words), open);
      const base = { note: note.id, start, end, text, others: others.slice(0, MOST_ALTERNATIVES).map(({ prompt }) => prompt) };
      return first ? { ...base, first: first.prompt, because: first.because } : base;
    });
}

type Phrase = { readonly prompt: PromptId; readonly order: number; readonly words: readonly string[] };
type Lexicon = ReadonlyMap<string, readonly Phrase[]>;
const lexicons = new WeakMap<FilingWords, Lexicon>();

const wordsOf = (text: string): string[] => plain(text).trim().split(' ');

/** Phrases by their first word, so that a long note is read in one pass. */
function lexiconOf(filing: FilingWords): Lexicon {
  const known = lexicons.get(filing);
  if (known) return known;
  const lexicon = new Map<string, Phrase[]>();
  Object.entries(filing).forEach(([prompt, phrases], order) => {
    for (const words of phrases.map(wordsOf)) lexicon.set(words[0]!, [...(lexicon.get(words[0]!) ?? []), { prompt, order, words }]);
  });
  lexicons.set(filing, lexicon);
  return lexicon;
}

type Ranked = { readonly prompt: PromptId; readonly weight: number; readonly because: string; readonly order: number };

/** Longer phrases tell more than single words; each counts once; ties keep the order of the framework's list. */
function rank(sentence: string, lexicon: Lexicon, open: ReadonlySet<PromptId>): readonly Ranked[] {
  const said = wordsOf(sentence);
  const hits = new Set<Phrase>();
  said.forEach((word, at) => {
    for (const phrase of lexicon.get(word) ?? []) if (open.has(phrase.prompt) && phrase.words.every((wanted, index) => said[at + index] === wanted)) hits.add(phrase);
  });
  const byPrompt = new Map<PromptId, Phrase[]>();
  for (const phrase of hits) byPrompt.set(phrase.prompt, [...(byPrompt.get(phrase.prompt) ?? []), phrase]);
  return [...byPrompt.values()].map(rankOf).sort((a, b) => b.weight - a.weight || a.order - b.order);
}

function rankOf(phrases: readonly Phrase[]): Ranked {
  const [longest] = [...phrases].sort((a, b) => lengthOf(b) - lengthOf(a)) as [Phrase];
  return { prompt: longest.prompt, order: longest.order, weight: phrases.reduce((sum, { words }) => sum + words.length, longest.words.length), because: longest.words.join(' ') };
}

const lengthOf = ({ words }: Phrase): number => words.join(' ').length;
