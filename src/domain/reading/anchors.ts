/** The word of a pattern by which it is looked up: the least common that it cannot do without, and how far in it can stand. */
import type { Node } from './patterns';

/** A word of one of `words` stands at least `from` and at most `to` words after the first of the pattern. */
export type Anchor = { readonly words: readonly ReadonlySet<string>[]; readonly from: number; readonly to: number };

const common = new Set(
  'a about after again all am an and any are as at away back be been being but by can could day days did do does doing done down else even every for from get gets getting go goes going gone got had has have having he her here him his how i if in into is it just keep keeps know like make makes me more my never no not nothing now of off on one or our out over really said say saying says see she so some something still take than that the their them then there they thing things think this to too two up us very want wants was we went were what when where who will with would you your'.split(' '),
);
const weightOf = (word: string): number => (common.has(word) ? 200 : word === '#' ? 40 : 1);

const number: ReadonlySet<string> = new Set(['#']);

/** Every pattern that begins with a word has one. */
export function anchorOf(node: Node): Anchor {
  const found = bestOf(node);
  if (!found) throw new Error('A pattern has to hold a word that it cannot do without.');
  return found;
}

const kept = new WeakMap<Node, { readonly anchor: Anchor | undefined }>();

/** Sets stand in many patterns, and their anchor is looked for once. */
function bestOf(node: Node): Anchor | undefined {
  const known = kept.get(node) ?? { anchor: findBest(node) };
  kept.set(node, known);
  return known.anchor;
}

function findBest(node: Node): Anchor | undefined {
  switch (node.kind) {
    case 'word':
      return { words: [node.forms], from: 0, to: 0 };
    case 'number':
      return { words: [number], from: 0, to: 0 };
    case 'perhaps':
    case 'gap':
      return undefined;
    case 'one':
      return joined(node.of.map(bestOf));
    case 'all':
      return bestIn(node.parts);
  }
}

/** All words by which the pattern is found, each once. */
export const wordsOfAnchor = ({ words }: Anchor): ReadonlySet<string> => new Set(words.flatMap((set) => [...set]));

function bestIn(parts: readonly Node[]): Anchor | undefined {
  let best: Anchor | undefined;
  let [least, most] = [0, 0];
  for (const part of parts) {
    const own = bestOf(part);
    const placed = own && { words: own.words, from: own.from + least, to: own.to + most };
    if (placed && (!best || costOf(placed) < costOf(best))) best = placed;
    const length = lengthOf(part);
    [least, most] = [least + length.least, most + length.most];
  }
  return best;
}

/** One of several ways: any of their words, unless a way can do without. */
function joined(each: readonly (Anchor | undefined)[]): Anchor | undefined {
  const all = each.flatMap((anchor) => anchor ?? []);
  if (all.length < each.length) return undefined;
  return { words: all.flatMap(({ words }) => words), from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) };
}

/** How much looking up it causes: how common its words are, and from how many places each is tried. */
const costOf = ({ words, from, to }: Anchor): number => words.reduce((sum, set) => sum + weightOfAll(set), 0) * (to - from + 1);

const weights = new WeakMap<ReadonlySet<string>, number>();

function weightOfAll(words: ReadonlySet<string>): number {
  const known = weights.get(words) ?? [...words].reduce((sum, word) => sum + weightOf(word), 0);
  weights.set(words, known);
  return known;
}

function lengthOf(node: Node): { readonly least: number; readonly most: number } {
  switch (node.kind) {
    case 'word':
    case 'number':
      return { least: 1, most: 1 };
    case 'perhaps':
      return { least: 0, most: lengthOf(node.part).most };
    case 'gap':
      return { least: 0, most: node.most };
    case 'one': {
      const each = node.of.map(lengthOf);
      return { least: Math.min(...each.map(({ least }) => least)), most: Math.max(...each.map(({ most }) => most)) };
    }
    case 'all':
      return node.parts.map(lengthOf).reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), { least: 0, most: 0 });
  }
}
