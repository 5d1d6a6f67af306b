/**
 * What is told of somebody else: "Mentioned the lady opposite: she has …", "One of the chaps at the club …". It begins with the
 * phrase for them and holds until the person of the note comes in again. Nothing is, when they only bring news of the
 * person, when they do it to the person, or when "she" may be either and the note never comes back to the person by name.
 */
import type { Span } from '../cues/findCues';
import { others, sexOfWord, toSomebody, type OneSex } from './grammarWords';
import { kind, type People } from './people';
import { Returns } from './returns';
import { lookedUp, Words } from './sentenceWords';
import { endsWithSomebody, mostOf, type Known, type Needs, type Telling } from './somebodysClause';
import { somebodyAt } from './somebodyPhrase';
import type { Somebody } from './somebody';
import { namesIn, personSexIn } from './thePersonOfTheNote';
import { cueAt } from '../cues/told';
import type { Token } from '../words/tokens';
import type { World } from '../cues/cue';

type Story = { readonly somebody: Somebody; readonly needs: Needs; readonly at: number };
type Begun = { readonly story: Story; readonly span?: Span };

/** Sentences over which somebody is told of without being named again. */
const mostSentences = 4;

/** A note's sentences. Whom it is about is asked only where it seems to tell of somebody else. */
class Note {
  #person: Known | undefined;
  #returns: Returns | undefined;
  readonly #ofAChild: (boolean | undefined)[] = [];

  constructor(readonly sentences: readonly Words[]) {}

  knownBy({ owner }: Somebody): Known {
    const { sex, names } = (this.#person ??= { sex: personSexIn(this.sentences), names: namesIn(this.sentences) });
    return { sex: sex ?? owner, names };
  }

  /** Found out once for each sentence. */
  isOfAChild(at: number): boolean {
    return (this.#ofAChild[at] ??= isOfAChild(this.sentences, at));
  }

  get returns(): Returns {
    return (this.#returns ??= new Returns(this.sentences));
  }
}

/** For each sentence the stretches in it that are told of somebody else. Linear in the text's length. */
export function storiesIn(text: string, tokens: readonly Token[], parts: readonly Span[], people: People): readonly (readonly World[])[] {
  const whole = lookedUp(text, tokens, people);
  const note = new Note(parts.map(({ first, last }) => new Words(whole, first, last)));
  let story: Story | undefined;
  return note.sentences.map((words, at) => {
    const on = story && goesOn(note, at, story);
    if (story && !on && !isOpenStill(words, story)) story = undefined;
    const next = begunIn(note, at);
    story = next?.story ?? story;
    const found = [on, next?.span].filter((span) => span !== undefined);
    return found.map(({ first, last }): World => ({ first, last, apart: { ...cueAt(tokens, story!.somebody, 'somebody-else', 'told of somebody else'), as: 'other' } }));
  });
}

/** Who is told of in a sentence, from where on. */
function begunIn(note: Note, at: number): Begun | undefined {
  const words = note.sentences[at]!;
  for (let first = words.from; first <= words.to; first++) {
    const begun = mayBegin(words, first) ? begunAt(note, at, first) : undefined;
    if (begun) return begun;
  }
  return undefined;
}

/** Most words begin nothing: looked at first, because it is asked of every word of a note. */
const mayBegin = (words: Words, first: number): boolean => first === words.from || words.is(kind.opensAfter, first - 1) || words.is(kind.firstNamed, first) || words.is(kind.owners, first) || words.isApart(first);

function begunAt(note: Note, at: number, first: number): Begun | undefined {
  const words = note.sentences[at]!;
  const isTopic = isToldOf(words, first);
  const isOpen = isTopic || opensClause(words, first);
  const somebody = isOpen || words.is(kind.owners, first) ? somebodyAt(words, first) : undefined;
  if (!somebody) return undefined;
  if (isOpen) return beginsWith(note, at, somebody, isTopic);
  return somebody.name === undefined ? undefined : { story: { somebody, needs: 1, at } };
}

function beginsWith(note: Note, at: number, somebody: Somebody, isTopic: boolean): Begun | undefined {
  const words = note.sentences[at]!;
  const telling = endsWithSomebody(words, somebody, note.knownBy(somebody), { from: somebody.last + 1, isTopic, isTheirs: true });
  if (!telling) return undefined;
  const needs = mostOf(needsOf(words, somebody), telling.needs);
  if (!note.returns.comesBack(at, needs, somebody) || note.isOfAChild(at)) return undefined;
  return { story: { somebody, needs, at }, ...(telling.last > somebody.last ? { span: { first: somebody.first, last: telling.last } } : {}) };
}

/** "A lad had …" and "my mate …" may hide whoever tells it: then the note must set the person against them. */
function needsOf(words: Words, somebody: Somebody): Needs {
  const isAnyone = somebody.isBare && !isPlacedBefore(words, somebody);
  const isSpeakers = !somebody.isStranger && somebody.isMine && !isFarAway(words, somebody);
  return isAnyone || isSpeakers ? 2 : 1;
}

/** "In the sewing group one lady …". */
const isPlacedBefore = (words: Words, { first }: Somebody): boolean => words.isIn(inPlaces, words.from) && first - words.from >= 3;
const inPlaces = new Set(['in', 'at', 'on', 'down', 'over']);

/** "My brother-in-law out in Perth". */
const isFarAway = (words: Words, { last, name }: Somebody): boolean => words.isCapital(last) && words.plain(last) !== name && words.is(kind.places, last - 1);

/** Words from the beginning of a sentence within which "visits a lad" says whom the person knows. */
const knowsWithin = 5;
/** Words from "spoke" to "about". */
const speaksWithin = 5;

/** "Mentioned the lady opposite", "Spoke at length about the couple at number 9", "There was one lad who …". */
function isToldOf(words: Words, first: number): boolean {
  if (!words.is(kind.opensAfter, first - 1)) return false;
  if (words.is(kind.mentions, first - 1)) return true;
  if (isThere(words, first, isOrWas)) return true;
  if (words.is(kind.knows, first - 1) && words.isIn(known, first) && first - words.from <= knowsWithin) return true;
  return words.isIn(about, first - 1) && isSpokenAbout(words, first);
}
const isOrWas = new Set(['is', 'was']);
const known = new Set(['a', 'an', 'one', 'this', 'two', 'some']);
const about = new Set(['about', 'of']);

function isSpokenAbout(words: Words, first: number): boolean {
  for (let back = 2; back <= speaksWithin && !words.isApart(first - back + 1); back++) if (words.is(kind.speaks, first - back)) return true;
  return false;
}

/** "There was …", "it is …". */
const isThere = (words: Words, first: number, verbs: ReadonlySet<string>): boolean => words.isIn(verbs, first - 1) && words.isIn(dummies, first - 2);
const dummies = new Set(['there', 'it']);

/** Words from the beginning of a sentence over which "In the sewing group" may run. */
const frontedWithin = 7;

function opensClause(words: Words, first: number): boolean {
  if (first === words.from || words.is(kind.joins, first - 1)) return !isJoint(words, first);
  if (words.isApart(first)) return true;
  if (words.is(kind.firstNamed, first) && first - words.from <= frontedWithin && words.isIn(fronted, words.from)) return true;
  if (!words.is(kind.bringsIn, first - 1)) return false;
  return (words.isIn(toSomebody, first - 1) && words.isIn(tells, first - 2)) || isThere(words, first, beingThere);
}
const fronted = new Set(['in', 'at', 'on', 'last', 'once', 'this', 'yesterday', 'down', 'over', 'during']);
const tells = new Set(['told', 'tells', 'telling']);
const beingThere = new Set(['is', 'was', 'were', 'had', 'are', 'been']);

/** "Him and the lads from …". */
const isJoint = (words: Words, first: number): boolean => words.plain(first - 1) === 'and' && words.isIn(joined, first - 2);
const joined = new Set(['him', 'her', 'he', 'she', 'me', 'i', 'them']);

/** The sentence that goes on with it, up to where the person comes in. */
function goesOn(note: Note, at: number, { somebody, needs, at: begun }: Story): Span | undefined {
  const words = note.sentences[at]!;
  const telling = at - begun > mostSentences || note.returns.isBack(at, somebody) ? undefined : tellingOn(words, somebody, note.knownBy(somebody));
  if (!telling) return undefined;
  const needed = mostOf(mostOf(needs, telling.needs), somebody.isOfName ? 2 : 0);
  return note.returns.comesBack(at, needed, somebody) && !note.isOfAChild(at) ? { first: words.from, last: telling.last } : undefined;
}

/** "Val has …", "She has …", "Police have …". */
function tellingOn(words: Words, somebody: Somebody, person: Known): Telling | undefined {
  const { from } = words;
  if (words.plain(from) === somebody.name) return endsWithSomebody(words, somebody, person, { from: from + 1, isTopic: true, isTheirs: !words.isPossessive(from) });
  if (words.isIn(pronouns, from)) return tellingWithPronoun(words, somebody, person);
  return isOfOthers(words) ? endsWithSomebody(words, somebody, person, { from, isTopic: true, isTheirs: false }) : undefined;
}
const pronouns = new Set([...others, 'his', 'her', 'their']);

function tellingWithPronoun(words: Words, somebody: Somebody, person: Known): Telling | undefined {
  const of: OneSex | undefined = sexOfWord(words.plain(words.from));
  if (of !== undefined && somebody.sex !== 'either' && somebody.sex !== 'pair' && somebody.sex !== of) return undefined;
  const isTheirs = words.plain(words.from) !== 'they' || somebody.sex === 'many' || somebody.sex === 'pair';
  const telling = endsWithSomebody(words, somebody, person, { from: words.from + 1, isTopic: true, isTheirs });
  const isSure = person.sex !== undefined && of !== undefined && of !== person.sex;
  return telling && { ...telling, needs: mostOf(telling.needs, isSure ? 0 : 1) };
}

/** "Social services have got him …", "The family …", "That lady …". */
function isOfOthers(words: Words): boolean {
  const { from } = words;
  const isPointed = ['that', 'the'].includes(words.plain(from));
  for (let on = from; on <= from + 2; on++) if (words.is(kind.helpers, on) || words.is(kind.services, on) || (on > from && isPointed && words.is(kind.person, on))) return true;
  return false;
}

/** Who has a name may be named again later. */
const isOpenStill = (words: Words, { somebody }: Story): boolean => somebody.name !== undefined && !words.is(kind.labels, words.from);

/** Sentences within which it is said that somebody has been called for a child. */
const calledWithin = 3;

/** A child that may come to harm is a concern of its own, unless somebody has been called. */
function isOfAChild(sentences: readonly Words[], at: number): boolean {
  const words = sentences[at]!;
  if (!isOfYoung(words)) return false;
  if ((words.hasOf(kind.schoolHarms) && words.hasWord('school')) || words.hasOf(kind.childHarms)) return true;
  return !sentences.slice(at, at + calledWithin).some((each) => each.hasOf(kind.services));
}

function isOfYoung(words: Words): boolean {
  for (let at = words.from; at <= words.to; at++) if (words.is(kind.young, at) && !isGrownGirl(words, at)) return true;
  return false;
}

/** "A girl in accounts", not "a girl in primary school". */
const isGrownGirl = (words: Words, at: number): boolean => words.isIn(girls, at) && words.isIn(placesOfGirls, at + 1) && !words.isIn(schools, at + 3);
const girls = new Set(['girl', 'boy']);
const placesOfGirls = new Set(['in', 'at', 'from', 'on']);
const schools = new Set(['school', 'nursery', 'primary']);
