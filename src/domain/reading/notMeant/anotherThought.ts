/** Where words that stand near a mention belong to another thought: a time, a place, another subject, another speaker. They explain nothing away. */
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';

/** Whatever was found, and before or after the place. */
export const isOfAnotherThought = (tokens: readonly Token[], found: Span, place: Span, sentence: Span): boolean => isToldAnew(tokens, found.last + 1, place.first) || saysOnlyWhen(tokens, found, sentence.first) || beginsAnew(tokens, place.last + 1, found.first);

const tells = new Set(['told', 'tells', 'tell', 'telling', 'confided', 'disclosed', 'texted', 'whispered', 'admitted']);
const says = new Set(['says', 'said', 'saying']);
const hearers = new Set(['me', 'us']);
const goesOn = new Set(['and', 'then', 'but']);
const persons = new Set(['he', 'she', 'they']);
/** Verbs with which a new thought about the person begins: "volunteers at the food bank and has no food". */
const news = new Set(['says', 'said', 'has', 'feels', 'admitted', 'admits', 'disclosed', 'told']);

/** "At the training Maria told me he …": what is told to us after the training was named is no part of it. */
function isToldAnew(tokens: readonly Token[], from: number, to: number): boolean {
  const word = (at: number): string => (at < to ? tokens[at]!.plain : '');
  for (let at = from; at < to; at++) {
    if (tells.has(word(at)) && hearers.has(word(at + 1)) && !['about', 'of', 'how'].includes(word(at + 2))) return true;
    if (says.has(word(at)) && word(at + 1) === 'to' && hearers.has(word(at + 2))) return true;
    if (goesOn.has(word(at)) && (news.has(word(at + 1)) || news.has(word(at + 2)) && (persons.has(word(at + 1)) || goesOn.has(word(at + 1))) || (goesOn.has(word(at + 1)) && persons.has(word(at + 2)) && news.has(word(at + 3))))) return true;
  }
  return false;
}

/** "If you're asking, yes, I …"; "Like the woman on the news, she said, he …": what follows is their own. */
export function isOwned(tokens: readonly Token[], found: Span, place: Span): boolean {
  for (let at = found.last + 1; at < place.first; at++) {
    const { plain, before } = tokens[at]!;
    if (owns.has(plain) && before.includes(',')) return true;
    if (says.has(plain) && persons.has(tokens[at - 1]?.plain ?? '') && tokens[at - 1]!.before.includes(',') && tokens[at + 1]!.before.includes(',')) return true;
  }
  return false;
}
const owns = new Set(['yes', 'aye', 'yeah', 'yep']);

const prepositions = new Set(['by', 'near', 'outside', 'behind', 'beside', 'opposite', 'past', 'across', 'along']);
const mostBetween = 1;

const times = new Set(['when', 'while', 'whenever', 'whilst']);
const areOn = new Set(['is', 'are', 'was', 'were', 'comes', 'starts', 'finishes']);

/** "When the football is on": it says at what time, for any words but a story's. */
function saysOnlyWhen(tokens: readonly Token[], { first, last }: Span, from: number): boolean {
  if (!areOn.has(tokens[last + 1]?.plain ?? '')) return false;
  for (let at = first - 1; at >= from && at >= first - 1 - mostBetween; at--) if (times.has(tokens[at]!.plain)) return true;
  return false;
}

const joins = new Set(['and', 'then', 'plus', 'also']);
const subjects = new Set(['he', 'she', 'they', 'i', 'we']);
const articles = new Set(['the', 'his', 'her', 'their']);

/** "… and she loves her book club", "… and the neighbours heard": a new subject begins another thought; a "but" may explain. */
function beginsAnew(tokens: readonly Token[], from: number, to: number): boolean {
  const noun = articles.has(tokens[to]!.plain) ? to + 1 : to;
  if (noun - 2 >= from && articles.has(tokens[noun - 1]!.plain) && joins.has(tokens[noun - 2]!.plain)) return true;
  for (let at = from; at < to - 1; at++) if (joins.has(tokens[at]!.plain) && subjects.has(tokens[at + 1]!.plain)) return true;
  return false;
}

const owners = new Set(['his', 'her', 'my', 'their']);
const either = new Set(['and', 'but']);
const motion = new Set(['goes', 'went', 'off', 'comes', 'heads', 'walks', 'drives', 'plays', 'sits', 'watches', 'makes', 'sings']);

/** "He loves his dog and he …", "… but she goes to the choir", "… and then goes to bingo", "Halfway through the crossword she said …", "Joking aside, …", "…, so no choir tonight": for strong words, whose doubt goes up. */
export function goesOnAnew(tokens: readonly Token[], found: Span, place: Span): boolean {
  if (isNoJoke(tokens, found)) return true;
  if (found.last < place.first) return hasSubjectAfter(tokens, found.last + 1, place.first, either) || isSaidAfter(tokens, found.last + 1, place.first);
  for (let at = place.last + 1; at < found.first; at++) if (goesOn.has(tokens[at]!.plain) && tokens[at]!.plain !== 'but' && motion.has(tokens[at + 1]!.plain)) return true;
  return hasSubjectAfter(tokens, place.last + 1, found.first, buts) || isFollowedFrom(tokens, place.last + 1, found.first);
}
const buts = new Set(['but']);

/** "…, so the training can wait", "…, hence no choir": what comes of it. */
function isFollowedFrom(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (comesOfIt.has(tokens[at]!.plain) && tokens[at]!.before.includes(',')) return true;
  return false;
}
const comesOfIt = new Set(['so', 'hence', 'therefore']);

function hasSubjectAfter(tokens: readonly Token[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) if (words.has(tokens[at]!.plain) && (subjects.has(tokens[at + 1]!.plain) || owners.has(tokens[at + 1]!.plain))) return true;
  return false;
}

const reports = new Set(['said', 'says', 'told', 'tells', 'whispered', 'admitted', 'admits', 'disclosed', 'confided']);
/** "…, she said she …", "… she told him that …" */
function isSaidAfter(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((reports.has(tokens[at]!.plain) && persons.has(tokens[at - 1]?.plain ?? '') && !tokens[at + 1]?.before.includes(',')) || isBroughtTo(tokens, at) || (at > from && isThatSomebody(tokens, at))) return true;
  return false;
}

/** "Nobody at work knows that she …": not right after what was found, "the onions that she …". */
const isThatSomebody = (tokens: readonly Token[], at: number): boolean => tokens[at]!.plain === 'that' && (subjects.has(tokens[at + 1]?.plain ?? '') || owners.has(tokens[at + 1]?.plain ?? ''));

const brings = new Set(['made', 'helped', 'got', 'let', 'led', 'prompted']);
const whom = new Set(['him', 'her', 'them', 'me']);
const speaks = new Set(['say', 'tell', 'admit', 'realise', 'recognise', 'see']);
/** "The leaflet made her realise …", "… helped him to say …" */
function isBroughtTo(tokens: readonly Token[], at: number): boolean {
  const word = (next: number): string => tokens[at + next]?.plain ?? '';
  return brings.has(word(0)) && whom.has(word(1)) && speaks.has(word(word(2) === 'to' ? 3 : 2));
}

const noes = new Set(['no', 'not']);
const asides = new Set(['aside', 'apart']);
/** "This is no joke", "joking aside". */
const isNoJoke = (tokens: readonly Token[], { first, last }: Span): boolean => noes.has(tokens[first - 1]?.plain ?? '') || asides.has(tokens[last + 1]?.plain ?? '');

/** One word after a preposition of place: "by the hens", "outside her school". Never before the word `from`. */
export function saysOnlyWhere(tokens: readonly Token[], { first, last }: Span, from: number): boolean {
  if (first !== last) return false;
  for (let at = first - 1; at >= from && at >= first - 1 - mostBetween; at--) if (prepositions.has(tokens[at]!.plain)) return true;
  return false;
}
