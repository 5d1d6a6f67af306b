/**
 * How a prompt is cut into cards, and which comes next. A tile answers and moves on, so each row of tiles is a card
 * of its own, with the optional words box that follows it; lists and words share one card with one button.
 */
import { offers, optionsOf } from '../framework/choices';
import type { Part, Prompt } from '../framework/framework';
import type { Answer, OpenCase } from './case';
import type { Conversation } from './conversation';

const isTiles = (part: Part): boolean => part.kind === 'one' || part.kind === 'scale' || part.kind === 'goal' || part.kind === 'activity' || part.kind === 'day';

const cut = new WeakMap<Prompt, readonly (readonly Part[])[]>();

/** The cards of a prompt, each a list of parts; never empty. */
export function cardsOf(prompt: Prompt): readonly (readonly Part[])[] {
  const known = cut.get(prompt) ?? cutInCards(prompt);
  cut.set(prompt, known);
  return known;
}

function cutInCards(prompt: Prompt): readonly (readonly Part[])[] {
  const cards: Part[][] = [];
  for (const part of prompt.parts) {
    const last = cards.at(-1);
    const joins = last && (isTiles(part) ? false : isTiles(last[0]!) ? part.kind === 'words' && part.optional && last.length === 1 : true);
    if (joins) last.push(part);
    else cards.push([part]);
  }
  return cards;
}

/** The card that shows this part; the first one when the part is not named or not there. */
export function cardWith(prompt: Prompt, part: string | undefined): readonly Part[] {
  const cards = cardsOf(prompt);
  return cards.find((parts) => parts.some(({ id }) => id === part)) ?? cards[0]!;
}

/** The card after this part, or undefined when the prompt is done. A choice that stands alone ends its prompt. */
export function cardAfter(prompt: Prompt, part: string | undefined, answer: Answer | undefined): readonly Part[] | undefined {
  if (part === undefined || endsItsPrompt(prompt, answer)) return undefined;
  const cards = cardsOf(prompt);
  const index = cards.findIndex((parts) => parts.some(({ id }) => id === part));
  return cards.slice(index + 1).find((parts) => !isAnswered(parts, answer));
}

const endsItsPrompt = (prompt: Prompt, answer: Answer | undefined): boolean =>
  prompt.parts.some((part) => optionsOf(part).some(({ id, alone }) => alone && (part.kind === 'one' || part.kind === 'many') && answer?.choices.includes(id)));

const isAnswered = (parts: readonly Part[], answer: Answer | undefined): boolean =>
  parts.some((part) => (part.kind === 'words' ? answer?.words !== undefined : answer?.choices.some((choice) => offers(part, choice))));

/** Whether an activity is to be chosen there. */
export const asksForActivity = ({ parts }: { readonly parts: readonly Part[] }): boolean => parts.some(({ kind }) => kind === 'activity');

export type Step = { readonly prompt: Prompt; readonly parts: readonly Part[] };

/** The card to show now: the prompt that was opened, the rest of the one just answered, or the next on the path. */
export function stepNow(state: OpenCase, conversation: Conversation): Step | undefined {
  const { position } = state;
  const here = position && conversation.open.find(({ id }) => id === position.prompt);
  if (here && position.kind === 'opened') return { prompt: here, parts: position.part === undefined ? firstCard(here, conversation) : cardWith(here, position.part) };
  if (here && position.kind === 'answered') {
    const rest = cardAfter(here, position.part, conversation.answers.get(here.id));
    if (rest) return { prompt: here, parts: rest };
  }
  const next = nextPrompt(state, conversation);
  return next && { prompt: next, parts: firstCard(next, conversation) };
}

/** With one goal there is nothing to choose between, so that card is left out. */
function firstCard(prompt: Prompt, conversation: Conversation): readonly Part[] {
  const cards = cardsOf(prompt);
  const chooses = (parts: readonly Part[]) => parts[0]?.kind === 'goal' && goalsSaid(conversation).length < 2;
  return cards.find((parts) => !chooses(parts)) ?? cards[0]!;
}

/** The goals in the person's words, a line each. */
export function goalsSaid({ open, answers }: Conversation): readonly string[] {
  return open
    .filter(({ parts }) => parts.some(({ feeds }) => feeds === 'goal'))
    .flatMap(({ id }) => (answers.get(id)?.words ?? '').split('\n'))
    .filter((line) => line.trim() !== '');
}

/**
 * The next prompt that waits: first what the last answer called, then on from where the talk was called away, what was
 * not shown yet before what was passed by, then round to what was left.
 */
export function nextPrompt(state: OpenCase, conversation: Conversation): Prompt | undefined {
  const { position, trail } = state;
  const waiting = conversation.path.filter((prompt) => isWaiting(prompt, state, conversation));
  const seen = new Set(trail);
  const unseen = waiting.filter(({ id }) => !seen.has(id));
  const line = callersOf(position?.prompt, trail, conversation);
  const places = new Map(conversation.path.map(({ id }, place) => [id, place]));
  const after = (prompts: readonly Prompt[], id: string | undefined) => {
    const here = (id === undefined ? undefined : places.get(id)) ?? -1;
    return prompts.find((prompt) => places.get(prompt.id)! > here);
  };
  const calledNow = position?.kind === 'answered' ? waiting.find(({ id }) => calls(position.prompt, id, conversation)) : undefined;
  return calledNow ?? unseen.find(({ id }) => line.some((caller) => calls(caller, id, conversation))) ?? after(unseen, line.at(-1)) ?? after(waiting, position?.prompt) ?? waiting[0];
}

const calls = (caller: string, id: string, { fired }: Conversation): boolean => fired.some(({ prompt, trigger }) => prompt.id === caller && trigger.calls.includes(id));

/** This prompt, the one on the trail that called it, the one that called that, and so on back to where the talk was. */
function callersOf(id: string | undefined, trail: readonly string[], conversation: Conversation): readonly string[] {
  if (id === undefined) return [];
  const earlier = trail.slice(0, Math.max(trail.indexOf(id), 0));
  const callers = new Set(conversation.fired.flatMap(({ prompt, trigger }) => (trigger.calls.includes(id) ? [prompt.id] : [])));
  const caller = earlier.findLast((before) => callers.has(before));
  return caller === undefined ? [id] : [id, ...callersOf(caller, earlier, conversation)];
}

/** Prompts without an answer, a skip or a place in the car park; one about the step waits for a step. */
export function isWaiting(prompt: Prompt, state: OpenCase, conversation: Conversation): boolean {
  const { id } = prompt;
  return !conversation.answers.has(id) && !state.skipped.has(id) && !state.parked.has(id) && !(isAboutStep(prompt) && endedWithoutStep(state, conversation));
}

const isAboutStep = ({ parts }: Prompt): boolean => parts.some(({ feeds }) => feeds === 'if-then' || feeds === 'confidence');

/** "Not now" and "nothing fits" leave no step, unless the person named one instead or the worker added one to the plan. */
function endedWithoutStep({ edits }: OpenCase, { open, answers }: Conversation): boolean {
  const chosen = open.filter(asksForActivity).flatMap(({ id }) => answers.get(id) ?? []);
  const isSettled = chosen.length > 0 && chosen.every(({ choices, words }) => words === undefined && choices.length > 0 && !choices.some((choice) => choice.startsWith('activity:')));
  return isSettled && !edits.some(({ target, text }) => target === 'new-step' && text !== null);
}

/** The prompt before this one on the person's trail, for Back. */
export function previousPrompt(state: OpenCase, conversation: Conversation, step = stepNow(state, conversation)): Prompt | undefined {
  const current = step?.prompt.id;
  const trail = state.trail.filter((id) => conversation.open.some((prompt) => prompt.id === id));
  const index = current === undefined ? -1 : trail.lastIndexOf(current);
  const before = index > 0 ? trail[index - 1] : index === 0 ? undefined : trail.at(-1);
  return before === undefined ? undefined : conversation.open.find((prompt) => prompt.id === before);
}
