/**
 * One service as a directory tells of it, whatever the directory speaks: Open Referral UK 3 or 1, or a spreadsheet.
 *
 * What was not said is absent, never guessed. Texts are plain: no HTML, no entities.
 */
import { z } from 'zod';

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof days)[number];

const text = z.string().min(1);
const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

export const Schedule = z
  .object({
    days: z.array(z.enum(days)),
    opens: Clock.optional(),
    closes: Clock.optional(),
    /** As the directory words it. */
    text: text.optional(),
    /** The rule of repetition, as the directory writes it: "FREQ=MONTHLY;BYDAY=4TH". */
    rule: text.optional(),
    from: IsoDay.optional(),
    until: IsoDay.optional(),
    /** A holiday or another day on which nobody is there. */
    closed: z.boolean().default(false),
  })
  .strict();
export type Schedule = z.infer<typeof Schedule>;

export const Place = z
  .object({
    name: text.optional(),
    kind: z.enum(['physical', 'postal', 'virtual']).optional(),
    address: text.optional(),
    postcode: text.optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    /** How to get there. */
    travel: text.optional(),
    accessibility: z.array(text).default([]),
  })
  .strict();
export type Place = z.infer<typeof Place>;

export const Cost = z.object({ option: text.optional(), amount: z.number().nonnegative().optional(), currency: text.optional(), text: text.optional(), from: IsoDay.optional(), until: IsoDay.optional() }).strict();
export type Cost = z.infer<typeof Cost>;

/** No names of people: a directory is about services, and whoever answers today may be gone tomorrow. */
export const Contact = z.object({ role: text.optional(), phone: text.optional(), email: text.optional() }).strict();
export type Contact = z.infer<typeof Contact>;

export const TaxonomyTerm = z.object({ term: text, vocabulary: text.optional(), code: text.optional() }).strict();
export type TaxonomyTerm = z.infer<typeof TaxonomyTerm>;

export const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;

export const Listing = z
  .object({
    /** The source and its own id, as one slug: the same service has the same id at every import. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    source: text,
    sourceId: text,
    name: text,
    alsoCalled: text.optional(),
    description: z.string(),
    organisation: text.optional(),
    url: text.optional(),
    email: text.optional(),
    phone: text.optional(),
    status: z.enum(statuses).optional(),
    /** News that the provider put in front: "closed until May". */
    alert: text.optional(),
    applicationProcess: text.optional(),
    waitTime: text.optional(),
    fees: text.optional(),
    costs: z.array(Cost).default([]),
    languages: z.array(text).default([]),
    interpretation: text.optional(),
    eligibility: text.optional(),
    ages: z.object({ from: z.number().int().min(0).max(120).optional(), to: z.number().int().min(0).max(120).optional() }).strict().default({}),
    /** "venue", "online", "phone", "home visit", or as the directory words it. */
    attendingTypes: z.array(text).default([]),
    /** "referral", "appointment", "membership", "drop-in", or as the directory words it. */
    attendingAccess: z.array(text).default([]),
    schedules: z.array(Schedule).default([]),
    locations: z.array(Place).default([]),
    /** Of every location, each once. */
    accessibility: z.array(text).default([]),
    serviceAreas: z.array(text).default([]),
    taxonomy: z.array(TaxonomyTerm).default([]),
    contacts: z.array(Contact).default([]),
    accreditations: text.optional(),
    /** Free places, where the directory counts them. */
    capacity: text.optional(),
    /** The day on which somebody last checked that this is true. */
    assuredDate: IsoDay.optional(),
    lastModified: IsoDay.optional(),
  })
  .strict();
export type Listing = z.infer<typeof Listing>;

/** Which row of a source: by name where it has one, and always by number, counted from one. */
export type RowRead =
  | { readonly kind: 'listing'; readonly row: string; readonly listing: Listing; /** What was left out or mended, in sentences. */ readonly notes: readonly string[] }
  | { readonly kind: 'problem'; readonly row: string; readonly problem: string; /** Known though the row could not be read: then what was there before stays. */ readonly id?: string };

/** Where a row stands and what its id is made of. */
export type RowPlace = { readonly source: string; readonly at: number };

/** Returns the id under which a service of this source is kept: only letters, digits and hyphens, and never the same for two. */
export function listingId(source: string, sourceId: string): string {
  const slug = slugOf(sourceId);
  const kept = slug === sourceId.trim().toLowerCase() && slug.length <= LONGEST_ID ? slug : [slug.slice(0, LONGEST_ID).replace(/-$/, ''), shortHash(sourceId)].filter((part) => part !== '').join('-');
  return `${slugOf(source) || 'source'}-${kept}`;
}

const LONGEST_ID = 60;

const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** FNV-1a over two lanes: short, the same everywhere, and nothing secret about it. */
function shortHash(words: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (const letter of words) {
    const code = letter.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) + 1;
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}
