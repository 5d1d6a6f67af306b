/** The face of a plan that was, or will be, posted: drawn from the frozen plan alone, so nothing else can be on it. */
import { z } from 'zod';
import type { Submission } from '../domain/case/case';
import { gateNames } from '../domain/plan/checkGate';
import { dayInWords } from '../domain/plan/days';
import type { FrozenPlan } from '../domain/plan/frozenPlan';
import { escapeText, shorten } from './escape';
import { goalNote, lineText, stepNote } from './planBlocks';
import { tierName } from './tierWords';

export const Status = z.object({ shape: z.string().min(1), word: z.string().min(1), colour: z.enum(['default', 'accent', 'good', 'warning']) }).strict();
export type Status = z.infer<typeof Status>;

export const PlanFace = z
  .object({
    title: z.string().min(1),
    facts: z.string(),
    status: Status,
    goals: z.array(z.object({ text: z.string().min(1), note: z.string() }).strict()),
    steps: z.array(z.object({ number: z.string(), text: z.string().min(1), note: z.string() }).strict()),
    why: z.string(),
    support: z.string(),
    complete: z.string(),
    safety: z.string(),
  })
  .strict();
export type PlanFace = z.infer<typeof PlanFace>;

export type Face = { readonly ref: string; readonly workerName: string; readonly plan: FrozenPlan; readonly status: Status };

export function planFace({ ref, workerName, plan, status }: Face): PlanFace {
  const { body, version } = plan;
  const most = Math.max(70, Math.min(240, Math.floor(4000 / Math.max(1, body.goals.length + 2 * body.steps.length))));
  return {
    title: `Action plan ${escapeText(ref)}`,
    facts: [`Version ${version}`, escapeText(shorten(workerName, 40)), ...(body.review ? [`review ${dayInWords(body.review.on)}`] : ['no review day yet'])].join(' \u00b7 '),
    status,
    goals: body.goals.map((goal, index) => ({ text: lineText(goal, most), note: goalNote(index, goal.importance) })),
    steps: body.steps.map((step, index) => ({ number: String(index + 1), text: lineText(step, most), note: stepNote(step, most) })),
    why: body.why.map((line) => lineText(line, 160)).join(' '),
    support: `**Support:** ${tierName(plan.tier.is).toLowerCase()}.`,
    complete: completeWords(plan),
    safety: safetyWords(plan),
  };
}

/** What is missing is named without anything of the case in it. */
export function completeWords({ gate }: Pick<FrozenPlan, 'gate'>): string {
  const missing = gate.filter(({ ok }) => !ok);
  if (missing.length === 0) return `**Complete:** all ${gate.length} things are there.`;
  return `**Still to come:** ${missing.map(({ id }) => lowerFirst(itemName(id))).join('; ')}.`;
}

export const itemName = (id: string): string => (Object.entries(gateNames).find(([name]) => name === id)?.[1] ?? 'one more thing');
const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** That a safety action is open, and whose it is; never what it is about. */
export function safetyWords({ safety }: Pick<FrozenPlan, 'safety'>): string {
  if (safety.open === 0) return '**Safety:** nothing open in what was recorded.';
  return `**Safety:** a safety action is open; ${safety.owner === undefined ? 'nobody has it yet' : `owner: ${escapeText(shorten(safety.owner, 60))}`}.`;
}

/** Where a posted version stands, as a word, a shape and a colour. */
export function statusOf({ plan, decisions }: Submission, latest: number): Status {
  const last = decisions.at(-1)?.kind;
  if (last === 'agreed') return { shape: '\u25cf', word: 'Agreed', colour: 'good' };
  if (plan.version < latest) return { shape: '\u25cb', word: `Replaced by version ${latest}`, colour: 'default' };
  if (last === 'change') return { shape: '\u25d0', word: 'Change asked', colour: 'warning' };
  if (last === 'supervision') return { shape: '\u25c7', word: 'For supervision', colour: 'accent' };
  return { shape: '\u25cb', word: 'Awaiting review', colour: 'accent' };
}
