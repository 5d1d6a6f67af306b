/** Something could not be done: what, and what to do next. What was typed is given back. */
import { z } from 'zod';
import { Button, mainButton, sideButton } from './buttons';
import { escapeText } from './escape';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';

export const noticeView = z.object({ fallback: z.string(), title: z.string().min(1), text: z.string(), kept: z.string(), typed: z.string(), buttons: z.array(Button) }).strict();
export const noticeCard = defineCard('notice', noticeView);

/** More of it would not go into one card. */
const mostGivenBack = 6000;
const offerWords = { 'safety-here': 'Show safety notices here', 'stop-safety': 'Stop safety notices here' } as const;

type Notice = Extract<HomeScreen, { kind: 'notice' }>;

/** Between words where that is near. */
function pagesOf(typed: string): readonly string[] {
  const pages: string[] = [];
  for (let rest = [...typed.trim()]; rest.length > 0; ) {
    const space = rest.length <= mostGivenBack ? -1 : rest.slice(0, mostGivenBack).findLastIndex((letter) => /\s/u.test(letter));
    const page = rest.slice(0, space > mostGivenBack / 2 ? space + 1 : mostGivenBack);
    pages.push(page.join(''));
    rest = rest.slice(page.length);
  }
  return pages;
}

/** What the card of the notice has no room for, each with a card of its own. */
export function presentRest({ title, typed = '' }: Notice): readonly AdaptiveCard[] {
  const pages = pagesOf(typed);
  return pages.slice(1).map((page, index) => presentNotice({ kind: 'notice', title, text: `Part ${index + 2} of ${pages.length}.`, typed: page }));
}

export function presentNotice({ title, text, typed = '', caseId, shared = false, offers }: Notice): AdaptiveCard {
  return renderCard(noticeCard, {
    fallback: oldClient,
    title: escapeText(title),
    text: escapeText(text),
    kept: 'What you typed, so that you can copy it:',
    typed: escapeText(pagesOf(typed)[0] ?? ''),
    buttons: shared ? (offers === undefined ? [] : [sideButton(offerWords[offers], { verb: offers })]) : [...(caseId === undefined ? [] : [mainButton('Go on with the case', { verb: 'resume', caseId })]), sideButton('My cases', { verb: 'cases' }), sideButton('What can you do?', { verb: 'help' })],
  });
}
