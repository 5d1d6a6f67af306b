/**
 * How a mention is read: now, past, denied, only a condition or advice, or somebody else's. After NegEx (Chapman 2001)
 * and ConText (Harkema 2009), with clauses, because notes run on. What cannot be told is read as said of the person, now.
 */
import type { Apart, Cue, World } from '../cues/cue';
import { Cues, preparedCues, type CueRule, type PeopleRule } from '../cues/cues';
import { adviceHolds, askedHolds, conditionHolds, isWishedAway, namesHelp, storyHolds } from './conditions';
import { deniedWithin, isSaidDespite } from './deniedWithin';
import { phraseStart } from '../people/kinPhrase';
import { edgeAt, lookAround, type Around, type CueHit, type PersonHit, type Span } from '../cues/findCues';
import type { Status } from '../mention';
import type { Token } from '../words/tokens';
import { asksOfANot, isAffirmed, takesAsGiven, type Question } from './questions';
import { asksForHelp, opensLabel } from './labels';
import { onlyIf, worstWouldBe, type Need } from './onlyIf';
import { clauseHolds, closes, datedHolds, isJoined, isNear, listHolds, phraseHolds } from '../cues/walk';
import type { Spoken } from './spoken';
import { whoseItIs, type Somebody } from './whoseItIs';
import { yearCue } from './years';

export { Cues };

export type Context = {
  readonly negated?: Cue;
  readonly past?: Cue;
  readonly hypothetical?: Cue;
  readonly other?: Cue & { readonly whose: PeopleRule['whose'] };
  readonly present?: Cue;
  /** Looked into, and found not to be so. */
  readonly refuted?: Cue;
  /** Acted, taught, or told of somebody's work. */
  readonly apart?: Apart;
};

/** What other sentences say of one. */
export type Carried = Context & {
  readonly spoken?: Spoken;
  /** Stretches of it that are nobody's news. */
  readonly worlds?: readonly World[];
  /** What was an "if" in it has come about. */
  readonly cameAbout?: Cue;
  /** "I still do.": said of the sentence, next to it. */
  readonly stillIs?: Cue;
  /** The words of its question, which its answer denies (`negated`). */
  readonly asked?: Question;
};

export type Manner = {
  /** The words hold their own negation ("nowhere to stay"): neither a denial nor an "if" bears on them; advice does. */
  readonly negationIsPart?: boolean;
  /** The words say who does what to whom. */
  readonly whoseIsSaid?: boolean;
  /** What befalls those of the person's home counts as theirs. */
  readonly isOfTheHome?: boolean;
  /** A finished event counts as now unless it is long ago. */
  readonly event?: boolean;
  /** What somebody needs may be only an "if" where other concerns are not. */
  readonly need?: Need;
  /** What a heading or an answer says of this sentence (carriedOver). The sentence's own words count before it. */
  readonly carried?: Carried;
  /** The sentence, when the tokens are those of a whole text. */
  readonly sentence?: Span;
};

/**
 * The cues that bear on the tokens from `span.first` to `span.last` of one sentence, or of a text with its `sentence`. Looks at no more than 60 tokens
 * before and 30 after, so that a page without a full stop is read in linear time. Refuses nothing.
 */
export function readContext(tokens: readonly Token[], span: Span, cues: Cues, manner: Manner = {}): Context {
  const around = lookAround(tokens, span, preparedCues(cues), manner.sentence);
  const negatedBy = manner.negationIsPart ? undefined : deniedBy(around);
  const denied = manner.negationIsPart ? deniedWithin(around) : undefined;
  const pastBy = pastOf(around, negatedBy, manner);
  const hypotheticalBy = hypotheticalOf(around, negatedBy, manner) ?? supposedOf(around, manner);
  const other = otherOf(around, pastBy !== undefined || manner.carried?.past !== undefined, manner);
  const isOpen = !negatedBy && !hypotheticalBy && !other;
  const presentBy = isOpen ? around.cues.find((hit) => hit.cue.means === 'present' && holds(around, hit)) : undefined;
  return {
    ...carriedTo(around, manner, presentBy !== undefined),
    ...(negatedBy ? { negated: cueOf(around, negatedBy) } : denied ? { negated: { ...placeOf(around, denied), id: 'denied-within', why: 'denies something else' } } : {}),
    ...(pastBy ? { past: pastBy } : {}),
    ...(hypotheticalBy ? { hypothetical: cueOf(around, hypotheticalBy) } : {}),
    ...(other ? { other } : {}),
    ...(presentBy ? { present: cueOf(around, presentBy) } : isOpen && manner.carried?.stillIs ? { present: manner.carried.stillIs } : {}),
  };
}

const deniedBy = (around: Around): CueHit | undefined => (isMadeLittleOf(around) || isWishedAway(around) || isNewNow(around) || isSaidDespite(around) ? undefined : around.cues.find((hit) => hit.cue.means === 'negated' && holds(around, hit) && !deniesHelp(around, hit)));

const deniesHelp = (around: Around, { first }: CueHit): boolean => first > around.span.last && edgeAt(around, first) === 'colon' && asksForHelp(around.tokens, around.from, around.span.first);

/** "never had such thoughts before", "not until last night": it is new, and there. */
function isNewNow(around: Around): boolean {
  const { span, to, word } = around;
  const next = span.last + 1;
  if (word(next) === 'before') return next === to || edgeAt(around, next + 1) !== 'none';
  return ['until', 'till'].includes(word(next)) && ['now', 'last', 'today', 'tonight', 'yesterday', 'this', 'recently'].includes(word(next + 1));
}

/** "I don't hit him hard": it is done, and made little of. */
function isMadeLittleOf({ span, word }: Around): boolean {
  const next = span.last + (['that', 'so', 'too', 'very'].includes(word(span.last + 1)) ? 2 : 1);
  return ['hard', 'badly'].includes(word(next));
}

/**
 * Where cues conflict, doubt goes up: present, somebody else's, past, only a condition, denied. With no cue it is present.
 * A denial of the past is a denial ("no history of"), unless it was so once ("does not drink any more").
 */
export function statusOf({ present, past, other, hypothetical, negated, refuted, apart }: Context): Exclude<Status, 'figure'> {
  if (refuted) return 'denied';
  if (apart) return apart.as;
  if (present) return 'present';
  if (other) return 'other';
  if (past && (!negated || past.isCeased)) return 'past';
  if (hypothetical) return 'hypothetical';
  return negated ? 'denied' : 'present';
}

function carriedTo({ tokens, span }: Around, { carried, negationIsPart, whoseIsSaid }: Manner, isPresent: boolean): Context {
  if (!carried) return {};
  const { negated, asked, other, refuted, hypothetical, present: _answer, spoken: _spoken, worlds, cameAbout, stillIs: _still, ...rest } = carried;
  const apart = carried.apart ?? (cameAbout ? undefined : worlds?.find(({ first, last, apart: { as } }) => (as === 'other' ? first <= span.first && span.last <= last : first <= span.last && span.first <= last))?.apart);
  const untrue = { ...(apart ? { apart } : {}), ...(refuted && span.first < tokens.length && refuted.start > tokens[span.first]!.start ? { refuted } : answerWithin(tokens, span, carried, negationIsPart)) };
  if (isPresent) return untrue;
  return { ...rest, ...untrue, ...(hypothetical && !cameAbout ? { hypothetical } : {}), ...(negated && !asked && !negationIsPart ? { negated } : {}), ...(other && !whoseIsSaid ? { other } : {}) };
}

/** A no denies what its question asks, and not what it takes as given. */
function answerWithin(tokens: readonly Token[], { first, last }: Span, { asked, negated }: Carried, negationIsPart: boolean | undefined): Context {
  if (!asked || !negated || first < asked.first || last > asked.last || !bearsOn(tokens, asked, first, negated)) return {};
  return negationIsPart && !asksOfANot(tokens, asked, first) ? {} : { refuted: negated };
}

/** A form's no is about its label, and that of a questionnaire about the whole of what it asks. */
function bearsOn(tokens: readonly Token[], asked: Question, first: number, { id }: Cue): boolean {
  return id === 'form-never' || (id === 'form-no' ? opensLabel(tokens, asked.first, first) : !takesAsGiven(tokens, asked, first));
}

/** What has ceased decides before what was once. */
function pastOf(around: Around, negatedBy: CueHit | undefined, { event, negationIsPart }: Manner): Cue | undefined {
  const counts = ({ cue }: CueHit): boolean => (!event || cue.isLongAgo === true) && (negatedBy !== undefined || !cue.needsDenial) && !(negationIsPart && cue.needsDenial);
  const hits = [...(negationIsPart ? [] : around.within), ...around.cues].filter((each) => each.cue.means === 'past' && counts(each) && (around.within.includes(each) || holds(around, each)));
  const hit = (negatedBy && hits.find(({ cue }) => cue.isCeased)) ?? hits[0];
  if (hit) return { ...cueOf(around, hit), ...(hit.cue.isCeased ? { isCeased: true } : {}) };
  const year = yearCue(around);
  return year && cueOf(around, year);
}

/** An answer to what was asked takes the asking's place. */
function hypotheticalOf(around: Around, negatedBy: CueHit | undefined, { negationIsPart, carried }: Manner): CueHit | undefined {
  const isAnswered = negatedBy !== undefined || carried?.present !== undefined || (carried?.negated !== undefined && carried.negated.id !== 'form-no') || around.cues.some((hit) => (hit.cue.id === 'still-does' || hit.cue.isUnsaid) && holds(around, hit));
  return around.cues.find((hit) => {
    if (hit.cue.means !== 'hypothetical' || hit.cue.isOfNeeds || !holds(around, hit)) return false;
    if (hit.cue.over === 'asked' && (isAnswered || isAffirmed(around))) return false;
    if (carried?.cameAbout && (hit.cue.over === 'condition' || hit.cue.over === 'advice')) return false;
    return !negationIsPart || hit.cue.isAdvice === true || (hit.cue.over === 'condition' && namesHelp(around, hit));
  });
}

function supposedOf(around: Around, { need, carried }: Manner): CueHit | undefined {
  if (carried?.cameAbout) return undefined;
  return worstWouldBe(around) ?? (need ? onlyIf(around, need) : undefined);
}

function otherOf(around: Around, isPast: boolean, { whoseIsSaid, isOfTheHome, carried }: Manner): Context['other'] {
  if (isTheirsToo(around)) return undefined;
  const hit = around.cues.find((each) => each.cue.means === 'other' && (each.cue.isStory || !whoseIsSaid) && holds(around, each));
  if (hit) return { ...cueOf(around, hit), whose: hit.cue.whose ?? 'somebody' };
  const somebody = whoseItIs(around, isPast, whoseIsSaid ? undefined : carried?.spoken);
  if (somebody && isOfWhose(around, somebody.hit)) return { ...placeOf(around, somebody.hit), id: 'somebody-else', why: 'about somebody else', whose: 'somebody' };
  const owner = ownerOfWhose(around);
  if (owner) return { ...placeOf(around, owner), id: 'somebody-else', why: 'about somebody else', whose: 'somebody' };
  if (!somebody || isThePersonsAfterAll(around, somebody, { whoseIsSaid, isOfTheHome })) return undefined;
  return { ...placeOf(around, somebody.hit), id: 'somebody-else', why: 'about somebody else', whose: somebody.whose };
}

function isThePersonsAfterAll(around: Around, { hit, whose }: Somebody, { whoseIsSaid, isOfTheHome }: Pick<Manner, 'whoseIsSaid' | 'isOfTheHome'>): boolean {
  if (isOfTheHome && isOfTheirHome(around, hit)) return true;
  if (whoseIsSaid && (whose === 'partner' || !(isSomebodysOwn(around) || isBond(around) || isDoneToThem(around, hit) || isAmongStrangers(around, hit)))) return true;
  return hit.person.isRemote === true && isDoneToOurs(around);
}

/** "My husband", "her mum", "their son"; not "my friend's husband". */
function isOfTheirHome(around: Around, hit: PersonHit): boolean {
  const isSomebodys = around.tokens.slice(phraseStart(around, hit), hit.last).some(({ possessive }) => possessive);
  return !isSomebodys && (hit.person.whose === 'partner' || hit.person.whose === 'child' || hit.person.isYoungOnly === true || around.is('callersWords', hit.last));
}

/** "Her friend is sleeping rough and so is she", "as is he": it is the person's as well. */
function isTheirsToo({ span, to, word }: Around): boolean {
  for (let at = span.last + 1; at <= Math.min(to - 2, span.last + mostToo); at++) if (likewise.has(word(at)) && verbsAlone.has(word(at + 1)) && persons.has(word(at + 2)) && (at + 2 === to || !helps.has(word(at + 3)))) return true;
  return false;
}
const mostToo = 8;
const likewise = new Set(['so', 'as']);
const verbsAlone = new Set(['is', 'are', 'was', 'does', 'do', 'did', 'has', 'have', 'am']);
const persons = new Set(['she', 'he', 'they', 'i', 'we']);

/** "her sister-in-law, whose husband had a tracker on her car": it is the sister-in-law's. */
const isOfWhose = ({ people, word }: Around, { first }: Span): boolean => word(first - 1) === 'whose' && people.some(({ last }) => last < first && first - 1 - last <= whoseWords);
const whoseWords = 4;

/** "her friend Jean, whose {son takes her pension}": it is the friend's. */
const ownerOfWhose = (around: Around): PersonHit | undefined => (around.word(around.span.first - 1) === 'whose' && !isToldAfter(around) ? ownerBefore(around) : undefined);

const ownerBefore = ({ people, span: { first } }: Around): PersonHit | undefined => people.find(({ last, person: { whose } }) => last < first && first - 1 - last <= whoseWords && (whose === 'relative' || whose === 'somebody'));

/** "her friend, whose {husband drives, says he hits her}": the friend tells of it. */
function isToldAfter(around: Around): boolean {
  const { span } = around;
  for (let at = span.first + 1; at <= span.last; at++) if (edgeAt(around, at) === 'comma' && around.is('reporting', at)) return true;
  return false;
}

/** "her daughter has left an abusive marriage": a marriage is of whoever is spoken of. */
const isBond = ({ span, is }: Around): boolean => is('bonds', span.last) || is('bonds', span.last + 1);

/** "One of the group found him on the floor": the words themselves name the person. */
function isDoneToOurs({ span, is }: Around): boolean {
  for (let at = span.first + 1; at <= span.last; at++) if (is('objects', at)) return true;
  return false;
}

const helps = new Set(['has', 'have', 'had', 'is', 'was', 'were', 'been', 'being', 'got', 'just', 'now', 'also', 'since']);
const passives = new Set(['been', 'was', 'were', 'being', 'got']);

/** "Her neighbour was chucked out by his missus": it is done to the neighbour. A home that is shared is the person's too. */
function isDoneToThem({ span, is, word }: Around, { last, person }: PersonHit): boolean {
  if (person.are === 'many' || person.whose === 'child') return false;
  for (let at = last + 1; at < span.first; at++) if (!helps.has(word(at))) return false;
  for (let at = span.first; at <= span.last; at++) if (is('objects', at)) return false;
  return passives.has(word(span.first - 1)) || passives.has(word(span.first));
}

/** "A chap at the depot pulled a knife on the inspector": nobody of ours does it, and it is done to nobody of ours. */
function isAmongStrangers({ span, to, is, word }: Around, { person }: PersonHit): boolean {
  if (person.isRemote !== true) return false;
  for (let at = span.first; at <= Math.min(to, span.last + 4); at++) if (is('objects', at) || (is('owners', at) && !isTheirOwn(word(at - 1), word(at)))) return false;
  return true;
}

/** "a knife in his sock", not "a knife on his brother". */
const isTheirOwn = (before: string, owner: string): boolean => ['his', 'their'].includes(owner) && ['in', 'up', 'down', 'under', 'round'].includes(before);

/** "her sister's husband hits her": whoever does it, it is done to somebody else. "Her mate's throwing her out" is done to the person. */
function isSomebodysOwn({ people, tokens, span, is, word }: Around): boolean {
  const at = span.first - 1;
  const isDoing = /(?:ing|ed)$/.test(word(span.first)) || is('verbs', span.first);
  const isWhose = people.some(({ first, last }) => last === at && word(first - 1) === 'whose');
  return isWhose || (!isDoing && people.some(({ last }) => last === at && tokens[at]!.possessive)) || ((word(at) === 'a' || word(at) === 'an') && is('having', at - 1));
}

function holds(around: Around, hit: CueHit): boolean {
  const { stands, over } = hit.cue;
  const isBefore = hit.last < around.span.first;
  if ((stands === 'before' && !isBefore) || (stands === 'after' && isBefore) || over === undefined || isAnswerToAnAct(around, hit)) return false;
  return held[over](around, hit);
}

/** "He stroked her leg, she said no": nothing was asked, so it is no answer. */
function isAnswerToAnAct({ span, word, is }: Around, { cue, first, last }: CueHit): boolean {
  if (cue.id !== 'none-after' || !is('subjects', first) || word(last) !== 'no') return false;
  return is('subjects', span.first) && (is('pasts', span.first + 1) || /..ed$/.test(word(span.first + 1)));
}

const held: Readonly<Record<NonNullable<CueRule['over']>, (around: Around, hit: CueHit) => boolean>> = {
  list: (around, hit) => (hit.last < around.span.first ? listHolds(around, hit) : clauseHolds(around, hit) || endsList(around, hit)),
  joined: isJoined,
  phrase: phraseHolds,
  clause: clauseHolds,
  dated: datedHolds,
  near: isNear,
  next: (around, hit) => hit.first === around.span.last + 1 && edgeAt(around, hit.first) === 'none' && !isThought(around),
  closing: closes,
  condition: conditionHolds,
  advice: adviceHolds,
  asked: askedHolds,
  story: storyHolds,
  anyhow: (around, hit) => hit.first - around.span.last <= (hit.cue.words ?? 4) && (hit.cue.id !== 'now-not' || hit.last === around.to || edgeAt(around, hit.last + 1) !== 'none'),
};

/** "overdose nurse", "self harm team" name a service; "he hits her", "took an overdose" are whole, whoever is named next. */
function isThought({ span, is, word }: Around): boolean {
  for (let at = span.first; span.first < span.last && at <= span.last; at++) if (is('verbs', at) || is('objects', at) || is('subjects', at) || (at > span.first && articles.has(word(at)))) return true;
  return false;
}
const articles = new Set(['a', 'an', 'the', 'all']);

/** "diabetes, stroke and drinking in the family". */
const endsList = (around: Around, hit: CueHit): boolean => {
  for (let at = around.span.last + 1; at < hit.first; at++) if (at - around.span.last > 25 || around.is('subjects', at) || (around.is('telling', at) && around.word(at - 1) !== 'there') || (around.word(at) === 'there' && at > around.span.last + 1) || around.cues.some(({ cue, first }) => cue.means === 'ends' && first === at)) return false;
  return true;
};

const placeOf = ({ tokens }: Around, { first, last }: Span): { start: number; end: number } => ({ start: tokens[first]!.start, end: tokens[last]!.end });
const cueOf = (around: Around, hit: CueHit): Cue => ({ id: hit.cue.id, why: hit.cue.why, ...placeOf(around, hit) });
