/** The answers that feed one block of the plan, wherever in the framework they were asked. */
import type { Answer } from '../case/case';
import type { Conversation } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import { labelOfChoice, offers, optionsOf } from '../framework/choices';
import type { Option, Part, PlanFeed, Prompt } from '../framework/framework';
import type { Source } from './frozenPlan';

export type ChoiceSource = Extract<Source, { kind: 'choice' }>;
export type WordsSource = Extract<Source, { kind: 'words' }>;
export type FedAnswer = { readonly prompt: Prompt; readonly part: Part; readonly answer: Answer; readonly choices: readonly ChoiceSource[]; readonly words?: WordsSource };

/** Answers to open prompts alone, in the framework's order. A restricted prompt feeds nothing, whatever its parts say. */
export function answersFeeding(conversation: Conversation, feed: PlanFeed): readonly FedAnswer[] {
  let fed = byFeed.get(conversation);
  if (!fed) byFeed.set(conversation, (fed = readFeeds(conversation)));
  return fed.get(feed) ?? [];
}

/** The header of every card and each block of a plan asks, so all of a conversation is sorted once. */
const byFeed = new WeakMap<Conversation, ReadonlyMap<PlanFeed, readonly FedAnswer[]>>();

function readFeeds({ open, answers }: Conversation): ReadonlyMap<PlanFeed, readonly FedAnswer[]> {
  const fed = new Map<PlanFeed, FedAnswer[]>();
  for (const prompt of open) {
    const answer = answers.get(prompt.id);
    if (!answer) continue;
    for (const told of fedBy(prompt, answer)) {
      const feed = told.part.feeds!;
      const before = fed.get(feed);
      if (before) before.push(told);
      else fed.set(feed, [told]);
    }
  }
  return fed;
}

const fedBy = perAnswer((prompt, answer) => (prompt.restricted ? [] : prompt.parts.flatMap((part) => (part.feeds === undefined ? [] : readPart(prompt, part, answer)))));

function readPart(prompt: Prompt, part: Part, answer: Answer): FedAnswer[] {
  const choices = answer.choices.filter((choice) => offers(part, choice)).map((choice): ChoiceSource => ({ kind: 'choice', prompt: prompt.id, choice, label: labelOfChoice(prompt, choice) }));
  const said = part.kind === 'words' ? answer.words?.trim() : undefined;
  if (choices.length === 0 && !said) return [];
  return [{ prompt, part, answer, choices, ...(said ? { words: { kind: 'words' as const, prompt: prompt.id, quote: said } } : {}) }];
}

/** The prompt to open when a block of the plan is missing; undefined when this framework, or this branch of it, has none. */
export function promptFeeding({ open }: Pick<Conversation, 'open'>, feed: PlanFeed): Prompt | undefined {
  return open.find(({ parts }) => parts.some(({ feeds }) => feeds === feed));
}

function optionOf(part: Part, choice: string): Option | undefined {
  return optionsOf(part).find(({ id }) => id === choice);
}

/** "None of these" stands alone and "other" only leads to words: neither says anything in a plan. */
export function tellsSomething(part: Part, { choice, label }: ChoiceSource): boolean {
  return !optionOf(part, choice)?.alone && !/^(?:other|something else)\b/i.test(label);
}
