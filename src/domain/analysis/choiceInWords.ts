import { labelOfChoice } from '../framework/choices';
import type { Prompt } from '../framework/framework';
import type { CaseReading } from './caseReading';

/** A choice as people say it: an activity by its name, as long as the list has it. A day is left as an ISO day, for the caller to say with or without its year. */
export function choiceInWords({ catalogue }: Pick<CaseReading, 'catalogue'>, prompt: Prompt, choice: string): string {
  const [kind, id] = choice.split(':');
  return (kind === 'activity' ? catalogue.activities.find((activity) => activity.id === id)?.name : undefined) ?? labelOfChoice(prompt, choice);
}
