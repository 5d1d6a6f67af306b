/** Who may see the plan: what was said at the start and what was said at the end, put together. */
import type { Conversation } from '../case/conversation';
import { optionsBehind } from '../framework/choices';
import { answersFeeding, type ChoiceSource } from './fedAnswers';
import type { Share } from './frozenPlan';

type Consent = { readonly isProvider: boolean; readonly id: string; readonly who: string; readonly answer: Share['answer']; readonly at: string; readonly source: ChoiceSource };
/** The id under which leave to take notes is kept. */
const notes = 'notes';
const supervisor = 'supervisor';

/**
 * One answer for each recipient. "Ask me each time" is a request to be asked, so a yes or no given to it stands;
 * between yes and no the later answer stands, and at the same moment the more specific prompt, which comes last.
 */
export function draftSharing(conversation: Conversation): Share[] {
  return recipients(conversation).map(({ id, who, answer, source }) => ({ id, who, answer, from: [source] }));
}

/** Whether they said no to notes or to their supervisor, and nothing else since: without that leave no plan is shown for review, nor decided on. */
export const isReviewRefused = (conversation: Conversation): boolean => standing(conversation).some(({ id, answer }) => (id === notes || id === supervisor) && answer === 'no');

/** Whom a plan that was frozen before says may see it or may be asked about, and to whom they have said no since. */
export function takenBackSince(frozen: readonly Share[], conversation: Conversation): readonly string[] {
  const before = new Map(frozen.map(({ id, answer }) => [id, answer]));
  return recipients(conversation).flatMap(({ id, who, answer }) => (answer === 'no' && (before.get(id) ?? 'no') !== 'no' ? [who] : []));
}

/** What they said of telling whoever runs the activity; undefined while nobody has asked. */
export function introductionConsent(conversation: Conversation): { readonly answer: Share['answer']; readonly source: ChoiceSource } | undefined {
  return recipients(conversation).find(({ isProvider }) => isProvider);
}

/** Leave to take notes is no recipient. */
const recipients = (conversation: Conversation): readonly Consent[] => standing(conversation).filter(({ id }) => id !== notes);

function standing(conversation: Conversation): readonly Consent[] {
  const shares = new Map<string, Consent>();
  for (const consent of consentsOf(conversation)) {
    const before = shares.get(consent.id);
    if (!before || replaces(consent, before)) shares.set(consent.id, consent);
  }
  return [...shares.values()];
}

function replaces(next: Consent, before: Consent): boolean {
  if (before.answer === 'ask') return true;
  return next.answer !== 'ask' && next.at >= before.at;
}

function consentsOf(conversation: Conversation): Consent[] {
  return (['consent', 'sharing'] as const).flatMap((feed) =>
    answersFeeding(conversation, feed).flatMap(({ prompt, part, choices, answer: { at } }) =>
      choices.flatMap((source) => {
        const behind = optionsBehind(prompt, source.choice);
        const means = new Set(behind.flatMap((option) => option.means));
        const answer = (['yes', 'no', 'ask'] as const).find((word) => means.has(`consent:${word}`));
        const row = part.kind === 'grid' ? behind[0] : undefined;
        const fixed = means.has('shares:notes') ? notes : means.has('shares:supervisor') ? supervisor : undefined;
        const id = fixed ?? row?.id;
        if (!answer || id === undefined) return [];
        return [{ isProvider: means.has('shares:provider'), id, who: row?.label ?? 'My supervisor', answer, at, source }];
      }),
    ),
  );
}

/** Recipients that a grid offers and nobody has answered for. */
export function recipientsWithoutAnswer(conversation: Conversation, sharing: readonly Share[]): readonly { readonly prompt: string; readonly who: string }[] {
  const answered = new Set(sharing.map(({ id }) => id));
  const offered = new Map<string, { prompt: string; who: string }>();
  for (const prompt of conversation.open) {
    for (const part of prompt.parts) {
      if (part.kind !== 'grid' || (part.feeds !== 'consent' && part.feeds !== 'sharing')) continue;
      for (const row of part.rows) {
        if (row.means.includes('shares:notes')) continue;
        offered.set(row.means.includes('shares:supervisor') ? supervisor : row.id, { prompt: prompt.id, who: row.label });
      }
    }
  }
  return [...offered].flatMap(([id, missing]) => (answered.has(id) ? [] : [missing]));
}
