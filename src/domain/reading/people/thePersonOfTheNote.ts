/** Whom a note is about, as far as it says: he or she, and by which names. */
import { sexOfWord, type OneSex } from './grammarWords';
import { kind } from './people';
import type { Words } from './sentenceWords';

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
