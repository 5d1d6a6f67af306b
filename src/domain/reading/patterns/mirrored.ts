/** What is a concern of a woman is one of a man: each rule is also read with she for he, his for her, a wife for a husband. */
import { allOf, oneOf, perhapsOf, type Node, type Pattern } from './patterns';

const pairs: readonly (readonly [string, string])[] = [
  ['he', 'she'], ['him', 'her'], ['his', 'her'], ['his', 'hers'], ['himself', 'herself'], ['hisself', 'herself'], ['man', 'woman'], ['men', 'women'], ['boy', 'girl'], ['boys', 'girls'], ['gentleman', 'lady'],
  ['lad', 'lass'], ['lads', 'lasses'], ['bloke', 'woman'], ['blokes', 'women'], ['chap', 'woman'], ['fella', 'missus'], ['guy', 'girl'], ['husband', 'wife'], ['husbands', 'wives'], ['hubby', 'missus'], ['boyfriend', 'girlfriend'], ['boyfriends', 'girlfriends'],
  ['father', 'mother'], ['dad', 'mum'], ['dad', 'mam'], ['daddy', 'mummy'], ['stepdad', 'stepmum'], ['stepfather', 'stepmother'], ['son', 'daughter'], ['sons', 'daughters'], ['brother', 'sister'], ['brothers', 'sisters'],
  ['grandson', 'granddaughter'], ['grandad', 'nan'], ['grandad', 'gran'], ['grandfather', 'grandmother'], ['uncle', 'aunt'], ['uncle', 'auntie'], ['nephew', 'niece'],
];

type Sex = 'male' | 'female';
const sexOf = new Map<string, Sex>(pairs.flatMap(([he, she]): [string, Sex][] => [[he, 'male'], [she, 'female']]));
const others = new Map<string, readonly string[]>();
for (const [one, other] of pairs) {
  others.set(one, [...(others.get(one) ?? []), other]);
  others.set(other, [...(others.get(other) ?? []), one]);
}

/** Whose words these are, when they are of men alone or of women alone: a choice of both is for anybody. */
function sexOfAll(words: readonly string[]): Sex | undefined {
  const sexes = new Set(words.flatMap((word) => sexOf.get(word) ?? []));
  return sexes.size === 1 ? [...sexes][0] : undefined;
}

/**
 * Turns patterns round. Where only who does it is named as a man or a woman, the other one suffers it: "(he|dad) hit
 * (him|her)" is "(she|mum) hit him", since who hits her own head is another matter. "Scared of him" stays: "scared of her" may
 * go on. Parts that are shared stay shared.
 */
export class Mirror {
  readonly #turned = new Map<Sex | undefined, Map<Node, Node>>();

  /** The pattern as it is, and turned round where that is another. */
  both({ source, node }: Pattern): readonly Pattern[] {
    const parts = node.kind === 'all' ? node.parts : [node];
    const sexes = new Set(parts.flatMap((part) => sexOfAll(wordsOf(part)) ?? []));
    if (sexes.size === 0 || wordsOf(parts.at(-1)!).some((word) => word === 'him' || word === 'hers')) return [{ source, node }];
    const [only] = sexes.size === 1 ? sexes : [];
    return [{ source, node }, { source, node: this.#turn(node, only === undefined ? undefined : only === 'male' ? 'female' : 'male') }];
  }

  #turn(node: Node, without: Sex | undefined): Node {
    const known = this.#turned.get(without) ?? new Map<Node, Node>();
    this.#turned.set(without, known);
    const turned = known.get(node) ?? this.#made(node, without);
    known.set(node, turned);
    return turned;
  }

  #made(node: Node, without: Sex | undefined): Node {
    switch (node.kind) {
      case 'word':
        return node.capitals ? node : { ...node, forms: formsTurned(node.forms, node.forms, without) };
      case 'perhaps':
        return perhapsOf(this.#turn(node.part, without));
      case 'all':
        return allOf(node.parts.map((part) => this.#turn(part, without)));
      case 'one': {
        const words = wordsOf(node);
        const isOfOne = sexOfAll(words) !== undefined;
        return oneOf(node.of.flatMap((way) => (way.kind === 'word' && !way.capitals ? wordWith(way, formsTurned(way.forms, words, without)) : isOfOne && isOfBoth(way) ? [] : [this.#turn(way, without)])));
      }
      default:
        return node;
    }
  }
}

const wordWith = (node: Node & { readonly kind: 'word' }, forms: readonly string[]): readonly Node[] => (forms.length === 0 ? [] : [{ ...node, forms }]);

function formsTurned(forms: readonly string[], beside: readonly string[], without: Sex | undefined): readonly string[] {
  if (sexOfAll(beside) !== undefined) return [...new Set(forms.flatMap((form) => others.get(form) ?? [form]))];
  return without === undefined ? forms : forms.filter((form) => sexOf.get(form) !== without);
}

/** The words of a word or a choice of words. */
function wordsOf(node: Node): readonly string[] {
  if (node.kind === 'word') return node.capitals ? [] : node.forms;
  return node.kind === 'one' ? node.of.flatMap((way) => (way.kind === 'word' && !way.capitals ? way.forms : [])) : [];
}

/** "{relation}" beside "he": those are read as they are. */
const isOfBoth = (node: Node): boolean => new Set(wordsOf(node).flatMap((word) => sexOf.get(word) ?? [])).size === 2;
