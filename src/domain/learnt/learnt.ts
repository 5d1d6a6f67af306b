/**
 * What the service has learnt of activities, and of what nobody offers. It outlives the cases that it was learnt in, so
 * nothing in it leads back to one: no case, no reference, nobody whom a case is about, no words that anybody typed.
 */
import { z } from 'zod';
import { isTagValue, TagField, tagFields } from '../activities/tags';

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

/** No values: it is not so, or not known. `inPart`: whether there is more was not said. */
const SettledTag = z
  .object({ field: TagField, values: z.array(z.string()), inPart: z.literal(true).optional() })
  .strict()
  .refine(({ field, values }) => values.length <= tagFields[field].most, 'More values than the field has')
  .superRefine(({ field, values }, context) => {
    // As with every other closed list, so that a value of a newer version is not taken for damage.
    if (!values.every((value) => isTagValue(field, value))) context.addIssue({ code: 'invalid_value', values: [], input: values, message: 'A value that the field does not have' });
  });

/** What a case teaches. */
export const Lesson = z.discriminatedUnion('type', [
  /** `want`, `area` and `barrier` are words of ours or of the list of activities. */
  z.object({ type: z.literal('NeedUnmet'), month: Month, want: z.array(z.string()), when: z.array(z.string()), area: z.string().optional(), barrier: z.string().optional() }).strict(),
  z.object({ type: z.literal('ActivityTried'), activity: z.string(), day: IsoDay, found: Found }).strict(),
  z.object({ type: z.literal('IntroductionAnswered'), activity: z.string(), day: IsoDay, reply: Reply, /** From the introduction to the reply. */ days: z.number().int().nonnegative().optional() }).strict(),
  z.object({ type: z.literal('ActivityChecked'), activity: z.string(), day: IsoDay, heard: Heard }).strict(),
]);

export const Learnt = z.discriminatedUnion('type', [
  ...Lesson.options,
  /** What an administrator confirmed or corrected of a listing: `by` is who answers for it. `whole`: all that was shown of it was looked at. */
  z.object({ type: z.literal('TagsSettled'), activity: z.string(), at: z.iso.datetime(), by: z.string().regex(/^\S{1,300}$/), whole: z.boolean(), tags: z.array(SettledTag) }).strict(),
]);
export type Lesson = z.infer<typeof Lesson>;
export type Learnt = z.infer<typeof Learnt>;
const kinds: ReadonlySet<unknown> = new Set(Learnt.options.map(({ shape }) => shape.type.value));

/** Whether this version knows the kind of what was kept, though it may not be able to read it. */
export const isKnownKind = (kept: unknown): boolean => typeof kept === 'object' && kept !== null && 'type' in kept && kinds.has(kept.type);
export type LearntOf<Type extends Learnt['type']> = Extract<Learnt, { type: Type }>;
