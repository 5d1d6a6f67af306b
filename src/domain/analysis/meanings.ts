/** What the open answers mean, each meaning with the answers it rests on. */
import type { Conversation } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import { labelOfChoice, optionsBehind } from '../framework/choices';
import type { Meaning } from '../framework/meaning';
import type { Source } from '../plan/frozenPlan';

export type Meanings = ReadonlyMap<Meaning, readonly Source[]>;

/** A grid choice carries the meanings of its row and of its column. */
export function readMeanings({ open, answers, fired }: Conversation): Meanings {
  const meanings = new Map<Meaning, Source[]>();
  const add = (meaning: Meaning, ...sources: readonly Source[]) => {
    const before = meanings.get(meaning);
    if (before) before.push(...sources);
    else meanings.set(meaning, [...sources]);
  };
  for (const prompt of open) {
    const answer = answers.get(prompt.id);
    if (answer) for (const { meaning, source } of meaningsOf(prompt, answer)) add(meaning, source);
  }
  for (const { trigger, from } of fired) for (const meaning of trigger.means) add(meaning, ...from);
  return meanings;
}

const meaningsOf = perAnswer((prompt, { choices }) =>
  choices.flatMap((choice) => {
    const source: Source = { kind: 'choice', prompt: prompt.id, choice, label: labelOfChoice(prompt, choice) };
    return optionsBehind(prompt, choice).flatMap((option) => option.means.map((meaning) => ({ meaning, source })));
  }),
);

/** The meanings of one kind, without the kind: valuesOf(meanings, 'company') -> ['small']. */
export function valuesOf(meanings: Meanings, kind: string): readonly string[] {
  const known = byKind.get(meanings) ?? groupByKind(meanings);
  byKind.set(meanings, known);
  return known.get(kind) ?? none;
}

const none: readonly string[] = [];
const byKind = new WeakMap<Meanings, ReadonlyMap<string, readonly string[]>>();

/** Asked for by every check of every activity, so they are put apart once. */
function groupByKind(meanings: Meanings): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>();
  for (const meaning of meanings.keys()) {
    const colon = meaning.indexOf(':');
    const [kind, value] = [meaning.slice(0, colon), meaning.slice(colon + 1)];
    kinds.get(kind)?.push(value) ?? kinds.set(kind, [value]);
  }
  return kinds;
}

/** How an interest stands: the rows of a grid with the column that was chosen for each. */
export function interestsOf({ open, answers }: Conversation): readonly { readonly family: string; readonly enjoys: string; readonly source: Source }[] {
  return open.flatMap((prompt) => {
    const answer = answers.get(prompt.id);
    return answer ? interestsIn(prompt, answer) : [];
  });
}

const interestsIn = perAnswer((prompt, { choices }) =>
  choices.flatMap((choice) => {
    const means = optionsBehind(prompt, choice).flatMap((option) => option.means);
    const family = means.find((meaning) => meaning.startsWith('interest:'))?.slice('interest:'.length);
    if (!family) return [];
    const enjoys = means.find((meaning) => meaning.startsWith('enjoys:'))?.slice('enjoys:'.length) ?? 'now';
    return [{ family, enjoys, source: { kind: 'choice' as const, prompt: prompt.id, choice, label: labelOfChoice(prompt, choice) } }];
  }),
);
