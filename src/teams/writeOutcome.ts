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

const written = new WeakMap<object, Buffer>();

/** As it goes out: JSON in UTF-8. Most cards go out twice: as the answer to a press, and in place of the message that was pressed. */
function bytesOf(card: object): Buffer {
  const bytes = written.get(card) ?? Buffer.from(JSON.stringify(card), 'utf8');
  written.set(card, bytes);
  return bytes;
}

const around = (before: string, card: object, after: string): Buffer => Buffer.concat([Buffer.from(before, 'utf8'), bytesOf(card), Buffer.from(after, 'utf8')]);

/** `messageOf` as JSON. */
export const messageBytes = (shown: Shown, cardAction: TeamsSettings['cardAction']): Buffer =>
  around(`{"type":"message","summary":${JSON.stringify(shown.summary)},"attachments":[{"contentType":"${cardType}","content":`, cardFor(shown.card, cardAction), '}]}');

/** The body of an answer as JSON. */
export function answerBytes(body: unknown): Buffer {
  if (!isCardAnswer(body)) return Buffer.from(JSON.stringify(body), 'utf8');
  const { value, ...rest } = body;
  return around(`${JSON.stringify(rest).slice(0, -1)},"value":`, value, '}');
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
