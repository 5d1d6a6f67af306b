/**
 * What a heading or an answer says about other sentences: "Safety net:" over the lines of a list, "No." after a question.
 * Without it, each line of the list would be read as said of the person, now.
 */
import { readContext, type Context, type Cue, type Cues } from './context';
import { preparedCues } from './cues';
import type { Span } from './findCues';
import { matchPattern } from './matchPattern';
import type { Token } from './tokens';

/** Where a sentence stands in the text and among its tokens. */
type Part = Span & { readonly sentence: { readonly start: number; readonly end: number; readonly text: string } };

export type Carried = Context;

const mostWords = 60;
/** Lines without a mark belong to a heading while they are as short as items of a list. */
const itemWords = 12;

/** For each sentence what is carried to it, or undefined. Linear in the text's length. */
export function carriedOver(text: string, tokens: readonly Token[], parts: readonly Part[], cues: Cues): readonly (Carried | undefined)[] {
  let heading: Carried | undefined;
  return parts.map((part, at) => {
    const [before, next] = [parts[at - 1], parts[at + 1]];
    if (heading && before && !isUnder(text, before, part)) heading = undefined;
    const answer = next && answerTo(part, next, tokens, cues);
    const carried = heading || answer ? { ...heading, ...answer } : undefined;
    if (next && isHeading(text, before, part, next)) heading = overNext(part, tokens, cues);
    return carried;
  });
}

const between = (text: string, part: Part, next: Part): string => text.slice(part.sentence.end, Math.min(next.sentence.start, part.sentence.end + 40));
const isNewLine = (gap: string): boolean => /[\n\r]/.test(gap);
const isEmptyLine = (gap: string): boolean => /\n[ \t\r]*\n/.test(gap);
const isMarked = (gap: string): boolean => /[-\u2013\u2014*\u2022\u00b7]\s*$/.test(gap);
const endsOpen = ({ sentence }: Part): boolean => /[:\u2013\u2014-]\s*$/.test(sentence.text);

/** A line that ends with a colon, or a line without a mark over lines with marks. */
function isHeading(text: string, before: Part | undefined, part: Part, next: Part): boolean {
  const gap = between(text, part, next);
  const isItem = isMarked(before ? between(text, before, part) : text.slice(0, part.sentence.start));
  return isNewLine(gap) && (endsOpen(part) || (!isItem && isMarked(gap) && !/[.!?]\s*$/.test(part.sentence.text)));
}

function isUnder(text: string, before: Part, part: Part): boolean {
  const gap = between(text, before, part);
  if (endsOpen(part)) return false;
  if (isMarked(gap)) return isNewLine(gap) || gap.includes('\u2022');
  return isNewLine(gap) && !isEmptyLine(gap) && part.last - part.first < itemWords;
}

/** What the heading would say of a word that followed it. */
function overNext({ first, last }: Part, tokens: readonly Token[], cues: Cues): Carried | undefined {
  const own = tokens.slice(Math.max(first, last + 1 - mostWords), last + 1);
  const { present: _now, ...context } = readContext(own, { first: own.length, last: own.length }, cues);
  return Object.keys(context).length > 0 ? context : undefined;
}

function unsaidIn({ first, last }: Part, tokens: readonly Token[], cues: Cues): Cue | undefined {
  const { byFirst } = preparedCues(cues);
  for (let at = first; at <= Math.min(last, first + itemWords); at++) {
    for (const { pattern, cue } of byFirst.get(tokens[at]!.plain) ?? []) {
      const taken = cue?.isUnsaid ? matchPattern(pattern, tokens, at, last) : undefined;
      if (cue && taken) return { id: cue.id, why: cue.why, start: tokens[at]!.start, end: tokens[at + taken - 1]!.end };
    }
  }
  return undefined;
}

const noes = new Set(['no', 'none', 'nil', 'denied', 'denies', 'never', 'nope', 'nah']);

/**
 * "Any thoughts of suicide? No." The question's own words are denied by the answer, unless it goes on.
 * "Asked if he thinks of it. He would rather not say." Nobody answered: what was asked is still open.
 */
function answerTo(part: Part, next: Part, tokens: readonly Token[], cues: Cues): Carried | undefined {
  const unsaid = unsaidIn(next, tokens, cues);
  if (unsaid) return { present: unsaid };
  if (!part.sentence.text.trimEnd().endsWith('?') || next.last - next.first > 2) return undefined;
  const answer = tokens[next.first]!;
  const isPlain = noes.has(answer.plain) && tokens.slice(next.first + 1, next.last + 1).every(({ plain }) => plain !== 'but');
  return isPlain ? { negated: cueOf(answer) } : undefined;
}

const cueOf = ({ start, end }: Token): Cue => ({ id: 'answer', why: 'asked about, and the answer is no', start, end });
