/** The activity that is chosen now. The choice rests on the answer to its prompt: changed to "not now", or gone, it is chosen no longer. */
import type { OpenCase } from './case';
import type { Conversation } from './conversation';

type Answered = Pick<Conversation, 'open' | 'answers'>;

/** A framework without such a prompt leaves the choice alone. */
export function isStillChosen(activity: string, { open, answers }: Answered): boolean {
  const asked = open.filter(({ parts }) => parts.some(({ kind }) => kind === 'activity'));
  return asked.length === 0 || asked.some(({ id }) => answers.get(id)?.choices.includes(`activity:${activity}`));
}

/** What was chosen, as long as the open answers still say so. */
export function chosenNow({ chosen }: OpenCase, conversation: Answered): OpenCase['chosen'] {
  return chosen && isStillChosen(chosen.activity, conversation) ? chosen : undefined;
}
