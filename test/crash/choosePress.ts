/** What somebody presses next, from what stands on the card alone. */
import type { Box, CardText, Pressable } from '../../src/console/cardText';
import type { Person } from '../support/person';
import type { Dice } from './dice';

export type Press = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
export type Whoever = { readonly person: Person; readonly dice: Dice; /** New words each time, so that they can be found again. */ readonly words: () => string };

/** From the conversation to the posted plan: what is offered first in this list is taken. */
const ways: readonly ((pressable: Pressable) => boolean)[] = [
  ({ verb }) => verb === 'post-plan',
  ({ verb }) => verb === 'confirm-words',
  ({ verb }) => verb === 'own-concern',
  ({ verb }) => verb === 'choose-option',
  ({ verb, data }) => verb === 'show' && data['screen'] === 'concern',
  ({ verb, data }) => verb === 'show' && data['screen'] === 'preview',
  ({ verb, data }) => verb === 'show' && data['screen'] === 'place',
  ({ verb }) => verb === 'open-prompt',
  ({ verb }) => verb === 'next',
  ({ verb }) => verb === 'skip',
  ({ verb, data }) => verb === 'show' && data['screen'] === 'plan',
];
const byTheWay = ['back', 'park', 'next', 'show', 'open-prompt', 'nothing-fits', 'decline-option'];
const lookedAt = ['why', 'sections', 'plan', 'options', 'process', 'notes'];

/** Returns undefined when nothing on the card leads on. */
export function choosePress(card: CardText, who: Whoever): Press | undefined {
  const { pressables } = card;
  const opening = pressables.find(({ verb }) => verb === 'open-case');
  if (opening) return { verb: 'open-case', data: { ...opening.data, ...filled(card, who) } };
  if (who.dice.isLucky(0.06)) {
    const aside = who.dice.oneOf(pressables.filter(({ verb, data }) => byTheWay.includes(verb) && (verb !== 'show' || lookedAt.includes(String(data['screen'])))));
    if (aside) return { verb: aside.verb, data: { ...aside.data, ...written(card.boxes, who) } };
  }
  const answer = chooseAnswer(card, who);
  if (answer) return answer;
  for (const leadsOn of ways) {
    const way = who.dice.oneOf(pressables.filter(leadsOn));
    if (way) return { verb: way.verb, data: { ...way.data, ...filled(card, who) } };
  }
  return undefined;
}

/** Mostly what this person would say, sometimes anything. */
function chooseAnswer({ pressables, boxes }: CardText, who: Whoever): Press | undefined {
  const answers = pressables.filter(({ verb }) => verb === 'answer');
  const prompt = answers[0]?.data['prompt'];
  if (typeof prompt !== 'string') return undefined;
  const { tap = [], tick = [] } = who.person[prompt] ?? {};
  const tiles = answers.filter(({ data }) => data['choice'] !== undefined);
  const wished = [tap].flat().flatMap((title) => tiles.filter((tile) => isCalled(tile, title)));
  const tile = wished[0] ?? (who.dice.isLucky(0.3) ? who.dice.oneOf(tiles) : undefined);
  const words = written(boxes, who);
  if (tile) return { verb: 'answer', data: { ...tile.data, ...words } };
  const next = answers.find(({ data }) => data['choice'] === undefined);
  const ticked = ticks(boxes, tick, who.dice);
  return next && Object.keys({ ...ticked, ...words }).length > 0 ? { verb: 'answer', data: { ...next.data, ...ticked, ...words } } : undefined;
}

const isCalled = ({ title, data }: Pressable, name: string): boolean => title === name || title.startsWith(`${name} `) || (/^\d+ out of \d+$/.test(name) && data['choice'] === name.split(' ')[0]);

const isDay = (box: Box): boolean => box.id.startsWith('day') || box.id.startsWith('until');

function written(boxes: readonly Box[], { words, dice }: Whoever): Record<string, string> {
  const open = boxes.filter((box) => box.choices.length === 0 && box.id.startsWith('words') && !isDay(box));
  return Object.fromEntries(open.filter(() => dice.isLucky(0.7)).map((box) => [box.id, words()]));
}

function ticks(boxes: readonly Box[], wished: readonly string[], dice: Dice): Record<string, string> {
  const lists = boxes.filter(({ choices }) => choices.length > 0);
  const names = wished.map((name) => name.split('/').at(-1));
  const chosen = lists.flatMap(({ id, choices, many }) => {
    const named = choices.filter(({ title }) => names.includes(title)).map(({ value }) => value);
    return named.length > 0 ? [[id, (many ? named : named.slice(0, 1)).join(',')] as const] : [];
  });
  const [any] = lists;
  const one = any && dice.isLucky(0.3) ? dice.oneOf(any.choices) : undefined;
  return chosen.length > 0 || !any || !one ? Object.fromEntries(chosen) : { [any.id]: one.value };
}

/** Every box of a form, so that it can be sent. */
function filled({ boxes }: CardText, { words, dice }: Whoever): Record<string, string> {
  return Object.fromEntries(
    boxes.filter((box) => !isDay(box)).map((box) => {
      if (box.choices.length > 0) return [box.id, dice.oneOf(box.choices)!.value];
      return [box.id, box.id.startsWith('year') ? String(1930 + dice.below(70)) : words()];
    }),
  );
}
