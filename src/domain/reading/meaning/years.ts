/** "in 1998": nothing here knows what year it is, so only years count that were well over when this was written. */
import type { CueRule } from '../cues/cues';
import { edgeAt, type Around, type CueHit } from '../cues/findCues';
import { datedHolds } from '../cues/walk';

const longAgo = /^(?:19\d\d|200\d|201\d|202[0-3])s?$/;
/** "'97": two figures after an apostrophe. */
const shortened = /^(?:[3-9]\d|[01]\d|2[0-3])s?$/;

const rule: CueRule = { id: 'year', means: 'past', stands: 'around', over: 'dated', isLongAgo: true, why: 'long ago', says: ['in #'] };

const within = new Set(['in', 'until', 'till', 'by', 'before', 'during', 'around', 'about', 'back', 'of', 'the', 'most', 'much', 'part', 'half', 'all', 'end', 'start', 'winter', 'summer', 'spring', 'autumn', 'early', 'late', 'mid', 'for', 'spent', 'throughout', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'christmas', 'easter']);
/** Words of the time that a year is part of: "for most of the winter of 1984". */
const mostWords = 6;

/** The year that the mention's clause names, unless it says since when it has been so. */
export const yearCue = (around: Around): CueHit | undefined => yearWithin(around) ?? yearsIn(around).find((hit) => !isOvertaken(around, hit) && (datedHolds(around, hit) || isLatest(around, hit) || tellsOn(around, hit) || goesOnWith(around, hit) || sumsUp(around, hit) || around.word(hit.first - 1) === 'dated' || isFrom(around, hit.first - 1)));

/** "The shakes, the horrors: this was his detox in 2011.": what was told is summed up. */
function sumsUp(around: Around, { first }: CueHit): boolean {
  const { word, span } = around;
  for (let at = first; at > span.last && first - at <= mostSum; at--) {
    if (sums.has(word(at)) && sumVerbs.has(word(at + 1)) && edgeAt(around, at) !== 'none') return true;
    if (at < first && edgeAt(around, at) !== 'none') return false;
  }
  return false;
}
const mostSum = 8;
const sums = new Set(['this', 'that', 'it', 'all', 'those']);
const sumVerbs = new Set(['was', 'were', 'is', 'would', 'happened', 'being', 'in', 'back']);

/** Among the mention's own words: "came off a ladder in 2012, broke …". */
function yearWithin(around: Around): CueHit | undefined {
  for (let at = around.span.first; at < around.span.last; at++) if (['is', 'this'].includes(around.tokens[at]!.plain)) return undefined;
  for (let at = around.span.first + 1; at <= Math.min(around.span.last, around.to); at++) if ((around.word(at - 1) === 'in' || isEnding.has(around.word(at - 1)) || isOfItsWeather(around, at)) && isYear(around, at)) return { cue: rule, first: at - 1, last: at };
  return undefined;
}

/** "fell in the snow of 2010 and broke …" */
const isOfItsWeather = ({ word }: Around, at: number): boolean => word(at - 1) === 'of' && weathers.has(word(at - 2));
const weathers = new Set(['snow', 'ice', 'floods', 'flood', 'heatwave', 'storm', 'storms', 'winter', 'summer', 'spring', 'autumn', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']);
const isEnding = new Set(['ended', 'finished', 'closed', 'expired', 'spent', 'stopped']);

const isWellOver = /^(?:19\d\d|200\d|201\d|[3-9]\d|0\d|1\d)s?$/;

/** "was evacuated in 1941, slept in a barn": what is told on, verb by verb or place by place, from a time that is long ago. */
function tellsOn(around: Around, { first, last }: CueHit): boolean {
  const { span } = around;
  const isLookedBack = isLookedBackOn(around, first);
  if (last > span.first || span.first - last > toldWords || !isWellOver.test(around.word(last))) return false;
  for (let at = last + 1; at <= span.first; at++) {
    if (edgeAt(around, at) === 'stop' || around.is('pastNow', at) || ofLate.has(around.word(at))) return false;
    if (isSaid(around, at)) at++;
    else if (!isLookedBack && beginsAnew(around, at) && !around.is('pasts', at) && !goesOn.has(around.word(at)) && !/..ing$/.test(around.word(at))) return false;
  }
  return true;
}

/** "Tells of '84: soup kitchens, …", "remembers 1963, …": a memory goes on until "now". */
const isLookedBackOn = ({ word }: Around, first: number): boolean => [first, first - 1].some((at) => looksBack.has(word(at - 1)));
const looksBack = new Set(['tells', 'tell', 'telling', 'told', 'talks', 'talked', 'talking', 'spoke', 'speaks', 'remembers', 'remembered', 'remembering', 'recalls', 'recalled', 'memories', 'reminisced']);

const beginsAnew = (around: Around, at: number): boolean => edgeAt(around, at) === 'comma' || around.word(at - 1) === 'and';
/** ", he says, …" */
const isSaid = (around: Around, at: number): boolean => edgeAt(around, at) === 'comma' && around.is('subjects', at) && ['says', 'said'].includes(around.word(at + 1)) && edgeAt(around, at + 2) === 'comma';
const ofLate = new Set(['last', 'yesterday', 'today', 'tonight', 'again', 'recently', 'lately', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
const goesOn = new Set(['and', 'in', 'on', 'under', 'with', 'at', 'by', 'off', 'out', 'running', 'living', 'sleeping', 'drinking', 'using']);

/** "in 1998, when she had …", "handed back in 2015 with both …", "left in 2015 after he …", "in 2009 hearing …": what happened then. */
function goesOnWith(around: Around, { last }: CueHit): boolean {
  const next = around.word(last + 1);
  if (last + 1 === around.span.first && /..ing$/.test(next)) return true;
  if (last >= around.span.first || around.span.first - last > (next === 'with' ? withWords : toldWords) || !['when', 'where', 'while', 'with', 'after', 'because'].includes(next)) return false;
  for (let at = last + 1; at <= around.span.first; at++) if (edgeAt(around, at) === 'stop' || around.is('pastNow', at) || (at > last + 1 && edgeAt(around, at) === 'comma')) return false;
  return true;
}
const withWords = 4;

/** Words over which it is told on. */
const toldWords = 15;

/** The years named around the mention, each with the words that belong to it: "most of 1984", "in '97". "As in 2010, …" is now. */
export function yearsIn(around: Around): readonly CueHit[] {
  const hits: CueHit[] = [];
  for (let at = around.from; at <= around.to; at++) {
    if (!isYear(around, at) || (at >= around.span.first && at <= around.span.last)) continue;
    const before = around.word(at - 1);
    if (before === 'since' || (before === 'from' && !isFrom(around, at - 1))) continue;
    const first = beginOf(around, at);
    if (around.word(first - 1) !== 'as') hits.push({ cue: rule, first, last: at });
  }
  return hits;
}

/** Any year that was well over, whatever is said of it. */
export function namesYear(around: Around): boolean {
  for (let at = around.from; at <= around.to; at++) if (isYear(around, at)) return true;
  return false;
}

/** "In 1994, and last Tuesday took another": a later time comes between. */
function isOvertaken({ word, span }: Around, { last }: CueHit): boolean {
  for (let at = last + 1; at < span.first; at++) if (days.has(word(at))) return true;
  return false;
}
const days = new Set(['yesterday', 'today', 'tonight', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** "The flag is from 2003." */
const isFrom = ({ word }: Around, at: number): boolean => word(at) === 'from' && ['is', 'was', 'are', 'were', 'dates', 'dated', 'date'].includes(word(at - 1));

function isYear(around: Around, at: number): boolean {
  if (!around.tokens[at]!.number) return false;
  const word = around.word(at);
  return longAgo.test(word) || (shortened.test(word) && /['\u2018\u2019`]$/.test(around.tokens[at]!.before));
}

function beginOf(around: Around, at: number): number {
  let begin = at;
  while (begin > around.from && at - begin < mostWords && within.has(around.word(begin - 1)) && (begin - 1 < around.span.first || begin - 1 > around.span.last) && ['none', 'quote'].includes(edgeAt(around, begin))) begin--;
  return begin;
}

const latest = new Set(['last', 'latest', 'recent', 'ended', 'finished', 'finish', 'stopped', 'over', 'which']);
const latestWords = 4;

/** "…, most recent 2011", "…, last one in 2011": of what was named before it, over a comma. */
function isLatest(around: Around, { first }: CueHit): boolean {
  const { last } = around.span;
  if (first <= last || first - last > 8) return false;
  for (let at = first; at > last; at--) {
    if (edgeAt(around, at) === 'stop') return false;
    if (first - at <= latestWords && latest.has(around.word(at))) return true;
  }
  return false;
}
