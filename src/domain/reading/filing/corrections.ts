/** What link workers put elsewhere than proposed, so that practitioners can mend the lexicon by it. */
import type { CaseEvent } from '../../case/event';
import type { PromptId } from '../../framework/framework';
import type { FilingWords } from './filingWords';
import { collectWords, readPattern } from '../patterns/patterns';
import { piecesOf, type Piece } from './pieces';
import { tokensOf } from '../words/tokens';

/** Without `proposed` no phrase spoke for any prompt. `words` are words of the lexicon only, never of a person. */
export type Correction = { readonly proposed?: PromptId; readonly chosen: PromptId; readonly words: string; readonly sentence?: string };
export type CorrectionCount = Correction & { readonly times: number };

type Filed = Extract<CaseEvent, { type: 'SentenceFiled' }>;

/** The last place of each sentence counts. The sentences themselves are left out unless they are asked for: they hold what people said. */
export function correctionsIn(events: readonly CaseEvent[], filing: FilingWords, withSentences = false): readonly Correction[] {
  const notes = new Map(events.flatMap((event) => (event.type === 'NotePasted' ? [[event.note, piecesOf(event.text, filing)] as const] : [])));
  const last = new Map(events.flatMap((event): [string, Filed][] => (event.type === 'SentenceFiled' ? [[`${event.note}:${event.start}-${event.end}`, event]] : [])));
  return [...last.values()].flatMap((filed) => {
    const piece = notes.get(filed.note)?.find(({ start, end }) => start === filed.start && end === filed.end);
    const correction = piece && correctionOf(filed, piece, filing);
    return correction ? [{ ...correction, ...(withSentences ? { sentence: piece.text } : {}) }] : [];
  });
}

function correctionOf({ prompt, proposed }: Filed, { ranked }: Piece, { sets }: FilingWords): Correction | undefined {
  if (proposed === undefined) return ranked.length === 0 ? { chosen: prompt, words: '' } : undefined;
  const why = ranked.find((one) => one.prompt === proposed);
  return { proposed, chosen: prompt, words: why ? wordsOfLexicon(why.words, why.phrase, sets) : '' };
}

/** A phrase may let other words stand between its own, and those may be names. */
function wordsOfLexicon(said: string, phrase: string, sets: FilingWords['sets']): string {
  const own = new Set<string>();
  collectWords([readPattern(phrase, sets)], own);
  return tokensOf(said).map(({ plain }) => (own.has(plain) ? plain : '\u2026')).join(' ');
}

/** The same corrections together, the most frequent first. */
export function countCorrections(corrections: readonly Correction[]): readonly CorrectionCount[] {
  const counts = new Map<string, CorrectionCount>();
  for (const correction of corrections) {
    const key = JSON.stringify([correction.proposed, correction.chosen, correction.words, correction.sentence]);
    counts.set(key, { ...correction, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts].sort(([a, one], [b, other]) => other.times - one.times || (a < b ? -1 : 1)).map(([, count]) => count);
}
