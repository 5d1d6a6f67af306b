/** What stands near a mention and speaks against it by the mention's own rule; and when it does not, for words that are strong. */
import type { Aside, Rule } from '../lexicon';
import type { PatternBook } from '../patterns/patternBook';
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';
import { goesOnAnew, isOfAnotherThought, saysOnlyWhere } from './anotherThought';
import { isClauseApart } from './clauseApart';
import { isCircumstance, isOfAStory, isPlayedThere } from './circumstance';

const { max, min } = Math;

/** Words within which an `unless` or a `figure` bears on a mention: sentences may be run on for a page. */
const nearby = 8;

export const isApart = (one: Span, other: Span): boolean => one.last < other.first || one.first > other.last;

/** Doubt goes up: strong words about what cannot wait are shown with what speaks against them, not dropped. */
export const isHeldBack = ({ strength, urgency }: Rule): boolean => strength === 'strong' && (urgency === 'NOW' || urgency === 'TODAY');

/** The first words of a pattern that stand near, other than of another thought ("when the football is on") and a word that only says where or when ("by the hens", "after bowls"). */
export function speaksAgainst(rule: Rule, pattern: number | undefined, book: PatternBook, tokens: readonly Token[], place: Span, part: Span): Span | undefined {
  if (pattern === undefined) return undefined;
  const text = book.numbered(tokens);
  const to = min(part.last, place.last + nearby);
  for (let from = max(part.first, place.first - nearby); from <= to; ) {
    const at = book.nextPlace(pattern, text, from, to, to);
    if (at < 0) return undefined;
    const against = { first: at, last: at + book.taken(pattern, text, at, to) - 1 };
    if (!isApart(against, place) || !isElsewhere(rule, tokens, against, place, part)) return against;
    from = at + 1;
  }
  return undefined;
}

/** What explains two families of words may well be a time: "arm in a sling after the operation". */
function isElsewhere(rule: Rule, tokens: readonly Token[], against: Span, place: Span, part: Span): boolean {
  if (saysOnlyWhere(tokens, against, part.first) || isOfAnotherThought(tokens, against, place, part)) return true;
  if (rule.strength !== 'strong' || rule.near !== undefined) return false;
  return isCircumstance(tokens, against, place, part) || isWhereTheyCare(rule, tokens, against, place) || (isHeldBack(rule) && (goesOnAnew(tokens, against, place) || isClauseApart(tokens, against, place, part)));
}

/** "cannot go on caring for him [in the garden]": whoever is cared for is no garden. */
function isWhereTheyCare({ code }: Rule, tokens: readonly Token[], found: Span, place: Span): boolean {
  if (code !== 'F26' || found.first <= place.last || !tokens.slice(place.first + 1, place.last + 1).some(({ plain }) => cared.has(plain))) return false;
  for (let at = found.first; at > place.last && at >= found.first - 4; at--) if (tokens[at]!.plain === 'in' || tokens[at]!.plain === 'on' || tokens[at]!.plain === 'at') return true;
  return false;
}
const cared = new Set(['him', 'her', 'them', 'mum', 'dad', 'mam', 'husband', 'wife', 'mother', 'father']);

/** What is done at a game may be said of what is meant by these. */
const inGames = new Set(['F15', 'F17', 'F18', 'F22']);

/** What only makes light of strong words about what cannot wait is passed over where a new thought begins between. */
export const makesLightOfAnother = (rule: Rule, tokens: readonly Token[], place: Span, part: Span): ((found: Span) => boolean) | undefined => (isHeldBack(rule) ? (found) => goesOnAnew(tokens, found, place) || (isClauseApart(tokens, found, place, part)) : undefined);

/** "…, which started when she was forty": it goes on. */
const begins = new Set(['started', 'began', 'begun', 'start', 'starts']);

/** "…: the first thing she has told anybody since her mother died years ago": what was then is something else. */
function isSinceThen(tokens: readonly Token[], { first }: Span, { last }: Span): boolean {
  for (let at = max(last + 1, first - nearby); at < first; at++) if (tokens[at]!.plain === 'since') return true;
  return false;
}

/** A game, a story or a job that is only when or where it was; the past, which is a time, only where something began. */
export function isOnlyBeside(rule: Rule, { status }: Aside, tokens: readonly Token[], place: Span, part: Span): ((found: Span) => boolean) | undefined {
  if (rule.strength !== 'strong') return undefined;
  const isUrgent = isHeldBack(rule);
  const mayBeApart = isUrgent;
  if (status === 'past') return (found) => (mayBeApart && isClauseApart(tokens, found, place, part)) || begins.has(tokens[found.first - 1]?.plain ?? '') || isSinceThen(tokens, found, place);
  return (found) => (mayBeApart && isClauseApart(tokens, found, place, part)) || (found.first === place.first && found.last <= place.last) || isCircumstance(tokens, found, place, part) || isWhereTheyCare(rule, tokens, found, place) || (isUrgent && (((found.first > place.last || !isOfAStory(tokens, found)) && goesOnAnew(tokens, found, place)) || (!inGames.has(rule.code) && isPlayedThere(tokens, found, place))));
}
