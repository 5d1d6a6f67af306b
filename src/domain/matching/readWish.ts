/**
 * What a text says somebody wants, needs and turns down, as concepts with the text's own words.
 *
 * How a thing is spoken of decides (reading/moods): liked and missed is wanted, disliked is turned down for good, what
 * somebody else likes is nothing. Of a trouble the dislike is the point: who hates being alone wants company.
 */
import { moodsOf, type Mood, type Part } from '../reading/filing/moods';
import { sentencesOf } from '../reading/words/sentences';
import { tokensOf, type Token } from '../reading/words/tokens';
import { asMeant } from '../reading/words/asMeant';
import { stemOf } from '../reading/words/stems';
import type { Concept, ConceptPhrase, Concepts } from './concept';
import { timesIn, type Times } from './days';
import { isPlainWord } from './plainWords';
import { turnedWords, type TurnedWord } from './turning';

/** `start` is where the words stand in the text, `mood` how they are spoken of. */
type Spoken = { readonly words: string; readonly start: number; readonly mood: Mood };
export type Wanted = Spoken & { readonly concept: Concept; readonly weight: number };
export type TurnedDown = Spoken & { readonly concept: Concept };
export type Wish = Times & {
  readonly wanted: readonly Wanted[];
  readonly turnedDown: readonly TurnedDown[];
  /** Stems of words that carry something, of what is not turned down. */
  readonly stems: readonly string[];
  /** Stems of words that are turned down, whether or not a concept knows them. */
  readonly turnedDownStems: readonly string[];
  /** Plain words after "in", "near" and the like: a place, if there is one of that name. */
  readonly places: readonly string[];
};

/** `turned`: by which cue each word is turned down. */
type Heard = { readonly tokens: readonly Token[]; readonly moods: readonly Mood[]; readonly parts: readonly Part[]; readonly turned: readonly TurnedWord[] };
type Hit = { readonly first: number; readonly last: number; readonly item: ConceptPhrase };

/** Linear in the length of the text; a text that says nothing gives empty lists. */
export function readWish(text: string, concepts: Concepts): Wish {
  const heard = hear(text, concepts);
  const { tokens } = heard;
  const hits = tokens.length === 0 ? [] : withoutInner(concepts.ofPeople.foundIn(tokens, [{ first: 0, last: tokens.length - 1 }]), concepts);
  const wanted = new Map<string, Wanted>();
  const turnedDown = new Map<string, TurnedDown>();
  const refused = new Map<string, TurnedDown>();
  const stood = hits.map((hit) => ({ ...hit, stand: standOf(hit.item, heard, hit.first, hit.last) }));
  for (const { first, last, item, stand } of stood) {
    const { concept } = item;
    const { start } = tokens[first]!;
    const spoken: Spoken = { words: text.slice(start, tokens[last]!.end), start, mood: stand === 'turned-down' ? 'disliked' : heard.moods[last]! };
    if (stand === 'turned-down') turnedDown.set(concept.id, { concept, ...spoken });
    else if (stand === 'refused') refused.set(concept.id, { concept, ...spoken });
    else if (stand > 0) {
      const weight = stand * (item.as === 'hints' ? hintShare : 1) * (1 + wordShare * Math.min(last - first, 3));
      if (weight > (wanted.get(concept.id)?.weight ?? 0)) wanted.set(concept.id, { concept, weight, ...spoken });
    }
  }
  for (const [id, each] of refused) if (!wanted.has(id)) turnedDown.set(id, each);
  for (const [id, down] of turnedDown) if (!isLikedOtherwise(wanted.get(id), down)) wanted.delete(id);
  return { ...timesIn(tokens), wanted: [...wanted.values()], turnedDown: [...turnedDown.values()], ...stemsIn(heard, stood, turnedDown), places: placesIn(tokens) };
}

const wherePrepositions = new Set(['in', 'near', 'around', 'at', 'by', 'from', 'towards', 'round']);

const placesIn = (tokens: readonly Token[]): readonly string[] => tokens.flatMap(({ plain }, at) => (wherePrepositions.has(tokens[at - 1]?.plain ?? '') && !isPlainWord(plain) ? [plain] : []));

const hintShare = 0.4;
/** "No pilates, likes a workout": one of its kind is turned down, and another liked. */
export const isLikedOtherwise = (liked: Wanted | undefined, { words }: TurnedDown): boolean => liked !== undefined && liked.weight >= thingWeights.liked && liked.words.toLowerCase() !== words.toLowerCase();

/** A longer phrase says more exactly what is meant. */
const wordShare = 0.12;

function hear(written: string, { mend, turning }: Concepts): Heard {
  const text = asMeant(written);
  const tokens = tokensOf(text, mend);
  const sentences: { readonly first: number; readonly last: number }[] = [];
  const moods: Mood[] = [];
  const parts: Part[] = [];
  let at = 0;
  for (const { end } of sentencesOf(text)) {
    const first = at;
    while (at < tokens.length && tokens[at]!.start < end) at++;
    const own = moodsOf(tokens.slice(first, at));
    moods.push(...ofThePerson(own.moods, tokens, first));
    parts.push(...own.parts);
    if (at > first) sentences.push({ first, last: at - 1 });
  }
  return { tokens, moods, parts, turned: turnedWords(tokens, sentences, turning) };
}

/** What is told of somebody else, but for what they report of the person: "daughter says he was a joiner". What is disliked is told by cues of its own. */
function ofThePerson(moods: readonly Mood[], tokens: readonly Token[], first: number): readonly Mood[] {
  let own = false;
  return moods.map((mood, at) => {
    const { plain } = tokens[first + at]!;
    if (mood !== 'somebody-else') own = false;
    else if (moods[at - 1] !== mood) own = at > 0 && objects.has(tokens[first + at - 1]!.plain);
    else own = (own && plain !== 'who') || reporting.has(plain);
    return own || mood === 'disliked' ? 'plain' : mood;
  });
}
/** After these somebody is not the one of whom it is told: "met her husband at the Palais", "sang with his brother". */
const objects = new Set(['met', 'married', 'lost', 'buried', 'with', 'and', 'for', 'to', 'from', 'by', 'after', 'since', 'without', 'miss', 'misses', 'nursed', 'than', 'of', 'like']);
const reporting = new Set(['says', 'say', 'said', 'thinks', 'think', 'thought', 'reports', 'reported', 'reckons', 'tells', 'told', 'mentions', 'mentioned', 'describes', 'described', 'suggests', 'suggested', 'adds', 'explained', 'explains', 'hopes', 'asks', 'asked', 'wonders', 'remembers']);

/**
 * Words inside a longer phrase of another concept mean what the longer one means: a "dog walker" is no rambler. Of the
 * same words the narrower meaning counts: who names the ukulele does not ask for bells.
 */
function withoutInner(hits: readonly Hit[], { holds }: Concepts): readonly Hit[] {
  const covers = (other: Hit, hit: Hit): boolean => other.first <= hit.first && other.last >= hit.last;
  const isPart = (hit: Hit, other: Hit): boolean => hit.item.concept !== other.item.concept && holds.get(other.item.concept.id)!.includes(hit.item.concept.id);
  const isInside = (hit: Hit, other: Hit): boolean => covers(other, hit) && !isPart(hit, other) && other.last - other.first > hit.last - hit.first;
  const isWider = (hit: Hit, other: Hit): boolean => other.item.concept !== hit.item.concept && covers(other, hit) && holds.get(hit.item.concept.id)!.includes(other.item.concept.id);
  return hits.filter((hit) => !hits.some((other) => isInside(hit, other) || isWider(hit, other)));
}

type Stand = number | 'turned-down' | 'refused';

function standOf({ concept, as }: ConceptPhrase, heard: Heard, first: number, last: number): Stand {
  const mood = moodAround(heard, first, last);
  const isThing = as === 'names' || concept.kind === 'interest' || concept.kind === 'company';
  if (as === 'against') return mood === 'somebody-else' ? 0 : 'turned-down';
  if (isThing && (mood !== 'somebody-else' || heard.turned[last] === 'behind') && isTurned(heard, first, last, concept)) return 'turned-down';
  if (isThing && mood === 'somebody-else' && concept.kind === 'need') return needWeights[mood]!;
  if (isThing) return standOfThing(mood, heard, first);
  // "No interest in debt advice" asks for none. Where the dislike is of the trouble, the cues take it back: "hates being alone".
  if (isAskedAway(heard, first, last)) return 0;
  if (mood === 'refused') return isDenied(heard, first) || isNextToNot(heard, first) ? 0 : 1;
  if (mood === 'missed' && concept.kind === 'habit') return 0;
  return needWeights[mood] ?? 1;
}

const isAskedAway = ({ turned, tokens }: Heard, first: number, last: number): boolean => turned[last] === 'ahead' && (turned[first] === 'ahead' || ofCues.has(tokens[first]!.plain));

/** With these cues end, and phrases begin: "no interest | in debt". */
const ofCues = new Set(['in', 'with', 'of', 'to', 'about', 'by', 'on']);

function isTurned({ turned }: Heard, first: number, last: number, { kind }: Concept): boolean {
  for (let at = first; at <= last; at++) if (turnsDown(turned[at], kind)) return true;
  return false;
}

const turnsDown = (turned: TurnedWord, kind: Concept['kind']): boolean => turned === 'ahead' || turned === 'behind' || (turned === 'company' && kind === 'company') || (turned === 'fear' && kind !== 'need' && kind !== 'habit');

/** A cue that stands inside the phrase is part of what it says: "never cooked", "lost her mum". */
function moodAround({ moods, parts }: Heard, first: number, last: number): Mood {
  const mood = moods[last]!;
  for (let at = last; at > first; at--) if (moods[at - 1] !== mood) return moods[first] === mood ? mood : insideOr(moods[first]!);
  return parts[first] === 'ahead' && (first === 0 || parts[first - 1] !== 'ahead' || moods[first - 1] !== mood) ? 'plain' : mood;
}
const insideOr = (before: Mood): Mood => (before === 'disliked' || before === 'somebody-else' ? before : 'plain');

const needWeights: Readonly<Partial<Record<Mood, number>>> = { past: 0.3, 'somebody-else': 0.5 };
const thingWeights = { plain: 1, liked: 1.5, missed: 1, past: 0.6, trouble: 0.8, disliked: 'turned-down', refused: 'refused', doubted: 0, 'somebody-else': 0 } as const satisfies Readonly<Record<Mood, Stand>>;

function standOfThing(mood: Mood, heard: Heard, first: number): Stand {
  if (mood === 'refused' && isBareNot(heard, first)) return isDenied(heard, first) ? 'refused' : 0.9;
  return thingWeights[mood];
}

const bareNots = new Set(['not', 'no', 'never', 'nothing', 'without']);
const lacking = new Set(['has', 'have', 'had', 'got', 'with', 'there', 'is', 'been', 'do', 'does', 'did', 'can', 'could']);

/** "Will not allow a pet", "is not able to garden": what is kept from somebody. */
const allowing = new Set(['allow', 'allowed', 'let', 'permit', 'permitted', 'able', 'afford', 'manage', 'managed', 'reach', 'got', 'had', 'been']);

/** Where the cue ends that colours this word. */
function cueBefore({ parts }: Heard, first: number): number {
  let at = first - 1;
  while (at >= 0 && parts[at] !== 'ahead') at--;
  return at;
}

const isBareNot = (heard: Heard, first: number): boolean => {
  const at = cueBefore(heard, first);
  return at >= 0 && bareNots.has(heard.tokens[at]!.plain) && heard.tokens[at - 1]?.plain !== 'want';
};

/** "No churches", "not bingo"; but "has no garden" and "has not sung for years" tell of something missed. */
function isDenied(heard: Heard, first: number): boolean {
  const at = cueBefore(heard, first);
  if (at < 0 || !bareNots.has(heard.tokens[at]!.plain)) return true;
  return first - at <= 2 && !lacking.has(heard.tokens[at - 1]?.plain ?? '') && !allowing.has(heard.tokens[at + 1]?.plain ?? '');
}

/** "Does not drink", "is not lonely": of a trouble that is a denial. */
const isNextToNot = (heard: Heard, first: number): boolean => first - cueBefore(heard, first) === 1;

/**
 * A word that is turned down closes out what uses it, whether or not a concept knows it. Of a clause before a cue ("offered
 * the lunch club at Fenby Hall, said no") only the words that name something, if any do; of a trouble none: who hates being
 * stuck indoors has nothing against indoor bowls.
 */
function stemsIn({ tokens, moods, parts, turned }: Heard, hits: readonly (Hit & { readonly stand: Stand })[], down: ReadonlyMap<string, TurnedDown>): Pick<Wish, 'stems' | 'turnedDownStems'> {
  const [stems, turnedDown] = [new Set<string>(), new Set<string>()];
  const [named, troubles] = [new Set<number>(), new Set<number>()];
  for (const { item, first, last, stand } of hits) {
    const isDown = typeof stand === 'string' && down.has(item.concept.id);
    for (let at = first; at <= last; at++) (isDown ? named : troubles).add(at);
  }
  tokens.forEach(({ plain }, at) => {
    if (isPlainWord(plain)) return;
    if (named.has(at) || ((turned[at] === 'ahead' || turned[at] === 'fear') && !troubles.has(at)) || (turned[at] === 'behind' && !runsOverHit(turned, at, (one) => named.has(one) || troubles.has(one)))) turnedDown.add(stemOf(plain));
    else if (parts[at] === 'what' && moods[at] !== 'refused' && moods[at] !== 'past' && moods[at] !== 'somebody-else') stems.add(stemOf(plain));
  });
  for (const stem of turnedDown) stems.delete(stem);
  return { stems: [...stems], turnedDownStems: [...turnedDown] };
}

/** Whether a hit stands among the words that are turned down together with this one. */
function runsOverHit(turned: readonly TurnedWord[], at: number, isHit: (at: number) => boolean): boolean {
  let first = at;
  while (turned[first - 1] === 'behind') first--;
  for (let one = first; turned[one] === 'behind'; one++) if (isHit(one)) return true;
  return false;
}
