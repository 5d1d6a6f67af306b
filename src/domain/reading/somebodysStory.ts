/**
 * What is told of somebody else: "Mentioned the lady opposite: she has …", "One of the chaps at the club …". It begins with the
 * phrase for them and holds until the person of the note comes in again. Nothing is, when they only bring news of the
 * person, when they do it to the person, or when "she" may be either and the note never comes back to the person by name.
 */
import { endsWithSomebody, personSexIn, type Known, type Telling } from './somebodysClause';
import { isApartAt, isCapital, isNameAt, isVerbLike, plainAt, type Words } from './sentenceWords';
import { somebodyAt, type Somebody } from './somebodyPhrase';
import { determiners, help, isHelper, isPerson, labels, owners, places, speaks, young } from './personNouns';
import { cueAt } from './told';
import type { Token } from './tokens';
import type { Span } from './findCues';
import type { World } from './worlds';

/** How plainly the note must come back to the person. */
type Needs = 0 | 1 | 2;
type Story = { readonly somebody: Somebody; readonly needs: Needs; readonly at: number };
type Note = { readonly sentences: readonly Words[]; readonly sex: 'male' | 'female' | undefined; readonly names: ReadonlySet<string> };

/** Sentences over which somebody is told of without being named again. */
const mostSentences = 4;

const joins = new Set(['that', 'because', 'as', 'since', 'and', 'how', 'where', 'when', 'but', 'so', 'said', 'says', 'heard', 'hears', 'cos', 'if', 'though', 'although', 'like', 'while', 'old']);

/** For each sentence the stretches in it that are told of somebody else. Linear in the text's length. */
export function storiesIn(text: string, tokens: readonly Token[], parts: readonly Span[]): readonly (readonly World[])[] {
  const sentences = parts.map(({ first, last }): Words => ({ text, tokens, from: first, to: last }));
  const note: Note = { sentences, sex: personSexIn(sentences), names: namesIn(sentences) };
  let story: Story | undefined;
  return sentences.map((words, at) => {
    const found: Span[] = [];
    if (story) {
      const on = at - story.at <= mostSentences ? goesOn(note, at, story) : undefined;
      if (on) found.push(on);
      else if (!isOpenStill(words, story)) story = undefined;
    }
    const next = begunIn(note, at);
    if (next) {
      story = next.story;
      if (next.span) found.push(next.span);
    }
    return found.map(({ first, last }): World => ({ first, last, apart: { ...cueAt(tokens, next?.story.somebody ?? story!.somebody, 'somebody-else', 'told of somebody else'), as: 'other' } }));
  });
}

const knownBy = (note: Note, { owner }: Somebody): Known => ({ sex: note.sex ?? owner, names: note.names });

/** The names by which the note speaks of the person: "Call with Ken", "Mrs Bello", "Les wants …". */
function namesIn(sentences: readonly Words[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const words of sentences) {
    const at = words.from;
    if (isCapital(words, at) && !isPerson(plainAt(words, at)) && ['wants', 'would', 'himself', 'herself', 'likes'].includes(plainAt(words, at + 1))) names.add(plainAt(words, at));
    for (let on = at + 1; on <= words.to && on <= at + 5; on++) if (isNameAt(words, on) && ['with', 'saw', 'met', 'visited', 'client', 'pt', 'to'].includes(plainAt(words, on - 1))) names.add(plainAt(words, on));
  }
  return names;
}

/** Who is told of in a sentence, from where on. */
function begunIn(note: Note, at: number): { readonly story: Story; readonly span?: Span } | undefined {
  const words = note.sentences[at]!;
  for (let first = words.from; first <= words.to; first++) {
    if (!mayBegin(words, first)) continue;
    const isTopic = isToldOf(words, first);
    const isOpen = isTopic || opensClause(words, first);
    if (!isOpen && !owners.has(plainAt(words, first))) continue;
    const somebody = somebodyAt(words, first);
    if (!somebody || (!isOpen && somebody.name === undefined)) continue;
    if (!isOpen) return { story: { somebody, needs: 1, at } };
    const begun = beginsWith(note, at, somebody, isTopic);
    if (begun) return begun;
  }
  return undefined;
}

/** Most words begin nothing: looked at first, because it is asked of every word of a note. */
const mayBegin = (words: Words, first: number): boolean => first === words.from || opensAfter.has(plainAt(words, first - 1)) || opensWith.has(plainAt(words, first)) || isApartAt(words, first);

function beginsWith(note: Note, at: number, somebody: Somebody, isTopic: boolean): { readonly story: Story; readonly span?: Span } | undefined {
  const telling = endsWithSomebody(note.sentences[at]!, somebody, somebody.last + 1, knownBy(note, somebody), isTopic);
  if (!telling) return undefined;
  const needs = Math.max((somebody.isBare && !isPlacedBefore(note.sentences[at]!, somebody)) || (!somebody.isStranger && somebody.isMine && !isFarAway(note.sentences[at]!, somebody)) ? 2 : 1, telling.needs) as Needs;
  const story = { somebody, needs, at };
  if (!comesBack(note, at, needs, somebody) || isOfAChild(note, at)) return undefined;
  return { story, ...(telling.last > somebody.last ? { span: { first: somebody.first, last: telling.last } } : {}) };
}

/** "In the sewing group one lady …". */
const isPlacedBefore = (words: Words, { first }: Somebody): boolean => ['in', 'at', 'on', 'down', 'over'].includes(plainAt(words, words.from)) && first - words.from >= 3;

/** "My brother-in-law out in Perth". */
const isFarAway = (words: Words, { last, name }: Somebody): boolean => isCapital(words, last) && plainAt(words, last) !== name && places.has(plainAt(words, last - 1));

/** "Mentioned the lady opposite", "Spoke at length about the couple at number 9", "There was one lad who …". */
function isToldOf(words: Words, first: number): boolean {
  const before = plainAt(words, first - 1);
  if (['mentioned', 'mentions', 'mentioning', 'discussed', 'discusses', 'recalled', 'remembers'].includes(before)) return true;
  if (['is', 'was'].includes(before) && ['it', 'there'].includes(plainAt(words, first - 2))) return true;
  if (knowing.has(before) && ['a', 'an', 'one', 'this', 'two', 'some'].includes(plainAt(words, first)) && first - words.from <= 5) return true;
  if (['about', 'of'].includes(before)) for (let back = 2; back <= 5 && !isApartAt(words, first - back + 1); back++) if (speaks.has(plainAt(words, first - back))) return true;
  return false;
}

/** "visits a lad in prison who …". */
const knowing = new Set('had has knows knew met got visits visited mentors mentored supports supported helps helped teaches taught coaches coached drives befriends befriended sponsors sponsored tutors'.split(' '));

const opensAfter = new Set([...joins, ...knowing, ...'mentioned mentions mentioning discussed discusses recalled remembers is was were had are been about of me us them him her'.split(' ')]);
const opensWith = new Set([...owners, ...'a an one another this some'.split(' ')]);

function opensClause(words: Words, first: number): boolean {
  const before = plainAt(words, first - 1);
  if (first === words.from || joins.has(before)) return !isJoint(words, first);
  if (isApartAt(words, first)) return true;
  if (['a', 'an', 'one', 'another', 'this', 'some'].includes(plainAt(words, first)) && first - words.from <= 7 && ['in', 'at', 'on', 'last', 'once', 'this', 'yesterday', 'down', 'over', 'during'].includes(plainAt(words, words.from))) return true;
  if (['me', 'us', 'them', 'him', 'her'].includes(before) && ['told', 'tells', 'telling'].includes(plainAt(words, first - 2))) return true;
  return ['is', 'was', 'were', 'had', 'are', 'been'].includes(before) && ['there', 'it'].includes(plainAt(words, first - 2)) ;
}

/** "Him and the lads from …". */
const isJoint = (words: Words, first: number): boolean => plainAt(words, first - 1) === 'and' && ['him', 'her', 'he', 'she', 'me', 'i', 'them'].includes(plainAt(words, first - 2));

/** The sentence that goes on with it, up to where the person comes in. */
function goesOn(note: Note, at: number, { somebody, needs }: Story): Span | undefined {
  const words = note.sentences[at]!;
  const telling = isBack(words, somebody) ? undefined : tellingOn(words, somebody, knownBy(note, somebody));
  if (!telling) return undefined;
  const needed = Math.max(needs, telling.needs, somebody.isOfName ? 2 : 0) as Needs;
  return comesBack(note, at, needed, somebody) && !isOfAChild(note, at) ? { first: words.from, last: telling.last } : undefined;
}

function tellingOn(words: Words, somebody: Somebody, known: Known): Telling | undefined {
  const person = known.sex;
  const word = plainAt(words, words.from);
  if (word === somebody.name) return endsWithSomebody(words, somebody, words.from + 1, known, true, !words.tokens[words.from]!.possessive);
  if (['he', 'she', 'they', 'his', 'her', 'their'].includes(word)) {
    const of = { he: 'male', his: 'male', she: 'female', her: 'female' }[word];
    const isTheirs = of === undefined || somebody.sex === 'either' || somebody.sex === 'pair' || somebody.sex === of;
    if (!isTheirs) return undefined;
    const telling = endsWithSomebody(words, somebody, words.from + 1, known, true, word !== 'they' || ['many', 'pair'].includes(somebody.sex));
    return telling && { ...telling, needs: Math.max(telling.needs, person !== undefined && of !== undefined && of !== person ? 0 : 1) as Needs };
  }
  return isOfOthers(words) ? endsWithSomebody(words, somebody, words.from, known, true, false) : undefined;
}

/** "Social services have got him …", "The family …", "That lady …". */
const isOfOthers = (words: Words): boolean => [0, 1, 2].some((on) => isHelper(plainAt(words, words.from + on)) || help.has(plainAt(words, words.from + on)) || (on > 0 && ['that', 'the'].includes(plainAt(words, words.from)) && isPerson(plainAt(words, words.from + on))));
const isOpenStill = (words: Words, { somebody }: Story): boolean => somebody.name !== undefined && !labels.has(plainAt(words, words.from));

/** The note comes back to the person: by a label, by name, or plainly set against the other. */
function comesBack({ sentences }: Note, at: number, needs: Needs, somebody: Somebody): boolean {
  if (needs === 0) return true;
  return sentences.some((words, other) => other !== at && (needs === 1 ? other > at && isBack(words, somebody) : isSetAgainst(words, somebody)));
}

const elided = new Set('wants wanted would asked keen denies denied agreed booked referred plan seen attends likes needs enjoys hoping interested looking otherwise happy after'.split(' '));

function isBack(words: Words, { name, sex }: Somebody): boolean {
  const first = plainAt(words, words.from);
  if (elided.has(first) && first !== 'after') return true;
  if ((first === 'she' && sex === 'male') || (first === 'he' && sex === 'female')) return true;
  if (first === 'me' && isApartAt(words, words.from + 1)) return true;
  if (['my', 'our'].includes(first) && (['lady', 'man', 'chap', 'gentleman', 'lad', 'girl', 'lass'].includes(plainAt(words, words.from + 1)) || labels.has(plainAt(words, words.from + 1)) || labels.has(plainAt(words, words.from + 2)))) return true;
  for (let at = words.from; at <= words.to && at < words.from + 4; at++) {
    if (labels.has(plainAt(words, at)) || ['mr', 'mrs', 'ms', 'miss', 'myself'].includes(plainAt(words, at))) return true;
    if (isNameAt(words, at) && plainAt(words, at) !== name && isVerbLike(plainAt(words, at + 1))) return true;
  }
  return isCapital(words, words.from) && first !== name && isSubjectName(words);
}

/** "Nasreen wants …", "Ken himself …", not "Police have …". */
function isSubjectName(words: Words): boolean {
  const [first, next] = [plainAt(words, words.from), plainAt(words, words.from + 1)];
  if (isPerson(first) || isHelper(first) || help.has(first) || determiners.has(first) || owners.has(first) || (/(?:ed|ing|ly|s)$/.test(first) && !namesInS.has(first))) return /s$/.test(first) && ['himself', 'herself', 'wants', 'would', 'only'].includes(next);
  return ['himself', 'herself', 'own'].includes(next) || isVerbLike(next) || ['wants', 'likes', 'needs', 'enjoys', 'loves', 'volunteers', 'mentions', 'widower', 'proud', 'well', 'fine', 'rings', 'only', 'looking', 'excited', 'comfortable', 'settled', 'in', 'also', 'now', 'just', 'sharp', 'steady'].includes(next) || (/[a-z]{3}s$/.test(next) && !isPerson(next));
}

const namesInS = new Set('james les doris chris gladys iris frances agnes phyllis marcus thomas ross jess tess denis dennis francis giles miles lewis louis boris morris angus magnus fergus rhys des wes gus russ carys mavis travis elis jonas silas lois nicholas douglas charles jules ines fred alfred winifred mildred ned ted jed sally polly molly kelly emily holly lily billy willy dolly beverly shelly carly ally'.split(' '));

const well = new Set('himself herself myself meself hersel hissel own fine well comfortable settled none peaceful happy proud good bubbly independent'.split(' '));

/** "Ken himself in good spirits", "No falls for pt", "I'm flush meself". */
function isSetAgainst(words: Words, somebody: Somebody): boolean {
  const isTheirs = isBack(words, somebody) || [...Array(Math.min(12, words.to - words.from + 1)).keys()].some((on) => labels.has(plainAt(words, words.from + on)));
  for (let at = words.from; at <= words.to; at++) {
    const word = plainAt(words, at);
    if (['myself', 'meself', 'hersel', 'hissel'].includes(word) || (isTheirs && well.has(word)) || (word === 'no' && labels.has(plainAt(words, at + 3))) || (word === 'not' && plainAt(words, at + 1) === 'a' && plainAt(words, at + 2) === 'case')) return true;
  }
  return false;
}

/** A child that may come to harm is a concern of its own, unless somebody has been called. */
function isOfAChild({ sentences }: Note, at: number): boolean {
  let isYoung = false;
  const told = sentences[at]!;
  for (let on = told.from; on <= told.to; on++) isYoung ||= young.has(plainAt(told, on)) && !(['girl', 'boy'].includes(plainAt(told, on)) && ['in', 'at', 'from', 'on'].includes(plainAt(told, on + 1)) && !['school', 'nursery', 'primary'].includes(plainAt(told, on + 3)));
  if (!isYoung) return false;
  if (has(told, 'school') && (has(told, 'touches') || has(told, 'touched') || has(told, 'run'))) return true;
  if (['leave', 'leaves', 'left', 'leaving', 'alone', 'hit', 'hits', 'shook', 'shakes'].some((word) => has(sentences[at]!, word))) return true;
  return !sentences.slice(at, at + 3).some((words) => words.tokens.slice(words.from, words.to + 1).some(({ plain }) => help.has(plain)));
}

const has = ({ tokens, from, to }: Words, word: string): boolean => tokens.slice(from, to + 1).some(({ plain }) => plain === word);
