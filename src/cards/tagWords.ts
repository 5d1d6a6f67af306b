/** Fields and values of a listing's tags, as administrators read them. A value without words does not compile. */
import type { ProposedTag, TagField, tagFields } from '../domain/activities/tags';
import { dayNames } from '../domain/activities/searchActivities';
import { capital } from '../domain/learnt/capital';

export const tagLabels: Readonly<Record<TagField, string>> = {
  interest: 'About', gives: 'What it gives', kind: 'What it is', company: 'Company', groupSize: 'How many people', setting: 'Where', rhythm: 'How often', manner: 'What people do there', level: 'How hard',
  body: 'For the body', thinking: 'Thinking', social: 'Being with people', commitment: 'Commitment', leader: 'Who leads it', firstVisit: 'First visit', access: 'Made easier', welcome: 'Welcome', placeKind: 'Kind of place',
  joining: 'How to join', madeFor: 'Only for', clinicalCheck: 'A clinician says yes first', status: 'Open now', pounds: 'Cost', ageFrom: 'From age', ageTo: 'Up to age', days: 'Days', time: 'Time of day', waitWeeks: 'Weeks to wait',
};

type Listed = { readonly [Field in TagField as (typeof tagFields)[Field] extends { readonly values: readonly string[] } ? Field : never]: (typeof tagFields)[Field] };
type Words = { readonly [Field in keyof Listed]: Readonly<Record<Listed[Field] extends { readonly values: readonly (infer Value extends string)[] } ? Value : never, string>> };

const amount = { light: 'a little', some: 'some', much: 'much' };
const words: Words = {
  interest: { making: 'making things', music: 'music', moving: 'moving', growing: 'growing things', food: 'food and cooking', reading: 'reading and writing', games: 'games', faith: 'faith', helping: 'helping others', animals: 'animals', fixing: 'fixing things', local: 'places nearby', screens: 'screens and computers', other: 'another kind' },
  gives: { moving: 'moving more', people: 'being with people', useful: 'being useful', 'self-care': 'looking after yourself', secure: 'feeling secure', identity: 'being who you are', learning: 'learning', joy: 'joy', calm: 'calm' },
  kind: { group: 'a group', 'one-to-one': 'one to one', class: 'a class', 'drop-in': 'a drop-in', volunteering: 'volunteering', advice: 'advice', home: 'visits at home', phone: 'by phone', online: 'online' },
  company: { alone: 'alone', 'one-to-one': 'with one other person', small: 'a small group', big: 'many people' },
  setting: { indoors: 'indoors', outdoors: 'outdoors', home: 'at home' },
  rhythm: { regular: 'the same time each week', 'drop-in': 'come when you like' },
  manner: { chatting: 'mostly chatting', doing: 'mostly doing', both: 'chatting while doing' },
  level: { gentle: 'gentle', stretch: 'a bit of a stretch', challenge: 'a challenge' },
  body: amount, thinking: amount, social: amount, commitment: amount,
  leader: { 'falls-aware': 'knows about falls', 'mental-health-aware': 'knows about mental health', 'dementia-aware': 'knows about dementia', 'trained-volunteer': 'a trained volunteer', qualified: 'somebody qualified' },
  firstVisit: { 'met-at-the-door': 'met at the door', 'call-before': 'a call before', taster: 'a taster', 'bring-somebody': 'bring somebody', 'help-with-travel': 'help with travel' },
  access: { 'step-free': 'step-free', seated: 'seated', short: 'short', quiet: 'quiet', hearing: 'help with hearing', seeing: 'help with seeing', interpreter: 'an interpreter', bsl: 'British Sign Language', 'large-print': 'large print', 'easy-read': 'easy read', prompting: 'reminders', 'someone-with-me': 'come with somebody', 'more-time': 'more time' },
  welcome: { 'women-only': 'women only', 'men-only': 'men only', language: 'in another language', 'prayer-times': 'around prayer times', 'food-rules': 'food rules are kept', lgbtq: 'LGBTQ+ people', veteran: 'veterans', 'trauma-aware': 'knows about trauma' },
  placeKind: { park: 'a park', library: 'a library', cafe: 'a caf\u00e9', 'faith-place': 'a place of faith', 'community-centre': 'a community centre', shops: 'shops', 'leisure-centre': 'a leisure centre', home: 'at home', other: 'another place' },
  joining: { referral: 'by referral', 'online-form': 'by a form online', 'phone-first': 'ring first', 'drop-in': 'just come' },
  clinicalCheck: { yes: 'yes', no: 'no' },
  status: { closed: 'closed', full: 'full', open: 'open' },
  days: dayNames,
  time: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', any: 'any time' },
};

/** `groups`: whom something can be made for, in words. */
export function valueInWords(field: TagField, value: string, groups: ReadonlyMap<string, string>): string {
  if (field === 'madeFor') return groups.get(value) ?? value;
  if (field === 'pounds') return Number(value) === 0 ? 'free' : `\u00a3${Number(value) % 1 === 0 ? value : Number(value).toFixed(2)}`;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = words;
  return known[field]?.[value] ?? value;
}

export const valuesInWords = (field: TagField, values: readonly string[], groups: ReadonlyMap<string, string>, between = ', '): string =>
  values.length === 0 ? 'not so, or not known' : asInAWeek(field, values).map((value) => valueInWords(field, value, groups)).join(between);

const week = Object.keys(dayNames);
const asInAWeek = (field: TagField, values: readonly string[]): readonly string[] => (field === 'days' ? [...values].sort((a, b) => week.indexOf(a) - week.indexOf(b)) : values);

/** What can be chosen for a field; none where a number is written. */
export function optionsOf(field: TagField, groups: ReadonlyMap<string, string>): readonly { readonly title: string; readonly value: string }[] {
  if (field === 'madeFor') return [...groups].map(([value, whom]) => ({ title: capital(whom), value }));
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = words;
  return Object.entries(known[field] ?? {}).map(([value, title]) => ({ title: capital(title), value }));
}

export const partWords: Readonly<Record<string, string>> = { name: 'its name', description: 'its description', eligibility: 'who it is for', joining: 'how to join', access: 'its access', attending: 'how it is attended', cost: 'its cost', wait: 'its wait', when: 'its times', place: 'its place', terms: 'its subjects', news: 'its news or status' };

/** The words that led to it and where they stand, the longest of those that hold one another. */
export function fromWords(from: readonly ProposedTag[], most: number): readonly { readonly words: string; readonly part: string }[] {
  const seen = new Map(from.map(({ words: said, part }) => [said.toLowerCase(), { words: said, part: partWords[part] ?? part }]));
  const isHeld = (said: string): boolean => [...seen.keys()].some((other) => other !== said && other.includes(said));
  return [...seen].flatMap(([said, one]) => (isHeld(said) ? [] : [one])).slice(0, most);
}
