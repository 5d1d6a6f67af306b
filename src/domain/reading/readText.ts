/**
 * Reads a text for words that may be a concern: which words, by which rule, and how they are read (after NegEx, Chapman
 * 2001, and ConText, Harkema 2009). Rules only; the same text reads the same everywhere; linear in the text's length.
 */
import type { Lexicon, Rule } from './lexicon';
import type { Grade, Mention, Status } from './mention';
import { keysOf, matchPattern, type Pattern } from './patterns';
import { groupOf } from './groups';
import { partsOf, readAs, type Part } from './readAs';
import { tokensOf, type Token } from './tokens';

/** Mentions in the order of the text: the most urgent and longest where several of one category overlap. None for a text that says nothing of the kind. */
export function readText(text: string, lexicon: Lexicon): readonly Mention[] {
  const tokens = tokensOf(text, lexicon.mend);
  const found = partsOf(text, tokens).flatMap((part) => hitsIn(part, tokens, lexicon));
  const mentions = withoutOverlaps(found).map((hit) => mentionOf(hit, text, tokens, lexicon));
  return gradeTogether(mentions);
}

type Hit = { readonly rule: Rule; readonly part: Part; readonly first: number; readonly last: number; readonly isFigure: boolean };

/** Words within which an `unless` or a `figure` bears on a mention: sentences may be run on for a page. */
const nearby = 6;

function hitsIn(part: Part, tokens: readonly Token[], lexicon: Lexicon): readonly Hit[] {
  const hits: Hit[] = [];
  for (let first = part.first; first <= part.last; first++) {
    for (const key of keysOf(tokens[first]!)) {
      for (const { rule, pattern } of lexicon.byFirst.get(key) ?? []) {
        const taken = matchPattern(pattern, tokens, first, part.last);
        if (taken === undefined) continue;
        const last = first + taken - 1;
        if (!isNear(rule.unless, tokens, first, last, part)) hits.push({ rule, part, first, last, isFigure: isNear(rule.figure, tokens, first, last, part) });
      }
    }
  }
  return hits;
}

function isNear(patterns: readonly Pattern[], tokens: readonly Token[], first: number, last: number, part: Part): boolean {
  if (patterns.length === 0) return false;
  const [from, to] = [Math.max(part.first, first - nearby), Math.min(part.last, last + nearby)];
  for (let at = from; at <= to; at++) {
    const keys = keysOf(tokens[at]!);
    if (patterns.some((pattern) => keys.some((key) => pattern.firsts.has(key)) && matchPattern(pattern, tokens, at, to) !== undefined)) return true;
  }
  return false;
}

const soonest = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];
const isBefore = (a: Hit, b: Hit): number =>
  Number(a.isFigure) - Number(b.isFigure) || soonest.indexOf(a.rule.urgency) - soonest.indexOf(b.rule.urgency) || Number(a.rule.isSoft) - Number(b.rule.isSoft) || b.last - b.first - (a.last - a.first) || a.first - b.first || inOrder(a.rule.id, b.rule.id);
/** By code points: the same on every machine. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of those of one category that share words, the first in rank; categories do not shut each other out. */
function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const taken = new Map<string, Set<number>>();
  const kept: Hit[] = [];
  for (const hit of [...hits].sort(isBefore)) {
    const words = taken.get(hit.rule.code) ?? new Set<number>();
    taken.set(hit.rule.code, words);
    const own = Array.from({ length: hit.last - hit.first + 1 }, (_, at) => hit.first + at);
    if (own.some((at) => words.has(at))) continue;
    for (const at of own) words.add(at);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.first - b.first || inOrder(a.rule.code, b.rule.code));
}

function mentionOf({ rule, part, first, last, isFigure }: Hit, text: string, tokens: readonly Token[], { cues }: Lexicon): Mention {
  const { negationIsPart, whoseIsSaid, isEvent: event } = rule;
  const read = readAs(text, tokens, { first, last, part }, cues, { negationIsPart, whoseIsSaid, event });
  const [start, end] = [tokens[first]!.start, tokens[last]!.end];
  const place = { rule: rule.id, code: rule.code, urgency: rule.urgency, start, end, words: text.slice(start, end), sentence: part.sentence, why: rule.why };
  return isFigure ? { ...place, status: 'figure', grade: 'noted' } : { ...place, ...read, grade: gradeOf(read.status, rule) };
}

function gradeOf(status: Status, { isSoft }: Rule): Grade {
  if (status === 'denied') return 'denied';
  return status === 'present' && !isSoft ? 'prompt' : 'noted';
}

/** Everyday words that only may mean something urgent are shown at once when something else of the kind is said as well. */
function gradeTogether(mentions: readonly Mention[]): readonly Mention[] {
  const counts = ({ status, urgency }: Mention): boolean => status === 'present' && (urgency === 'NOW' || urgency === 'TODAY');
  const rulesOf = new Map<string, Set<string>>();
  for (const mention of mentions.filter(counts)) rulesOf.set(mention.code, (rulesOf.get(mention.code) ?? new Set()).add(mention.rule));
  const isBorneOut = ({ code, rule }: Mention): boolean => [...groupOf(code)].some((each) => [...(rulesOf.get(each) ?? [])].some((other) => other !== rule));
  return mentions.map((mention) => (counts(mention) && mention.grade === 'noted' && isBorneOut(mention) ? { ...mention, grade: 'prompt' } : mention));
}
