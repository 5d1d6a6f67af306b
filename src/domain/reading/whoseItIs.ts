/**
 * Whose it is: the nearest subject before the mention. The person, unless a relative, a friend or a neighbour is the
 * subject. A relative as an object is none ("misses her brother and …"), and what a relative reports is the person's.
 */
import type { PeopleRule } from './cues';
import { beginsClause, edgeAt, hasCue, type Around, type PersonHit } from './findCues';
import { whoseClass } from './whoseClass';

export type Somebody = { readonly hit: PersonHit; readonly whose: PeopleRule['whose'] };

/** How far we are in reading the words before the mention. */
type Reading = {
  /** Undefined while it is the person. */
  subject?: PersonHit;
  /** The last relative named in any part, for "his" and "he". */
  named?: PersonHit;
  /** Has the relative's own verb come? */
  verb?: string;
  person?: 'male' | 'female' | 'speaker';
};

/** The somebody whose it is, or undefined when it is the person's own or may be. `isPast`: it is told of the past. */
export function whoseItIs(around: Around, isPast: boolean): Somebody | undefined {
  const { span, from } = around;
  const reading: Reading = {};
  for (let at = from; at < span.first; ) {
    const kin = around.people.find((hit) => hit.first === at);
    if (kin) {
      meetKin(around, kin, reading);
      at = kin.last + 1;
    } else {
      meetWord(around, at, reading);
      at++;
    }
  }
  meetBoundary(around, span.first, reading);
  meetOwnWords(around, reading);
  if (reading.subject && isGone(reading) && !isDeadOf(around, reading.subject)) reading.subject = undefined;
  if (reading.subject && !isPast && isCallersOwn(around, reading)) reading.subject = undefined;
  if (isObject(around, reading)) return undefined;
  const owner = reading.subject ? undefined : ownedBy(around, reading);
  const whose = reading.subject ?? (owner && !isPast && isCallersOwn(around, { subject: owner }) ? undefined : owner);
  return whose && { hit: whose, whose: whoseClass(around, whose) };
}

/** A caller says "Mum hasn't eaten": the person is their mum. "Her mum", "Mum and Dad" and "Mum died of …" are somebody else. */
function isCallersOwn(around: Around, { subject, verb }: Reading): boolean {
  const { first, last, person } = subject!;
  const isBare = !around.is('owners', phraseStart(around, subject!)) && around.is('callersWords', first);
  const isAlone = around.people.every((hit) => hit === subject || (around.word(hit.last + 1) !== 'and' && around.word(hit.first - 1) !== 'and'));
  return isBare && isAlone && person.whose === 'relative' && first === last && (around.is('verbs', last + 1) || around.tokens[last]!.possessive) && !(verb !== undefined && departed.has(verb));
}

/** "Her brother makes her suicidal": the person is the object. */
function isObject(around: Around, { named, person }: Reading): boolean {
  const at = around.span.first - 1;
  return around.is('objects', at) && !(named && points(around, at, named, person)) && (around.is('verbs', at - 1) || around.is('reporting', at - 1) || /(?:s|ed)$/.test(around.word(at - 1)));
}

/** The mention's own subject, if it has one: "says he is a burden". */
function meetOwnWords(around: Around, reading: Reading): void {
  for (let at = around.span.first; at <= Math.min(around.span.last, around.span.first + 1); at++) if (around.is('subjects', at)) return meetPronoun(around, at, reading);
}

/** "worried about her brother's drinking", "helps her brother with his drinking". */
function ownedBy(around: Around, { named, person }: Reading): PersonHit | undefined {
  const { span, tokens } = around;
  const first = [span.first - 1, span.first - 2, span.first].find((at) => around.is('owners', at) && at <= span.first);
  if (named && first !== undefined && first > named.last && points(around, first, named, person)) return named;
  const owner = around.people.findLast(({ last }) => last < span.first);
  if (!owner || !tokens[owner.last]!.possessive || span.first - owner.last > 4) return undefined;
  for (let at = owner.last + 1; at <= span.first; at++) if (edgeAt(around, at) !== 'none' || around.is('joining', at) || (at < span.first && around.is('subjects', at))) return undefined;
  return owner;
}

const male = new Set(['he', 'his', 'him', 'himself']);
const female = new Set(['she', 'her', 'hers', 'herself']);

/** Does "he" or "his" mean this relative? Only when it cannot be the person. */
function points(around: Around, at: number, { person: rule, first }: PersonHit, person: Reading['person']): boolean {
  const word = around.word(at);
  const sex = male.has(word) ? 'male' : female.has(word) ? 'female' : word === 'they' || word === 'their' ? 'many' : undefined;
  const known = person ?? ownerSex(around, first);
  if (sex === undefined || known === undefined || sex === known) return false;
  return rule.are === sex || (rule.are === 'either' && sex !== 'many');
}

/** "her brother": the person is she. */
function ownerSex(around: Around, first: number): Reading['person'] {
  for (let at = first; at >= Math.max(around.from, first - 5); at--) {
    const word = around.word(at);
    if (word === 'her') return 'female';
    if (word === 'his') return 'male';
    if (word === 'my' || word === 'our') return 'speaker';
    if (at < first && !around.is('describers', at)) return undefined;
  }
  return undefined;
}

function meetWord(around: Around, at: number, reading: Reading): void {
  meetBoundary(around, at, reading);
  if (around.is('subjects', at) && !around.tokens[at]!.possessive && !isNumeral(around, at)) return meetPronoun(around, at, reading);
  if (!reading.subject && reading.named && around.word(at) === 'both' && edgeAt(around, at) === 'comma') reading.subject = reading.named;
  if (!reading.subject) return;
  if (reading.verb === undefined && around.is('verbs', at)) reading.verb = around.word(at);
  if (around.is('departing', at)) reading.verb = around.word(at);
  if (around.is('reporting', at) && at - reading.subject.last <= 4) reading.subject = undefined;
}

/** "type I", "bipolar I". */
const isNumeral = (around: Around, at: number): boolean => around.word(at) === 'i' && ['type', 'bipolar', 'stage', 'grade', 'war'].includes(around.word(at - 1));

function meetPronoun(around: Around, at: number, reading: Reading): void {
  const word = around.word(at);
  if (reading.named && points(around, at, reading.named, reading.person)) reading.subject = reading.named;
  else reading.subject = undefined;
  if (reading.named === undefined) reading.person = word === 'i' || word === 'we' ? 'speaker' : around.is('males', at) ? 'male' : around.is('females', at) ? 'female' : reading.person;
}

/** Where a clause ends, a relative may stop being the subject. */
function meetBoundary(around: Around, at: number, reading: Reading): void {
  if (!reading.subject || at <= reading.subject.last + 1) {
    if (reading.subject && at === reading.subject.last + 1 && edgeAt(around, at) === 'comma' && around.word(at) !== 'who' && !isAside(around, at)) reading.subject = undefined;
    return;
  }
  const edge = edgeAt(around, at);
  if (edge === 'stop') reading.subject = staysOverBracket(around, at, reading.subject) ? reading.subject : undefined;
  else if (edge === 'colon') reading.subject = undefined;
  else if (around.word(at) === 'personal') reading.subject = undefined;
  else if (edge === 'comma' && !goesOn(around, at, reading)) reading.subject = undefined;
  else if (['but', 'however', 'although', 'though', 'so', 'whereas', 'then', 'because'].includes(around.word(at)) && hasCue(around, at, 'ends')) reading.subject = undefined;
  else if (around.word(at) === 'and' && isGone(reading) && (around.is('now', at + 1) || around.people.every(({ first }) => first !== at + 1)) && !around.is('having', at + 1) && around.word(at + 1) !== 'was') reading.subject = isNounList(around, at, reading) ? reading.subject : undefined;
  else if (reading.verb !== undefined && around.word(at - 1) !== 'and' && isFresh(around, at)) reading.subject = undefined;
}

/** "Her brother (42) drinks": after the bracket the brother goes on, unless he was named inside it. */
function staysOverBracket(around: Around, at: number, subject: PersonHit): boolean {
  const marks = around.tokens[at]!.before;
  if (/[([]/.test(marks)) return true;
  return /[)\]]/.test(marks) && !/[([]/.test(around.tokens[phraseStart(around, subject)]!.before);
}

const isGone = ({ verb }: Reading): boolean => verb !== undefined && departed.has(verb);
const departed = new Set(['died', 'passed', 'left', 'moved', 'gone', 'walked', 'divorced', 'emigrated']);
const fresh = new Set(['feels', 'wants', 'says', 'states', 'reports', 'admits', 'denies', 'wishes', 'tearful', 'struggling', 'cries']);
const isFresh = (around: Around, at: number): boolean => fresh.has(around.word(at));

/** "Mother died of stroke and cancer": what they died of goes on. */
const isNounList = (around: Around, at: number, { subject }: Reading): boolean => {
  for (let before = subject!.last + 1; before < at; before++) if (['of', 'from', 'by', 'with'].includes(around.word(before))) return !around.is('telling', at + 1);
  return false;
};

/** "Her brother, who lives in Leeds, …", "Her brother, 42, …". */
function isAside(around: Around, at: number): boolean {
  return /^\d/.test(around.word(at)) || around.word(at) === 'aged' || around.word(at) === 'a';
}

/** After a comma, the relative stays the subject of a list of what they had, and after "who …,". */
function goesOn(around: Around, at: number, { subject, verb }: Reading): boolean {
  if (around.word(at) === 'who' || /^\d/.test(around.word(at)) || around.word(at) === 'age' || around.word(at) === 'aged') return true;
  if (around.word(subject!.last + 1) === 'who' && edgeAt(around, subject!.last + 1) === 'comma') return true;
  if (around.is('subjects', at)) return false;
  if (edgeAt(around, subject!.last + 1) === 'comma' && verb === undefined) return true;
  if (around.word(subject!.last + 1) === 'is' && /^\d/.test(around.word(subject!.last + 2))) return !around.is('telling', at);
  if (['which', 'and', 'or'].includes(around.word(at))) return !departed.has(verb ?? '') || isDeadOf(around, subject!);
  const isState = verb !== undefined && (around.tokens[at - 1] !== undefined && ['had', 'has', 'have', 'with', 'suffers', 'suffered', 'takes', 'uses'].includes(verb));
  return (isState || isDeadOf(around, subject!)) && !fresh.has(around.word(at)) && !['is', 'lives', 'drinks', 'takes', 'drinking'].includes(around.word(at));
}

const isDeadOf = (around: Around, { last }: PersonHit): boolean => ['died', 'dies', 'passed'].includes(around.word(last + 1)) && [2, 3, 4, 5, 6, 7, 8].some((on) => ['of', 'from', 'with', 'by', 'having', 'due'].includes(around.word(last + on)));

/** A relative is met: as the subject of what follows, or as an object. */
function meetKin(around: Around, kin: PersonHit, reading: Reading): void {
  const begin = phraseStart(around, kin);
  const hasOwner = around.is('owners', begin) || around.is('owners', kin.first);
  if (kin.person.isOwnedOnly && !hasOwner) return;
  meetBoundary(around, begin, reading);
  reading.named = kin;
  reading.person ??= ownerSex(around, kin.first);
  if (around.tokens[kin.last]!.possessive && !isContracted(around, kin)) return;
  if (isSubject(around, begin, kin, reading)) {
    reading.subject = kin;
    reading.verb = undefined;
  }
}

/** "her brother's drinking" or "her brother's taking tablets": both are the brother's. "her brother's house" is not him. */
const isContracted = (around: Around, { last }: PersonHit): boolean => last + 1 < around.span.first && (around.is('verbs', last + 1) || /(?:ing|ed)$/.test(around.word(last + 1)));

function phraseStart(around: Around, { first }: PersonHit): number {
  let begin = first;
  while (begin > around.from && edgeAt(around, begin) === 'none' && (around.is('describers', begin - 1) || around.tokens[begin - 1]!.possessive || /^\d/.test(around.word(begin - 1)))) begin--;
  return begin;
}

function isSubject(around: Around, begin: number, kin: PersonHit, reading: Reading): boolean {
  const { span, from } = around;
  const next = kin.last + 1;
  if (isJoint(around, begin)) return false;
  const isOpen = begin === from || edgeAt(around, begin) !== 'none' || around.is('joining', begin - 1) || around.is('reporting', begin - 1) || hasCue(around, begin - 1, 'hypothetical') || hasCue(around, begin - 1, 'past') || hasCue(around, begin - 1, 'negated');
  if (around.word(next) === 'who' || (around.word(next) === 'that' && around.is('verbs', next + 1))) return true;
  const isVerb = around.is('verbs', next) || /(?:ing|ed)$/.test(around.word(next)) || next === span.first;
  if (!isOpen && !isGoverned(around, begin) && (isState(around, next) || hasKinNext(around, next))) return true;
  if (!isOpen && around.word(next) === 'with' && edgeAt(around, next) === 'none') return span.first - next <= 4 && !around.is('owners', next + 1) && !['and', 'who'].includes(around.word(span.first - 1)) && !['and', 'who'].includes(around.word(span.first - 2));
  if (!isOpen && ['died', 'passed', 'hanged', 'killed', 'drowned', 'overdosed'].includes(around.word(next))) return true;
  if (!isOpen) return isVerb && around.is('about', begin - 1) && (next === span.first || /ing$/.test(around.word(next)) || around.is('verbs', next)) && edgeAt(around, next) === 'none';
  if (next > around.to) return false;
  if (reading.subject && around.word(begin - 1) === 'and') return true;
  if (begin === from || edgeAt(around, begin) === 'stop') return edgeAt(around, next) !== 'comma' || isAside(around, next) || around.word(next) === 'who' || around.people.some(({ first }) => first === next);
  return isVerb || isNamed(around, next) || hasKinNext(around, next);
}

/** "with her brother", "misses her brother": the word before takes the relative as its object. */
const governing = new Set(['with', 'for', 'to', 'from', 'of', 'by', 'about', 'after', 'at', 'near', 'on', 'in', 'a', 'an', 'over', 'without', 'between', 'like', 'than', 'against', 'towards', 'visits', 'helps', 'supports', 'loves', 'phones', 'rings', 'meets', 'cares', 'keeps', 'gives', 'and', 'or']);
const isGoverned = (around: Around, begin: number): boolean => governing.has(around.word(begin - 1)) || around.is('verbs', begin - 1) || around.is('telling', begin - 1) || around.is('reporting', begin - 1) || /(?:ed|ing)$/.test(around.word(begin - 1));
const isState = (around: Around, at: number): boolean => ['has', 'had', 'is', 'was', 'have'].includes(around.word(at));

/** "her and her brother drink", "she and her mum": the person as well. */
const isJoint = (around: Around, begin: number): boolean => around.word(begin - 1) === 'and' && (around.is('subjects', begin - 2) || ['her', 'him', 'me', 'them'].includes(around.word(begin - 2)));

/** "her brother Dave drinks": a name between. */
const isNamed = (around: Around, next: number): boolean => next + 1 <= around.span.first && (around.is('verbs', next + 1) || next + 1 === around.span.first) && edgeAt(around, next) === 'none' && !around.is('joining', next);
const hasKinNext = (around: Around, next: number): boolean => around.word(next) === 'and' && around.people.some(({ first }) => first > next && first <= next + 2);
