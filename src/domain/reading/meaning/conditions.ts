/** "if", safety advice and "asked about": what may happen or was asked, not what was said. */
import { beginsClause, edgeAt, hasCue, type Around, type CueHit } from '../cues/findCues';
import { beginsOfSomebody } from '../cues/walk';

const mostWords = 50;

/**
 * Does an "if" hold for the mention? In its own clause only: "if he leaves I will end it" says what somebody will do.
 * "if I drink …" is about every day, unless help is named near it: "I will ring them if I feel like that".
 */
export function conditionHolds(around: Around, hit: CueHit): boolean {
  const { span } = around;
  if (span.first - hit.last - 1 > mostWords) return false;
  if ((hit.cue.needsHelp || around.word(hit.last + 1) === 'i') && !namesHelp(around, hit)) return false;
  for (let at = hit.last + 1; at <= span.first; at++) if (isMainClause(around, at) || isTakenAsSo(around, hit, at) || (at > hit.last + 1 && isMainSubject(around, at))) return false;
  for (let at = span.first + 1; at <= span.last; at++) if (beginsClause(around, at) && edgeAt(around, at) === 'none' && !openers.has(around.word(at - 1))) return false;
  return !isOnlyIfNot(around, hit);
}
/** "If he's had a drink he hits her": the words themselves hold what will be done; "and he", "who he" go on with the "if". */
const openers = new Set(['and', 'or', 'nor', 'that', 'who', 'whom', 'which', 'what', 'when', 'where', 'because', 'before', 'after', 'until', 'while']);

const hearers = new Set(['someone', 'somebody', 'anyone', 'anybody', 'people', 'them', 'everyone', 'everybody', 'police']);
const telling = new Set(['told', 'tell', 'tells', 'telling']);
const hearing = new Set(['hear', 'hears', 'heard', 'see', 'sees', 'saw']);

/** "if I told someone that he …", "if they find out he …", "if they hear him …": it is so, whoever comes to know of it. */
function isTakenAsSo({ word, is }: Around, { last }: CueHit, at: number): boolean {
  if (telling.has(word(at - 2)) && hearers.has(word(at - 1))) return word(at) === 'that' || word(at) === 'what' || is('subjects', at);
  if (word(at - 1) === 'out' && ['find', 'finds', 'found'].includes(word(at - 2))) return word(at) === 'that' || is('subjects', at);
  return hearing.has(word(at - 1)) && at - 2 > last && is('objects', at) && word(last + 1) !== 'you';
}

/** "She would be fine if he did not …": it is so, and would be better otherwise. */
export const isWishedAway = (around: Around): boolean => around.cues.some((hit) => hit.cue.over === 'condition' && hit.last < around.span.first && isOnlyIfNot(around, hit));

function isOnlyIfNot(around: Around, { cue, first, last }: CueHit): boolean {
  const { word, span, from, to } = around;
  if (cue.over !== 'condition' || word(last) !== 'if' || !denies(around, last)) return false;
  for (let at = from; at <= to; at++) if ((at < first || at > span.last) && word(at) === 'would') return true;
  return false;
}

function denies({ word, span }: Around, last: number): boolean {
  for (let at = last + 2; at <= span.last; at++) {
    const isNot = word(at) === 'not' && ['did', 'was', 'were', 'had', 'would'].includes(word(at - 1));
    if (isNot || (word(at) === 'stop' && word(at - 1) === 'would') || word(at) === 'stopped') return true;
  }
  return false;
}

/** "…, ring", "then", "but": what is to be done has begun. */
function isMainClause(around: Around, at: number): boolean {
  return isCleft(around, at) || (edgeAt(around, at) === 'comma' && around.is('asking', at)) || around.word(at) === 'then' || around.word(at) === 'but' || isDone(around, at) || isReported(around, at) || breaksOff(around, at);
}

/** "It's only if I answer back that he …". */
function isCleft({ word, is, from }: Around, at: number): boolean {
  if (word(at) !== 'that' || !is('subjects', at + 1)) return false;
  for (let back = at - 2; back >= Math.max(from, at - 10); back--) if (['if', 'when'].includes(word(back))) return (['only', 'just', 'always'].includes(word(back - 1)) && word(back - 2) === 'is') || (word(back - 1) === 'is' && word(back - 2) === 'it');
  return false;
}

/** "if he leaves I …": the second subject begins what will be done, unless "or" or "and" joins it to the "if". */
function isMainSubject(around: Around, at: number): boolean {
  const edge = edgeAt(around, at);
  if (edge === 'stop') return !isList(around, at);
  if (edge === 'comma') return around.is('subjects', at);
  return beginsClause(around, at) && around.word(at - 1) !== 'or' && around.word(at - 1) !== 'and';
}

/** Help or advice near an "if": advice holds even for words that are no denial in themselves. */
export function namesHelp(around: Around, { first, last }: CueHit): boolean {
  for (let at = Math.max(around.from, first - 14); at <= Math.min(around.to, last + 20); at++) if (at !== around.span.first && around.is('helping', at)) return true;
  return false;
}

/** "- SI" below "Safety net:" and things in brackets still belong to the advice. */
const isList = ({ tokens }: Around, at: number): boolean => /[()[\]\u2022\u2192/]/.test(tokens[at]!.before) || /\s[-\u2013\u2014]\s/.test(tokens[at]!.before);

/** "ring if it gets worse, and she said it had". */
const isReported = (around: Around, at: number): boolean => around.word(at) === 'and' && around.is('subjects', at + 1) && ['said', 'says', 'told', 'tells'].includes(around.word(at + 2));

/** "advised to ring as she is suicidal": a reason is no advice. */
const breaksOff = (around: Around, at: number): boolean => ['because', 'as', 'since', 'due'].includes(around.word(at)) && hasCue(around, at, 'ends');

/** Advice goes on to the end of the sentence, until somebody does something: "…, she has taken …". */
export function adviceHolds(around: Around, hit: CueHit): boolean {
  for (let at = hit.last + 1; at <= around.span.first; at++) {
    if (at - hit.last > mostWords || breaksOff(around, at)) return false;
    if (at > hit.last + 1 && edgeAt(around, at) === 'comma' && around.is('subjects', at) && !around.is('asking', at + 1)) return false;
    if (around.word(at) === 'but' || isDone(around, at) || isLookedAtAgain(around, at)) return false;
  }
  return true;
}

/** "ring if he is muddled, so I rang". */
const isDone = (around: Around, at: number): boolean => around.word(at) === 'so' && around.is('subjects', at + 1);

/** "Crisis plan reviewed: wants to die": a plan was looked at again, and what follows is how things are. */
const isLookedAtAgain = (around: Around, at: number): boolean => lookedAt.has(around.word(at - 1)) && edgeAt(around, at) !== 'none' && !(ifs.has(around.word(at)) || around.is('asking', at));
const ifs = new Set(['if', 'when', 'should', 'whenever', 'how', 'what', 'who']);
const lookedAt = new Set(['reviewed', 'revisited', 'updated', 'refreshed', 'checked', 'looked']);

/** "asked about X and Y", "asked if she was X": not "asked, and she drinks". */
export function askedHolds(around: Around, hit: CueHit): boolean {
  for (let at = hit.last + 1; at <= around.span.first; at++) {
    const isFirst = at === hit.last + 1;
    const edge = edgeAt(around, at);
    if (at - hit.last > 15 || edge === 'stop' || edge === 'colon' || hasCue(around, at, 'ends')) return false;
    if (!isFirst && around.is('subjects', at)) return false;
    if (!isFirst && edge === 'comma' && (around.is('telling', at) || (beginsOfSomebody(around, at) && (!around.is('owners', at) || around.people.some(({ first }) => first === at + 1))))) return false;
  }
  return true;
}

const storyWords = 20;

/** A story goes on until somebody else is spoken of: "a film about a man who …", not "… and she". */
export function storyHolds(around: Around, hit: CueHit): boolean {
  if (around.span.first - hit.last > storyWords) return false;
  for (let at = hit.last + 1; at <= around.span.first; at++) {
    const isJoined = edgeAt(around, at) === 'comma' || around.word(at - 1) === 'and';
    if (edgeAt(around, at) === 'stop' || around.word(at) === 'but' || (isJoined && (around.is('subjects', at) || around.is('telling', at)))) return false;
  }
  return true;
}
