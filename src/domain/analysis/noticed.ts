/** The one line that the worker sees between turns: what the last answer told. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Concern, Finding } from './finding';
import type { Source } from '../plan/frozenPlan';

type ToNotice = {
  readonly state: OpenCase;
  readonly conversation: Conversation;
  readonly concerns: readonly Concern[];
  /** Read only when nothing more pressing is to be said. */
  readonly findings: () => readonly Finding[];
};

export function readNoticed({ state, conversation: { fired }, concerns, findings }: ToNotice): string | undefined {
  if (state.position?.kind !== 'answered') return undefined;
  const last = state.position.prompt;
  const restsOnLast = (from: readonly Source[]) => from.some((source) => 'prompt' in source && source.prompt === last);
  const waiting = concerns.find((concern) => concern.state === 'open' && concern.urgency !== 'ROUTINE' && restsOnLast(concern.from));
  if (waiting) return `Somebody else may need to be involved: ${waiting.why.charAt(0).toLowerCase()}${waiting.why.slice(1)}.`;
  const says = fired.find(({ prompt, trigger }) => prompt.id === last && trigger.says !== undefined)?.trigger.says;
  if (says) return says;
  const told = findings().filter(({ from }) => restsOnLast(from));
  const barrier = told.find(({ kind }) => kind === 'barrier');
  if (barrier) return `In the way: ${barrier.what}.`;
  const enabler = told.find(({ kind }) => kind === 'enabler');
  return enabler && `It helps: ${enabler.what}.`;
}
