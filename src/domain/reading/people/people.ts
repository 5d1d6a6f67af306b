/**
 * The words by which a note speaks of people, as lists that a Clinical Safety Officer can read and change (people.json), and
 * what follows from a word's ending. Each spelling is looked up once: after that it has the number of its class, and a class has a bit for each kind.
 */
import type { z } from 'zod';
import { endsAsParticiple, grammar } from './grammarWords';
import { namedLists } from './namedLists';
import type { Token } from '../words/tokens';

const listNames = [
  'men', 'women', 'several', 'pairs', 'strangers', 'ties', 'kin', 'home', 'helpers', 'roles', 'roleEndings', 'notRoles', 'groups', 'tenants', 'partnersIn', 'labels',
  'young', 'youngSigns', 'childHarms', 'schoolHarms', 'services', 'epithets', 'haunts', 'nearPlaces', 'conditions', 'affairs', 'notNames', 'calendar', 'namesLikeVerbs',
  'verbs', 'phraseEnds', 'reports', 'ownsUp', 'speaks', 'mentions', 'believes', 'finds', 'harms', 'quarrels', 'owned', 'holds', 'bareVerbs', 'knows', 'meets', 'knewOnce', 'livesWith', 'closeTo', 'gone',
  'wishes', 'wishesAfterName', 'tellsOfName', 'sawBefore', 'well',
] as const;

type ListName = (typeof listNames)[number];

export const PeopleLists = namedLists(listNames);
export type PeopleLists = z.infer<typeof PeopleLists>;

/** What follows from the lists: `role` and `verbLike` by a word's ending as well, `person` of plurals too; `female` and `male` by the lists and by the ending; `opensAfter` are the words after which somebody may be named. */
const derived = ['person', 'role', 'anybody', 'verbLike', 'opensAfter', 'female', 'male'] as const;
type Derived = (typeof derived)[number];
type GrammarName = keyof typeof grammar;

const kindNames: readonly (Derived | GrammarName | ListName)[] = [...derived, ...(Object.keys(grammar) as GrammarName[]), ...listNames];

/** What a word can be: the place of its bit. */
export const kind = Object.fromEntries(kindNames.map((name, at) => [name, at])) as Readonly<Record<Derived | GrammarName | ListName, number>>;

export type Sex = 'male' | 'female' | 'either' | 'pair' | 'many';

/** The kinds of a word, a bit each. */
const rowSize = Math.ceil(kindNames.length / 32);
const none = new Int32Array(rowSize);

const has = (row: Int32Array, bit: number): boolean => (row[bit >> 5]! & (1 << (bit & 31))) !== 0;
const add = (row: Int32Array, bit: number): void => void (row[bit >> 5]! |= 1 << (bit & 31));

export class People {
  readonly #listed = new Map<string, Int32Array>();
  readonly #roleEndings: readonly string[];
  /** Words of the same kinds are of one class; the kinds of all classes, one row after the other. */
  readonly #classes = new Map<string, number>();
  #kinds = new Int32Array(256 * rowSize);

  constructor(lists: PeopleLists) {
    for (const name of listNames) this.#list(name, lists[name].words);
    for (const [name, words] of Object.entries(grammar)) this.#list(name as GrammarName, words);
    this.#list('functionWords', lists.phraseEnds.words);
    this.#roleEndings = lists.roleEndings.words;
    for (const opening of [grammar.joins, grammar.bringsIn, lists.knows.words, lists.mentions.words]) this.#list('opensAfter', opening);
  }

  /** Of each token the class of its word. */
  classesOf(tokens: readonly Token[]): Int32Array {
    const classes = new Int32Array(tokens.length);
    for (let at = 0; at < tokens.length; at++) {
      const { entry, plain } = tokens[at]!;
      if (entry.classedBy !== this) {
        entry.wordClass = this.#classOf(this.#kindsOf(plain));
        entry.classedBy = this;
      }
      classes[at] = entry.wordClass!;
    }
    return classes;
  }

  /** Are the words of a class of a kind? */
  isOf(bit: number, wordClass: number): boolean {
    return (this.#kinds[wordClass * rowSize + (bit >> 5)]! & (1 << (bit & 31))) !== 0;
  }

  /** Is a word of a kind that stands in no text: the singular of one that does. */
  is(bit: number, word: string): boolean {
    return has(this.#kindsOf(word), bit);
  }

  /** Of a word that stands in no text. */
  sexOf(word: string): Sex {
    return this.sexOfClass(this.#classOf(this.#kindsOf(word)));
  }

  sexOfClass(wordClass: number): Sex {
    if (this.isOf(kind.pairs, wordClass)) return 'pair';
    if (this.isOf(kind.several, wordClass)) return 'many';
    if (this.isOf(kind.female, wordClass)) return 'female';
    return this.isOf(kind.male, wordClass) ? 'male' : 'either';
  }

  #list(name: Derived | GrammarName | ListName, words: readonly string[]): void {
    for (const word of words) {
      const row = this.#listed.get(word) ?? new Int32Array(rowSize);
      this.#listed.set(word, row);
      add(row, kind[name]);
    }
  }

  #classOf(kinds: Int32Array): number {
    const key = kinds.join();
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const next = this.#classes.size;
    this.#classes.set(key, next);
    if ((next + 1) * rowSize > this.#kinds.length) this.#kinds = withRoom(this.#kinds);
    this.#kinds.set(kinds, next * rowSize);
    return next;
  }

  #kindsOf(word: string): Int32Array {
    const listed = this.#listed.get(word) ?? none;
    const found: number[] = [];
    if (isAny(listed, anybodies)) found.push(kind.anybody);
    if (this.#isRole(word, listed)) found.push(kind.role);
    if (this.#isOne(word, listed) || (word.length > 3 && word.endsWith('s') && this.#isOne(word.slice(0, -1)))) found.push(kind.person);
    if (has(listed, kind.verbs) || (endsAsParticiple(word) && !noParticiple.test(word))) found.push(kind.verbLike);
    if (has(listed, kind.women) || femaleEndings.some((ending) => word.endsWith(ending))) found.push(kind.female);
    else if (has(listed, kind.men) || word.endsWith('man')) found.push(kind.male);
    if (found.length === 0) return listed;
    const row = listed.slice();
    for (const bit of found) add(row, bit);
    return row;
  }

  #isOne(word: string, listed: Int32Array = this.#listed.get(word) ?? none): boolean {
    return isAny(listed, persons) || this.#isRole(word, listed);
  }

  #isRole(word: string, listed: Int32Array): boolean {
    if (has(listed, kind.roles)) return true;
    return this.#roleEndings.some((ending) => word.endsWith(ending)) && !has(listed, kind.notRoles) && !has(listed, kind.men);
  }
}

function withRoom(kinds: Int32Array): Int32Array<ArrayBuffer> {
  const roomy = new Int32Array(kinds.length * 2);
  roomy.set(kinds);
  return roomy;
}

const anybodies = [kind.men, kind.women, kind.several, kind.pairs, kind.strangers];
const persons = [...anybodies, kind.ties, kind.kin, kind.home];
const isAny = (row: Int32Array, bits: readonly number[]): boolean => bits.some((bit) => has(row, bit));

/** "chairwoman", "stewardess": the noun says that it is she. */
const femaleEndings = ['woman', 'ess'];
/** "need", "feed", "ed". */
const noParticiple = /(?:eed|^ed)$/;
