/**
 * What an activity asks of a person and gives back. The sample catalogue and every imported directory come in this shape.
 *
 * A directory says little. What it does not say stays out, and a check that needs it answers *not known*; it never guesses.
 */
import { z } from 'zod';
import { experiences, interestFamilies, Meaning } from '../framework/meaning';

const Amount = z.enum(['light', 'some', 'much']);
/** Lists that may name only part of what is there: what they leave out is not known, rather than missing. */
export const listsInPart = ['gives', 'access', 'welcome', 'firstVisit', 'leader'] as const;
export type ListInPart = (typeof listsInPart)[number];

/** What link workers heard of it, of no one person: `days` from the choice to each reply. */
export const Heard = z
  .object({
    well: z.number().int(),
    lastWell: z.string().optional(),
    trouble: z.object({ what: z.enum(['closed', 'full', 'not-as-described', 'changed']), day: z.string() }).strict().optional(),
    /** ISO day on which somebody rang and heard that it is still so. */
    checked: z.string().optional(),
    accepted: z.number().int(),
    declined: z.number().int(),
    silent: z.number().int(),
    days: z.array(z.number().int()),
  })
  .strict();
export type Heard = z.infer<typeof Heard>;

export const Activity = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().max(60),
    what: z.string().max(200),
    /** All that its listing says, where that is more than `what`: searched and quoted. */
    listing: z.string().optional(),
    provider: z.string().optional(),
    place: z.string().optional(),
    kind: z.enum(['group', 'one-to-one', 'class', 'drop-in', 'volunteering', 'advice', 'home', 'phone', 'online']).optional(),
    interests: z.array(z.enum(interestFamilies)),
    /** Words that people use for it: searched and quoted. */
    words: z.array(z.string()).default([]),
    gives: z.array(z.enum(experiences)).max(3),
    company: z.enum(['alone', 'one-to-one', 'small', 'big']).optional(),
    groupSize: z.number().int().positive().optional(),
    setting: z.enum(['indoors', 'outdoors', 'home']).optional(),
    rhythm: z.enum(['regular', 'drop-in']).optional(),
    manner: z.enum(['chatting', 'doing', 'both']).optional(),
    level: z.enum(['gentle', 'stretch', 'challenge']).optional(),
    demand: z.object({ body: Amount.optional(), thinking: Amount.optional(), company: Amount.optional(), commitment: Amount.optional() }).strict().default({}),
    /** No days: they are not known. `from` and `until`: the first and the last ISO day, where every time that is listed has one. */
    when: z.object({ text: z.string(), from: z.string().optional(), until: z.string().optional(), days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])), time: z.enum(['morning', 'afternoon', 'evening', 'any']).optional(), afterDark: z.boolean().default(false) }).strict().optional(),
    /**
     * Minutes from the middle of the area, one way. Absent: it cannot be reached that way. With `miles`, the distance as
     * the crow flies, the minutes are worked out from it, and an absent way is not known.
     */
    travel: z.object({ walk: z.number().optional(), bus: z.number().optional(), car: z.number().optional(), pickUp: z.boolean().default(false), miles: z.number().nonnegative().optional() }).strict().optional(),
    pounds: z.number().nonnegative().optional(),
    access: z.array(z.enum(['step-free', 'seated', 'short', 'quiet', 'hearing', 'seeing', 'interpreter', 'bsl', 'large-print', 'easy-read', 'prompting', 'someone-with-me', 'more-time'])).default([]),
    welcome: z.array(z.enum(['women-only', 'men-only', 'language', 'prayer-times', 'food-rules', 'lgbtq', 'veteran', 'trauma-aware'])).default([]),
    placeKind: z.enum(['park', 'library', 'cafe', 'faith-place', 'community-centre', 'shops', 'leisure-centre', 'home', 'other']).optional(),
    firstVisit: z.array(z.enum(['met-at-the-door', 'call-before', 'taster', 'bring-somebody', 'help-with-travel'])).default([]),
    /** Who to ask for on the first visit: a role, never a name. */
    firstContact: z.string().optional(),
    leader: z.array(z.enum(['falls-aware', 'mental-health-aware', 'dementia-aware', 'trained-volunteer', 'qualified'])).default([]),
    ifMissed: z.string().optional(),
    ages: z.object({ from: z.number().int().optional(), to: z.number().int().optional() }).strict().default({}),
    /** Only for people who share this ("people who look after somebody"): offered to those who said so, by a choice or in words. */
    madeFor: z.object({ whom: z.string(), means: z.array(Meaning).default([]), words: z.array(z.string()).default([]) }).strict().optional(),
    joining: z.enum(['drop-in', 'phone-first', 'referral', 'online-form']).optional(),
    waitWeeks: z.number().nonnegative().optional(),
    status: z.enum(['open', 'full', 'closed']).optional(),
    /** ISO day on which somebody last checked that this is true. */
    checked: z.string().optional(),
    /** Never in a listing: laid over it where it is read (see heard.ts). */
    heard: Heard.optional(),
    inPart: z.array(z.enum(listsInPart)).default([]),
    /** Physical activity that waits for a clinician's yes when somebody told the person to limit what they do. */
    clinicalCheck: z.boolean().optional(),
    contact: z.string().optional(),
    /** What its listing says in words of its own, to be read: see inItsWords.ts. */
    inItsWords: z.object({ news: z.string(), times: z.string(), whoFor: z.string(), howToJoin: z.string(), cost: z.string(), wait: z.string(), languages: z.string(), alsoAt: z.string(), area: z.string(), access: z.string() }).partial().strict().optional(),
    sample: z.boolean().default(false),
  })
  .strict();
export type Activity = z.infer<typeof Activity>;

/** `heard`: by the id of the activity. */
export type Catalogue = { readonly version: string; readonly activities: readonly Activity[]; readonly heard?: ReadonlyMap<string, Heard> };

/** True when a list leaves this out and may leave out what is there. */
export const mayStillHave = (activity: Activity, list: ListInPart): boolean => activity.inPart.includes(list);

export const contactOf = ({ firstContact }: Pick<Activity, 'firstContact'>): string => firstContact ?? 'whoever runs it';
