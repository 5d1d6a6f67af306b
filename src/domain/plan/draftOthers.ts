/** What other people do: services that were named, and what somebody has taken on. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Concern } from '../analysis/finding';
import { answersFeeding } from './fedAnswers';
import type { Other } from './frozenPlan';
import { capital, chosenLines, quotedLines, slug, standsIn, unique } from './sources';

export const safetyLine = { id: 'other-safety', owned: 'A safety action is open, and somebody named has taken it on.', open: 'A safety action is open, and nobody named has taken it on yet.' } as const;

/**
 * Of a restricted concern the plan says only that a safety action is open, once, and its source names no concern:
 * an id would tell its kind. A concern that was set aside, or that has no owner yet, has no line.
 */
export function draftOthers(state: OpenCase, conversation: Conversation, concerns: readonly Concern[]): Other[] {
  const services = answersFeeding(conversation, 'services');
  return [...quotedLines('service', services), ...chosenLines('service', services), ...onceEach(actions(state, conversation, concerns)), ...safety(concerns)];
}

function actions(state: OpenCase, conversation: Conversation, concerns: readonly Concern[]): Other[] {
  const mayShow = standsIn(conversation);
  return concerns
    .filter(({ restricted, state: stands, owner, action }) => !restricted && stands !== 'set-aside' && owner && action)
    .map(({ id, owner, action, from }) => {
      const when = state.concerns.get(id)?.owned?.when;
      return { id: `other-${slug(id)}`, text: capital(action!.trim()), from: [{ kind: 'concern' as const, concern: id }, ...from.filter(mayShow)], quoted: false, owner: owner!, ...(when ? { when } : {}) };
    });
}

/** One thing that somebody does about several concerns is one line, under the id of the first. */
function onceEach(actions: readonly Other[]): Other[] {
  const found = new Map<string, Other>();
  for (const each of actions) {
    const key = JSON.stringify([each.text, each.owner, each.when].map((words) => words?.trim().toLowerCase()));
    const same = found.get(key);
    found.set(key, same ? { ...same, from: unique([...same.from, ...each.from]) } : each);
  }
  return [...found.values()];
}

function safety(concerns: readonly Concern[]): Other[] {
  const live = concerns.filter(({ restricted, state }) => restricted && (state === 'open' || state === 'owned'));
  if (live.length === 0) return [];
  const text = live.every(({ owner }) => owner) ? safetyLine.owned : safetyLine.open;
  return [{ id: safetyLine.id, text, from: [{ kind: 'concern', concern: 'safety' }], quoted: false }];
}
