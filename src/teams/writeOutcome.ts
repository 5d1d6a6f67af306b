/** From an outcome to what the platform takes. */
import type { Activity, InvokeResponse } from 'botbuilder';
import type { Shown } from '../app/turn';
import { asSubmit } from '../cards/asSubmit';
import type { AdaptiveCard } from '../cards/registry';
import type { TeamsSettings } from './settings';

const cardType = 'application/vnd.microsoft.card.adaptive';

const cardFor = (card: AdaptiveCard, cardAction: TeamsSettings['cardAction']): AdaptiveCard => (cardAction === 'submit' ? asSubmit(card) : card);

/** A card and nothing else: with text beside it the platform splits the message and gives no id to change it by. */
export function messageOf(shown: Shown, cardAction: TeamsSettings['cardAction']): Partial<Activity> {
  return { type: 'message', summary: shown.summary, attachments: [{ contentType: cardType, content: cardFor(shown.card, cardAction) }] };
}

/** The card that takes the place of the one that was pressed, for whoever pressed it. */
export const answerWithCard = (shown: Shown, cardAction: TeamsSettings['cardAction']): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: cardType, value: cardFor(shown.card, cardAction) },
});

/** Says something and leaves the pressed card, with what was typed on it, where it is. Never empty: an empty answer is asked for again. */
export const answerWithWords = (text: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});
