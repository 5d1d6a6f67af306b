/**
 * What a plan needs before it can be agreed (the quality gate of the guide, after the PRSB care and support plan).
 * Every item is always in the list, so that a reviewer sees what was looked at; nothing is counted or weighed.
 */
import { dayInLondon } from '../case/londonTime';
import { holdsThePlan } from '../analysis/concerns';
import type { Concern, Tier } from '../analysis/finding';
import { needsProfessional } from '../analysis/tier';
import type { OpenCase } from '../case/case';
import { scaleOf, type Conversation } from '../case/conversation';
import type { PlanFeed } from '../framework/framework';
import { plain } from '../reading/words/phrase';
import { recipientsWithoutAnswer } from './draftSharing';
import { answersFeeding, promptFeeding, tellsSomething } from './fedAnswers';
import type { GateItem, Goal, PlanBody, Step } from './frozenPlan';

export type GateMaterial = { readonly body: PlanBody; readonly state: OpenCase; readonly conversation: Conversation; readonly concerns: readonly Concern[]; readonly tier: Pick<Tier, 'is'> };

/** The names of the items, in words that hold nothing of the case: all that a channel is told. */
export const gateNames = {
  'own-words': 'A goal in the person’s own words',
  strength: 'At least one strength',
  'few-goals': 'Three goals at most',
  steps: 'Who and when for every step',
  'both-act': 'A step for the person and one for the link worker',
  confidence: 'Sure enough of the step, or the step was changed',
  'first-time': 'Help with the first time',
  contingency: 'What to do if things get harder',
  risks: 'What was raised, or that nothing was',
  consent: 'Who may see it',
  review: 'A day to look at it again',
  copy: 'How the person gets their copy',
  safety: 'A name for what must be taken on today',
  owner: 'A named professional where one is needed',
  adjustments: 'What makes it easier, carried through',
} as const;
export type GateId = keyof typeof gateNames;

/** Where to mend an item (a prompt, a target of the plan, or `concern:ID`) and what to do there; undefined when it is fine. */
type Missing = { readonly label: string; readonly jump?: string } | undefined;

/** Returns every item of the gate in a fixed order; `jump` is a prompt id, a target of the plan or `concern:ID`. */
export function checkGate(material: GateMaterial): GateItem[] {
  return gateIds.map((id) => {
    const missing = checks[id](material);
    return missing ? { id, ok: false, label: missing.label, ...(missing.jump === undefined ? {} : { jump: missing.jump }) } : { id, ok: true, label: gateNames[id] };
  });
}

const SURE_ENOUGH = 7;
const MOST_GOALS = 3;

const at = ({ conversation }: GateMaterial, feed: PlanFeed): string | undefined => promptFeeding(conversation, feed)?.id;

const checks: Readonly<Record<GateId, (material: GateMaterial) => Missing>> = {
  'own-words': (material) => (material.body.goals.some(isInOwnWords) ? undefined : { label: 'Put one goal in the person’s own words', jump: at(material, 'goal') ?? 'new-goal' }),
  strength: (material) => (material.body.strengths.length > 0 ? undefined : { label: 'Add one thing the person is good at', jump: at(material, 'strengths') ?? 'new-strength' }),
  'few-goals': ({ body }) => (body.goals.length <= MOST_GOALS ? undefined : { label: `Keep three goals for now: there are ${body.goals.length}`, jump: body.goals.at(-1)!.id }),
  steps: ({ body }) => stepWithoutWhoOrWhen(body.steps),
  'both-act': ({ body }) => whoDoesNothing(body.steps),
  confidence: checkConfidence,
  'first-time': (material) => (isFirstTimeAnswered(material) ? undefined : { label: 'Ask what would make the first time easier', jump: at(material, 'first-time') }),
  contingency: (material) => (material.body.ifHarder.length > 0 ? undefined : { label: 'Say what to do, and who to ring, if things get harder', jump: at(material, 'if-harder') ?? 'new-harder' }),
  risks: checkRisks,
  consent: checkConsent,
  review: checkReview,
  copy: (material) => (material.body.copy.length > 0 ? undefined : { label: 'Ask how they would like their copy', jump: at(material, 'copy') }),
  safety: ({ concerns }) => {
    const open = concerns.find(holdsThePlan);
    return open && { label: 'Name who takes on what must be answered today', jump: `concern:${open.id}` };
  },
  owner: checkOwner,
  adjustments: checkAdjustments,
};
const gateIds = Object.keys(gateNames) as GateId[];

/** Edited goals count as long as they keep a run of the person's words: three in a row, or all of a shorter saying. */
function isInOwnWords({ text, quoted, from }: Goal): boolean {
  if (quoted) return true;
  const now = plain(text);
  return from.some((source) => source.kind === 'words' && runsOf(source.quote).some((run) => now.includes(` ${run} `)));
}

function runsOf(quote: string): string[] {
  const words = plain(quote).trim().split(' ');
  const length = Math.min(3, words.length);
  return words[0] === '' ? [] : words.slice(0, words.length - length + 1).map((_, start) => words.slice(start, start + length).join(' '));
}

function stepWithoutWhoOrWhen(steps: readonly Step[]): Missing {
  if (steps.length === 0) return { label: 'Add a first step', jump: 'new-step' };
  const nobody = steps.findIndex(({ who, whoName }) => who === 'other' && !whoName?.trim());
  if (nobody >= 0) return { label: `Say who does step ${nobody + 1}`, jump: `${steps[nobody]!.id}.who` };
  const never = steps.findIndex(({ when }) => !when?.trim());
  return never < 0 ? undefined : { label: `Say when step ${never + 1} happens`, jump: `${steps[never]!.id}.when` };
}

function whoDoesNothing(steps: readonly Step[]): Missing {
  if (!steps.some(({ who }) => who === 'me')) return { label: 'Add one step that the person takes', jump: 'new-step' };
  return steps.some(({ who }) => who === 'link-worker') ? undefined : { label: 'Add one thing that the link worker does', jump: 'new-step' };
}

/** Below seven a plan tends not to happen: the step is made smaller or gets more support, the person is not pushed. */
function checkConfidence(material: GateMaterial): Missing {
  const { conversation, body, state } = material;
  const answer = answersFeeding(conversation, 'confidence').find(({ choices }) => choices.length > 0);
  const sure = answer && scaleOf(answer.answer);
  if (!answer || sure === undefined) return { label: 'Ask how sure they are of the step', jump: at(material, 'confidence') };
  if (sure >= SURE_ENOUGH) return undefined;
  const steps = new Set(body.steps.map(({ id }) => id));
  const editedSince = state.edits.some((edit) => edit.at >= answer.answer.at && (steps.has(edit.target.split('.')[0]!) || edit.target.startsWith('new-step')));
  const supportSince = answersFeeding(conversation, 'first-time').some((given) => given.answer.at > answer.answer.at);
  if (editedSince || supportSince) return undefined;
  return { label: `Sure ${sure} out of 10: make the step smaller or add support`, jump: body.steps.find(({ who }) => who === 'me')?.id ?? at(material, 'confidence') };
}

/** Where nothing fitted there is no first time to ask about: the answer closed the prompt. */
const isFirstTimeAnswered = ({ conversation, body }: GateMaterial): boolean => promptFeeding(conversation, 'first-time') === undefined || answersFeeding(conversation, 'first-time').length > 0 || body.steps.some(({ firstTime, from }) => firstTime && from.some(({ kind }) => kind === 'edit'));

/** Absence counts only when it was asked for: every core prompt that could raise something, or the worker's own word. */
function checkRisks({ conversation, concerns, state, body }: GateMaterial): Missing {
  if (body.nothingRaised || concerns.length > 0) return undefined;
  const unasked = conversation.path.find(
    ({ id, core, triggers }) => (core || conversation.called.has(id) || conversation.required.has(id)) && triggers.some(({ raises }) => raises.length > 0) && !conversation.answers.has(id) && state.skipped.get(id) !== 'rather-not-say',
  );
  if (unasked) return { label: unasked.restricted ? 'One thing is still to be asked in private' : `Ask about ${unasked.topic.charAt(0).toLowerCase()}${unasked.topic.slice(1)}, or record that nothing was raised`, jump: unasked.id };
  const keptBack = conversation.fired.some(({ trigger }) => trigger.suppresses.length > 0);
  return keptBack ? { label: 'Some things could not be asked in company: ask in private, or record that nothing was raised', jump: 'nothing-raised' } : undefined;
}

function checkConsent(material: GateMaterial): Missing {
  const { body, conversation } = material;
  const jump = at(material, 'sharing') ?? at(material, 'consent');
  const supervisor = body.sharing.find(({ id }) => id === 'supervisor');
  if (supervisor && supervisor.answer !== 'yes') {
    const label = supervisor.answer === 'no' ? 'They said no to the supervisor reading it: talk about that first' : 'Ask whether the supervisor may read it';
    return { label, jump: at(material, 'consent') ?? jump };
  }
  const [missing] = recipientsWithoutAnswer(conversation, body.sharing);
  if (missing) return { label: `Ask about sharing it: ${missing.who}`, jump: missing.prompt };
  return body.sharing.length > 0 ? undefined : { label: 'Ask who may see it', jump };
}

function checkReview(material: GateMaterial): Missing {
  const { review } = material.body;
  if (!review) return { label: 'Agree a day to look at it together', jump: at(material, 'review') ?? 'review' };
  return review.on > dayInLondon(material.state.touchedAt) ? undefined : { label: 'The day to look at it together has passed', jump: 'review' };
}

function checkOwner({ tier, concerns, body }: GateMaterial): Missing {
  const ownerless = concerns.find((concern) => needsProfessional(concern) && !concern.owner?.trim());
  if (ownerless) return { label: 'Name the professional who takes the concern on', jump: `concern:${ownerless.id}` };
  return tier.is === 3 && body.others.length === 0 ? { label: 'Name the professional who shares this plan', jump: 'new-other' } : undefined;
}

function checkAdjustments(material: GateMaterial): Missing {
  const asked = promptFeeding(material.conversation, 'adjustments');
  if (!asked) return undefined;
  const answers = answersFeeding(material.conversation, 'adjustments');
  if (answers.length === 0 && !material.conversation.answers.has(asked.id)) return { label: 'Ask what makes talking, reading or meeting easier', jump: asked.id };
  const wanted = answers.some(({ part, choices, words }) => words || choices.some((choice) => tellsSomething(part, choice)));
  return wanted && material.body.adjustments.length === 0 ? { label: 'What makes it easier for them was taken out', jump: asked.id } : undefined;
}
