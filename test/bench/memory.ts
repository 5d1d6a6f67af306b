/** What is resident while a bot waits and after many turns, and whether it goes on growing. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Length, Tell } from './figure';
import { median, rounded, spread } from './numbers';
import type { Bot, BotName, Rig } from './rig';

const turns: Readonly<Record<Length, number>> = { quick: 2_000, usual: 10_000, full: 100_000 };
const names: readonly BotName[] = ['a', 'ours'];
const mostAbove = 80;
/** The collector of Node takes its time: what counts as growth has to be more than it leaves lying about. */
const mostGrowth = 20;
const longestSeconds = 3600;

type Held = { readonly idle: number; readonly half: number; readonly end: number; readonly noise: number };

export async function measureMemory(rig: Rig, tell: Tell, length: Length): Promise<void> {
  const held = new Map<BotName, Held>();
  for (const name of names) {
    const bot = await rig.start(name);
    const first = bot.resident();
    if (first === undefined) {
      tell.progress('This system does not tell what is resident, so memory is not measured.');
      return bot.stop();
    }
    held.set(name, await holdOf(rig, bot, turns[length], tell));
    await bot.stop();
  }
  const [bare, ours] = [held.get('a')!, held.get('ours')!];
  tell.figure({ figure: 'resident memory before the first turn', value: rounded(ours.idle), unit: 'MB', peer: 'bare botbuilder bot', peerValue: rounded(bare.idle), ratio: rounded(ours.idle / bare.idle), goal: `at most ${mostAbove} MB above`, met: ours.idle - bare.idle <= mostAbove });
  tell.figure({
    figure: `resident memory after ${turns[length]} turns`,
    value: rounded(ours.end),
    unit: 'MB',
    peer: `bare botbuilder bot after ${turns[length]} turns`,
    peerValue: rounded(bare.end),
    ratio: rounded(ours.end / bare.end),
    goal: `at most ${mostAbove} MB above`,
    met: ours.end - bare.end <= mostAbove,
    noise: rounded(ours.noise),
  });
  // In a short run caches are still being filled: that is no leak, so it is not judged.
  tell.figure({ figure: 'growth of resident memory in the second half of the turns', value: rounded(ours.end - ours.half), unit: 'MB', peer: 'bare botbuilder bot', peerValue: rounded(bare.end - bare.half), ...(length === 'full' ? { goal: `at most ${mostGrowth} MB`, met: ours.end - ours.half <= mostGrowth } : {}), turns: turns[length] });
}

async function holdOf(rig: Rig, bot: Bot, count: number, tell: Tell): Promise<Held> {
  await pause(1000);
  const idle = bot.resident() ?? Number.NaN;
  const [half, end] = [await residentDuring(rig, bot, count / 2), await residentDuring(rig, bot, count / 2)];
  tell.progress(`memory of ${bot.name}: ${Math.round(idle)} MB idle, ${Math.round(median(half))} MB after half of ${count} turns, ${Math.round(median(end))} MB after all`);
  return { idle, half: median(half), end: median(end), noise: spread(end) };
}

/** Samples of the last third of so many turns. */
async function residentDuring(rig: Rig, bot: Bot, count: number): Promise<number[]> {
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(bot.resident() ?? Number.NaN), 200);
  try {
    await rig.load(bot, { seconds: longestSeconds, turns: count, warmUpSeconds: 0 });
  } finally {
    clearInterval(sampling);
  }
  samples.push(bot.resident() ?? Number.NaN);
  return samples.slice(-Math.ceil(samples.length / 3));
}
