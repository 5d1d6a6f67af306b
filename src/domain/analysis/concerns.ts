/** The concerns of a case: those that answers raise and those that the worker raised, with what people did about them. */
import type { ConcernRecord, OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Content } from '../framework/content';
import type { Urgency } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import { unique } from '../plan/sources';
import type { Concern } from './finding';

const soonest: readonly Urgency[] = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];
export const byUrgency = (a: { urgency: Urgency }, b: { urgency: Urgency }): number => soonest.indexOf(a.urgency) - soonest.indexOf(b.urgency);

/**
 * One concern for each category and urgency, however many answers raise it, the most urgent first. The urgency is in
 * the id: when an answer makes it more urgent, what was done about the milder one does not close the new one.
 */
export function readConcerns(state: OpenCase, conversation: Conversation, content: Content): readonly Concern[] {
  const merged = new Map<string, Concern>();
  for (const { code, urgency, why, from, restricted, prompt } of conversation.raised) {
    const id = `${code}-${urgency}`;
    const before = merged.get(id);
    const sources: readonly Source[] = unique([...(before?.from ?? []), ...from]);
    const by = sources.length > 0 && sources.every(({ kind }) => kind === 'words') ? 'words' : 'answer';
    const isRestricted = restricted || (before?.restricted ?? false) || (content.concerns.get(code)?.restricted ?? false);
    merged.set(id, { id, code, urgency, from: sources, why: before?.why ?? why, words: quoteOf(sources, prompt), restricted: isRestricted, by, ...whatWasDone(state.concerns.get(id), false) });
  }
  for (const record of state.concerns.values()) {
    if (!record.raised) continue;
    const { code, urgency, words } = record.raised;
    merged.set(record.id, { id: record.id, code, urgency, words, from: [], why: 'You raised this', restricted: content.concerns.get(code)?.restricted ?? true, by: 'worker', ...whatWasDone(record, true) });
  }
  return [...merged.values()].sort((a, b) => byUrgency(a, b) || a.id.localeCompare(b.id));
}

/** The worker's own worry is closed by a reply; a concern from an answer by a named owner. */
function whatWasDone(record: ConcernRecord | undefined, waitsForReply: boolean): Pick<Concern, 'state' | 'owner' | 'action'> {
  const owner = record?.owned && { owner: record.owned.owner, action: record.owned.action };
  if (record?.setAside) return { state: 'set-aside', ...owner };
  if (record?.answered) return { state: 'answered', ...owner };
  if (record?.owned && !waitsForReply) return { state: 'owned', ...owner };
  return { state: 'open', ...owner };
}

const quoteOf = (sources: readonly Source[], prompt: string): string =>
  sources.map((source) => (source.kind === 'words' ? source.quote : source.kind === 'choice' ? source.label : undefined)).find((text) => text !== undefined) ?? prompt;

/** A concern that must be taken on today or now keeps the plan back until a named person has it. */
export function holdsThePlan({ urgency, state }: Concern): boolean {
  return state === 'open' && (urgency === 'NOW' || urgency === 'TODAY');
}
