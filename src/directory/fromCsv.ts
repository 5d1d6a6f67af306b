/** A spreadsheet with one service a row, under the headings of our template or the ones that people commonly write. */
import { readCsv } from './csv';
import { type Fields, isRecord, lengths, type RawRecord, shown } from './fields';
import type { Cost, Listing, RowPlace, RowRead, Schedule } from './listing';
import { agesOf, daysOf, defined, distinct, hoursOf, phoneOf, pointOf, splitWords, statusOf, tidyPostcode } from './orukParts';
import { readRow } from './readRow';

const sampleName = 'Sample: Knit and natter';

/** Our heading, what it is read as, other headings for the same, and what the template shows there. */
const columns = [
  { heading: 'id', also: ['service id', 'reference', 'ref', 'key'], sample: 'knit-1' },
  { heading: 'name', also: ['service name', 'service', 'activity', 'title', 'group', 'group name', 'library name'], sample: sampleName },
  { heading: 'description', also: ['about', 'details', 'what', 'summary', 'text', 'service info'], sample: 'Invented for this template: knitting at your own pace, with tea. Beginners welcome.' },
  { heading: 'organisation', also: ['organization', 'provider', 'run by', 'organisation name'], sample: 'Sample Hall Trust' },
  { heading: 'status', also: ['state'], sample: 'active' },
  { heading: 'days', also: ['day', 'days open', 'when'], sample: 'Tue; Thu' },
  { heading: 'times', also: ['time', 'hours', 'opening times', 'opening hours'], sample: '14:00-16:00' },
  { heading: 'how_often', also: ['frequency', 'repeats'], sample: 'weekly in term time' },
  { heading: 'venue', also: ['place', 'location', 'location name', 'where'], sample: 'Sample Hall' },
  { heading: 'address', also: ['address 1', 'street', 'street address'], sample: '1 Sample Street, Sampleton' },
  { heading: 'postcode', also: ['post code', 'postal code', 'postal_code'], sample: 'ZZ1 1ZZ' },
  { heading: 'latitude', also: ['lat', 'geoy'], sample: '' },
  { heading: 'longitude', also: ['long', 'lng', 'lon', 'geox'], sample: '' },
  { heading: 'area', also: ['service area', 'areas', 'area covered', 'local authority'], sample: 'Sampleton and villages' },
  { heading: 'minimum_age', also: ['min age', 'age from', 'from age'], sample: '18' },
  { heading: 'maximum_age', also: ['max age', 'age to', 'to age'], sample: '' },
  { heading: 'eligibility', also: ['who for', 'who is it for', 'for whom', 'criteria'], sample: 'Anybody who likes wool' },
  { heading: 'cost', also: ['fees', 'price', 'charge', 'charges', 'costs'], sample: '£2 a time, tea included' },
  { heading: 'how_to_join', also: ['application process', 'referral', 'referral process', 'how to access', 'joining', 'how to refer'], sample: 'Ring first' },
  { heading: 'access', also: ['attending access', 'attending_access'], sample: 'drop-in' },
  { heading: 'attending', also: ['attending type', 'attending_type', 'delivery', 'format'], sample: 'venue' },
  { heading: 'wait', also: ['waiting time', 'wait time', 'waiting list'], sample: 'none' },
  { heading: 'news', also: ['alert', 'notice', 'announcement'], sample: '' },
  { heading: 'accessibility', also: ['access needs', 'accessible', 'disabled access', 'facilities'], sample: 'Step-free; hearing loop' },
  { heading: 'languages', also: ['language'], sample: 'English; Polish' },
  { heading: 'categories', also: ['category', 'tags', 'taxonomy', 'type', 'keywords'], sample: 'Crafts; Friendship' },
  { heading: 'contact_role', also: ['contact', 'ask for', 'role'], sample: 'group leader' },
  { heading: 'phone', also: ['telephone', 'tel', 'phone number', 'contact number', 'telephone number', 'mobile'], sample: '01632 960001' },
  { heading: 'email', also: ['e-mail', 'email address', 'contact email'], sample: 'sample@example.org' },
  { heading: 'web', also: ['url', 'website', 'web address', 'link', 'webpage'], sample: 'https://example.org/knit' },
  { heading: 'last_checked', also: ['assured date', 'assured_date', 'checked', 'last verified', 'last reviewed', 'date checked'], sample: '2026-10-01' },
  { heading: 'last_changed', also: ['last modified', 'last_modified', 'updated', 'last updated'], sample: '' },
] as const;
type Heading = (typeof columns)[number]['heading'];

const tidyHeading = (heading: string): string => heading.trim().replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[\s_]+/g, ' ').replace(/[?:*]+$/, '');
const headings: ReadonlyMap<string, Heading> = new Map(columns.flatMap(({ heading, also }) => [heading, ...also].map((name) => [tidyHeading(name), heading] as const)));

/** A file to fill in, as Excel opens it: with the mark that makes it read our letters, and its line ends. The sample row is invented and says so. */
export function csvTemplate(): string {
  return `\uFEFF${[columns.map(({ heading }) => heading), columns.map(({ sample }) => sample)].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** "Monday", "Monday hours", "Monday staffed hours": the hours of that day. */
const dayHeading = (heading: string): string | undefined => /^((?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:staffed |opening )?(?:hours|times))?$/.exec(tidyHeading(heading))?.[1];

/** Returns a record of any other shape under our headings, a record inside it one level deep: "address": { "postcode": … }. */
export function underHeadings(record: RawRecord): Readonly<Record<string, string>> {
  const cells = Object.entries(record).flatMap(([name, value]) => (isRecord(value) ? Object.entries(value) : [[name, value] as const]));
  return tableRecord(cells.map(([name]) => headings.get(tidyHeading(name)) ?? dayHeading(name)), cells.map(([, value]) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string').join('; ') : typeof value === 'string' || typeof value === 'number' ? String(value) : '')));
}

/** The first column of a kind that holds something counts. */
function tableRecord(known: readonly (string | undefined)[], row: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  known.forEach((heading, at) => {
    if (heading !== undefined && (record[heading] ?? '').trim() === '') record[heading] = row[at] ?? '';
  });
  return record;
}

export type CsvTable =
  | { readonly kind: 'table'; readonly records: readonly Readonly<Record<string, string>>[]; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: string };

/** Returns the rows under their headings. Refuses a table that says no names: nothing could come in. */
export function readCsvTable(text: string): CsvTable {
  const csv = readCsv(text);
  if (csv.kind === 'refused') return csv;
  const [first = [], ...rows] = csv.rows;
  const known = first.map((heading) => headings.get(tidyHeading(heading)) ?? dayHeading(heading));
  if (!known.includes('name')) return { kind: 'refused', problem: 'The first row has no heading “name”. Write the headings of the template into the first row: npm run directory -- template FILE.csv' };
  const unknown = first.filter((heading, at) => known[at] === undefined && heading.trim() !== '');
  const records = rows.map((row) => {
    const record = tableRecord(known, row);
    // Cells beyond the last heading mean a separator that was meant as a comma: everything after it stands one too far right.
    if (row.slice(first.length).some((cell) => cell.trim() !== '')) record[OVERFLOW] = String(row.length);
    return record;
  });
  return { kind: 'table', records, notes: unknown.length === 0 ? [] : [`Not read, because nothing is known under these headings: ${unknown.map((heading) => shown(heading)).join(', ')}.`] };
}

const OVERFLOW = ' cells';

/** Returns the listing of one row of the table, or a problem that names the row and says what to mend. */
export function fromCsv(raw: unknown, place: RowPlace): RowRead {
  const cells = typeof raw === 'object' && raw !== null && OVERFLOW in raw;
  if (cells) return { kind: 'problem', row: rowName(raw, place.at), problem: 'It has more cells than there are headings, so its words may stand in the wrong columns. Put cells that hold the separator between quotation marks.' };
  const read = readRow(raw, place, listingOf, idOf);
  return read.kind === 'listing' && read.listing.name === sampleName ? { kind: 'problem', row: read.row, problem: 'It is the sample of the template. Delete that row, or give it a name of its own.' } : read;
}

const rowName = (raw: object, at: number): string => ('name' in raw && typeof raw.name === 'string' && raw.name.trim() !== '' ? `${shown(raw.name)} (row ${at})` : `row ${at}`);

/** Without ids of its own, a service is its name, who runs it and where: then a new name is a new service. */
const idOf = (fields: Fields): string | undefined => fields.text('id') ?? ([fields.text('name'), fields.text('organisation'), fields.text('postcode')].filter((part) => part !== undefined).join(' ') || undefined);

function listingOf(fields: Fields, identity: object): unknown {
  const [phone, email] = [phoneOf(fields, 'phone'), fields.email('email')];
  const role = fields.text('contact_role');
  const accessibility = distinct(splitWords(fields.text('accessibility', lengths.text)));
  const place = { ...defined({ name: fields.text('venue', lengths.name), address: fields.text('address') }), ...postcodeOf(fields), ...pointOf(fields) };
  return {
    ...identity,
    ages: agesOf(fields),
    ...defined({
      organisation: fields.text('organisation', lengths.name),
      url: fields.web('web'),
      email,
      phone,
      status: statusOf(fields),
      applicationProcess: fields.text('how_to_join', lengths.text),
      alert: fields.text('news', lengths.text),
      waitTime: fields.text('wait'),
      fees: fields.text('cost', lengths.text),
      eligibility: fields.text('eligibility', lengths.text),
      assuredDate: fields.day('last_checked'),
      lastModified: fields.day('last_changed'),
    }),
    costs: costsOf(fields.text('cost', lengths.text)),
    languages: distinct(splitWords(fields.text('languages'))),
    attendingTypes: distinct(splitWords(fields.text('attending'))),
    attendingAccess: distinct(splitWords(fields.text('access'))),
    schedules: schedulesOf(fields),
    locations: Object.keys(place).length === 0 ? [] : [{ ...place, accessibility }],
    accessibility,
    serviceAreas: distinct(splitWords(fields.text('area'))),
    taxonomy: distinct(splitWords(fields.text('categories', lengths.text))).map((term) => ({ term })),
    contacts: role === undefined ? [] : [defined({ role, phone, email })],
  } satisfies Partial<Record<keyof Listing, unknown>>;
}

function postcodeOf(fields: Fields): { postcode?: string } {
  const text = fields.text('postcode');
  return text === undefined ? {} : { postcode: tidyPostcode(text) };
}

/** Only what is plain: "free", or one amount. The words are kept as fees in any case. */
function costsOf(words: string | undefined): Cost[] {
  if (words === undefined) return [];
  if (/^(free|none|no charge|nil|£?0(\.00)?)\.?$/i.test(words)) return [{ amount: 0, currency: 'GBP', text: words }];
  const amounts = words.match(/£\s?\d+(?:\.\d{1,2})?/g) ?? (/^\d+(?:\.\d{1,2})?$/.test(words) ? [words] : []);
  return amounts.length === 1 ? [{ amount: Number((amounts[0] ?? '').replace(/[£\s]/g, '')), currency: 'GBP', text: words }] : [];
}

function schedulesOf(fields: Fields): Schedule[] {
  const byDay = dayNames.flatMap((name) => {
    const text = fields.text(name);
    return text === undefined || /^closed$/i.test(text) ? [] : [{ days: [...daysOf(name)], ...hoursOf(text), text: `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${text}`, closed: false }];
  });
  return [...usualSchedule(fields), ...byDay];
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function usualSchedule(fields: Fields): Schedule[] {
  const [dayWords, timeWords, often] = [fields.text('days'), fields.text('times'), fields.text('how_often')];
  if (dayWords === undefined && timeWords === undefined && often === undefined) return [];
  const days = daysOf(dayWords ?? '');
  const hours = timeWords === undefined ? {} : hoursOf(timeWords);
  const text = [dayWords, timeWords, often].filter((part) => part !== undefined).join(', ');
  return [{ days: [...days], ...hours, text, closed: false }];
}
