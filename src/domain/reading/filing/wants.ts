/** What a text says is liked, was liked, and is disliked: kept apart, each with the text's own words. */
import { moodsOf, type Mood } from './moods';
import { sentencesOf } from '../words/sentences';
import { tokensOf, type Token } from '../words/tokens';
import { asMeant } from '../words/asMeant';

/** `quote` holds the words that say how, and what; `start` and `end` are its places in the text. */
export type Want = { readonly quote: string; readonly start: number; readonly end: number };
export type Wants = { readonly liked: readonly Want[]; readonly past: readonly Want[]; readonly disliked: readonly Want[] };

/** Words of a wish, at most: people run on. */
const mostWords = 12;

const kinds: Readonly<Partial<Record<Mood, keyof Wants>>> = { liked: 'liked', missed: 'past', past: 'past', disliked: 'disliked' };

/** In the order of the text; empty lists for a text that speaks of none. Words about somebody else are none. Linear time. */
export function wantsIn(text: string): Wants {
  const found = sentencesOf(asMeant(text)).flatMap((sentence) => runsIn(tokensOf(sentence.text)).map(({ kind, first, last }) => ({ kind, start: sentence.start + first.start, end: sentence.start + last.end })));
  const of = (wanted: keyof Wants): Want[] => found.filter(({ kind }) => kind === wanted).map(({ start, end }) => ({ quote: text.slice(start, end), start, end }));
  return { liked: of('liked'), past: of('past'), disliked: of('disliked') };
}

type Run = { readonly kind: keyof Wants; readonly first: Token; readonly last: Token };

/** Stretches of one mood, from one cue to the next. A cue with nothing after it or before it says nothing. */
function runsIn(tokens: readonly Token[]): readonly Run[] {
  const { moods, parts } = moodsOf(tokens);
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mood = moods[at]!;
    let next = at + 1;
    while (next < tokens.length && moods[next] === mood && !(parts[next] === 'ahead' && parts[next - 1] === 'what' && parts[at] === 'ahead')) next++;
    const kind = kinds[mood];
    const names = parts.slice(at, next).includes('what');
    if (kind && names) runs.push({ kind, first: tokens[at]!, last: tokens[Math.min(next, at + mostWords) - 1]! });
    at = next;
  }
  return runs;
}
