/**
 * The language in which the rules of reading are written, for people to read: words, choices, what may stand between.
 *
 * `word`, `word~` with its forms, `(a|b c)` one of, `[a]` perhaps, `..` up to three words, `...` up to six, `{set}`, `#` a
 * number. A word with two capitals matches such a word only. A pattern spans at most 30 words, so matching from one place is
 * bounded work, and all of a text is read in linear time.
 */
import { formsOf } from './inflections';
import { isAbbreviation, plainWordsOf, type Token } from './tokens';

export type Pattern = { readonly source: string; readonly node: Node; /** Plain words that it can begin with; `#` for a number. */ readonly firsts: ReadonlySet<string>; readonly words: ReadonlySet<string> };
export type PatternSets = Readonly<Record<string, readonly string[]>>;

type Node =
  | { readonly kind: 'word'; readonly forms: ReadonlySet<string>; readonly capitals: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'one'; readonly of: readonly Node[] }
  | { readonly kind: 'perhaps'; readonly part: Node }
  | { readonly kind: 'gap'; readonly most: number };

const mostWords = 30;

/** Throws a sentence that names the pattern and what is wrong with it. */
export function readPattern(source: string, sets: PatternSets = {}): Pattern {
  const node = new Reader(source, sets, []).read();
  const firsts = firstsOf(node);
  if (firsts === undefined || firsts.size === 0) throw new Error(`"${source}" must begin with a word, not with a gap or with something that may be missing`);
  return { source, node, firsts, words: wordsIn(node) };
}

const piece = /\s*(\.{3}|\.{2}|[()[\]|]|\{[^}]*\}|#|[^\s()[\]|{}#]+)/y;

class Reader {
  #at = 0;
  constructor(
    private readonly source: string,
    private readonly sets: PatternSets,
    private readonly within: readonly string[],
  ) {}

  read(): Node {
    const node = this.#choices();
    if (this.#peek() !== undefined) this.#fail(`has "${this.#peek()}" where nothing opens it`);
    return node;
  }

  #fail(why: string): never {
    throw new Error(`"${this.source}" ${why}`);
  }

  #peek(): string | undefined {
    piece.lastIndex = this.#at;
    return piece.exec(this.source)?.[1];
  }

  #next(): string | undefined {
    piece.lastIndex = this.#at;
    const found = piece.exec(this.source);
    if (found) this.#at = piece.lastIndex;
    return found?.[1];
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
    return wordNodes(next);
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
    return oneOf(values.map((value) => new Reader(value, this.sets, [...this.within, name]).read()));
  }
}

/** Single words are looked up together, however many a set has. */
function oneOf(of: readonly Node[]): Node {
  const flat = of.flatMap((node) => (node.kind === 'one' ? node.of : [node]));
  const forms = flat.flatMap((node) => (node.kind === 'word' && !node.capitals ? [...node.forms] : []));
  const others = flat.filter((node) => node.kind !== 'word' || node.capitals);
  const merged: readonly Node[] = forms.length === 0 ? others : [{ kind: 'word', capitals: false, forms: new Set(forms) }, ...others];
  return merged.length === 1 ? merged[0]! : { kind: 'one', of: merged };
}

const isNumber = (plain: string): boolean => /^\d/.test(plain) || numberWords.has(plain);
const numberWords = new Set('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(' '));

function wordNodes(written: string): readonly Node[] {
  const allForms = written.endsWith('~');
  const bare = allForms ? written.slice(0, -1) : written;
  const capitals = isAbbreviation(bare);
  const words = plainWordsOf(bare);
  if (words.length === 0) throw new Error(`"${written}" holds no word`);
  return words.map((plain, at) => ({ kind: 'word', capitals, forms: new Set(allForms && at === words.length - 1 ? formsOf(plain) : [plain]) }));
}

/** Undefined when the node may match nothing, so that what follows may come first. */
function firstsOf(node: Node): ReadonlySet<string> | undefined {
  switch (node.kind) {
    case 'word':
      return node.forms;
    case 'number':
      return new Set(['#']);
    case 'gap':
    case 'perhaps':
      return undefined;
    case 'one': {
      const each = node.of.map(firstsOf);
      return each.some((firsts) => firsts === undefined) ? undefined : new Set(each.flatMap((firsts) => [...firsts!]));
    }
    case 'all':
      return firstsOf(node.parts[0]!);
  }
}

function wordsIn(node: Node): ReadonlySet<string> {
  if (node.kind === 'word') return node.capitals ? new Set() : node.forms;
  const parts = node.kind === 'all' ? node.parts : node.kind === 'one' ? node.of : node.kind === 'perhaps' ? [node.part] : [];
  return new Set(parts.flatMap((part) => [...wordsIn(part)]));
}

/** The keys under which patterns are looked up that could begin with this token. */
export const keysOf = ({ plain }: Token): readonly string[] => (isNumber(plain) ? [plain, '#'] : [plain]);

/** How many tokens from `first` the pattern takes, at most; undefined when it does not match there. `last` is the last token that it may take. */
export function matchPattern({ node }: Pattern, tokens: readonly Token[], first: number, last: number): number | undefined {
  const reached = step(node, 1, tokens, first, Math.min(last, first + mostWords - 1));
  return reached === 0 ? undefined : 31 - Math.clz32(reached);
}

/** Bit n of `from` means that n words are taken so far; the same of what is returned. */
function step(node: Node, from: number, tokens: readonly Token[], first: number, last: number): number {
  switch (node.kind) {
    case 'all':
      return node.parts.reduce((reached, part) => (reached === 0 ? 0 : step(part, reached, tokens, first, last)), from);
    case 'one':
      return node.of.reduce((reached, part) => reached | step(part, from, tokens, first, last), 0);
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

const mask = (first: number, last: number): number => (1 << (last - first + 2)) - 1;

function take(node: Extract<Node, { kind: 'word' | 'number' }>, from: number, tokens: readonly Token[], first: number, last: number): number {
  let reached = 0;
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const taken = 31 - Math.clz32(rest & -rest);
    const token = first + taken <= last ? tokens[first + taken] : undefined;
    if (token && (node.kind === 'number' ? isNumber(token.plain) : node.forms.has(token.plain) && (!node.capitals || token.capitals))) reached |= 2 << taken;
  }
  return reached;
}
