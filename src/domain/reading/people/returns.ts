/**
 * Where a note comes back to its person after it has told of somebody else: by a label, by name, by a pronoun that cannot be the
 * other, or plainly set against them. What a sentence shows is found out once, so that a long text with many stories is read in linear time.
 */
import type { Span } from '../cues/findCues';
import { endsAsParticiple } from './grammarWords';
import { kind } from './people';
import type { Words } from './sentenceWords';
import type { Needs } from './somebodysClause';
import type { Somebody } from './somebody';

/** What shows that a sentence is of the person: whoever was told of; only after the story of a man ("she") or a woman ("he"); or a name, unless it is the other's. */
type Sign = { readonly isSure: boolean; readonly pronoun?: string; readonly name?: string };

const sure: Sign = { isSure: true };

/** For all sentences of a note. */
export class Returns {
  readonly #back: readonly Sign[];
  readonly #places = new Places();
  readonly #setAgainst = new Places();

  constructor(sentences: readonly Words[]) {
    this.#back = sentences.map(signOf);
    this.#back.forEach((sign, at) => {
      this.#places.add(at, sign);
      const against = signAgainst(sentences[at]!, sign);
      if (against) this.#setAgainst.add(at, against);
    });
  }

  /** Is the sentence of the person, and of the other no more? */
  isBack(at: number, somebody: Somebody): boolean {
    const { isSure, pronoun, name } = this.#back[at]!;
    return isSure || pronoun === pronounAfter(somebody) || (name !== undefined && name !== somebody.name);
  }

  /** Does the note come back to the person, as plainly as it needs to? By name after this sentence, or set against the other anywhere else. */
  comesBack(at: number, needs: Needs, somebody: Somebody): boolean {
    if (needs === 0) return true;
    return needs === 1 ? this.#places.isAfter(at, somebody) : this.#setAgainst.isElsewhere(at, somebody);
  }
}

/** The pronoun that cannot be the other; no word where either may be. */
const pronounAfter = ({ sex }: Somebody): string => (sex === 'male' ? 'she' : sex === 'female' ? 'he' : noPronoun);
const noPronoun = '';

type Run = Span & { readonly name: string };

/** The first and the last place of each sign: more is never asked. */
class Places {
  #sure: Span | undefined;
  readonly #byPronoun = new Map<string, Span>();
  /** Sentences one after the other with the same name are one. */
  readonly #byName: Run[] = [];

  add(at: number, { isSure, pronoun, name }: Sign): void {
    if (isSure) this.#sure = { first: this.#sure?.first ?? at, last: at };
    if (pronoun !== undefined) this.#byPronoun.set(pronoun, { first: this.#byPronoun.get(pronoun)?.first ?? at, last: at });
    if (name === undefined) return;
    const before = this.#byName.at(-1);
    if (before?.name === name) this.#byName[this.#byName.length - 1] = { ...before, last: at };
    else this.#byName.push({ name, first: at, last: at });
  }

  /** Of the last two runs one is of another name, and it is the last of those. */
  isAfter(at: number, somebody: Somebody): boolean {
    return this.#spans(somebody, this.#byName.slice(-2)).some(({ last }) => last > at);
  }

  /** Of the first four runs two are of other names, if there are so many. */
  isElsewhere(at: number, somebody: Somebody): boolean {
    return this.#spans(somebody, this.#byName.slice(0, 4)).some(({ first, last }) => first !== at || last !== at);
  }

  #spans(somebody: Somebody, runs: readonly Run[]): readonly Span[] {
    return [this.#sure, this.#byPronoun.get(pronounAfter(somebody)), ...runs.filter(({ name }) => name !== somebody.name)].filter((span) => span !== undefined);
  }
}

/** What the beginning of a sentence shows. */
function signOf(words: Words): Sign {
  if (isWithoutSubject(words) || isOurs(words)) return sure;
  const names = new Set<string>();
  for (let at = words.from; at <= words.to && at < words.from + opening; at++) {
    if (words.is(kind.labels, at) || words.is(kind.titles, at) || words.plain(at) === 'myself') return sure;
    if (words.is(kind.verbLike, at + 1) && words.isName(at)) names.add(words.plain(at));
  }
  const first = words.plain(words.from);
  if (isNameFirst(words)) names.add(first);
  const [name] = names;
  if (names.size > 1) return sure;
  return { isSure: false, ...(first === 'he' || first === 'she' ? { pronoun: first } : {}), ...(name === undefined ? {} : { name }) };
}
/** Words that open a sentence. */
const opening = 4;

/** "Wants the choir.", "Me, I am fine." */
function isWithoutSubject(words: Words): boolean {
  if (words.is(kind.wishes, words.from) && words.plain(words.from) !== 'after') return true;
  return words.plain(words.from) === 'me' && words.isApart(words.from + 1);
}

/** "Our lady is fine", "My pt". */
function isOurs(words: Words): boolean {
  const { from } = words;
  return ['my', 'our'].includes(words.plain(from)) && (words.isIn(ours, from + 1) || words.is(kind.labels, from + 1) || words.is(kind.labels, from + 2));
}
const ours = new Set(['lady', 'man', 'chap', 'gentleman', 'lad', 'girl', 'lass']);

/** "Nasreen wants …", "Ken himself …", not "Police have …". */
function isNameFirst(words: Words): boolean {
  const { from } = words;
  if (!words.isCapital(from)) return false;
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

/** What sets the person against the other: "Ken himself in good spirits", "No falls for pt", "I'm flush meself". */
function signAgainst(words: Words, back: Sign): Sign | undefined {
  let isWell = false;
  for (let at = words.from; at <= words.to; at++) {
    if (words.isIn(selves, at) || isNoneFor(words, at)) return sure;
    isWell ||= words.is(kind.well, at);
  }
  if (!isWell) return undefined;
  return words.hasOf(kind.labels, words.from, Math.min(words.to, words.from + labelWithin - 1)) ? sure : back;
}
const selves = new Set(['myself', 'meself', 'hersel', 'hissel']);

/** "No falls for pt", "not a case". */
const isNoneFor = (words: Words, at: number): boolean => (words.plain(at) === 'no' && words.is(kind.labels, at + 3)) || (words.plain(at) === 'not' && words.plain(at + 1) === 'a' && words.plain(at + 2) === 'case');
