/** The two boundaries. Nothing of the chat platform passes either of them. */
import type { CardAction } from '../cards/actions';
import type { Shown } from '../cards/shown';
import type { Place } from '../domain/case/event';

/** Who acts, as the platform signed it; never as a card says. */
export type Actor = { readonly id: string; readonly name: string };

export type Where = { readonly kind: 'personal' | 'channel' | 'group'; readonly place: string };

export type Intent =
  | { readonly kind: 'pressed'; readonly action: CardAction }
  /** `hasFile`: a picture, a recording or a file came with it, of which nothing is read or kept. */
  | { readonly kind: 'said'; readonly text: string; readonly hasFile?: true }
  /** The bot was added here, or somebody came in: say hello. */
  | { readonly kind: 'arrived' }
  /** A press that no reader understands; what was typed is given back. */
  | { readonly kind: 'unreadable'; readonly verb: string; readonly typed: string };

export type Turn = {
  /** ISO instant. */
  readonly at: string;
  readonly by: Actor;
  readonly where: Where;
  readonly intent: Intent;
  /** The message that holds the pressed card, as `Messenger` names it. */
  readonly on?: string;
  /** The platform's own id of what came in: the same when it brings it again. */
  readonly message?: string;
  /** A fresh unguessable id that came in with the turn, for whatever this turn creates. */
  readonly freshId: string;
};

export type Outcome = {
  /** For whoever acted. A press replaces the card it stood on; words get a new message. */
  readonly shown: Shown;
  /** Sent to the chat between this person and the bot, wherever the turn came from. */
  readonly ownChat?: Shown;
  /** What everybody else at this place sees from now on (the posted card after a decision). */
  readonly everyone?: Shown;
  /** The case that has work to deliver (a post, a notice): deliverDue after the answer went out. */
  readonly owes?: string;
};

export type { Place, Shown };
