/** "in 1998": nothing here knows what year it is, so only years count that were well over when this was written. */
import type { CueRule } from './cues';
import { edgeAt, type Around, type CueHit } from './findCues';
import { datedHolds } from './walk';

const longAgo = /^(?:19\d\d|200\d|201\d|202[0-3])s?$/;

const rule: CueRule = { id: 'year', means: 'past', stands: 'around', over: 'dated', isLongAgo: true, why: 'long ago', says: ['in #'] };

const within = new Set(['in', 'until', 'till', 'by', 'before', 'during', 'around', 'about']);

/** The year that the mention's clause names, unless it says since when it has been so. */
export function yearCue(around: Around): CueHit | undefined {
  for (let at = around.from; at <= around.to; at++) {
    if (!longAgo.test(around.word(at)) || (at >= around.span.first && at <= around.span.last)) continue;
    const before = around.word(at - 1);
    if (before === 'since' || before === 'from') continue;
    const hit = { cue: rule, first: within.has(before) ? at - 1 : at, last: at };
    if (datedHolds(around, hit) || isLatest(around, hit)) return hit;
  }
  return undefined;
}

const latest = new Set(['last', 'latest', 'recent']);
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
