/**
 * Looking for something in the whole list by words: what it is about, where, and when. It says what each meets and what
 * it does not; whether it fits a person is for the checks to say, and nobody needs a case to look.
 */
import type { Concepts } from '../matching/concept';
import type { WeekDay } from '../matching/days';
import { rankWish, type RankedService } from '../matching/rankServices';
import { readWish, type Wish } from '../matching/readWish';
import type { ServiceIndex } from '../matching/serviceIndex';
import type { Activity, Catalogue } from './activity';
import { indexOf } from './catalogueIndex';
import { isReady } from './environmentOccupation';
import { asHeard } from './heard';
import { placesNamed, servicesIndexOf } from './servicesIndex';

/** `meets` pairs what was asked for with the words of the listing; `misses` says in words what is otherwise, or not known. */
export type Hit = { readonly activity: Activity; readonly meets: readonly { readonly asked: string; readonly offered: string }[]; readonly misses: readonly string[] };

export type SearchReading = {
  readonly words: string;
  /** What was understood, in our words: what it is about, the days, the places that the list knows. */
  readonly understood: readonly string[];
  /** Places that were asked for and that nothing on the list names, also no word of what was found. */
  readonly unknownPlaces: readonly string[];
  /** At most three: a page of what was found. */
  readonly hits: readonly Hit[];
  /** How many come before this page; how many there are in all, up to the most that are looked through. */
  readonly from: number;
  readonly many: number;
  /** What nobody offers, without a word that could tell who asked: ids of concepts, days, places of the list. */
  readonly want: readonly string[];
};

export type ToSearch = { readonly words: string; readonly from?: number; readonly activities: readonly Activity[]; readonly heard?: Catalogue['heard']; readonly concepts: Concepts; /** ISO day. */ readonly today: string; /** What may not be chosen comes after what may. */ readonly isShut?: (activity: Activity) => boolean };

export const mostOnAPage = 3;
/** Ten pages: who has not found it by then asks in other words. */
const MOST_FOUND = 30;
/** What meets the words less than half as well as the best is another thing; among the rest, what is open and checked comes first. */
const ALIKE = 0.5;

/** Returns a page; empty when nothing meets the words. The same words find the same, in the same order. */
export function searchActivities({ words, from = 0, activities, heard, concepts, today, isShut = () => false }: ToSearch): SearchReading {
  const index = servicesIndexOf(activities, concepts);
  const wish = readWish(words, concepts);
  const { activities: all, placeOf } = indexOf(activities);
  const found = rankWish(wish, index, { most: MOST_FOUND }).filter(isAboutIt).map((ranked) => ({ ranked, activity: asHeard(all[placeOf.get(ranked.service.id)!]!, heard ? { heard } : {}) }));
  const best = found[0]?.ranked.weight ?? 0;
  const standing = ({ ranked, activity }: (typeof found)[number]): number => (ranked.weight >= ALIKE * best ? 0 : 4) + (isShut(activity) || activity.status === 'closed' ? 2 : 0) + (isReady(activity, today) ? 0 : 1);
  const ordered = found.map((one) => ({ ...one, stands: standing(one) })).toSorted((a, b) => a.stands - b.stands);
  const places = wish.places.filter((place) => index.byPlace.has(place));
  const page = from < ordered.length ? from : 0;
  const isInAListing = (place: string): boolean => found.some(({ ranked }) => ranked.words.includes(place));
  return {
    words: words.trim(),
    understood: [...new Set([...wish.wanted.map(({ concept }) => concept.label), ...wish.days.map((day) => dayNames[day]), ...wish.times, ...places.map(capital)])],
    unknownPlaces: wish.places.filter((place) => !index.byPlace.has(place) && isNamedAsPlace(place, words) && !isInAListing(place)).map(capital),
    hits: ordered.slice(page, page + mostOnAPage).map(({ ranked, activity }) => hitOf(ranked, activity, { wish, places, index })),
    from: page,
    many: ordered.length,
    want: [...wish.wanted.map(({ concept }) => `about:${concept.id}`), ...wish.days.map((day) => `on:${day}`), ...wish.times.map((time) => `in-the:${time}`), ...places.map((place) => `near:${place}`)],
  };
}

/** True when the words name a day, a time of day, or a place of the list. */
export function saysWhenOrWhere(words: string, activities: readonly Activity[], concepts: Concepts): boolean {
  const { days, times, places } = readWish(words, concepts);
  return days.length > 0 || times.length > 0 || places.some((place) => servicesIndexOf(activities, concepts).byPlace.has(place));
}

export const dayNames: Readonly<Record<WeekDay, string>> = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What only comes near what was asked for is worth a look when it comes very near. */
const LEAST_NEAR = 0.35;
const isAboutIt = ({ reasons, words }: RankedService): boolean => words.length > 0 || reasons.some(({ near, tells }) => !near || tells >= LEAST_NEAR);

/** "Near swinton", "in Swinton"; but not "in peace". */
const isNamedAsPlace = (place: string, words: string): boolean => new RegExp(`\\b(?:near|around)\\s+${place}\\b`, 'i').test(words) || new RegExp(`\\b(?:in|at|by)\\s+${capital(place)}\\b`).test(words);

type Asked = { readonly wish: Wish; readonly places: readonly string[]; readonly index: ServiceIndex };

const MOST_MET = 2;
/** Words that tell nothing more where something was understood. */
const tellsLittle = new Set(['help', 'home', 'house', 'work', 'working', 'making', 'alone']);

function hitOf({ reasons, words, service }: RankedService, activity: Activity, asked: Asked): Hit {
  const seen = new Set<string>();
  const byMeaning = reasons.filter(({ said }) => !seen.has(said) && seen.add(said)).map(({ said, offered }) => ({ asked: said, offered }));
  const byWord = [...new Set(words)].filter((word) => byMeaning.length === 0 || !tellsLittle.has(word)).filter((word) => !byMeaning.some(({ asked, offered }) => `${asked} ${offered}`.toLowerCase().includes(word))).map((word) => ({ asked: word, offered: word }));
  return { activity, meets: [...byMeaning, ...byWord].slice(0, MOST_MET), misses: [...dayMissed(activity, asked, service.id), ...timeMissed(activity, asked), ...placeMissed(activity, asked)] };
}

const either = (words: readonly string[]): string => words.join(' or ');

function dayMissed({ when }: Activity, { wish: { days }, index }: Asked, id: string): readonly string[] {
  if (days.length === 0) return [];
  const given = when && when.days.length > 0 ? when.days : index.days[index.services.findIndex((service) => service.id === id)] ?? [];
  if (given.length === 0) return [`Whether it is on a ${either(days.map((day) => dayNames[day]))} is not listed.`];
  return given.some((day) => days.includes(day)) ? [] : [`It is not on a ${either(days.map((day) => dayNames[day]))}.`];
}

function timeMissed({ when }: Activity, { wish: { times } }: Asked): readonly string[] {
  if (times.length === 0) return [];
  if (when?.time === undefined) return [`Whether it is in the ${either(times)} is not listed.`];
  return when.time === 'any' || times.some((time) => time === when.time) ? [] : [`It is not in the ${either(times)}.`];
}

function placeMissed(activity: Activity, { places }: Asked): readonly string[] {
  if (places.length === 0) return [];
  const listed = placesNamed(activity).toLowerCase();
  if (listed === '') return ['Where it is is not listed.'];
  return places.some((word) => listed.includes(word)) ? [] : [`Its listing does not say ${either(places.map(capital))}.`];
}
