/** The one line that the worker sees between turns: what the last answer told, or what would tell most next, other than the prompt that is shown. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Concern, Finding, Suggestion } from './finding';
import type { Source } from '../plan/frozenPlan';

type ToNotice = {
  readonly state: OpenCase;
  readonly conversation: Conversation;
  readonly concerns: readonly Concern[];
  /** The prompt that is shown. */
  readonly shown: string | undefined;
  /** Read only when nothing more pressing is to be said. */
  readonly findings: () => readonly Finding[];
  readonly suggestions: () => readonly Suggestion[];
};

export function readNoticed({ state, conversation: { fired }, concerns, shown, findings, suggestions }: ToNotice): string | undefined {
  const last = state.position?.prompt;
  const restsOnLast = (from: readonly Source[]) => from.some((source) => 'prompt' in source && source.prompt === last);
  const waiting = concerns.find((concern) => concern.state === 'open' && concern.urgency !== 'ROUTINE' && restsOnLast(concern.from));
  if (waiting) return `Somebody else may need to be involved: ${waiting.why.charAt(0).toLowerCase()}${waiting.why.slice(1)}.`;
  const says = fired.find(({ prompt, trigger }) => prompt.id === last && trigger.says !== undefined)?.trigger.says;
  if (says) return says;
  const told = findings().filter(({ from }) => restsOnLast(from));
  const barrier = told.find(({ kind }) => kind === 'barrier');
  if (barrier) return `In the way: ${barrier.what}.`;
  const enabler = told.find(({ kind }) => kind === 'enabler');
  if (enabler) return `It helps: ${enabler.what}.`;
  const next = suggestions().find(({ prompt }) => prompt !== shown);
  return next && `A good one to ask next is ${next.topic}.`;
}
