/** The word of a pattern by which it is looked up: the least common that it cannot do without, and how far in it can stand. */
import type { Node } from './patterns';

/** A word of `at` stands at least `from` and at most `to` words after the first of the pattern; `cost` is how much looking up it causes. */
export type Anchor = { readonly at: Node | readonly Anchor[]; readonly weight: number; readonly from: number; readonly to: number };

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
const weightOf = (word: string): number => common.get(word) ?? 1;
const numberWeight = 120;
/** Looking for further words costs more than it saves. */
const mostOthers = 2;

/** Finds anchors. Words and sets stand in many patterns, and theirs is looked for once. */
export class Anchors {
  readonly #known = new Map<Node, Anchor | undefined>();

  /** Every pattern that begins with a word has one. */
  of(node: Node): Anchor {
    const found = this.#best(node);
    if (!found) throw new Error('A pattern has to hold a word that it cannot do without.');
    return found;
  }

  /** The least common word of each part of the pattern that has one, other than that with its anchor; the least common first. */
  besides(node: Node, anchor: Anchor): readonly Anchor[] {
    if (node.kind !== 'all') return [];
    return this.#placed(node.parts)
      .filter(({ at }) => at !== anchor.at)
      .sort((a, b) => costOf(a) - costOf(b))
      .slice(0, mostOthers);
  }

  #best(node: Node): Anchor | undefined {
    if (this.#known.has(node)) return this.#known.get(node);
    const found = this.#find(node);
    this.#known.set(node, found);
    return found;
  }

  #find(node: Node): Anchor | undefined {
    switch (node.kind) {
      case 'word':
        return { at: node, weight: node.forms.reduce((sum, form) => sum + weightOf(form), 0), from: 0, to: 0 };
      case 'number':
        return { at: node, weight: numberWeight, from: 0, to: 0 };
      case 'perhaps':
      case 'gap':
        return undefined;
      case 'one':
        return this.#joined(node.of);
      case 'all':
        return bestOf(this.#placed(node.parts));
    }
  }

  #placed(parts: readonly Node[]): readonly Anchor[] {
    const placed: Anchor[] = [];
    let [least, most] = [0, 0];
    for (const part of parts) {
      const own = this.#best(part);
      if (own) placed.push({ at: own.at, weight: own.weight, from: own.from + least, to: own.to + most });
      [least, most] = [least + part.least, most + part.most];
    }
    return placed;
  }

  /** One of several ways: any of their words, unless a way can do without. */
  #joined(of: readonly Node[]): Anchor | undefined {
    const each: Anchor[] = [];
    let [weight, from, to] = [0, 1000, 0];
    for (const way of of) {
      const own = this.#best(way);
      if (!own) return undefined;
      each.push(own);
      weight += own.weight;
      if (own.from < from) from = own.from;
      if (own.to > to) to = own.to;
    }
    return { at: each, weight, from, to };
  }
}

/** All words by which the pattern is found, each once; `#` for a number. */
export function wordsOfAnchor({ at }: Anchor, into: Set<string> = new Set()): ReadonlySet<string> {
  if (!('kind' in at)) for (const own of at) wordsOfAnchor(own, into);
  else if (at.kind === 'word') for (const form of at.forms) into.add(form);
  else into.add('#');
  return into;
}

/** How common its words are, and from how many places each is tried. */
const costOf = ({ weight, from, to }: Anchor): number => weight * (to - from + 1);

function bestOf(anchors: readonly Anchor[]): Anchor | undefined {
  let best: Anchor | undefined;
  for (const anchor of anchors) if (!best || costOf(anchor) < costOf(best)) best = anchor;
  return best;
}
