/** How far a sentence goes on being about somebody, and whether they do anything to the person. */
import { sexOfWord, speaker, speakerTo, type OneSex } from './grammarWords';
import { kind, type Sex } from './people';
import type { Words } from './sentenceWords';
import type { Somebody } from './somebody';

/** How plainly the note must come back to the person: 0 not at all, 1 by name, 2 set against them. */
export type Needs = 0 | 1 | 2;
export type Telling = { readonly last: number; readonly needs: Needs };

/** What the note says of the person. */
export type Known = { readonly sex: OneSex | undefined; readonly names: ReadonlySet<string> };

/** `from`: where what is told begins. `isTopic`: the note says that it is told of them. `isTheirs`: they are the subject there. */
export type Told = { readonly from: number; readonly isTopic: boolean; readonly isTheirs: boolean };

export const mostOf = (one: Needs, other: Needs): Needs => (one > other ? one : other);
const agrees = (sex: Sex, word: string): boolean => sex === 'either' || sex === 'pair' || sex === sexOfWord(word);

/** A page without a full stop is no story: it is theirs for so many words, and then doubt goes up. */
const mostWords = 300;

/** The words of a sentence up to which it is of somebody; undefined where they bring news of the person, or do it to the person. */
export function endsWithSomebody(words: Words, somebody: Somebody, { sex: person, names }: Known, { from, isTopic, isTheirs }: Told): Telling | undefined {
  const isSure = isTopic && (words.tokens[from]?.before ?? '').includes(':');
  const clause: Clause = { words, somebody, person, names, isTheirs, isSure, hasVerb: false, isToldOf: isTopic, isTelling: false, needs: 0 };
  if (!isTopic && from === somebody.last + 1 && isReportAfter(words, from)) return undefined;
  const to = Math.min(words.to, from + mostWords);
  for (let at = from; at <= to; at++) {
    const step = meet(clause, at);
    if (step === 'none') return undefined;
    if (step === 'end') return { last: at - 1, needs: clause.needs };
  }
  return { last: to, needs: clause.needs };
}

/** "Her pal Dilys: "she has …"" is news of the person; "Her pal Dilys: broke her hip" is not. */
function isReportAfter(words: Words, at: number): boolean {
  if (at > words.to) return false;
  const { before } = words.tokens[at]!;
  return /["\u201c\u2018]/.test(before) || (before.includes(':') && words.isIn(newsOpeners, at));
}
const newsOpeners = new Set(['he', 'she', 'they', 'i', 'not', 'no', 'has', 'is']);

type Clause = {
  readonly words: Words;
  readonly somebody: Somebody;
  readonly person: OneSex | undefined;
  readonly names: ReadonlySet<string>;
  /** They are the subject. */
  isTheirs: boolean;
  /** "he" and "she" can only be they. */
  isSure: boolean;
  hasVerb: boolean;
  readonly isToldOf: boolean;
  /** They have told somebody of something. */
  isTelling: boolean;
  needs: Needs;
};
/** On to the next word; the end of what is of them; or none of it is, because it bears on the person. */
type Step = 'on' | 'end' | 'none';

/** What a word can be in their clause, in the order in which it is asked; the first that says how it goes on decides. */
const meetings: readonly ((clause: Clause, at: number) => Step | undefined)[] = [meetPerson, meetSpeaker, meetReport, meetLodger, meetSubject, meetOthers, meetObject, meetVerb];

function meet(clause: Clause, at: number): Step {
  for (const each of meetings) {
    const step = each(clause, at);
    if (step) return step;
  }
  return 'on';
}

/** The person comes in again: "pt", "Ken". */
function meetPerson({ words, somebody, names }: Clause, at: number): Step | undefined {
  const word = words.plain(at);
  return words.is(kind.labels, at) || (word !== somebody.name && names.has(word)) ? 'end' : undefined;
}

/** "told me …", "my flat": it is done or told to the speaker. */
function meetSpeaker({ words, isTheirs }: Clause, at: number): Step | undefined {
  if (!words.isIn(speaker, at)) return undefined;
  return isTheirs && words.isIn(speakerTo, at) ? 'none' : 'end';
}

/** "told the others", "rang him": of whom it is, is only sure when the note comes back to the person. */
function meetReport(clause: Clause, at: number): Step | undefined {
  const { words } = clause;
  if (clause.hasVerb || !words.is(kind.reports, at) || isPassive(words, at)) return undefined;
  if (!clause.isTheirs) return 'on';
  const hearer = hearerOf(clause, at);
  if (hearer === undefined || isOfNamed(clause, at)) return 'none';
  clause.needs = hearer === 'others' ? mostOf(clause.needs, 1) : 2;
  clause.hasVerb = true;
  clause.isTelling = true;
  return 'on';
}

/** Who is told: others, or perhaps the person; undefined where it is told to whoever writes, and brings news of the person. */
function hearerOf({ words, somebody, isToldOf }: Clause, at: number): 'others' | 'perhaps the person' | undefined {
  const next = words.plain(at + 1);
  const isToMany = many.has(next) || (next === 'the' && !words.isApart(at + 1));
  if (isToMany || (words.is(kind.ownsUp, at) && ownsUpTo.has(next))) return 'others';
  const isOfThem = isToldOf && (next === 'he' || next === 'she') && agrees(somebody.sex, next);
  return isOfThem || next === 'him' || next === 'her' ? 'perhaps the person' : undefined;
}
const many = new Set(['them', 'everyone', 'everybody', 'people', 'folk', 'others']);
/** "confided that she …". */
const ownsUpTo = new Set(['he', 'she', 'they', 'to', 'that']);

/** "has told everyone that Jo is …". */
function isOfNamed({ words, somebody }: Clause, at: number): boolean {
  for (let on = at + 1; on <= Math.min(words.to, at + mostWords); on++) if (words.isName(on) && words.is(kind.verbLike, on + 1) && words.plain(on) !== somebody.name) return true;
  return false;
}

/** "moved in", "is staying with her": who lives with the person bears on the person. */
function meetLodger({ words, isTheirs }: Clause, at: number): Step | undefined {
  const isMovingIn = words.isIn(moving, at) && words.plain(at + 1) === 'in';
  const isStaying = words.isIn(staying, at) && words.isIn(stayingWhere, at + 1) && !words.isCapital(at + 2);
  return isTheirs && (isMovingIn || isStaying) ? 'none' : undefined;
}
const moving = new Set(['moved', 'moving']);
const staying = new Set(['lives', 'living', 'staying', 'stays']);
const stayingWhere = new Set(['with', 'here', 'in']);

/** "he", "she". */
function meetSubject(clause: Clause, at: number): Step | undefined {
  const word = clause.words.plain(at);
  if (word !== 'he' && word !== 'she') return undefined;
  return agrees(clause.somebody.sex, word) ? meetThem(clause, at, word) : meetAnother(clause, at, word);
}

/** "She" of a woman's story: she, or the person again. */
function meetThem(clause: Clause, at: number, word: string): Step {
  const { words, somebody, person } = clause;
  clause.isTheirs = true;
  if (clause.isSure || (person !== undefined && person !== sexOfWord(word))) return 'on';
  if (at === somebody.last + 1) {
    clause.isSure = true;
    return 'on';
  }
  const before = words.plain(at - 1);
  if (before === 'so' || before === 'now' || ((before === 'and' || before === 'but') && words.hasOf(kind.gone, somebody.last + 1, at - 1))) return 'end';
  clause.needs = mostOf(clause.needs, 1);
  return 'on';
}

/** "He" of a woman's story: the person, or somebody else again. */
function meetAnother(clause: Clause, at: number, word: string): Step {
  const { words, person } = clause;
  const isUnsure = clause.isSure && person === undefined;
  if (!isUnsure && (person === undefined || person === sexOfWord(word))) return words.isApart(at) || ['and', 'but'].includes(words.plain(at - 1)) ? 'end' : 'none';
  clause.isTheirs = false;
  if (isUnsure) clause.needs = 2;
  return 'on';
}

/** Others become the subject; nothing is decided by it. */
function meetOthers(clause: Clause, at: number): undefined {
  const { words, somebody } = clause;
  const isThey = words.plain(at) === 'they' && somebody.sex !== 'many' && somebody.sex !== 'pair';
  const isOwned = clause.isTelling && words.is(kind.person, at) && words.is(kind.owners, at - 1);
  if (isThey || isOwned || isNewSubject(words, at) || isBelief(words, at)) clause.isTheirs = false;
}

/** "thinks the council is …", "… and the bailiffs still write to him". */
const isBelief = (words: Words, at: number): boolean => (words.is(kind.believes, at) || words.isIn(beforeClause, at)) && words.isIn(opensSubject, at + 1);
const beforeClause = new Set(['that', 'and', 'but', 'because', 'after', 'when', 'while', 'since']);
const opensSubject = new Set(['the', 'a', 'an', 'somebody', 'someone', 'people', 'police', 'social', 'some', 'their']);

/** "…, bailiffs have …", "… because her sister …". */
function isNewSubject(words: Words, at: number): boolean {
  const isSmall = words.is(kind.functionWords, at) || words.is(kind.verbLike, at);
  if (at > words.from && !isSmall && words.isIn(afterSubject, at + 1) && words.isApart(at)) return true;
  if (!words.is(kind.person, at) && !words.is(kind.helpers, at)) return false;
  for (let back = 1; back <= 3; back++) if (words.isIn(beforeSubject, at - back) || (at - back >= words.from && words.isApart(at - back + 1))) return true;
  return false;
}
const afterSubject = new Set(['have', 'has', 'had', 'got', 'are', 'were', 'took', 'gave']);
const beforeSubject = new Set(['and', 'but', 'because', 'after', 'when', 'while', 'until', 'so', 'since', 'though', 'had']);

/** "hit her", "has her bank card": not theirs. "broke her arm", "lost his key" may be. */
function meetObject(clause: Clause, at: number): Step | undefined {
  const { words, somebody, person } = clause;
  const word = words.plain(at);
  if (word !== 'him' && word !== 'her' && word !== 'his') return undefined;
  const isAnother = person !== undefined && person !== sexOfWord(word) && somebody.sex !== 'many';
  if (!clause.isTheirs || isAnother || words.plain(at - 1) === 'bless') return 'on';
  const isOwner = word !== 'him' && !words.isApart(at + 1) && isNoun(words, at + 1);
  if (!isOwner) return isHarmless(clause, at) ? 'on' : 'none';
  if (!agrees(somebody.sex, word)) return 'none';
  return !clause.isSure && isTaken(clause, at) ? 'none' : 'on';
}

/** A pair do it to each other; who told him of it did nothing to him. */
const isHarmless = ({ words, somebody, isSure, isTelling }: Clause, at: number): boolean => (isSure && somebody.sex === 'pair') || (isTelling && words.is(kind.reports, at - 1));

/** "has her bank card", "broke her arm". */
function isTaken({ words, somebody }: Clause, at: number): boolean {
  if ((words.is(kind.owned, at + 1) || words.is(kind.owned, at + 2)) && words.is(kind.holds, at - 1)) return true;
  for (let back = 1; back <= 4; back++) if (at - back > somebody.last && words.is(kind.harms, at - back) && !isPassive(words, at - back)) return true;
  return false;
}

const isNoun = (words: Words, at: number): boolean => words.plain(at) !== '' && !words.is(kind.bareVerbs, at) && !words.isIn(noNouns, at);
const noNouns = new Set('a the and but or to at in on for with from about up down out off when if because so as again last over into that she he every all by after before while today yesterday hard badly not'.split(' '));

function meetVerb(clause: Clause, at: number): undefined {
  const { words } = clause;
  if (clause.isTheirs && (words.is(kind.finds, at) || words.is(kind.quarrels, at)) && !isPassive(words, at)) clause.needs = 2;
  if (words.is(kind.verbLike, at) && !words.isIn(noVerbYet, at)) clause.hasVerb = true;
}
const noVerbYet = new Set(['is', 'was', 'has', 'had', 'have', 'are', 'were', 'been', 'just', 'still', 'always', 'never', 'not']);

/** "was told", not "was telling". */
const isPassive = (words: Words, at: number): boolean => words.isIn(passives, at - 1) && !words.plain(at).endsWith('ing');
const passives = new Set(['was', 'were', 'been', 'being', 'is', 'got']);
