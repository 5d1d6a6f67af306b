/**
 * The words around a mention that say how it is read, as data that a practitioner can read and argue about.
 * After NegEx (Chapman 2001) and ConText (Harkema 2009): a cue has a meaning, a side on which it stands and a reach.
 */
import { z } from 'zod';
import { PatternIndex } from './patternIndex';
import { firstsOf, readPattern, type Pattern } from './patterns';

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
export const toldKinds = ['alleged', 'refuted', 'untrue', 'solved', 'confirmed', 'asking', 'noes', 'thatWas', 'gone', 'speaksOf', 'material'] as const;
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

/** A rule with one of its patterns; a person's rule has `are`. */
export type Placed = { readonly pattern: Pattern; readonly cue?: CueRule; readonly person?: PeopleRule };
export type PreparedCues = { readonly byFirst: ReadonlyMap<string, readonly Placed[]>; readonly index: PatternIndex<Placed>; readonly lists: ReadonlyMap<WordList, ReadonlySet<string>> };

const prepared = new WeakMap<Cues, PreparedCues>();

/** The cues made ready to be looked up; the work is done once for each set of cues. */
export function preparedCues(cues: Cues): PreparedCues {
  const known = prepared.get(cues);
  if (known) return known;
  const byFirst = new Map<string, Placed[]>();
  const rules = [...cues.cues.map((cue) => ({ says: cue.says, cue })), ...cues.people.map((person) => ({ says: person.says, person }))];
  const all = rules.flatMap(({ says, ...rule }) => says.map((source): Placed => ({ ...rule, pattern: readPattern(source, cues.sets) })));
  for (const placed of all) for (const first of firstsOf(placed.pattern)) byFirst.set(first, [...(byFirst.get(first) ?? []), placed]);
  const lists = new Map(wordLists.map((name): [WordList, ReadonlySet<string>] => [name, new Set(cues.words[name])]));
  const made = { byFirst, index: new PatternIndex(all), lists };
  prepared.set(cues, made);
  return made;
}
