/** Words that were not meant as an answer leave it again, and their prompt is asked as before. What was typed stays in the history. */
import type { CaseReading } from '../analysis/caseReading';
import type { OpenCase } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';

export type TakeBackCommand = { type: 'TakeBackWords'; prompt: string; words: string };

export function takeBackWords({ prompt, words }: TakeBackCommand, envelope: Envelope, state: OpenCase, { conversation }: CaseReading): Decision {
  if (!conversation.open.some(({ id }) => id === prompt)) return refuse('prompt-not-open');
  const answer = state.answers.get(prompt);
  const lines = answer?.words?.split('\n') ?? [];
  const at = lines.lastIndexOf(words);
  if (!answer || at === -1) return refuse('nothing-changed');
  const rest = lines.toSpliced(at, 1).join('\n');
  return accept({ type: 'PromptAnswered', ...envelope, prompt, choices: [...answer.choices], how: 'kept', ...(rest === '' ? {} : { words: rest }) }, { type: 'PromptOpened', ...envelope, prompt });
}
