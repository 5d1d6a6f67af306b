/**
 * What a heading or an answer says about other sentences: "Safety net:" over the lines of a list, "No." after a question.
 * Without it, each line of the list would be read as said of the person, now.
 */
import { answerTo, type Answered } from './answers';
import { readContext, type Carried, type Cues } from './context';
import { formAnswer } from './formAnswers';
import { preparedCues } from '../cues/cues';
import { lookAround, type Around, type Span } from '../cues/findCues';
import { materialIn } from './material';
import { overIn } from './overAndDone';
import { namedOthersIn } from '../people/namedOthers';
import type { People } from '../people/people';
import { refutedIn } from './refuted';
import { apartIn } from './scene';
import { storiesIn } from '../people/somebodysStory';
import { spokenOfIn } from './spoken';
import { longAgoIn, stillIn } from './thenAndNow';
import { toldIn } from '../cues/told';
import type { Token } from '../words/tokens';
import { comeAboutIn, worldsIn } from './worlds';

/** Where a sentence stands in the text and among its tokens. */
type Part = Span & { readonly sentence: { readonly start: number; readonly end: number; readonly text: string } };

const mostWords = 60;
/** Lines without a mark belong to a heading while they are as short as items of a list. */
const itemWords = 12;

/** For each sentence what is carried to it, or undefined. Linear in the text's length. */
export function carriedOver(text: string, tokens: readonly Token[], parts: readonly Part[], cues: Cues, people: People): readonly (Carried | undefined)[] {
  const headings = headingsOver(text, tokens, parts, cues);
  const told = toldIn(tokens, parts, cues);
  const heard = parts.map((part) => wholeOf(tokens, part, cues));
  const over = overIn(tokens, heard, told);
  const [past, hypothetical, refuted, spoken, apart] = [longAgoIn(tokens, heard, told), materialIn(tokens, parts, told), refutedIn(tokens, heard, told), spokenOfIn(heard, told), apartIn(tokens, parts, told)];
  const [stillIs, worlds, stories, cameAbout] = [stillIn(tokens, parts), worldsIn(tokens, parts, told), storiesIn(text, tokens, parts, people), comeAboutIn(tokens, parts, told)];
  const named = namedOthersIn(text, tokens, parts, heard);
  /** A no of a form may be taken back later, as any no. */
  const answered = (at: number): Answered | undefined => {
    const form = formAnswer(at, text, tokens, parts);
    return form && form.negated?.id !== 'form-no' ? form : (answerTo(at, tokens, parts, told, cues) ?? form);
  };
  return parts.map((_, at) => {
    const apartFor = [...worlds[at]!, ...stories[at]!, ...named[at]!];
    return withoutGaps({
      past: past[at] ?? over[at],
      hypothetical: hypothetical[at],
      refuted: refuted[at],
      spoken: spoken[at],
      apart: apart[at],
      worlds: apartFor.length > 0 ? apartFor : undefined,
      cameAbout: cameAbout[at],
      stillIs: stillIs[at],
      ...headings[at],
      ...answered(at),
    });
  });
}

type WithGaps = { readonly [Key in keyof Carried]: Carried[Key] | undefined };

/** Only what there is; undefined for nothing. */
function withoutGaps(all: WithGaps): Carried | undefined {
  let there: Record<string, unknown> | undefined;
  for (const key in all) {
    const value = all[key as keyof Carried];
    if (value !== undefined) (there ??= {})[key] = value;
  }
  return there;
}

/** Words of a sentence that are looked at as a whole. */
const wholeWords = 60;

/** The cues and people of a sentence. */
function wholeOf(tokens: readonly Token[], { first, last }: Span, cues: Cues): Around {
  const end = Math.min(last + 1, first + wholeWords);
  return lookAround(tokens, { first: end, last: end - 1 }, preparedCues(cues), { first, last });
}

function headingsOver(text: string, tokens: readonly Token[], parts: readonly Part[], cues: Cues): readonly (Carried | undefined)[] {
  let heading: Carried | undefined;
  return parts.map((part, at) => {
    const [before, next] = [parts[at - 1], parts[at + 1]];
    if (heading && before && !isUnder(text, before, part)) heading = undefined;
    const carried = heading;
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
