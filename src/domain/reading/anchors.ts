/** The word of a pattern by which it is looked up: the least common that it cannot do without, and how far in it can stand. */
import type { Node } from './patterns';

/** A word of one of `words` stands at least `from` and at most `to` words after the first of the pattern. */
export type Anchor = { readonly words: readonly ReadonlySet<string>[]; readonly from: number; readonly to: number };

/** The words of ordinary notes, the commonest first: rules are better looked up by others. */
const common: ReadonlyMap<string, number> = new Map(
  [
    'the and a in to is he she her on not it with at his i for of has would me him was about up from will no since says had have out off they wants two that been can now back as so do if told like all said one by got came own',
    'over asked new does my down go when went who be next there after but mum are did we day them through last home done good night three could time put phone week what years get this wife first am bus rang sister gets',
    'daughter baby again only an club going school or you coming group still see lad gone ring then till nothing husband us days door made both round morning talked just call because every same flat visit dog weeks four took',
    'how room half form know goes twice well left man car herself centre likes way used away which gp come year six never happy sat nobody before more sunday son were work house himself today old tea fine ten tablets say',
    'found nurse any friday stop dad nine kids lot number hour help stopped while floor hand pass doing take talking lift keeps want under w library bit given garden month monday some lives council lovely food side ever lunch',
    'money cut card thursday front right choir kept shop knows works neighbour tuesday somebody wall lady kitchen church booked let passed heart friend everything sleeps police other anyone feels end takes eleven rings',
    'anything bath into bed job carer quiet key five head drop bank months face review walking met grandson lost eight course re started line text ask very looked nights life list paid brother each sleeping housing little men',
    'most mother times cat big water fridge drink run walk full working fit our their together mam stood ok wanted surgery college love thoughts finished gave reading blue looking chair hair saying worker leaflet keep park',
    'where called saturday people weekend talk post something long driver gym office team leave too coffee rung whole retired keen need nan things kettle tells here lads partner outside sees making blood forty stairs showed',
    'moved once cafe plan ago saw girl class hours agreed sleep bother thought ambulance hear near dropped brought cousin girls pounds hearing spoke carers open words makes being look arms thinks ground walks ones summer',
    'running dead normal fire stayed allotment plays without its june shed chest mate getting read street bags laughing landlord',
  ]
    .join(' ')
    .split(' ')
    .map((word, rank) => [word, Math.ceil(4000 / (rank + 10))]),
);
const weightOf = (word: string): number => (word === '#' ? 120 : (common.get(word) ?? 1));

const number: ReadonlySet<string> = new Set(['#']);

/** Every pattern that begins with a word has one. */
export function anchorOf(node: Node): Anchor {
  const found = bestOf(node);
  if (!found) throw new Error('A pattern has to hold a word that it cannot do without.');
  return found;
}

/** A part that a pattern cannot do without: it begins `from` to `to` words after the pattern's first. */
export type Needed = { readonly node: Node; readonly from: number; readonly to: number };
const mostNeeded = 3;

/** The parts that tell soonest that a pattern does not match: how it begins, then those of the least common words. */
export function neededIn(node: Node): readonly Needed[] {
  if (node.kind !== 'all') return [{ node, from: 0, to: 0 }];
  const needed: (Needed & { readonly cost: number })[] = [];
  let [least, most] = [0, 0];
  for (const part of node.parts) {
    const best = part.kind === 'perhaps' || part.kind === 'gap' ? undefined : bestOf(part);
    if (best) needed.push({ node: part, from: least, to: most, cost: most === 0 ? 0 : best.words.reduce((sum, set) => sum + weightOfAll(set), 0) * (most - least + 1) });
    const length = lengthOf(part);
    [least, most] = [least + length.least, most + length.most];
  }
  return needed.sort((a, b) => a.cost - b.cost).slice(0, mostNeeded);
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
