/** Reading a record whose fields may be anything: what makes sense is taken, what does not is left out and named. */
import { plainText } from './plainText';

export type RawRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

export const lengths = { name: 200, line: 500, text: 2_000, description: 8_000 } as const;
/** More of one kind than a service has; what lies beyond is a mistake of the feed. */
const MOST_IN_A_LIST = 200;

/** One record and the notes about it. A part of it (`inside`) writes into the same notes. */
export class Fields {
  constructor(
    readonly record: RawRecord,
    private readonly notes: Set<string>,
  ) {}

  note(sentence: string): void {
    this.notes.add(sentence);
  }

  /** The first of these fields that holds words, as plain text. A number counts as words. */
  text(names: string | readonly string[], most: number = lengths.line): string | undefined {
    for (const name of typeof names === 'string' ? [names] : names) {
      const value = this.record[name];
      if (isEmpty(value)) continue;
      if (typeof value !== 'string' && typeof value !== 'number') {
        this.note(`“${name}” should be words, but is ${kindOf(value)}: left out.`);
        continue;
      }
      const { text, cutFrom } = plainText(String(value), most);
      if (cutFrom !== undefined) this.note(`“${name}” was cut: it is ${cutFrom.toLocaleString('en-GB')} characters long, and ${most.toLocaleString('en-GB')} are kept.`);
      if (text !== '') return text;
    }
    return undefined;
  }

  /** Numbers that were written as words count. */
  number(name: string): number | undefined {
    const value = this.record[name];
    if (isEmpty(value)) return undefined;
    const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value.replace(/[£,\s]/g, '')) : Number.NaN;
    if (Number.isFinite(number)) return number;
    this.note(`“${name}” should be a number, but is ${shown(value)}: left out.`);
    return undefined;
  }

  /** An ISO day out of a day or a moment; a day that does not exist is left out. */
  day(names: string | readonly string[]): string | undefined {
    for (const name of typeof names === 'string' ? [names] : names) {
      const value = this.record[name];
      if (isEmpty(value)) continue;
      const day = typeof value === 'string' ? dayOf(value) : undefined;
      if (day !== undefined) return day;
      this.note(`“${name}” should be a day, but is ${shown(value)}: left out.`);
    }
    return undefined;
  }

  /** "9:00", "09:00:00", "09:00:00Z" or "9.30am" as 09:00. */
  clock(name: string): string | undefined {
    const value = this.record[name];
    if (isEmpty(value)) return undefined;
    const clock = typeof value === 'string' ? clockOf(value) : undefined;
    if (clock === undefined) this.note(`“${name}” should be a time of day, but is ${shown(value)}: left out.`);
    return clock;
  }

  web(name: string | readonly string[]): string | undefined {
    const text = this.text(name, 2_000);
    if (text === undefined) return undefined;
    const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}` : undefined;
    if (address !== undefined && /^https?:/i.test(address) && URL.canParse(address) && !/\s/.test(address)) return address;
    this.note(`${shown(text)} is no web address: left out.`);
    return undefined;
  }

  email(name: string | readonly string[]): string | undefined {
    const text = this.text(name)?.replace(/^mailto:/i, '');
    if (text === undefined) return undefined;
    if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(text)) return text;
    this.note(`${shown(text)} is no email address: left out.`);
    return undefined;
  }

  /** The records in a list; one that stands alone counts as a list of one. */
  list(names: string | readonly string[]): readonly Fields[] {
    for (const name of typeof names === 'string' ? [names] : names) {
      const value = this.record[name];
      if (isEmpty(value)) continue;
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      const records = items.filter(isRecord);
      if (records.length < items.filter((item) => !isEmpty(item)).length) this.note(`“${name}” should be a list of records, but holds ${kindOf(items.find((item) => !isRecord(item)))}: that part is left out.`);
      if (records.length > MOST_IN_A_LIST) this.note(`“${name}” holds ${records.length.toLocaleString('en-GB')} records: the first ${MOST_IN_A_LIST} are kept.`);
      if (records.length > 0) return records.slice(0, MOST_IN_A_LIST).map((record) => new Fields(record, this.notes));
    }
    return [];
  }

  one(name: string): Fields | undefined {
    return this.list(name)[0];
  }

  has(name: string): boolean {
    return !isEmpty(this.record[name]);
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'a record' : typeof value === 'boolean' ? 'true or false' : typeof value === 'number' ? 'a number' : 'words');

export function shown(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return kindOf(value);
  const { text } = plainText(String(value), 60);
  return `“${text.replaceAll('\n', ' ')}”`;
}

/** 2026-03-09, 2026-03-09T…, 09/03/2026 (the day first, as it is written here) or 9 March 2026. */
export function dayOf(words: string): string | undefined {
  const text = words.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])/.exec(text);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:$|[ ,T])/.exec(text);
  if (british) return existing(fullYear(british[3]), british[2], british[1]);
  const spelt = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ -,]+(\d{4})(?:$|[ ,T])/i.exec(text);
  if (spelt) return existing(spelt[3], String(months.indexOf((spelt[2] ?? '').toLowerCase()) + 1), spelt[1]);
  return undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullYear = (year = ''): string => (year.length === 2 ? `20${year}` : year);

function existing(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number(year) >= 1900 && Number(year) < 2200 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

export function clockOf(words: string): string | undefined {
  const text = words.trim().toLowerCase();
  if (text === 'noon' || text === 'midday' || text === '12 noon') return '12:00';
  if (text === 'midnight') return '24:00';
  const moment = /^\d{4}-\d{2}-\d{2}[t ](.*)$/.exec(text)?.[1] ?? text;
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*(am|pm|a\.m\.?|p\.m\.?)?(?:z|[+-]\d{2}:?\d{2})?$/.exec(moment) ?? /^(\d{2})(\d{2})$/.exec(moment);
  if (!parts) return undefined;
  const [, hours = '', minutes = '00', half] = parts;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0);
  // A bare "9" is as likely a number of anything else.
  if (parts[2] === undefined && half === undefined) return undefined;
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : hour === 24 && minutes === '00' ? '24:00' : undefined;
}
