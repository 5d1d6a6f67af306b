/** Cards for when nothing else can be drawn. They need no template, no store and no case. */
import type { Shown } from '../app/turn';
import { escapeText } from '../cards/escape';

const textBlock = (text: string, extra: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...extra });

function plain(title: string, texts: readonly string[], actions: readonly object[] = []): Shown {
  const body = [textBlock(title, { weight: 'Bolder', style: 'heading' }), ...texts.map((text) => textBlock(text))];
  return { card: { type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', body, ...(actions.length > 0 ? { actions } : {}) }, summary: title };
}

/**
 * What to do in an emergency, word for word as the content says it (a test compares them): it stands here as well because
 * these cards come when nothing can be read.
 */
const emergency = 'In an emergency ring 999. For urgent mental health help ring NHS 111 and choose the mental health option. I cannot call anyone for you.';

/** Given back with what was typed, and with the same press, so that nothing has to be written twice. */
export function didNotWork(press?: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> }): Shown {
  if (press === undefined) return plain('That did not work just now', ['I cannot tell if it was kept. Please type hello to see where things stand before you send it again.', emergency]);
  const typed = Object.entries(press.data).filter(([name, value]) => name.includes('__r') && typeof value === 'string' && value.trim() !== '');
  const words = typed.length > 0 ? ['What you wrote comes along when you try again:', ...typed.map(([, value]) => escapeText(String(value)))] : [];
  const again = { type: 'Action.Execute', title: 'Try again', verb: press.verb, data: press.data, fallback: { type: 'Action.Submit', title: 'Try again', data: { ...press.data, verb: press.verb } } };
  return plain('That did not work just now', ['I cannot tell if it was kept. Please try again in a moment: nothing is kept twice.', ...words, emergency], [again]);
}

export const movedOn = (): Shown => plain('This goes on below', ['The newest card is further down in this chat.']);

export const whoAreYou = (): Shown => plain('I cannot tell who you are', ['Only people who are signed in to your organisation can work with me. Please sign in and write to me again.']);

export const noPrivateChannels = (): Shown => plain('I cannot post in a private channel', ['Teams does not let me post in private channels. If only a few people may read the plans, make a small private team for them, add me to it, and post in one of its standard channels. Everybody in that team can read those.']);

export const couldNotReachYou = (): Shown => plain('I could not reach you for a while', ['You had blocked me, so I sent you nothing. Please type cases to see what changed meanwhile.']);

export const tooMuch = (): Shown => plain('That was a lot at once', ['I did not take your last messages. They still stand above. Please wait a minute and send them again.', emergency]);

export const notAsChanged = (): Shown => plain('You changed a message', ['I have taken it as it was first sent, and have not read what you changed. Please send what is new as a new message.', emergency]);

export const stillWorking = 'This takes longer than usual. The card changes by itself when it is done; nothing you typed is lost.';
/** Where others read, what is for whoever pressed alone does not come onto their card. */
export const stillWorkingHere = 'This takes longer than usual. When it is done this card changes, or I write to you one to one; nothing you typed is lost.';
export const notForMe = 'I cannot do that here. Type help in a chat with me to see what I can do.';
/** The card stays as it is, with what was typed on it. */
export const tooQuick = 'That was a lot at once, so I did not take this press. Nothing you typed is lost. Please wait a minute and press again. In an emergency ring 999.';
