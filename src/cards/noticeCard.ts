/** Something could not be done: what, and what to do next. What was typed is given back. */
import { z } from 'zod';
import { Button, mainButton, sideButton } from './buttons';
import { escapeText, shorten } from './escape';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';

export const noticeView = z.object({ fallback: z.string(), title: z.string().min(1), text: z.string(), kept: z.string(), typed: z.string(), buttons: z.array(Button) }).strict();
export const noticeCard = defineCard('notice', noticeView);

const mostGivenBack = 4000;
const offerWords = { 'safety-here': 'Show safety notices here', 'stop-safety': 'Stop safety notices here' } as const;

export function presentNotice({ title, text, typed = '', caseId, shared = false, offers }: Extract<HomeScreen, { kind: 'notice' }>): AdaptiveCard {
  return renderCard(noticeCard, {
    fallback: oldClient,
    title: escapeText(title),
    text: escapeText(text),
    kept: 'What you typed, so that you can copy it:',
    typed: escapeText(shorten(typed, mostGivenBack)),
    buttons: shared ? (offers === undefined ? [] : [sideButton(offerWords[offers], { verb: offers })]) : [...(caseId === undefined ? [] : [mainButton('Go on with the case', { verb: 'resume', caseId })]), sideButton('My cases', { verb: 'cases' }), sideButton('What can you do?', { verb: 'help' })],
  });
}
