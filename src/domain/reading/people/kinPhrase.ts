/** "her 14 year old son Tom": where the words about a relative begin, and whether they are the subject of what follows. */
import { edgeAt, hasCue, type Around, type PersonHit } from '../cues/findCues';
import { endsAsParticiple, startsWithFigure } from './grammarWords';

/** The first of the words that describe the relative: "her older brother", "Ted's mother". */
export function phraseStart(around: Around, { first }: PersonHit): number {
  let begin = first;
  while (begin > around.from && edgeAt(around, begin) === 'none' && describes(around, begin - 1)) begin--;
  return begin > around.from && titles.has(around.word(begin - 1)) && around.tokens[begin]!.possessive ? begin - 1 : begin;
}

/** "Mrs Shah's brother". */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr']);

const describes = (around: Around, at: number): boolean => around.is('describers', at) || around.tokens[at]!.possessive || startsWithFigure(around.word(at));

export const hasOwner = (around: Around, hit: PersonHit): boolean => around.is('owners', phraseStart(around, hit)) || around.is('owners', hit.first);

/** "Her brother, 42, …", "Her brother, a veteran, …". */
export const isAside = (around: Around, at: number): boolean => startsWithFigure(around.word(at)) || around.word(at) === 'aged' || around.word(at) === 'a';

/** Is the relative the subject of what follows? `goesOn`: after "and", when another relative already is. */
export function isSubject(around: Around, kin: PersonHit, goesOn: boolean): boolean {
  const begin = phraseStart(around, kin);
  const next = kin.last + 1;
  if (isJoint(around, begin)) return false;
  if (isRelative(around.word(kin.last)) || around.word(next) === 'who' || isPlacedWho(around, next) || (around.word(next) === 'that' && around.is('verbs', next + 1))) return true;
  if (!isOpen(around, begin)) return isSubjectAfterAll(around, begin, next);
  if (goesOn && around.word(begin - 1) === 'and') return true;
  if (begin === around.from || edgeAt(around, begin) === 'stop') return edgeAt(around, next) !== 'comma' || isAside(around, next) || around.people.some(({ first }) => first === next);
  return isVerb(around, next) || isNamed(around, next) || hasKinNext(around, next);
}

/** "her sister in Nova Scotia who …". */
const isPlacedWho = (around: Around, next: number): boolean => ['in', 'from', 'at'].includes(around.word(next)) && [2, 3].some((on) => around.word(next + on) === 'who' && edgeAt(around, next + on) === 'none');

/** "people who …", "those who …": what follows is said of them. */
const isRelative = (word: string): boolean => word === 'who' || word === 'whose' || word === 'that';

/** A clause may begin here. */
const isOpen = (around: Around, begin: number): boolean =>
  begin === around.from || edgeAt(around, begin) !== 'none' || around.is('joining', begin - 1) || around.is('reporting', begin - 1) || around.is('believing', begin - 1) || (['hypothetical', 'past', 'negated'] as const).some((means) => hasCue(around, begin - 1, means));

/** Nothing opens a clause: "low mood her brother is …", "a son with …", "worried about her son drinking". */
function isSubjectAfterAll(around: Around, begin: number, next: number): boolean {
  if (edgeAt(around, next) !== 'none') return false;
  if (!isGoverned(around, begin) && (around.is('stating', next) || hasKinNext(around, next))) return true;
  if (around.word(next) === 'with') return isOfTheirOwn(around, next);
  if (around.is('deaths', next)) return true;
  return isVerb(around, next) && around.is('about', begin - 1);
}

/** "a son with autism", not "argues with her son with her own troubles" nor "cares for her son with autism and is …". */
function isOfTheirOwn({ span, is, word }: Around, at: number): boolean {
  return span.first - at <= 4 && !is('owners', at + 1) && [1, 2].every((back) => word(span.first - back) !== 'and' && word(span.first - back) !== 'who');
}

const isVerb = (around: Around, at: number): boolean => around.is('verbs', at) || endsAsParticiple(around.word(at)) || at === around.span.first;

/** "with her brother", "misses her brother": the word before takes the relative as its object. */
const isGoverned = (around: Around, begin: number): boolean => (['governing', 'verbs', 'telling', 'reporting', 'believing'] as const).some((list) => around.is(list, begin - 1)) || endsAsParticiple(around.word(begin - 1));

/** "her and her brother drink", "she and her mum": the person as well. */
const isJoint = (around: Around, begin: number): boolean => around.word(begin - 1) === 'and' && (around.is('subjects', begin - 2) || around.is('objects', begin - 2));

/** "her brother Dave drinks": a name between. */
const isNamed = (around: Around, next: number): boolean => next + 1 <= around.span.first && isVerbAfterName(around, next + 1) && edgeAt(around, next) === 'none' && !around.is('joining', next);
const isVerbAfterName = (around: Around, at: number): boolean => around.is('verbs', at) || at === around.span.first;

const hasKinNext = (around: Around, next: number): boolean => around.word(next) === 'and' && around.people.some(({ first }) => first > next && first <= next + 2);
