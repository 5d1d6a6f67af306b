/**
 * What a channel is told of a plan, built field by field.
 *
 * The type has no room for a name, an owner, a place, a way to get there, a consent, an adjustment, an observation, a
 * strength, a finding or the reason of a concern. The free text that is left (goals, steps, reasons, if-then) is
 * looked through for personal details before it is posted (`unconfirmed.ts`).
 */
import { dayInWords } from './days';
import { safetyLine } from './draftOthers';
import { whoWords } from './entries';
import { gateNames, type GateId } from './checkGate';
import type { FrozenPlan, Line, Other, Step } from './frozenPlan';

export type PostedLine = { readonly id: string; readonly text: string };
export type PostedGoal = PostedLine & { readonly quoted: boolean; readonly importance?: number };
export type PostedStep = PostedLine & { readonly quoted: boolean; readonly who: string; readonly when?: string; readonly firstTime?: string; readonly confidence?: number };

export type PostedPlan = {
  readonly ref: string;
  readonly version: number;
  readonly goals: readonly PostedGoal[];
  readonly steps: readonly PostedStep[];
  readonly why: readonly PostedLine[];
  readonly ifThen: readonly (PostedLine & { readonly quoted: boolean })[];
  /** Actions of professionals, without whose they are. */
  readonly others: readonly PostedLine[];
  /** ISO day. */
  readonly reviewOn?: string;
  readonly tier: string;
  /** `missing` are names of gate items, fixed words for every plan. */
  readonly gate: { readonly passed: number; readonly of: number; readonly missing: readonly string[] };
  /** `open`: an action that nobody has taken on yet. */
  readonly safety: 'none' | 'open' | 'taken';
};

const tierNames = ['Information', 'Link worker, brief', 'Link worker, supported', 'Shared with a professional', 'Another service leads', 'Act now'] as const;
const postedWho: Readonly<Record<Step['who'], string>> = { me: 'the person', 'link-worker': whoWords['link-worker'], other: whoWords.other };

/** Returns the minimum that a reviewer needs; whoever may see more opens the full plan in their own chat. */
export function postedPlan(frozen: FrozenPlan, { ref }: { readonly ref: string }): PostedPlan {
  const { body, gate, safety, tier, version } = frozen;
  return {
    ref,
    version,
    goals: body.goals.map((goal) => ({ ...lineOf(goal), quoted: goal.quoted, ...(goal.importance === undefined ? {} : { importance: goal.importance }) })),
    steps: body.steps.map(stepOf),
    why: body.why.map(lineOf),
    ifThen: body.ifThen.map((line) => ({ ...lineOf(line), quoted: line.quoted })),
    others: body.others.filter(isAction).map(lineOf),
    ...(body.review ? { reviewOn: body.review.on } : {}),
    tier: tierNames[tier.is] ?? '',
    gate: { passed: gate.filter(({ ok }) => ok).length, of: gate.length, missing: gate.filter(({ ok }) => !ok).map(({ id }) => gateNames[id as GateId] ?? id) },
    safety: safety.open === 0 ? 'none' : safety.owner === undefined ? 'open' : 'taken',
  };
}

const lineOf = ({ id, text }: Line): PostedLine => ({ id, text });

/** What services somebody has, in their words or ticked, is their story; what somebody took on is the plan. */
const isAction = ({ id, from }: Other): boolean => id !== safetyLine.id && (from.some(({ kind }) => kind === 'concern') || from.every(({ kind }) => kind === 'edit'));

function stepOf(step: Step): PostedStep {
  const { when, firstTime, confidence } = step;
  return {
    ...lineOf(step),
    quoted: step.quoted,
    who: postedWho[step.who],
    ...(when === undefined ? {} : { when }),
    ...(firstTime === undefined ? {} : { firstTime }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** The posted plan in plain words: for terminals, notifications that ask for it and screen readers. */
export function postedText(posted: PostedPlan): string {
  const { gate } = posted;
  return [
    `Action plan ${posted.ref}, version ${posted.version}`,
    ...posted.goals.map(({ text, quoted, importance }, index) => [`Goal ${index + 1}: ${said(text, quoted)}`, ...(importance === undefined ? [] : [`matters ${importance} out of 10`])].join(' · ')),
    ...posted.steps.map((step, index) => [`${index + 1}. ${said(step.text, step.quoted)}`, step.who, ...(step.when ? [step.when] : []), ...(step.firstTime ? [`the first time: ${step.firstTime}`] : []), ...(step.confidence === undefined ? [] : [`sure ${step.confidence} out of 10`])].join(' · ')),
    ...posted.ifThen.map(({ text, quoted }) => `If it goes wrong: ${said(text, quoted)}`),
    ...posted.others.map(({ text }) => `Others who help: ${text}`),
    ...posted.why.map(({ text }) => text),
    ...(posted.reviewOn === undefined ? [] : [`Review: ${dayInWords(posted.reviewOn)}`]),
    `Who should help: ${posted.tier}`,
    `Complete: ${gate.passed} of ${gate.of}${gate.missing.length > 0 ? `. Still to do: ${gate.missing.join('; ')}` : ''}`,
    safetyLines[posted.safety],
  ].join('\n');
}

const safetyLines: Readonly<Record<PostedPlan['safety'], string>> = {
  none: 'Safety: nothing recorded has to be taken on today',
  open: 'Safety: an action is open and nobody has taken it on yet',
  taken: 'Safety: an action is open with its owner',
};

const said = (text: string, quoted: boolean): string => (quoted ? `“${text}”` : text);
