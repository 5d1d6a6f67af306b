/**
 * Words that are nobody's news, though they stand in a note: what a poster asks, a prayer says, a quiz or a form wants to
 * know, what somebody dreamt or supposed. Each begins with what is named ("the sign in the gents:") and holds for a stretch:
 * to the end of the quotation, or to where somebody of the note comes in again.
 */
import type { Cue, World } from '../cues/cue';
import type { Span } from '../cues/findCues';
import { closingAfter, opensAt } from './quoted';
import { mentioned, ofAnother, planned, servedOnce, toldOfThemselves } from '../people/strangers';
import { cueAt, type ToldHit, type ToldKind } from '../cues/told';
import type { Token } from '../words/tokens';
import { others, persons, turns, untilTurn } from '../people/turns';

type Part = Span & { readonly sentence: { readonly text: string } };
type Hearing = { readonly tokens: readonly Token[]; readonly parts: readonly Part[]; readonly told: readonly (readonly ToldHit[])[] };

const { min } = Math;

/** Words after what is named within which its words begin. */
const mostBetween = 8;
/** Sentences over which it is gone on with. */
const mostSentences = 2;
/** Words of a sentence within which it goes on with the one before. */
const opening = 3;

const owners = new Set(['his', 'her']);
const anybody = new Set(['you', 'your', 'anyone', 'anybody', 'somebody', 'someone', 'people', 'whoever', 'yourself', 'nobody', 'those']);
const yours = new Set(['you', 'your', 'yourself', 'anyone', 'anybody']);
/** "…, and ring if he cannot keep it down": advice, though it names him. */
const calls = new Set(['ring', 'dial', '999', '111', '112']);
const says = new Set(['says', 'said', 'reads', 'asks', 'asked', 'asking', 'lists', 'listing', 'warns', 'goes', 'tells', 'explains', 'saying', 'reading', 'wants', 'has']);
const tells = new Set(['about', 'where', 'who', 'which', 'whose', 'called']);
const news = new Set(['says', 'said', 'told', 'tells', 'admitted', 'admits', 'disclosed', 'asked', 'cried', 'wept', 'showed', 'woke', 'feels', 'wants']);
/** "The leaflet in her hand: …": what follows is said by who holds it. */
const held = new Set(['hand', 'hands', 'pocket', 'bag', 'shoe', 'lap', 'fist', 'sleeve', 'and', 'but', 'because', 'then', 'so']);

/** For each sentence the stretches in it that are nobody's news. Linear in the text's length. */
export function worldsIn(tokens: readonly Token[], parts: readonly Part[], told: readonly (readonly ToldHit[])[]): readonly (readonly World[])[] {
  const hearing = { tokens, parts, told };
  const found: World[][] = parts.map(() => []);
  let since = -mostSentences - 1;
  parts.forEach((part, at) => {
    if (told[at]!.length === 0) return;
    for (const world of worldsOf(hearing, at, at - since <= mostSentences)) for (let other = at; other < parts.length && parts[other]!.first <= world.last; other++) found[other]!.push(world);
    if (found[at]!.length > 0 || told[at]!.some(({ kind }) => opens.has(kind))) since = at;
  });
  return found;
}

/** What is gone on with in the sentences after it: "Mine was a widow who …", "Page 4 lists …". */
const opens: ReadonlySet<ToldKind> = new Set(['voices', 'asksYou', 'tales', 'material', 'acted', 'lesson', 'supposes']);

function worldsOf(hearing: Hearing, at: number, isOpen: boolean): readonly World[] {
  return hearing.told[at]!.flatMap((hit): readonly World[] => {
    const span = isOpen || hit.kind !== 'goesOn' ? stretches[hit.kind]?.(hearing, at, hit) : undefined;
    return span ? [{ ...span, apart: { ...cueAt(hearing.tokens, hit, 'world', 'words of a text, a play or a thought, nobody’s news'), as: ofOthers.has(hit.kind) ? 'other' : 'hypothetical' } }] : [];
  });
}

const ofOthers: ReadonlySet<ToldKind> = new Set(['tales', 'mentions', 'servedOne', 'confidesIn', 'isAnothers']);

type StretchOf = (hearing: Hearing, at: number, hit: ToldHit) => Span | undefined;
const stretches: Partial<Record<ToldKind, StretchOf>> = {
  voices: (hearing, at, hit) => spoken(hearing, at, hit),
  asksYou: (hearing, at, hit) => ofYou(hearing.tokens, spoken(hearing, at, hit)),
  tales: (hearing, at, hit) => spoken(hearing, at, hit) ?? told(hearing.tokens, hearing.parts[at]!, hit),
  saidBy: ({ tokens, parts }, at, { first }) => (first > parts[at]!.first ? untilSomebody(tokens, { first: parts[at]!.first, last: first - 1 }) : undefined),
  supposes: ({ tokens, parts }, at, hit) => untilSomebody(tokens, { first: afterColon(tokens, parts[at]!, hit.last + 1), last: parts[at]!.last }),
  instances: ({ tokens, parts }, at, { last }) => untilTurn(tokens, { first: last + 1, last: parts[at]!.last }),
  dreamt: (hearing, at, { last }) => (isTroubling(hearing, at) ? undefined : untilNews(hearing.tokens, { first: last, last: hearing.parts[at]!.last })),
  mentions: ({ tokens, parts }, at, hit) => mentioned(tokens, parts[at]!, hit),
  servedOne: ({ tokens, parts, told: hits }, at, hit) => servedOnce(tokens, parts[at]!, hit, hits.slice(Math.max(0, at - mostSentences), at + 1)),
  confidesIn: ({ tokens, parts }, at, hit) => toldOfThemselves(tokens, parts[at]!, hit),
  isAnothers: ({ tokens, parts }, at, hit) => ofAnother(tokens, parts[at]!, hit),
  plans: ({ tokens, parts }, at, hit) => planned(tokens, parts, at, hit),
  goesOn: (hearing, at, hit) => goneOn(hearing, at, hit, false),
  goesOnAfterMark: (hearing, at, hit) => goneOn(hearing, at, hit, true),
};

function goneOn({ tokens, parts }: Hearing, at: number, { first, last }: Span, isMarked: boolean): Span | undefined {
  const part = parts[at]!;
  const next = tokens[last + 1];
  if (first - part.first >= opening || last >= part.last || (isMarked && !/[:"\u201c(]/.test(next!.before))) return undefined;
  const rest = { first: last + 1, last: part.last };
  return quotedAfter(tokens, part, last) ?? (next!.plain === 'a' || next!.plain === 'an' ? untilNews(tokens, rest) : untilSomebody(tokens, rest));
}

/** "Wishful thinking, she called it: …". */
function afterColon(tokens: readonly Token[], part: Span, from: number): number {
  for (let at = from; at <= min(part.last, from + 4); at++) if (tokens[at]!.before.includes(':')) return at;
  return from;
}

/** "The form asks have you …": a form may tell of the person as well; what it asks speaks to "you". */
function ofYou(tokens: readonly Token[], span: Span | undefined): Span | undefined {
  const named = span && tokens.slice(span.first, span.last + 1).find(({ plain }) => yours.has(plain) || owned.has(plain));
  return named && yours.has(named.plain) ? span : undefined;
}
/** "GP letter says her niece won't let anyone in": it is of the person from the beginning. */
const owned = new Set([...owners, 'my', 'he', 'she', 'him']);

/** "A podcast on ladies who starved …", up to where somebody of the note comes in: ", she", "and he". */
function told(tokens: readonly Token[], part: Span, { last }: Span): Span | undefined {
  for (let at = last + 1; at <= min(part.last, last + mostBetween); at++) {
    const { plain } = tokens[at]!;
    if (persons.has(plain) || held.has(plain)) return undefined;
    if (tells.has(plain)) return persons.has(tokens[at + 1]?.plain ?? '') ? undefined : untilTurn(tokens, { first: at, last: part.last });
  }
  return undefined;
}

/** "A magnet, "Can't breathe?"", "Poster: drinking alone? Shaking?", "the sheet says …". */
function spoken({ tokens, parts }: Hearing, at: number, { last }: ToldHit): Span | undefined {
  const part = parts[at]!;
  for (let next = last + 1; next <= min(part.last, last + mostBetween); next++) {
    const { plain, before } = tokens[next]!;
    if (opensAt(tokens, next)) return { first: next, last: closingAfter(tokens, next, part.last) };
    if (before.includes(':')) return goingOn(parts, at, tokens, untilSomebody(tokens, { first: next, last: part.last }));
    if (persons.has(plain) || held.has(plain)) return undefined;
    if (says.has(plain)) return quotedAfter(tokens, part, next) ?? goingOn(parts, at, tokens, untilSomebody(tokens, { first: next + 1, last: part.last }));
  }
  return undefined;
}

function quotedAfter(tokens: readonly Token[], part: Span, from: number): Span | undefined {
  for (let next = from + 1; next <= min(part.last, from + mostBetween); next++) if (opensAt(tokens, next)) return { first: next, last: closingAfter(tokens, next, part.last) };
  return undefined;
}

/** Questions that follow, and what speaks to "you", belong to the poster. */
function goingOn(parts: readonly Part[], at: number, tokens: readonly Token[], span: Span | undefined): Span | undefined {
  if (!span || span.last < parts[at]!.last) return span;
  let { last } = span;
  for (let next = at + 1; next < parts.length && next <= at + mostSentences && isToYou(tokens, parts[next]!); next++) ({ last } = parts[next]!);
  return { first: span.first, last };
}

function isToYou(tokens: readonly Token[], { first, last, sentence }: Part): boolean {
  const words = tokens.slice(first, last + 1);
  return !words.some(({ plain }) => persons.has(plain) || owners.has(plain)) && (sentence.text.endsWith('?') || words.some(({ plain }) => plain === 'you' || plain === 'your'));
}

/** The stretch, up to a turn; none at all when it is about somebody of the note. */
function untilSomebody(tokens: readonly Token[], span: Span): Span | undefined {
  const whole = untilTurn(tokens, span);
  if (!whole) return undefined;
  const words = tokens.slice(whole.first, whole.last + 1);
  return words.some(({ plain }) => others.has(plain)) && !words.some(({ plain }) => anybody.has(plain) || calls.has(plain)) ? undefined : whole;
}

/** A dream goes on over "and she", not over "and she said". */
function untilNews(tokens: readonly Token[], { first, last }: Span): Span | undefined {
  for (let at = first; at <= last; at++) if (turns.has(tokens[at]!.plain) || (news.has(tokens[at]!.plain) && ['and', 'then', 'she', 'he', 'i'].includes(tokens[at - 1]!.plain))) return at > first ? { first, last: at - 1 } : undefined;
  return first <= last ? { first, last } : undefined;
}

const troubles = new Set(['nightmare', 'nightmares', 'again', 'nights', 'every', 'keeps', 'screaming', 'sweating', 'wished', 'wishes', 'disappointed', 'true', 'real', 'relief', 'crying', 'not']);
/** What makes light of a dream: "it's the cheese, he says". */
const lightly = new Set(['cheese', 'laughed', 'laughing', 'funny', 'daft', 'giggled', 'giggling']);
/** A dream that comes back, or that somebody wished were true, is no mere dream. */
function isTroubling({ tokens, parts }: Hearing, at: number): boolean {
  const words = tokens.slice(parts[at]!.first, (parts[at + 1] ?? parts[at]!).last + 1);
  return words.some(({ plain }) => troubles.has(plain)) && !words.some(({ plain }) => lightly.has(plain));
}

/**
 * "…if the meter ran out. It ran out on Sunday", "…, the poster asks. That's me, she said": it has come about, and what was
 * an "if" or somebody else's words is so. For each sentence the words that say it.
 */
export function comeAboutIn(tokens: readonly Token[], parts: readonly Span[], told: readonly (readonly ToldHit[])[]): readonly (Cue | undefined)[] {
  return parts.map((part, at) => {
    const [next, afterNext] = [parts[at + 1], parts[at + 2]];
    if (!next) return undefined;
    const hit = told[at + 1]!.find(({ kind, first, last }) => (kind === 'cameAbout' && first - next.first <= 1 && isApart(tokens, next, last)) || (kind === 'meansMe' && first - next.first <= mostBetween));
    const later = afterNext && told[at + 2]!.find(({ kind, first }) => kind === 'meansMe' && first - afterNext.first <= 1);
    const span = hit ?? later ?? saidAgain(tokens, part, next);
    return span && cueAt(tokens, span, 'came-about', 'it has come about');
  });
}

/** "It has: …", "They did, and …", not "It has a garden". */
const isApart = (tokens: readonly Token[], { last }: Span, at: number): boolean => at === last || /[,;:.!\u2013\u2014-]/.test(tokens[at + 1]!.before) || ['and', 'yesterday', 'today', 'on', 'this', 'last', 'since', 'now', 'at', 'again'].includes(tokens[at + 1]!.plain);

const pronouns = new Set(['it', 'they', 'he', 'she']);
const ifs = new Set(['if', 'should', 'when', 'once']);
const tooCommon = new Set(['is', 'was', 'has', 'had', 'have', 'are', 'were', 'did', 'does', 'can', 'could', 'would', 'will', 'said', 'says', 'asked', 'told', 'wants', 'wanted', 'got', 'gets', 'likes', 'laughed', 'knows']);

/** "if they complained they would be out. They complained.": the word after "it" or "they" was said after the "if". */
function saidAgain(tokens: readonly Token[], part: Span, next: Span): Span | undefined {
  const verb = tokens[next.first + (tokens[next.first + 1]?.plain === 'did' ? 2 : 1)];
  if (!verb || next.last <= next.first || !pronouns.has(tokens[next.first]!.plain) || tooCommon.has(verb.plain)) return undefined;
  let isIf = false;
  for (let at = part.first; at <= part.last; at++) {
    if (ifs.has(tokens[at]!.plain)) isIf = true;
    else if (isIf && tokens[at]!.plain === verb.plain) return { first: next.first, last: next.first + 1 };
  }
  return undefined;
}
