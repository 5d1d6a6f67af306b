/** Where somebody stands, said after the noun: "at the bowls club", "upstairs", "opposite". */
import type { Span } from './findCues';
import { determiners, functionWords, nearPlaces, owners, places } from './personNouns';
import { isApartAt, isVerbLike, plainAt, type Words } from './sentenceWords';

/** "at the bowls club", "next door". */
export const hasPlace = (words: Words, at: number): boolean => !isApartAt(words, at) && places.has(plainAt(words, at)) && !isOld(words, at);
/** "a lady in her 80s", "a man of 90", "a woman in tears": it says how they are, not where. */
function isOld(words: Words, at: number): boolean {
  if (!['in', 'of', 'on', 'with', 'under'].includes(plainAt(words, at))) return false;
  const next = ['her', 'his', 'their', 'the', 'a', 'late', 'early', 'mid'].includes(plainAt(words, at + 1)) ? at + 2 : at + 1;
  const word = plainAt(words, next);
  return /^\d/.test(word) || /(?:ties|teens)$/.test(word) || conditions.has(word);
}
const conditions = new Set('late early mid own pain need crisis tears distress debt bed hospital touch good charge question front wheelchair mind way'.split(' '));

/** Whoever is there may be about the person's own door, money or body. */
export function isNearPlace(words: Words, at: number): boolean {
  if (['upstairs', 'downstairs', 'opposite', 'above', 'below', 'next'].includes(plainAt(words, at))) return false;
  if (plainAt(words, at) === 'outside') return true;
  for (let on = at + 1; on <= at + 3 && !isApartAt(words, on); on++) {
    if (nearPlaces.has(plainAt(words, on))) return !['above', 'below', 'opposite', 'upstairs', 'downstairs', 'next'].includes(plainAt(words, on + 1));
    if (isVerbLike(plainAt(words, on))) return false;
  }
  return false;
}

const mostPlaceWords = 7;
const endPlace = new Set(['he', 'she', 'they', 'who', 'whose', 'and', 'but', 'because', 'so']);

/** The place after the noun belongs to the phrase: "at the bowls club". */
export function withPlace<Phrase extends Span>(words: Words, somebody: Phrase): Phrase {
  const { last } = somebody;
  if (!hasPlace(words, last + 1)) return somebody;
  for (let on = last + 1; on <= last + mostPlaceWords; on++) {
    if (on > last + 3 && /[^sui]s$/.test(plainAt(words, on)) && functionWords.has(plainAt(words, on + 1)) && !words.tokens[on]!.possessive) return { ...somebody, last: on - 1 };
    if ((on > last + 1 && isApartAt(words, on)) || isVerbLike(plainAt(words, on)) || endPlace.has(plainAt(words, on))) return { ...somebody, last: on - 1 };
  }
  const noun = determiners.has(plainAt(words, last + 2)) || owners.has(plainAt(words, last + 2)) ? last + 4 : last + 2;
  return { ...somebody, last: Math.min(words.to, noun) };
}
