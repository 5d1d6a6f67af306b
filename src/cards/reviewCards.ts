/** The cards of a plan where it is reviewed. Their data come from the frozen plan alone. */
import { z } from 'zod';
import { Button } from './buttons';
import { FormBox, FormList } from './caseForm';
import { Change } from './changesView';
import { BlockView } from './planBlocks';
import { PlanFace, Status } from './planFace';
import { defineCard } from './registry';

export const postedPlanView = z
  .object({ fallback: z.string(), plan: PlanFace, changedSince: z.string(), changes: z.array(Change), decided: z.string(), words: z.string(), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const postedPlanCard = defineCard('posted-plan', postedPlanView);

export const reviewFormView = z
  .object({ fallback: z.string(), title: z.string().min(1), facts: z.string(), problem: z.string(), choices: z.array(FormList), boxes: z.array(FormBox).max(1), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const reviewFormCard = defineCard('review-form', reviewFormView);

export const fullPlanView = z
  .object({
    fallback: z.string(),
    title: z.string().min(1),
    facts: z.string(),
    status: Status,
    private: z.string(),
    blocks: z.array(BlockView),
    tier: z.array(z.string()),
    gateTitle: z.string().min(1),
    gate: z.array(z.string()),
    safety: z.string(),
    decided: z.string(),
    words: z.string(),
    buttons: z.array(Button),
  })
  .strict();
export const fullPlanCard = defineCard('full-plan', fullPlanView);

export const reviewNoticeView = z.object({ fallback: z.string(), title: z.string().min(1), text: z.string().min(1), buttons: z.array(Button) }).strict();
export const reviewNoticeCard = defineCard('review-notice', reviewNoticeView);
