/** Ten cards of the product, for the bots that it is compared with: what they send is as large as what it sends. */
import { readCardAction } from '../../src/cards/actions';
import { World, wren } from '../support/talk';
import { nextPress } from './cardPress';

const prompts = 10;

/** Returns the first ten prompts of a case that is answered as it comes. */
export async function promptCards(): Promise<object[]> {
  const world = new World();
  const cards: object[] = [];
  let press = { verb: 'start', data: { mode: 'together' } as Readonly<Record<string, unknown>> };
  while (cards.length < prompts) {
    const read = readCardAction(press);
    if (!read.ok) throw new Error(`The press ${press.verb} cannot be read.`);
    const { shown } = await world.take(wren, { kind: 'pressed', action: read.action }, { kind: 'personal', place: 'chat-wren' });
    const next = nextPress(shown.card);
    if (!next) throw new Error(`After ${press.verb} nothing leads on.`);
    if (press.verb !== 'start') cards.push(shown.card);
    press = next;
  }
  return cards;
}

/** The one of middling size. */
export const middling = (cards: readonly object[]): object => [...cards].sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)[Math.floor(cards.length / 2)]!;
