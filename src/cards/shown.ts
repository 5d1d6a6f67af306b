import type { AdaptiveCard } from './registry';

/** A card as it goes out. `summary` is what notifications and previews show: never anything about the person. */
export type Shown = { readonly card: AdaptiveCard; readonly summary: string; /** Which case the card shows, so that a host can replace an older card of the same case. */ readonly caseId?: string; /** Some images are drawings (SVG), of which the host makes pictures. */ readonly hasDrawings?: true; /** What one card cannot hold of what somebody typed: sent after it, to their own chat with the bot. */ readonly rest?: readonly Shown[] };
