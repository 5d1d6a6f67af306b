/** What can be wrong with a framework as a whole: its order, its wording for the phone, and ways that lead nowhere. */
import type { Condition, Framework, PlanFeed, Prompt } from './framework';
import { repeated } from './repeated';

/** Short enough to say in one breath on the phone. */
export const MOST_PHONE_WORDS = 25;

/** Without these the plan could never be complete. */
const neededFeeds: readonly PlanFeed[] = ['what-matters', 'strengths', 'goal', 'activity', 'first-time', 'confidence', 'adjustments', 'sharing', 'copy', 'if-harder', 'review'];

/** Returns one sentence for each problem; none when every prompt has its place and can be reached. */
export function pathProblems(framework: Framework): string[] {
  const { sections, areas, prompts } = framework;
  const feeds = new Set(prompts.flatMap(({ parts }) => parts.map((part) => part.feeds)));
  const reachable = reachablePrompts(prompts);
  return [
    ...repeated(prompts.map(({ id }) => id)).map((id) => `Two prompts are called ${id}. Give each its own id.`),
    ...repeated(sections.map(({ id }) => id)).map((id) => `Two sections are called “${id}”. Give each its own id.`),
    ...repeated(areas.map(({ id }) => id)).map((id) => `Two areas are called “${id}”. Give each its own id.`),
    ...prompts.flatMap((prompt) => placeProblems(prompt, framework).map((problem) => `Prompt ${prompt.id}: ${problem}`)),
    ...areas.filter(({ id }) => !prompts.some(({ area }) => area === id)).map(({ id }) => `Area “${id}” has no prompt. Give it one, or leave it out.`),
    ...prompts.filter(({ id }) => !reachable.has(id)).map(({ id }) => `Prompt ${id} can never be reached. Let a rule call it, or change when it is shown.`),
    ...neededFeeds.filter((feed) => !feeds.has(feed)).map((feed) => `No part feeds “${feed}”, so no plan could be complete. Write "feeds": "${feed}" on the part that asks for it.`),
  ];
}

function placeProblems(prompt: Prompt, { sections, areas }: Framework): string[] {
  const section = sections.find(({ id }) => id === prompt.section);
  const area = areas.find(({ id }) => id === prompt.area);
  const spoken = prompt.phone.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return [
    ...(section ? [] : [`there is no section “${prompt.section}”. Name one that exists.`]),
    ...(section && section.side !== prompt.side ? [`it lies on another side than its section “${section.id}”. Let them agree.`] : []),
    ...(prompt.area !== undefined && !area ? [`there is no area “${prompt.area}”. Name one that exists.`] : []),
    ...(area && area.side !== prompt.side ? [`it lies on another side than its area “${area.id}”. Let them agree.`] : []),
    ...(prompt.side !== undefined && prompt.area === undefined ? ['it explores no area, so it would never count as talked about. Add "area".'] : []),
    ...(spoken > MOST_PHONE_WORDS ? [`the phone wording has ${spoken} words. Use at most ${MOST_PHONE_WORDS}.`] : []),
    ...(prompt.mandatory && (prompt.onlyWhenCalled || prompt.shownWhen.length > 0) ? ['it is mandatory and not always shown. Leave one of the two out.'] : []),
  ];
}

/** Grows from what is always there: a prompt is reached when something reachable shows it and, if need be, calls it. */
function reachablePrompts(prompts: readonly Prompt[]): ReadonlySet<string> {
  const reached = new Set<string>();
  for (let grows = true; grows; ) {
    const next = prompts.filter((prompt) => !reached.has(prompt.id) && isShownBy(prompt, reached) && (!prompt.onlyWhenCalled || isCalledBy(prompt, prompts, reached)));
    for (const { id } of next) reached.add(id);
    grows = next.length > 0;
  }
  return reached;
}

const isShownBy = ({ shownWhen }: Prompt, reached: ReadonlySet<string>): boolean => shownWhen.length === 0 || shownWhen.some((group) => group.every((condition) => mayHold(condition, reached)));

const isCalledBy = ({ id }: Prompt, prompts: readonly Prompt[], reached: ReadonlySet<string>): boolean =>
  prompts.some((prompt) => reached.has(prompt.id) && prompt.triggers.some(({ calls, when }) => calls.includes(id) && when.every((condition) => mayHold(condition, reached))));

const mayHold = (condition: Condition, reached: ReadonlySet<string>): boolean => !('prompt' in condition) || condition.prompt === undefined || reached.has(condition.prompt);
