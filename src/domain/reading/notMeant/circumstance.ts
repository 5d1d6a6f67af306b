/**
 * Where an everyday word only says when, why, where or over what cup something was: "after bowls", "because of the dog",
 * "while we did the jigsaw", "on the bus she said". It makes no other words of what was said.
 */
import type { Span } from '../patterns/patternIndex';
import type { Token } from '../words/tokens';

/** Words of a phrase before its noun: "because of her neighbour's big black dog". */
const mostOfPhrase = 4;
/** Words of a clause before the noun: "while we all sat and did the jigsaw". */
const mostOfClause = 7;
/** Words from "on" to the noun of "on quiz nights". */
const mostToDay = 2;

const times = new Set(['after', 'before', 'during', 'since', 'following']);
const places = new Set(['at', 'in', 'on']);
const homes = new Set(['flat', 'house', 'home', 'bungalow', 'bedsit', 'cottage']);
/** In these somebody else does it. */
const stories = new Set('film films movie play panto pantomime book novel story poem telly tv radio soap drama series episode chapter rehearsal rehearsals documentary podcast programme news talk'.split(' '));
/** So too "in the game", but not "at the match". */
const played = new Set(['quiz', 'game', 'games', 'match']);
/** Over these people talk. */
const shared = new Set('cup cups mug pot pint pints plate slice glass bowl tea coffee cuppa brew cake biscuits lunch dinner breakfast soup scones drink jigsaw dominoes cards game games hand round'.split(' '));
const days = new Set('night nights day days morning mornings afternoon afternoons evening evenings week weeks weekend weekends'.split(' '));
const beforeDays = new Set(['on', 'every', 'each', 'most', 'last', 'this', 'next']);
/** What is done to the body, or by order, explains by its time: "after the operation", "since the stroke". */
const causes = new Set('stroke dementia diagnosis operation op surgery seizure seizures fit fits anaesthetic cataract chemo radiotherapy injection jab dentist doctor gp nurse consultant pharmacist physio hospital ward clinic birth court probation'.split(' '));
const playful = new Set('murdered murders murdering thrashed thrashes thrashing hammered hammers hammering slaughtered slaughters slaughtering trounced trounces'.split(' '));
/** A phrase does not go back over these. */
const stops = new Set('and or but to with without for like than about from into if by he she they i we it is was are were not no'.split(' '));

const clauseOpeners = new Set(['when', 'while', 'whilst', 'whenever', 'after', 'before', 'since']);
const subjects = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'you']);
const determiners = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'my', 'our', 'this', 'that', 'some', 'another']);
const ours = new Set(['we', 'i']);
const stays = new Set(['sat', 'slept', 'lay', 'played', 'boiled', 'brewed', 'cooked', 'barked']);
const beforeClause = new Set(['and', 'but', 'then', 'so', 'that', 'everyone', 'everybody', 'people', 'folk', 'others', 'somebody', 'someone', 'friends', 'ladies', 'men', 'chaps', 'lads']);

/** Between what is said and the word, or from where the sentence begins to it. */
type Seen = { readonly tokens: readonly Token[]; readonly from: number; readonly to: number; readonly isFirst: boolean };

/** What was found says only under what circumstances that was which stands at the place, before or after it. */
export function isCircumstance(tokens: readonly Token[], found: Span, place: Span, sentence: Span): boolean {
  const isAfter = found.first > place.last;
  if ((!isAfter && found.last >= place.first) || explains(tokens, found) || isOfPlay(tokens, place)) return false;
  const seen: Seen = { tokens, from: isAfter ? place.last + 1 : sentence.first, to: sentence.last, isFirst: !isAfter };
  const opener = placeIn(seen, found) ?? dayOf(seen, found) ?? phraseOf(seen, found) ?? clauseOf(seen, found);
  return opener !== undefined && (isAfter || opensClause(seen, opener));
}

/** "[wants to die] at the match": where no words of a game could say it. */
export function isPlayedThere(tokens: readonly Token[], { first }: Span, place: Span): boolean {
  for (let at = first; at > place.last && at >= first - mostToDay; at--) if (tokens[at]!.plain === 'at') return true;
  return false;
}

/** "They murdered us after the quiz": beside a game these are mostly of it. */
function isOfPlay(tokens: readonly Token[], { first, last }: Span): boolean {
  for (let at = first; at <= last; at++) if (playful.has(tokens[at]!.plain)) return true;
  return false;
}

/** "after the GP said he could", "since the stroke". */
function explains(tokens: readonly Token[], { first, last }: Span): boolean {
  for (let at = first; at <= last; at++) if (causes.has(tokens[at]!.plain)) return true;
  return false;
}

/** "In the film …": what follows may be of the story still. */
export function isOfAStory(tokens: readonly Token[], { first, last }: Span): boolean {
  for (let at = first; at <= last; at++) if (stories.has(tokens[at]!.plain) || played.has(tokens[at]!.plain)) return true;
  return false;
}

const isEdge = ({ tokens }: Seen, at: number): boolean => /[^\s\-\u2019']/.test(tokens[at]!.before);

/** It stands first, or after a comma, an "and", or "everyone". */
const opensClause = (seen: Seen, at: number): boolean => at === seen.from || isEdge(seen, at) || beforeClause.has(seen.tokens[at - 1]!.plain);

/** Found as it stands: "at bowls". */
const placeIn = ({ tokens, isFirst }: Seen, { first, last }: Span): number | undefined => (isFirst && last > first && places.has(tokens[first]!.plain) && !isOfStory(tokens[first]!.plain, tokens[last]!.plain) ? first : undefined);

/** "on quiz nights", "every match day". */
function dayOf({ tokens, from, to }: Seen, { first, last }: Span): number | undefined {
  if (!days.has(tokens[last]!.plain) && (last + 1 > to || !days.has(tokens[last + 1]!.plain))) return undefined;
  for (let at = first - 1; at >= from && at >= first - mostToDay; at--) if (beforeDays.has(tokens[at]!.plain)) return at;
  return undefined;
}

/** "after bowls", "because of the dog", "over a plate of biscuits". */
function phraseOf(seen: Seen, { first }: Span): number | undefined {
  const { tokens, from } = seen;
  for (let at = first - 1; at >= from && at >= first - 1 - mostOfPhrase && !isEdge(seen, at + 1); at--) {
    const word = tokens[at]!.plain;
    if (times.has(word) || (places.has(word) && (seen.isFirst ? !isOfStory(word, tokens[first]!.plain) : isAtHome(seen, at)))) return at;
    if (word === 'of' && at > from && tokens[at - 1]!.plain === 'because') return at - 1;
    if (word === 'over') return shared.has(tokens[first]!.plain) || shared.has(tokens[at + 2]?.plain ?? '') ? at : undefined;
    if (stops.has(word) || word.endsWith('ing')) return undefined;
  }
  return undefined;
}

const isOfStory = (place: string, noun: string): boolean => stories.has(noun) || (place === 'in' && played.has(noun));

/** "[no heating in] the flat, on the bus": where it was is said already. */
function isAtHome({ tokens, from }: Seen, to: number): boolean {
  for (let at = from; at < to; at++) if (homes.has(tokens[at]!.plain)) return true;
  return false;
}

/** "when she was pruning": what somebody was doing explains it. */
const isAtWork = (word: string): boolean => word.endsWith('ing') && word.length > 5;

/** "while we did the jigsaw", "since the new kitten came". */
function clauseOf(seen: Seen, { first }: Span): number | undefined {
  const { tokens, from } = seen;
  for (let at = first - 1; at >= from && at >= first - 1 - mostOfClause && !isEdge(seen, at + 1); at--) {
    const [word, next] = [tokens[at]!.plain, tokens[at + 1]!.plain];
    if (word === 'as') return ours.has(next) || (next === 'the' && at + 2 === first && stays.has(tokens[first + 1]?.plain ?? '')) ? at : undefined;
    if (clauseOpeners.has(word)) return (subjects.has(next) || determiners.has(next)) && !isAtWork(tokens[first]!.plain) ? at : undefined;
  }
  return undefined;
}
