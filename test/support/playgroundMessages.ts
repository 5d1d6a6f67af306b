/** What the playground and the bot send each other, as far as it is read here. */
import type { AdaptiveCard } from '../../src/cards/registry';

export const cardType = 'application/vnd.microsoft.card.adaptive';

export type Message = { readonly id: string; readonly at: number; readonly conversation: string; readonly text: string; card?: AdaptiveCard };
/** What the bot answers a press with. */
export type Replacement = { readonly type?: string; readonly value?: AdaptiveCard | string };
