/** How long a safety action may wait for a named person before somebody is told, and why just so long. */
import { z } from 'zod';

const Minutes = z.number().int().positive();
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time like 16:00.');

/** After so many minutes; sooner when one of the times of day comes first, but not before `atLeast` minutes. */
export const Patience = z
  .object({ after: Minutes, by: z.array(TimeOfDay).default([]), atLeast: Minutes.default(1), at: z.enum(['any-hour', 'working-hours']), why: z.string().min(1) })
  .strict()
  .refine(({ after, atLeast }) => atLeast <= after, 'atLeast may not be longer than after.');
export type Patience = z.infer<typeof Patience>;

/** The link worker first; then the next in line, who must not be told before the worker. */
const Rungs = z
  .object({ worker: Patience, next: Patience })
  .strict()
  .refine(({ worker, next }) => worker.after < next.after, 'The link worker must be reminded before the next in line is told: make worker.after shorter than next.after.');

/** `again` comes every working day, at the hour at which people begin, until somebody has it. */
export const SafetyTimes = z.object({ NOW: Rungs, TODAY: Rungs, again: z.object({ why: z.string().min(1) }).strict() }).strict();
export type SafetyTimes = z.infer<typeof SafetyTimes>;
