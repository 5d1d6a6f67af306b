/** How far a pattern goes from one word of a text. A pattern spans at most 30 words, so this is bounded work, and all of a text is read in linear time. */
import type { Lookup, Node, Pattern, Word } from './patterns';
import type { Token } from './tokens';

const mostWords = 30;
const { clz32, min } = Math;

/** How many tokens from `first` the pattern takes, at most; undefined when it does not match there. `last` is the last token that it may take. */
export function matchPattern({ node }: Pattern, tokens: readonly Token[], first: number, last: number): number | undefined {
  const reached = step(node, 1, tokens, first, min(last, first + mostWords - 1));
  return reached === 0 ? undefined : 31 - clz32(reached);
}

/** Bit n of `from` means that n words are taken so far; the same of what is returned. */
function step(node: Node, from: number, tokens: readonly Token[], first: number, last: number): number {
  switch (node.kind) {
    case 'word':
      return takeWord(node, from, tokens, first, last);
    case 'one':
      return takeOne(node.lookup, from, tokens, first, last);
    case 'all': {
      let reached = from;
      for (let at = 0; at < node.parts.length && reached !== 0; at++) reached = step(node.parts[at]!, reached, tokens, first, last);
      return reached;
    }
    case 'perhaps':
      return from | step(node.part, from, tokens, first, last);
    case 'gap':
      return pass(node.most, from, tokens, first, last);
    case 'number':
      return takeNumber(from, tokens, first, last);
  }
}

/** A choice: only the ways that begin with the word that stands there are tried. */
function takeOne({ words, ways, any }: Lookup, from: number, tokens: readonly Token[], first: number, last: number): number {
  let reached = 0;
  for (const way of any) reached |= step(way, from, tokens, first, last);
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const at = first + 31 - clz32(bit);
    const token = at <= last ? tokens[at] : undefined;
    if (!token) break;
    if (words.has(token.plain)) reached |= bit << 1;
    if (ways.size === 0) continue;
    for (const way of ways.get(token.plain) ?? none) reached |= step(way, bit, tokens, first, last);
    if (token.number) for (const way of ways.get('#') ?? none) reached |= step(way, bit, tokens, first, last);
  }
  return reached;
}

const none: readonly Node[] = [];

/** A gap does not pass over a "not": "took no tablets" is not "took .. tablets". */
function pass(most: number, from: number, tokens: readonly Token[], first: number, last: number): number {
  let reached = from;
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const taken = 31 - clz32(rest & -rest);
    for (let more = 0; more < most && first + taken + more <= last && !negators.has(tokens[first + taken + more]!.plain); more++) reached |= 2 << (taken + more);
  }
  return reached;
}

const negators = new Set(['no', 'not', 'nil', 'never', 'without', 'neither', 'nor', 'denies', 'denied', 'denying', 'nobody', 'none']);

function takeWord({ forms, capitals }: Word, from: number, tokens: readonly Token[], first: number, last: number): number {
  let reached = 0;
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const taken = 31 - clz32(rest & -rest);
    const token = first + taken <= last ? tokens[first + taken] : undefined;
    if (token && forms.includes(token.plain) && (!capitals || token.capitals)) reached |= 2 << taken;
  }
  return reached;
}

function takeNumber(from: number, tokens: readonly Token[], first: number, last: number): number {
  let reached = 0;
  for (let rest = from; rest !== 0; rest &= rest - 1) {
    const taken = 31 - clz32(rest & -rest);
    if (first + taken <= last && tokens[first + taken]!.number) reached |= 2 << taken;
  }
  return reached;
}
