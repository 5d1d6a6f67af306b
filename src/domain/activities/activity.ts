/** What an activity asks of a person and gives back. The sample catalogue and every imported directory come in this shape. */
import { z } from 'zod';
import { experiences, interestFamilies, Meaning } from '../framework/meaning';

export const Activity = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().max(60),
    what: z.string().max(200),
    provider: z.string(),
    place: z.string(),
    kind: z.enum(['group', 'one-to-one', 'class', 'drop-in', 'volunteering', 'advice', 'home', 'phone', 'online']),
    interests: z.array(z.enum(interestFamilies)).min(1),
    /** Words that people use for it: searched and quoted. */
    words: z.array(z.string()).default([]),
    gives: z.array(z.enum(experiences)).min(1).max(3),
    company: z.enum(['alone', 'one-to-one', 'small', 'big']),
    groupSize: z.number().int().positive(),
    setting: z.enum(['indoors', 'outdoors', 'home']),
    rhythm: z.enum(['regular', 'drop-in']),
    manner: z.enum(['chatting', 'doing', 'both']),
    level: z.enum(['gentle', 'stretch', 'challenge']),
    demand: z.object({ body: z.enum(['light', 'some', 'much']), thinking: z.enum(['light', 'some', 'much']), company: z.enum(['light', 'some', 'much']), commitment: z.enum(['light', 'some', 'much']) }).strict(),
    when: z.object({ text: z.string(), days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])), time: z.enum(['morning', 'afternoon', 'evening', 'any']), afterDark: z.boolean().default(false) }).strict(),
    /** Minutes from the middle of the area, one way. Absent: it cannot be reached that way. */
    travel: z.object({ walk: z.number().optional(), bus: z.number().optional(), car: z.number().optional(), pickUp: z.boolean().default(false) }).strict(),
    pounds: z.number().nonnegative(),
    access: z.array(z.enum(['step-free', 'seated', 'short', 'quiet', 'hearing', 'seeing', 'interpreter', 'bsl', 'large-print', 'easy-read', 'prompting', 'someone-with-me', 'more-time'])).default([]),
    welcome: z.array(z.enum(['women-only', 'men-only', 'language', 'prayer-times', 'food-rules', 'lgbtq', 'veteran', 'trauma-aware'])).default([]),
    placeKind: z.enum(['park', 'library', 'cafe', 'faith-place', 'community-centre', 'shops', 'leisure-centre', 'home', 'other']),
    firstVisit: z.array(z.enum(['met-at-the-door', 'call-before', 'taster', 'bring-somebody', 'help-with-travel'])).default([]),
    /** Who to ask for on the first visit: a role, never a name. */
    firstContact: z.string(),
    leader: z.array(z.enum(['falls-aware', 'mental-health-aware', 'dementia-aware', 'trained-volunteer', 'qualified'])).default([]),
    ifMissed: z.string(),
    ages: z.object({ from: z.number().int().optional(), to: z.number().int().optional() }).strict().default({}),
    /** Only for people who share this ("people who look after somebody"): offered to those who said so, by a choice or in words. */
    madeFor: z.object({ whom: z.string(), means: z.array(Meaning).default([]), words: z.array(z.string()).default([]) }).strict().optional(),
    joining: z.enum(['drop-in', 'phone-first', 'referral', 'online-form']),
    waitWeeks: z.number().nonnegative().default(0),
    status: z.enum(['open', 'full', 'closed']),
    /** ISO day on which somebody last checked that this is true. */
    checked: z.string(),
    /** Physical activity that waits for a clinician's yes when somebody told the person to limit what they do. */
    clinicalCheck: z.boolean(),
    contact: z.string(),
    sample: z.boolean().default(false),
  })
  .strict();
export type Activity = z.infer<typeof Activity>;

export type Catalogue = { readonly version: string; readonly activities: readonly Activity[] };
