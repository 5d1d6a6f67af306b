/** What can be wrong with the rules of a prompt: when it is shown and what its answers set off. */
import { matchesChoice, offers } from './choices';
import { promptOf, type Condition, type Framework, type Part, type Prompt, type Trigger } from './framework';

/** Returns one sentence for each problem; none when the rules make sense. */
export function triggerProblems(prompt: Prompt, framework: Framework): string[] {
  const shown = prompt.shownWhen.flat().flatMap((condition) => conditionProblems(condition, prompt, framework).map((problem) => `shownWhen ${problem}`));
  const rules = prompt.triggers.flatMap((trigger) => ruleProblems(trigger, prompt, framework).map((problem) => `the rule “${trigger.why}” ${problem}`));
  return [...shown, ...rules].map((problem) => `Prompt ${prompt.id}: ${problem}`);
}

function ruleProblems(trigger: Trigger, prompt: Prompt, framework: Framework): string[] {
  const named = (['calls', 'suppresses', 'requires'] as const).flatMap((effect) =>
    trigger[effect].filter((id) => !promptOf(framework, id)).map((id) => `${effect} ${id}, and there is no such prompt. Name one that exists.`),
  );
  const mandatory = trigger.suppresses.filter((id) => promptOf(framework, id)?.mandatory).map((id) => `suppresses ${id}, which is mandatory. Leave one of the two out.`);
  const itself = trigger.calls.includes(prompt.id) ? ['calls its own prompt. Leave that out.'] : [];
  return [...trigger.when.flatMap((condition) => conditionProblems(condition, prompt, framework)), ...named, ...mandatory, ...itself, ...effectProblems(trigger, prompt)];
}

function effectProblems(trigger: Trigger, prompt: Prompt): string[] {
  const { calls, suppresses, requires, raises, means, suggestsExit, says, leads, barrier, enabler, side } = trigger;
  const tells = [suggestsExit, says, leads, barrier, enabler].some((effect) => effect !== undefined);
  if (!tells && [calls, suppresses, requires, raises, means].every((list) => list.length === 0)) return ['does nothing. Say what it sets off.'];
  if (barrier === undefined && enabler === undefined) return [];
  if (barrier !== undefined && enabler !== undefined) return ['tells a barrier and an enabler. Keep one of them.'];
  if (prompt.restricted) return ['tells something that would travel with the plan, and this prompt is restricted. Leave it out.'];
  return side === undefined && prompt.side === undefined ? ['does not say on which side it lies. Add "side".'] : [];
}

function conditionProblems(condition: Condition, self: Prompt, framework: Framework): string[] {
  if ('ageAtLeast' in condition || 'ageBelow' in condition || 'concern' in condition || 'mode' in condition) return [];
  const prompt = condition.prompt === undefined ? self : promptOf(framework, condition.prompt);
  if (!prompt) return [`asks about ${condition.prompt}, and there is no such prompt. Name one that exists.`];
  if ('words' in condition) return [];
  if ('scaleAtMost' in condition) return scaleProblems(condition.scaleAtMost, prompt);
  if ('scaleAtLeast' in condition) return scaleProblems(condition.scaleAtLeast, prompt);
  const patterns = 'any' in condition ? condition.any : 'count' in condition ? condition.count : condition.answeredWithout;
  return patterns.filter((pattern) => !prompt.parts.some((part) => isOffered(part, pattern))).map((pattern) => `waits for “${pattern}”, which ${prompt.id} does not offer. Use a choice that it has.`);
}

function scaleProblems(number: number, prompt: Prompt): string[] {
  const scale = prompt.parts.find((part) => part.kind === 'scale');
  if (!scale) return [`waits for a number, and ${prompt.id} has no scale.`];
  return number >= scale.from && number <= scale.to ? [] : [`waits for ${number}, and ${prompt.id} runs from ${scale.from} to ${scale.to}.`];
}

function isOffered(part: Part, pattern: string): boolean {
  if (pattern === '*') return part.kind !== 'words';
  if (part.kind === 'grid') return part.rows.some((row) => part.columns.some((column) => matchesChoice(pattern, `${row.id}:${column.id}`)));
  return offers(part, pattern) || (part.kind === 'activity' && pattern === 'activity:*');
}
