/** What the worker does about activities: looking for one, choosing one, saying no, or that nothing fits. */
import type { CaseReading } from '../analysis/caseReading';
import type { OpenCase } from './case';
import { chosenNow } from './chosen';
import { accept, refuse, type Decision, type Envelope } from './decision';
import type { Heard, Reply } from '../learnt/learnt';
import type { CaseEvent } from './event';
import { optionalText } from './optionalText';
import { asksForActivity } from './steps';

export type OptionCommand =
  /** `from` is how many of what was found come before those that are shown. */
  | { type: 'SearchActivities'; words: string; from: number }
  | { type: 'ChooseOption'; activity: string; name: string; catalogue: string }
  | { type: 'DeclineOption'; activity: string; reason?: string }
  | { type: 'NothingFits'; want: string; barrier?: string }
  | { type: 'NotNow' }
  | { type: 'RecordRung'; activity: string; heard: Heard }
  | { type: 'RecordReply'; reply: Reply };

/** What was offered may be chosen, and what was looked for, as long as no gate is shut: whether it fits is for the person to say. */
export function decideOption(command: OptionCommand, envelope: Envelope, state: OpenCase, reading: CaseReading): Decision {
  const prompt = reading.conversation.open.find(asksForActivity)?.id;
  const words = prompt === undefined ? undefined : state.answers.get(prompt)?.words;
  const answered = (choices: string[], how: 'card' | 'kept' = 'card'): CaseEvent[] => (prompt === undefined ? [] : [{ type: 'PromptAnswered', ...envelope, prompt, choices, how, ...(words === undefined ? {} : { words }) }]);
  const chosen = chosenNow(state, reading.conversation)?.activity;
  switch (command.type) {
    case 'SearchActivities':
      return searched(command, envelope, state);
    case 'ChooseOption': {
      // Gone back to, and kept: the talk goes on from there.
      if (chosen === command.activity) return reading.step && asksForActivity(reading.step) ? accept(...answered([`activity:${command.activity}`])) : refuse('nothing-changed');
      if (!mayBeChosen(command.activity, reading)) return refuse('activity-not-offered');
      return accept({ type: 'OptionChosen', ...envelope, activity: command.activity, name: command.name, catalogue: command.catalogue }, ...answered([`activity:${command.activity}`]));
    }
    case 'DeclineOption': {
      if (!reading.standingOf(command.activity)) return refuse('activity-not-offered');
      const declined: CaseEvent = { type: 'OptionDeclined', ...envelope, activity: command.activity, ...optionalText('reason', command.reason) };
      return chosen === command.activity ? accept(declined, ...answered([], 'kept')) : accept(declined);
    }
    case 'NothingFits':
      return accept({ type: 'NothingFitted', ...envelope, want: command.want, ...optionalText('barrier', command.barrier) }, ...answered(['something-else']));
    case 'RecordRung':
      return reading.standingOf(command.activity) ? accept({ type: 'ActivityRung', ...envelope, activity: command.activity, heard: command.heard }) : refuse('activity-not-offered');
    case 'RecordReply':
      return chosen === undefined ? refuse('activity-not-offered') : accept({ type: 'IntroductionAnswered', ...envelope, activity: chosen, reply: command.reply });
    case 'NotNow':
      return accept(...answered(['not-now']));
  }
}

/** The same page of the same search again is nothing new. */
function searched({ words, from }: Extract<OptionCommand, { type: 'SearchActivities' }>, envelope: Envelope, { searches }: OpenCase): Decision {
  const asked = words.trim();
  if (asked === '') return refuse('words-missing');
  const last = searches.at(-1);
  return last?.words === asked && last.from === from ? accept() : accept({ type: 'ActivitiesSearched', ...envelope, words: asked, from });
}

function mayBeChosen(activity: string, reading: CaseReading): boolean {
  const { options, heldBack } = reading.options();
  if (heldBack !== undefined) return false;
  if (options.some((option) => option.activity.id === activity)) return true;
  const standing = reading.standingOf(activity);
  return standing !== undefined && standing.gate === undefined;
}
