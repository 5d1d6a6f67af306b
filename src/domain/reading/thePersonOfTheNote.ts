/** Whom a note is about, as far as it says: he or she, by which names, and where it comes back to them after it has told of somebody else. */
import { endsAsParticiple, sexOfWord, type OneSex } from './grammarWords';
import { kind } from './people';
import type { Words } from './sentenceWords';
import type { Needs } from './somebodysClause';
import type { Somebody } from './somebodyPhrase';

/** What is known of the person's sex: who is spoken of first, by a title, or as the owner of a relative; else who tells and wants. */
export function personSexIn(sentences: readonly Words[]): OneSex | undefined {
  const [words] = sentences;
  return words && (sexAtTheStart(words) ?? sexOfTheTeller(sentences));
}

function sexAtTheStart(words: Words): OneSex | undefined {
  for (let at = words.from; at <= words.to; at++) {
    if (words.isIn(ofThePerson, at)) return sexOfWord(words.plain(at));
    if (words.isIn(ofOthers, at)) return undefined;
  }
  return undefined;
}
const ofThePerson = new Set(['mrs', 'ms', 'miss', 'she', 'mr', 'he', 'her', 'his']);
const ofOthers = new Set(['a', 'one', 'the', 'another', 'some']);

/** "She told me", "He wants". */
function sexOfTheTeller(sentences: readonly Words[]): OneSex | undefined {
  const tellers = sentences.filter(isOfTheTeller).map((words) => sexOfWord(words.plain(words.from)));
  return tellers.every((sex) => sex === tellers[0]) ? tellers[0] : undefined;
}

function isOfTheTeller(words: Words): boolean {
  const [first, next] = [words.plain(words.from), words.plain(words.from + 1)];
  return (first === 'he' || first === 'she') && (['wants', 'would', 'asked'].includes(next) || (next === 'told' && words.plain(words.from + 2) === 'me'));
}

/** Words of a sentence within which a name is the person's. */
const nameWithin = 5;

/** The names by which the note speaks of the person: "Call with Ken", "Mrs Bello", "Les wants …". */
export function namesIn(sentences: readonly Words[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const words of sentences) {
    const at = words.from;
    if (words.is(kind.wishesAfterName, at + 1) && words.isCapital(at) && !words.is(kind.person, at)) names.add(words.plain(at));
    for (let on = at + 1; on <= words.to && on <= at + nameWithin; on++) if (words.is(kind.sawBefore, on - 1) && words.isName(on)) names.add(words.plain(on));
  }
  return names;
}

/** The note comes back to the person: by a label, by name, or plainly set against the other. */
export function comesBack(sentences: readonly Words[], at: number, needs: Needs, somebody: Somebody): boolean {
  if (needs === 0) return true;
  return sentences.some((words, other) => other !== at && (needs === 1 ? other > at && isBack(words, somebody) : isSetAgainst(words, somebody)));
}

/** A sentence that begins with the person, in one of these ways. */
const waysBack: readonly ((words: Words, somebody: Somebody) => boolean)[] = [withoutSubject, withOtherPronoun, asOurs, withLabelOrName, withNameFirst];

export const isBack = (words: Words, somebody: Somebody): boolean => waysBack.some((isThere) => isThere(words, somebody));

/** "Wants the choir.", "Me, I am fine." */
function withoutSubject(words: Words): boolean {
  if (words.is(kind.wishes, words.from) && words.plain(words.from) !== 'after') return true;
  return words.plain(words.from) === 'me' && words.isApart(words.from + 1);
}

/** "He" after the story of a woman. */
function withOtherPronoun(words: Words, { sex }: Somebody): boolean {
  const first = words.plain(words.from);
  return (first === 'she' && sex === 'male') || (first === 'he' && sex === 'female');
}

/** "Our lady is fine", "My pt". */
function asOurs(words: Words): boolean {
  const { from } = words;
  return ['my', 'our'].includes(words.plain(from)) && (words.isIn(ours, from + 1) || words.is(kind.labels, from + 1) || words.is(kind.labels, from + 2));
}
const ours = new Set(['lady', 'man', 'chap', 'gentleman', 'lad', 'girl', 'lass']);

/** "Today Mrs Hale …", "So Ken wants …". */
function withLabelOrName(words: Words, { name }: Somebody): boolean {
  for (let at = words.from; at <= words.to && at < words.from + opening; at++) {
    if (words.is(kind.labels, at) || words.is(kind.titles, at) || words.plain(at) === 'myself') return true;
    if (words.is(kind.verbLike, at + 1) && words.plain(at) !== name && words.isName(at)) return true;
  }
  return false;
}
/** Words that open a sentence. */
const opening = 4;

/** "Nasreen wants …", "Ken himself …", not "Police have …". */
function withNameFirst(words: Words, { name }: Somebody): boolean {
  const { from } = words;
  if (!words.isCapital(from) || words.plain(from) === name) return false;
  const next = words.plain(from + 1);
  if (isNoName(words)) return words.plain(from).endsWith('s') && ofNameInS.has(next);
  return next === 'himself' || next === 'herself' || next === 'own' || words.is(kind.verbLike, from + 1) || words.is(kind.tellsOfName, from + 1) || (endsAsVerb.test(next) && !words.is(kind.person, from + 1));
}
const endsAsVerb = /[a-z]{3}s$/;
const ofNameInS = new Set(['himself', 'herself', 'wants', 'would', 'only']);

/** At the beginning of a sentence every word has a capital. */
function isNoName(words: Words): boolean {
  const { from } = words;
  const isOther = [kind.person, kind.helpers, kind.services, kind.determiners, kind.owners].some((bit) => words.is(bit, from));
  return isOther || (endsAsOtherWord(words.plain(from)) && !words.is(kind.namesLikeVerbs, from));
}
const endsAsOtherWord = (word: string): boolean => endsAsParticiple(word) || word.endsWith('ly') || word.endsWith('s');

/** Words within which a label is of whom the sentence speaks. */
const labelWithin = 12;

/** "Ken himself in good spirits", "No falls for pt", "I'm flush meself". */
function isSetAgainst(words: Words, somebody: Somebody): boolean {
  const isTheirs = isBack(words, somebody) || words.hasOf(kind.labels, words.from, Math.min(words.to, words.from + labelWithin - 1));
  for (let at = words.from; at <= words.to; at++) if (words.isIn(selves, at) || (isTheirs && words.is(kind.well, at)) || isNoneFor(words, at)) return true;
  return false;
}
const selves = new Set(['myself', 'meself', 'hersel', 'hissel']);

/** "No falls for pt", "not a case". */
const isNoneFor = (words: Words, at: number): boolean => (words.plain(at) === 'no' && words.is(kind.labels, at + 3)) || (words.plain(at) === 'not' && words.plain(at + 1) === 'a' && words.plain(at + 2) === 'case');
