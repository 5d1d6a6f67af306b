/** Who is meant by a noun phrase: "a woman in her sewing circle", "her mate Val", "the foreman's cousin", "Lady next door". Undefined where nobody is whose story could be somebody else's. */
import { endsAsParticiple, floors, oneOrOther, oneSubjects, sexOfWord, startsWithFigure, theirs } from './grammarWords';
import { nounPhraseAt, type NounPhrase } from './nounPhrase';
import { kind } from './people';
import { hasPlace, isNearPlace, withPlace } from './placePhrase';
import { upTo, type Words } from './sentenceWords';
import type { Somebody } from './somebody';

/** What all cases have in common; who is a stranger, they say themselves. */
type Base = Pick<Somebody, 'first' | 'last' | 'sex' | 'isMine'>;

export function describedAt(words: Words, at: number): Somebody | undefined {
  const phrase = nounPhraseAt(words, at);
  if (!phrase) return undefined;
  const base: Base = { first: at, last: phrase.head, sex: words.sexAt(phrase.head), isMine: phrase.isMine };
  if (isLateOfTheHome(words, phrase)) return named(words, { ...base, isStranger: false });
  if (isLeftAlone(words, phrase)) return undefined;
  if (phrase.possessor !== undefined) return possessed(words, base, phrase, phrase.possessor);
  if (phrase.opening === 'owner') return owned(words, base);
  if (phrase.opening === 'determiner') return pointedAt(words, base);
  for (const each of bareCases) {
    const somebody = each(words, base);
    if (somebody) return somebody;
  }
  return undefined;
}

/** Who is of the person's home is left alone, unless they are dead. */
const isLateOfTheHome = (words: Words, { first, head, opening }: NounPhrase): boolean => opening === 'owner' && words.is(kind.home, head) && isLate(words, first, head);

/** "his late wife", "his grandad, long gone,": who is dead does no more to anybody. */
function isLate(words: Words, first: number, head: number): boolean {
  for (let at = first; at < head; at++) if (words.plain(at) === 'late') return true;
  return words.edge(head + 1) === 'comma' && words.plain(head + 1) === 'long' && ['gone', 'dead'].includes(words.plain(head + 2));
}

/** A child's trouble is a concern of its own; "mentioned cousin" begins with a verb; the person of the note is nobody else; "her cousin's wedding" is no cousin. */
function isLeftAlone(words: Words, { first, head, opening }: NounPhrase): boolean {
  if (words.is(kind.kin, head) && isYoung(words, first, head)) return true;
  if (opening === 'none' && isVerb(words, first)) return true;
  return words.is(kind.labels, head) || (words.isPossessive(head) && !isContracted(words, head));
}

/** "her wee brother", "her brother (9)". */
function isYoung(words: Words, first: number, head: number): boolean {
  return words.hasOf(kind.youngSigns, first, head - 1) || isChildsAge(words.plain(head + 1));
}
const isChildsAge = (word: string): boolean => startsWithFigure(word) && /^(?:[1-9]|1[0-7])$/.test(word);

const isVerb = (words: Words, at: number): boolean => words.is(kind.speaks, at) || (endsAsParticiple(words.plain(at)) && words.plain(at) !== 'retired');

/** "her cousin's been ill", not "her cousin's wedding". */
const isContracted = (words: Words, at: number): boolean => words.is(kind.places, at + 1) || (words.is(kind.verbLike, at + 1) && !words.is(kind.affairs, at + 1));

/** "her bridge partner". */
const isPartnerInPlay = (words: Words, head: number): boolean => words.plain(head) === 'partner' && words.is(kind.partnersIn, head - 1);

const isOfTheHome = (words: Words, head: number): boolean => words.is(kind.home, head) && !isPartnerInPlay(words, head);

/** Somebody who is something to the person, and does not live with them. */
const isTied = (words: Words, head: number): boolean => words.is(kind.ties, head) || words.is(kind.kin, head) || isPartnerInPlay(words, head);

/** "the foreman's cousin", "my mate's wife": a friend's friend is a stranger; a wife's mother, a mother's partner are of the home. */
function possessed(words: Words, base: Base, { opening }: NounPhrase, possessor: number): Somebody | undefined {
  const { last } = base;
  const [isOurs, isPersons, isOwned] = [isOfTheHome(words, last), words.is(kind.person, possessor), opening === 'owner'];
  if (words.is(kind.helpers, last) || !words.is(kind.person, last)) return undefined;
  if (isOurs && (words.is(kind.home, possessor) || !isPersons)) return undefined;
  if (isPersons && !words.is(kind.labels, possessor)) return named(words, { ...base, isStranger: true });
  if (isOurs || !isTied(words, last) || opening === 'determiner') return undefined;
  return named(words, { ...base, isStranger: isOwned, isOfName: !words.is(kind.labels, possessor) && !isOwned });
}

/** "her mate Val", not "her son" nor "her nurse". */
function owned(words: Words, base: Base): Somebody | undefined {
  const { first, last } = base;
  if (isOfTheHome(words, last) || words.is(kind.helpers, last) || !(isTied(words, last) || words.is(kind.role, last))) return undefined;
  const opens = words.plain(first);
  const owner = opens === 'her' || opens === 'his' ? sexOfWord(opens) : undefined;
  return named(words, { ...base, isStranger: false, ...(owner ? { owner } : {}) });
}

/** A stranger must stand somewhere, or be told of: "a woman at the club", "the chap who …", "the organist fell", "a lad had …". */
function pointedAt(words: Words, base: Base): Somebody | undefined {
  if (!mayBeStranger(words, base)) return undefined;
  const next = base.last + 1;
  const isPlaced = hasPlace(words, next) && !isNearPlace(words, next);
  if (isPlaced || isToldOf(words, next) || isRoleAlone(words, base)) return named(words, { ...base, isStranger: true });
  return isBare(words, base) ? { ...base, isStranger: true, isBare: true } : undefined;
}

function mayBeStranger(words: Words, { first, last }: Base): boolean {
  const isFellow = words.plain(last - 1) === 'fellow' || ['another', 'one'].includes(words.plain(first));
  const isSomebody = words.is(kind.anybody, last) || words.is(kind.ties, last) || words.is(kind.role, last) || (isFellow && words.plain(last) === 'carer');
  const isTheirHelper = words.is(kind.helpers, last) && words.plain(first) === 'the' && !isFellow;
  return isSomebody && !(isTheirHelper && !hasPlace(words, last + 1));
}

/** "a chap called Frank", "the couple who …". */
const isToldOf = (words: Words, next: number): boolean => words.isIn(toldOf, next) && words.edge(next) === 'none';
const toldOf = new Set(['who', 'whose', 'that', 'called', 'named', 'he', 'she', 'they']);

/** "the organist fell". */
function isRoleAlone(words: Words, { first, last }: Base): boolean {
  const isOnlyRole = words.is(kind.role, last) && !words.is(kind.ties, last) && !words.is(kind.home, last) && !words.is(kind.helpers, last);
  return isOnlyRole && words.isIn(ofRoles, first) && (words.isApart(last + 1) || words.is(kind.verbLike, last + 1));
}
const ofRoles = new Set(['the', 'its', 'one', 'another']);

/** "a lad had …". */
const isBare = (words: Words, { first, last }: Base): boolean => words.isIn(oneOrOther, first) && words.is(kind.verbLike, last + 1) && !words.is(kind.helpers, last);

/** "Fellow he used to share a taxi with: …". */
function knownOnce(words: Words, base: Base): Somebody | undefined {
  const { last } = base;
  if (!words.isIn(oneSubjects, last + 1) || !words.is(kind.knewOnce, last + 2)) return undefined;
  if (!words.is(kind.anybody, last) && !words.is(kind.ties, last)) return undefined;
  let end = last + 2;
  while (end < words.to && end < last + mostRelativeWords && !words.isApart(end + 1)) end++;
  return { ...upTo(base, end), isStranger: true };
}
const mostRelativeWords = 9;

/** "Wee man through the wall", "Lady next door". */
const local = (words: Words, base: Base): Somebody | undefined => (words.is(kind.anybody, base.last) && isLocal(words, base.last + 1) ? withPlace(words, { ...base, isStranger: true }) : undefined);

function isLocal(words: Words, at: number): boolean {
  if (words.isApart(at)) return false;
  if (words.isIn(floors, at) || (words.isNumber(at) && words.isIn(doorsAlong, at + 1))) return true;
  return words.isIn(beyond, at) && words.isIn(walls, words.plain(at) === 'next' ? at + 1 : at + 2);
}
const doorsAlong = new Set(['along', 'down', 'up', 'doors', 'over']);
const beyond = new Set(['through', 'over', 'across', 'next', 'along']);
const walls = new Set(['wall', 'way', 'road', 'landing', 'hall', 'street', 'fence', 'door']);

/** "Previous tenant left debts". */
const before = (words: Words, base: Base): Somebody | undefined => (words.is(kind.tenants, base.last) && words.isIn(former, base.first) && words.is(kind.verbLike, base.last + 1) ? { ...base, isStranger: true } : undefined);
const former = new Set(['previous', 'last', 'former', 'old']);

/** "Customer of hers". */
const ofTheirs = (words: Words, base: Base): Somebody | undefined => (words.is(kind.role, base.last) && words.plain(base.last + 1) === 'of' && words.isIn(theirs, base.last + 2) ? { ...upTo(base, base.last + 2), isStranger: true } : undefined);

/** "Old friend in Malta", "Owner of the chippy". */
function placed(words: Words, base: Base): Somebody | undefined {
  const { last } = base;
  if (!(words.is(kind.ties, last) || words.is(kind.tenants, last)) || !hasPlace(words, last + 1)) return undefined;
  return named(words, { ...base, isStranger: !['friend', 'mate'].includes(words.plain(last)) });
}

/** Phrases that nothing opens, as notes have them; the first that fits counts. */
const bareCases: readonly ((words: Words, base: Base) => Somebody | undefined)[] = [knownOnce, local, before, ofTheirs, placed];

/** "her mate Val", "chap called Frank", "a friend in the army, Chalky". */
function named(words: Words, somebody: Somebody): Somebody {
  const direct = somebody.last + 1;
  const nameAt = (base: Somebody, at: number): Somebody => ({ ...base, last: at, name: words.plain(at) });
  if (words.isName(direct) && words.edge(direct) === 'none') return withPlace(words, nameAt(somebody, direct));
  if (isCalled(words, direct) && words.isName(direct + 1)) return nameAt(somebody, direct + 1);
  const whole = withPlace(words, somebody);
  const after = whole.last + 1;
  if (words.edge(after) !== 'comma') return whole;
  for (let on = after + 1; on <= after + 4; on++) if (isCalled(words, on - 1) && words.isName(on)) return nameAt(whole, on);
  return words.isName(after) && (after === words.to || words.isApart(after + 1)) ? nameAt(whole, after) : whole;
}

const isCalled = (words: Words, at: number): boolean => words.plain(at) === 'called' || words.plain(at) === 'named';
