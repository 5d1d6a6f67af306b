/**
 * The language in which the rules of reading are written, for people to read: words, choices, what may stand between.
 *
 * `word`, `word~` with its forms, `(a|b c)` one of, `[a]` perhaps, `..` up to three words, `...` up to six, `{set}`, `#` a
 * number. A word with two capitals matches such a word only. What a text in haste may leave out of a rule is in `determiners.ts`.
 */
import { formsOf } from './inflections';
import { isAbbreviation, plainWordsOf, type Token } from '../words/tokens';

export type Pattern = { readonly source: string; readonly node: Node };
export type PatternSets = Readonly<Record<string, readonly string[]>>;

/** What a part of a pattern begins with: a word, one that may be missing throughout, or a gap; and how many words it takes. */
type Shape = { readonly begins: 'word' | 'perhaps' | 'gap'; readonly least: number; readonly most: number };
export type Word = Shape & { readonly kind: 'word'; readonly forms: readonly string[]; readonly capitals: boolean };
export type Node = Word | (Shape & { readonly kind: 'number' }) | (Shape & { readonly kind: 'all'; readonly parts: readonly Node[] }) | (Shape & { readonly kind: 'one'; readonly of: readonly Node[] }) | (Shape & { readonly kind: 'perhaps'; readonly part: Node }) | (Shape & { readonly kind: 'gap' });

const number: Node = { kind: 'number', begins: 'word', least: 1, most: 1 };
const gaps: Readonly<Record<'..' | '...', Node>> = { '..': { kind: 'gap', begins: 'gap', least: 0, most: 3 }, '...': { kind: 'gap', begins: 'gap', least: 0, most: 6 } };
export const perhapsOf = (part: Node): Node => ({ kind: 'perhaps', begins: part.begins === 'gap' ? 'gap' : 'perhaps', least: 0, most: part.most, part });

export function allOf(parts: readonly Node[]): Node {
  if (parts.length === 1) return parts[0]!;
  let least = 0;
  let most = 0;
  for (const part of parts) {
    least += part.least;
    most += part.most;
  }
  return { kind: 'all', begins: parts.find(({ begins }) => begins !== 'perhaps')?.begins ?? 'perhaps', least, most, parts };
}

const unbounded = 1000;

/** A choice. */
export function oneOf(of: readonly Node[]): Node {
  let begins: Shape['begins'] = 'word';
  let least = unbounded;
  let most = 0;
  for (const way of of) {
    if (way.begins === 'gap' || begins === 'word') begins = way.begins;
    if (way.least < least) least = way.least;
    if (way.most > most) most = way.most;
  }
  return { kind: 'one', begins, least, most, of };
}

/** One pattern that stands where any of these does. */
export const anyOf = (patterns: readonly Pattern[]): Pattern => ({ source: patterns.map(({ source }) => source).join(' | '), node: oneOf(patterns.map(({ node }) => node)) });

/** The words with which a pattern can begin; `#` for a number. */
export const firstsOf = ({ node }: Pattern): ReadonlySet<string> => firstsOfNode(node);

export function firstsOfNode(node: Node, into: Set<string> = new Set()): ReadonlySet<string> {
  switch (node.kind) {
    case 'word':
      for (const form of node.forms) into.add(form);
      break;
    case 'number':
      into.add('#');
      break;
    case 'perhaps':
      firstsOfNode(node.part, into);
      break;
    case 'one':
      for (const way of node.of) firstsOfNode(way, into);
      break;
    case 'all':
      for (const part of node.parts) {
        firstsOfNode(part, into);
        if (part.begins === 'word') break;
      }
      break;
    case 'gap':
  }
  return into;
}

/** Adds every word that the patterns name, in all its forms, but for abbreviations. */
export function collectWords(patterns: readonly Pattern[], into: Set<string>): void {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (node.kind === 'number' || node.kind === 'gap' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'word' && !node.capitals) for (const form of node.forms) into.add(form);
    if (node.kind === 'all') node.parts.forEach(visit);
    if (node.kind === 'one') node.of.forEach(visit);
    if (node.kind === 'perhaps') visit(node.part);
  };
  for (const { node } of patterns) visit(node);
}

/** The keys under which patterns are looked up that could begin with this token. */
export const keysOf = ({ plain, number: isNumber }: Token): readonly string[] => (isNumber ? [plain, '#'] : [plain]);

const read = new WeakMap<PatternSets, Map<string, Pattern>>();
const noSets: PatternSets = {};

/** Throws a sentence that names the pattern and what is wrong with it. The same pattern is read once. */
export function readPattern(source: string, sets: PatternSets = noSets): Pattern {
  const known = keptFor(read, sets);
  const pattern = known.get(source) ?? makePattern(source, sets);
  known.set(source, pattern);
  return pattern;
}

function keptFor<Value>(kept: WeakMap<PatternSets, Map<string, Value>>, sets: PatternSets): Map<string, Value> {
  const known = kept.get(sets) ?? new Map<string, Value>();
  kept.set(sets, known);
  return known;
}

function makePattern(source: string, sets: PatternSets): Pattern {
  const node = new Reader(source, sets, []).read();
  if (node.begins !== 'word') throw new Error(`"${source}" must begin with a word, not with a gap, and hold one that may not be missing`);
  return { source, node };
}

const piece = /\.{3}|\.{2}|[()[\]|]|\{[^}]*\}|#|[^\s()[\]|{}#]+/g;
const sharedSets = new WeakMap<PatternSets, Map<string, Node>>();

class Reader {
  readonly #pieces: readonly string[];
  #at = 0;
  constructor(
    private readonly source: string,
    private readonly sets: PatternSets,
    private readonly within: readonly string[],
  ) {
    this.#pieces = source.match(piece) ?? [];
  }

  read(): Node {
    const node = this.#choices();
    if (this.#peek() !== undefined) this.#fail(`has "${this.#peek()}" where nothing opens it`);
    return node;
  }

  #fail(why: string): never {
    throw new Error(`"${this.source}" ${why}`);
  }

  #peek(): string | undefined {
    return this.#pieces[this.#at];
  }

  #choices(): Node {
    const first = this.#sequence();
    if (this.#peek() !== '|') return first;
    const of = [first];
    while (this.#peek() === '|') {
      this.#at++;
      of.push(this.#sequence());
    }
    return oneOf(of);
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')' && next !== ']'; next = this.#peek()) {
      this.#at++;
      this.#part(next, parts);
    }
    if (parts.length === 0) this.#fail('has an empty choice');
    return allOf(parts);
  }

  #part(next: string, parts: Node[]): void {
    if (next === '..' || next === '...') parts.push(gaps[next]);
    else if (next === '#') parts.push(number);
    else if (next === '(') parts.push(this.#closed(')'));
    else if (next === '[') parts.push(perhapsOf(this.#closed(']')));
    else if (next.startsWith('{')) parts.push(this.#set(next.slice(1, -1)));
    else {
      const words = wordNodes(next);
      if (words.length === 0) this.#fail(`holds "${next}", which is no word`);
      parts.push(...words);
    }
  }

  #closed(mark: string): Node {
    const node = this.#choices();
    if (this.#peek() !== mark) this.#fail(`has no "${mark}"`);
    this.#at++;
    return node;
  }

  /** A set is read once, however many patterns name it. */
  #set(name: string): Node {
    const known = keptFor(sharedSets, this.sets);
    const values = this.sets[name];
    if (values === undefined) this.#fail(`names the set "${name}", which is not there`);
    if (this.within.includes(name)) this.#fail(`uses the set "${name}" inside itself`);
    const node = known.get(name) ?? oneOf(values.map((value) => new Reader(value, this.sets, [...this.within, name]).read()));
    known.set(name, node);
    return node;
  }
}

const knownWords = new Map<string, readonly Word[]>();

function wordNodes(written: string): readonly Word[] {
  const known = knownWords.get(written) ?? makeWordNodes(written);
  knownWords.set(written, known);
  return known;
}

function makeWordNodes(written: string): readonly Word[] {
  const allForms = written.endsWith('~');
  const bare = allForms ? written.slice(0, -1) : written;
  const words = plainWordsOf(bare);
  const capitals = isAbbreviation(bare);
  return words.map((plain, at) => ({ kind: 'word', begins: 'word', least: 1, most: 1, capitals, forms: allForms && at === words.length - 1 ? formsOf(plain) : [plain] }));
}
