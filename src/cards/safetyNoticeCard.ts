/**
 * What others are shown of a safety action: the reference, that it is open, and whose it is. The desk that it is drawn
 * from has no room for more, so no word, kind or name of anybody's can be on it.
 */
import { z } from 'zod';
import type { SafetyAction } from '../domain/analysis/safetyAction';
import { Button } from './buttons';
import { escapeText, shorten } from './escape';
import { oldClient } from './listCard';
import { defineCard, renderCard } from './registry';
import type { Shown } from './shown';

export const safetyNoticeView = z.object({ fallback: z.string(), title: z.string().min(1), owner: z.string(), text: z.string().min(1), buttons: z.array(Button) }).strict();
export const safetyNoticeCard = defineCard('safety-notice', safetyNoticeView);

export type SafetyDesk = { readonly ref: string; readonly workerName: string; /** `moved`: it was told again in a newer message. */ readonly action: SafetyAction | { readonly kind: 'moved' | 'withdrawn' }; /** It was waited for in vain, and is told anew. */ readonly isStill?: boolean };

export function presentSafetyNotice({ ref, workerName, action, isStill = false }: SafetyDesk): Shown {
  const { title, owner, text } = wordsOf(action, `link worker ${escapeText(shorten(workerName, 40))}`, isStill);
  // Of a record that is not kept any more, not even the reference stays.
  const summary = action.kind === 'withdrawn' ? title : `${ref}: ${title}`;
  return { card: renderCard(safetyNoticeCard, { fallback: `${escapeText(summary)}. ${oldClient}`, title: escapeText(summary), owner, text, buttons: [] }), summary };
}

type Words = { readonly title: string; readonly owner: string; readonly text: string };

function wordsOf(action: SafetyDesk['action'], worker: string, isStill: boolean): Words {
  switch (action.kind) {
    case 'open':
      return action.owner === undefined
        ? { title: isStill ? 'a safety action is still open' : 'a safety action is open', owner: `**With:** nobody yet (${worker})`, text: 'Please get in touch with the link worker. What it is about is not written here.' }
        : { title: 'a safety action is open', owner: `**With:** ${escapeText(shorten(action.owner, 80))} (${worker})`, text: 'It stays open until there is a reply. What it is about is not written here.' };
    case 'taken':
      return { title: 'somebody has the safety action', owner: `**With:** ${escapeText(shorten(action.owner, 80))} (${worker})`, text: 'What it is about is not written here.' };
    case 'closed':
    case 'none':
      return { title: 'no safety action is open', owner: '', text: `It was answered or set aside (${worker}).` };
    case 'left':
      return { title: 'the case is closed', owner: `**With:** nobody (${worker})`, text: 'The safety action was still open. Please get in touch with the link worker.' };
    case 'withdrawn':
      return { title: 'A safety notice was withdrawn', owner: '', text: 'The record that it spoke of is not kept any more.' };
    case 'moved':
      return { title: 'this was said again', owner: '', text: 'A newer message here shows how it stands. This one is not kept up to date.' };
  }
}
