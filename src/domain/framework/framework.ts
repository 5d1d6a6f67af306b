/**
 * The conversation framework as data: sections, prompts, and what each choice means.
 *
 * The schema is the contract between the practitioners who write the content and the code that runs it.
 * Code never names a prompt: it asks for meanings ("cost:free-only"), so the whole framework can be swapped.
 */
import { z } from 'zod';
import { Meaning } from './meaning';

export const Side = z.enum(['person', 'environment', 'occupation']);
export type Side = z.infer<typeof Side>;

/** Ids travel through cards, where several choices come back joined by commas. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const PromptId = z.string().regex(/^[A-Z]{2,3}\d{1,2}$/);
export type PromptId = string;

export const ConcernCode = z.string().regex(/^F\d{2}$/);
/** How soon somebody must act. It is about the action, never a level of risk of a person (NHSE, Staying safe from suicide, 2025). */
export const Urgency = z.enum(['NOW', 'TODAY', 'SOON', 'ROUTINE']);
export type Urgency = z.infer<typeof Urgency>;

export const Option = z
  .object({
    id: Slug,
    label: z.string().min(1).max(40),
    /** Longer or other wordings of the same choice, matched when it is typed or scripted. */
    aka: z.array(z.string()).default([]),
    /** Stands alone ("none of these") and is shown as one tap. */
    alone: z.boolean().default(false),
    /**
     * What this choice tells, in a few plain words, for the findings. At most one of the two.
     * In a grid the column decides whether a choice helps or hinders; it reads "<row>: <column>", where the row
     * gives its own words if it has any, else its label ("washing: not getting done", "trouble seeing: new").
     * A column without either leaves it to the row.
     */
    barrier: z.string().max(70).optional(),
    enabler: z.string().max(70).optional(),
    /** Where the barrier or enabler lies, when not on the prompt's own side. */
    side: Side.optional(),
    means: z.array(Meaning).default([]),
  })
  .strict();
export type Option = z.infer<typeof Option>;

/**
 * What a part of an answer becomes in the plan. It stands on the part, because one prompt may feed several blocks:
 * a review day, a copy and who may see it. Nothing but a fed part reaches a plan as it was said.
 * Choices that feed `if-harder` say whom to ring.
 */
export const planFeeds = [
  'what-matters', 'strengths', 'why-now', 'goal', 'first-goal', 'importance', 'activity', 'getting-there',
  'first-time', 'first-time-who', 'first-time-day', 'if-then', 'confidence', 'services',
  'review', 'copy', 'consent', 'sharing', 'if-harder', 'adjustments', 'people-around',
] as const;
export const PlanFeed = z.enum(planFeeds);
export type PlanFeed = z.infer<typeof PlanFeed>;

const PartBase = { id: Slug, label: z.string().max(80).optional(), feeds: PlanFeed.optional() };
const ShortCut = z.object({ label: z.string().max(40), aka: z.array(z.string()).default([]), choices: z.array(z.string()).min(1) }).strict();

export const Part = z.discriminatedUnion('kind', [
  /** One of a few: a column of tiles, one tap answers. */
  z.object({ kind: z.literal('one'), ...PartBase, options: z.array(Option).min(2), optional: z.boolean().default(false) }).strict(),
  z.object({ kind: z.literal('many'), ...PartBase, options: z.array(Option).min(2), max: z.number().int().positive().optional() }).strict(),
  /** A choice id is the number itself. */
  z.object({ kind: z.literal('scale'), ...PartBase, from: z.number().int(), to: z.number().int(), low: z.string().max(40), high: z.string().max(40) }).strict(),
  /** A choice id is `row:column`. Shown as one list of rows per column. Shortcuts answer the whole grid in one tap. */
  z.object({ kind: z.literal('grid'), ...PartBase, rows: z.array(Option).min(2), columns: z.array(Option).min(2), oneColumnARow: z.boolean().default(true), shortcuts: z.array(ShortCut).default([]) }).strict(),
  /** The person's own words, verbatim. */
  z.object({ kind: z.literal('words'), ...PartBase, optional: z.boolean().default(false) }).strict(),
  /** A day: `in` offers days from today; the stored choice is `on:YYYY-MM-DD`. */
  z.object({ kind: z.literal('day'), ...PartBase, in: z.array(z.object({ days: z.number().int().positive(), label: z.string().max(40) }).strict()).min(1) }).strict(),
  /** Filled from the case: which of the person's own goals first (`goal:1`...), or which activity (`activity:ID`, `something-else`, `not-now`). */
  z.object({ kind: z.literal('goal'), ...PartBase }).strict(),
  z.object({ kind: z.literal('activity'), ...PartBase }).strict(),
]);
export type Part = z.infer<typeof Part>;

/**
 * When something holds. A choice pattern is a choice id, or for grids `row:*` / `*:column`.
 * `prompt` defaults to the prompt on which the condition stands.
 */
export const Condition = z.union([
  z.object({ prompt: PromptId.optional(), any: z.array(z.string()).min(1) }).strict(),
  z.object({ prompt: PromptId.optional(), count: z.array(z.string()).min(1), atLeast: z.number().int() }).strict(),
  z.object({ prompt: PromptId.optional(), scaleAtMost: z.number().int() }).strict(),
  z.object({ prompt: PromptId.optional(), scaleAtLeast: z.number().int() }).strict(),
  /** The words contain one of these phrases (whole words, any case, simple spelling). */
  z.object({ prompt: PromptId.optional(), words: z.array(z.string()).min(1) }).strict(),
  /** Answered, but with none of these choices. */
  z.object({ prompt: PromptId.optional(), answeredWithout: z.array(z.string()).min(1) }).strict(),
  z.object({ ageAtLeast: z.number().int() }).strict(),
  z.object({ ageBelow: z.number().int() }).strict(),
  /** One of these concerns is raised by other answers or by the worker. */
  z.object({ concern: z.array(ConcernCode).min(1) }).strict(),
  z.object({ mode: z.array(z.enum(['together', 'phone', 'notes'])).min(1) }).strict(),
]);
export type Condition = z.infer<typeof Condition>;

/** The guide's "Then": all conditions of `when` hold -> every effect that is given. */
export const Trigger = z
  .object({
    when: z.array(Condition).min(1),
    /** Prompts that are asked next, even when the mode would leave them out. */
    calls: z.array(PromptId).default([]),
    /** Prompts that are not shown, however they are reached. */
    suppresses: z.array(PromptId).default([]),
    /** Prompts without which the plan is not agreed. */
    requires: z.array(PromptId).default([]),
    raises: z.array(z.object({ code: ConcernCode, urgency: Urgency }).strict()).default([]),
    /** Proposed to the worker as one of the eleven exits; never taken by itself. */
    suggestsExit: z.string().optional(),
    /** A short line for the worker: what to do or keep in mind. */
    says: z.string().max(140).optional(),
    /** A professional or another service has the lead on a need (tiers 3 and 4). */
    leads: z.enum(['shared', 'other-service']).optional(),
    means: z.array(Meaning).default([]),
    /** What it tells for the findings, where no single choice can say it (a scale, two answers together). */
    barrier: z.string().max(70).optional(),
    enabler: z.string().max(70).optional(),
    side: Side.optional(),
    why: z.string().max(120),
  })
  .strict();
export type Trigger = z.infer<typeof Trigger>;

export const Prompt = z
  .object({
    id: PromptId,
    section: Slug,
    topic: z.string().max(60),
    /** The sub-domain that this prompt explores, for coverage. Opening and planning explore none. */
    area: Slug.optional(),
    side: Side.optional(),
    core: z.boolean(),
    ask: z.string().min(5).max(320),
    phone: z.string().min(5).max(160),
    why: z.string().min(5).max(200),
    parts: z.array(Part).min(1),
    /** Detail that never leaves the worker's own chat. */
    restricted: z.boolean().default(false),
    /** Asked by nobody's order but when called, or when the worker opens it. */
    onlyWhenCalled: z.boolean().default(false),
    mandatory: z.boolean().default(false),
    /** Shown when every condition of any one group holds. Empty: always. */
    shownWhen: z.array(z.array(Condition).min(1)).default([]),
    triggers: z.array(Trigger).default([]),
  })
  .strict();
export type Prompt = z.infer<typeof Prompt>;

export const Section = z.object({ id: Slug, label: z.string().max(30), side: Side.optional() }).strict();
export type Section = z.infer<typeof Section>;
export const Area = z.object({ id: Slug, label: z.string().max(40), side: Side }).strict();

export const Framework = z
  .object({ version: z.string(), title: z.string(), licence: z.string(), sections: z.array(Section).min(1), areas: z.array(Area).min(3), prompts: z.array(Prompt).min(1) })
  .strict();
export type Framework = z.infer<typeof Framework>;

export function promptOf(framework: Framework, id: PromptId): Prompt | undefined {
  return indexOf(framework).get(id);
}

const indexes = new WeakMap<Framework, Map<PromptId, Prompt>>();
function indexOf(framework: Framework): Map<PromptId, Prompt> {
  let index = indexes.get(framework);
  if (!index) indexes.set(framework, (index = new Map(framework.prompts.map((prompt) => [prompt.id, prompt]))));
  return index;
}
