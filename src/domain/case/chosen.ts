/** The activity that is chosen now. The choice rests on the answer to its prompt: changed to "not now", or gone, it is chosen no longer. */
import type { OpenCase } from './case';
import type { Conversation } from './conversation';

/** What was chosen, as long as the open answers still say so; a framework without such a prompt leaves the choice alone. */
export function chosenNow({ chosen }: OpenCase, { open, answers }: Pick<Conversation, 'open' | 'answers'>): OpenCase['chosen'] {
  const asked = open.filter(({ parts }) => parts.some(({ kind }) => kind === 'activity'));
  if (!chosen || asked.length === 0) return chosen;
  return asked.some(({ id }) => answers.get(id)?.choices.includes(`activity:${chosen.activity}`)) ? chosen : undefined;
}
