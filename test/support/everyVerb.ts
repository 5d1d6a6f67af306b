import { CardAction } from '../../src/cards/actions';

/** Everything that a card can ask for. */
export const verbs: readonly string[] = CardAction.options.map(({ shape }) => shape.verb.value);
