/**
 * Whose it is: the nearest subject before the mention. The person, unless a relative, a friend or a neighbour is the
 * subject. A relative as an object is none ("misses her brother and …"), and what a relative reports is the person's.
 */
import type { PeopleRule } from '../cues/cues';
import { edgeAt, hasCue, type Around, type PersonHit } from '../cues/findCues';
import { endsAsParticiple, startsWithFigure } from '../people/grammarWords';
import { hasOwner, isAside, isSubject, phraseStart } from '../people/kinPhrase';
import { isOnCaseload } from '../people/onCaseload';
import { isNumeral, ownerOf, personOf, points, type Person } from '../people/pronouns';
import { isColleague, isToldTo } from '../people/toldTo';
import type { Spoken } from './spoken';
import { whoseClass } from '../people/whoseClass';
import { wordSet } from '../words/wordSet';

export type Somebody = { readonly hit: PersonHit; readonly whose: PeopleRule['whose'] };

/** What is known while the words before the mention are read. */
type Reading = {
  /** Undefined while it is the person. */
  subject?: PersonHit;
  /** The last relative named in any part, for "his" and "he". */
  named?: PersonHit;
  /** The subject's own verb, once it has come. */
  verb?: string;
  person?: Person;
  /** Nobody of ours, who tells of something: "a regular told him he …". */
  teller?: { readonly hit: PersonHit; readonly at: number };
  /** Of whom the sentences before speak. */
  spoken?: Spoken;
};

/** The somebody whose it is, or undefined when it is the person's own or may be. `isPast`: it is told of the past; `spoken`: of whom the sentences before speak. */
export function whoseItIs(around: Around, isPast: boolean, spoken?: Spoken): Somebody | undefined {
  if (!spoken && !isAnybodyBefore(around)) return undefined;
  const reading = readUpTo(around, spoken);
  meetBoundary(around, around.span.first, reading);
  meetOwnWords(around, reading);
  if (isObject(around, reading)) return undefined;
  const hit = subjectOf(around, reading) ?? (reading.subject ? undefined : ownerOfIt(around, reading));
  if (!hit || (!isPast && isCallersOwn(around, hit, reading))) return undefined;
  return { hit, whose: hit === spoken?.hit ? spoken.whose : whoseClass(around, hit) };
}

/** Somebody is named before the mention; most mentions have nobody there. */
const isAnybodyBefore = ({ people, span }: Around): boolean => people.some(({ first }) => first < span.first);

function readUpTo(around: Around, spoken: Spoken | undefined): Reading {
  const reading: Reading = spoken ? { named: spoken.hit, spoken, ...(spoken.person ? { person: spoken.person } : {}) } : {};
  const { people } = around;
  for (let at = around.from, next = 0; at < around.span.first; ) {
    while (next < people.length && people[next]!.first < at) next++;
    const kin = people[next]?.first === at ? people[next] : undefined;
    if (kin) meetKin(around, kin, reading);
    else meetWord(around, at, reading);
    at = kin ? kin.last + 1 : at + 1;
  }
  return reading;
}

/** "husband died in june …": somebody who is gone does nothing any more, but "died of …" and "left an abusive marriage" are theirs. */
function subjectOf(around: Around, reading: Reading): PersonHit | undefined {
  return reading.subject && hasGone(around, reading) && !hasCause(around, reading.subject) && !(around.is('bonds', around.span.last) || around.is('bonds', around.span.last + 1)) ? undefined : reading.subject;
}

/** A caller says "Mum hasn't eaten": the person is their mum. "Her mum", "Mum and Dad" and "Mum died of …" are somebody else. */
function isCallersOwn(around: Around, hit: PersonHit, reading: Reading): boolean {
  const { first, last } = hit;
  if (isSpokenFor(around, hit) || isIntroduced(around, hit) || isOnCaseload(around.word, first + 1)) return true;
  if (!around.is('callersWords', first) || first !== last || hasOwner(around, hit) || around.tokens[first - 1]?.possessive === true || hasGone(around, reading)) return false;
  const isAlone = around.people.every((other) => other === hit || (around.word(other.last + 1) !== 'and' && around.word(other.first - 1) !== 'and'));
  return isAlone && ((around.is('verbs', last + 1) && around.word(last + 1) !== 'with') || around.tokens[last]!.possessive);
}

/** "Her brother makes her suicidal": the person is the object. */
function isObject(around: Around, { named, person }: Reading): boolean {
  const at = around.span.first - 1;
  if (!around.is('objects', at) || (named && points(around, at, named, person))) return false;
  return around.is('verbs', at - 1) || around.is('reporting', at - 1) || around.word(at - 1).endsWith('s') || around.word(at - 1).endsWith('ed');
}

/** "Spoke to a lady who …", "Supporting a chap who …": with these a note brings in whom it is about. */
function isIntroduced({ word, from }: Around, { first }: PersonHit): boolean {
  if (from !== 0 || first === 0 || first > mostOfOpening || !opensNote.has(word(0))) return false;
  for (let at = 1; at < first; at++) if (!opensNote.has(word(at)) && !besideOpening.has(word(at))) return false;
  return true;
}
const mostOfOpening = 5;
const opensNote = wordSet('spoke speaking supporting support met meeting saw seen seeing visited visiting visit rang ringing called calling call tc phoned phone helping working assessed allocated contact contacted');
const besideOpening = wordSet('to with from by today yesterday call home first new up on the');

/** "My husband he has pain", "Uncle suddenly …": whom a caller calls about. */
function isSpokenFor(around: Around, hit: PersonHit): boolean {
  if (hit.person.whose === 'somebody') return false;
  const next = hit.last + 1;
  if (around.word(next) === 'suddenly') return phraseStart(around, hit) === around.from;
  return around.word(phraseStart(around, hit)) === 'my' && ['he', 'she'].includes(around.word(next)) && ['is', 'has', 'have', 'can', 'say', 'says', 'not'].includes(around.word(next + 1));
}

/** The mention's own subject, if it has one: "says he is a burden". */
function meetOwnWords(around: Around, reading: Reading): void {
  const { first, last } = around.span;
  for (let at = first; at <= Math.min(last, first + 1); at++) if (around.is('subjects', at)) return meetPronoun(around, at, reading);
}

/** "worried about her brother's drinking", "helps her brother with his drinking". */
function ownerOfIt(around: Around, { named, person }: Reading): PersonHit | undefined {
  const { span } = around;
  const first = [span.first - 1, span.first - 2, span.first].find((at) => around.is('owners', at));
  if (named && first !== undefined && first > named.last && points(around, first, named, person)) return named;
  const owner = around.people.findLast(({ last }) => last < span.first);
  if (!owner || !around.tokens[owner.last]!.possessive || span.first - owner.last > 4) return undefined;
  for (let at = owner.last + 1; at <= span.first; at++) if (edgeAt(around, at) !== 'none' || around.is('joining', at) || (at < span.first && around.is('subjects', at))) return undefined;
  return owner;
}

/** A relative is met: as the subject of what follows, or as an object. */
function meetKin(around: Around, kin: PersonHit, reading: Reading): void {
  if (kin.person.isOwnedOnly && !hasOwner(around, kin)) return;
  meetBoundary(around, phraseStart(around, kin), reading);
  reading.person ??= ownerOf(around, kin.first);
  if (isToldTo(around, kin)) return;
  if (!isColleague(around, kin)) reading.named = kin;
  if (around.tokens[kin.last]!.possessive && !isContracted(around, kin)) return;
  if (!isSubject(around, kin, reading.subject !== undefined)) return;
  reading.subject = kin;
  delete reading.verb;
}

/** "her brother's taking tablets" is the brother; "her brother's house" is not. */
const isContracted = (around: Around, { last }: PersonHit): boolean => last + 1 < around.span.first && (around.is('verbs', last + 1) || endsAsParticiple(around.word(last + 1)));

function meetWord(around: Around, at: number, reading: Reading): void {
  meetBoundary(around, at, reading);
  if (around.is('subjects', at) && !around.tokens[at]!.possessive && !isNumeral(around, at)) return meetPronoun(around, at, reading);
  if (!reading.subject && reading.named && ['both', 'one', 'all'].includes(around.word(at)) && edgeAt(around, at) === 'comma') reading.subject = reading.named;
  if (!reading.subject) return;
  if (around.is('departing', at) || (reading.verb === undefined && around.is('verbs', at))) reading.verb = around.word(at);
  if (around.is('reporting', at) && at - reading.subject.last <= 4 && !isPassive(around, at) && !isNaming(around, at, reading.subject)) {
    if (reading.subject.person.isRemote === true && !isToldToUs(around, at)) reading.teller = { hit: reading.subject, at };
    delete reading.subject;
  }
}

/** Words after the telling within which it is of the teller. */
const tellerWords = 3;

/** "A chap told me he is …" may be news of the person; "told her he …" is not. */
const isToldToUs = ({ word }: Around, at: number): boolean => ['me', 'us'].includes(word(at + 1));

/** "a neighbour called Pat", not "neighbour called". */
const isNaming = (around: Around, at: number, { first, last }: PersonHit): boolean => around.word(at) === 'called' && at === last + 1 && ['a', 'an', 'one'].includes(around.word(first - 1));

/** "was found to have", not "was worried that". */
const isPassive = (around: Around, at: number): boolean => !['worried', 'concerned'].includes(around.word(at)) && [1, 2].some((back) => ['was', 'were', 'been', 'is', 'being'].includes(around.word(at - back)));

function meetPronoun(around: Around, at: number, reading: Reading): void {
  if (reading.teller && at - reading.teller.at <= tellerWords && ['he', 'she', 'they'].includes(around.word(at)) && agrees(around.word(at), reading.teller.hit)) reading.subject = reading.teller.hit;
  else if (reading.named && (isOfTheTopic(around, at, reading) || points(around, at, reading.named, reading.person))) reading.subject = reading.named;
  else delete reading.subject;
  const person = reading.named ? undefined : personOf(around, at);
  if (person) reading.person = person;
}

/** Nobody else is spoken of: "The organist fell. She …". */
const isOfTheTopic = (around: Around, at: number, { named, spoken }: Reading): boolean => spoken?.isTopic === true && named === spoken.hit && ['he', 'she', 'they'].includes(around.word(at)) && agrees(around.word(at), spoken.hit);

const agrees = (word: string, { person: { are } }: PersonHit): boolean => are === 'either' || word === 'they' || (word === 'he') === (are === 'male');

/** Where a clause ends, a relative may stop being the subject. */
function meetBoundary(around: Around, at: number, reading: Reading): void {
  if (reading.subject && endsSubject(around, at, reading, reading.subject)) delete reading.subject;
}

function endsSubject(around: Around, at: number, reading: Reading, subject: PersonHit): boolean {
  const edge = edgeAt(around, at);
  if (at <= subject.last + 1) return at > subject.last && edge === 'comma' && around.word(at) !== 'who' && !isAside(around, at);
  if (edge === 'stop') return !staysOverBracket(around, at, subject);
  if (edge === 'comma' && reading.spoken?.isTopic && reading.spoken.hit === subject) return false;
  if (edge === 'comma' && !goesOverComma(around, at, reading, subject)) return true;
  if (edge === 'colon' || around.word(at) === 'personal' || (around.is('turning', at) && hasCue(around, at, 'ends'))) return true;
  if (around.word(at) === 'and') return hasGone(around, reading) && endsAtAnd(around, at, subject);
  return reading.verb !== undefined && around.word(at - 1) !== 'and' && around.is('restarting', at);
}

/** "Her brother (42) drinks": after the bracket the brother goes on, unless he was named inside it. */
function staysOverBracket(around: Around, at: number, subject: PersonHit): boolean {
  const marks = around.tokens[at]!.before;
  if (/[([]/.test(marks)) return true;
  return /[)\]]/.test(marks) && !/[([]/.test(around.tokens[phraseStart(around, subject)]!.before);
}

/** "Her husband died and is …" is the person; "mother died of stroke and cancer", "… and was a smoker" are hers. */
function endsAtAnd(around: Around, at: number, subject: PersonHit): boolean {
  const isNext = around.people.some(({ first }) => first === at + 1);
  if ((isNext && !around.is('now', at + 1)) || around.is('having', at + 1) || around.word(at + 1) === 'was') return false;
  for (let before = subject.last + 1; before < at; before++) if (around.is('causing', before)) return around.is('telling', at + 1);
  return true;
}

/** After a comma, the relative stays the subject of a list of what they had, and after "who …,". */
function goesOverComma(around: Around, at: number, { verb }: Reading, subject: PersonHit): boolean {
  const [next, word] = [subject.last + 1, around.word(at)];
  const isAfterAside = edgeAt(around, next) === 'comma';
  if (word === 'who' || word === 'age' || isAside(around, at) || (isAfterAside && around.word(next) === 'who')) return true;
  if (around.is('subjects', at)) return false;
  if (isAfterAside && verb === undefined) return true;
  if (around.word(next) === 'is' && startsWithFigure(around.word(next + 1))) return !around.is('telling', at);
  const isTheirs = hasCause(around, subject);
  if (['which', 'and', 'or'].includes(word)) return isTheirs || !isDeparture(around, verb);
  return (isTheirs || isHaving(around, verb)) && !around.is('restarting', at) && !['is', 'lives', 'drinks', 'takes', 'drinking'].includes(word);
}

const isDeparture = (around: Around, verb: string | undefined): boolean => verb !== undefined && around.has('departing', verb);
const isHaving = (around: Around, verb: string | undefined): boolean => verb !== undefined && around.has('having', verb);
const hasGone = (around: Around, { verb, subject }: Reading): boolean => isDeparture(around, verb) || (subject !== undefined && isDead(around, subject));

/** "Her friend in Leeds is dead and she …". */
function isDead(around: Around, { last }: PersonHit): boolean {
  for (let at = last + 1; at <= Math.min(around.span.first - 1, last + 6); at++) if (['dead', 'buried', 'gone'].includes(around.word(at))) return true;
  return false;
}

/** "died of …", "passed away from …": words within which the cause is named. */
const causeWords = 8;

function hasCause(around: Around, { last }: PersonHit): boolean {
  if (!around.is('deaths', last + 1)) return false;
  for (let on = 2; on <= causeWords; on++) if (around.is('causing', last + on)) return true;
  return false;
}
