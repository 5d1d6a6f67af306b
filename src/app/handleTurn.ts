/** The one door: a turn comes in, an outcome goes out, on any host. */
import type { HomeScreen } from '../cards/screen';
import type { Outcome, Turn } from './turn';
import { atOneMoment } from './atOneMoment';
import { home, welcome } from './homeCards';
import type { Parts } from './ports';
import { handlePress } from './handlePress';
import { handleSaid } from './handleSaid';
import { handleReview, isReviewAction } from './handleReview';
import { barredFrom, meet, pressedInRole } from './handleRole';
import { partsInForce } from './inForce';
import { decidedBy, handleSharedPlace, whereToDecide } from './handleSharedPlace';
import { unlessNewer } from './unlessNewer';

/** Never throws for anything that a person does; it throws only when a port is broken, and nothing is then half done. */
export const handleTurn = (parts: Parts) => (turn: Turn): Promise<Outcome> => unlessNewer(parts, turn, () => takeTurn(parts, turn));

async function takeTurn(given: Parts, turn: Turn): Promise<Outcome> {
  const { intent } = turn;
  const parts = atOneMoment(given);
  await meet(parts, turn);
  if (intent.kind === 'pressed' && isReviewAction(intent.action)) return handleReview(await partsInForce(parts), turn, intent.action);
  if (turn.where.kind !== 'personal') return handleSharedPlace(parts, turn);
  const barred = await barredFrom(parts, turn);
  if (barred) return barred;
  if (decidedBy(intent) !== undefined) return { shown: home(parts, whereToDecide) };
  const inRole = intent.kind === 'pressed' ? pressedInRole(parts, turn, intent.action) : undefined;
  return inRole ?? handlePersonal(await partsInForce(parts), turn);
}

async function handlePersonal(parts: Parts, turn: Turn): Promise<Outcome> {
  const { intent } = turn;
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
}

const unreadable = (typed: string): HomeScreen => ({
  kind: 'notice',
  title: 'That card is from an older version',
  text: 'Nothing was changed. Type cases to go on with a case, or help to see what I can do.',
  ...(typed === '' ? {} : { typed }),
});
