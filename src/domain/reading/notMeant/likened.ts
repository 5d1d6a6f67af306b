/**
 * What is only likened, or is a name: "drives like he wants to die", "you'd think he had been stabbed", "a band called
 * Suicidal Tendencies", "the Slaughtered Lamb". "Feels like she is dying" likens nothing: it is how people tell it.
 */
import type { Span } from '../cues/findCues';
import type { Likeness } from './likeness';
import type { NotAPerson } from './notPeople';
import type { Token } from '../words/tokens';

const between = formsOf('he she they it i we you a an the some one man woman bloke chap lad lass kid child person somebody someone thing lot who that has had have been being is was were are got gets just d s about nearly half would will all both never');
const thinkers = formsOf('you anyone anybody anyones anybodys youd people');
/** "He drives like he wants to die" may be meant of the person. */
const ofDying = new Set(['F01', 'F02', 'F03']);
const who = formsOf('he she i they who and');
/** Not of these: "you would think she wants to die, the way she talks". */
const notForThese = new Set(['F02', 'F03', 'F04', 'F05', 'F06', 'F13', 'F23']);

const articles = formsOf('the a an his her that this my our their old same');

const mostBetween = 6;
const mostTitle = 8;
/** Words from a noun to a name of it: "the band", "a pint of". */
const nextTo = 2;

function formsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** The words that show that a place is a likeness or a name; undefined where none do. */
export function likened(text: string, tokens: readonly Token[], place: Span, sentence: Span, code: string, lists: Likeness): NotAPerson | undefined {
  const seen: Seen = { text, tokens, sentence, lists, word: (at) => (at < sentence.first || at > sentence.last ? '' : tokens[at]!.plain) };
  const by = likeness(seen, place, code) ?? (notForThese.has(code) ? undefined : onlyThought(seen, place)) ?? nameOf(seen, place);
  return by && { as: 'figure', ...by };
}

/** What is looked at; outside the sentence there are no words. */
type Seen = { readonly text: string; readonly tokens: readonly Token[]; readonly sentence: Span; readonly lists: Likeness; readonly word: (at: number) => string };

function likeness({ word, lists }: Seen, { first }: Span, code: string): Span | undefined {
  for (let at = first - 1; at >= first - mostBetween; at--) {
    const isIf = (word(at) === 'if' || word(at) === 'though') && word(at - 1) === 'as';
    if (word(at) !== 'like' && !isIf) {
      if (between.has(word(at))) continue;
      return undefined;
    }
    const to = isIf ? at - 2 : at - 1;
    for (let back = to; back > to - 3; back--) {
      if (lists.done.has(word(back))) return ofDying.has(code) && who.has(word(back - 1)) ? undefined : { first: back, last: at };
      if (word(back) === 'on' && lists.fusses.has(word(back - 1))) return { first: back - 1, last: at };
    }
    return undefined;
  }
  return undefined;
}

/** "You'd think", "anyone would have thought". */
function onlyThought({ word, lists }: Seen, { first }: Span): Span | undefined {
  for (let at = first - 1; at >= first - mostTitle; at--) {
    if (!lists.thinks.has(word(at))) continue;
    const would = word(at - 1) === 'have' ? at - 2 : at - 1;
    return word(would) === 'would' && thinkers.has(word(would - 1)) ? { first: would - 1, last: at } : undefined;
  }
  return undefined;
}

function nameOf(seen: Seen, { first, last }: Span): Span | undefined {
  const { text, tokens, sentence, lists, word } = seen;
  const isCapital = (at: number): boolean => at >= sentence.first && at <= sentence.last && /^\p{Lu}/u.test(text.slice(tokens[at]!.start, tokens[at]!.start + 2));
  const said = calledSo(seen, first) ?? saidAfter(seen, first, last);
  if (said !== undefined) return { first: said, last: said };
  if (!isCapital(first)) return undefined;
  if (lists.signs.has(word(last + 1)) && isCapital(last + 1)) return { first: last + 1, last: last + 1 };
  const isTitle = first > sentence.first && last > first && tokens.slice(first, last + 1).every(({ plain, capitals }, index) => !capitals && (plain.length < 4 || isCapital(first + index)));
  const noun = isTitle ? nounBefore(seen, first) : -1;
  return noun >= 0 && (first - noun <= nextTo || isNamed(seen, noun, first)) ? { first: noun, last: noun } : undefined;
}

/** "a band called …", "his boat, named the …". */
function calledSo(seen: Seen, first: number): number | undefined {
  const { word, lists } = seen;
  const called = lists.naming.has(word(first - 1)) ? first - 1 : articles.has(word(first - 1)) && lists.naming.has(word(first - 2)) ? first - 2 : -1;
  return called >= 0 && nounBefore(seen, called) >= 0 ? called : undefined;
}

/** "the … joke", "… is the name of their duo". */
function saidAfter({ tokens, word, lists }: Seen, first: number, last: number): number | undefined {
  if (articles.has(word(first - 1)) && lists.wares.has(word(last + 1)) && tokens[last + 1]!.before === ' ') return last + 1;
  for (let at = last + 3; at <= last + 6; at++) if (word(at) === 'name' && word(at - 1) === 'the' && word(at - 2) === 'is' && word(at + 1) === 'of') return at;
  return undefined;
}

function isNamed({ word, lists }: Seen, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (lists.naming.has(word(at)) || word(at) === 'name' || word(at) === 'title') return true;
  return false;
}

/** What can have such a name stands before it: "his band has a name now: …". */
function nounBefore({ word, lists }: Seen, first: number): number {
  for (let at = first - 1; at >= first - mostTitle; at--) if (lists.nameable.has(word(at))) return at;
  return -1;
}
