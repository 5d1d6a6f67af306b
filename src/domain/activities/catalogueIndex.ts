/**
 * A catalogue made ready to be asked, once: what is tied to what, so that ten thousand activities are not all read in
 * full for one person. It only decides which are looked at first; whether one is offered is decided by its checks alone.
 */
import { kthSmallest } from '../matching/kthSmallest';
import { lastOf } from '../matching/lastOf';
import type { Activity } from './activity';
import { freshFrom } from './environmentOccupation';
import { comesToThem } from './journey';
import { mentionsOf, type Mention } from './spoken';
import { stemsOfEach } from '../reading/words/stems';
import { says, valuesTold, type Told } from './told';

type Places = readonly number[];
type Phrase = { readonly stems: readonly string[]; readonly at: Places };

export type CatalogueIndex = {
  /** In the order of their ids, so that the order of the catalogue changes nothing. */
  readonly activities: readonly Activity[];
  /** By id. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly byFamily: ReadonlyMap<string, Places>;
  readonly byExperience: ReadonlyMap<string, Places>;
  /** Phrases by their first stem: of what it is about, and of whom it is made for. */
  readonly byFirstStem: ReadonlyMap<string, readonly Phrase[]>;
  readonly madeForWords: ReadonlyMap<string, readonly Phrase[]>;
  readonly madeForMeans: ReadonlyMap<string, Places>;
  readonly madeFor: Places;
  readonly volunteering: Places;
  readonly byProvider: ReadonlyMap<string, readonly Activity[]>;
  /** The day of the last check as a number, 20261031; nothing when it is full, closed or not known. */
  readonly checked: Float64Array;
  readonly minutes: Readonly<Record<'walk' | 'wheels' | 'bus' | 'car', Float64Array>>;
};

const made = new WeakMap<readonly Activity[], CatalogueIndex>();

/** The same list of activities is made ready once. */
export function indexOf(activities: readonly Activity[]): CatalogueIndex {
  return lastOf(makingIndexOf(activities));
}

/** The same in slices, so that whoever makes it can answer others between two of them. */
export function* makingIndexOf(activities: readonly Activity[]): Generator<undefined, CatalogueIndex> {
  const known = made.get(activities);
  if (known !== undefined) return known;
  const index = yield* makingIndex(activities);
  made.set(activities, index);
  return index;
}

/** What is read of one activity to find it, kept beside it: of a list in which one changed, the others are not read again. */
type Phrased = { readonly about: readonly string[]; readonly madeFor: readonly string[] };
const phrased = new WeakMap<Activity, Phrased>();

function phrasedOf(activity: Activity): Phrased {
  const known = phrased.get(activity) ?? { about: asPhrases(activity.words), madeFor: asPhrases(activity.madeFor?.words ?? []) };
  phrased.set(activity, known);
  return known;
}

const asPhrases = (words: readonly string[]): readonly string[] => (words.length === 0 ? words : [...new Set(stemsOfEach(words).map((stems) => stems.join(' ')))].filter((phrase) => phrase !== ''));

const atOnce = 250;

function* makingIndex(given: readonly Activity[]): Generator<undefined, CatalogueIndex> {
  const activities = given.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [at, activity] of activities.entries()) {
    if (at % atOnce === 0) yield;
    phrasedOf(activity);
  }
  const where = (keysOf: (activity: Activity) => readonly string[]): ReadonlyMap<string, Places> => grouped(activities, keysOf);
  const at = (holds: (activity: Activity) => boolean): Places => activities.flatMap((activity, place) => (holds(activity) ? [place] : []));
  const minutes = (of: (activity: Activity) => number | undefined): Float64Array => Float64Array.from(activities, (activity) => (comesToThem(activity) || activity.travel?.pickUp ? 0 : (of(activity) ?? NO_WAY)));
  const placeOf = new Map(activities.map(({ id }, place) => [id, place]));
  const [byFamily, byExperience] = [where(({ interests }) => interests), where(({ gives }) => gives)];
  yield;
  const byFirstStem = phrasesOf(where((activity) => phrasedOf(activity).about));
  yield;
  const [madeForWords, madeForMeans] = [phrasesOf(where((activity) => phrasedOf(activity).madeFor)), where(({ madeFor }) => madeFor?.means ?? [])];
  yield;
  return {
    activities,
    placeOf,
    byProvider: providersOf(activities),
    byFamily,
    byExperience,
    byFirstStem,
    madeForWords,
    madeForMeans,
    madeFor: at(({ madeFor }) => madeFor !== undefined),
    volunteering: at(({ kind }) => kind === 'volunteering'),
    checked: Float64Array.from(activities, ({ status, checked, when }) => (status === 'full' || status === 'closed' || checked === undefined ? 0 : asNumber(when?.until !== undefined && when.until < checked ? when.until : checked))),
    minutes: { walk: minutes(({ travel }) => travel?.walk), wheels: minutes(({ travel, access }) => (access.includes('step-free') ? travel?.walk : undefined)), bus: minutes(({ travel }) => travel?.bus), car: minutes(({ travel }) => travel?.car) },
  };
}

function providersOf(activities: readonly Activity[]): CatalogueIndex['byProvider'] {
  const byProvider = new Map<string, Activity[]>();
  for (const activity of activities) if (activity.provider !== undefined) byProvider.get(activity.provider)?.push(activity) ?? byProvider.set(activity.provider, [activity]);
  return byProvider;
}

const asNumber = (day: string): number => Number(day.slice(0, 10).replaceAll('-', ''));

const NO_WAY = 1023;

function grouped(activities: readonly Activity[], keysOf: (activity: Activity) => readonly string[]): ReadonlyMap<string, Places> {
  const groups = new Map<string, number[]>();
  activities.forEach((activity, place) => {
    for (const key of new Set(keysOf(activity))) groups.get(key)?.push(place) ?? groups.set(key, [place]);
  });
  return groups;
}

function phrasesOf(places: ReadonlyMap<string, Places>): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [phrase, at] of places) {
    const stems = phrase.split(' ');
    phrases.get(stems[0]!)?.push({ stems, at }) ?? phrases.set(stems[0]!, [{ stems, at }]);
  }
  return phrases;
}

/** What ties an activity to the person: their own words, what they ticked or are; or only an experience that they want. */
const OWN = 2;
const WANTED = 1;

/**
 * At most `most` activities, those first that promise most: made for anybody or for them, tied by their own words or
 * ticks, open and checked, giving more of what they want, nearer; then by id. Untied ones come last. Put in order as far
 * as somebody asks.
 */
export function* inPromisingOrder(index: CatalogueIndex, told: Told, today: string, most: number): Generator<Activity, void> {
  const marks = marksOf(index, told);
  const fresh = asNumber(freshFrom(today));
  const many = index.activities.length;
  let left = most;
  for (const some of [tiedIn, restIn]) {
    for (const standing of ascending(standings(some(marks), index, marks, told, fresh))) {
      if (left-- <= 0) return;
      yield index.activities[standing % many]!;
    }
  }
}

/** By their places: how each is tied, how many of the experiences that they want it gives, whether it is made for others only. `tied` are those with a tie. */
type Marks = { readonly ties: Uint8Array; readonly hits: Uint8Array; readonly others: Uint8Array; readonly tied: readonly number[] };

function marksOf(index: CatalogueIndex, told: Told): Marks {
  const many = index.activities.length;
  const [ties, hits, others, theirs] = [new Uint8Array(many), new Uint8Array(many), new Uint8Array(many), new Uint8Array(many)];
  const tied: number[] = [];
  const tie = (places: Places | undefined, how = OWN): void => {
    for (const place of places ?? []) {
      if (ties[place] === 0) tied.push(place);
      if (ties[place]! < how) ties[place] = how;
    }
  };
  for (const want of told.wants.values) {
    const places = index.byExperience.get(want) ?? [];
    tie(places, WANTED);
    for (const place of places) hits[place]!++;
  }
  for (const { family } of told.interests) tie(index.byFamily.get(family));
  for (const phrase of spokenPhrases(index.byFirstStem, told, counts)) tie(phrase.at);
  tie(told.match.tied());
  for (const stem of told.roles.flatMap(({ stems }) => stems)) for (const { stems, at } of index.byFirstStem.get(stem) ?? []) if (stems.length === 1) tie(at);
  if (callings.some((meaning) => says(told, meaning))) tie(index.volunteering);
  const mine = (places: Places | undefined): void => places?.forEach((place) => (theirs[place] = 1));
  for (const meaning of told.meanings.keys()) mine(index.madeForMeans.get(meaning));
  for (const phrase of spokenPhrases(index.madeForWords, told, isTheirs)) mine(phrase.at);
  tie(index.madeFor.filter((place) => theirs[place] === 1));
  for (const place of index.madeFor) if (theirs[place] === 0) others[place] = 1;
  return { ties, hits, others, tied };
}

const tiedIn = ({ tied, others }: Marks): Places => tied.filter((place) => others[place] === 0);

function restIn({ ties, others }: Marks): Places {
  const rest: number[] = [];
  for (let place = 0; place < ties.length; place++) if (ties[place] === 0 || others[place] === 1) rest.push(place);
  return rest;
}

const FIRST_SLICE = 160;

/** The numbers from the smallest up, put in order slice by slice: few are asked for, and there may be thousands. They change places. */
function* ascending(numbers: Float64Array): Generator<number, void> {
  for (let from = 0, size = FIRST_SLICE; from < numbers.length; from += size, size *= 2) {
    const left = numbers.subarray(from);
    if (size < left.length) kthSmallest(left, size);
    yield* left.subarray(0, size).sort();
  }
}

/** A number for each: the smaller, the more it promises. What is left when it is divided by how many there are is its place. */
function standings(places: Places, { activities, minutes, checked }: CatalogueIndex, { ties, hits, others }: Marks, told: Told, fresh: number): Float64Array {
  const ways = [...new Set(valuesTold(told, 'travel').flatMap((way) => waysOf[way] ?? []))].map((way) => minutes[way]);
  const many = activities.length;
  const keys = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    let near = NO_WAY;
    for (let way = 0; way < ways.length; way++) if (ways[way]![place]! < near) near = ways[way]![place]!;
    const standing = (others[place]! * 3 + (OWN - ties[place]!)) * 2 + (ties[place] === 0 || checked[place]! >= fresh ? 0 : 1);
    keys[at] = ((standing * 10 + (9 - hits[place]!)) * (NO_WAY + 1) + Math.min(Math.round(near), NO_WAY)) * many + place;
  }
  return keys;
}

const waysOf: Readonly<Record<string, 'walk' | 'wheels' | 'bus' | 'car'>> = { walk: 'walk', wheels: 'wheels', bus: 'bus', lift: 'car', car: 'car', taxi: 'car' };
const callings = ['wantsTo:volunteer', 'wantsTo:give', 'wantsTo:teach'];

const counts = ({ mood }: Mention): boolean => mood !== 'disliked' && mood !== 'refused' && mood !== 'somebody-else';
const isTheirs = ({ mood }: Mention): boolean => mood !== 'disliked' && mood !== 'refused';

const spokenPhrases = (phrases: ReadonlyMap<string, readonly Phrase[]>, { spoken }: Told, holds: (mention: Mention) => boolean): readonly Phrase[] =>
  [...spoken.places().keys()].flatMap((stem) => (phrases.get(stem) ?? []).filter(({ stems }) => mentionsOf(stems, spoken).some(holds)));
