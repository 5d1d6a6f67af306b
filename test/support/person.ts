import type { Talk } from './talk';

/**
 * What an invented person answers to a prompt, as the worker would enter it: tiles to tap (in the order of the cards),
 * boxes to tick ("Used to/Music and singing", or the bare title), and words.
 */
export type Says = { readonly tap?: string | readonly string[]; readonly tick?: readonly string[]; readonly words?: string };
export type Person = Readonly<Record<string, Says>>;

const MOST_CARDS = 120;

/** Leads through the conversation card by card until nothing waits, or `until` is reached; a prompt without an answer is skipped. */
export async function talkThrough(talk: Talk, person: Person, until?: string): Promise<Talk> {
  for (let card = 0; card < MOST_CARDS; card++) {
    const { step } = await talk.world.caseOf(talk.who);
    if (!step || step.parts[0]!.kind === 'activity' || step.prompt.id === until) return talk;
    if (talk.has('Come back to this')) await talk.press('Come back to this');
    const says = person[step.prompt.id];
    if (says) await answerCard(talk, says);
    else await skip(talk);
  }
  throw new Error(`The conversation did not come to an end:\n${talk.text}`);
}

async function answerCard(talk: Talk, { tap = [], tick = [], words }: Says): Promise<void> {
  const tile = [tap].flat().find((title) => talk.has(title));
  const box = words === undefined ? undefined : talk.card.boxes.find(({ choices, label }) => choices.length === 0 && /words|if you like/i.test(label));
  const fill: Record<string, string | string[]> = {};
  if (box && words !== undefined) fill[box.label] = words;
  for (const title of tick) {
    const [heading, name] = title.includes('/') ? title.split('/') : [undefined, title];
    const list = talk.card.boxes.find(({ label, choices }) => choices.some((choice) => choice.title === name) && (heading === undefined || talk.boxesUnder(heading).some((under) => under.label === label)));
    const under = heading ?? headingOf(talk, list?.label, name);
    if (list && under !== undefined) fill[under] = [...((fill[under] as string[] | undefined) ?? []), name];
  }
  if (tile !== undefined) await talk.press(tile, fill);
  else if (Object.keys(fill).length > 0) await talk.press('Next', fill);
  else await skip(talk);
}

/** Leaves an optional part, or skips the prompt for today. */
async function skip(talk: Talk): Promise<void> {
  const way = talk.card.pressables.find(({ title }) => title === 'Leave this') ?? talk.card.pressables.find(({ verb, data }) => verb === 'skip' && data['why'] === 'not-today');
  if (!way) throw new Error(`This card cannot be skipped:\n${talk.text}`);
  await talk.press(way.title);
}

/** The label under which a title stands, its own box or the one before "and more". */
function headingOf(talk: Talk, label: string | undefined, name: string): string | undefined {
  if (label !== 'and more') return label;
  return talk.card.boxes.map((box) => box.label).find((candidate) => candidate !== 'and more' && talk.boxesUnder(candidate).some(({ choices }) => choices.some((choice) => choice.title === name)));
}
