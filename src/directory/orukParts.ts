/** What versions 1 and 3 of Open Referral UK tell in the same way: schedules, costs, places, contacts, ages. */
import { clockOf, type Fields, lengths, shown } from './fields';
import { type Contact, type Cost, type Day, days, type Listing, type Place, type Schedule, type statuses, type TaxonomyTerm } from './listing';

export type Status = (typeof statuses)[number];

const statusWords: Readonly<Record<string, Status>> = {
  active: 'active', open: 'active', current: 'active', live: 'active', published: 'active',
  inactive: 'inactive', suspended: 'inactive', draft: 'inactive', unpublished: 'inactive',
  defunct: 'defunct', closed: 'defunct', ended: 'defunct', archived: 'defunct',
  'temporarily closed': 'temporarily closed', 'temporarily-closed': 'temporarily closed', temporarily_closed: 'temporarily closed', paused: 'temporarily closed',
};

export function statusOf(fields: Fields): Status | undefined {
  const text = fields.text('status');
  if (text === undefined) return undefined;
  const status = statusWords[text.toLowerCase()];
  if (status === undefined) fields.note(`${shown(text)} is not a status that is known (active, inactive, defunct, temporarily closed): left out.`);
  return status;
}

/** Years, whole. An age that nobody reaches, or an end before its beginning, is left out. */
export function agesOf(fields: Fields, from = 'minimum_age', to = 'maximum_age'): Listing['ages'] {
  const [least, most] = [ageOf(fields, from), ageOf(fields, to)];
  if (least !== undefined && most !== undefined && most < least) {
    fields.note(`The ages go from ${least} to ${most}: left out.`);
    return {};
  }
  // Nobody is kept out by "from 0", nor by "up to 100 or more", which stands for no end.
  return { ...(least === undefined || least === 0 ? {} : { from: least }), ...(most === undefined || most >= 99 ? {} : { to: most }) };
}

const OLDEST = 120;

function ageOf(fields: Fields, name: string): number | undefined {
  const age = fields.number(name);
  if (age === undefined) return undefined;
  // Feeds write 999, 0 or -1 for "no limit".
  if (age === -1 || ((age > OLDEST || age === 0) && name.startsWith('max'))) return undefined;
  if (age < 0 || age > OLDEST) {
    fields.note(`“${name}” is ${age}, which is no age: left out.`);
    return undefined;
  }
  return Math.floor(age);
}

const dayWords: Readonly<Record<string, Day>> = { mo: 'mon', tu: 'tue', we: 'wed', th: 'thu', fr: 'fri', sa: 'sat', su: 'sun' };

/** Days out of "MO,TH", "4TH", "Monday; Thursday", "Mon-Fri" or "weekdays". A part that is none is handed to `unknown`. */
export function daysOf(words: string, unknown: (part: string) => void = () => undefined): readonly Day[] {
  const found = new Set<Day>();
  for (const part of words.split(/[,;/&|]|\band\b|\s{2,}/i).map((each) => each.trim()).filter((each) => each !== '')) {
    const [, several = []] = severalDays.find(([named]) => named.test(part)) ?? [];
    for (const day of several) found.add(day);
    if (several.length > 0) continue;
    const [first, last] = part.split(/\s*(?:-|–|\bto\b)\s*(?=[a-z])/i).map(dayOfWord);
    if (first === undefined) unknown(part);
    else if (last === undefined) found.add(first);
    else for (let at = days.indexOf(first); ; at = (at + 1) % days.length) {
      found.add(days[at] ?? first);
      if (days[at] === last) break;
    }
  }
  return days.filter((day) => found.has(day));
}

/** "4TH", "first Thursday of the month": which one it is stands in the words that are kept beside. */
const whichOne = /^(?:[+-]?\d|(?:1st|2nd|3rd|[45]th|first|second|third|fourth|fifth|last|every|each|alternate)\b)\s*|\s+(?:of|in) (?:the|each|every) month$/gi;
/** "Weekly" is no Wednesday, and "mornings" no Monday. */
const dayName = /^(?:mo(?:n(?:days?)?)?|tu(?:es?(?:days?)?)?|we(?:d(?:s|nesdays?)?)?|th(?:u(?:rs?)?(?:days?)?)?|fr(?:i(?:days?)?)?|sa(?:t(?:urdays?)?)?|su(?:n(?:days?)?)?)\.?$/i;

function dayOfWord(word: string): Day | undefined {
  const name = word.trim().replace(whichOne, '');
  return dayName.test(name) ? dayWords[name.slice(0, 2).toLowerCase()] : undefined;
}

const severalDays: readonly (readonly [RegExp, readonly Day[]])[] = [
  [/^(?:(?:every|all) )?week ?days?$/i, days.slice(0, 5)],
  [/^(?:(?:every|at) |at the )?week-?ends?$/i, days.slice(5)],
  [/^(?:every ?day|daily|all week|7 days(?: a week)?)$/i, days],
];

export function scheduleOf(fields: Fields): Schedule | undefined {
  const byDay = fields.text('byday');
  const found = byDay === undefined ? [] : daysOf(byDay, (part) => fields.note(`${shown(part)} in “byday” is no day: left out.`));
  const [opens, closes] = [fields.clock('opens_at'), fields.clock('closes_at')];
  const [from, until] = [fields.day(['valid_from', 'start_date']), fields.day(['valid_to', 'end_date'])];
  const text = [fields.text('description', lengths.text), fields.text('notes', lengths.text)].filter((part) => part !== undefined).join('\n');
  const rule = ruleOf(fields, byDay);
  if (from !== undefined && until !== undefined && until < from) fields.note(`A schedule ends on ${until}, before it begins on ${from}: its dates are left out.`);
  const dated = from === undefined || until === undefined || from <= until;
  const closed = fields.record['closed'] === true || /^(true|yes|1)$/i.test(String(fields.record['closed'] ?? ''));
  if (found.length === 0 && opens === undefined && closes === undefined && text === '' && rule === undefined && !(closed && from !== undefined)) return undefined;
  return {
    days: [...found],
    ...defined({ opens, closes, rule }),
    ...(text === '' ? {} : { text }),
    ...(dated ? defined({ from, until }) : {}),
    closed,
  };
}

function ruleOf(fields: Fields, byDay: string | undefined): string | undefined {
  const parts = [
    ['FREQ', fields.text('freq')],
    ['INTERVAL', fields.text('interval')],
    ['BYDAY', byDay],
    ['BYMONTHDAY', fields.text('bymonthday')],
    ['BYWEEKNO', fields.text('byweekno')],
  ].filter(([, value]) => value !== undefined);
  return parts.length === 0 ? undefined : parts.map(([name, value]) => `${name}=${value}`).join(';');
}

export function costOf(fields: Fields): Cost | undefined {
  const amount = fields.number('amount');
  if (amount !== undefined && amount < 0) fields.note(`A cost of ${amount} is left out.`);
  const cost = {
    ...defined({ option: fields.text('option'), currency: fields.text('currency'), text: fields.text(['amount_description', 'description'], lengths.text), from: fields.day('valid_from'), until: fields.day('valid_to') }),
    ...(amount === undefined || amount < 0 ? {} : { amount }),
  };
  return Object.keys(cost).length === 0 ? undefined : cost;
}

/** Contacts with their phones. Two that say the same are one. */
export function contactsOf(lists: readonly Fields[]): readonly Contact[] {
  return distinct(
    lists.flatMap((contact) => {
      const role = contact.text(['title', 'department']);
      const email = contact.email('email');
      const phones = contact.list('phones').flatMap((phone) => phoneOf(phone) ?? []);
      const numbers = phones.length > 0 ? phones : [phoneOf(contact)];
      return numbers.map((phone) => defined({ role, phone, email })).filter((each) => each.phone !== undefined || each.email !== undefined || each.role !== undefined);
    }),
  );
}

/** A number has at least three digits ("111"); words around it, such as "option 2", stay. */
export function phoneOf(fields: Fields, names: string | readonly string[] = ['number', 'phone', 'telephone']): string | undefined {
  const text = fields.text(names);
  if (text === undefined) return undefined;
  if ((text.match(/\d/g)?.length ?? 0) >= 3) return text;
  fields.note(`${shown(text)} is no phone number: left out.`);
  return undefined;
}

/** A point in the sea off Africa stands for "not known"; so does one that is off the map. */
export function pointOf(fields: Fields): Pick<Place, 'latitude' | 'longitude'> {
  const [latitude, longitude] = [fields.number('latitude'), fields.number('longitude')];
  if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) return {};
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  fields.note(`A location at ${latitude}, ${longitude} is not on the map: its point is left out.`);
  return {};
}

const postcode = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/;

/** "m11ae" as "M1 1AE"; what is no British postcode stays as it is written. */
export const tidyPostcode = (text: string): string => text.toUpperCase().trim().replace(postcode, '$1 $2');

export const placeKinds: Readonly<Record<string, Place['kind']>> = { physical: 'physical', postal: 'postal', virtual: 'virtual' };

export function addressOf(address: Fields | undefined): Pick<Place, 'address' | 'postcode'> {
  if (!address) return {};
  const lines = ['address_1', 'address_2', 'city', 'region', 'state_province'].map((name) => address.text(name)).filter((line) => line !== undefined);
  const code = address.text('postal_code');
  return defined({ address: [...new Set(lines)].join(', ') || undefined, postcode: code === undefined ? undefined : tidyPostcode(code) });
}

/** Words under whichever name the feed uses; terms that say the same are one. */
export function termOf(fields: Fields | undefined, vocabulary: readonly string[]): TaxonomyTerm | undefined {
  const term = fields?.text(['name', 'term']);
  if (!fields || term === undefined) return undefined;
  return { term, ...defined({ vocabulary: fields.text(vocabulary), code: fields.text('code') }) };
}

/** Several values that a feed writes into one field: "venue; online". */
export const splitWords = (text: string | undefined): string[] => (text ?? '').split(/[;,|\n]/).map((part) => part.trim()).filter((part) => part !== '');

export function distinct<Value>(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && seen.add(key);
  });
}

type Defined<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

/** Without the keys that hold nothing: what was not said is absent. */
export function defined<Shape extends Record<string, unknown>>(shape: Shape): Defined<Shape> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Defined<Shape>;
}

/** "09:00-17:00", "10am to 12 noon". */
export function hoursOf(words: string): Pick<Schedule, 'opens' | 'closes'> {
  const [first = '', last] = words.split(/\s*(?:-|–|\bto\b|\buntil\b)\s*/i);
  const half = /(am|pm)\s*$/i.exec(last ?? '')?.[1];
  // "2-4pm" begins in the half of the day in which it ends.
  const opens = clockOf(/(?:am|pm|:|\.|noon|midday|\d{4})/i.test(first) ? first : `${first}${half ?? ''}`);
  return defined({ opens, closes: last === undefined ? undefined : clockOf(last) });
}
