/** How far a sentence goes on being about somebody, and whether they do anything to the person. */
import { finds, functionWords, harms, isHelper, isPerson, labels, owned, owners, reports, type Sex } from './personNouns';
import { isApartAt, isCapital, isNameAt, isVerbLike, plainAt, type Words } from './sentenceWords';
import type { Somebody } from './somebodyPhrase';

export type Telling = { readonly last: number; /** How plainly the note must come back to the person: 0 not at all, 1 by name, 2 set against them. */ readonly needs: 0 | 1 | 2 };

/** What the note says of the person. */
export type Known = { readonly sex: 'male' | 'female' | undefined; readonly names: ReadonlySet<string> };

const sexes: Readonly<Record<string, 'male' | 'female'>> = { he: 'male', him: 'male', his: 'male', himself: 'male', she: 'female', her: 'female', hers: 'female', herself: 'female' };
const agrees = (sex: Sex, word: string): boolean => sex === 'either' || sex === 'pair' || sex === sexes[word];

/** What is known of the person's sex: who is spoken of first, by a title, or as the owner of a relative. */
export function personSexIn(sentences: readonly Words[]): 'male' | 'female' | undefined {
  const [words] = sentences;
  if (!words) return undefined;
  return sexAtTheStart(words) ?? sexOfTheTeller(sentences);
}

/** "She told me", "He wants". */
function sexOfTheTeller(sentences: readonly Words[]): 'male' | 'female' | undefined {
  const tellers = sentences.filter((words) => ['he', 'she'].includes(plainAt(words, words.from)) && (['wants', 'would', 'asked'].includes(plainAt(words, words.from + 1)) || (plainAt(words, words.from + 1) === 'told' && plainAt(words, words.from + 2) === 'me'))).map((words) => sexes[plainAt(words, words.from)]);
  return tellers.every((sex) => sex === tellers[0]) ? tellers[0] : undefined;
}

function sexAtTheStart(words: Words): 'male' | 'female' | undefined {
  for (let at = words.from; at <= words.to; at++) {
    const word = plainAt(words, at);
    if (['mrs', 'ms', 'miss', 'she'].includes(word)) return 'female';
    if (['mr', 'he'].includes(word)) return 'male';
    if (word === 'her' || word === 'his') return sexes[word];
    if (['a', 'one', 'the', 'another', 'some'].includes(word)) return undefined;
  }
  return undefined;
}

/** The words of a sentence up to which it is of somebody; undefined where they bring news of the person, or do it to the person. */
export function endsWithSomebody(words: Words, somebody: Somebody, from: number, { sex: person, names }: Known, isTopic: boolean, isTheirs = true): Telling | undefined {
  const clause: Clause = { words, somebody, person, names, isTheirs, isSure: isTopic && /:/.test(words.tokens[from]?.before ?? ''), hasVerb: false, isToldOf: isTopic, isTelling: false, needs: 0 };
  if (!isTopic && from === somebody.last + 1 && isReportAfter(words, from)) return undefined;
  for (let at = from; at <= words.to; at++) {
    const step = meet(clause, at);
    if (step === 'none') return undefined;
    if (step === 'end') return { last: at - 1, needs: clause.needs };
  }
  return { last: words.to, needs: clause.needs };
}

/** "Her pal Dilys: "she has …"" is news of the person; "Her pal Dilys: broke her hip" is not. */
const isReportAfter = (words: Words, at: number): boolean => at <= words.to && (/["\u201c\u2018]/.test(words.tokens[at]!.before) || (words.tokens[at]!.before.includes(':') && ['he', 'she', 'they', 'i', 'not', 'no', 'has', 'is'].includes(plainAt(words, at))));

type Clause = {
  readonly words: Words;
  readonly somebody: Somebody;
  readonly person: 'male' | 'female' | undefined;
  readonly names: ReadonlySet<string>;
  /** They are the subject. */
  isTheirs: boolean;
  /** "he" and "she" can only be they. */
  isSure: boolean;
  hasVerb: boolean;
  readonly isToldOf: boolean;
  /** They have told somebody of something. */
  isTelling: boolean;
  needs: 0 | 1 | 2;
};
type Step = 'on' | 'end' | 'none';

function meet(clause: Clause, at: number): Step {
  const { words } = clause;
  const word = plainAt(words, at);
  if (labels.has(word) || (word !== clause.somebody.name && clause.names.has(word))) return 'end';
  if (['i', 'me', 'my', 'myself', 'we', 'us', 'our'].includes(word)) return clause.isTheirs && ['me', 'us', 'my', 'our'].includes(word) ? 'none' : 'end';
  if (!clause.hasVerb && reports.has(word) && !isPassive(words, at)) return reportsIt(clause, at);
  if (clause.isTheirs && livesWith(words, at)) return 'none';
  if (word === 'he' || word === 'she') return meetSubject(clause, at, word);
  if (word === 'they' && !['many', 'pair'].includes(clause.somebody.sex)) clause.isTheirs = false;
  if (isNewSubject(words, at) || (clause.isTelling && owners.has(plainAt(words, at - 1)) && isPerson(word)) || believesIt(words, at)) clause.isTheirs = false;
  if (word === 'him' || word === 'her' || word === 'his') return meetObject(clause, at, word);
  if (clause.isTheirs && finds.has(word) && !isPassive(words, at)) clause.needs = 2;
  if (clause.isTheirs && quarrels.has(word) && !isPassive(words, at)) clause.needs = 2;
  if (isVerbLike(word) && !['is', 'was', 'has', 'had', 'have', 'are', 'were', 'been', 'just', 'still', 'always', 'never', 'not'].includes(word)) clause.hasVerb = true;
  return 'on';
}

/** "thinks the council is …", "… and the bailiffs still write to him". */
const believesIt = (words: Words, at: number): boolean => ['thinks', 'thought', 'believes', 'believed', 'convinced', 'hears', 'heard', 'hearing', 'that', 'and', 'but', 'because', 'after', 'when', 'while', 'since'].includes(plainAt(words, at)) && ['the', 'a', 'an', 'somebody', 'someone', 'people', 'police', 'social', 'some', 'their'].includes(plainAt(words, at + 1));

const isNewSubject = (words: Words, at: number): boolean => {
  const word = plainAt(words, at);
  if (at > words.from && isApartAt(words, at) && !functionWords.has(word) && !isVerbLike(word) && ['have', 'has', 'had', 'got', 'are', 'were', 'took', 'gave'].includes(plainAt(words, at + 1))) return true;
  if (!isPerson(word) && !isHelper(word)) return false;
  return [1, 2, 3].some((back) => ['and', 'but', 'because', 'after', 'when', 'while', 'until', 'so', 'since', 'though', 'had'].includes(plainAt(words, at - back)) || (at - back >= words.from && isApartAt(words, at - back + 1)));
};

/** "moved in", "is staying with her": who lives with the person bears on the person. */
const livesWith = (words: Words, at: number): boolean => (['moved', 'moving'].includes(plainAt(words, at)) && plainAt(words, at + 1) === 'in') || (['lives', 'living', 'staying', 'stays'].includes(plainAt(words, at)) && ['with', 'here', 'in'].includes(plainAt(words, at + 1)) && !isCapital(words, at + 2));

const isPassive = (words: Words, at: number): boolean => !plainAt(words, at).endsWith('ing') && ['was', 'were', 'been', 'being', 'is', 'got'].includes(plainAt(words, at - 1));
/** What noise and rows next door are to the person is not said. */
const quarrels = new Set('shout shouts shouting shouted scream screams screaming swears swearing bang bangs banging bully bullies bullying harass harasses harassing stalks stalking follows following threatens threatened threatening spits hangs hanging attacks attacked intimidates intimidating'.split(' '));

/** "told the others", "rang him": of whom it is, is only sure when the note comes back to the person. */
function reportsIt(clause: Clause, at: number): Step {
  const { words, somebody } = clause;
  if (!clause.isTheirs) return 'on';
  const next = plainAt(words, at + 1);
  const isToMany = ['them', 'everyone', 'everybody', 'people', 'folk', 'others'].includes(next) || (next === 'the' && !isApartAt(words, at + 1));
  const isOwnUp = owningUp.has(plainAt(words, at)) && ['he', 'she', 'they', 'to', 'that'].includes(next);
  const isTheirTelling = clause.isToldOf && ['he', 'she'].includes(next) && agrees(somebody.sex, next);
  if (!isToMany && !isOwnUp && !isTheirTelling && next !== 'him' && next !== 'her') return 'none';
  for (let on = at + 1; on <= words.to; on++) if (isNameAt(words, on) && isVerbLike(plainAt(words, on + 1)) && plainAt(words, on) !== somebody.name) return 'none';
  clause.needs = isToMany || isOwnUp ? (Math.max(clause.needs, 1) as 0 | 1 | 2) : 2;
  clause.hasVerb = true;
  clause.isTelling = true;
  return 'on';
}
const owningUp = new Set(['confided', 'confides', 'admitted', 'admits', 'confessed', 'disclosed']);

function meetSubject(clause: Clause, at: number, word: string): Step {
  const { words, somebody, person } = clause;
  if (!agrees(somebody.sex, word)) {
    if (clause.isSure && person === undefined) {
      clause.isTheirs = false;
      clause.needs = 2;
      return 'on';
    }
    if (person === undefined || person === sexes[word]) return isApartAt(words, at) || ['and', 'but'].includes(plainAt(words, at - 1)) ? 'end' : 'none';
    clause.isTheirs = false;
    return 'on';
  }
  clause.isTheirs = true;
  if (clause.isSure || (person !== undefined && person !== sexes[word])) return 'on';
  if (at === somebody.last + 1) {
    clause.isSure = true;
    return 'on';
  }
  const before = plainAt(words, at - 1);
  if (before === 'so' || before === 'now' || (['and', 'but'].includes(before) && hasDied(clause, at))) return 'end';
  clause.needs = Math.max(clause.needs, 1) as 0 | 1 | 2;
  return 'on';
}

function hasDied({ words, somebody }: Clause, to: number): boolean {
  for (let at = somebody.last + 1; at < to; at++) if (['died', 'dies', 'dead', 'passed', 'moved', 'left', 'gone', 'killed', 'buried'].includes(plainAt(words, at))) return true;
  return false;
}

/** "hit her", "has her bank card": not theirs. "broke her arm", "lost his key" may be. */
function meetObject(clause: Clause, at: number, word: string): Step {
  const { words, somebody, person, isTheirs } = clause;
  if (!isTheirs || (person !== undefined && person !== sexes[word] && somebody.sex !== 'many')) return 'on';
  if (plainAt(words, at - 1) === 'bless') return 'on';
  const isOwner = word !== 'him' && !isApartAt(words, at + 1) && isNoun(plainAt(words, at + 1));
  if (!isOwner) return clause.isSure && somebody.sex === 'pair' ? 'on' : clause.isTelling && reports.has(plainAt(words, at - 1)) ? 'on' : 'none';
  if (!agrees(somebody.sex, word)) return 'none';
  const isTheirsToLose = [1, 2].some((on) => owned.has(plainAt(words, at + on))) && holding.has(plainAt(words, at - 1));
  const isTaken = isTheirsToLose || [1, 2, 3, 4].some((back) => at - back > somebody.last && harms.has(plainAt(words, at - back)) && !isPassive(words, at - back));
  return isTaken && !clause.isSure ? 'none' : 'on';
}

/** "has her card", "in his flat", not "gambled his pension". */
const holding = new Set('has have had got at in into inside outside round on to from off through'.split(' '));

const isNoun = (word: string): boolean => word !== '' && !['have', 'do', 'go', 'work', 'pay', 'sleep', 'sit', 'give', 'feel', 'get', 'take', 'be', 'stay', 'leave', 'drink', 'eat', 'sign', 'strip', 'wear', 'beg', 'lie', 'a', 'the', 'and', 'but', 'or', 'to', 'at', 'in', 'on', 'for', 'with', 'from', 'about', 'up', 'down', 'out', 'off', 'when', 'if', 'because', 'so', 'as', 'again', 'last', 'over', 'into', 'that', 'she', 'he', 'every', 'all', 'by', 'after', 'before', 'while', 'today', 'yesterday', 'hard', 'badly', 'not'].includes(word);
