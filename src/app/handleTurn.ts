/** The one door: a turn comes in, an outcome goes out, on any host. */
import { presentHome } from '../cards/present';
import { mostInABox } from '../domain/case/case';
import type { CardAction } from '../cards/actions';
import type { HomeScreen } from '../cards/screen';
import type { Outcome, Shown, Turn } from './turn';
import type { Parts } from './ports';
import { handlePress } from './handlePress';
import { handleSaid } from './handleSaid';
import { handleReview, isReviewAction } from './handleReview';

/** Never throws for anything that a person does; it throws only when a port is broken, and nothing is then half done. */
export const handleTurn = (parts: Parts) => async (turn: Turn): Promise<Outcome> => {
  const { intent } = turn;
  if (intent.kind === 'pressed' && isReviewAction(intent.action)) return handleReview(parts, turn, intent.action);
  if (turn.where.kind !== 'personal') return { shown: home(parts, onlyOneToOne(intent)) };
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

export const home = (parts: Parts, screen: HomeScreen): Shown => presentHome(screen, { content: parts.content() });

export async function welcome(parts: Parts, { by }: Turn, typed?: string): Promise<Shown> {
  if (typed !== undefined && typed.length > mostInABox) return home(parts, tooLongToCarry);
  const heads = await parts.cases.headsOf(by.id);
  return home(parts, { kind: 'welcome', cases: heads.filter(({ state }) => state !== 'closed').length, local: parts.settings.selfReview, ...(typed === undefined ? {} : { typed }) });
}

const onlyOneToOne = (intent: Turn['intent']): HomeScreen => ({
  kind: 'notice',
  shared: true,
  title: intent.kind === 'arrived' ? 'Plans can be reviewed here' : 'Please write to me one to one',
  text:
    intent.kind === 'arrived'
      ? 'Link workers can now post action plans here for review. Everything about a person stays in their own chat with me.'
      : 'Others can read this conversation, so I take nothing about a person here. Open a chat with me and type help.',
});

const tooLongToCarry: HomeScreen = {
  kind: 'notice',
  title: 'That is a long text',
  text: 'No case is open, so I have not kept it. Type new, phone or notes to open one, then send the text again: it is kept whole.',
};

const unreadable = (typed: string): HomeScreen => ({
  kind: 'notice',
  title: 'That card is from an older version',
  text: 'Nothing was changed. Type cases to go on with a case, or help to see what I can do.',
  ...(typed === '' ? {} : { typed }),
});

export type PressOf<Verb extends CardAction['verb']> = Extract<CardAction, { verb: Verb }>;
