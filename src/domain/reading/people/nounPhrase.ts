/** A noun phrase as far as it is of people: what opens it, the noun that it is of, and whose they are: "her old bridge friend", "my cousin's wife". */
import { speakersOwn } from './grammarWords';
import { kind, type People } from './people';
import type { Words } from './sentenceWords';

/** "her", "a", or nothing: a phrase may begin with an adjective. */
export type Opening = 'owner' | 'determiner' | 'none';

export type NounPhrase = {
  readonly first: number;
  readonly opening: Opening;
  /** The noun that the phrase is of: "wife" of "my cousin's wife". */
  readonly head: number;
  /** The noun that owns it: "cousin". */
  readonly possessor?: number;
  /** Said by the speaker: "my mate". */
  readonly isMine: boolean;
};

const mostDescribing = 4;
/** The determiner, the words that describe, and "in law". */
const farthestHead = mostDescribing + 3;

export function nounPhraseAt(words: Words, at: number): NounPhrase | undefined {
  if (!words.hasPersonWithin(at, farthestHead)) return undefined;
  const opening = openingAt(words, at);
  const nouns = nounsFrom(words, opening === 'none' ? at : at + 1);
  return nouns && { first: at, opening, isMine: words.isIn(speakersOwn, at), ...nouns };
}

function openingAt(words: Words, at: number): Opening {
  if (words.is(kind.owners, at)) return 'owner';
  return words.is(kind.determiners, at) || words.plain(at) === 'its' ? 'determiner' : 'none';
}

type Nouns = { readonly head: number; readonly possessor?: number };

/** From an adjective to the last noun of "old biscuit factory friend", over "brother in law" and "cousin's wife". */
function nounsFrom(words: Words, at: number): Nouns | undefined {
  let nouns: Partial<Nouns> = {};
  for (let on = at; on <= at + mostDescribing && on <= words.to && !endsBefore(words, at, on, nouns); on++) {
    if (isPossessor(words, on)) nouns = { head: on, possessor: on };
    else if (words.is(kind.person, on)) nouns = { ...nouns, head: on };
    if (isLaw(words, on + 2) && words.plain(on + 1) === 'in') on += 2;
    if (isLaw(words, on)) nouns = withLaw(words, on, nouns);
  }
  const { head, possessor } = nouns;
  return head === undefined || head === possessor ? undefined : { head, ...(possessor === undefined ? {} : { possessor }) };
}

/** A small word, a mark, or what follows a head and is no person ends the phrase. */
function endsBefore(words: Words, first: number, on: number, { head, possessor }: Partial<Nouns>): boolean {
  if (on > first && words.isApart(on)) return true;
  if (words.is(kind.functionWords, on) && !words.isNextDoor(on)) return true;
  return head !== undefined && possessor !== head && !words.is(kind.person, on);
}

/** "cousin's wife", "pt's friend", "Edna's niece". */
const isPossessor = (words: Words, on: number): boolean => words.isPossessive(on) && (words.is(kind.person, on) || words.is(kind.labels, on) || words.isCapital(on)) && ownsPerson(words, on);

/** "cousin's wife", not "cousin's been ill". */
function ownsPerson(words: Words, at: number): boolean {
  for (let on = at + 1; on <= at + 3 && !words.isApart(on) && !words.is(kind.functionWords, on); on++) if (words.is(kind.person, on)) return true;
  return false;
}

const isLaw = (words: Words, at: number): boolean => words.plain(at) === 'law' || words.plain(at) === 'laws';

/** "brother in law's wife" is owned by the brother. */
const withLaw = (words: Words, law: number, nouns: Partial<Nouns>): Partial<Nouns> => (words.isPossessive(law) && ownsPerson(words, law) ? { head: law - 2, possessor: law - 2 } : { ...nouns, head: law });

/** The last noun of "the retired chaps": for many, one of whom is spoken of. */
export function headOfMany(words: Words, at: number, singular: (at: number) => string, people: People): number | undefined {
  let head: number | undefined;
  for (let on = at; on <= at + mostDescribing && on <= words.to && !words.is(kind.functionWords, on) && (on === at || !words.isApart(on)); on++) {
    if (words.is(kind.person, on) || people.is(kind.person, singular(on)) || words.is(kind.groups, on)) head = on;
    else if (head !== undefined) break;
  }
  return head;
}
