/** Any button of any card that was ever shown, pressed at any time, through either of two instances, a few at once. */
import { handleTurn } from '../../src/app/handleTurn';
import type { Intent } from '../../src/app/turn';
import { readCardAction } from '../../src/cards/actions';
import { readCardText, type Box, type CardText, type Pressable } from '../../src/console/cardText';
import { memoryStore } from '../../src/store/memoryStore';
import { Words } from '../support/storm/answers';
import { Chance } from '../support/storm/chance';
import { playCalmly, Scene } from '../support/storm/playing';
import { roughStore } from '../support/storm/roughStore';
import { wholeCase } from '../support/storm/wholeCase';
import { wren } from '../support/talk';
import { seedsFrom } from '../support/seeds';

const rounds = 200;
const atOnce = 3;

/** A case that was told to its end, with every card that was ever drawn of it. */
async function told(seed: number): Promise<{ scene: Scene; cards: readonly CardText[] }> {
  const store = memoryStore();
  const weather = { chance: new Chance(seed), lost: 0, away: 0 };
  const scene = new Scene([1, 2].map(() => ({ ...store, cases: roughStore(store.cases, weather) })), new Chance(seed));
  const telling = wholeCase(new Chance(seed + 1), new Words(new Chance(seed + 2)));
  for (let next = telling.next(); !next.done; next = telling.next((await scene.reading())!)) await playCalmly(scene, next.value);
  return { scene, cards: scene.shown.map(readCardText).filter(({ pressables }) => pressables.length > 0) };
}

type Filled = { readonly data: Readonly<Record<string, string>>; readonly typed: readonly string[] };

function fill(boxes: readonly Box[], chance: Chance, press: number): Filled {
  const words = boxes.filter(({ choices, id }) => choices.length === 0 && !id.startsWith('day')).map(({ id }, index) => [id, `typed ${press}-${index} here`] as const);
  const chosen = boxes.filter(({ choices }) => choices.length > 0 && chance.happens(0.3)).map(({ id, choices }) => [id, chance.pick(choices).value] as const);
  return { data: Object.fromEntries([...words, ...chosen]), typed: words.map(([, text]) => text) };
}

function intentOf({ verb, data }: Pressable, filled: Filled): Intent {
  const read = readCardAction({ verb, data: { ...data, ...filled.data } });
  return read.ok ? { kind: 'pressed', action: read.action } : { kind: 'unreadable', verb: read.verb, typed: read.typed };
}

/** These say themselves that the words on the card are not wanted, and restricted detail is kept nowhere but where it belongs. */
const givenUp = (card: CardText, { title }: Pressable): boolean => title === 'Keep what stands now' || card.boxes.some(({ id }) => id.startsWith('detail'));

it.each(seedsFrom(11))('is answered with a card, and what was typed is stored or shown, seed %i', async (seed) => {
  const { scene, cards } = await told(seed);
  const chance = new Chance(seed + 1);
  const missing: string[] = [];
  const press = async (number: number): Promise<void> => {
    const card = chance.pick(cards);
    const pressable = chance.pick(card.pressables);
    const filled = fill(card.boxes, chance, number);
    const turn = { at: '2026-11-02T16:00:00.000Z', by: wren, where: { kind: 'personal', place: 'chat-wren' }, freshId: `any-${number}`, message: `any-${number}` } as const;
    const { shown } = await handleTurn(chance.pick(scene.parts))({ ...turn, intent: intentOf(pressable, filled) });
    if (filled.typed.length === 0 || givenUp(card, pressable)) return;
    const there = JSON.stringify([shown.card, await scene.parts[0]!.cases.load('case-storm')]);
    missing.push(...filled.typed.filter((words) => !there.includes(words)).map((words) => `${words}: ${pressable.verb} ${pressable.title} on ${card.lines.join(' / ')}`));
  };
  for (let round = 0; round < rounds; round++) await Promise.all(Array.from({ length: atOnce }, (_, lane) => press(round * atOnce + lane)));
  expect(missing).toEqual([]);
});
