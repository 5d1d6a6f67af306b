/**
 * The plan as data. A line leads back to what it rests on, so nothing can stand in a plan that nobody said or chose.
 * The frozen form is what a reader saw at the moment it was submitted; it is kept for ever.
 */
import { z } from 'zod';

/** Where a line comes from. Quotes are the person's own words; `label` is a choice that was tapped. */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), prompt: z.string(), quote: z.string() }).strict(),
  z.object({ kind: z.literal('choice'), prompt: z.string(), choice: z.string(), label: z.string() }).strict(),
  z.object({ kind: z.literal('activity'), activity: z.string(), name: z.string(), field: z.string() }).strict(),
  z.object({ kind: z.literal('concern'), concern: z.string() }).strict(),
  /** What the worker noticed, by when it was written down: no words of the person's, and never in a plan. */
  z.object({ kind: z.literal('observation'), at: z.string() }).strict(),
  /** The worker wrote or changed this line. */
  z.object({ kind: z.literal('edit'), by: z.string(), at: z.string() }).strict(),
]);
export type Source = z.infer<typeof Source>;

/** `id` is stable across drafts ("goal-1", "step-2"): edits, change requests and differences are pinned to it. */
export const Line = z.object({ id: z.string(), text: z.string(), from: z.array(Source).min(1), quoted: z.boolean().default(false) }).strict();
export type Line = z.infer<typeof Line>;

export const Goal = Line.extend({ importance: z.number().int().min(1).max(10).optional() }).strict();
export type Goal = z.infer<typeof Goal>;

export const Step = Line.extend({
  who: z.enum(['me', 'link-worker', 'other']),
  whoName: z.string().optional(),
  when: z.string().optional(),
  where: z.string().optional(),
  gettingThere: z.string().optional(),
  firstTime: z.string().optional(),
  confidence: z.number().int().min(1).max(10).optional(),
}).strict();
export type Step = z.infer<typeof Step>;

/** What a professional does. The text is the action; whose it is stands apart, so that a reader may be shown one without the other. */
export const Other = Line.extend({ owner: z.string().optional(), when: z.string().optional() }).strict();
export type Other = z.infer<typeof Other>;

export const Share = z.object({ id: z.string(), who: z.string(), answer: z.enum(['yes', 'no', 'ask']), from: z.array(Source).min(1) }).strict();
export type Share = z.infer<typeof Share>;

export const PlanBody = z
  .object({
    whatMatters: z.array(Line),
    strengths: z.array(Line),
    whyNow: z.array(Line),
    workedOut: z.object({ person: z.array(Line), environment: z.array(Line), occupation: z.array(Line) }).strict(),
    goals: z.array(Goal),
    steps: z.array(Step),
    /** Why this activity: one short reason for each of the three fits. */
    why: z.array(Line),
    ifThen: z.array(Line),
    /** What professionals do, with the owner. Restricted concerns are never in here. */
    others: z.array(Other),
    ifHarder: z.array(Line),
    sharing: z.array(Share),
    copy: z.array(Line),
    adjustments: z.array(Line),
    /** That the worker asked and nothing was raised: absence has to be recordable (PRSB, Risks). */
    nothingRaised: Line.optional(),
    /** ISO day. */
    review: z.object({ on: z.string(), from: z.array(Source).min(1) }).strict().optional(),
  })
  .strict();
export type PlanBody = z.infer<typeof PlanBody>;

export const GateItem = z.object({ id: z.string(), ok: z.boolean(), label: z.string(), /** Where to mend it: a prompt, or a line of the plan. */ jump: z.string().optional() }).strict();
export type GateItem = z.infer<typeof GateItem>;

export const FrozenPlan = z
  .object({
    version: z.number().int().positive(),
    framework: z.string(),
    catalogue: z.string().optional(),
    body: PlanBody,
    gate: z.array(GateItem),
    tier: z.object({ is: z.number().int(), why: z.array(z.string()) }).strict(),
    /** True when a safety action is open: that it is, and whose; never what. */
    safety: z.object({ open: z.number().int(), owner: z.string().optional() }).strict(),
  })
  .strict();
export type FrozenPlan = z.infer<typeof FrozenPlan>;
