/** How mentions of one text bear each other out: which of those that only may mean something are shown at once. */
import { groupOf } from './groups';
import { inOrder } from './inOrder';
import type { Rule } from './lexicon';
import type { Mention } from './mention';

const { abs } = Math;

/** `at` is the first token of its words. */
type Read = { readonly rule: Rule; readonly mention: Mention; readonly at: number };

/** The words around this token that often stand beside words of this category, as they are written; none where they are too few. */
type WordsAround = (code: string, at: number) => readonly string[];

/** Letters within which words bear each other out. */
const reach = 150;
/** Letters within which what was done about it stands. */
const reachOfActs = 600;

/**
 * Words that only may mean something are shown at once when others that bear them out stand near, or when somebody was
 * called at once, or several words are around that often stand beside such. Hints, which are too common to tell anything by
 * themselves, are shown only beside something that is shown at once.
 */
export function gradeTogether(read: readonly Read[], acts: readonly number[], wordsAround: WordsAround): readonly Mention[] {
  const all = withoutLone(read);
  const isActedOn = ({ mention }: Read): boolean => isUrgent(mention) && acts.some((at) => abs(at - mention.start) < reachOfActs);
  const isPresent = ({ mention }: Read): boolean => mention.status === 'present';
  const bears = all.filter((each) => isPresent(each) && each.rule.strength !== 'hint');
  const apart = all.filter(({ rule }) => rule.strength !== 'hint').map((each) => (each.rule.strength === 'soft' && isPresent(each) && (isBorneOut(each, bears) || isActedOn(each)) ? shownAtOnce(each) : each));
  const soft = withSaidTogether(apart, wordsAround);
  const shown = soft.filter(({ mention }) => mention.status === 'present' && mention.grade === 'prompt');
  const hints = all.filter((each) => each.rule.strength === 'hint' && isPresent(each) && isBorneOut(each, shown)).map(shownAtOnce);
  return [...soft, ...hints].map(({ mention }) => mention).sort((a, b) => a.start - b.start || inOrder(a.code, b.code));
}

/** "She cried all night" is no word of a baby where nothing speaks of one. */
function withoutLone(all: readonly Read[]): readonly Read[] {
  if (!all.some(({ rule }) => rule.isNothingAlone)) return all;
  const there = new Set(all.flatMap(({ rule }) => (rule.isNothingAlone ? [] : [rule.id, rule.code])));
  return all.filter(({ rule }) => !rule.isNothingAlone || [...rule.with].some((each) => there.has(each)));
}

const shownAtOnce = (read: Read): Read => ({ ...read, mention: { ...read.mention, grade: 'prompt' } });

/** Of words that only may mean something, those with the most words around that often stand beside such are shown at once: where nothing of the kind near them is shown already. */
function withSaidTogether(all: readonly Read[], wordsAround: WordsAround): readonly Read[] {
  const words = new Map(all.flatMap((each) => (maySpeak(each) ? [[each, wordsAround(each.mention.code, each.at)] as const] : [])));
  const countOf = (each: Read): number => (each.mention.grade === 'prompt' ? Infinity : (words.get(each)?.length ?? 0));
  const borneOut = all.filter((each) => countOf(each) > 0);
  return all.map((each) => {
    const beside = words.get(each) ?? [];
    return beside.length === 0 || isOutdone(each, borneOut, countOf) ? each : { ...each, mention: { ...each.mention, grade: 'prompt', beside } };
  });
}

/** Another of the kind near it says more, or as much before it. Both lists are in the order of the text. */
function isOutdone(each: Read, others: readonly Read[], countOf: (each: Read) => number): boolean {
  const { code, start } = each.mention;
  for (let at = firstFrom(others, start - reachOfActs), isBefore = true; at < others.length && others[at]!.mention.start <= start + reachOfActs; at++) {
    const other = others[at]!;
    if (other === each) isBefore = false;
    else if (groupOf(code).has(other.mention.code) && (countOf(other) > countOf(each) || (isBefore && countOf(other) === countOf(each)))) return true;
  }
  return false;
}

const maySpeak = ({ rule, mention }: Read): boolean => rule.strength === 'soft' && mention.status === 'present' && mention.grade === 'noted' && isUrgent(mention);

const noGroup: ReadonlySet<string> = new Set();

/** Another rule's words of the kind stand near, and are other words. `bears` is in the order of the text. */
function isBorneOut({ rule, mention }: Read, bears: readonly Read[]): boolean {
  const isOfItsOwn = rule.strength === 'hint' && rule.with.size > 0;
  const group = isUrgent(mention) && !isOfItsOwn ? groupOf(mention.code) : noGroup;
  for (let at = firstFrom(bears, mention.start - reach); at < bears.length && bears[at]!.mention.start <= mention.end + reach; at++) {
    const other = bears[at]!;
    const isOther = (other.rule !== rule || (rule.pairsItself && isSaidOtherwise(mention, other.mention))) && (other.mention.end <= mention.start || other.mention.start >= mention.end);
    const isOfTheKind = rule.with.has(other.rule.id) || rule.with.has(other.mention.code) || (group.has(other.mention.code) && isUrgent(other.mention));
    if (isOther && isOfTheKind) return true;
  }
  return false;
}

/** The same words said twice are no second sign: neither phrase begins as the other does. */
const isSaidOtherwise = (one: Mention, other: Mention): boolean => firstWord(one) !== firstWord(other) && one.words.toLowerCase() !== other.words.toLowerCase();
const firstWord = ({ words }: Mention): string | undefined => /[\p{L}\p{N}]+/u.exec(words.toLowerCase())?.[0];

/** Where the mentions begin that start at this place or later (binary search). */
function firstFrom(mentions: readonly Read[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.mention.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isUrgent = ({ urgency }: Mention): boolean => urgency === 'NOW' || urgency === 'TODAY';
