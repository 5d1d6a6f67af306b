/** The lexicon made of what is written, in two steps: the first takes long, and what comes of it can be kept; the second does not. */
import { codeCues, keepCues, type Cues, type MadeCues } from './cues/cues';
import type { Aside, Beside, Lexicon, LexiconEntry, LexiconFile, Rule, TakenBack } from './lexicon';
import { mendOf } from './words/mend';
import { likenessFrom, type LikenessLists } from './notMeant/likeness';
import { NotPeople } from './notMeant/notPeople';
import { PatternBook } from './patterns/patternBook';
import { PatternCoder, type PatternCode } from './patterns/patternCode';
import { Mirror } from './patterns/mirrored';
import { Determiners, type MayBeMissing } from './patterns/determiners';
import { PatternIndexer, PatternSearch, type Beside as StandsBeside, type IndexedPatterns } from './patterns/patternIndex';
import { People, type PeopleLists } from './people/people';
import { SaidTogether, type TogetherLists } from './saidTogether';
import { WordCount } from './wordsOfRules';
import { wordSet } from './words/wordSet';
import { joinedWithin } from './notMeant/standsNear';
import { anyOf, readPattern, type Pattern, type PatternSets } from './patterns/patterns';

/** What is written is kept as it is; `lookAlikes` are ordinary words that are one slip away from a word of the rules. */
export type LexiconText = { readonly files: readonly LexiconFile[]; readonly sets: PatternSets; readonly cues: Cues; readonly lookAlikes: readonly string[]; readonly beside: Beside; readonly people: PeopleLists; readonly likeness: LikenessLists; readonly together: TogetherLists };

type MadeRule = Omit<Rule, 'with'> & { readonly with: readonly string[] };

/** Plain data: strings, numbers and rows of numbers. `ruleOf` is the rule of each phrase; words are parted by spaces. */
export type MadeLexicon = {
  readonly rules: readonly MadeRule[];
  readonly ruleOf: Int32Array;
  readonly code: PatternCode;
  readonly phrases: IndexedPatterns;
  readonly acts: IndexedPatterns;
  readonly figures?: number;
  readonly takenBack?: TakenBack;
  readonly explained?: number;
  readonly idioms?: number;
  readonly notActs?: number;
  readonly notPeople: NonNullable<Beside['notPeople']>;
  /** The words for which a slip may be mended, and those that are no slip. */
  readonly words: string;
  readonly ordinary: string;
  readonly cues: Cues;
  readonly people: PeopleLists;
  readonly likeness: LikenessLists;
  readonly together: TogetherLists;
  readonly madeCues: MadeCues;
};

/** Throws a sentence for the first pattern that cannot be read. */
export const makeLexicon = (text: LexiconText): Lexicon => openLexicon(writeLexicon(text));

/** Throws a sentence for the first pattern that cannot be read. */
export function writeLexicon({ files, sets, cues, lookAlikes, beside, people, likeness, together }: LexiconText): MadeLexicon {
  const coder = new PatternCoder();
  const madeCues = codeCues(cues, coder);
  const [phrases, acts] = [new PatternIndexer(coder), new PatternIndexer(coder)];
  const determiners = { bare: new Determiners('bare'), articles: new Determiners('articles'), owners: new Determiners('owners') };
  const readAll = (sources: readonly string[]): readonly Pattern[] => sources.map((source) => readPattern(source, sets));
  const mirror = new Mirror();
  const readHasty = (sources: readonly string[], missing: MayBeMissing): readonly Pattern[] => readAll(sources).map((pattern) => determiners[missing].leftOut(pattern));
  const anyWay = (sources: readonly string[] | undefined): number | undefined => (sources === undefined || sources.length === 0 ? undefined : coder.addBegun(anyOf(readAll(sources))));
  const asides = new Map(Object.entries(beside.asides).map(([name, { status, says }]): [string, Aside] => [name, { status, pattern: coder.addBegun(anyOf(readAll(says))) }]));
  const rules: MadeRule[] = [];
  const ruleOf: number[] = [];
  const words = new WordCount();
  for (const { code, entries } of files) {
    for (const entry of entries) {
      const isOfHarm = ofHarmByOthers.has(code);
      const hasty = readHasty(entry.says, isOfHarm ? 'articles' : 'owners');
      const says = isOfHarm ? hasty.flatMap((pattern) => mirror.both(pattern)) : hasty;
      const near = readHasty(entry.near ?? [], 'articles');
      for (const pattern of says) ruleOf.push(rules.length) && phrases.add(pattern, nearby(near));
      words.add([...says, ...near]);
      rules.push(ruleFrom(code, entry, asides, (sources) => (sources === undefined || sources.length === 0 ? undefined : coder.addBegun(anyOf(readHasty(sources, 'bare'))))));
    }
  }
  for (const pattern of readAll(beside.acts)) acts.add(pattern);
  const [figures, explained, idioms, notActs] = [anyWay(beside.figures), anyWay(beside.explained), anyWay(beside.idioms), anyWay(beside.notActs)];
  const takenBack = beside.takenBack && { of: beside.takenBack.of, pattern: coder.addBegun(anyOf(readAll(beside.takenBack.says))) };
  return { rules, ruleOf: Int32Array.from(ruleOf), code: coder.made(), phrases: phrases.made(), acts: acts.made(), ...(figures === undefined ? {} : { figures }), ...(takenBack === undefined ? {} : { takenBack }), ...(explained === undefined ? {} : { explained }), ...(idioms === undefined ? {} : { idioms }), ...(notActs === undefined ? {} : { notActs }), notPeople: beside.notPeople ?? {}, words: words.commonestFirst().join(' '), ordinary: lookAlikes.join(' '), cues, people, likeness, together, madeCues: madeCues() };
}

/** Of these it matters whose arm it is. */
const ofHarmByOthers = wordSet('F15 F17 F18 F19 F20 F22');

const nearby = (near: readonly Pattern[]): StandsBeside | undefined => (near.length === 0 ? undefined : { pattern: anyOf(near), ...joinedWithin });

function ruleFrom(code: string, entry: LexiconEntry, asides: ReadonlyMap<string, Aside>, anyWay: (sources: readonly string[] | undefined) => number | undefined): MadeRule {
  const ways = Object.entries({ near: anyWay(entry.near), unless: anyWay(entry.unless), figure: anyWay(entry.figure) }).filter(([, pattern]) => pattern !== undefined);
  return {
    id: entry.id,
    code,
    urgency: entry.urgency,
    strength: entry.strength,
    soonest: soonest.indexOf(entry.urgency),
    order: orderOf(entry),
    negationIsPart: entry.negation === 'part',
    whoseIsSaid: entry.whose === 'said',
    isOfTheHome: entry.whose === 'home',
    isEvent: entry.time === 'event',
    why: entry.why,
    with: entry.with ?? [],
    isNothingAlone: entry.alone === 'nothing',
    pairsItself: entry.pairs === 'own',
    ...Object.fromEntries(ways),
    asides: (entry.aside ?? []).flatMap((name) => asides.get(name) ?? []),
  };
}

const soonest = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];
const strengths = ['strong', 'soft', 'hint'];

/** Strong words, then what is more urgent, then what says more, then what stands by itself. */
const orderOf = ({ strength, urgency, near = [] }: LexiconEntry): number => [Number(strength !== 'strong'), soonest.indexOf(urgency), strengths.indexOf(strength), Number(near.length > 0)].reduce((order, part) => order * 4 + part, 0);

export function openLexicon({ rules: made, ruleOf, code, phrases, acts, figures, takenBack, explained, idioms, notActs, notPeople, words, ordinary, cues, people, likeness, together, madeCues }: MadeLexicon): Lexicon {
  const rules = made.map((rule): Rule => ({ ...rule, with: new Set(rule.with) }));
  const book = new PatternBook(code);
  keepCues(cues, madeCues, book);
  return {
    book,
    phrases: new PatternSearch(Array.from(ruleOf, (rule) => rules[rule]!), book, phrases),
    acts: PatternSearch.ofNumbers(book, acts),
    mend: mendOf(new Set(words.split(' ')), ordinary.split(' ')),
    cues,
    people: new People(people),
    together: new SaidTogether(together),
    notPeople: new NotPeople(notPeople, likenessFrom(likeness)),
    ...(figures === undefined ? {} : { figures }),
    ...(takenBack === undefined ? {} : { takenBack }),
    ...(explained === undefined ? {} : { explained }),
    ...(idioms === undefined ? {} : { idioms }),
    ...(notActs === undefined ? {} : { notActs }),
  };
}
