/** A note cut for filing: into sentences, and long run-on ones into clauses where they turn to something else. */
import { filingRulesOf, type FilingRules, type FilingWords } from './filingWords';
import { moodsOf, type Mood } from './moods';
import { hitsIn, hitsWithin, rankPrompts, type Heard, type Hit, type Ranked } from './rankPrompts';
import type { Span } from '../patterns/patternIndex';
import { sentencesOf, type Stretch } from '../words/sentences';
import { tokensOf, type Token } from '../words/tokens';
import { withoutEmptyBoxes } from '../words/boxes';
import { unwrapped } from '../words/unwrapped';

export type Piece = Stretch & { readonly ranked: readonly (Omit<Ranked, 'words'> & { readonly words: string })[] };

/** Shorter sentences stay whole, though they may say two things. */
const fewestWordsToCut = 12;
const fewestWordsOfAPiece = 3;

/** In order, never overlapping, each trimmed and with the prompts that it may answer, the best first. Together they hold all that `sentencesOf` holds. Linear time. */
export function piecesOf(written: string, words: FilingWords): readonly Piece[] {
  const note = unwrapped(written);
  const rules = filingRulesOf(words);
  const tokens = tokensOf(withoutEmptyBoxes(note));
  const moods: Mood[] = [];
  const hasSmallLetters = /\p{Ll}/u.test(note);
  let next = 0;
  return sentencesOf(note).flatMap((sentence): readonly Piece[] => {
    const first = next;
    while (next < tokens.length && tokens[next]!.start < sentence.end) next++;
    if (next === first || isHeading(sentence.text, hasSmallLetters)) return [{ ...sentence, ranked: [] }];
    for (const mood of moodsOf(tokens.slice(first, next)).moods) moods.push(mood);
    return piecesIn(note, sentence, { tokens, moods }, { first, last: next - 1 }, rules);
  });
}

/** "Reason for referral:", "REFERRAL FORM": what stands over something is no answer. */
const isHeading = (text: string, hasSmallLetters: boolean): boolean => text.endsWith(':') || (hasSmallLetters && /^[\P{L}\p{Lu}]*$/u.test(text) && /\p{Lu}\p{Lu}\P{L}+\p{Lu}\p{Lu}/u.test(text));

function piecesIn(note: string, sentence: Stretch, heard: Heard, whole: Span, rules: FilingRules): readonly Piece[] {
  const { tokens } = heard;
  const hits = hitsIn(heard, whole, rules);
  const spans = cut(hits, tokens, whole, rules);
  const own = hitsWithin(hits, spans);
  return spans.map((span, at) => {
    const start = at === 0 ? sentence.start : tokens[span.first]!.start;
    const end = at === spans.length - 1 ? sentence.end : endBefore(note, tokens[spans[at + 1]!.first]!.start);
    const ranked = rankPrompts(own[at]!, rules).map((one) => ({ ...one, words: note.slice(tokens[one.words.first]!.start, tokens[one.words.last]!.end) }));
    return { start, end, text: note.slice(start, end), ranked };
  });
}

function endBefore(note: string, start: number): number {
  let end = start;
  while (/\s/.test(note[end - 1]!)) end--;
  return end;
}

/** A clause that says nothing by itself, or something of the same thing, stays with the one before. */
function cut(hits: readonly Hit[], tokens: readonly Token[], whole: Span, rules: FilingRules): readonly Span[] {
  if (whole.last - whole.first + 1 < fewestWordsToCut) return [whole];
  const clauses = clausesOf(tokens, whole);
  const told = hitsWithin(hits, clauses).map((own) => rankPrompts(own, rules).filter(({ tells }) => tells));
  const spans: Span[] = [];
  let about: Ranked | undefined;
  clauses.forEach((clause, at) => {
    const [top] = told[at]!;
    const before = spans.at(-1);
    if (!before || (top && turnsFrom(about, told[at]!) && isLongEnough(clause) && isLongEnough(before))) {
      spans.push(clause);
      about = top;
    } else {
      spans[spans.length - 1] = { first: before.first, last: clause.last };
      if (top && top.weight > (about?.weight ?? 0)) about = top;
    }
  });
  return spans;
}

const turnsFrom = (about: Ranked | undefined, told: readonly Ranked[]): boolean => about !== undefined && !told.some(({ prompt }) => prompt === about.prompt);
const isLongEnough = ({ first, last }: Span): boolean => last - first + 1 >= fewestWordsOfAPiece;

const joins = new Set(['and', 'but', 'so', 'also', 'then', 'plus', 'although', 'though', 'however']);

/** "Referred for low mood and being alone": no turn. */
const isListed = (next: Token | undefined): boolean => next === undefined || next.plain.endsWith('ing');

function clausesOf(tokens: readonly Token[], { first, last }: Span): readonly Span[] {
  const starts = [first];
  for (let at = first + 1; at <= last; at++) {
    const { plain, before } = tokens[at]!;
    const begins = /[,:()\u2013\u2014]|\s-+\s/.test(before) || (joins.has(plain) && !joins.has(tokens[at - 1]!.plain) && !isListed(tokens[at + 1]));
    if (begins && starts.at(-1) !== at - 1) starts.push(at);
  }
  return starts.map((start, index) => ({ first: start, last: (starts[index + 1] ?? last + 1) - 1 }));
}
