/**
 * Reads a text for words that may be a concern: which words, by which rule, and how they are read (after NegEx, Chapman
 * 2001, and ConText, Harkema 2009). Rules only; the same text reads the same everywhere; linear in the text's length.
 */
import type { Lexicon, Placed, Rule } from './lexicon';
import type { Grade, Mention } from './mention';
import { keysOf, matchPattern, type Pattern } from './patterns';
import { groupOf } from './groups';
import { partsOf, readAs, type Part, type ReadAs } from './readAs';
import { tokensOf, type Token } from './tokens';

/** Mentions in the order of the text: the most urgent and longest where several of one category overlap. None for a text that says nothing of the kind. */
export function readText(text: string, lexicon: Lexicon): readonly Mention[] {
  const tokens = tokensOf(text, lexicon.mend);
  const found = partsOf(text, tokens, lexicon.cues).flatMap((part) => hitsIn(part, tokens, lexicon));
  return gradeTogether(withoutOverlaps(found).flatMap((hit) => mentionsOf(hit, text, tokens, lexicon).map((mention) => ({ rule: hit.rule, mention }))));
}

type Hit = { readonly rule: Rule; readonly part: Part; readonly first: number; readonly last: number; readonly isFigure: boolean };

/** Words within which an `unless` or a `figure` bears on a mention: sentences may be run on for a page. */
const nearby = 6;

function hitsIn(part: Part, tokens: readonly Token[], lexicon: Lexicon): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = part.first; at <= part.last; at++) {
    for (const key of keysOf(tokens[at]!)) {
      for (const placed of lexicon.byAnchor.get(key) ?? []) {
        for (let first = Math.max(part.first, at - placed.to); first <= at - placed.from; first++) {
          const hit = hitAt(first, placed, part, tokens);
          if (hit) hits.push(hit);
        }
      }
    }
  }
  return hits;
}

function hitAt(first: number, { rule, pattern }: Placed, part: Part, tokens: readonly Token[]): Hit | undefined {
  const taken = matchPattern(pattern, tokens, first, part.last);
  if (taken === undefined) return undefined;
  const last = first + taken - 1;
  return isNear(rule.unless, tokens, first, last, part) ? undefined : { rule, part, first, last, isFigure: isNear(rule.figure, tokens, first, last, part) };
}

function isNear(patterns: readonly Pattern[], tokens: readonly Token[], first: number, last: number, part: Part): boolean {
  if (patterns.length === 0) return false;
  const [from, to] = [Math.max(part.first, first - nearby), Math.min(part.last, last + nearby)];
  for (let at = from; at <= to; at++) {
    if (patterns.some((pattern) => matchPattern(pattern, tokens, at, to) !== undefined)) return true;
  }
  return false;
}

const soonest = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];
const strengths = ['strong', 'soft', 'hint'];
const isBefore = (a: Hit, b: Hit): number =>
  Number(a.isFigure) - Number(b.isFigure) || soonest.indexOf(a.rule.urgency) - soonest.indexOf(b.rule.urgency) || strengths.indexOf(a.rule.strength) - strengths.indexOf(b.rule.strength) || b.last - b.first - (a.last - a.first) || a.first - b.first || inOrder(a.rule.id, b.rule.id);
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

function mentionsOf({ rule, part, first, last, isFigure }: Hit, text: string, tokens: readonly Token[], { cues }: Lexicon): readonly Mention[] {
  const { negationIsPart, whoseIsSaid, isEvent: event } = rule;
  const read = readAs(text, tokens, { first, last, part }, cues, { negationIsPart, whoseIsSaid, event });
  const [start, end] = [tokens[first]!.start, tokens[last]!.end];
  const place = { rule: rule.id, code: rule.code, urgency: rule.urgency, start, end, words: text.slice(start, end), sentence: part.sentence, why: rule.why };
  if (isFigure) return [{ ...place, status: 'figure', grade: 'noted' }];
  const mention: Mention = { ...place, ...read, grade: gradeOf(read, rule) };
  return read.whose === 'child' && harmsAChild.has(rule.code) ? [mention, { ...mention, code: CHILD, urgency: 'TODAY', status: 'present', grade: rule.strength === 'strong' ? 'prompt' : 'noted' }] : [mention];
}

/** Somebody else's, but a child's: then it is a concern of its own (any disclosure about somebody under 18). */
const CHILD = 'F18';
const harmsAChild = new Set(['F01', 'F02', 'F03', 'F14', 'F15', 'F17', 'F20', 'F23']);

/** A life in danger now is shown at once, also when it seems to be a relative's: doubt goes up. */
function gradeOf({ status, whose }: ReadAs, { strength, isEvent, urgency }: Rule): Grade {
  if (status === 'denied') return 'denied';
  if (status === 'other' && urgency === 'NOW' && isEvent && strength === 'strong' && whose !== 'somebody') return 'prompt';
  return status === 'present' && strength === 'strong' ? 'prompt' : 'noted';
}

type Read = { readonly rule: Rule; readonly mention: Mention };

/** Letters within which words bear each other out. */
const reach = 300;

/** Words that only may mean something are shown at once when others that bear them out stand near; hints are not shown without them. */
function gradeTogether(all: readonly Read[]): readonly Mention[] {
  const present = all.filter(({ mention }) => mention.status === 'present');
  const said = new Map<string, Set<string>>();
  for (const { mention } of present) for (const key of [mention.code, mention.rule]) said.set(key, (said.get(key) ?? new Set()).add(mention.rule));
  const isSaidElsewhere = ({ rule }: Read): boolean => [...rule.with].some((other) => [...(said.get(other) ?? [])].some((id) => id !== rule.id));
  const bears = present.filter(({ rule, mention }) => rule.strength !== 'hint' && isUrgent(mention));
  let from = 0;
  return all.flatMap((each): readonly Mention[] => {
    const { rule, mention } = each;
    if (mention.status !== 'present' || mention.grade === 'prompt') return rule.strength === 'hint' ? [] : [mention];
    while (from < bears.length && bears[from]!.mention.start < mention.start - reach) from++;
    const isBorneOut = isSaidElsewhere(each) || (isUrgent(mention) && isNearAnother(each, bears, from));
    if (isBorneOut) return [{ ...mention, grade: 'prompt' }];
    return rule.strength === 'hint' ? [] : [mention];
  });
}

function isNearAnother({ rule, mention }: Read, bears: readonly Read[], from: number): boolean {
  const group = groupOf(mention.code);
  for (let at = from; at < bears.length && bears[at]!.mention.start <= mention.start + reach; at++) {
    if (bears[at]!.rule !== rule && group.has(bears[at]!.mention.code)) return true;
  }
  return false;
}

const isUrgent = ({ urgency }: Mention): boolean => urgency === 'NOW' || urgency === 'TODAY';
