import type { CaseReading } from '../analysis/caseReading';
import type { Concern, Tier } from '../analysis/finding';
import { isSafetyAction } from '../analysis/safetyAction';
import { FrozenPlan } from './frozenPlan';

type Frozen = Pick<CaseReading, 'state' | 'conversation' | 'concerns' | 'noted' | 'tier' | 'plan' | 'gate'>;

/**
 * The plan as a reader will see it from now on, under the next version number. It is a copy: nothing that happens
 * to the case later changes it. It holds no observation, no restricted note and no reason that tells of a restricted
 * concern, because a reviewer may open the whole of it.
 */
export function freezePlan({ state, conversation, concerns, noted, tier, plan, gate }: Frozen): FrozenPlan {
  const open = concerns.filter(isSafetyAction);
  const owner = open.find((concern) => concern.owner)?.owner;
  return FrozenPlan.parse(
    structuredClone({
      version: (state.submissions.at(-1)?.plan.version ?? 0) + 1,
      framework: state.framework,
      ...(state.chosen ? { catalogue: state.chosen.catalogue } : {}),
      body: plan(),
      // Where to mend an item is for the worker: a jump may name a restricted concern.
      gate: gate().map(({ id, ok, label }) => ({ id, ok, label })),
      tier: { is: tier.is, why: reasonsToShow(tier, [...concerns, ...noted], new Set(conversation.open.filter(({ restricted }) => restricted).map(({ id }) => id))) },
      safety: { open: open.length, ...(owner === undefined ? {} : { owner }) },
    }),
  );
}

/** A reason is dropped when it names a restricted prompt, or repeats what a restricted concern, the worker's own worry or any note says. */
function reasonsToShow({ why }: Tier, concerns: readonly Concern[], restrictedPrompts: ReadonlySet<string>): string[] {
  const restricted = concerns.filter((concern) => concern.restricted).flatMap((concern) => [concern.words, concern.why, ...concern.from.map((source) => (source.kind === 'choice' ? source.label : source.kind === 'words' ? source.quote : '')), ...concern.mentions.map(({ words }) => words)]);
  const notForReviewers = concerns.flatMap(({ by, words, mentions }) => [...(by === 'worker' ? [words] : []), ...mentions.filter(({ where }) => where.kind !== 'answer').map((mention) => mention.words)]);
  const hidden = [...restricted, ...notForReviewers]
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text.length > 3);
  const mayShow = (reason: string) => !restrictedPrompts.has(reason.split(':')[0]!) && !hidden.some((text) => reason.toLowerCase().includes(text));
  const shown = why.filter(mayShow);
  return shown.length === why.length ? shown : [...shown, 'A safety action'];
}
