/** From an outcome to what the platform takes. */
import type { Activity, InvokeResponse } from 'botbuilder';
import type { Shown } from '../app/turn';
import { asSubmit } from '../cards/asSubmit';
import type { AdaptiveCard } from '../cards/registry';
import type { TeamsSettings } from './settings';

const cardType = 'application/vnd.microsoft.card.adaptive';

const submits = new WeakMap<AdaptiveCard, AdaptiveCard>();

function cardFor(card: AdaptiveCard, cardAction: TeamsSettings['cardAction']): AdaptiveCard {
  if (cardAction === 'execute') return card;
  const submit = submits.get(card) ?? asSubmit(card);
  submits.set(card, submit);
  return submit;
}

const texts = new WeakMap<object, string>();

/** Most cards go out twice: as the answer to a press, and in place of the message that was pressed. */
function textOf(card: object): string {
  const text = texts.get(card) ?? JSON.stringify(card);
  texts.set(card, text);
  return text;
}

/** `messageOf` as JSON. */
export const messageText = (shown: Shown, cardAction: TeamsSettings['cardAction']): string =>
  `{"type":"message","summary":${JSON.stringify(shown.summary)},"attachments":[{"contentType":"${cardType}","content":${textOf(cardFor(shown.card, cardAction))}}]}`;

/** The body of an answer as JSON. */
export function answerText(body: unknown): string {
  if (!isCardAnswer(body)) return JSON.stringify(body);
  const { value, ...rest } = body;
  return `${JSON.stringify(rest).slice(0, -1)},"value":${textOf(value)}}`;
}

function isCardAnswer(body: unknown): body is { readonly statusCode: number; readonly type: string; readonly value: object } {
  const { type, value } = (body ?? {}) as { readonly type?: unknown; readonly value?: unknown };
  return type === cardType && typeof value === 'object' && value !== null;
}

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
