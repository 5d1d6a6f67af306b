/**
 * Whether a link worker is enough, with reasons (after the AHP framework for social prescribing, 2019: some people
 * find their own way, some need a link worker, some need a professional). It is about who should help, it is not a
 * measure of the person and is never shown to them.
 */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import { holdsThePlan } from './concerns';
import type { Concern, Finding, Tier } from './finding';
import { valuesOf, type Meanings } from './meanings';

const needsAssessment = new Set(['F05', 'F08', 'F09', 'F10', 'F11', 'F12', 'F13', 'F14', 'F16', 'F23', 'F26']);
const otherServiceLeads = new Set(['F04']);
const SEVERAL_BARRIERS = 3;

export function readTier(state: OpenCase, conversation: Conversation, meanings: Meanings, findings: readonly Finding[], concerns: readonly Concern[]): Tier {
  const own = tierFromAnswers(conversation, meanings, findings, concerns);
  if (!state.tierChange || own.is === 5 || isOutrun(state.tierChange, own, concerns)) return own;
  return { is: state.tierChange.tier as Tier['is'], why: [state.tierChange.reason], changedFrom: own.is };
}

/** What came up since asks for more than the worker chose: their reason was not about that. They may choose again. */
function isOutrun({ tier, at }: NonNullable<OpenCase['tierChange']>, own: Tier, concerns: readonly Concern[]): boolean {
  return own.is > tier && concerns.some((concern) => concern.since > at && concern.state !== 'set-aside' && (otherServiceLeads.has(concern.code) || needsProfessional(concern)));
}

function tierFromAnswers(conversation: Conversation, meanings: Meanings, findings: readonly Finding[], concerns: readonly Concern[]): Tier {
  const live = concerns.filter(({ state }) => state !== 'set-aside');
  const holding = live.filter(holdsThePlan);
  if (holding.length > 0) return { is: 5, why: holding.map(reasonOf) };
  // Once the service that leads has agreed, the plan is shared with it.
  const isWaited = (wanted: string): boolean => live.some(({ code, state }) => code === wanted && state !== 'answered');
  const leads = conversation.fired.filter(({ trigger }) => trigger.leads === 'other-service' && (trigger.raises.length === 0 || trigger.raises.some(({ code }) => isWaited(code)))).map(({ prompt, trigger }) => `${prompt.id}: ${trigger.why}`);
  const led = live.filter(({ code }) => otherServiceLeads.has(code));
  const leading = [...leads, ...led.filter(({ code }) => isWaited(code)).map(reasonOf)];
  if (leading.length > 0) return { is: 4, why: [...new Set(leading)] };
  const shared = conversation.fired.filter(({ trigger }) => trigger.leads === 'shared').map(({ prompt, trigger }) => `${prompt.id}: ${trigger.why}`);
  const assessed = live.filter(({ code, urgency }) => needsAssessment.has(code) && urgency !== 'ROUTINE').map(reasonOf);
  if (shared.length + assessed.length + led.length > 0) return { is: 3, why: [...new Set([...led.map(reasonOf), ...assessed, ...shared])] };
  return withinTheRole(meanings, findings, live);
}

function withinTheRole(meanings: Meanings, findings: readonly Finding[], live: readonly Concern[]): Tier {
  const barriers = findings.filter(({ kind }) => kind === 'barrier');
  const why: string[] = [];
  if (barriers.length >= SEVERAL_BARRIERS) why.push(`Several things get in the way: ${barriers.slice(0, 3).map(({ what }) => what).join('; ')}`);
  if (valuesOf(meanings, 'belief').includes('low')) why.push('Not sure of being able to make a small change');
  if (valuesOf(meanings, 'support').includes('no-one')) why.push('Nobody around to help');
  if (why.length > 0) return { is: 2, why };
  const confident = valuesOf(meanings, 'belief').includes('high') && valuesOf(meanings, 'support').includes('someone');
  if (barriers.length === 0 && live.length === 0 && confident) return { is: 0, why: ['Sure of themselves, with people around, and nothing in the way so far'] };
  const reasons = [...live.map(reasonOf), ...barriers.map(({ what }) => what)];
  return { is: 1, why: reasons.length === 0 ? ['Nothing that needs somebody else in what was said so far'] : reasons };
}

const reasonOf = ({ from, words, why }: Concern): string => {
  const source = from.find((candidate) => candidate.kind === 'choice' || candidate.kind === 'words');
  if (!source) return words;
  // A person's words stand as they said them, between quotation marks.
  const said = source.kind === 'choice' ? source.label.toLowerCase() : `\u201c${words}\u201d`;
  return `${source.prompt}: ${said} (${why.charAt(0).toLowerCase()}${why.slice(1)})`;
};

/** Whether a concern of this category needs a named professional before the plan can be agreed (tier 3). */
export const needsProfessional = ({ code, urgency, state }: Concern): boolean => state !== 'set-aside' && needsAssessment.has(code) && urgency !== 'ROUTINE';
