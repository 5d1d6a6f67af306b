/** A written case: what a script file holds, and what playing it prints. */
import { z } from 'zod';
import { Mode } from '../domain/case/event';
import { PromptId } from '../domain/framework/framework';

export const Script = z
  .object({
    mode: Mode.default('together'),
    referral: z.string().optional(),
    name: z.string().optional(),
    yearOfBirth: z.number().int().optional(),
    answers: z.record(PromptId, z.object({ choice: z.union([z.string(), z.number()]).optional(), words: z.string().optional() }).strict()).default({}),
    note: z.string().optional(),
  })
  .strict();
export type Script = z.infer<typeof Script>;

export type Played = {
  readonly flags: readonly { readonly code: string; readonly status: string; readonly urgency: string; readonly words: string }[];
  readonly tier: { readonly is: number; readonly why: readonly string[] };
  readonly barriers: readonly { readonly side: string; readonly what: string; readonly from: readonly string[] }[];
  readonly enablers: readonly { readonly side: string; readonly what: string; readonly from: readonly string[] }[];
  readonly options: readonly { readonly id: string; readonly name: string; readonly fits: { readonly po: string; readonly pe: string; readonly eo: string }; readonly reasons: readonly string[]; readonly changes: readonly string[] }[];
  readonly nothingFits: boolean;
  readonly plan: { readonly text: string; readonly missing: readonly string[] };
  readonly posted: { readonly text: string };
  readonly exit: string | null;
  readonly unmatched: readonly { readonly prompt: string; readonly text: string; readonly why: string }[];
};
