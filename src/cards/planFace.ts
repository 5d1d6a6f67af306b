/**
 * The face of a plan that was, or will be, posted. It is drawn from the posted plan, which has no room for anything
 * that a channel may not know; the frozen plan adds only whose a safety action is, never what it is about.
 */
import { z } from 'zod';
import type { Submission } from '../domain/case/case';
import { nameForOthers, type PlanSafety } from '../domain/analysis/safetyAction';
import { capital } from '../domain/learnt/capital';
import { gateNames } from '../domain/plan/checkGate';
import { dayInWords } from '../domain/plan/days';
import type { FrozenPlan } from '../domain/plan/frozenPlan';
import { postedPlan, type PostedPlan, type PostedStep } from '../domain/plan/postedPlan';
import { dot, escapeText, shorten, unbroken } from './escape';
import { goalNote, lineText } from './planBlocks';
import { roomFor } from './room';
import { tierName } from './tierWords';

/** A shape and a word say it; the colour only lifts what waits for somebody. */
export const Status = z.object({ shape: z.string().min(1), word: z.string().min(1), colour: z.enum(['default', 'accent']) }).strict();
export type Status = z.infer<typeof Status>;

export const PlanFace = z
  .object({
    title: z.string().min(1),
    facts: z.string(),
    status: Status,
    goals: z.array(z.object({ text: z.string().min(1), note: z.string() }).strict()),
    steps: z.array(z.object({ number: z.string(), text: z.string().min(1), note: z.string() }).strict()),
    why: z.string(),
    more: z.array(z.string()),
    complete: z.string(),
    safety: z.string(),
  })
  .strict();
export type PlanFace = z.infer<typeof PlanFace>;

export type Face = { readonly ref: string; readonly workerName: string; readonly plan: FrozenPlan; readonly status: Status; /** As it is now; as it was frozen when left out. */ readonly safety?: PlanSafety };

export function planFace({ ref, workerName, plan, status, safety = plan.safety }: Face): PlanFace {
  const posted = postedPlan(plan, { ref });
  const { goals, steps, why } = posted;
  const most = Math.min(280, roomFor([...goals, ...steps].map(({ text }) => text).concat(steps.flatMap(({ when, firstTime }) => [when ?? '', firstTime ?? ''])), letters));
  return {
    title: `Action plan ${unbroken(ref)}`,
    facts: factsOf(posted, workerName),
    status,
    goals: goals.map((goal, index) => ({ text: lineText(goal, most), note: goalNote(index, goal.importance) })),
    steps: steps.map((step, index) => ({ number: String(index + 1), text: lineText(step, most), note: stepFacts(step, most) })),
    why: why.map(({ text }) => escapeText(shorten(text, 160))).join(' '),
    more: moreLines(posted, plan.tier.is),
    complete: completeWords(posted),
    safety: safetyWords(safety),
  };
}

/** What the goals and steps of one card have room for. */
const letters = 3000;

export function factsOf({ version, reviewOn }: Pick<PostedPlan, 'version' | 'reviewOn'>, workerName: string): string {
  return [`Version ${version}`, escapeText(shorten(workerName, 40)), reviewOn === undefined ? 'no review day yet' : `review ${dayInWords(reviewOn)}`].join(dot);
}

function stepFacts({ who, when, firstTime, confidence }: PostedStep, most: number): string {
  const said = (text: string | undefined, before = ''): string[] => (text === undefined || text.trim() === '' ? [] : [`${before}${escapeText(shorten(text, most).replace(/\.$/u, ''))}`]);
  return [escapeText(who), ...said(when), ...said(firstTime, 'first time: '), ...(confidence === undefined ? [] : [`sure ${confidence} of 10`])].join(dot);
}

function moreLines({ ifThen, others }: PostedPlan, tier: number): string[] {
  return [
    ...(ifThen.length === 0 ? [] : [`**If it does not go to plan:** ${ifThen.slice(0, 3).map((line) => lineText(line, 200)).join(dot)}`]),
    ...(others.length === 0 ? [] : [`**What others do:** ${[...new Set(others.map(({ text }) => escapeText(shorten(text, 200))))].slice(0, 4).join(dot)}`]),
    `**Support:** ${lowerFirst(tierName(tier))}.`,
  ];
}

function completeWords({ gate }: PostedPlan): string {
  if (gate.missing.length === 0) return `**Complete:** all ${gate.of} things are there.`;
  return `**Still to come:** ${gate.missing.map((name) => lowerFirst(plainly(name))).join('; ')}.`;
}

/** What was posted keeps the name that it was posted with; cards say it in plainer words. */
const plainer: Readonly<Record<string, string>> = { [gateNames.safety]: 'Somebody named for anything urgent' };
export const plainly = (name: string): string => plainer[name] ?? name;

export const itemName = (id: string): string => plainly(Object.entries(gateNames).find(([name]) => name === id)?.[1] ?? 'One more thing');
const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** That a safety action is open, and whose it is; never what it is about, which the role of an owner would tell: also of a version that was frozen with it. */
export function safetyWords(safety: PlanSafety): string {
  if (safety.open === 0) return '**Safety:** nothing recorded has to be taken on today.';
  if (safety.owner === undefined) return '**Safety:** a safety action is open and nobody has taken it on yet. Please speak to the link worker today.';
  return `**Safety:** a safety action is open. ${escapeText(capital(nameForOthers(safety.owner, '')))} has taken it on; the link worker can say how it stands.`;
}

/** Where a posted version stands. */
export function statusOf({ plan, decisions }: Submission, latest: number): Status {
  const last = decisions.at(-1)?.kind;
  if (last === 'agreed') return { shape: '\u25cf', word: 'Agreed', colour: 'default' };
  if (plan.version < latest) return { shape: '\u25cb', word: `Replaced by version ${latest}`, colour: 'default' };
  if (last === 'change') return { shape: '\u25d0', word: 'Change asked', colour: 'default' };
  if (last === 'supervision') return { shape: '\u25c7', word: 'For supervision', colour: 'accent' };
  return { shape: '\u25cb', word: 'Awaiting review', colour: 'accent' };
}
