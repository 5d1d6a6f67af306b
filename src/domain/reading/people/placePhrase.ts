/** Where somebody stands, said after the noun: "at the bowls club", "upstairs", "opposite". */
import type { Span } from '../cues/findCues';
import { endsAsPlural, startsWithFigure } from './grammarWords';
import { kind } from './people';
import { upTo, type Words } from './sentenceWords';

/** "at the bowls club", "next door". */
export const hasPlace = (words: Words, at: number): boolean => words.is(kind.places, at) && !words.isApart(at) && !isOld(words, at);

/** "a lady in her 80s", "a man of 90", "a woman in tears": it says how they are, not where. */
function isOld(words: Words, at: number): boolean {
  if (!words.isIn(ofAge, at)) return false;
  const next = words.isIn(beforeAge, at + 1) ? at + 2 : at + 1;
  const word = words.plain(next);
  return startsWithFigure(word) || word.endsWith('ties') || word.endsWith('teens') || words.is(kind.conditions, next);
}
const ofAge = new Set(['in', 'of', 'on', 'with', 'under']);
const beforeAge = new Set(['her', 'his', 'their', 'the', 'a', 'late', 'early', 'mid']);

/** Places that are told from another one: "above the bank" is not at the bank. */
const besides = new Set(['above', 'below', 'opposite', 'upstairs', 'downstairs', 'next']);

/** Whoever is there may be about the person's own door, money or body. */
export function isNearPlace(words: Words, at: number): boolean {
  if (words.isIn(besides, at)) return false;
  if (words.plain(at) === 'outside') return true;
  for (let on = at + 1; on <= at + 3 && !words.isApart(on); on++) {
    if (words.is(kind.nearPlaces, on)) return !words.isIn(besides, on + 1);
    if (words.is(kind.verbLike, on)) return false;
  }
  return false;
}

const mostPlaceWords = 7;
/** Words of a place after which a noun of many, and a small word behind it, may be its end: "at the club she sings". */
const shortPlace = 3;
const endPlace = new Set(['he', 'she', 'they', 'who', 'whose', 'and', 'but', 'because', 'so']);

/** The place after the noun belongs to the phrase: "at the bowls club". */
export function withPlace<Phrase extends Span>(words: Words, somebody: Phrase): Phrase {
  const { last } = somebody;
  if (!hasPlace(words, last + 1)) return somebody;
  for (let on = last + 1; on <= last + mostPlaceWords; on++) if (endsPlace(words, last, on)) return upTo(somebody, on - 1);
  const noun = words.is(kind.determiners, last + 2) || words.is(kind.owners, last + 2) ? last + 4 : last + 2;
  return upTo(somebody, Math.min(words.to, noun));
}

function endsPlace(words: Words, last: number, on: number): boolean {
  if (on > last + shortPlace && endsAsPlural(words.plain(on)) && words.is(kind.functionWords, on + 1) && !words.isPossessive(on)) return true;
  return (on > last + 1 && words.isApart(on)) || words.is(kind.verbLike, on) || words.isIn(endPlace, on);
}
