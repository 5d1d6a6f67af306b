/** Walks from a cue to the mention and says whether the cue still holds there. Each walk is bounded by the window around the mention. */
import type { CueRule } from './cues';
import { beginsClause, edgeAt, hasCue, type Around, type CueHit } from './findCues';

/** Words that a list may take ("no fever, chills, nausea or …"), and words that one phrase may take. */
const listWords = 45;
const itemWords = 6;
const phraseWords = 12;

/** A cue that reaches over the items of a list that follows it: "denies X, Y or Z". A clause of its own ends it, and so does what is too long for an item. */
export function listHolds(around: Around, hit: CueHit): boolean {
  const { span } = around;
  if (span.first - hit.last - 1 > listWords) return false;
  let itemFrom = hit.last + 1;
  for (let at = hit.last + 1; at <= span.first; at++) {
    const isNext = at === hit.last + 1;
    const edge = edgeAt(around, at);
    if (edge === 'stop' || (edge === 'colon' && !isNext)) return false;
    if (edge === 'comma') {
      if (isNext || around.word(at) === 'with') return false;
      if (at - itemFrom > itemWords && !goesOnWithOr(around, at)) return false;
      itemFrom = at;
    }
    if (isBreak(around, at, isNext)) return false;
    if (!isNext && around.is('telling', at) && isFreshVerb(around, at)) return false;
  }
  if (isOfSomethingGiven(around, hit) || (span.first - itemFrom > itemWords && !goesOnWithOr(around, itemFrom))) return false;
  return itemFrom === hit.last + 1 || !(isSaidOften(around) || isNewItem(around, itemFrom));
}

/** "no operation for her hernia", "no help with his drinking": the hernia is there. */
function isOfSomethingGiven(around: Around, { last }: CueHit): boolean {
  const at = around.span.first - 1;
  return at - 1 > last && around.is('owners', at) && around.is('aboutEnds', at - 1);
}

/** "no bedding, toddler on a bare mattress with …": too long for an item, or about somebody. */
function isNewItem(around: Around, itemFrom: number): boolean {
  if (around.people.some(({ first }) => first >= itemFrom && first < around.span.first)) return true;
  let end = around.span.last;
  while (end < around.to && end - itemFrom <= itemWords && edgeAt(around, end + 1) === 'none') end++;
  return end - itemFrom >= itemWords && !goesOnWithOr(around, itemFrom);
}

/** "no family nearby, suicidal most days": how often it is says that it is. */
function isSaidOften(around: Around): boolean {
  const { span } = around;
  const next = span.last + 1;
  return edgeAt(around, next) === 'none' && around.cues.some(({ cue, first }) => first === next && (cue.means === 'often' || cue.means === 'present'));
}

/** Only what an "or" or a stroke joins to the cue: "no food or heating", not "no food, low mood". */
export function isJoined(around: Around, hit: CueHit): boolean {
  const { span } = around;
  const next = hit.last + 1;
  if (span.first - hit.last - 1 > phraseWords || !(around.word(next) === 'or' || around.word(next) === 'nor' || edgeAt(around, next) === 'slash')) return false;
  for (let at = next; at <= span.first; at++) if (['stop', 'colon', 'comma'].includes(edgeAt(around, at)) || isBreak(around, at, false) || around.word(at) === 'and') return false;
  return true;
}

const anybody = new Set(['anyone', 'anybody', 'someone', 'somebody', 'people', 'anything', 'something']);

const helping = new Set(['is', 'are', 'am', 'has', 'have', 'had', 'been', 'will', 'would']);

/** A verb without its own subject: "no plan feels hopeless"; in "denies she has had thoughts" it has one. */
function isFreshVerb(around: Around, at: number): boolean {
  const before = around.word(at - 1);
  return !(around.is('subjects', at - 1) || (helping.has(before) && around.is('subjects', at - 2)) || anybody.has(before) || before === 'or' || before === 'nor' || before === 'that' || before === 'to' || before === 'not');
}

/** A cue that reaches over one phrase: "does not feel like …". "or" takes it on, "and" and a comma do not. */
export function phraseHolds(around: Around, hit: CueHit): boolean {
  const first = hit.last + 1;
  if (around.span.first - first > phraseWords && !goesOnWithOr(around, first)) return false;
  for (let at = first; at <= around.span.first; at++) if (isMarkedOff(around, at, at === first) || isBreak(around, at, at === first) || endsPhrase(around, at, first)) return false;
  return !isTakenAsGiven(around);
}

function isMarkedOff(around: Around, at: number, isNext: boolean): boolean {
  const edge = edgeAt(around, at);
  if (edge === 'comma') return isNext || !goesOnWithOr(around, at);
  return edge === 'stop' || edge === 'colon';
}

/** "and", "with", a verb of its own, or a thought that is whole: "not well suicidal". */
function endsPhrase(around: Around, at: number, first: number): boolean {
  const isBefore = at < around.span.first;
  if (at === first) return isBefore && around.is('wholes', at) && !['or', 'nor', 'to'].includes(around.word(at + 1));
  if (around.word(at) === 'and') return true;
  if (isBefore && around.is('aboutEnds', at) && !around.is('aboutPasses', at - 1)) return true;
  if (!around.is('telling', at) || !isFreshVerb(around, at) || around.is('objects', at - 1)) return false;
  for (let between = first; between < at; between++) if (!around.is('adverbs', between)) return true;
  return false;
}

/** "does not see the drinking as a problem": what is named with "the" or "his" is there. */
function isTakenAsGiven(around: Around): boolean {
  const at = around.span.first - 1;
  return (around.is('owners', at) || ['the', 'this', 'that'].includes(around.word(at))) && !['have', 'has', 'had', 'having', 'got', 'in', 'on', 'at', 'of'].includes(around.word(at - 1));
}

/** A new clause begins here: "but", "because", "and she", "he has". */
function isBreak(around: Around, at: number, isNext: boolean): boolean {
  const { span } = around;
  if (at < span.first && around.cues.some(({ cue, first, last }) => cue.means === 'ends' && first <= at && at <= last && !(isNext && cue.over === 'next'))) return true;
  if (beginsClause(around, at)) return true;
  if (around.word(at) !== 'and' || at >= span.first) return false;
  return beginsAfterAnd(around, at + 1);
}

/** "and she …", "and it …", "and is …": what is said next is said anew. */
const beginsAfterAnd = (around: Around, at: number): boolean => around.is('subjects', at) || around.is('telling', at) || around.is('pastNow', at) || ['it', 'this', 'that', 'there'].includes(around.word(at));

/** An "or" soon after: the commas before it part the items of one list. */
function goesOnWithOr(around: Around, at: number): boolean {
  for (let next = at; next <= Math.min(around.to, at + 14); next++) {
    if (edgeAt(around, next) === 'stop' || (next > at && beginsClause(around, next)) || hasCue(around, next, 'ends')) return false;
    if (around.word(next) === 'or' || around.word(next) === 'nor') return true;
  }
  return false;
}

/** Time in the mention's own clause, before or after it: "in 1998 …", "… years ago", "… every day". */
export function clauseHolds(around: Around, hit: CueHit): boolean {
  return hit.first > around.span.last ? holdsBack(around, hit) : !isToldToItsEnd(around, hit) && holdsOn(around, hit);
}

/** A date is of what was said before it ("widowed ten years ago, not eating"), unless it opens a clause ("ten years ago she …"). */
export const datedHolds = (around: Around, hit: CueHit): boolean => (hit.first > around.span.last ? !isOfTheNext(around, hit) : opensClause(around, hit)) && clauseHolds(around, hit);

/** "He hits her, in 2015 she moved here": it opens what comes next. */
function isOfTheNext(around: Around, { first, last }: CueHit): boolean {
  const begin = around.word(first - 1) === 'in' ? first - 1 : first;
  return edgeAt(around, begin) === 'comma' && ['in', 'back', 'during', 'at'].includes(around.word(begin)) && around.is('subjects', last + 1);
}

/** "confused for two days after her operation in 2015": the year is of both. */
const afterwards = new Set(['after', 'following']);
const mostOfOccasion = 5;

function holdsBack(around: Around, hit: CueHit): boolean {
  const { span } = around;
  if (hit.first - span.last - 1 > phraseWords) return false;
  for (let at = span.last + 1; at <= hit.first; at++) {
    const edge = edgeAt(around, at);
    const isAtCue = at === hit.first;
    if (edge === 'stop' && !(isAtCue && /[([]/.test(around.tokens[at]!.before))) return false;
    if (edge === 'comma' && !isAtCue) return false;
    if (isAtCue) break;
    if (hit.cue.over === 'dated' && afterwards.has(around.word(at)) && hit.first - at <= mostOfOccasion) continue;
    if (hasCue(around, at, 'ends') || beginsClause(around, at)) return false;
    if (around.word(at) === 'and' && beginsAfterAnd(around, at + 1)) return false;
    if (around.is('telling', at) && at > span.last + 1 && around.word(at - 1) !== 'and' && !around.is('subjects', at - 1)) return false;
  }
  return true;
}

function holdsOn(around: Around, hit: CueHit): boolean {
  const { span } = around;
  if (span.first - hit.last - 1 > phraseWords) return false;
  const isOpening = opensClause(around, hit);
  let commas = 0;
  let subjects = 0;
  for (let at = hit.last + 1; at <= span.first; at++) {
    const edge = edgeAt(around, at);
    const after = edge === 'stop' ? bracketEnd(around, at) : undefined;
    if (after !== undefined) {
      at = after - 1;
      continue;
    }
    if (edge === 'stop' && !isBracketEnd(around, at)) return false;
    if (edge === 'comma' && (!isOpening || ++commas > 1 || (subjects > 0 && isSomebodysThen(around, at)))) return false;
    if (at < span.first && isEndedAt(around, at)) return false;
    if (around.is('subjects', at) && (!isOpening || ++subjects > 1) && beginsClause(around, at)) return false;
    if (at < span.first && isNewAfterAnd(around, at)) return false;
  }
  return true;
}

/** "Used to work at the mill, she …": what was is told to its end before the comma. */
function isToldToItsEnd(around: Around, { first, last }: CueHit): boolean {
  if (around.word(first) !== 'used') return false;
  for (let at = last + 3; at <= around.span.first; at++) if (edgeAt(around, at) === 'comma' && (around.is('subjects', at) || beginsOfSomebody(around, at))) return true;
  return false;
}

const isNewAfterAnd = ({ word, is }: Around, at: number): boolean => word(at) === 'and' && (is('pastNow', at + 1) || is('subjects', at + 1));
const isEndedAt = ({ cues }: Around, at: number): boolean => cues.some(({ cue, first, last }) => cue.means === 'ends' && first <= at && at <= last && cue.over !== 'next');

/** "In 2015 she moved here, my daughter …" */
const isSomebodysThen = (around: Around, at: number): boolean => at < around.span.first && beginsOfSomebody(around, at);
/** "my daughter has …", "some lads are …" */
export const beginsOfSomebody = (around: Around, at: number): boolean => (around.is('owners', at) && at < around.span.first) || someone.has(around.word(at));
const someone = new Set(['there', 'some', 'somebody', 'someone']);

/** Words of a remark in brackets: "as a boy (he's 71) …". */
const bracketWords = 5;

function bracketEnd(around: Around, at: number): number | undefined {
  if (!/[([]/.test(around.tokens[at]!.before)) return undefined;
  for (let end = at + 1; end <= Math.min(around.span.first, at + bracketWords); end++) if (isBracketEnd(around, end)) return end;
  return undefined;
}

const isBracketEnd = ({ tokens }: Around, at: number): boolean => /^[)\]] ?$/.test(tokens[at]!.before);

/** "In 1998 she …", "… and years ago he …" */
export function opensClause(around: Around, { first }: Pick<CueHit, 'first'>): boolean {
  return first === around.from || edgeAt(around, first) !== 'none' || around.is('joining', first - 1) || (around.word(first) === 'when' && around.is('reporting', first - 1));
}

/** Near: at most so many words between, nothing else. */
export function isNear(around: Around, hit: CueHit): boolean {
  const most = hit.cue.words ?? 0;
  const [first, last] = hit.first > around.span.last ? [around.span.last + 1, hit.first] : [hit.last + 1, around.span.first];
  if (last - first > most) return false;
  for (let at = first; at <= last; at++) if (!['none', 'slash', 'quote'].includes(edgeAt(around, at)) || hasCue(around, Math.min(at, last - 1), 'ends')) return false;
  return true;
}

/** An answer after what it answers: "SI nil", "drinking: denied", not "SI, nil plan". */
export function closes(around: Around, hit: CueHit): boolean {
  const { span } = around;
  for (let at = span.last + 1; at < hit.first; at++) {
    const isJoined = edgeAt(around, at) === 'slash' || edgeAt(around, at + 1) === 'slash';
    if (at - span.last > 6 || edgeAt(around, at) === 'comma' || (!around.is('fillers', at) && !isJoined)) return false;
  }
  const next = hit.last + 1;
  return next > around.to || edgeAt(around, next) !== 'none' || around.is('closing', next) || around.cues.some(({ first }) => first === next) || around.is('subjects', next);
}

export const isOf = (means: CueRule['means']) => (hit: CueHit): boolean => hit.cue.means === means;
