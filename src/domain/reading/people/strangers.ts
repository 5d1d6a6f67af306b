/**
 * People of whom somebody only tells: "mentioned a couple who …", "when I was nursing we had a chap who …", "a woman at the bus
 * stop told her that …", "it's his friend who …"; and what a sheet or a plan says to do, which has not happened.
 */
import type { Span } from '../cues/findCues';
import type { ToldHit } from '../cues/told';
import type { Token } from '../words/tokens';
import { others, untilTurn } from './turns';

const { min } = Math;

/** Words after what is named within which its words begin. */
const mostBetween = 10;
/** Sentences over which a plan goes on. */
const mostSentences = 3;

const speakers = new Set(['me', 'us', 'my', 'i', 'we', 'our']);
const ours = new Set([...speakers, 'him', 'her', 'his', 'them', 'he', 'she', 'pt', 'client']);
const instructions = new Set(['ring', 'call', 'dial', 'phone', 'text', 'press', 'tell', '999', '111', '112']);

const wordsOf = (tokens: readonly Token[], { first, last }: Span): readonly string[] => tokens.slice(first, last + 1).map(({ plain }) => plain);
/** Together with who it is: rules hold them too ("girl who had not eaten"). */
const from = ({ first }: Span, { last }: Span): Span => ({ first, last });
const after = (tokens: readonly Token[], part: Span, { last }: Span): Span | undefined => untilTurn(tokens, { first: last + 1, last: part.last });

/** "Mentioned a couple on his landing being evicted": not "a man who takes her pension". */
export function mentioned(tokens: readonly Token[], part: Span, hit: Span): Span | undefined {
  const told = after(tokens, part, hit);
  return told && !wordsOf(tokens, told).some((word, at, words) => ours.has(word) && !places.has(words[at + 1] ?? '') && !places.has(words[at + 2] ?? '')) ? from(hit, told) : undefined;
}
/** "in her old street", "on his landing". */
const places = new Set(['street', 'road', 'landing', 'block', 'estate', 'village', 'building', 'floor', 'close', 'scheme', 'bus', 'church', 'club', 'class', 'group', 'choir', 'ward', 'stairwell', 'stair', 'terrace', 'town', 'paper', 'neighbourhood', 'work', 'office', 'gym']);

/** "When I was nursing … we had a chap who swallowed …", in the same breath as the trade. */
export function servedOnce(tokens: readonly Token[], part: Span, hit: Span, told: readonly (readonly ToldHit[])[]): Span | undefined {
  if (!told.some((hits) => hits.some(({ kind }) => kind === 'trade'))) return undefined;
  const span = after(tokens, part, hit);
  return span && !wordsOf(tokens, span).some((word, at, words) => speakers.has(word) || word === 'him' || (word === 'her' && goesOn.has(words[at + 1] ?? ''))) ? from(hit, span) : undefined;
}

/** "threatened her with a knife", not "her tablets". */
const goesOn = new Set(['', 'with', 'on', 'at', 'in', 'and', 'to', 'when', 'again', 'by', 'for', 'last', 'yesterday', 'today']);

/** "A woman at the bus stop told Edie her husband …": not "told her he would kill her", nor "told her to leave him" or "that he saw it". */
export function toldOfThemselves(tokens: readonly Token[], part: Span, { last }: Span): Span | undefined {
  const hearer = tokens[last + 1]?.plain ?? '';
  if (speakers.has(hearer)) return undefined;
  const span = after(tokens, part, { first: last, last: last + 1 });
  return span && !wordsOf(tokens, span).some((word) => speakers.has(word) || threats.has(word)) ? span : undefined;
}
const threats = new Set(['to', 'would', 'will', 'going', 'about', 'saw', 'sees', 'seen', 'heard', 'hears', 'thinks', 'thought', 'knows', 'knew', 'worried', 'noticed']);

/** "It's his friend that the loan sharks are after": not "it's her friend who takes her pension", nor "it's her nephew who is ringing, he …". */
export function ofAnother(tokens: readonly Token[], part: Span, hit: Span): Span | undefined {
  const span = after(tokens, part, hit);
  if (!span) return undefined;
  const words = wordsOf(tokens, span);
  return words.some((word, at) => ours.has(word) && words[at - 1] !== 'not') ? undefined : from(hit, span);
}

/** "Plan on the fridge: no heating, ring the landlord; chest pain, 999." Somebody of the note, or nothing that is to be done, makes it none. */
export function planned(tokens: readonly Token[], parts: readonly Span[], at: number, { last }: Span): Span | undefined {
  const part = parts[at]!;
  for (let first = last + 1; first <= min(part.last, last + mostBetween); first++) {
    if (!tokens[first]!.before.includes(':')) continue;
    if (!isToBeDone(tokens, { first, last: part.last })) return undefined;
    let to = part.last;
    for (let next = at + 1; next < parts.length && next <= at + mostSentences && isToBeDone(tokens, parts[next]!); next++) to = parts[next]!.last;
    return { first, last: to };
  }
  return undefined;
}

function isToBeDone(tokens: readonly Token[], span: Span): boolean {
  const words = wordsOf(tokens, span);
  return words.some((word) => instructions.has(word)) && !words.some((word, at) => others.has(word) && words[at - 1] !== 'if') && !words.some((word) => done.has(word));
}
const done = new Set(['called', 'rang', 'rung', 'phoned', 'has', 'had', 'was', 'were', 'is', 'said', 'says', 'reports', 'now', 'today', 'tonight', 'since', 'please', 'asap', 'me', 'wants']);
