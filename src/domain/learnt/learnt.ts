/**
 * What the service has learnt of activities, and of what nobody offers. It outlives the cases that it was learnt in, so
 * nothing in it leads back to one: no case, no reference, no person, no words that anybody typed.
 */
import { z } from 'zod';

const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Month = z.string().regex(/^\d{4}-\d{2}$/);

/** How it went when somebody was there, or was sent there. */
export const Found = z.enum(['well', 'closed', 'full', 'not-as-described']);
export type Found = z.infer<typeof Found>;
/** What those who run it made of an introduction. */
export const Reply = z.enum(['accepted', 'declined', 'no-reply']);
export type Reply = z.infer<typeof Reply>;
/** What somebody heard who rang them. */
export const Heard = z.enum(['still-so', 'changed', 'closed']);
export type Heard = z.infer<typeof Heard>;

export const Learnt = z.discriminatedUnion('type', [
  /** `want`, `area` and `barrier` are words of ours or of the list of activities. */
  z.object({ type: z.literal('NeedUnmet'), month: Month, want: z.array(z.string()), when: z.array(z.string()), area: z.string().optional(), barrier: z.string().optional() }).strict(),
  z.object({ type: z.literal('ActivityTried'), activity: z.string(), day: IsoDay, found: Found }).strict(),
  z.object({ type: z.literal('IntroductionAnswered'), activity: z.string(), day: IsoDay, reply: Reply, /** From the introduction to the reply. */ days: z.number().int().nonnegative().optional() }).strict(),
  z.object({ type: z.literal('ActivityChecked'), activity: z.string(), day: IsoDay, heard: Heard }).strict(),
]);
export type Learnt = z.infer<typeof Learnt>;
export type LearntOf<Type extends Learnt['type']> = Extract<Learnt, { type: Type }>;
