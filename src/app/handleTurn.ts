/** The one door: a turn comes in, an outcome goes out, on any host. */
import type { CardAction } from '../cards/actions';
import type { HomeScreen } from '../cards/screen';
import type { Outcome, Turn } from './turn';
import { home, welcome } from './homeCards';
import type { Parts } from './ports';
import { handlePress } from './handlePress';
import { handleSaid } from './handleSaid';
import { handleReview, isReviewAction } from './handleReview';
import { decidedBy, handleSharedPlace, whereToDecide } from './handleSharedPlace';

/** Never throws for anything that a person does; it throws only when a port is broken, and nothing is then half done. */
export const handleTurn = (parts: Parts) => async (turn: Turn): Promise<Outcome> => {
  const { intent } = turn;
  if (intent.kind === 'pressed' && isReviewAction(intent.action)) return handleReview(parts, turn, intent.action);
  if (turn.where.kind !== 'personal') return handleSharedPlace(parts, turn);
  if (decidedBy(intent) !== undefined) return { shown: home(parts, whereToDecide) };
  switch (intent.kind) {
    case 'arrived':
      return { shown: await welcome(parts, turn) };
    case 'unreadable':
      return { shown: home(parts, unreadable(intent.typed)) };
    case 'said':
      return handleSaid(parts, turn, intent.text);
    case 'pressed':
      return handlePress(parts, turn, intent.action);
  }
};

const unreadable = (typed: string): HomeScreen => ({
  kind: 'notice',
  title: 'That card is from an older version',
  text: 'Nothing was changed. Type cases to go on with a case, or help to see what I can do.',
  ...(typed === '' ? {} : { typed }),
});

export type PressOf<Verb extends CardAction['verb']> = Extract<CardAction, { verb: Verb }>;
