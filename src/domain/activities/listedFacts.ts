/** Facts that a listing gives in fields of its own, or in figures: cost, ages, days, times, wait. Each with its words. */
import { timesIn } from '../matching/days';
import { tokensOf, type Token } from '../reading/words/tokens';
import { costOf } from './listedCost';
import type { ListedSchedule, ListingText } from './listing';
import type { ListingPart } from './tagRules';
import type { ProposedTag, TagField } from './tags';
import { isOpen } from './whenListed';

/** A field of its own outweighs whatever the text mentions. */
const factWeight = 8;
const saidWeight = 2;

export const listedFacts = (listing: ListingText): readonly ProposedTag[] => [...costOf(listing), ...agesOf(listing), ...timesOf(listing), ...waitOf(listing), ...waysIn(listing), ...statusOf(listing), ...sizeOf(listing)];

export const fact = (field: TagField, value: string, words: string, part: ListingPart, weight = factWeight): ProposedTag => ({ field, value, words, part, weight });

const LONGEST_LIFE = 110;

function agesOf({ ages, eligibility, name, description }: ListingText): ProposedTag[] {
  const listed = [...(ages.from ? [fact('ageFrom', String(ages.from), `from ${ages.from}`, 'eligibility')] : []), ...(ages.to !== undefined && ages.to < LONGEST_LIFE ? [fact('ageTo', String(ages.to), `to ${ages.to}`, 'eligibility')] : [])];
  if (ages.from !== undefined || ages.to !== undefined) return listed;
  const texts: readonly (readonly [ListingPart, string])[] = [['name', name], ['eligibility', eligibility ?? ''], ['description', description.slice(0, earlyLetters)]];
  for (const [part, text] of texts) {
    const found = agesIn(text, part);
    if (found.length > 0) return found;
  }
  return [];
}

/** Ages of whom it is for are told early; later a text tells of parts of it. */
const earlyLetters = 400;
const between = /\b(?:aged?s?|ages?|aged between|between|for)\s+(?:the ages of\s+)?(\d{1,2})\s*(?:-|–|to|and)\s*(\d{1,2})(?:\s*(?:years?|yrs?|year olds?|yr olds?))?\b(?!\s*(?:am|pm|:|minutes|mins|weeks|hours|people|months))/i;
const yearOlds = /\b(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})\s*(?:year|yr)s?[ -]?olds?\b/i;
const over = /\b(?:over|aged over)[- ](?:the age of\s+)?(\d{2})(?:['’]?s)?\b(?!\s*(?:members|people|years of|volunteers|groups|different|activities|per|%|countries|clubs|services|schools))/i;
const andOver = /\b(?:aged?\s+|ages?\s+)?(\d{2})\s*(?:\+|years? (?:and|or) (?:over|above|older)|yrs? (?:and|or) over|(?:and|or) (?:over|above|older))/i;
const under = /\bunder[- ](?:the age of\s+)?(\d{1,2})(?:['’]?s)?\b(?!\s*(?:minutes|mins|per|%))/i;

function agesIn(text: string, part: ListingPart): ProposedTag[] {
  const range = between.exec(text) ?? yearOlds.exec(text);
  if (range && Number(range[1]) < Number(range[2])) return [fact('ageFrom', range[1]!, range[0], part, saidWeight), fact('ageTo', range[2]!, range[0], part, saidWeight)];
  const from = over.exec(text) ?? andOver.exec(text);
  if (from) return [fact('ageFrom', from[1]!, from[0].trim(), part, saidWeight)];
  const to = under.exec(text);
  return to && Number(to[1]) > 1 ? [fact('ageTo', String(Number(to[1]) - 1), to[0], part, saidWeight)] : [];
}

const clocks = /\b(\d{1,2})(?:[.:](\d{2}))?\s*(?:(am|pm)|(noon))?\s*(?:-|–|to|until|till)\s*(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|noon)\b|\b(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)\b/i;

/** The hour at which a text says that it begins; "2 to 4 pm" begins in the afternoon. */
function hourIn(text: string): { readonly hour: number; readonly words: string } | undefined {
  const found = clocks.exec(text);
  if (!found) return undefined;
  const single = found[8] !== undefined;
  const hour = Number(single ? found[8] : found[1]);
  const half = (single ? found[10] : (found[3] ?? (Number(found[1]) > Number(found[5]) && Number(found[5]) < 12 ? 'am' : found[7])))?.toLowerCase();
  if (hour > 12) return undefined;
  return { hour: half === 'pm' && hour < 12 ? hour + 12 : hour === 12 && half === 'am' ? 0 : hour, words: found[0] };
}

export const partOfDay = (hour: number): 'morning' | 'afternoon' | 'evening' => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');

const LONG_HOURS = 6;
const hourOf = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60;

function timesOf({ schedules, name, description }: ListingText): ProposedTag[] {
  const open = schedules.filter(isOpen);
  const days = open.flatMap((schedule) => schedule.days.map((day) => fact('days', day, wordsOf(schedule), 'when')));
  const parts = open.flatMap((schedule) => {
    if (schedule.opens === undefined) return [];
    const long = schedule.closes !== undefined && hourOf(schedule.closes) - hourOf(schedule.opens) >= LONG_HOURS;
    return [fact('time', long ? 'any' : partOfDay(hourOf(schedule.opens)), wordsOf(schedule), 'when')];
  });
  const texts = [...open.flatMap(({ text }) => (text === undefined ? [] : [['when', text] as const])), ['name', name] as const, ['description', description.slice(0, 2 * earlyLetters)] as const];
  return [...days, ...parts, ...(days.length > 0 ? [] : daysSaid(texts)), ...(parts.length > 0 ? [] : timeSaid(texts))];
}

const wordsOf = ({ days, opens, closes, text }: ListedSchedule): string => text ?? [days.join(', '), [opens, closes].filter(Boolean).join(' to ')].filter((part) => part !== '').join(' ');

type Texts = readonly (readonly [ListingPart, string])[];

function daysSaid(texts: Texts): ProposedTag[] {
  for (const [part, text] of texts) {
    const tokens = tokensOf(text);
    const { days } = timesIn(tokens);
    const first = tokens.find((token) => timesIn([token]).days.length > 0);
    if (days.length > 0 && first) return days.map((day) => fact('days', day, text.slice(...placeOf(tokens.find((token) => token.plain.startsWith(day) && timesIn([token]).days.includes(day)) ?? first)), part, saidWeight));
  }
  return [];
}

const placeOf = ({ start, end }: Token): [number, number] => [start, end];

/** One time that a text names is when it is; of several nobody knows which. */
function timeSaid(texts: Texts): ProposedTag[] {
  for (const [part, text] of texts) {
    const clock = hourIn(text);
    const { times } = timesIn(tokensOf(text));
    if (clock && (times.length === 0 || times.includes(partOfDay(clock.hour)))) return [fact('time', partOfDay(clock.hour), clock.words, part, saidWeight)];
    if (times.length === 1) return [fact('time', times[0]!, times[0]!, part, saidWeight)];
    if (times.length > 1) return [];
  }
  return [];
}

const waits = /\b(\d{1,3})\s*(?:-|–|to)?\s*(\d{1,3})?\s*(day|week|month)s?\b/i;
const inWeeks: Readonly<Record<string, number>> = { day: 1 / 7, week: 1, month: 52 / 12 };

function waitOf({ waitTime }: ListingText): ProposedTag[] {
  if (waitTime === undefined) return [];
  if (/\b(?:no wait|none|immediate|no waiting)\b/i.test(waitTime)) return [fact('waitWeeks', '0', waitTime, 'wait')];
  const found = waits.exec(waitTime);
  return found ? [fact('waitWeeks', String(Math.ceil(Number(found[2] ?? found[1]) * inWeeks[found[3]!.toLowerCase()]!)), waitTime, 'wait')] : [];
}

const accessWords: readonly (readonly [RegExp, string])[] = [[/referral/i, 'referral'], [/appointment|membership|book/i, 'phone-first'], [/drop[ -]?in/i, 'drop-in']];

/** How people attend: only where the directory names one way, it is the way. */
function waysIn({ attendingTypes, attendingAccess }: ListingText): ProposedTag[] {
  const types = new Set(attendingTypes.map((type) => (/phone/i.test(type) ? 'phone' : /online|virtual/i.test(type) ? 'online' : /home/i.test(type) ? 'home' : 'venue')));
  const [type] = types;
  const kind = types.size === 1 && type !== 'venue' && type !== undefined ? [fact('kind', type, attendingTypes.join(', '), 'attending')] : [];
  const joining = attendingAccess.flatMap((access) => accessWords.filter(([words]) => words.test(access)).map(([, value]) => fact('joining', value, access, 'attending')));
  return [...kind, ...joining, ...joining.filter(({ value }) => value === 'drop-in').map(({ words }) => fact('rhythm', 'drop-in', words, 'attending'))];
}

/** A directory that says nothing of its state leaves it open. */
function statusOf({ status, capacity }: ListingText): ProposedTag[] {
  const full = capacity !== undefined && /^\s*(?:0|none|full)\b/i.test(capacity) ? [fact('status', 'full', capacity, 'wait')] : [];
  if (status === undefined) return full;
  return full.length > 0 && status === 'active' ? full : [fact('status', status === 'active' ? 'open' : 'closed', status, 'news', status === 'active' ? OPEN_WEIGHT : factWeight)];
}

/** "Active" is what a directory says by default: a text that says otherwise is believed. */
const OPEN_WEIGHT = 1.5;

const sizes = /\b(?:up to|maximum of|max(?:imum)?|groups? of(?: up to)?|limited to|no more than)\s+(\d{1,3}|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+(?:people|participants|members|places|learners|adults|in a group)\b/i;
const numbers: Readonly<Record<string, number>> = { four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20 };
const MOST_IN_A_SMALL_GROUP = 16;

function sizeOf({ description }: ListingText): ProposedTag[] {
  const found = sizes.exec(description);
  if (!found) return [];
  const size = numbers[found[1]!.toLowerCase()] ?? Number(found[1]);
  if (size < 3) return [];
  return [fact('groupSize', String(size), found[0], 'description', saidWeight), fact('company', size <= MOST_IN_A_SMALL_GROUP ? 'small' : 'big', found[0], 'description', factWeight)];
}
