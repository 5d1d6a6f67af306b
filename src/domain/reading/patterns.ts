/**
 * The language in which the rules of reading are written, for people to read: words, choices, what may stand between.
 *
 * `word`, `word~` with its forms, `(a|b c)` one of, `[a]` perhaps, `..` up to three words, `...` up to six, `{set}`, `#` a
 * number. A word with two capitals matches such a word only. A pattern spans at most 30 words, so matching from one place is
 * bounded work, and all of a text is read in linear time.
 */
import { formsOf } from './inflections';
import { isAbbreviation, plainWordsOf, type Token } from './tokens';

export type Pattern = { readonly source: string; readonly node: Node };
export type PatternSets = Readonly<Record<string, readonly string[]>>;

export type Node =
  | { readonly kind: 'word'; readonly forms: ReadonlySet<string>; readonly capitals: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | OneOf
  | { readonly kind: 'perhaps'; readonly part: Node }
  | { readonly kind: 'gap'; readonly most: number };

const mostWords = 30;

const read = new WeakMap<PatternSets, Map<string, Pattern>>();
const noSets: PatternSets = {};

/** Throws a sentence that names the pattern and what is wrong with it. The same pattern is read once. */
export function readPattern(source: string, sets: PatternSets = noSets): Pattern {
  const known = read.get(sets) ?? new Map<string, Pattern>();
  read.set(sets, known);
  const pattern = known.get(source) ?? makePattern(source, sets);
  known.set(source, pattern);
  return pattern;
}

function makePattern(source: string, sets: PatternSets): Pattern {
  const node = new Reader(source, sets, []).read();
  if (beginningOf(node) !== 'word') throw new Error(`"${source}" must begin with a word, not with a gap, and hold one that may not be missing`);
  return { source, node };
}

const piece = /\.{3}|\.{2}|[()[\]|]|\{[^}]*\}|#|[^\s()[\]|{}#]+/g;

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

  #next(): string | undefined {
    return this.#pieces[this.#at++];
  }

  #choices(): Node {
    const of = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#next();
      of.push(this.#sequence());
    }
    return oneOf(of);
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')' && next !== ']'; next = this.#peek()) parts.push(...this.#part(this.#next()!));
    if (parts.length === 0) this.#fail('has an empty choice');
    return parts.length === 1 ? parts[0]! : { kind: 'all', parts };
  }

  #part(next: string): readonly Node[] {
    if (next === '..' || next === '...') return [{ kind: 'gap', most: next === '..' ? 3 : 6 }];
    if (next === '#') return [{ kind: 'number' }];
    if (next === '(') return [this.#closed(')')];
    if (next === '[') return [{ kind: 'perhaps', part: this.#closed(']') }];
    if (next.startsWith('{')) return [this.#set(next.slice(1, -1))];
    const words = wordNodes(next);
    if (words.length === 0) this.#fail(`holds "${next}", which is no word`);
    return words;
  }

  #closed(mark: string): Node {
    const node = this.#choices();
    if (this.#next() !== mark) this.#fail(`has no "${mark}"`);
    return node;
  }

  #set(name: string): Node {
    const values = this.sets[name];
    if (values === undefined) this.#fail(`names the set "${name}", which is not there`);
    if (this.within.includes(name)) this.#fail(`uses the set "${name}" inside itself`);
    const known = keptOf(this.sets);
    const node = known.get(name) ?? oneOf(values.map((value) => new Reader(value, this.sets, [...this.within, name]).read()));
    known.set(name, node);
    shared.add(node);
    return node;
  }
}

const kept = new WeakMap<PatternSets, Map<string, Node>>();

/** A set is read once, however many patterns name it. */
function keptOf(sets: PatternSets): Map<string, Node> {
  const nodes = kept.get(sets) ?? new Map<string, Node>();
  kept.set(sets, nodes);
  return nodes;
}

/** Nodes of sets, which are not copied into the patterns that name them. */
const shared = new WeakSet<Node>();

/** Single words are looked up together, however many there are. */
function oneOf(of: readonly Node[]): Node {
  if (of.length === 1) return of[0]!;
  const forms = new Set<string>();
  const others: Node[] = [];
  const sort = (node: Node): void => {
    if (shared.has(node) || (node.kind === 'word' && node.capitals)) others.push(node);
    else if (node.kind === 'word') for (const form of node.forms) forms.add(form);
    else if (node.kind === 'one') node.of.forEach(sort);
    else others.push(node);
  };
  of.forEach(sort);
  const merged: readonly Node[] = forms.size === 0 ? others : [{ kind: 'word', capitals: false, forms }, ...others];
  return merged.length === 1 ? merged[0]! : new OneOf(merged);
}

const knownWords = new Map<string, readonly Node[]>();

function wordNodes(written: string): readonly Node[] {
  const known = knownWords.get(written) ?? makeWordNodes(written);
  knownWords.set(written, known);
  return known;
}

function makeWordNodes(written: string): readonly Node[] {
  const allForms = written.endsWith('~');
  const bare = allForms ? written.slice(0, -1) : written;
  const capitals = isAbbreviation(bare);
  const words = plainWordsOf(bare);
  return words.map((plain, at) => ({ kind: 'word', capitals, forms: new Set(allForms && at === words.length - 1 ? formsOf(plain) : [plain]) }));
}

/** Whether a pattern begins with a word, with one that may be missing throughout, or with a gap. */
function beginningOf(node: Node): 'word' | 'perhaps' | 'gap' {
  switch (node.kind) {
    case 'word':
    case 'number':
      return 'word';
    case 'gap':
      return 'gap';
    case 'perhaps':
      return beginningOf(node.part) === 'gap' ? 'gap' : 'perhaps';
    case 'one': {
      const each = node.of.map(beginningOf);
      return each.includes('gap') ? 'gap' : each.includes('perhaps') ? 'perhaps' : 'word';
    }
    case 'all':
      return node.parts.map(beginningOf).find((own) => own !== 'perhaps') ?? 'perhaps';
  }
}

/** The words with which a pattern can begin; `#` for a number. Few patterns are looked up by them: most by their anchor. */
export const firstsOf = ({ node }: Pattern): ReadonlySet<string> => new Set(firstsIn(node));

/** The words with which a part of a pattern can begin; undefined when it may begin with any. */
export function firstsOfPart(part: Node): ReadonlySet<string> | undefined {
  return beginningOf(part) === 'word' ? new Set(firstsIn(part)) : undefined;
}

function firstsIn(node: Node): readonly string[] {
  switch (node.kind) {
    case 'word':
      return [...node.forms];
    case 'number':
      return ['#'];
    case 'gap':
      return [];
    case 'perhaps':
      return firstsIn(node.part);
    case 'one':
      return node.of.flatMap(firstsIn);
    case 'all': {
      const needed = node.parts.findIndex((part) => beginningOf(part) === 'word');
      return node.parts.slice(0, needed + 1).flatMap(firstsIn);
    }
  }
}

/** Adds every word that the patterns name, in all its forms, but for abbreviations. */
export function collectWords(patterns: readonly Pattern[], into: Set<string>): void {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'word' && !node.capitals) for (const form of node.forms) into.add(form);
    if (node.kind === 'all') node.parts.forEach(visit);
    if (node.kind === 'one') node.of.forEach(visit);
    if (node.kind === 'perhaps') visit(node.part);
  };
  for (const { node } of patterns) visit(node);
}

/** The keys under which patterns are looked up that could begin with this token. */
export const keysOf = ({ plain, number }: Token): readonly string[] => (number ? [plain, '#'] : [plain]);

/** How many tokens from `first` the pattern takes, at most; undefined when it does not match there. `last` is the last token that it may take. */
export function matchPattern({ node }: Pattern, tokens: readonly Token[], first: number, last: number): number | undefined {
  const reached = step(node, 1, tokens, first, Math.min(last, first + mostWords - 1));
  return reached === 0 ? undefined : 31 - Math.clz32(reached);
}

/** Bit n of `from` means that n words are taken so far; the same of what is returned. */
function step(node: Node, from: number, tokens: readonly Token[], first: number, last: number): number {
  switch (node.kind) {
    case 'all': {
      let reached = from;
      for (let at = 0; at < node.parts.length && reached !== 0; at++) reached = step(node.parts[at]!, reached, tokens, first, last);
      return reached;
    }
    case 'one':
      return stepOne(node, from, tokens, first, last);
    case 'perhaps':
      return from | step(node.part, from, tokens, first, last);
    case 'gap': {
      let reached = from;
      for (let more = 0; more < node.most; more++) reached |= (reached << 1) & mask(first, last);
      return reached;
    }
    default:
      return take(node, from, tokens, first, last);
  }
}

/** A choice, whose ways are looked up by the word that they begin with; found out when it is first tried. */
class OneOf {
  readonly kind = 'one';
  #byFirst: ReadonlyMap<string, readonly Node[]> | undefined;
  #any: readonly Node[] | undefined;

  constructor(readonly of: readonly Node[]) {}

  get byFirst(): ReadonlyMap<string, readonly Node[]> {
    return (this.#byFirst ??= this.#sorted());
  }

  /** Those that may begin with a gap or with nothing. */
  get any(): readonly Node[] {
    return (this.#any ??= this.of.filter((way) => beginningOf(way) !== 'word'));
  }

  #sorted(): ReadonlyMap<string, readonly Node[]> {
    const byFirst = new Map<string, Node[]>();
    for (const way of this.of) {
      if (beginningOf(way) !== 'word') continue;
      for (const word of new Set(firstsIn(way))) {
        const ways = byFirst.get(word);
        if (ways) ways.push(way);
        else byFirst.set(word, [way]);
      }
    }
    return byFirst;
  }
}

/** Only the ways that begin with the word that stands there are tried. */
function stepOne(node: OneOf, from: number, tokens: readonly Token[], first: number, last: number): number {
  const { byFirst, any } = node;
  let reached = 0;
  for (const way of any) reached |= step(way, from, tokens, first, last);
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const at = first + 31 - Math.clz32(bit);
    const token = at <= last ? tokens[at] : undefined;
    if (!token) continue;
    for (const way of byFirst.get(token.plain) ?? none) reached |= step(way, bit, tokens, first, last);
    if (token.number) for (const way of byFirst.get('#') ?? none) reached |= step(way, bit, tokens, first, last);
  }
  return reached;
}

const none: readonly Node[] = [];

const mask = (first: number, last: number): number => (1 << (last - first + 2)) - 1;

function take(node: Extract<Node, { kind: 'word' | 'number' }>, from: number, tokens: readonly Token[], first: number, last: number): number {
  let reached = 0;
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const taken = 31 - Math.clz32(rest & -rest);
    const token = first + taken <= last ? tokens[first + taken] : undefined;
    if (token && (node.kind === 'number' ? token.number : node.forms.has(token.plain) && (!node.capitals || token.capitals))) reached |= 2 << taken;
  }
  return reached;
}
