/**
 * What a listing is tagged with: proposed by rules with the words that led to it, confirmed or corrected by a person.
 *
 * What a person said stands, whatever the next import brings and whatever the rules come to propose.
 */
import { z } from 'zod';
import { experiences, interestFamilies } from '../framework/meaning';

const amounts = ['light', 'some', 'much'] as const;

/** The closed list of values for each field; `pattern` where the values are numbers. */
export const tagFields = {
  interest: { most: 3, values: interestFamilies },
  gives: { most: 3, values: experiences },
  kind: { most: 1, values: ['group', 'one-to-one', 'class', 'drop-in', 'volunteering', 'advice', 'home', 'phone', 'online'] },
  company: { most: 1, values: ['alone', 'one-to-one', 'small', 'big'] },
  groupSize: { most: 1, pattern: /^[1-9]\d{0,3}$/ },
  setting: { most: 1, values: ['indoors', 'outdoors', 'home'] },
  rhythm: { most: 1, values: ['regular', 'drop-in'] },
  manner: { most: 1, values: ['chatting', 'doing', 'both'] },
  level: { most: 1, values: ['gentle', 'stretch', 'challenge'] },
  body: { most: 1, values: amounts },
  thinking: { most: 1, values: amounts },
  social: { most: 1, values: amounts },
  commitment: { most: 1, values: amounts },
  leader: { most: 5, values: ['falls-aware', 'mental-health-aware', 'dementia-aware', 'trained-volunteer', 'qualified'] },
  firstVisit: { most: 5, values: ['met-at-the-door', 'call-before', 'taster', 'bring-somebody', 'help-with-travel'] },
  access: { most: 13, values: ['step-free', 'seated', 'short', 'quiet', 'hearing', 'seeing', 'interpreter', 'bsl', 'large-print', 'easy-read', 'prompting', 'someone-with-me', 'more-time'] },
  welcome: { most: 8, values: ['women-only', 'men-only', 'language', 'prayer-times', 'food-rules', 'lgbtq', 'veteran', 'trauma-aware'] },
  placeKind: { most: 1, values: ['park', 'library', 'cafe', 'faith-place', 'community-centre', 'shops', 'leisure-centre', 'home', 'other'] },
  joining: { most: 1, values: ['referral', 'online-form', 'phone-first', 'drop-in'] },
  madeFor: { most: 1, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
  clinicalCheck: { most: 1, values: ['yes', 'no'] },
  status: { most: 1, values: ['closed', 'full', 'open'] },
  pounds: { most: 1, pattern: /^\d+(\.\d{1,2})?$/ },
  ageFrom: { most: 1, pattern: /^\d{1,3}$/ },
  ageTo: { most: 1, pattern: /^\d{1,3}$/ },
  days: { most: 7, values: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
  time: { most: 1, values: ['morning', 'afternoon', 'evening', 'any'] },
  waitWeeks: { most: 1, pattern: /^\d{1,3}$/ },
} as const satisfies Record<string, { readonly most: number; readonly values: readonly string[] } | { readonly most: number; readonly pattern: RegExp }>;

export type TagField = keyof typeof tagFields;
export const TagField = z.enum(Object.keys(tagFields) as [TagField, ...TagField[]]);

export function isTagValue(field: TagField, value: string): boolean {
  const allowed: { readonly values?: readonly string[]; readonly pattern?: RegExp } = tagFields[field];
  return allowed.values ? allowed.values.includes(value) : (allowed.pattern?.test(value) ?? false);
}

/** The words of the listing that led to it stand in the part named. */
export type ProposedTag = { readonly field: TagField; readonly value: string; readonly words: string; readonly part: string; readonly weight: number };

/** A person's word on one field of one listing. No values: it is not so, or not known, whatever the rules propose. */
export const Correction = z
  .object({
    listing: z.string().min(1),
    field: TagField,
    values: z.array(z.string()),
    /** These are there; whether there is more was not said. */
    inPart: z.literal(true).optional(),
    /** Whose word it is: a role or an id, never a name. */
    by: z.string().min(1),
    /** ISO day. */
    on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  })
  .strict()
  .superRefine(({ field, values }, check) => {
    for (const value of values) if (!isTagValue(field, value)) check.addIssue({ code: 'custom', message: `“${value}” is no value of ${field}.` });
    if (values.length > tagFields[field].most) check.addIssue({ code: 'custom', message: `${field} takes at most ${tagFields[field].most}.` });
  });
export type Correction = z.infer<typeof Correction>;

export type Tag =
  | { readonly field: TagField; readonly values: readonly string[]; readonly stands: 'proposed'; readonly from: readonly ProposedTag[] }
  | { readonly field: TagField; readonly values: readonly string[]; readonly stands: 'confirmed'; readonly from: Correction; /** What the rules say of it now, whatever the person said. */ readonly proposed?: Proposal };
type Proposal = { readonly values: readonly string[]; readonly from: readonly ProposedTag[] };
export type Tags = ReadonlyMap<TagField, Tag>;

/** Fields for which a list of several values may leave something out until a person confirmed it. */
export function isConfirmed(tags: Tags, field: TagField): boolean {
  const tag = tags.get(field);
  return tag?.stands === 'confirmed' && tag.from.inPart !== true;
}
/** True when a person said otherwise than the listing is read. */
export function isCorrected(tags: Tags, field: TagField): boolean {
  const tag = tags.get(field);
  return tag?.stands === 'confirmed' && [...tag.values].sort().join() !== [...(tag.proposed?.values ?? [])].sort().join();
}
export const valuesOfTag = (tags: Tags, field: TagField): readonly string[] => tags.get(field)?.values ?? [];

/** Two values that speak about as loudly leave the field open. */
const clearlyLess = 0.7;
/** What is only mentioned once, far down, makes no tag. */
const least = 0.7;
const leastOf: Readonly<Partial<Record<TagField, number>>> = { interest: 1.4, gives: 0.8 };
/** Of several values, those this much weaker than the strongest are by the way. */
const byTheWay = 0.3;

/**
 * Returns one tag a field. The latest word of a person stands; without one, what the rules propose, the strongest first.
 * A field that takes one value stays out when two are as likely. Corrections of other listings are left alone.
 */
export function settleTags(listing: string, proposed: readonly ProposedTag[], corrections: readonly Correction[]): Tags {
  const tags = new Map<TagField, Tag>();
  for (const field of Object.keys(tagFields) as TagField[]) {
    const from = proposed.filter((tag) => tag.field === field);
    const values = settledValues(field, from);
    if (values.length > 0) tags.set(field, { field, values, stands: 'proposed', from: from.filter(({ value }) => values.includes(value)) });
  }
  const own = corrections.filter((correction) => correction.listing === listing).toSorted((a, b) => a.on.localeCompare(b.on));
  for (const from of own) {
    const before = tags.get(from.field);
    const proposed = before?.stands === 'confirmed' ? before.proposed : before;
    tags.set(from.field, { field: from.field, values: from.values, stands: 'confirmed', from, ...(proposed === undefined ? {} : { proposed: { values: proposed.values, from: proposed.from } }) });
  }
  return tags;
}

export type OpenField = { readonly field: TagField; readonly values: readonly string[]; readonly from: readonly ProposedTag[] };

/** Fields that stay out because two values are about as likely, with the words for both. */
export function openFieldsOf(proposed: readonly ProposedTag[], tags: Tags): readonly OpenField[] {
  return (Object.keys(tagFields) as TagField[]).flatMap((field) => {
    const from = proposed.filter((tag) => tag.field === field);
    const values = rankedValues(field, from).slice(0, 2).map(([value]) => value);
    return values.length < 2 || tags.has(field) ? [] : [{ field, values, from: from.filter(({ value }) => values.includes(value)) }];
  });
}

/** The loudest first; what is too quiet is left out. */
function rankedValues(field: TagField, proposed: readonly ProposedTag[]): readonly (readonly [string, number])[] {
  const weights = new Map<string, number>();
  for (const { value, weight } of proposed) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].filter(([, weight]) => weight >= (leastOf[field] ?? least)).sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
}

function settledValues(field: TagField, proposed: readonly ProposedTag[]): readonly string[] {
  const ranked = rankedValues(field, proposed);
  const [first, second] = ranked;
  if (!first) return [];
  const { most } = tagFields[field];
  if (most > 1) return ranked.filter(([, weight]) => onlyTheMain[field] === undefined || weight >= byTheWay * first[1]).slice(0, most).map(([value]) => value);
  if (!second || second[1] < clearlyLess * first[1]) return [first[0]];
  return both(field, first[0], second[0]);
}

/** Where one value may lie beside another: talking while doing is both, and what asks most of the person is what counts. */
function both(field: TagField, one: string, other: string): readonly string[] {
  if (field === 'manner') return ['both'];
  const order = careful[field];
  return order === undefined ? [] : [order.indexOf(one) <= order.indexOf(other) ? one : other];
}

const careful: Readonly<Partial<Record<TagField, readonly string[]>>> = {
  joining: tagFields.joining.values,
  status: tagFields.status.values,
  body: ['much', 'some', 'light'],
  thinking: ['much', 'some', 'light'],
  social: ['much', 'some', 'light'],
  commitment: ['much', 'some', 'light'],
};
/** In these the weakest are by the way; in the others each one that is named is so. */
const onlyTheMain: Readonly<Partial<Record<TagField, true>>> = { interest: true, gives: true };
