import type { Pressable } from '../../src/console/cardText';
import type { Person, Says } from './person';
import type { Playground } from './playground';

const mostCards = 120;

/** Leads through the conversation in the browser, card by card, until no prompt waits. A prompt without an answer is skipped. */
export async function tellInBrowser(playground: Playground, person: Person, meet: (prompt: string) => Promise<void> = async () => {}): Promise<void> {
  for (let cards = 0; cards < mostCards; cards += 1) {
    const prompt = promptOf(playground);
    if (prompt === undefined) return;
    await meet(prompt);
    const says = person[prompt];
    await (says ? answer(playground, says) : skip(playground));
  }
  throw new Error(`The conversation did not come to an end:\n${await playground.read()}`);
}

const promptOf = ({ card }: Playground): string | undefined => {
  const asked = card.pressables.find(({ verb }) => verb === 'answer')?.data['prompt'];
  return typeof asked === 'string' ? asked : undefined;
};

/** A tile may say more in a second line; the number tiles of a scale say the number alone. */
function isMeant(said: string, { title, verb, data }: Pressable): boolean {
  const number = /^(\d+) out of/.exec(said)?.[1];
  return verb === 'answer' && (title === said || title.startsWith(`${said} `) || (number !== undefined && data['choice'] === number));
}

async function answer(playground: Playground, { tap = [], tick = [], words }: Says): Promise<void> {
  const { pressables, boxes } = playground.card;
  const tile = [tap].flat().flatMap((said) => pressables.filter((pressable) => isMeant(said, pressable)))[0];
  const box = words === undefined ? undefined : boxes.find(({ choices, label }) => choices.length === 0 && label !== 'Or another day');
  const offered = tick.filter((title) => boxes.some(({ choices }) => choices.some((choice) => choice.title === title.split('/').at(-1))));
  if (box && words !== undefined) await playground.fill(box.label, words);
  for (const title of offered) {
    const [name = '', under] = title.split('/').reverse();
    await playground.tick(name, under);
  }
  if (tile) await playground.press(tile.title);
  else if (box || offered.length > 0) await playground.press('Next');
  else await skip(playground);
}

async function skip(playground: Playground): Promise<void> {
  const { pressables } = playground.card;
  const way = pressables.find(({ title }) => title === 'Leave this') ?? pressables.find(({ verb, data }) => verb === 'skip' && data['why'] === 'not-today');
  if (!way) throw new Error(`This card cannot be skipped:\n${await playground.read()}`);
  await playground.press(way.title);
}
