/**
 * What a note in haste leaves out: "found in bath with knife", "hit head". In a rule an article may be missing wherever it is
 * not the first word, and so may a choice of words of which one is an article. "His", "her" and "my" may be missing too where
 * it does not matter whose it is: who hurts his own arm is not who hurts hers.
 */
import { allOf, firstsOfNode, oneOf, perhapsOf, type Node, type Pattern } from './patterns';
import { wordSet } from '../words/wordSet';

const articles = wordSet('the a an');
const owners = wordSet('his her my their your our');
const besides = wordSet('this that these those some any every each its own me mi ma mah wor yer thy');
/** "A few" is not "few", nor "her to go" what is hers, nor "in mind" in somebody's. */
const bound = wordSet('few bit lot while couple same to that and he she with at in on for from when if so up off out down about again not like as by into over because is was has mind throat');

/** `bare`: articles, but for choices with "this" or "some" among them. */
export type MayBeMissing = 'bare' | 'articles' | 'owners';

/** Reads the same with or without them. Parts that are shared stay shared. */
export class Determiners {
  readonly #known = new Map<Node, Node>();

  constructor(private readonly missing: MayBeMissing) {}

  leftOut({ source, node }: Pattern): Pattern {
    return { source, node: this.#begun(node) };
  }

  /** A pattern begins with the words that it names. */
  #begun(node: Node): Node {
    if (node.kind === 'one') return oneOf(node.of.map((way) => this.#begun(way)));
    if (node.kind !== 'all') return node;
    const first = node.parts.findIndex(({ begins }) => begins === 'word');
    return allOf(node.parts.map((part, at) => (at < first ? part : at === first ? this.#begun(part) : this.#part(part, node.parts.slice(at + 1)))));
  }

  #part(part: Node, after: readonly Node[]): Node {
    const inner = this.#within(part);
    if (after.length === 0 || !this.#mayBeMissing(part)) return inner;
    const rest = allOf(after);
    return rest.least > 0 && (rest.begins === 'word' || (rest.begins === 'gap' && this.missing !== 'bare')) && !beginsBound(rest) ? perhapsOf(inner) : inner;
  }

  #within(node: Node): Node {
    const made = this.#known.get(node) ?? this.#made(node);
    this.#known.set(node, made);
    return made;
  }

  #made(node: Node): Node {
    if (node.kind === 'one') return oneOf(node.of.map((way) => this.#within(way)));
    if (node.kind === 'perhaps') return perhapsOf(this.#within(node.part));
    if (node.kind === 'all') return allOf(node.parts.map((part, at) => this.#part(part, node.parts.slice(at + 1))));
    return node;
  }

  #mayBeMissing(node: Node): boolean {
    const words = determinersOf(node);
    if (this.missing === 'bare' && words.some((word) => besides.has(word))) return false;
    return words.some((word) => articles.has(word)) || (this.missing === 'owners' && words.some((word) => owners.has(word)));
  }
}

/** The words of a part that is nothing else. */
function determinersOf(node: Node): readonly string[] {
  if (node.kind === 'word') return !node.capitals && node.forms.every((form) => articles.has(form) || owners.has(form) || besides.has(form)) ? node.forms : [];
  if (node.kind === 'perhaps') return determinersOf(node.part);
  if (node.kind !== 'one') return [];
  const each = node.of.map(determinersOf);
  return each.some((words) => words.length === 0) ? [] : each.flat();
}

function beginsBound(node: Node): boolean {
  for (const word of firstsOfNode(node)) if (bound.has(word)) return true;
  return false;
}
