/** Which one to three prompts would tell most next, and why. The worker is free to go anywhere. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import { isWaiting } from '../case/steps';
import type { Prompt } from '../framework/framework';
import type { AreaCoverage, Suggestion } from './finding';

const MOST = 3;

/** In this order: what an answer called, areas nobody has spoken of (one prompt each), then what the plan needs. */
export function readSuggestions(state: OpenCase, conversation: Conversation, coverage: readonly AreaCoverage[]): readonly Suggestion[] {
  const waiting = conversation.open.filter((prompt) => isWaiting(prompt, state, conversation));
  const called = waiting.filter(({ id }) => conversation.called.has(id)).map((prompt) => suggestion(prompt, conversation.called.get(prompt.id)!));
  const required = waiting.filter(({ id, mandatory }) => mandatory || conversation.required.has(id)).map((prompt) => suggestion(prompt, 'The plan needs it'));
  const untouched = coverage
    .filter((area) => area.state === 'not-yet')
    .flatMap((area) => {
      const prompt = waiting.find((candidate) => candidate.area === area.area && candidate.core) ?? waiting.find((candidate) => candidate.area === area.area && !candidate.onlyWhenCalled);
      return prompt ? [suggestion(prompt, `Nothing yet about ${area.label.toLowerCase()}`)] : [];
    });
  const seen = new Set<string>();
  return [...called, ...untouched, ...required].filter(({ prompt }) => !seen.has(prompt) && seen.add(prompt)).slice(0, MOST);
}

const suggestion = ({ id, topic }: Prompt, why: string): Suggestion => ({ prompt: id, topic, why });
