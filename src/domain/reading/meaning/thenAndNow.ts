/**
 * What was long ago goes on being long ago: "When she lost the farm in '97 she took to her bed. She could not eat."
 * Notes tell of the visit in the past tense too, so it goes on only from a sentence that opens with the time, over
 * sentences that tell in the past, and never over "now", "today", or what was said or seen at the visit.
 */
import type { Cue } from '../cues/cue';
import { edgeAt, type Around, type CueHit, type Span } from '../cues/findCues';
import { cueAt, type ToldHit } from '../cues/told';
import type { Token } from '../words/tokens';
import { opensClause } from '../cues/walk';
import { yearsIn } from './years';

/** Sentences over which it goes on. */
const mostSentences = 4;
/** Words of a sentence within which a time opens it. */
const opening = 10;
/** Words after "that was" within which it says when: "That was before the day centre took him, …, in 2019". */
const saidOfIt = 16;
const why = 'long ago';

/** For each sentence the words that say when it was, or undefined. */
export function longAgoIn(tokens: readonly Token[], heard: readonly Around[], told: readonly (readonly ToldHit[])[]): readonly (Cue | undefined)[] {
  let then: Cue | undefined;
  let left = 0;
  return heard.map((around, at) => {
    const opened = isOfNow(around) || isOfLate(around) ? undefined : openingTime(around);
    if (opened) {
      then = cueAt(tokens, opened, 'then', why);
      left = mostSentences;
    } else if (!then || left === 0 || !goesOnWith.has(around.word(around.from)) || !isToldOfThen(around)) then = undefined;
    left -= 1;
    const back = isOfNow(around) ? undefined : datedBack(heard, told, at);
    return then ?? (back && cueAt(tokens, back, 'then', why));
  });
}

/** It speaks of how things are. */
export const isOfNow = ({ cues, from, to, is }: Around): boolean => {
  if (cues.some(({ cue }) => cue.means === 'present')) return true;
  for (let at = from; at <= to; at++) if (is('pastNow', at)) return true;
  return false;
};

/** "In 2001, and last Tuesday again": it tells of these days too. */
function isOfLate({ from, to, word }: Around): boolean {
  for (let at = from; at <= to; at++) if (word(at) === 'yesterday' || (word(at) === 'last' && lately.has(word(at + 1)))) return true;
  return false;
}
const lately = new Set(['night', 'week', 'weekend', 'month', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** A time that opens the sentence, or the clause that opens it: "Back in the eighties he …", "When she lost the farm in 1997 she …". */
function openingTime(around: Around): Span | undefined {
  return [...around.cues.filter(isLongAgo), ...yearsIn(around)].find((hit) => hit.first - around.from < opening && !['since', 'from'].includes(around.word(hit.first - 1)) && (opensClause(around, hit) || isInOpening(around, hit)));
}

const begins = new Set(['when', 'after', 'before', 'while', 'during', 'once', 'at', 'throughout']);

function isInOpening(around: Around, { first }: Span): boolean {
  if (!begins.has(around.word(around.from))) return false;
  for (let at = around.from + 1; at < first; at++) if (around.tokens[at]!.before.includes(',')) return false;
  return true;
}

/** "In 1979 she moved here. A man …" may be news of today. */
const goesOnWith = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'i', 'we', 'my', 'then', 'and', 'that', 'there', 'never', 'no', 'not', 'nobody', 'could', 'was', 'had', 'after', 'when', 'once', 'took', 'spent', 'back']);

/** "I can not feel my arm": who tells of then tells of it otherwise. */
const ofNow = new Set(['am', 'is', 'are', 'can', 'will']);
const whoDoes = new Set(['he', 'she', 'it', 'who']);
/** "She swallows things", not "she says". */
const doesNow = ({ word, is }: Around, at: number): boolean => whoDoes.has(word(at - 1)) && /[^us]s$/.test(word(at)) && word(at) !== 'was' && !is('reporting', at);

/** Told in the past, and not of the visit. */
export function isToldOfThen(around: Around): boolean {
  if (isOfNow(around)) return false;
  let isPast = false;
  for (let at = around.from; at <= around.to; at++) {
    if (around.is('visiting', at) || ofNow.has(around.word(at)) || doesNow(around, at)) return false;
    if (around.is('pasts', at) || /..ed$/.test(around.word(at))) isPast = true;
  }
  return isPast;
}

/** "That was in 1979.", "That is long gone.": said of the sentence before, or of the one before that when it is told on. */
function datedBack(heard: readonly Around[], told: readonly (readonly ToldHit[])[], at: number): Span | undefined {
  const next = heard[at + 1];
  if (!next) return undefined;
  const own = endOf(next, told[at + 1]!);
  return own ?? (isToldOfThen(next) && heard[at + 2] ? goneIn(heard[at + 2]!, told[at + 2]!) : undefined);
}

const goneIn = (next: Around, told: readonly ToldHit[]): Span | undefined => told.find(({ kind, first }) => kind === 'gone' && first - next.from < opening && ![1, 2].some((back) => ['not', 'never', 'hardly'].includes(next.word(first - back))));

function endOf(next: Around, told: readonly ToldHit[]): Span | undefined {
  const that = told.find(({ kind, first }) => kind === 'thatWas' && first - next.from <= 1);
  const time = that && [...next.cues.filter(isLongAgo), ...yearsIn(next)].find(({ first, last }) => last >= that.last && first - that.last < saidOfIt);
  return goneIn(next, told) ?? liftedIn(next, told) ?? (time && that) ?? yearAlone(next);
}

/** "I still do.": in a few words next to what was told of then. */
export function stillIn(tokens: readonly Token[], parts: readonly Span[]): readonly (Cue | undefined)[] {
  return parts.map((_, at) => {
    const next = parts[at + 1];
    if (!next || next.last - next.first > mostStill) return undefined;
    for (let place = next.first; place < next.last; place++) if (tokens[place]!.plain === 'still' && goesOn.has(tokens[place + 1]!.plain) && (place + 1 === next.last || /[,;]/.test(tokens[place + 2]!.before))) return cueAt(tokens, { first: place, last: place + 1 }, 'still-is', 'it goes on');
    return undefined;
  });
}
const mostStill = 7;
const goesOn = new Set(['do', 'does', 'is', 'are', 'am', 'has', 'have']);

/** "It lifted.": a sentence or clause of its own, and nothing in it that is back. */
function liftedIn(next: Around, told: readonly ToldHit[]): Span | undefined {
  const hit = told.find(({ kind, first }) => kind === 'lifted' && first === next.from);
  if (!hit || told.some(({ kind }) => kind === 'backAgain') || !(hit.last === next.to || (edgeAt(next, hit.last + 1) !== 'none'))) return undefined;
  return hit;
}

/** "…every Friday. 1948." */
const yearAlone = (next: Around): Span | undefined => (next.to - next.from < 2 ? yearsIn(next)[0] : undefined);

const isLongAgo = ({ cue }: CueHit): boolean => cue.means === 'past' && cue.over === 'dated' && cue.isLongAgo === true;
