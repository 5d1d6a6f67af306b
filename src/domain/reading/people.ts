/**
 * The words by which a note speaks of people, as lists that a Clinical Safety Officer can read and change (people.json), and
 * what follows from a word's ending. Each spelling is looked up once: after that a word's kinds are bits of three numbers.
 */
import { z } from 'zod';
import { endsAsParticiple, grammar } from './grammarWords';
import type { Token } from './tokens';

const listNames = [
  'men', 'women', 'several', 'pairs', 'strangers', 'ties', 'kin', 'home', 'helpers', 'roles', 'roleEndings', 'notRoles', 'groups', 'tenants', 'partnersIn', 'labels',
  'young', 'youngSigns', 'childHarms', 'schoolHarms', 'services', 'epithets', 'haunts', 'nearPlaces', 'conditions', 'affairs', 'notNames', 'calendar', 'namesLikeVerbs',
  'verbs', 'phraseEnds', 'reports', 'ownsUp', 'speaks', 'mentions', 'believes', 'finds', 'harms', 'quarrels', 'owned', 'holds', 'bareVerbs', 'knows', 'meets', 'knewOnce', 'livesWith', 'closeTo', 'gone',
  'wishes', 'wishesAfterName', 'tellsOfName', 'sawBefore', 'well',
] as const;

const NamedList = z
  .object({
    /** What the list is for, in a sentence. */
    for: z.string().min(10),
    words: z.array(z.string()).min(1),
  })
  .strict()
  .superRefine(({ words }, context) => {
    const problem = (message: string): void => context.addIssue({ code: 'custom', path: ['words'], message });
    for (const word of words) if (!/^[a-z]+$/.test(word)) problem(`“${word}” is not one word in small letters. Write it so, without marks: a note is read word by word.`);
    for (const word of new Set(words.filter((each, at) => words.indexOf(each) !== at))) problem(`“${word}” stands there twice. Leave one out.`);
  });

type ListName = (typeof listNames)[number];

export const PeopleLists = z.object(Object.fromEntries(listNames.map((name) => [name, NamedList])) as Record<ListName, typeof NamedList>).strict();
export type PeopleLists = z.infer<typeof PeopleLists>;

/** What follows from the lists: `role` and `verbLike` by a word's ending as well, `person` of plurals too; `bringsIn` are those words after which somebody may be named. */
const derived = ['person', 'role', 'anybody', 'verbLike', 'opensAfter'] as const;
type Derived = (typeof derived)[number];
type GrammarName = keyof typeof grammar;

const kindNames: readonly (Derived | GrammarName | ListName)[] = [...derived, ...(Object.keys(grammar) as GrammarName[]), ...listNames];

/** What a word can be: the place of its bit. */
export const kind = Object.fromEntries(kindNames.map((name, at) => [name, at])) as Readonly<Record<Derived | GrammarName | ListName, number>>;

export type Sex = 'male' | 'female' | 'either' | 'pair' | 'many';

/** Numbers for the kinds of one word. */
export const rowSize = Math.ceil(kindNames.length / 32);
const none = new Int32Array(rowSize);

const has = (row: Int32Array, bit: number): boolean => (row[bit >> 5]! & (1 << (bit & 31))) !== 0;
const add = (row: Int32Array, bit: number): void => void (row[bit >> 5]! |= 1 << (bit & 31));

export class People {
  readonly #listed = new Map<string, Int32Array>();
  readonly #roleEndings: readonly string[];

  constructor(lists: PeopleLists) {
    for (const name of listNames) this.#list(name, lists[name].words);
    for (const [name, words] of Object.entries(grammar)) this.#list(name as GrammarName, words);
    this.#list('functionWords', lists.phraseEnds.words);
    this.#roleEndings = lists.roleEndings.words;
    for (const opening of [grammar.joins, grammar.bringsIn, lists.knows.words, lists.mentions.words]) this.#list('opensAfter', opening);
  }

  /** Of each token its kinds, one row after the other. */
  kindsIn(tokens: readonly Token[]): Int32Array {
    const kinds = new Int32Array(tokens.length * rowSize);
    for (let at = 0; at < tokens.length; at++) {
      const { entry, plain } = tokens[at]!;
      if (entry.kindsBy !== this) [entry.kindsBy, entry.kinds] = [this, this.#kindsOf(plain)];
      const row = entry.kinds!;
      for (let part = 0; part < rowSize; part++) kinds[at * rowSize + part] = row[part]!;
    }
    return kinds;
  }

  /** Is a word of a kind that stands in no text: the singular of one that does. */
  is(bit: number, word: string): boolean {
    return has(this.#kindsOf(word), bit);
  }

  sexOf(word: string): Sex {
    const row = this.#listed.get(word) ?? none;
    if (has(row, kind.pairs)) return 'pair';
    if (has(row, kind.several)) return 'many';
    if (has(row, kind.women) || femaleEndings.some((ending) => word.endsWith(ending))) return 'female';
    return has(row, kind.men) || word.endsWith('man') ? 'male' : 'either';
  }

  #list(name: Derived | GrammarName | ListName, words: readonly string[]): void {
    for (const word of words) {
      const row = this.#listed.get(word) ?? new Int32Array(rowSize);
      this.#listed.set(word, row);
      add(row, kind[name]);
    }
  }

  #kindsOf(word: string): Int32Array {
    const listed = this.#listed.get(word) ?? none;
    const found: number[] = [];
    if (isAny(listed, anybodies)) found.push(kind.anybody);
    if (this.#isRole(word, listed)) found.push(kind.role);
    if (this.#isOne(word, listed) || (word.length > 3 && word.endsWith('s') && this.#isOne(word.slice(0, -1)))) found.push(kind.person);
    if (has(listed, kind.verbs) || (endsAsParticiple(word) && !noParticiple.test(word))) found.push(kind.verbLike);
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

const anybodies = [kind.men, kind.women, kind.several, kind.pairs, kind.strangers];
const persons = [...anybodies, kind.ties, kind.kin, kind.home];
const isAny = (row: Int32Array, bits: readonly number[]): boolean => bits.some((bit) => has(row, bit));

/** "chairwoman", "stewardess": the noun says that it is she. */
const femaleEndings = ['woman', 'ess'];
/** "need", "feed", "ed". */
const noParticiple = /(?:eed|^ed)$/;
