import { talkThrough, type Person } from './person';
import { Talk, type World, wren } from './talk';

export type Opening = { readonly name: string; readonly year?: string; readonly referral?: string; readonly way?: 'Together' | 'On the phone' };

/** Opens a case from the welcome card. */
export async function openCase(world: World, { name, year, referral, way = 'Together' }: Opening, who = wren): Promise<Talk> {
  const talk = await new Talk(world, who).arrive();
  await talk.press(way);
  return talk.press('Open the case', {
    'Preferred name': name,
    ...(year === undefined ? {} : { 'Year of birth': year }),
    ...(referral === undefined ? {} : { 'What the referral': referral }),
  });
}

/** Talks with the person up to the options. */
export async function upToOptions(world: World, person: Person, opening: Opening): Promise<Talk> {
  return talkThrough(await openCase(world, opening), person);
}

/** The names of the options that are shown. */
export async function optionNames(talk: Talk): Promise<string[]> {
  const reading = await talk.world.caseOf(talk.who);
  return reading.options().options.map(({ activity }) => activity.name);
}

/** Takes on every concern that waits, as the card asks: who, what, how. */
export async function takeOnConcerns(talk: Talk, owner: string): Promise<void> {
  for (let guard = 0; guard < 10; guard++) {
    const { concerns } = await talk.world.caseOf(talk.who);
    const waiting = concerns.find(({ state }) => state === 'open');
    if (!waiting) return;
    if (!talk.has('Record and go on')) await openConcern(talk, waiting.id);
    await talk.press('Record and go on', { 'Who has taken this on': owner, 'What they will do': 'sees to it this week' });
  }
}

async function openConcern(talk: Talk, id: string): Promise<void> {
  await talk.say('concerns');
  const link = talk.card.pressables.find(({ data }) => data['screen'] === 'concern' && data['about'] === id);
  if (!link) throw new Error(`The concern ${id} cannot be opened from:\n${talk.text}`);
  await talk.press(link.title);
}

/** From the plan to the channel, whatever the card asks on the way; returns the taps that it took. */
export async function post(talk: Talk): Promise<number> {
  const before = talk.effort.taps;
  if (!talk.has('Post for review')) await talk.say('plan');
  await talk.press('Post for review');
  if (talk.has(/all right to post$/)) await talk.press(/all right to post$/);
  await talk.press('Post it');
  return talk.effort.taps - before;
}
