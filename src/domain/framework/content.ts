/** Everything that a practitioner may change, checked together when it is loaded. */
import { z } from 'zod';
import { ConcernCode, Framework } from './framework';
import { ExitCode } from '../case/event';

export const ConcernGuide = z
  .object({
    code: ConcernCode,
    title: z.string().max(60),
    examples: z.string(),
    who: z.string(),
    steps: z.array(z.string()).min(1).max(4),
    wordsToSay: z.string(),
    restricted: z.boolean(),
    /** Contact ids to show first. */
    contacts: z.array(z.string()),
  })
  .strict();
export type ConcernGuide = z.infer<typeof ConcernGuide>;

export const Contact = z.object({ id: z.string(), name: z.string(), number: z.string(), hours: z.string().optional(), scope: z.enum(['national', 'local']), sample: z.boolean().default(false), reviewBy: z.string() }).strict();
export type Contact = z.infer<typeof Contact>;

export const Exit = z.object({ code: ExitCode, label: z.string().max(40), means: z.string(), offer: z.string() }).strict();
export type Exit = z.infer<typeof Exit>;

/** Stages of the process flowchart in order; a decision stands between stages. */
export const ProcessStage = z.object({ id: z.enum(['referral', 'first-talk', 'conversation', 'options', 'plan', 'supervisor', 'first-visit', 'follow-up', 'ending']), label: z.string().max(24), decision: z.string().max(80), exits: z.array(ExitCode) }).strict();
export type ProcessStage = z.infer<typeof ProcessStage>;

export type Content = {
  readonly version: string;
  readonly framework: Framework;
  readonly concerns: ReadonlyMap<string, ConcernGuide>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly exits: readonly Exit[];
  readonly process: readonly ProcessStage[];
  readonly texts: Readonly<Record<string, string>>;
};
