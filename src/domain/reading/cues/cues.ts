/**
 * The words around a mention that say how it is read, as data that a practitioner can read and argue about.
 * After NegEx (Chapman 2001) and ConText (Harkema 2009): a cue has a meaning, a side on which it stands and a reach.
 */
import { z } from 'zod';
import { PatternBook } from '../patterns/patternBook';
import { PatternCoder } from '../patterns/patternCode';
import { PatternIndexer, PatternSearch, type IndexedPatterns } from '../patterns/patternIndex';
import { Determiners } from '../patterns/determiners';
import { readPattern } from '../patterns/patterns';

const Says = z.array(z.string().min(1)).min(1);

export const Whose = z.enum(['child', 'carer', 'partner', 'relative', 'somebody']);

/** `nothing` takes words out of the way ("not only"); `ends` begins a new thought ("but"); `often` says that a thing is there ("most days"). */
const Meaning = z.enum(['negated', 'past', 'present', 'hypothetical', 'other', 'nothing', 'ends', 'often']);

/**
 * How far a cue reaches: `list` over items with commas, "and", "or"; `joined` over "or" only; `phrase` to the end of what
 * is said next; `clause` to the ends of its clause; `dated` back to what happened then, and on from where a clause begins;
 * `near` over `words` words; `next` to the neighbour; `closing` back to what it answers, when nothing follows it;
 * `condition`, `advice`, `asked` and `story` as "if", "safety net:", "asked about" and "a film about" do; `anyhow` over
 * commas and all, for at most `words` words.
 */
const Reach = z.enum(['list', 'phrase', 'clause', 'dated', 'near', 'next', 'closing', 'joined', 'condition', 'advice', 'asked', 'story', 'anyhow']);

export const CueRule = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    means: Meaning,
    stands: z.enum(['before', 'after', 'around']).optional(),
    over: Reach.optional(),
    words: z.number().int().min(0).optional(),
    whose: Whose.optional(),
    /** Counts for a finished event too ("had a fall"). */
    isLongAgo: z.boolean().optional(),
    /** It was so: a denial beside it does not say that it never was. */
    isCeased: z.boolean().optional(),
    /** Asked, and nobody answered: what was asked stays open. */
    isUnsaid: z.boolean().optional(),
    /** A film or the news: nobody whom the note is about, whoever does what to whom. */
    isStory: z.boolean().optional(),
    /** Counts only together with a denial: "does not drink any more". */
    needsDenial: z.boolean().optional(),
    /** Counts only when help is named near it: "call in case of …", not "afraid in case he …". */
    needsHelp: z.boolean().optional(),
    /** Counts only for what somebody needs: a roof, money, a body that works. */
    isOfNeeds: z.boolean().optional(),
    /** Counts even for words that are no denial in themselves ("no food"). */
    isAdvice: z.boolean().optional(),
    why: z.string().min(1).max(80),
    says: Says,
  })
  .strict();
export type CueRule = z.infer<typeof CueRule>;

const PeopleRule = z
  .object({
    whose: Whose,
    are: z.enum(['male', 'female', 'either', 'many']),
    /** A child only when young ("little", "14", "at school"); else a relative. */
    isYoungOnly: z.boolean().optional(),
    /** Somebody else only with an owner: "her baby", not "the baby". */
    isOwnedOnly: z.boolean().optional(),
    /** Nobody who bears on the person's life: an organist, a girl in her class. */
    isRemote: z.boolean().optional(),
    says: Says,
  })
  .strict();
export type PeopleRule = z.infer<typeof PeopleRule>;

const wordLists = [
  'wholes', 'subjects', 'objects', 'callersWords', 'males', 'females', 'describers', 'owners', 'reporting', 'believing', 'adverbs', 'thinking', 'telling', 'verbs', 'having', 'causing', 'stating', 'restarting', 'turning', 'governing', 'deaths', 'departing', 'now', 'about', 'joining', 'helping', 'asking', 'pastNow', 'fillers', 'closing', 'youngAges', 'youngSigns', 'grownSigns', 'aboutEnds', 'aboutPasses', 'bonds', 'pasts', 'visiting',
] as const;
export type WordList = (typeof wordLists)[number];

/** Phrases by which one sentence speaks of what another one says. */
export const toldKinds = ['alleged', 'refuted', 'untrue', 'solved', 'confirmed', 'asking', 'noes', 'thatWas', 'gone', 'speaksOf', 'material', 'acted', 'actedOn', 'lesson', 'trade', 'talksShop', 'ofOthers', 'voices', 'asksYou', 'tales', 'saidBy', 'supposes', 'instances', 'dreamt', 'goesOn', 'goesOnAfterMark', 'mentions', 'servedOne', 'confidesIn', 'isAnothers', 'plans', 'cameAbout', 'meansMe', 'ended', 'endedFreely', 'ofDrink', 'endedDrink', 'ofHome', 'endedHome', 'ofMoney', 'endedMoney', 'ofHarm', 'endedHarm', 'ofCare', 'endedCare', 'ofBirth', 'endedBirth', 'longTime', 'ageNow', 'lifeStage', 'sometime', 'yearsOn', 'upTo', 'byContrast', 'wellNow', 'backAgain', 'justNow', 'cleared', 'drawnNo', 'lifted', 'benign'] as const;
export type ToldKind = (typeof toldKinds)[number];

export const Cues = z
  .object({ told: z.record(z.enum(toldKinds), Says), sets: z.record(z.string(), Says), words: z.record(z.enum(wordLists), z.array(z.string())), people: z.array(PeopleRule).min(1), cues: z.array(CueRule).min(1) })
  .strict()
  .superRefine(({ sets, people, cues, told }, context) => {
    for (const problem of problemsOf([...people, ...cues, ...Object.values(told).map((says) => ({ says }))], sets)) context.addIssue({ code: 'custom', path: ['cues'], message: problem });
  });
export type Cues = z.infer<typeof Cues>;

function problemsOf(rules: readonly { readonly says: readonly string[] }[], sets: Record<string, readonly string[]>): string[] {
  return rules.flatMap(({ says }) => says).flatMap((source) => {
    try {
      readPattern(source, sets);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}

/** A rule, found by one of its patterns. */
export type Placed = { readonly cue?: CueRule; readonly person?: PeopleRule };
export type ToldItem = { readonly kind: ToldKind };

/** Which words are of a list: at the number of each word a number that holds this bit. */
type Listed = { readonly bits: Int32Array; readonly bit: number };

export type PreparedCues = {
  readonly book: PatternBook;
  readonly around: PatternSearch<Placed>;
  readonly told: PatternSearch<ToldItem>;
  /** Those that say that nobody answered. */
  readonly unsaid: PatternSearch<CueRule>;
  readonly lists: ReadonlyMap<WordList, Listed>;
};

/** Plain data: the patterns of the cues as numbers of a code. */
export type MadeCues = { readonly around: IndexedPatterns; readonly told: IndexedPatterns; readonly unsaid: IndexedPatterns };

const prepared = new WeakMap<Cues, PreparedCues>();

/** The cues made ready to be looked up; the work is done once for each set of cues. */
export const preparedCues = (cues: Cues): PreparedCues => prepared.get(cues) ?? preparedByThemselves(cues);

function preparedByThemselves(cues: Cues): PreparedCues {
  const coder = new PatternCoder();
  const made = codeCues(cues, coder);
  return keepCues(cues, made(), new PatternBook(coder.made()));
}

/** Adds the cues to a code, which they may share with rules; what is returned may be asked when the code is whole. */
export function codeCues(cues: Cues, coder: PatternCoder): () => MadeCues {
  for (const name of wordLists) for (const word of cues.words[name]) coder.numberOf(word);
  const determiners = new Determiners('bare');
  const indexed = (says: readonly string[]): PatternIndexer => {
    const indexer = new PatternIndexer(coder);
    for (const source of says) indexer.add(determiners.leftOut(readPattern(source, cues.sets)));
    return indexer;
  };
  const [around, told, unsaid] = [indexed([...cues.cues, ...cues.people].flatMap(({ says }) => says)), indexed(toldKinds.flatMap((kind) => cues.told[kind])), indexed(unsaidIn(cues).flatMap(({ says }) => says))];
  return () => ({ around: around.made(), told: told.made(), unsaid: unsaid.made() });
}

const unsaidIn = ({ cues }: Cues): readonly CueRule[] => cues.filter(({ isUnsaid }) => isUnsaid);

/** From now on these cues are looked up by what was made of them, in the book of that code. */
export function keepCues(cues: Cues, made: MadeCues, book: PatternBook): PreparedCues {
  const placed = [...cues.cues.flatMap((cue) => cue.says.map((): Placed => ({ cue }))), ...cues.people.flatMap((person) => person.says.map((): Placed => ({ person })))];
  const ready: PreparedCues = {
    book,
    around: new PatternSearch(placed, book, made.around),
    told: new PatternSearch(toldKinds.flatMap((kind) => cues.told[kind].map((): ToldItem => ({ kind }))), book, made.told),
    unsaid: new PatternSearch(unsaidIn(cues).flatMap((cue) => cue.says.map(() => cue)), book, made.unsaid),
    lists: listedIn(cues, book),
  };
  prepared.set(cues, ready);
  return ready;
}

function listedIn({ words }: Cues, book: PatternBook): ReadonlyMap<WordList, Listed> {
  const rows: Int32Array[] = [];
  return new Map(
    wordLists.map((name, at): [WordList, Listed] => {
      const [bits, bit] = [(rows[at >> 5] ??= new Int32Array(book.size + 1)), 1 << (at & 31)];
      for (const word of words[name]) bits[book.numberOf(word)]! |= bit;
      return [name, { bits, bit }];
    }),
  );
}
